#include "domain/forecast.hpp"

#include <algorithm>
#include <array>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <random>
#include <utility>

#include "domain/middle.hpp"
#include "domain/thinned.hpp"

namespace takt::domain {
namespace {

constexpr std::size_t kOutcomes = 200;  // as many as a forecast is told by
constexpr double kLeastChance = 0.01;   // nobody is surer than that
// What is known of the noise before any reading: its size against the way to go, and how many
// readings that is worth. Readings that are all equal so never give certainty.
constexpr double kPriorNoise = 0.038;
constexpr double kPriorReadings = 4;
constexpr double kStop = 0.02;      // the chance that nothing more happens from now on ...
constexpr double kStopped = 0.005;  // ... or since one of the readings

/// A possible value with its probability.
struct Outcome {
  double value;
  double weight;
};

struct Point {
  double day;  // from the first reading on
  double value;
};

/// What is measured, in numbers.
struct Measure {
  std::vector<Point> points;
  std::vector<double> slopes;   // up to each point; not of a count
  double ahead = 0;             // days from the last point to the due date
  double scale = 1;             // the way to go
  std::optional<double> lower;  // the target: so much or more
  std::optional<double> upper;  // the target: so much or less
  std::optional<double> least;  // bounds of the measure
  std::optional<double> most;
  bool count = false;
  int decimals = 0;
};

/// Theil–Sen up to each point: the median of the slopes between any two points until then; 0 up to
/// the first.
std::vector<double> slopes_of(std::span<const Point> points) {
  std::vector<double> out;
  out.reserve(points.size());
  std::vector<double> between;
  between.reserve(points.size() * points.size() / 2);
  for (const auto& then : points) {
    for (const auto& before : points.first(out.size()))
      between.push_back((then.value - before.value) / (then.day - before.day));
    out.push_back(middle(between).value_or(0));
  }
  return out;
}

constexpr std::size_t kQuantiles = 40;

/// The middles of equally likely parts of the standard normal distribution.
const std::array<double, kQuantiles>& normal_quantiles() {
  static const auto quantiles = [] {
    std::array<double, kQuantiles> out;
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i] =
          boost::math::quantile(boost::math::normal(), (static_cast<double>(i) + 0.5) / kQuantiles);
    return out;
  }();
  return quantiles;
}

/// The same of Student's t, by the expansion of Abramowitz and Stegun 26.7.5.
double student(double z, double freedom) {
  const double z2 = z * z;
  return z * (1 + (z2 + 1) / (4 * freedom) + ((5 * z2 + 16) * z2 + 3) / (96 * freedom * freedom) +
              (((3 * z2 + 19) * z2 + 17) * z2 - 15) / (384 * freedom * freedom * freedom));
}

void add(std::vector<Outcome>& out, double middle, double spread, double freedom, double weight) {
  for (const double z : normal_quantiles())
    out.push_back({middle + spread * student(z, freedom), weight / kQuantiles});
}

/// A line whose level also walks, read with noise: a Kalman filter of the level over what the trend
/// leaves. `walk` is the walk's part of the variance of a step, the rest is noise of measuring.
struct Filter {
  double level;         // of the last point
  double middle;        // on the due date
  double spread;        // of the value read on the due date
  double level_spread;  // of a value read now
  double freedom;
  double log_likelihood;
  double noise;    // variance of measuring
  double per_day;  // variance of the walk

  double step(double days) const { return 2 * noise + per_day * days; }
};

Filter filter(const Measure& measure, double slope, double walk) {
  const auto& points = measure.points;
  const double noise = 1 - walk;
  const double per_day = walk * static_cast<double>(points.size() - 1) / points.back().day;
  double level = points.front().value;
  double day = points.front().day;  // filtered the same way: what the level owes to the trend
  double variance = noise;
  double squares = 0;
  double days = 0;
  double log_sizes = 0;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const double gap = points[i].day - points[i - 1].day;
    const double prior = variance + per_day * gap;
    const double size = prior + noise;
    const double surprise = points[i].value - slope * points[i].day - level;
    const double moved = points[i].day - day;
    squares += surprise * surprise / size;
    days += moved * moved / size;
    log_sizes += std::log(size);
    level += prior / size * surprise;
    day += prior / size * moved;
    variance = prior * noise / size;
  }
  const double due = points.back().day + measure.ahead;
  const double known = kPriorNoise * measure.scale;
  const double all = kPriorReadings * known * known + squares;
  const double freedom = kPriorReadings + static_cast<double>(points.size()) - 2;
  // Theil–Sen needs a little more than the best slope of each model.
  const double doubt = (1 + 0.6 * walk) * (due - day) * (due - day) / days;
  return {.level = level + slope * points.back().day,
          .middle = level + slope * due,
          .spread = std::sqrt(all / freedom * (variance + per_day * measure.ahead + noise + doubt)),
          .level_spread = std::sqrt(all / freedom * (variance + noise)),
          .freedom = freedom,
          .log_likelihood = -(log_sizes + std::log(days) + freedom * std::log(all)) / 2,
          .noise = all / freedom * noise,
          .per_day = all / freedom * per_day};
}

