#pragma once
// The plan as it was when its cycle started; shapes of their own, because they are kept for ever.
#include "figure/figure.hpp"

namespace takt::figure {

/// The plan as it was when the cycle started; a shape of its own, because it is kept for ever.
struct PlannedKeyResult {
  Id id;
  std::string title;
  std::optional<double> start;
  std::optional<double> target;
  std::string unit;
};
BOOST_DESCRIBE_STRUCT(PlannedKeyResult, (), (id, title, start, target, unit))

struct PlannedObjective {
  Id id;
  std::string title;
  std::optional<double> outcome_baseline;
  std::optional<double> outcome_target;
  std::vector<PlannedKeyResult> key_results;
};
BOOST_DESCRIBE_STRUCT(PlannedObjective, (),
                      (id, title, outcome_baseline, outcome_target, key_results))

/// The plan of the cycle as its start kept it; empty before.
std::vector<PlannedObjective> plan_at_start(store::Session& session, const Id& cycle);

}  // namespace takt::figure
