#include "figure/goal.hpp"

#include <algorithm>

#include "domain/cycle.hpp"
#include "domain/goal.hpp"
#include "domain/objective.hpp"
#include "figure/plan.hpp"

namespace takt::figure {

using namespace domain;

bool asks_for_step(const LongTermGoal& goal, const std::optional<Cycle>& cycle, bool has_step) {
  return goal.state == GoalState::open && cycle && cycle->state != CycleState::closed && !has_step;
}

std::vector<GoalView> goal_views(store::Session& session, const Id& account,
                                 const std::optional<Cycle>& cycle,
                                 const std::vector<ObjectiveView>& objectives, Date today) {
  std::vector<GoalView> out;
  const auto milestones = store::present_of<Milestone>(session, account);
  for (auto& goal : store::present_of<LongTermGoal>(session, account)) {
    GoalView view{.goal = goal};
    view.months_left = months_between(today, goal.due);
    for (const auto& objective : objectives)
      for (const auto& link : objective.objective.goals)
        view.steps_in_cycle += link.goal == goal.id && link.kind == GoalLinkKind::contributes &&
                               objective.objective.state != ObjectiveState::dropped;
    view.asks = asks_for_step(view.goal, cycle, view.steps_in_cycle > 0);
    for (const auto& milestone : milestones)
      if (milestone.goal == view.goal.id) view.milestones.push_back(milestone);
    std::ranges::sort(view.milestones, {}, &Milestone::due);
    out.push_back(std::move(view));
  }
  std::ranges::sort(out, {}, [](const GoalView& view) { return view.goal.due; });
  return out;
}

}  // namespace takt::figure