/// How many times likelier the last readings are where nothing happened since one of them.
double stopped(const Measure& measure, const Filter& filter) {
  const auto& points = measure.points;
  const auto& last = points.back();
  double odds = 0;
  for (std::size_t from = points.size() - 2; from >= 2; --from) {
    const auto& then = points[from];
    const double rise = last.value - then.value;
    const double trend = measure.slopes[from] * (last.day - then.day);
    const double off = rise - trend;
    odds += std::exp(
        std::clamp((off * off - rise * rise) / (2 * filter.step(last.day - then.day)), -20.0, 8.0));
  }
  return odds;
}

constexpr std::array kWalks{0.0, 0.3, 0.7, 1.0};
constexpr std::array kWalkPriors{0.5, 0.1, 0.1, 0.3};

std::vector<Outcome> trend_outcomes(const Measure& measure) {
  const double slope = measure.slopes.back();
  std::array<double, kWalks.size()> weights;
  std::vector<Filter> filters;
  double best = -1e300;
  for (const double walk : kWalks) {
    filters.push_back(filter(measure, slope, walk));
    best = std::max(best, filters.back().log_likelihood);
  }
  double sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i)
    sum += weights[i] = kWalkPriors[i] * std::exp(filters[i].log_likelihood - best);
  std::vector<Outcome> out;
  out.reserve(2 * kWalks.size() * kQuantiles);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto& one = filters[i];
    const double weight = weights[i] / sum;
    if (weight < 0.01) continue;
    const double odds = kStop + kStopped * stopped(measure, one);
    const double stop = odds / (1 + odds);
    add(out, one.middle, one.spread, one.freedom, weight * (1 - stop));
    add(out, one.level, one.level_spread, one.freedom, weight * stop);
  }
  return out;
}

/// A gamma-Poisson rate over the days since the start: what comes is negative binomial. Where
/// counts come in bundles (revenue, say), the bundle is what is counted.
std::vector<Outcome> count_outcomes(const Measure& measure) {
  const auto& points = measure.points;
  const double days = points.back().day - points.front().day;
  const double counted = points.back().value - points.front().value;
  double unevenness = 0;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const double expected = (counted + 0.5) / days * (points[i].day - points[i - 1].day);
    const double off = points[i].value - points[i - 1].value - expected;
    unevenness += off * off / expected;
  }
  constexpr double kPrior = 8;
  const auto steps = static_cast<double>(points.size() - 1);
  // Of more than a thousand bundles nobody wants to know the exact distribution.
  const double bundle =
      std::max({1.0, (kPrior + unevenness) / (kPrior + steps - 1), counted / 1000});
  const double shape = counted / bundle + 0.5;
  const double none = days / (days + measure.ahead);
  // Days of silence speak for a stop as much as the rate makes them unlikely.
  double odds = kStop;
  for (std::size_t from = points.size() - 1;
       from-- > 0 && points[from].value == points.back().value;)
    odds += kStopped * std::exp(std::min(
                           8.0, counted / days / bundle * (points.back().day - points[from].day)));
  const double stop = odds / (1 + odds);
  std::vector<Outcome> out{{points.back().value, stop}};
  double chance = std::pow(none, shape);
  double left = 1;
  for (int n = 0; left > 1e-4 && n < 20000; ++n) {
    out.push_back({points.back().value + std::round(n * bundle), chance * (1 - stop)});
    left -= chance;
    chance *= (shape + n) / (n + 1) * (1 - none);
  }
  out.back().weight += std::max(0.0, left) * (1 - stop);
  return out;
}

