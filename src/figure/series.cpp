#include "figure/series.hpp"

#include <algorithm>

#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "domain/effect.hpp"
#include "domain/key_result.hpp"
#include "domain/kpi.hpp"
#include "domain/objective.hpp"
#include "domain/outcome.hpp"
#include "domain/supply.hpp"
#include "store/kpi_store.hpp"
#include "store/supply_store.hpp"

namespace takt::figure {

using namespace domain;

Series series_of(store::Session& session, const Account& account, Date today) {
  Series out{.share_period = account.share_period, .today = today};
  out.supply = store::supply_of(session, account.id);
  for (auto& value : store::kpi_values(session, account.id))
    out.kpis[value.kpi].push_back(std::move(value));
  if (!out.kpis.empty())
    for (const auto& kpi : store::all_of<Kpi>(session, account.id))
      out.kpi_decimals[kpi.id] = kpi.decimals.value;
  for (auto& reading : store::outcome_readings_of(session, account.id))
    out.readings[reading.objective].push_back(std::move(reading));
  return out;
}

namespace {

std::vector<Reading> supply_readings(const Series& series, std::span<const Id> areas,
                                     std::span<const Id> sites, Date day) {
  const auto records = records_of(series.supply, areas, sites);
  std::vector<Reading> out;
  for (const auto& point : share_series(records, series.share_period, day))
    if (point.total.share) out.push_back({point.known_on, *point.total.share * 100});
  return out;
}

}  // namespace

std::vector<Reading> kpi_readings(const Series& series, const std::optional<Id>& kpi) {
  std::vector<Reading> out;
  const auto found = kpi ? series.kpis.find(*kpi) : series.kpis.end();
  if (found == series.kpis.end()) return out;
  for (const auto& value : found->second) out.push_back({value.on, value.value});
  return out;
}

std::vector<Reading> outcome_readings(const Series& series, const Objective& objective) {
  switch (objective.outcome_kind) {
    case OutcomeKind::none:
      return {};
    case OutcomeKind::supply:
      return supply_readings(series, ids_of(objective.outcome_areas),
                             ids_of(objective.outcome_sites), series.today);
    case OutcomeKind::kpi:
      return kpi_readings(series, objective.outcome_kpi);
    case OutcomeKind::own:
      break;
  }
  std::vector<Reading> out;
  const auto found = series.readings.find(objective.id);
  if (found == series.readings.end()) return out;
  for (const auto& reading : found->second) out.push_back({reading.on, reading.value});
  return out;
}

std::vector<Reading> followed_readings(const Series& series, const KeyResult& key_result,
                                       Date day) {
  switch (key_result.follows) {
    case Follows::check_ins:
      return {};
    case Follows::kpi:
      return kpi_readings(series, key_result.kpi);
    case Follows::supply:
      return supply_readings(series, ids_of(key_result.supply_areas),
                             ids_of(key_result.supply_sites), day);
  }
  return {};
}

namespace {

int decimals_of_kpi(const Series& series, const std::optional<Id>& kpi) {
  const auto found = kpi ? series.kpi_decimals.find(*kpi) : series.kpi_decimals.end();
  return found == series.kpi_decimals.end() ? 0 : found->second;
}

}  // namespace

int decimals_of(const Series& series, const KeyResult& key_result) {
  int out = std::max(1, decimals(key_result.target.value_or(0)));
  // A start that was taken over was computed, too.
  if (!key_result.carried_from) out = std::max(out, decimals(key_result.start.value_or(0)));
  if (key_result.follows == Follows::kpi)
    out = std::max(out, decimals_of_kpi(series, key_result.kpi));
  return out;
}

int decimals_of(const Series& series, const Objective& objective) {
  int out = std::max(1, decimals(objective.outcome_target.value_or(0)));
  if (objective.outcome_kind == OutcomeKind::kpi)
    out = std::max(out, decimals_of_kpi(series, objective.outcome_kpi));
  if (objective.outcome_kind != OutcomeKind::own) return out;
  out = std::max(out, decimals(objective.outcome_baseline.value_or(0)));
  for (const auto& reading : outcome_readings(series, objective))
    out = std::max(out, decimals(reading.value));
  return out;
}

namespace {

/// What was read by the first day of the cycle, else by the day on which it was started: today, as
/// long as it is planned.
std::optional<double> known_at_start(std::span<const Reading> readings, const Cycle& cycle,
                                     Date today) {
  auto found = latest_reading(readings, cycle.starts_on);
  const auto started_on =
      cycle.state == CycleState::planning ? std::optional(today) : cycle.activated_on;
  if (!found && started_on) found = latest_reading(readings, *started_on);
  return found ? std::optional(found->value) : std::nullopt;
}

}  // namespace

bool outcome_estimated(const Series& series, const Objective& objective, Date day) {
  if (objective.outcome_kind != OutcomeKind::supply) return false;
  const auto areas = ids_of(objective.outcome_areas);
  const auto sites = ids_of(objective.outcome_sites);
  bool estimated = false;
  for (const auto& point :
       share_series(records_of(series.supply, areas, sites), series.share_period, day))
    if (point.total.share && point.known_on <= day) estimated = point.total.estimated;
  return estimated;
}

OutcomeView outcome_view(std::vector<Reading> readings, const Objective& objective,
                         const Cycle& cycle, Date day) {
  OutcomeView view;
  if (objective.outcome_kind == OutcomeKind::none) return view;
  view.readings = std::move(readings);
  view.baseline = objective.outcome_baseline;
  if (!view.baseline) view.baseline = known_at_start(view.readings, cycle, day);
  view.target = objective.outcome_target;
  // Only what was read in or after the cycle can be its effect.
  const auto latest = latest_reading(view.readings, day);
  if (latest && latest->on >= cycle.starts_on) view.now = latest->value;
  view.known = effect_known(view.readings, cycle, day);
  (view.known ? view.effect : view.so_far) = effectiveness(view.baseline, view.target, view.now);
  return view;
}

}  // namespace takt::figure
