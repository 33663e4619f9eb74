#include "figure/plan.hpp"

#include <array>
#include <map>

#include "domain/account.hpp"
#include "domain/action.hpp"
#include "domain/check_in.hpp"
#include "domain/cycle.hpp"
#include "domain/effect.hpp"
#include "domain/forecast.hpp"
#include "domain/key_result.hpp"
#include "domain/objective.hpp"
#include "domain/progress.hpp"
#include "domain/site.hpp"
#include "figure/series.hpp"
#include "store/plan_store.hpp"

namespace takt::figure {

using namespace domain;

namespace {

/// The rows of a cycle, grouped by what they hang on.
struct Rows {
  std::map<Id, std::vector<KeyResult>> key_results;    // by objective
  std::map<Id, std::vector<SiteTarget>> site_targets;  // by key result
  std::map<Id, std::vector<CheckIn>> check_ins;        // by key result
  std::map<Id, int> open_actions;                      // by key result
};

template <class T, class Member>
std::map<Id, std::vector<T>> grouped(std::vector<T> rows, Member member) {
  std::map<Id, std::vector<T>> out;
  for (auto& row : rows) out[row.*member].push_back(std::move(row));
  return out;
}

Rows grouped(store::PlanRows plan) {
  Rows rows;
  rows.key_results = grouped(std::move(plan.key_results), &KeyResult::objective);
  rows.site_targets = grouped(std::move(plan.site_targets), &SiteTarget::key_result);
  rows.check_ins = grouped(std::move(plan.check_ins), &CheckIn::key_result);
  for (const auto& action : plan.open_actions) ++rows.open_actions[*action.key_result];
  return rows;
}

SiteView site_view(const KeyResult& key_result, const SiteTarget& target,
                   const std::vector<Site>& sites, std::span<const CheckIn> check_ins) {
  SiteView view{.site_target = target};
  for (const auto& site : sites) {
    if (site.id != target.site) continue;
    view.name = site.name;
    if (site.purchasers) view.purchasers = site.purchasers->value;
  }
  const std::vector<SiteTarget> only{target};
  const auto at_site = standpoint(key_result, only, check_ins);
  for (const auto& check_in : check_ins) {
    if (check_in.site != target.site) continue;
    view.value = check_in.value;
    if (check_in.stage) view.stage = check_in.stage->value;
  }
  view.reached = at_site.sites_reached == 1;
  view.progress = at_site.progress;
  if (key_result.kind == KeyResultKind::metric && view.value && target.target)
    view.progress = metric_progress(key_result.start.value_or(0), *target.target, *view.value);
  return view;
}

/// Check-ins and, where the key result follows a series, its readings within the cycle: what it
/// stands at comes from the series, confidence and notes from people.
std::vector<CheckIn> with_followed(const KeyResult& key_result, const Cycle& cycle,
                                   std::vector<CheckIn> check_ins, const Series& series) {
  for (const auto& reading : followed_readings(series, key_result, as_of(cycle, series.today))) {
    if (reading.on < cycle.starts_on) continue;
    CheckIn followed;
    followed.key_result = key_result.id;
    followed.effective_on = reading.on;
    followed.value = reading.value;
    followed.created_at = {reading.on.days};
    check_ins.push_back(std::move(followed));
  }
  return check_ins;
}

/// Stages are forecast by their degree in percent.
std::optional<Forecast> forecast_of(const KeyResult& key_result, std::span<const HistoryPoint> past,
                                    Date due) {
  std::vector<Reading> readings;
  for (const auto& point : past) {
    if (key_result.kind == KeyResultKind::stages) {
      if (point.progress) readings.push_back({point.on, *point.progress * 100});
    } else if (point.value) {
      readings.push_back({point.on, *point.value});
    }
  }
  std::optional<Forecast> out;
  switch (key_result.kind) {
    case KeyResultKind::stages:
      out = forecast(readings, due, 100, {});
      if (!out) return out;
      for (auto* end : {&out->low, &out->likely, &out->high}) *end = std::clamp(*end, 0.0, 100.0);
      return out;
    case KeyResultKind::metric: {
      if (!key_result.start || !key_result.target) return {};
      const bool falling = *key_result.target < *key_result.start;
      return falling ? forecast(readings, due, {}, key_result.target)
                     : forecast(readings, due, key_result.target, {});
    }
    case KeyResultKind::corridor:
      return forecast(readings, due, key_result.lower, key_result.upper);
  }
  return {};
}

KeyResultView view_of(const Account& account, const Cycle& cycle, const KeyResult& key_result,
                      double weight, const std::vector<SiteTarget>& targets,
                      const std::vector<CheckIn>& all_check_ins, const std::vector<Site>& sites,
                      const Series& series, int open_actions, Date today) {
  const auto check_ins = effective_check_ins(
      with_followed(key_result, cycle, all_check_ins, series), as_of(cycle, today));
  const auto now = standpoint(key_result, targets, check_ins);
  const auto due = key_result.due.value_or(cycle.ends_on);
  KeyResultView view{.key_result = key_result, .weight = weight};
  view.value = now.value;
  view.stage = now.stage;
  view.progress = now.progress;
  view.confidence = now.confidence;
  view.last_check_in = now.last_check_in;
  view.sites_reached = now.sites_reached;
  view.sites_total = now.sites_total;
  view.expected = expected_by(cycle.starts_on, due, as_of(cycle, today));
  view.health = health(now, view.expected, account.check_in_interval.value, as_of(cycle, today));
  if (now.last_check_in) view.days_silent = days_between(*now.last_check_in, today);
  for (const auto& check_in : check_ins) {
    if (check_in.id.empty()) continue;
    view.last_note = check_in.note;
    view.last_by = check_in.entered_by;
  }
  for (const auto& target : targets)
    view.sites.push_back(site_view(key_result, target, sites, check_ins));
  view.open_actions = open_actions;
  if (cycle.state == CycleState::active)
    view.forecast = forecast_of(key_result, history(key_result, targets, check_ins), due);
  return view;
}

/// Progress at the end of the cycle: each key result at the low, likely and high end of its own
/// forecast, or where it stands where it has none.
std::optional<Forecast> forecast_of(const std::vector<KeyResultView>& key_results) {
  bool any = false;
  std::array<std::vector<WeightedProgress>, 3> ends;
  for (const auto& view : key_results) {
    if (view.key_result.state == KeyResultState::dropped) continue;
    std::array<std::optional<double>, 3> progress{view.progress, view.progress, view.progress};
    if (view.forecast) {
      any = true;
      const std::array values{view.forecast->low, view.forecast->likely, view.forecast->high};
      for (std::size_t i = 0; i < values.size(); ++i)
        progress[i] = view.key_result.kind == KeyResultKind::stages
                          ? values[i] / 100
                          : progress_at(view.key_result, values[i]);
    }
    for (std::size_t i = 0; i < ends.size(); ++i) ends[i].push_back({progress[i], view.weight});
  }
  const auto low = roll_up(ends[0]);
  const auto likely = roll_up(ends[1]);
  const auto high = roll_up(ends[2]);
  if (!any || !low || !likely || !high) return {};
  // For a falling metric the high end of the value is the low end of the progress.
  return Forecast{std::min(*low, *high), *likely, std::max(*low, *high), {}};
}

ObjectiveView view_of(const Account& account, const Cycle& cycle, const Objective& objective,
                      Rows& rows, const std::vector<Site>& sites, const Series& series,
                      Date today) {
  ObjectiveView view{.objective = objective};
  const auto& key_results = rows.key_results[objective.id];
  const auto weight_of = weights(key_results);
  std::vector<WeightedProgress> parts;
  std::vector<Health> healths;
  double expected = 0;
  double weight = 0;
  for (std::size_t i = 0; i < key_results.size(); ++i) {
    const auto& key_result = key_results[i];
    auto one = view_of(account, cycle, key_result, weight_of[i], rows.site_targets[key_result.id],
                       rows.check_ins[key_result.id], sites, series,
                       rows.open_actions[key_result.id], today);
    if (key_result.state != KeyResultState::dropped) {
      parts.push_back({one.progress, weight_of[i]});
      healths.push_back(one.health);
      ++view.total;
      view.measured += one.progress.has_value();
      view.outdated += one.health == Health::outdated;
      view.pending += one.health == Health::pending;
      expected += one.expected * weight_of[i];
      weight += weight_of[i];
    }
    view.key_results.push_back(std::move(one));
  }
  view.progress = roll_up(parts);
  view.expected = weight > 0 ? expected / weight
                             : expected_by(cycle.starts_on, cycle.ends_on, as_of(cycle, today));
  view.health = objective_health(view.progress, view.expected, healths);
  // Effects may come late: the outcome is read as of today even when the cycle is closed.
  view.outcome = outcome_view(series, objective, cycle, today);
  view.forecast = forecast_of(view.key_results);
  return view;
}

}  // namespace

Date as_of(const Cycle& cycle, Date today) {
  return cycle.closed_on ? std::min(*cycle.closed_on, today) : today;
}

Series series_for(store::Session& session, const Cycle& cycle, Date today) {
  return series_of(session, store::must_find<Account>(session, cycle.account), today);
}

std::vector<ObjectiveView> plan_of(store::Session& session, const Account& account,
                                   const Cycle& cycle, const std::vector<Site>& sites,
                                   const Series& series, Date today) {
  auto rows = grouped(store::plan_rows_of_cycle(session, cycle));
  std::vector<ObjectiveView> out;
  for (const auto& objective :
       store::present_where<Objective>(session, cycle.account, "cycle", cycle.id))
    out.push_back(view_of(account, cycle, objective, rows, sites, series, today));
  return out;
}

ObjectiveView objective_view(store::Session& session, const Account& account, const Cycle& cycle,
                             const Objective& objective, Date today, const CheckIn* also) {
  auto rows = grouped(store::plan_rows_of_objective(session, objective));
  if (also) rows.check_ins[also->key_result].push_back(*also);
  return view_of(account, cycle, objective, rows, store::all_of<Site>(session, account.id),
                 series_of(session, account, today), today);
}

KeyResultView key_result_view(store::Session& session, const Account& account, const Cycle& cycle,
                              const KeyResult& key_result, Date today) {
  const auto objective = store::must_find<Objective>(session, key_result.objective);
  for (auto& view : objective_view(session, account, cycle, objective, today).key_results)
    if (view.key_result.id == key_result.id) return view;
  // An archived one is no part of its objective any more.
  return view_of(account, cycle, key_result, 0, {}, {}, {}, series_of(session, account, today), 0,
                 today);
}

std::vector<HistoryPoint> key_result_history(store::Session& session, const Cycle& cycle,
                                             const KeyResult& key_result,
                                             const std::vector<CheckIn>& check_ins, Date today) {
  const auto targets =
      store::present_where<SiteTarget>(session, key_result.account, "key_result", key_result.id);
  return history(key_result, targets,
                 effective_check_ins(
                     with_followed(key_result, cycle, check_ins, series_for(session, cycle, today)),
                     as_of(cycle, today)));
}

std::optional<double> progress_of(const std::vector<ObjectiveView>& objectives) {
  std::vector<WeightedProgress> parts;
  for (const auto& view : objectives)
    if (view.objective.state != ObjectiveState::dropped) parts.push_back({view.progress, 1});
  return roll_up(parts);
}

Health health_of(const std::vector<ObjectiveView>& objectives, double expected) {
  std::vector<Health> healths;
  for (const auto& view : objectives)
    if (view.objective.state != ObjectiveState::dropped) healths.push_back(view.health);
  return objective_health(progress_of(objectives), expected, healths);
}

}  // namespace takt::figure