std::vector<Outcome> outcomes_of(const Measure& measure) {
  auto out = measure.count ? count_outcomes(measure) : trend_outcomes(measure);
  for (auto& one : out) {
    if (measure.least) one.value = std::max(one.value, *measure.least);
    if (measure.most) one.value = std::min(one.value, *measure.most);
  }
  return out;
}

double chance_of(const Measure& measure, const std::vector<Outcome>& outcomes) {
  double chance = 0;
  for (const auto& one : outcomes)
    if ((!measure.lower || one.value >= *measure.lower) &&
        (!measure.upper || one.value <= *measure.upper))
      chance += one.weight;
  return std::clamp(chance, kLeastChance, 1 - kLeastChance);
}

/// Equally likely values: what stands in the middle of each of so many parts.
std::vector<double> even(std::vector<Outcome> outcomes) {
  std::ranges::sort(outcomes, {}, &Outcome::value);
  std::vector<double> out;
  out.reserve(kOutcomes);
  double up_to = 0;
  for (const auto& one : outcomes) {
    up_to += one.weight;
    while (out.size() < kOutcomes && (static_cast<double>(out.size()) + 0.5) / kOutcomes <= up_to)
      out.push_back(one.value);
  }
  while (out.size() < kOutcomes) out.push_back(outcomes.back().value);
  return out;
}

/// The first day, counted from the last point, on which the target is more likely reached than not.
double days_to_target(Measure measure) {
  double before = 0;
  double by = measure.ahead;
  while (by - before > 1) {
    measure.ahead = std::floor((before + by) / 2);
    (chance_of(measure, outcomes_of(measure)) >= 0.5 ? by : before) = measure.ahead;
  }
  return by;
}

int decimals_of(double value) {
  constexpr int kMost = 6;
  for (int decimals = 0; decimals < kMost; ++decimals) {
    const double shown = value * std::pow(10, decimals);
    if (std::abs(shown - std::round(shown)) < 1e-6) return decimals;
  }
  return kMost;
}

bool all_whole_and_rising(const std::vector<Point>& points) {
  for (std::size_t i = 0; i < points.size(); ++i)
    if (points[i].value != std::floor(points[i].value) ||
        (i > 0 && points[i].value < points[i - 1].value))
      return false;
  return true;
}

Measure measure_of(const KeyResult& key_result, std::span<const HistoryPoint> past,
                   const Prospect& prospect) {
  Measure out;
  const bool percent = key_result.kind == KeyResultKind::stages;
  for (const auto& point : past) {
    const auto value = percent ? point.progress : point.value;
    if (!value) continue;
    out.points.push_back({static_cast<double>(days_between(past.front().on, point.on)),
                          percent ? *value * 100 : *value});
  }
  if (out.points.size() < 3) return out;
  out.ahead = days_between(past.back().on, prospect.due);
  std::vector<double> entered;
  for (const auto& point : out.points) entered.push_back(point.value);
  switch (key_result.kind) {
    case KeyResultKind::stages:
      out.lower = out.scale = 100;
      break;
    case KeyResultKind::metric: {
      const double start = key_result.start.value_or(0);
      const double target = key_result.target.value_or(0);
      (target < start ? out.upper : out.lower) = target;
      out.scale = std::abs(target - start);
      entered.push_back(start);
      entered.push_back(target);
      break;
    }
    case KeyResultKind::corridor:
      out.lower = key_result.lower;
      out.upper = key_result.upper;
      out.scale = out.lower && out.upper ? *out.upper - *out.lower
                                         : std::abs(out.lower.value_or(out.upper.value_or(0)));
      if (out.lower) entered.push_back(*out.lower);
      if (out.upper) entered.push_back(*out.upper);
      break;
  }
  const auto [least, most] = std::ranges::minmax(entered);
  for (const double value : entered) out.decimals = std::max(out.decimals, decimals_of(value));
  if (percent) out.decimals = 0;
  if (out.scale <= 0) out.scale = std::max(most - least, 1.0);
  if (least >= 0) out.least = 0;
  const bool share = percent || key_result.unit == "%";
  if (share && least >= 0 && most <= 100) out.most = 100;
  if (percent && all_whole_and_rising(out.points)) out.least = out.points.back().value;
  if (key_result.kind != KeyResultKind::metric || share || out.upper) return out;
  auto counted = out.points;
  if (const int before = days_between(prospect.starts_on, past.front().on); before > 0)
    counted.insert(counted.begin(), {static_cast<double>(-before), *key_result.start});
  if (!all_whole_and_rising(counted)) return out;
  out.count = true;
  out.points = std::move(counted);
  return out;
}

