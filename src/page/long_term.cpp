#include "page/long_term.hpp"

#include <algorithm>

#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "domain/goal.hpp"
#include "domain/kpi.hpp"
#include "domain/life_cycle.hpp"
#include "domain/objective.hpp"
#include "figure/goal.hpp"
#include "figure/next_cycle.hpp"
#include "figure/plan.hpp"
#include "figure/series.hpp"
#include "figure/supply.hpp"
#include "page/cycle_plan.hpp"
#include "page/page.hpp"
#include "store/plan_store.hpp"
#include "store/supply_store.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

namespace {

/// `goals`: by due date.
Sentence sentence_of_goals(const std::vector<GoalLine>& goals) {
  LongTermState state;
  for (const auto& line : goals) {
    if (line.goal.state != GoalState::open) continue;
    ++state.goals;
    state.last = line.goal.due;
    if (line.asks) state.without_step.emplace_back(line.goal.title);
  }
  return long_term_sentence(state);
}

}  // namespace

LongTermPage long_term_page(Context& context, const Id& account) {
  return context.database.read([&](store::Session& session) {
    LongTermPage page;
    page.today = context.today();
    page.revision = store::revision(session, account);
    page.account = store::must_find<Account>(session, account);
    auto visions = store::present_of<Vision>(session, account);
    if (!visions.empty()) page.vision = std::move(visions.back());
    auto cycles = store::present_of<Cycle>(session, account);
    std::ranges::sort(cycles, {}, &Cycle::starts_on);
    auto goals = store::present_of<LongTermGoal>(session, account);
    const bool read =
        std::ranges::any_of(goals, [](const LongTermGoal& goal) { return goal.kpi.has_value(); });
    // Progress needs a series only where a key result follows one.
    const bool contracts = store::any_contract_end(session, account);
    const bool followed = store::follows_series(session, account) && !cycles.empty();
    const auto series =
        read || contracts || followed ? series_of(session, page.account, page.today) : Series{};
    const auto current = shown_cycle(cycles);
    std::vector<GoalStep> steps;
    std::vector<std::pair<Id, std::size_t>> links;  // goal → its step
    for (const auto& cycle : cycles) {
      const auto views = plan_of(session, page.account, cycle, {}, series, page.today);
      const auto count = std::ranges::count_if(views, [](const ObjectiveView& view) {
        return view.objective.state != ObjectiveState::dropped;
      });
      const auto [week, weeks] = weeks_of(cycle, page.today);
      page.cycles.push_back({cycle.id, cycle.name, cycle.starts_on, cycle.ends_on, cycle.state,
                             week, weeks, progress_of(views), static_cast<int>(count)});
      int number = 0;
      for (const auto& view : views) {
        ++number;
        for (const auto& link : view.objective.goals) {
          links.emplace_back(link.goal, steps.size());
          steps.push_back({view.objective.id, view.objective.title, cycle.id, link.kind,
                           view.objective.state, number, view.progress, view.expected, view.health,
                           view.outdated, view.total});
        }
      }
    }
    Date farthest = page.today;
    const auto milestones = store::present_of<Milestone>(session, account);
    page.kpis = store::present_of<Kpi>(session, account);
    for (auto& goal : goals) {
      farthest = std::max(farthest, goal.due);
      GoalLine line{.goal = goal};
      if (goal.kpi)
        line.kpi =
            GoalKpi{store::must_find<Kpi>(session, *goal.kpi), kpi_readings(series, goal.kpi)};
      line.months_left = months_between(page.today, goal.due);
      bool has_step = false;
      for (const auto& [id, at] : links) {
        if (id != goal.id) continue;
        const auto& step = steps[at];
        line.steps.push_back(step);
        const bool counts =
            step.kind == GoalLinkKind::contributes && step.state != ObjectiveState::dropped;
        line.contributing += counts;
        has_step = has_step || (counts && current && step.cycle == current->id);
      }
      for (const auto& milestone : milestones)
        if (milestone.goal == goal.id) line.milestones.push_back(milestone);
      std::ranges::sort(line.milestones, {}, &Milestone::due);
      line.asks = asks_for_step(goal, current, has_step);
      page.goals.push_back(std::move(line));
    }
    std::ranges::sort(page.goals, {}, [](const GoalLine& line) { return line.goal.due; });
    page.sentence = sentence_of_goals(page.goals);
    for (auto& coming : coming_cycles(session, page.account, page.today, farthest)) {
      LineCycle cycle;
      cycle.name = std::move(coming.name);
      cycle.starts_on = coming.starts_on;
      cycle.ends_on = coming.ends_on;
      page.cycles.push_back(std::move(cycle));
    }
    if (contracts && !page.cycles.empty()) {
      page.contracts = contracts_of(session, account, series);
      std::erase_if(page.contracts, [&](const SupplyContract& contract) {
        return contract.ends_on > page.cycles.back().ends_on;
      });
    }
    return page;
  });
}

}  // namespace takt::page
