#include "page/cycle_plan.hpp"

#include <algorithm>
#include <map>

#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "domain/goal.hpp"
#include "domain/hints.hpp"
#include "domain/kpi.hpp"
#include "domain/life_cycle.hpp"
#include "domain/objective.hpp"
#include "domain/product_area.hpp"
#include "domain/review.hpp"
#include "domain/site.hpp"
#include "figure/carry_over.hpp"
#include "figure/effect.hpp"
#include "figure/goal.hpp"
#include "figure/next_cycle.hpp"
#include "figure/people.hpp"
#include "figure/plan.hpp"
#include "figure/plan_at_start.hpp"
#include "figure/question.hpp"
#include "figure/series.hpp"
#include "page/page.hpp"
#include "store/plan_store.hpp"
#include "store/review_store.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

namespace {

std::vector<Readiness> readiness_of(const std::vector<ObjectiveView>& all,
                                    const std::vector<GoalView>& goals,
                                    const std::vector<TeamView>& team) {
  const auto has_key_result = [](const ObjectiveView& view) { return view.total > 0; };
  const auto has_targets = [](const ObjectiveView& view) {
    return std::ranges::none_of(view.key_results, [](const auto& one) {
      return one.key_result.state != KeyResultState::dropped &&
             one.key_result.kind == KeyResultKind::metric && !one.key_result.target;
    });
  };
  std::vector<const ObjectiveView*> objectives;
  std::vector<ObjectiveInCycle> of_cycle;
  for (const auto& view : all) {
    of_cycle.push_back({.title = view.objective.title,
                        .state = view.objective.state,
                        .has_key_result = has_key_result(view),
                        .has_targets = has_targets(view)});
    if (view.objective.state != ObjectiveState::dropped) objectives.push_back(&view);
  }
  const auto ready = ready_to_start(of_cycle);
  std::vector<Readiness> out;
  // One line a condition: met by all, or those that lack it.
  const auto add = [&](const char* code, bool met, bool blocking, auto holds) {
    Readiness one{code, met, blocking, {}};
    for (const auto* view : objectives)
      if (!holds(*view)) one.about.push_back({view->objective.id, view->objective.title});
    out.push_back(std::move(one));
  };
  const auto each = [&](const char* code, auto holds) {
    const bool met = !objectives.empty() && std::ranges::all_of(objectives, [&](const auto* view) {
      return holds(*view);
    });
    add(code, met, false, holds);
  };
  const bool any =
      std::ranges::any_of(objectives, [&](const auto* view) { return has_key_result(*view); });
  out.push_back({"has_objective", ready.has_objective, true, {}});
  add("has_key_result", ready.has_objective && !ready.without_key_result, true, has_key_result);
  add("has_target", any && !ready.without_target, true, has_targets);
  each("has_outcome", [](const ObjectiveView& view) {
    return view.objective.outcome_kind != OutcomeKind::none &&
           view.objective.outcome_target.has_value();
  });
  each("has_baseline", [](const ObjectiveView& view) {
    return view.objective.outcome_kind == OutcomeKind::none || view.outcome.baseline.has_value();
  });
  const auto minds = [&](const auto& owner) {
    return owner &&
           std::ranges::any_of(team, [&](const TeamView& one) { return *owner == one.person.id; });
  };
  each("has_owner", [&](const ObjectiveView& view) {
    return minds(view.objective.owner) &&
           std::ranges::all_of(view.key_results, [&](const auto& one) {
             return minds(one.key_result.owner) || one.key_result.state == KeyResultState::dropped;
           });
  });
  each("serves_goal", [](const ObjectiveView& view) { return !view.objective.goals.empty(); });
  if (!objectives.empty())
    out.push_back({"few_objectives", objectives.size() <= kMostObjectives, false, {}});
  for (const auto& view : goals)
    if (view.goal.state == GoalState::open)
      out.push_back(
          {"goal_has_step", view.steps_in_cycle > 0, false, {{view.goal.id, view.goal.title}}});
  return out;
}

std::vector<Suggestion> suggestions_of(store::Session& session, const Cycle& cycle) {
  std::map<Id, std::string> goals;
  for (auto& goal : store::all_of<LongTermGoal>(session, cycle.account))
    goals[goal.id] = std::move(goal.title);
  std::vector<Suggestion> out;
  for (auto& milestone : store::present_of<Milestone>(session, cycle.account)) {
    if (milestone.due < cycle.starts_on || milestone.due > cycle.ends_on) continue;
    if (milestone.objective || milestone.reached_on) continue;
    const auto& goal = goals[milestone.goal];
    out.push_back({std::move(milestone), goal});
  }
  return out;
}

}  // namespace

PlanPage plan_page(Context& context, const Caller& caller, const Id& id) {
  const auto account = get<Cycle>(context, caller, id).account;
  return context.database.read([&](store::Session& session) {
    PlanPage page;
    page.today = context.today();
    page.revision = store::revision(session, account);
    page.account = store::must_find<Account>(session, account);
    page.cycle = store::must_find<Cycle>(session, id);
    page.sites = store::all_of<Site>(session, account);
    page.product_areas = store::present_of<ProductArea>(session, account);
    page.kpis = store::present_of<Kpi>(session, account);
    const auto series = series_of(session, page.account, page.today);
    page.previous = cycle_before(session, page.cycle);
    if (page.previous) {
      const auto views = plan_of(session, page.account, *page.previous, {}, series, page.today);
      const auto reviews = store::reviews_of(session, account);
      page.previous_rows = effect_rows(*page.previous, views, reviews);
      if (page.cycle.state == CycleState::planning)
        page.waiting_to_carry = waiting_to_carry(session, page.cycle, *page.previous);
    }
    page.focus_topics = store::present_where<FocusTopic>(session, account, "cycle", id);
    page.suggestions = suggestions_of(session, page.cycle);
    page.objectives =
        plan_of(session, page.account, page.cycle, page.sites, series, page.today, Forecasts::with);
    // Archived ones have their name in a roll-out, but aren't offered.
    std::erase_if(page.sites, [](const Site& site) { return site.archived_at.has_value(); });
    page.enough_objectives = enough_objectives(page.objectives);
    page.goals = goal_views(session, account, page.cycle, page.objectives, page.today);
    page.team = team_of(session, account);
    page.readiness = readiness_of(page.objectives, page.goals, page.team);
    page.at_start = figure::plan_at_start(session, id);
    if (page.cycle.activated_on) page.since_start = store::adaptations(session, page.cycle);
    page.people = people_of(session, account);
    page.doubt = page.cycle.state != CycleState::closed && plan_doubted(session, account);
    return page;
  });
}

NextCycle next_cycle(Context& context, const Caller& caller, const Id& id,
                     const std::optional<Date>& starts_on) {
  const auto account = get<Account>(context, caller, id);
  return context.database.read([&](store::Session& session) {
    return starts_on ? next_cycle_from(session, account, *starts_on)
                     : figure::next_cycle(session, account, context.today());
  });
}

}  // namespace takt::page
