#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace takt::domain {

/// The middle of the values, or between the two of them; no value where there is none.
inline std::optional<double> middle(std::vector<double> values) {
  if (values.empty()) return {};
  const auto half = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, half);
  if (values.size() % 2) return *half;
  return (*std::max_element(values.begin(), half) + *half) / 2;
}

}  // namespace takt::domain
