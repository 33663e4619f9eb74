#include "figure/plan.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "domain/account.hpp"
#include "domain/action.hpp"
#include "domain/check_in.hpp"
#include "domain/cycle.hpp"
#include "domain/effect.hpp"
#include "domain/forecast.hpp"
#include "domain/hints.hpp"
#include "domain/key_result.hpp"
#include "domain/objective.hpp"
#include "domain/progress.hpp"
#include "domain/site.hpp"
#include "figure/at_close.hpp"
#include "figure/series.hpp"
#include "store/check_in_store.hpp"
#include "store/plan_store.hpp"
#include "store/zone.hpp"

namespace takt::figure {

using namespace domain;

namespace {

/// The rows of a cycle, grouped by what they hang on.
struct Rows {
  std::map<Id, std::vector<KeyResult>> key_results;    // by objective
  std::map<Id, std::vector<SiteTarget>> site_targets;  // by key result
  std::map<Id, std::vector<CheckIn>> check_ins;        // by key result
  std::map<Id, int> open_actions;                      // by key result
  std::optional<AtClose> at_close;                     // of a closed cycle
  std::string zone;                                    // whose days count
};

template <class T, class Member>
std::map<Id, std::vector<T>> grouped(std::vector<T> rows, Member member) {
  std::map<Id, std::vector<T>> out;
  for (auto& row : rows) out[row.*member].push_back(std::move(row));
  return out;
}

Rows grouped(store::Session& session, const Cycle& cycle, store::PlanRows plan) {
  Rows rows;
  rows.key_results = grouped(std::move(plan.key_results), &KeyResult::objective);
  rows.site_targets = grouped(std::move(plan.site_targets), &SiteTarget::key_result);
  rows.check_ins = grouped(std::move(plan.check_ins), &CheckIn::key_result);
  for (const auto& action : plan.open_actions) ++rows.open_actions[*action.key_result];
  rows.at_close = at_close(session, cycle);
  rows.zone = store::organisation_zone(session);
  return rows;
}

SiteView site_view(const SiteTarget& target, const SiteStandpoint& now,
                   const std::vector<Site>& sites) {
  SiteView view{.site_target = target};
  for (const auto& site : sites) {
    if (site.id != target.site) continue;
    view.name = site.name;
    view.archived = site.archived_at.has_value();
    if (site.purchasers) view.purchasers = site.purchasers->value;
  }
  view.start = now.start;
  view.value = now.value;
  view.stage = now.stage;
  view.progress = now.progress;
  view.reached = now.reached;
  return view;
}

Date day_of(const Cycle& cycle, const std::optional<AtClose>& at_close, Date today) {
  return at_close ? at_close->as_of : as_of(cycle, today);
}

std::vector<Reading> source_readings(const KeyResult& key_result, const Series& series,
                                     const std::optional<AtClose>& at_close, Date day) {
  const auto* kept = at_close ? readings_of(at_close->key_results, key_result.id) : nullptr;
  return kept ? *kept : followed_readings(series, key_result, day);
}

/// The check-ins that count and, where the key result follows a series, its readings within the
/// cycle: what it stands at comes from the series, confidence and notes from people.
std::vector<CheckIn> counted(const KeyResult& key_result, const Cycle& cycle,
                             std::vector<CheckIn> check_ins, const Series& series,
                             const std::optional<AtClose>& at_close, Date day) {
  for (const auto& reading : source_readings(key_result, series, at_close, day)) {
    if (reading.on < cycle.starts_on) continue;
    CheckIn followed;
    followed.key_result = key_result.id;
    followed.effective_on = reading.on;
    followed.value = reading.value;
    followed.created_at = {reading.on.days};
    check_ins.push_back(std::move(followed));
  }
  return effective_check_ins(check_ins, day);
}

/// When something was heard of a key result within its cycle, and how often it should be.
struct Heard {
  std::vector<Date> days;  ///< ascending
  double usual_days = 0;
};

/// `counted`: by counted(). Of one that follows a series silent is the source, whatever people say
/// meanwhile.
Heard heard_of(const KeyResult& key_result, const Cycle& cycle, const std::vector<CheckIn>& counted,
               const Series& series, const std::optional<AtClose>& at_close, double interval,
               Date day) {
  Heard out{{}, interval};
  if (key_result.follows == Follows::check_ins) {
    for (const auto& check_in : counted) out.days.push_back(check_in.effective_on);
    return out;
  }
  std::vector<Date> all;
  for (const auto& reading : source_readings(key_result, series, at_close, day))
    if (reading.on <= day) all.push_back(reading.on);
  out.usual_days = usual_spacing(all).value_or(interval);
  std::ranges::copy_if(all, std::back_inserter(out.days),
                       [&](Date on) { return on >= cycle.starts_on; });
  return out;
}

/// Rolled out, a metric counts from the starts of its sites.
KeyResult counting_from(std::optional<double> start, KeyResult key_result) {
  key_result.start = start;
  return key_result;
}

/// A key result's figures with what may become of it.
struct Prospects {
  KeyResultView view;
  std::optional<Outlook> outlook;
};

Prospects view_of(const Account& account, const Cycle& cycle, const KeyResult& key_result,
                  double weight, Rows& rows, const std::vector<Site>& sites, const Series& series,
                  Date planned_on, Date today, Forecasts forecasts) {
  const auto& targets = rows.site_targets[key_result.id];
  const auto& at_close = rows.at_close;
  const auto day = day_of(cycle, at_close, today);
  const auto check_ins =
      counted(key_result, cycle, rows.check_ins[key_result.id], series, at_close, day);
  const int interval = at_close ? at_close->check_in_interval : account.check_in_interval.value;
  const auto added_on = store::day_in(rows.zone, key_result.created_at);
  const auto now = standpoint(key_result, targets, check_ins);
  const auto due = key_result.due.value_or(cycle.ends_on);
  KeyResultView view{.key_result = key_result, .weight = weight};
  view.start = now.start;
  view.value = now.value;
  view.stage = now.stage;
  view.progress = now.progress;
  view.falling = falls(key_result.start, key_result.target);
  view.decimals = decimals_of(series, key_result);
  view.confidence = now.confidence;
  if (now.confidence) view.confidence_band = confidence_band(*now.confidence);
  view.last_check_in = now.last_check_in;
  view.sites_reached = now.sites_reached;
  view.sites_reported = now.sites_reported;
  view.sites_total = now.sites_total;
  view.expected = expected_by(cycle.starts_on, due, day);
  const auto past = history(key_result, targets, check_ins);
  const auto until = owed_until(key_result, past, std::min(due, cycle.ends_on));
  const auto at_sites = site_standpoints(key_result, targets, check_ins);
  const auto heard = heard_of(key_result, cycle, check_ins, series, at_close, interval, day);
  if (key_result.follows == Follows::check_ins) {
    // Before the cycle was started nobody could check in.
    const auto owed = slots(std::max(cycle.starts_on, planned_on),
                            std::max(added_on, cycle.activated_on.value_or(added_on)), interval,
                            until, day, heard.days);
    view.check_ins_due = owed.due;
    view.check_ins_made = owed.made;
    if (today <= until) view.next_check_in = owed.next;
    view.health = health(now, view.expected, interval, std::min(day, until));
    if (!targets.empty())
      view.sites_silent = silent_sites(at_sites, interval, std::min(day, until));
  } else {
    auto source = now;
    source.last_check_in.reset();
    if (!heard.days.empty()) source.last_check_in = heard.days.back();
    view.health = health(source, view.expected, heard.usual_days, std::min(day, until));
  }
  if (now.last_check_in) view.days_silent = days_between(*now.last_check_in, today);
  for (const auto& check_in : check_ins) {
    if (check_in.id.empty()) continue;
    view.last_note = check_in.note;
    view.last_by = check_in.entered_by;
  }
  for (std::size_t i = 0; i < targets.size(); ++i)
    view.sites.push_back(site_view(targets[i], at_sites[i], sites));
  view.open_actions = rows.open_actions[key_result.id];
  if (forecasts == Forecasts::without || cycle.state != CycleState::active ||
      key_result.state == KeyResultState::dropped)
    return {std::move(view), {}};
  // One that was added in mid-cycle has had its start value since then.
  const auto since = std::max(cycle.starts_on, added_on);
  auto next = outlook(counting_from(now.start, key_result), past, {since, due, today});
  if (next) view.forecast = next->forecast;
  return {std::move(view), std::move(next)};
}

/// What may become of a key result's progress; where nothing is forecast it stands still.
PartOutlook part_of(const Prospects& prospects) {
  const auto key_result = counting_from(prospects.view.start, prospects.view.key_result);
  PartOutlook part{{}, prospects.view.weight};
  if (prospects.outlook) {
    for (const double value : prospects.outlook->outcomes)
      if (const auto progress = key_result.kind == KeyResultKind::stages
                                    ? std::optional(value / 100)
                                    : progress_at(key_result, value))
        part.outcomes.push_back(*progress);
  } else if (prospects.view.progress) {
    part.outcomes.push_back(*prospects.view.progress);
  }
  return part;
}

ObjectiveView view_of(const Account& account, const Cycle& cycle, const Objective& objective,
                      Rows& rows, const std::vector<Site>& sites, const Series& series, Date today,
                      Forecasts forecasts) {
  ObjectiveView view{.objective = objective};
  const auto& key_results = rows.key_results[objective.id];
  const auto weight_of = weights(key_results);
  std::vector<WeightedProgress> parts;
  std::vector<PartOutlook> outlooks;
  std::vector<Health> healths;
  double expected = 0;
  double weight = 0;
  for (std::size_t i = 0; i < key_results.size(); ++i) {
    const auto& key_result = key_results[i];
    auto told = view_of(account, cycle, key_result, weight_of[i], rows, sites, series,
                        store::day_in(rows.zone, objective.created_at), today, forecasts);
    auto& one = told.view;
    if (key_result.state != KeyResultState::dropped) {
      parts.push_back({one.progress, weight_of[i]});
      outlooks.push_back(part_of(told));
      healths.push_back(one.health);
      ++view.total;
      view.measured += one.progress.has_value();
      view.outdated += one.health == Health::outdated;
      view.pending += one.health == Health::pending;
      if (one.progress) {
        expected += one.expected * weight_of[i];
        weight += weight_of[i];
      }
    }
    view.key_results.push_back(std::move(one));
  }
  view.enough_key_results = view.total >= kMostKeyResults;
  view.progress = roll_up(parts);
  view.result = result(parts);
  view.expected = weight > 0 ? expected / weight
                             : expected_by(cycle.starts_on, cycle.ends_on, as_of(cycle, today));
  view.health = objective_health(view.progress, view.expected, healths);
  // Effects may come late: the outcome is read as of today even when the cycle is closed.
  view.outcome = outcome_view(outcome_readings(series, objective), objective, cycle, today);
  view.outcome.decimals = decimals_of(series, objective);
  view.outcome.estimated = view.outcome.now && outcome_estimated(series, objective, today);
  const auto* kept = rows.at_close ? readings_of(rows.at_close->objectives, objective.id) : nullptr;
  const auto then = outcome_view(kept ? *kept : view.outcome.readings, objective, cycle,
                                 std::min(cycle.closed_on.value_or(today), today));
  view.effect_at_close = then.effect;
  view.forecast = forecast(outlooks);
  return view;
}

}  // namespace

Date as_of(const Cycle& cycle, Date today) {
  return std::min(cycle.closed_on.value_or(cycle.ends_on), today);
}

std::vector<ObjectiveView> plan_of(store::Session& session, const Account& account,
                                   const Cycle& cycle, const std::vector<Site>& sites,
                                   const Series& series, Date today, Forecasts forecasts) {
  auto rows = grouped(session, cycle, store::plan_rows_of_cycle(session, cycle));
  std::vector<ObjectiveView> out;
  for (const auto& objective : store::objectives_of_cycle(session, cycle))
    out.push_back(view_of(account, cycle, objective, rows, sites, series, today, forecasts));
  return out;
}

ObjectiveView objective_view(store::Session& session, const Account& account, const Cycle& cycle,
                             const Objective& objective, Date today, const CheckIn* also) {
  auto rows = grouped(session, cycle, store::plan_rows_of_objective(session, objective));
  if (also) rows.check_ins[also->key_result].push_back(*also);
  return view_of(account, cycle, objective, rows, store::all_of<Site>(session, account.id),
                 series_of(session, account, today), today, Forecasts::without);
}

KeyResultView key_result_view(store::Session& session, const Account& account, const Cycle& cycle,
                              const KeyResult& key_result, Date today) {
  const auto objective = store::must_find<Objective>(session, key_result.objective);
  const auto sites = store::all_of<Site>(session, account.id);
  const auto series = series_of(session, account, today);
  auto rows = grouped(session, cycle, store::plan_rows_of_objective(session, objective));
  const auto& all = rows.key_results[objective.id];
  const auto weight_of = weights(all);
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].id == key_result.id)
      return view_of(account, cycle, all[i], weight_of[i], rows, sites, series,
                     store::day_in(rows.zone, objective.created_at), today, Forecasts::with)
          .view;
  // An archived one is no part of its objective any more.
  rows = grouped(session, cycle, {});
  return view_of(account, cycle, key_result, 0, rows, sites, series, cycle.starts_on, today,
                 Forecasts::with)
      .view;
}

