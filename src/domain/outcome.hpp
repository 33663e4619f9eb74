#pragma once
// Readings of an objective's own outcome measure.

#include "domain/objective.hpp"

namespace takt::domain {

/// A value of an objective's own outcome measure. Readings go on after the close of the cycle.
struct OutcomeReading : OfObjective {
  static constexpr std::string_view kTerm = "outcome_reading", kCollection = "outcome-readings";
  static constexpr bool kUnordered = true;
  Date on;
  double value = 0;
  Text<200> source;
};
BOOST_DESCRIBE_STRUCT(OutcomeReading, (OfObjective), (on, value, source))

}  // namespace takt::domain
