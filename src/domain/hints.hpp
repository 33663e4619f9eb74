#pragma once
// What an experienced colleague would ask while somebody writes an objective or a key result. Never
// blocking; the interface explains each code.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/cycle.hpp"

namespace takt::domain {

struct Hint {
  std::string code;
  std::string pointer;  ///< the field it is about
};
BOOST_DESCRIBE_STRUCT(Hint, (), (code, pointer))

/// `others`: how many objectives the cycle has besides this one.
std::vector<Hint> hints(const Objective& objective, int others);
/// `others`: how many key results the objective has besides this one.
std::vector<Hint> hints(const KeyResult& key_result, int others);

/// How alike two titles are, 0…1: the share of their words that have the same beginning. Works for
/// German and English inflection well enough to bring back a lesson.
double likeness(std::string_view left, std::string_view right);

}  // namespace takt::domain
