#include "figure/portfolio_detail.hpp"

#include <algorithm>
#include <map>

#include "figure/effect.hpp"
#include "figure/supply.hpp"
#include "store/plan_store.hpp"
#include "store/zone.hpp"

namespace takt::figure {

using namespace domain;

namespace {

constexpr std::size_t kShares = 8;
constexpr int kWeeks = 12;

void add_shares(PortfolioDetail& out, const Series& series) {
  const auto points = share_series(series.supply, series.share_period, series.today);
  if (points.empty()) return;
  // Periods of another length, or counted in another unit, are no course of the same thing.
  const auto& last = points.back();
  std::vector<SupplyPoint> same;
  for (const auto& point : points)
    if (point.period == last.period && point.total.unit == last.total.unit) same.push_back(point);
  const auto from = same.size() > kShares ? same.size() - kShares : 0;
  for (auto i = from; i < same.size(); ++i)
    out.shares.push_back(
        {same[i].period, same[i].starts_on, same[i].total.share, same[i].total.estimated});
  const auto before = period_start(last.period, plus_days(last.starts_on, -1));
  for (const auto& point : same)
    if (point.starts_on == before && point.total.share && last.total.share)
      out.share_change = difference(*last.total.share, *point.total.share);
}

void put_outcome(store::PortfolioObjective& out, const Objective& objective,
                 const OutcomeView& outcome) {
  out.outcome_kind = objective.outcome_kind;
  out.outcome = objective.outcome;
  out.outcome_unit = objective.outcome_unit;
  out.whole_share = aims_at_whole_share(objective);
  out.baseline = outcome.baseline;
  out.now = outcome.now;
  out.target = outcome.target;
  out.decimals = outcome.decimals;
  out.moved = moved(outcome.baseline, outcome.now, outcome.decimals);
}

void add_running(PortfolioDetail& out, const PortfolioRows& rows) {
  if (!rows.running) return;
  const auto effects = effect_rows(*rows.running, rows.plan, rows.reviews);
  for (const auto& view : rows.plan) {
    const auto found = std::ranges::find(effects, view.objective.id, &EffectRow::objective);
    if (found == effects.end()) continue;
    store::PortfolioObjective one{.objective = view.objective.id,
                                  .title = view.objective.title,
                                  .cycle = rows.running->id,
                                  .course = {{view.progress, view.expected, view.health}},
                                  .result = found->result,
                                  .effect = found->effect,
                                  .so_far = found->so_far,
                                  .quadrant = found->quadrant};
    put_outcome(one, view.objective, view.outcome);
    out.objectives.push_back(std::move(one));
  }
}

/// Of the cycle that was closed last: its score is kept, so that no check-in has to be read.
void add_closed(PortfolioDetail& out, store::Session& session, const PortfolioRows& rows) {
  const auto* last = closed_last(rows.cycles);
  if (!last) return;
  for (const auto& objective : store::objectives_of_cycle(session, *last)) {
    if (objective.state == ObjectiveState::dropped) continue;
    auto outcome =
        outcome_view(outcome_readings(rows.series, objective), objective, *last, rows.today);
    outcome.decimals = decimals_of(rows.series, objective);
    store::PortfolioObjective one{
        .objective = objective.id, .title = objective.title, .cycle = last->id};
    if (const auto* review = review_of(rows.reviews, objective.id)) one.result = review->score;
    one.effect = outcome.effect;
    one.so_far = outcome.so_far;
    one.quadrant = quadrant(one.result, one.effect);
    put_outcome(one, objective, outcome);
    out.objectives.push_back(std::move(one));
  }
}

/// The share of the whole account says the most; else the first outcome that is known.
std::optional<Id> told(const std::vector<store::PortfolioObjective>& objectives) {
  const store::PortfolioObjective* found = nullptr;
  for (const auto& one : objectives) {
    if (!one.course || !one.now) continue;
    if (!found || (one.whole_share && !found->whole_share)) found = &one;
  }
  if (!found) return {};
  return found->objective;
}

void add_weeks(PortfolioDetail& out, store::Session& session, const PortfolioRows& rows) {
  out.weeks.assign(kWeeks, 0);
  const auto from = plus_days(rows.today, 1 - 7 * kWeeks);
  for (const auto& day : store::check_in_days(session, rows.account.id, from))
    if (day <= rows.today) ++out.weeks[static_cast<std::size_t>(days_between(from, day) / 7)];
}

void add_themes(PortfolioDetail& out, const PortfolioRows& rows, const std::string& zone) {
  const auto first = to_string(plus_months(rows.today, -11)).substr(0, 7);
  std::map<SignalTheme, store::PortfolioTheme> themes;
  for (const auto& view : rows.signals) {
    const auto recorded = store::day_in(zone, view.signal.created_at);
    out.fresh += view.signal.state == SignalState::new_ && view.waits && !view.overdue;
    out.last_signal = std::max(out.last_signal, std::optional(recorded));
    // By months, as the trends of themes count: see store::ThemesOf.
    const auto seen = view.signal.observed_on.value_or(date_of(view.signal.created_at));
    if (to_string(seen).substr(0, 7) < first) continue;
    auto& theme = themes[view.signal.theme];
    theme.theme = view.signal.theme;
    ++theme.signals;
    theme.waiting += view.waits;
    if (view.priority && (!theme.priority || view.priority->score > theme.priority->score))
      theme.priority = view.priority;
  }
  for (auto& [name, theme] : themes) out.themes.push_back(theme);
}

}  // namespace

const Cycle* closed_last(const std::vector<Cycle>& cycles) {
  const Cycle* last = nullptr;
  for (const auto& cycle : cycles)
    if (cycle.state == CycleState::closed && (!last || cycle.starts_on > last->starts_on))
      last = &cycle;
  return last;
}

PortfolioDetail portfolio_detail(store::Session& session, const PortfolioRows& rows) {
  const auto zone = store::organisation_zone(session);
  PortfolioDetail out;
  out.cadence = rows.account.cadence.value;
  add_shares(out, rows.series);
  add_weeks(out, session, rows);
  add_running(out, rows);
  out.told = told(out.objectives);
  add_closed(out, session, rows);
  add_themes(out, rows, zone);
  out.meeting_missed =
      store::last_meeting_state(session, rows.account.id, store::day_begins(zone, rows.today)) ==
      MeetingState::planned;
  return out;
}

}  // namespace takt::figure
