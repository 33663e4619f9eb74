#include "cli/nearest.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace takt::cli {
namespace {

/// How many letters to change, add or leave out turn one word into the other (Levenshtein).
std::size_t distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (const char letter : from) {
    auto before = row[0]++;
    for (std::size_t i = 1; i < row.size(); ++i)
      before = std::exchange(
          row[i], std::min({row[i] + 1, row[i - 1] + 1, before + (letter != to[i - 1])}));
  }
  return row.back();
}

}  // namespace

std::string nearest(std::string_view word, std::span<const std::string> words) {
  std::string found;
  auto least = word.size() / 2 + 1;  // more than half of it is another word
  for (const auto& candidate : words)
    if (const auto far = distance(word, candidate); far < least) {
      least = far;
      found = candidate;
    }
  return found;
}

std::string did_you_mean(std::string_view word, std::span<const std::string> words) {
  const auto found = nearest(word, words);
  return found.empty() ? "" : " Did you mean " + found + "?";
}

}  // namespace takt::cli