double quantile(const std::vector<double>& ascending, double part) {
  return ascending[static_cast<std::size_t>(
      std::round(part * static_cast<double>(ascending.size() - 1)))];
}

Forecast told(const std::vector<double>& ascending) {
  Forecast out;
  out.low = quantile(ascending, 0.1);
  out.likely = quantile(ascending, 0.5);
  out.high = quantile(ascending, 0.9);
  return out;
}

/// An end of the interval that lies on a whole number holds it only where at least half of that
/// number's part does, so that steps do not make it wider than it says.
void trim(Forecast& forecast, const std::vector<double>& ascending) {
  const auto middle_of = [&](double value) {
    const auto [first, last] = std::equal_range(ascending.begin(), ascending.end(), value);
    return static_cast<double>((first - ascending.begin()) + (last - ascending.begin())) /
           (2 * static_cast<double>(ascending.size()));
  };
  if (middle_of(forecast.low) < 0.1)
    forecast.low = *std::ranges::upper_bound(ascending, forecast.low);
  if (middle_of(forecast.high) > 0.9)
    forecast.high = *std::prev(std::ranges::lower_bound(ascending, forecast.high));
}

}  // namespace

std::optional<Outlook> outlook(const KeyResult& key_result, std::span<const HistoryPoint> past,
                               const Prospect& prospect) {
  if (past.empty() || prospect.today > prospect.due) return {};
  if (key_result.kind == KeyResultKind::metric && (!key_result.start || !key_result.target))
    return {};
  // A corridor is held, not reached.
  if (key_result.kind != KeyResultKind::corridor && past.back().progress.value_or(0) >= 1)
    return {};
  auto measure = measure_of(key_result, past, prospect);
  if (measure.points.size() < 3 || measure.ahead <= 0) return {};
  measure.points = thinned(std::move(measure.points), kForecastPoints);
  if (!measure.count) measure.slopes = slopes_of(measure.points);
  const auto outcomes = outcomes_of(measure);
  Outlook out{{}, even(outcomes)};
  out.forecast = told(out.outcomes);
  auto& forecast = out.forecast;
  if (measure.count) trim(forecast, out.outcomes);
  // Outward, so that what is shown holds at least as much.
  const double unit = std::pow(10, measure.decimals);
  forecast.low = as_entered(std::floor(forecast.low * unit + kRounding) / unit);
  forecast.likely = as_entered(std::round(forecast.likely * unit) / unit);
  forecast.high = as_entered(std::ceil(forecast.high * unit - kRounding) / unit);
  if (!measure.lower && !measure.upper) return out;
  forecast.chance = chance_of(measure, outcomes);
  if (key_result.kind != KeyResultKind::corridor && *forecast.chance >= 0.5)
    forecast.reached_in_days = std::max(1, static_cast<int>(days_to_target(measure)) -
                                               days_between(past.back().on, prospect.today));
  return out;
}

std::optional<Forecast> forecast(std::span<const PartOutlook> parts) {
  const bool moves =
      std::ranges::any_of(parts, [](const PartOutlook& part) { return part.outcomes.size() > 1; });
  if (!moves) return {};
  constexpr int kRounds = 1000;
  std::mt19937 random(311);
  std::vector<WeightedProgress> drawn(parts.size());
  std::vector<double> ends;
  for (int round = 0; round < kRounds; ++round) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const auto& outcomes = parts[i].outcomes;
      drawn[i].weight = parts[i].weight;
      if (!outcomes.empty()) drawn[i].progress = outcomes[random() % outcomes.size()];
    }
    if (const auto end = roll_up(drawn)) ends.push_back(*end);
  }
  if (ends.empty()) return {};
  std::ranges::sort(ends);
  return told(ends);
}

}  // namespace takt::domain
