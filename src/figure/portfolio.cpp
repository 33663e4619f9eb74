#include "figure/portfolio.hpp"

#include <algorithm>

#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "domain/effect.hpp"
#include "domain/life_cycle.hpp"
#include "domain/objective.hpp"
#include "domain/portfolio.hpp"
#include "domain/progress.hpp"
#include "domain/signal.hpp"
#include "domain/supply.hpp"
#include "figure/agility.hpp"
#include "figure/effect.hpp"
#include "figure/plan.hpp"
#include "figure/portfolio_detail.hpp"
#include "figure/series.hpp"
#include "figure/signal.hpp"
#include "figure/state_sentence.hpp"
#include "figure/supply.hpp"
#include "store/change_log.hpp"
#include "store/meeting_store.hpp"
#include "store/review_store.hpp"
#include "store/zone.hpp"

namespace takt::figure {

using namespace domain;

namespace {

std::optional<double> effect_of(const std::vector<ObjectiveView>& plan) {
  std::vector<std::optional<double>> effects;
  for (const auto& view : plan)
    if (view.objective.state != ObjectiveState::dropped) effects.push_back(view.outcome.effect);
  return median_effect(effects);
}

bool asks_for_check_ins(const std::vector<ObjectiveView>& plan) {
  for (const auto& view : plan)
    for (const auto& one : view.key_results)
      if (one.key_result.state == KeyResultState::active &&
          one.key_result.follows == Follows::check_ins)
        return true;
  return false;
}

}  // namespace

PortfolioKept portfolio_kept(store::Session& session, const Id& id, Instant now) {
  const auto zone = store::organisation_zone(session);
  const auto today = store::day_in(zone, now);
  const auto account = store::must_find<Account>(session, id);
  PortfolioKept kept;
  auto& out = kept.figures;
  out.account = id;
  out.revision = store::revision(session, id);
  out.day = today;
  const auto cycles = store::present_of<Cycle>(session, id);
  const auto running = current_cycle(cycles);
  std::vector<ObjectiveView> plan;
  const auto series = series_of(session, account, today);
  const auto reviews = store::reviews_of(session, id);
  if (running) {
    plan = plan_of(session, account, *running, {}, series, today);
    out.expected = expected_by(running->starts_on, running->ends_on, as_of(*running, today));
    out.progress = progress_of(plan);
    out.health = health_of(plan);
    out.effect = effect_of(plan);
    out.quadrants = quadrants_of(effect_rows(*running, plan, reviews));
    for (const auto& view : plan) {
      if (view.objective.state != ObjectiveState::dropped) out.outdated += view.outdated;
      for (const auto& one : view.key_results)
        out.last_check_in = std::max(out.last_check_in, one.last_check_in);
    }
  }
  if (const auto share = share_of_account(series)) {
    out.share = share->total.share;
    out.demand = share->total.demand;
    out.share_unit = share->total.unit;
    out.share_period = share->period;
    out.share_starts_on = share->starts_on;
    out.share_running = share->running;
    if (const auto year = last_twelve_months(series.supply, *share, today)) {
      out.year_volume = year->volume;
      out.year_demand = year->demand;
    }
  }
  std::vector<SignalView> signals;
  for (auto& signal : store::present_of<Signal>(session, id)) {
    const auto recorded = store::day_in(zone, signal.created_at);
    signals.push_back(signal_view(std::move(signal), recorded, today));
    out.waiting += signals.back().waits;
    out.overdue += signals.back().overdue;
  }
  out.next_meeting = store::next_meeting_at(session, id, store::day_begins(zone, today));
  out.agility = agility_of(session, account, running, plan, today);
  kept.detail =
      portfolio_detail(session, {account, cycles, running, plan, series, signals, reviews, today});
  out.drifting = drifts(out.health, share_moved(series, plan));
  const Quiet quiet{.today = today,
                    .there_since = store::day_in(zone, account.created_at),
                    .runs_since = running ? running->starts_on : today,
                    .asks = asks_for_check_ins(plan),
                    .last_check_in = out.last_check_in,
                    .last_signal = kept.detail.last_signal};
  kept.detail.without_signals = without_signals(quiet);
  out.resting = running && running->state == CycleState::active && rests(quiet);
  return kept;
}

std::vector<PortfolioKept> portfolio_kept(store::Session& session, std::span<const Id> accounts,
                                          Instant now) {
  // Also where there is none, which find() would look for each time.
  store::read_together(session, {&store::organisation_ledger(), 1});
  store::read_together(session, accounts);
  std::vector<Id> running;
  std::vector<Id> closed;
  for (const auto& account : accounts) {
    const auto cycles = store::present_of<Cycle>(session, account);
    if (const auto current = current_cycle(cycles)) running.push_back(current->id);
    if (const auto* last = closed_last(cycles)) closed.push_back(last->id);
  }
  store::read_together(session, running);
  store::read_together(session, closed);
  std::vector<PortfolioKept> out;
  out.reserve(accounts.size());
  for (const auto& account : accounts) out.push_back(portfolio_kept(session, account, now));
  return out;
}

}  // namespace takt::figure
