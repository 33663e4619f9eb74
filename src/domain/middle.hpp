#pragma once

#include <algorithm>
#include <optional>
#include <vector>

namespace takt::domain {

/// The middle of the values, or between the two of them; no value where there is none.
inline std::optional<double> middle(std::vector<double> values) {
  if (values.empty()) return {};
  std::ranges::sort(values);
  const auto half = values.size() / 2;
  if (values.size() % 2) return values[half];
  return (values[half - 1] + values[half]) / 2;
}

}  // namespace takt::domain
