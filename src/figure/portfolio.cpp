#include "figure/portfolio.hpp"

#include <algorithm>

#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "domain/effect.hpp"
#include "domain/life_cycle.hpp"
#include "domain/objective.hpp"
#include "domain/progress.hpp"
#include "domain/signal.hpp"
#include "domain/supply.hpp"
#include "figure/agility.hpp"
#include "figure/effect.hpp"
#include "figure/plan.hpp"
#include "figure/series.hpp"
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

}  // namespace

PortfolioFigures portfolio_figures(store::Session& session, const Id& id, Instant now) {
  const auto zone = store::organisation_zone(session);
  const auto today = store::day_in(zone, now);
  const auto account = store::must_find<Account>(session, id);
  PortfolioFigures out{.account = id, .revision = store::revision(session, id), .day = today};
  const auto running = current_cycle(store::present_of<Cycle>(session, id));
  std::vector<ObjectiveView> plan;
  const auto series = series_of(session, account, today);
  if (running) {
    plan = plan_of(session, account, *running, {}, series, today);
    out.expected = expected_by(running->starts_on, running->ends_on, as_of(*running, today));
    out.progress = progress_of(plan);
    out.health = health_of(plan);
    out.effect = effect_of(plan);
    out.quadrants = quadrants_of(effect_rows(*running, plan, store::reviews_of(session, id)));
    for (const auto& objective : plan)
      for (const auto& one : objective.key_results)
        out.last_check_in = std::max(out.last_check_in, one.last_check_in);
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
  for (const auto& signal : store::present_of<Signal>(session, id)) {
    out.waiting += waits(signal, today);
    out.overdue += overdue(signal, store::day_in(zone, signal.created_at), today);
  }
  out.next_meeting = store::next_meeting_at(session, id, store::day_begins(zone, today));
  out.agility = agility_of(session, account, running, plan, today);
  return out;
}

}  // namespace takt::figure
