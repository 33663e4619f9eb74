#include "figure/goal.hpp"

#include <algorithm>

#include "domain/goal.hpp"
#include "domain/objective.hpp"
#include "figure/plan.hpp"

namespace takt::figure {

using namespace domain;

std::vector<GoalView> goal_views(store::Session& session, const Id& account,
                                 const std::vector<ObjectiveView>& objectives, Date today) {
  std::vector<GoalView> out;
  for (auto& goal : store::present_of<LongTermGoal>(session, account)) {
    GoalView view{.goal = goal};
    view.months_left = months_between(today, goal.due);
    for (const auto& objective : objectives)
      for (const auto& link : objective.objective.goals)
        view.steps_in_cycle += link.goal == goal.id && link.kind == GoalLinkKind::contributes &&
                               objective.objective.state != ObjectiveState::dropped;
    out.push_back(std::move(view));
  }
  std::ranges::sort(out, {}, [](const GoalView& view) { return view.goal.due; });
  return out;
}

}  // namespace takt::figure
