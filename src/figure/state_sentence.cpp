#include "figure/state_sentence.hpp"

#include <algorithm>

#include "domain/life_cycle.hpp"
#include "figure/effect.hpp"
#include "figure/supply.hpp"

namespace takt::figure {

using namespace domain;

namespace {

bool counts(const ObjectiveView& view) { return view.objective.state != ObjectiveState::dropped; }

std::optional<double> of_percent(const std::optional<double>& percent) {
  if (!percent) return {};
  return *percent / 100;
}

/// Whether the close of the cycle waits for something of the objective.
bool is_open(const ObjectiveView& view, const std::vector<Review>& reviews) {
  const auto* review = review_of(reviews, view.objective.id);
  const ObjectiveInCycle facts{.state = view.objective.state,
                               .has_decision = review && review->decision,
                               .has_score = has_score(view, review)};
  return awaits_decision(facts) || awaits_score(facts);
}

void add_outdated(std::vector<OutdatedKeyResult>& outdated, const ObjectiveView& view) {
  for (const auto& one : view.key_results) {
    if (one.key_result.state == KeyResultState::dropped || one.health != Health::outdated) continue;
    const bool asked = one.key_result.follows == Follows::check_ins;
    outdated.push_back(
        {one.key_result.id, asked ? one.days_silent : std::nullopt, one.sites_total.has_value()});
  }
}

}  // namespace

std::optional<ShareMoved> share_moved(const Series& series,
                                      const std::vector<ObjectiveView>& plan) {
  const auto points = share_series(series.supply, series.share_period, series.today);
  if (points.empty() || !points.back().total.share) return {};
  const auto& last = points.back();
  ShareMoved out{.now = *last.total.share, .estimated = last.total.estimated};
  if (const auto found = std::ranges::find_if(plan, aims_at_whole_share, &ObjectiveView::objective);
      found != plan.end()) {
    out.before = of_percent(found->outcome.baseline);
    out.target = of_percent(found->outcome.target);
    return out;
  }
  const auto before = period_start(last.period, plus_days(last.starts_on, -1));
  for (const auto& point : points)
    if (point.period == last.period && point.starts_on == before &&
        point.total.unit == last.total.unit)
      out.before = point.total.share;
  return out;
}

AccountState account_state(const Account& account, const std::optional<Cycle>& cycle,
                           const std::vector<ObjectiveView>& plan, const Series& series,
                           const std::vector<SignalView>& signals,
                           const std::vector<Review>& reviews, Date today) {
  AccountState out{.account = account.id, .today = today, .cycle = cycle};
  const bool running = cycle && cycle->state == CycleState::active;
  // What a cycle that is over aimed at is no target any more.
  const bool closed = !cycle || cycle->state == CycleState::closed;
  out.share = share_moved(series, closed ? std::vector<ObjectiveView>{} : plan);
  for (const auto& view : signals) {
    out.waiting += view.waits;
    out.overdue += view.overdue;
  }
  if (!cycle) return out;
  out.progress = progress_of(plan);
  out.expected = expected_by(cycle->starts_on, cycle->ends_on, as_of(*cycle, today));
  for (const auto& view : plan) {
    if (!counts(view)) continue;
    ++out.objectives;
    out.measured += view.measured;
    out.key_results += view.total;
    if (view.health == Health::behind) out.behind.push_back(view.objective.id);
    if (view.health == Health::at_risk) out.at_risk.push_back(view.objective.id);
    if (running) add_outdated(out.outdated, view);
    out.open_in_review += cycle->state == CycleState::review && is_open(view, reviews);
  }
  return out;
}

void add_own(OwnState& state, const std::vector<ObjectiveView>& plan, const Id& user, Date today) {
  for (const auto& view : plan) {
    if (!counts(view)) continue;
    for (const auto& one : view.key_results) {
      const auto& owner = one.key_result.owner ? one.key_result.owner : view.objective.owner;
      if (one.key_result.state == KeyResultState::dropped || owner != user) continue;
      ++state.key_results;
      state.pending += one.health == Health::pending;
      if (one.health == Health::outdated) state.outdated.push_back(one.key_result.id);
      const auto& next = one.next_check_in;
      if (next && *next >= today && (!state.next_check_in || *next < *state.next_check_in))
        state.next_check_in = *next;
    }
  }
}

}  // namespace takt::figure