Course course_of(store::Session& session, const Account& account, const Cycle& cycle,
                 const KeyResult& key_result, Date today) {
  const auto targets =
      store::present_where<SiteTarget>(session, key_result.account, "key_result", key_result.id);
  const auto series = series_of(session, account, today);
  const auto kept = at_close(session, cycle);
  const auto day = day_of(cycle, kept, today);
  const auto those =
      counted(key_result, cycle, store::told_check_ins(session, key_result), series, kept, day);
  Course out;
  out.history = history(key_result, targets, those);
  const double interval = kept ? kept->check_in_interval : account.check_in_interval.value;
  const auto heard = heard_of(key_result, cycle, those, series, kept, interval, day);
  const auto due = std::min(key_result.due.value_or(cycle.ends_on), cycle.ends_on);
  out.silences = silences(heard.days, heard.usual_days,
                          std::min(day, owed_until(key_result, out.history, due)));
  return out;
}

std::optional<double> progress_of(const std::vector<ObjectiveView>& objectives) {
  std::vector<WeightedProgress> parts;
  for (const auto& view : objectives)
    if (view.objective.state != ObjectiveState::dropped) parts.push_back({view.progress, 1});
  return roll_up(parts);
}

bool enough_objectives(const std::vector<ObjectiveView>& objectives) {
  return std::ranges::count_if(objectives, [](const ObjectiveView& view) {
           return view.objective.state != ObjectiveState::dropped;
         }) >= kMostObjectives;
}

Health health_of(const std::vector<ObjectiveView>& objectives) {
  std::vector<Health> healths;
  for (const auto& view : objectives)
    if (view.objective.state != ObjectiveState::dropped) healths.push_back(view.health);
  return worst(healths);
}

}  // namespace takt::figure
