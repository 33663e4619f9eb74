#pragma once
// What an experienced colleague would ask while somebody writes an objective or a key result. Never
// blocking; the interface explains each code.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/key_result.hpp"

namespace takt::domain {

struct Hint {
  std::string code;
  std::string pointer;  ///< the field it is about
};
BOOST_DESCRIBE_STRUCT(Hint, (), (code, pointer))

/// 1–3 objectives in a cycle and 2–5 key results of an objective are healthy; with one more they
/// are many.
inline constexpr int kMostObjectives = 3;
inline constexpr int kMostKeyResults = 5;

/// `others`: how many objectives the cycle has besides this one.
std::vector<Hint> hints(const Objective& objective, int others);
/// `others`: how many key results the objective has besides this one.
std::vector<Hint> hints(const KeyResult& key_result, int others);

/// How alike two titles are, 0…1: the share of their words that have the same beginning. Works for
/// German and English inflection well enough to bring back a lesson.
double likeness(std::string_view left, std::string_view right);

/// For each text the indices of the others that are alike, the most alike first, `most` of them at
/// the most: those with a likeness of at least `least`. Takes an index of stems, so that many texts
/// are no trouble.
std::vector<std::vector<std::size_t>> alike(const std::vector<std::string_view>& texts,
                                            double least, std::size_t most);

}  // namespace takt::domain
