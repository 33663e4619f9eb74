#pragma once
// Long-term goals with the steps that a cycle takes towards them.

#include <optional>
#include <vector>

#include "domain/cycle.hpp"
#include "domain/goal.hpp"
#include "figure/figure.hpp"
#include "figure/plan.hpp"

namespace takt::figure {

struct GoalView {
  domain::LongTermGoal goal;
  int months_left = 0;
  int steps_in_cycle = 0;  ///< objectives of the shown cycle that contribute to it
  bool asks = false;       ///< of the shown cycle: see asks_for_step()
  std::vector<domain::Milestone> milestones;  ///< by due date
};
BOOST_DESCRIBE_STRUCT(GoalView, (), (goal, months_left, steps_in_cycle, asks, milestones))

/// Whether nothing in a cycle brings us nearer to a goal, and something could: it is open, and so
/// is the cycle. `has_step`: an objective of it contributes.
bool asks_for_step(const domain::LongTermGoal& goal, const std::optional<domain::Cycle>& cycle,
                   bool has_step);

/// The open and ended long-term goals by due date, with the steps that the `objectives` of a cycle
/// take, and their milestones.
std::vector<GoalView> goal_views(store::Session& session, const Id& account,
                                 const std::optional<domain::Cycle>& cycle,
                                 const std::vector<ObjectiveView>& objectives, domain::Date today);

}  // namespace takt::figure
