#include "domain/progress.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "domain/middle.hpp"

namespace takt::domain {
namespace {

std::optional<double> finite(double value) {
  if (!std::isfinite(value)) return {};
  return value + 0.0;  // never −0
}

/// The latest check-in of each site; null where there is none.
using Latest = std::vector<const CheckIn*>;

void note(Latest& latest, std::span<const SiteTarget> sites, const CheckIn& check_in) {
  for (std::size_t i = 0; i < sites.size(); ++i)
    if (check_in.site == sites[i].site) latest[i] = &check_in;
}

bool reached_own_target(const KeyResult& key_result, const SiteTarget& target, double start,
                        double value) {
  const bool falling = target.target       ? *target.target < start
                       : key_result.target ? *key_result.target < key_result.start.value_or(0)
                                           : false;
  if (!target.target) return falling ? value < start : value > start;
  return falling ? value <= *target.target : value >= *target.target;
}

/// A site that was carried over further than others stands there before its first check-in, too.
void start_from_stage(const KeyResult& key_result, const SiteTarget& target, SiteStandpoint& out) {
  if (key_result.kind != KeyResultKind::stages || !target.start) return;
  const auto further = std::ranges::find_if(key_result.stages, [&](const Stage& stage) {
    return stage.degree.value > *target.start + kRounding;
  });
  const auto place = static_cast<int>(further - key_result.stages.begin()) - 1;
  if (place <= 0) return;
  out.stage = place;
  out.progress = stage_progress(key_result.stages, place);
  out.reached = out.progress == 1.0;
}

SiteStandpoint at_site(const KeyResult& key_result, const SiteTarget& target, std::size_t sites,
                       const CheckIn* latest) {
  SiteStandpoint out;
  if (key_result.kind == KeyResultKind::metric) out.start = start_at(key_result, target, sites);
  if (!latest) {
    start_from_stage(key_result, target, out);
    return out;
  }
  out.last_check_in = latest->effective_on;
  out.value = latest->value;
  if (latest->stage) out.stage = latest->stage->value;
  if (key_result.kind != KeyResultKind::metric) {
    out.progress = progress(key_result, *latest);
    out.reached = out.progress == 1.0;
  } else if (out.value) {
    if (target.target) out.progress = metric_progress(*out.start, *target.target, *out.value);
    out.reached = reached_own_target(key_result, target, *out.start, *out.value);
  }
  return out;
}

void roll_out(const KeyResult& key_result, std::span<const SiteTarget> sites, const Latest& latest,
              Standpoint& out) {
  int reported = 0;
  int reached = 0;
  double values = 0;
  double progresses = 0;
  for (std::size_t i = 0; i < sites.size(); ++i) {
    const auto site = at_site(key_result, sites[i], sites.size(), latest[i]);
    reached += site.reached;
    reported += latest[i] && (site.value || site.stage);
    values += site.value.value_or(site.start.value_or(0));
    progresses += site.progress.value_or(0);
  }
  const double starts = sum_of_starts(key_result, sites);
  values = as_entered(values);
  out.sites_reached = reached;
  out.sites_reported = reported;
  out.sites_total = static_cast<int>(sites.size());
  if (key_result.kind == KeyResultKind::metric) out.start = starts;
  if (reported == 0) return;
  switch (key_result.kind) {
    case KeyResultKind::stages:
      out.progress = progresses / static_cast<double>(sites.size());
      break;
    case KeyResultKind::metric:
      out.value = values;
      if (key_result.target) out.progress = metric_progress(starts, *key_result.target, values);
      break;
    case KeyResultKind::corridor:
      out.progress = progresses / reported;
      break;
  }
}

/// Takes over what a check-in at no particular site says.
void take(const KeyResult& key_result, const CheckIn& check_in, Standpoint& out) {
  if (check_in.site || (!check_in.value && !check_in.stage)) return;
  out.value = check_in.value;
  if (check_in.stage) out.stage = check_in.stage->value;
  out.progress = progress(key_result, check_in);
}

}  // namespace

std::optional<double> metric_progress(double start, double target, double value) {
  if (start == target) return {};
  return finite((value - start) / (target - start));
}

std::optional<double> corridor_progress(std::optional<double> lower, std::optional<double> upper,
                                        double value) {
  if (!lower && !upper) return {};
  if ((!lower || value >= *lower) && (!upper || value <= *upper)) return 1.0;
  const double distance = lower && value < *lower ? *lower - value : value - *upper;
  if (lower && upper) {
    const double width = *upper - *lower;
    if (width <= 0) return 0.0;
    return std::max(0.0, 1 - distance / width);
  }
  const double width = std::abs(lower ? *lower : *upper);
  if (width == 0) return 0.0;
  return std::max(0.0, 1 - distance / width);
}

std::optional<double> stage_progress(std::span<const Stage> stages, int stage) {
  if (stage < 0 || stage >= static_cast<int>(stages.size())) return {};
  return stages[static_cast<std::size_t>(stage)].degree.value / 100.0;
}

int place_of_stage(std::span<const Stage> before, std::span<const Stage> after, int place) {
  if (place < 0 || std::cmp_greater_equal(place, before.size())) return place;
  const auto& stage = before[static_cast<std::size_t>(place)];
  const auto place_where = [&](const auto& same) -> std::optional<int> {
    const auto found = std::ranges::find_if(after, same);
    if (found == after.end()) return {};
    return static_cast<int>(found - after.begin());
  };
  if (const auto same = place_where([&](const Stage& each) { return each == stage; })) return *same;
  if (const auto named = place_where([&](const Stage& each) { return each.title == stage.title; }))
    return *named;
  if (const auto as_far =
          place_where([&](const Stage& each) { return each.degree == stage.degree; }))
    return *as_far;
  if (before.size() == after.size()) return place;
  const auto further = std::ranges::find_if(
      after, [&](const Stage& each) { return each.degree.value > stage.degree.value; });
  return std::max(0, static_cast<int>(further - after.begin()) - 1);
}

std::vector<Stage> stages_from(std::span<const Stage> stages, int place) {
  const auto left = stages.subspan(static_cast<std::size_t>(place));
  std::vector<Stage> out(left.begin(), left.end());
  const int from = out.front().degree.value;
  if (from >= 100) return out;
  // The way that is left is shorter, so that rounding never makes two degrees one.
  for (auto& stage : out)
    stage.degree.value =
        static_cast<int>(std::lround(100.0 * (stage.degree.value - from) / (100 - from)));
  return out;
}

std::optional<double> progress_at(const KeyResult& key_result, double value) {
  if (key_result.kind == KeyResultKind::corridor)
    return corridor_progress(key_result.lower, key_result.upper, value);
  if (key_result.kind == KeyResultKind::stages || !key_result.start || !key_result.target)
    return {};
  return metric_progress(*key_result.start, *key_result.target, value);
}

std::optional<double> progress(const KeyResult& key_result, const CheckIn& check_in) {
  if (key_result.kind == KeyResultKind::stages) {
    if (!check_in.stage) return {};
    return stage_progress(key_result.stages, check_in.stage->value);
  }
  if (!check_in.value) return {};
  return progress_at(key_result, *check_in.value);
}

std::vector<CheckIn> effective_check_ins(std::span<const CheckIn> check_ins, Date day) {
  std::map<Id, std::size_t> index;
  std::set<Id> superseded;
  for (std::size_t i = 0; i < check_ins.size(); ++i) index.emplace(check_ins[i].id, i);
  // A correction that holds by then takes the place of its whole line before it; one of a later day
  // leaves what it corrects until then.
  for (const auto& check_in : check_ins) {
    if (check_in.effective_on > day) continue;
    for (auto before = check_in.supersedes; before && superseded.insert(*before).second;) {
      const auto found = index.find(*before);
      before = found == index.end() ? std::nullopt : check_ins[found->second].supersedes;
    }
  }
  // A correction stands where the first of its line stood; what came in one moment, by id.
  const auto first_of = [&](std::size_t at) -> const CheckIn& {
    for (std::size_t steps = 0; check_ins[at].supersedes && steps < check_ins.size(); ++steps) {
      const auto before = index.find(*check_ins[at].supersedes);
      if (before == index.end()) break;
      at = before->second;
    }
    return check_ins[at];
  };
  using Place = std::tuple<Date, Instant, Id>;
  std::vector<std::pair<Place, std::size_t>> places;
  for (std::size_t i = 0; i < check_ins.size(); ++i) {
    if (check_ins[i].effective_on > day || superseded.contains(check_ins[i].id)) continue;
    const auto& first = first_of(i);
    places.push_back({{check_ins[i].effective_on, first.created_at, first.id}, i});
  }
  std::ranges::sort(places);
  std::vector<CheckIn> effective;
  effective.reserve(places.size());
  for (const auto& [place, i] : places) effective.push_back(check_ins[i]);
  return effective;
}

Standpoint standpoint(const KeyResult& key_result, std::span<const SiteTarget> sites,
                      std::span<const CheckIn> check_ins) {
  Standpoint out;
  if (key_result.kind == KeyResultKind::metric) out.start = key_result.start;
  Latest latest(sites.size());
  for (const auto& check_in : check_ins) {
    if (check_in.confidence) out.confidence = check_in.confidence->value;
    out.last_check_in = check_in.effective_on;
    if (sites.empty())
      take(key_result, check_in, out);
    else
      note(latest, sites, check_in);
  }
  if (!sites.empty()) roll_out(key_result, sites, latest, out);
  return out;
}

double start_at(const KeyResult& key_result, const SiteTarget& target, std::size_t sites) {
  return target.start.value_or(key_result.start.value_or(0) / static_cast<double>(sites));
}

double sum_of_starts(const KeyResult& key_result, std::span<const SiteTarget> sites) {
  double sum = 0;
  for (const auto& target : sites) sum += start_at(key_result, target, sites.size());
  return as_entered(sum);
}

bool keeps_way(const KeyResult& key_result, double start) {
  if (!key_result.start || !key_result.target || key_result.start == key_result.target) return true;
  return start != *key_result.target &&
         falls(start, key_result.target) == falls(key_result.start, key_result.target);
}

std::vector<SiteStandpoint> site_standpoints(const KeyResult& key_result,
                                             std::span<const SiteTarget> sites,
                                             std::span<const CheckIn> check_ins) {
  Latest latest(sites.size());
  for (const auto& check_in : check_ins) note(latest, sites, check_in);
  std::vector<SiteStandpoint> out;
  for (std::size_t i = 0; i < sites.size(); ++i)
    out.push_back(at_site(key_result, sites[i], sites.size(), latest[i]));
  return out;
}

std::vector<HistoryPoint> history(const KeyResult& key_result, std::span<const SiteTarget> sites,
                                  std::span<const CheckIn> check_ins) {
  std::vector<HistoryPoint> out;
  Standpoint now;
  Latest latest(sites.size());
  for (const auto& check_in : check_ins) {
    if (sites.empty()) {
      take(key_result, check_in, now);
    } else {
      note(latest, sites, check_in);
      roll_out(key_result, sites, latest, now);
    }
    if (!now.value && !now.progress) continue;
    if (!out.empty() && out.back().on == check_in.effective_on) out.pop_back();
    out.push_back({check_in.effective_on, now.value, now.progress});
  }
  return out;
}

std::vector<double> weights(std::span<const KeyResult> key_results) {
  double fixed = 0;
  int open = 0;
  for (const auto& key_result : key_results) {
    if (key_result.state == KeyResultState::dropped) continue;
    if (key_result.weight) {
      fixed += *key_result.weight;
    } else {
      ++open;
    }
  }
  const double rest = open ? std::max(0.0, 100 - fixed) / open : 0;
  std::vector<double> out;
  out.reserve(key_results.size());
  for (const auto& key_result : key_results) {
    const bool dropped = key_result.state == KeyResultState::dropped;
    out.push_back(dropped ? 0 : key_result.weight.value_or(rest));
  }
  return out;
}

std::optional<double> roll_up(std::span<const WeightedProgress> parts) {
  double sum = 0;
  double weight = 0;
  for (const auto& part : parts) {
    if (!part.progress) continue;
    sum += part.weight * std::clamp(*part.progress, 0.0, 1.0);
    weight += part.weight;
  }
  if (weight <= 0) return {};
  return std::clamp(sum / weight, 0.0, 1.0);
}

std::optional<double> result(std::span<const WeightedProgress> parts) {
  if (!roll_up(parts)) return {};
  std::vector<WeightedProgress> all(parts.begin(), parts.end());
  for (auto& part : all) part.progress = part.progress.value_or(0);
  return roll_up(all);
}

double expected_by(Date starts_on, Date due, Date today) {
  const double whole = days_between(starts_on, due) + 1;
  const double elapsed = days_between(starts_on, today) + 1;
  if (whole <= 0) return today >= due ? 1 : 0;
  return std::clamp(elapsed / whole, 0.0, 1.0);
}

namespace {

Health band(double progress, double expected) {
  const double gap = std::min(progress, 1.0) - expected + kRounding;
  if (gap >= -0.10) return Health::on_track;
  if (gap >= -0.25) return Health::behind;
  return Health::at_risk;
}

bool silent(std::optional<Date> last, double usual_days, Date until) {
  return !last || days_between(*last, until) > 1.5 * usual_days;
}

}  // namespace

Band confidence_band(int confidence) {
  if (confidence >= 7) return Band::high;
  return confidence >= 4 ? Band::medium : Band::low;
}

bool falls(std::optional<double> start, std::optional<double> target) {
  return start && target && *target < *start;
}

Health health(const Standpoint& standpoint, double expected, double usual_days, Date until) {
  if (!standpoint.last_check_in) return Health::pending;
  if (silent(standpoint.last_check_in, usual_days, until)) return Health::outdated;
  if (standpoint.confidence && confidence_band(*standpoint.confidence) == Band::low)
    return Health::at_risk;
  if (!standpoint.progress) return Health::pending;
  return band(*standpoint.progress, expected);
}

Date owed_until(const KeyResult& key_result, std::span<const HistoryPoint> past, Date due) {
  if (key_result.kind == KeyResultKind::corridor) return due;
  std::optional<Date> reached;
  for (const auto& point : past) {
    if (!point.progress || *point.progress < 1 - kRounding)
      reached.reset();
    else if (!reached)
      reached = point.on;
  }
  return std::min(due, reached.value_or(due));
}

std::optional<double> usual_spacing(std::span<const Date> readings) {
  const std::set<Date> days(readings.begin(), readings.end());
  std::vector<double> distances;
  for (auto day = days.begin(); day != days.end() && std::next(day) != days.end(); ++day)
    distances.push_back(days_between(*day, *std::next(day)));
  return middle(std::move(distances));
}

Slots slots(Date from, Date since, int every, Date until, Date today,
            std::span<const Date> check_ins) {
  Slots out;
  const int last = every > 0 ? days_between(from, until) / every : 0;
  if (last < 1) return out;
  std::set<int> served;
  for (const auto day : check_ins) {
    // The slot of the day, or of the half of the distance before it.
    const int days = days_between(from, day);
    const int nearest = days < 0 ? 0 : (2 * days + every - 1) / (2 * every);
    served.insert(std::clamp(nearest, 1, last));
  }
  int next = served.empty() ? 1 : *served.rbegin() + 1;
  for (int slot = 1; slot <= last; ++slot) {
    const auto on = plus_days(from, slot * every);
    if (on <= since) {
      next = std::max(next, slot + 1);
      continue;
    }
    if (on > today) break;
    ++out.due;
    out.made += served.contains(slot);
  }
  if (next <= last) out.next = plus_days(from, next * every);
  return out;
}

int silent_sites(std::span<const SiteStandpoint> sites, double usual_days, Date until) {
  return static_cast<int>(std::ranges::count_if(sites, [&](const SiteStandpoint& site) {
    return !site.reached && silent(site.last_check_in, usual_days, until);
  }));
}

std::vector<Silence> silences(std::span<const Date> heard, double usual_days, Date until) {
  std::vector<Silence> out;
  for (std::size_t i = 0; i < heard.size(); ++i) {
    const auto to = i + 1 < heard.size() ? std::min(heard[i + 1], until) : until;
    if (silent(heard[i], usual_days, to))
      out.push_back({plus_days(heard[i], static_cast<int>(1.5 * usual_days)), to});
  }
  return out;
}

Health objective_health(std::optional<double> progress, double expected,
                        std::span<const Health> key_results) {
  const auto any = [&](Health wanted) {
    return std::ranges::find(key_results, wanted) != key_results.end();
  };
  const Health own = progress ? band(*progress, expected) : Health::pending;
  if (progress && own != Health::on_track) return own;
  if (any(Health::at_risk)) return Health::behind;
  if (any(Health::outdated)) return Health::outdated;
  if (any(Health::pending)) return Health::pending;
  return own;
}

Health worst(std::span<const Health> objectives) {
  for (const auto health :
       {Health::at_risk, Health::behind, Health::outdated, Health::pending, Health::on_track})
    if (std::ranges::find(objectives, health) != objectives.end()) return health;
  return Health::pending;
}

}  // namespace takt::domain
