#pragma once
// Long-term goals with the steps that a cycle takes towards them.

#include "domain/goal.hpp"
#include "figure/figure.hpp"
#include "figure/plan.hpp"

namespace takt::figure {

struct GoalView {
  domain::LongTermGoal goal;
  int months_left = 0;
  int steps_in_cycle = 0;  ///< objectives of the shown cycle that contribute to it
};
BOOST_DESCRIBE_STRUCT(GoalView, (), (goal, months_left, steps_in_cycle))

/// The open and ended long-term goals by due date, with the steps that `objectives` take.
std::vector<GoalView> goal_views(store::Session& session, const Id& account,
                                 const std::vector<ObjectiveView>& objectives, domain::Date today);

}  // namespace takt::figure
