#include "page/cockpit.hpp"

#include <algorithm>

#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "domain/goal.hpp"
#include "domain/kpi.hpp"
#include "domain/life_cycle.hpp"
#include "domain/meeting.hpp"
#include "domain/objective.hpp"
#include "domain/problem.hpp"
#include "domain/product_area.hpp"
#include "domain/progress.hpp"
#include "domain/signal.hpp"
#include "domain/site.hpp"
#include "figure/goal.hpp"
#include "figure/next_cycle.hpp"
#include "figure/people.hpp"
#include "figure/plan.hpp"
#include "figure/series.hpp"
#include "figure/signal.hpp"
#include "figure/state_sentence.hpp"
#include "figure/supply.hpp"
#include "page/page.hpp"
#include "page/page_cache.hpp"
#include "page/supply.hpp"
#include "store/meeting_store.hpp"
#include "store/review_store.hpp"
#include "store/signal_store.hpp"
#include "store/zone.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

namespace {

std::optional<Cycle> cycle_of(const std::vector<Cycle>& cycles, const std::optional<Id>& wanted) {
  if (!wanted) return shown_cycle(cycles);
  for (const auto& cycle : cycles)
    if (cycle.id == *wanted) return cycle;
  throw Problem::not_found();
}

CycleView view_of(const Cycle& cycle, int objectives, Date today) {
  const auto [week, weeks] = weeks_of(cycle, today);
  return {cycle, week, weeks, objectives};
}

/// What the page says of the present cycle; the one that it shows may be another.
Sentence sentence_for(store::Session& session, const Cockpit& page,
                      const std::optional<Cycle>& present, const Series& series) {
  std::vector<ObjectiveView> other;
  const bool shown = !present || page.cycle == present->id;
  if (!shown) other = plan_of(session, page.account, *present, {}, series, page.today);
  std::vector<Review> reviews;
  if (present && present->state == CycleState::review)
    reviews = store::reviews_of(session, page.account.id);
  return account_sentence(account_state(page.account, present, shown ? page.objectives : other,
                                        series, page.signals, reviews, page.today));
}

}  // namespace

Cockpit cockpit(store::Session& session, Date today, const Id& account,
                const std::optional<Id>& cycle) {
  Cockpit page;
  page.account = store::must_find<Account>(session, account);
  page.revision = store::revision(session, account);
  page.today = today;
  auto visions = store::present_of<Vision>(session, account);
  if (!visions.empty()) page.vision = std::move(visions.back());
  auto cycles = store::present_of<Cycle>(session, account);
  std::ranges::sort(cycles, {}, &Cycle::starts_on);
  const auto all_objectives = store::present_of<Objective>(session, account);
  for (const auto& each : cycles) {
    const auto count = std::ranges::count_if(all_objectives, [&](const Objective& objective) {
      return objective.cycle == each.id && objective.state != ObjectiveState::dropped;
    });
    page.cycles.push_back(view_of(each, static_cast<int>(count), today));
  }
  const auto shown = cycle_of(cycles, cycle);
  page.sites = store::all_of<Site>(session, account);
  page.product_areas = store::present_of<ProductArea>(session, account);
  page.kpis = store::present_of<Kpi>(session, account);
  const auto series = series_of(session, page.account, today);
  if (shown) {
    page.cycle = shown->id;
    page.expected = expected_by(shown->starts_on, shown->ends_on, as_of(*shown, today));
    page.objectives =
        plan_of(session, page.account, *shown, page.sites, series, today, Forecasts::with);
    page.progress = progress_of(page.objectives);
    page.enough_objectives = enough_objectives(page.objectives);
  }
  // Archived ones have their name in a roll-out, but aren't offered.
  std::erase_if(page.sites, [](const Site& site) { return site.archived_at.has_value(); });
  if (!series.supply.empty()) {
    page.supply = supply_matrix(session, series, account, {}, {});
    page.supply->records.clear();
  }
  page.goals = goal_views(session, account, shown, page.objectives, today);
  const auto farthest = page.goals.empty() ? today : page.goals.back().goal.due;
  page.coming = coming_cycles(session, page.account, today, std::max(today, farthest));
  page.signals = signal_views(session, store::present_of<Signal>(session, account), today);
  std::erase_if(page.signals, [](const SignalView& view) { return !view.waits; });
  page.sentence = sentence_for(session, page, shown_cycle(cycles), series);
  page.meetings = store::next_meetings(session, account,
                                       store::day_begins(store::organisation_zone(session), today));
  std::vector<Id> shown_here;
  for (const auto& view : page.objectives) {
    shown_here.push_back(view.objective.id);
    for (const auto& one : view.key_results) shown_here.push_back(one.key_result.id);
  }
  page.answered = store::answered_signals(session, account, shown_here);
  page.team = team_of(session, account);
  page.activity = store::changes(session, account, {.limit = 8});
  page.people = people_of(session, account);
  return page;
}

Cockpit cockpit(Context& context, const Id& account, const std::optional<Id>& cycle) {
  const auto today = context.today();
  return context.database.read(
      [&](store::Session& session) { return cockpit(session, today, account, cycle); });
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

}  // namespace takt::page
