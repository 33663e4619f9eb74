#include "service/cockpit.hpp"

#include "service/plan.hpp"

namespace takt::service {

using namespace domain;

namespace {

std::optional<Cycle> shown_cycle(const std::vector<Cycle>& cycles,
                                 const std::optional<Id>& wanted) {
  if (wanted) {
    for (const auto& cycle : cycles)
      if (cycle.id == *wanted) return cycle;
    throw Problem::not_found();
  }
  for (const auto state : {CycleState::active, CycleState::review, CycleState::planning})
    for (const auto& cycle : cycles)
      if (cycle.state == state) return cycle;
  if (cycles.empty()) return {};
  return cycles.back();
}

CycleView view_of(const Cycle& cycle, int objectives, Date today) {
  CycleView view{.cycle = cycle, .objectives = objectives};
  view.weeks = (days_between(cycle.starts_on, cycle.ends_on) + 7) / 7;
  if (today >= cycle.starts_on)
    view.week = std::min(view.weeks, days_between(cycle.starts_on, today) / 7 + 1);
  return view;
}

std::vector<Meeting> next_meetings(store::Session& session, const Id& account) {
  return session.rows<Meeting>(store::select_all<Meeting>() +
                                   " where account = :account and archived_at is null and state <> "
                                   "'closed' order by planned_at limit 3",
                               {store::bound("account", account)});
}

}  // namespace

std::vector<GoalView> goal_views(store::Session& session, const Id& account,
                                 const std::vector<ObjectiveView>& objectives, Date today) {
  std::vector<GoalView> out;
  for (auto& goal : store::present_of<LongTermGoal>(session, account)) {
    GoalView view{.goal = goal};
    view.months_left = days_between(today, goal.due) * 12 / 365;
    for (const auto& objective : objectives)
      for (const auto& link : objective.objective.goals)
        view.steps_in_cycle += link.goal == goal.id && link.kind == GoalLinkKind::contributes &&
                               objective.objective.state != ObjectiveState::dropped;
    out.push_back(std::move(view));
  }
  std::ranges::sort(out, {}, [](const GoalView& view) { return view.goal.due; });
  return out;
}

Cockpit cockpit(Context& context, const Id& account, const std::optional<Id>& cycle) {
  const auto today = context.today();
  return context.database.read([&](store::Session& session) {
    Cockpit page;
    page.account = store::find<Account>(session, account).value();
    page.revision = store::revision(session, account);
    page.today = today;
    auto visions = store::present_of<Vision>(session, account);
    if (!visions.empty()) page.vision = std::move(visions.back());
    auto cycles = store::present_of<Cycle>(session, account);
    std::ranges::sort(cycles, {}, &Cycle::starts_on);
    const auto all_objectives = store::present_of<Objective>(session, account);
    for (const auto& each : cycles) {
      const auto count = std::ranges::count(all_objectives, each.id, &Objective::cycle);
      page.cycles.push_back(view_of(each, static_cast<int>(count), today));
    }
    const auto shown = shown_cycle(cycles, cycle);
    page.sites = store::present_of<Site>(session, account);
    page.product_areas = store::present_of<ProductArea>(session, account);
    page.kpis = store::present_of<Kpi>(session, account);
    const auto from = plus_months(shown ? std::min(shown->starts_on, today) : today, -12);
    const auto series = series_of(session, account, from);
    if (shown) {
      page.cycle = shown->id;
      page.expected = expected_by(shown->starts_on, shown->ends_on, told_on(*shown, today));
      page.objectives = plan_of(session, page.account, *shown, page.sites, series, today);
      page.progress = progress_of(page.objectives);
    }
    if (!series.supply.empty()) {
      page.supply = supply_page(series.supply, {}, {});
      page.supply->records.clear();
    }
    page.goals = goal_views(session, account, page.objectives, today);
    page.signals = signal_views(session, store::present_of<Signal>(session, account), today);
    std::erase_if(page.signals, [](const SignalView& view) { return !view.waits; });
    page.meetings = next_meetings(session, account);
    page.answered = session.rows<AnsweredSignal>(
        "select r.target, s.id, s.title from response r join signal s on s.id = r.signal where "
        "r.account = :account and r.target is not null",
        {store::bound("account", account)});
    page.team = team_of(session, account);
    page.activity = store::changes(session, account, {.limit = 8});
    page.people = people_of(session, account);
    return page;
  });
}

PageCache::Page cockpit_page(Context& context, PageCache& pages, const Caller& caller,
                             const Id& account, const std::optional<Id>& cycle) {
  return pages.page(context, caller, account, cycle ? cycle->text : "",
                    [&] { return cockpit(context, account, cycle); });
}

std::optional<PageCache::Page> kept_cockpit_page(Context& context, PageCache& pages,
                                                 const Caller& caller, const Id& account,
                                                 const std::optional<Id>& cycle) {
  return pages.kept(context, caller, account, cycle ? cycle->text : "");
}

}  // namespace takt::service
