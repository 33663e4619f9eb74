#include "domain/forecast.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iomanip>
#include <iostream>
#include <memory>
#include <random>

#include "domain/thinned.hpp"

namespace takt::domain {
namespace {

Date day(int n) { return plus_days(*parse_date("2026-01-01"), n); }

KeyResult metric(double start, double target, const std::string& unit = "") {
  KeyResult out;
  out.start = start;
  out.target = target;
  out.unit.assign(unit);
  return out;
}

struct Seen {
  int day;
  double value;
};

std::vector<HistoryPoint> history_of(const KeyResult& key_result, const std::vector<Seen>& seen) {
  std::vector<HistoryPoint> out;
  for (const auto& [on, value] : seen) {
    if (key_result.kind == KeyResultKind::stages)
      out.push_back({day(on), {}, value / 100});
    else
      out.push_back({day(on), value, progress_at(key_result, value)});
  }
  return out;
}

/// In a cycle of 182 days, told on the day of the last check-in.
std::optional<Outlook> told(const KeyResult& key_result, const std::vector<Seen>& seen,
                            int due = 181) {
  const auto last = seen.empty() ? 0 : seen.back().day;
  return outlook(key_result, history_of(key_result, seen), {day(0), day(due), day(last)});
}

// --- Calibration: histories of named kinds ---

constexpr double kSpan = 100;
constexpr double kNormal90 = 1.2816;

/// A history of values on days, with what somebody who knows its kind and size of noise, but not
/// its slope, would say how wide the interval must be.
struct Kind {
  std::string name;
  double least = 0;  ///< of the part held; no limit where `most` is 0
  double most = 0;
  std::function<void(std::mt19937&)> begin;            ///< another case of the kind
  std::function<double(std::mt19937&, int day)> read;  ///< days rise
  std::function<double(std::mt19937&, const std::vector<Seen>&, int due)> known_width;
  std::function<KeyResult()> key_result;
};

double known_of_line(double noise, const std::vector<Seen>& seen, int due) {
  double mean = 0;
  for (const auto& one : seen) mean += one.day / static_cast<double>(seen.size());
  double squares = 0;
  for (const auto& one : seen) squares += (one.day - mean) * (one.day - mean);
  const double far = due - mean;
  return 2 * kNormal90 * noise *
         std::sqrt(1 + 1.0 / static_cast<double>(seen.size()) + far * far / squares);
}

double uniform(std::mt19937& random, double from, double to) {
  return std::uniform_real_distribution<double>(from, to)(random);
}
double normal(std::mt19937& random, double spread) {
  return std::normal_distribution<double>(0, spread)(random);
}

struct Result {
  double held = 0;
  double width = 0;  ///< against that of who knows the kind
  double chance = 0;
  double reached = 0;
  std::array<double, 3> held_on{};  ///< of those told on each of the days
};

constexpr std::array kDays{69, 111, 153};

constexpr double kNoise = 0.05 * kSpan;

struct Said {
  std::size_t on;  ///< which of kDays
  std::vector<Seen> then;
  Forecast forecast;
};

Result calibration(const Kind& kind, int every, int rounds) {
  std::mt19937 random(3110);
  constexpr int kDue = 181;
  std::vector<double> widths;
  std::vector<double> known;
  Result out;
  int told_of = 0;
  std::array<int, kDays.size()> told_on{};
  for (int round = 0; round < rounds; ++round) {
    kind.begin(random);
    const auto key_result = kind.key_result();
    std::vector<Seen> seen;
    std::vector<Said> said;
    std::size_t next = 0;
    for (int on = every - 1; on < kDue; on += every) {
      while (next < kDays.size() && on > kDays[next]) {
        const auto one = outlook(key_result, history_of(key_result, seen),
                                 {day(0), day(kDue), day(kDays[next])});
        if (one) said.push_back({next, seen, one->forecast});
        ++next;
      }
      const double value = kind.read(random, on);
      if (uniform(random, 0, 1) < 0.9) seen.push_back({on, value});
    }
    const double end = kind.read(random, kDue);
    for (const auto& [on, then, forecast] : said) {
      const bool holds = end >= forecast.low && end <= forecast.high;
      ++told_of;
      ++told_on[on];
      out.held += holds;
      out.held_on[on] += holds;
      out.chance += *forecast.chance;
      out.reached += progress_at(key_result, end) >= 1.0;
      widths.push_back((forecast.high - forecast.low) / kind.known_width(random, then, kDue));
    }
  }
  std::ranges::sort(widths);
  out.held /= told_of;
  for (std::size_t i = 0; i < kDays.size(); ++i) out.held_on[i] /= told_on[i];
  out.chance /= told_of;
  out.reached /= told_of;
  out.width = widths[widths.size() / 2];
  return out;
}

std::vector<Kind> kinds() {
  struct Case {
    double slope = 0;
    double level = 0;
    double scale = 0;
    int last = 0;
    double middle = 0;
    double steep = 0;
    double target = kSpan;
  };
  const auto now = std::make_shared<Case>();
  const auto begin_line = [now](std::mt19937& random) {
    *now = {};
    now->slope = uniform(random, 0.4, 1.4) * kSpan / 181;
  };
  const auto line_width = [](std::mt19937&, const std::vector<Seen>& seen, int due) {
    return known_of_line(kNoise, seen, due);
  };
  const auto rising = [] { return metric(0, kSpan); };
  const auto tenth = [](double value) { return std::round(value * 10) / 10; };
  const auto any_width = [](std::mt19937&, const std::vector<Seen>&, int) { return kSpan; };

  constexpr double kWalk = 1.0;  // per square root of a day
  const auto begin_count = [now](double least, double most) {
    return [now, least, most](std::mt19937& random) {
      *now = {};
      now->target = std::round(uniform(random, least, most));
      now->slope = now->target * uniform(random, 0.5, 1.5) / 181;
    };
  };
  const auto read_count = [now](std::mt19937& random, int on) {
    now->level += std::poisson_distribution<int>(now->slope * (on - now->last))(random);
    now->last = on;
    return now->level;
  };
  const auto count_width = [](std::mt19937& random, const std::vector<Seen>& seen, int due) {
    const auto& last = seen.back();
    std::vector<double> ends;
    std::gamma_distribution<double> rate(last.value + 0.5, 1.0 / last.day);
    for (int i = 0; i < 400; ++i)
      ends.push_back(
          std::poisson_distribution<int>(std::max(1e-9, rate(random) * (due - last.day)))(random));
    std::ranges::sort(ends);
    return std::max(1.0, ends[360] - ends[40]);
  };
  const auto count = [now] { return metric(0, now->target); };
  return {
      {"line with noise", 0.75, 0.85, begin_line,
       [=](std::mt19937& random, int on) {
         return tenth(now->slope * on + normal(random, kNoise));
       },
       line_width, rising},
      {"falling with noise", 0.75, 0.85, begin_line,
       [=](std::mt19937& random, int on) {
         return tenth(2 * kSpan - now->slope * on + normal(random, kNoise));
       },
       line_width, [] { return metric(2 * kSpan, kSpan); }},
      {"random walk with drift", 0.75, 0.85, begin_line,
       [=](std::mt19937& random, int on) {
         const int days = on - now->last;
         now->level += now->slope * days + normal(random, kWalk * std::sqrt(days));
         now->last = on;
         return tenth(now->level);
       },
       [](std::mt19937&, const std::vector<Seen>& seen, int due) {
         const double days = seen.back().day - seen.front().day;
         const double ahead = due - seen.back().day;
         return 2 * kNormal90 * kWalk * std::sqrt(ahead + ahead * ahead / days);
       },
       rising},
      {"small counts", 0.75, 0.90, begin_count(3, 15), read_count, count_width, count},
      {"big counts", 0.75, 0.90, begin_count(100, 100), read_count, count_width, count},
      {"S-shape", 0, 0,
       [now](std::mt19937& random) {
         *now = {};
         now->scale = uniform(random, 0.7, 1.3) * kSpan;
         now->middle = uniform(random, 60, 120);
         now->steep = uniform(random, 10, 25);
       },
       [=](std::mt19937& random, int on) {
         return tenth(now->scale / (1 + std::exp((now->middle - on) / now->steep)) +
                      normal(random, kNoise / 2));
       },
       any_width, rising},
      {"late step", 0, 0,
       [now](std::mt19937& random) {
         *now = {};
         now->middle = uniform(random, 100, 200);
         now->scale = uniform(random, 0.5, 1.2) * kSpan;
       },
       [=](std::mt19937& random, int on) {
         return tenth((on > now->middle ? now->scale : 0) + 0.05 * on + normal(random, kNoise / 2));
       },
       any_width, rising},
      {"stagnation", 0, 0,
       [now](std::mt19937& random) {
         *now = {};
         now->slope = uniform(random, 0.5, 1.2) * kSpan / 181;
         now->middle = uniform(random, 40, 120);
       },
       [=](std::mt19937& random, int on) {
         return tenth(now->slope * std::min<double>(on, now->middle) + normal(random, kNoise / 2));
       },
       any_width, rising},
  };
}

TEST(Forecast, IntervalHoldsEightOfTenOutcomesOfEachKindOfHistory) {
  const auto percent = [](double part) { return std::lround(100 * part); };
  for (const int every : {14, 7, 1}) {
    std::cout << "read every " << every
              << " days    held  day 69 111 153  width  chance said, reached\n";
    for (const auto& kind : kinds()) {
      const auto result = calibration(kind, every, 300);
      std::cout << std::left << std::setw(23) << kind.name << std::right << percent(result.held)
                << " %     ";
      for (const double held : result.held_on) std::cout << std::setw(4) << percent(held);
      std::cout << std::setw(7) << std::fixed << std::setprecision(2) << result.width
                << std::setw(9) << percent(result.chance) << " %," << std::setw(4)
                << percent(result.reached) << " %\n";
      if (kind.most == 0) continue;
      EXPECT_GE(result.held, kind.least) << kind.name << ", every " << every;
      EXPECT_LE(result.held, kind.most) << kind.name << ", every " << every;
      // Whoever knows the kind makes more of many readings.
      EXPECT_LE(result.width, every == 14 ? 1.4 : 2.1) << kind.name << ", every " << every;
    }
  }
}

TEST(Forecast, IsToldFromTheThirdCheckInUntilTheTargetIsReachedOrTheDueDatePassed) {
  const auto key_result = metric(0, 10);
  EXPECT_FALSE(told(key_result, {}));
  EXPECT_FALSE(told(key_result, {{14, 1.5}, {28, 2}}));
  EXPECT_TRUE(told(key_result, {{14, 1.5}, {28, 2}, {42, 3}}));
  EXPECT_FALSE(told(key_result, {{14, 1.5}, {28, 2}, {42, 10}}));
  const auto past = history_of(key_result, {{14, 1.5}, {28, 2}, {42, 3}});
  EXPECT_TRUE(outlook(key_result, past, {day(0), day(60), day(60)}));
  EXPECT_FALSE(outlook(key_result, past, {day(0), day(60), day(61)}));
}

TEST(Forecast, OfACountIsWholeAndNeverBelowThePresent) {
  const auto forecast = told(metric(0, 9), {{14, 1}, {28, 2}, {42, 2}, {56, 3}})->forecast;
  EXPECT_GE(forecast.low, 3);
  for (const double value : {forecast.low, forecast.likely, forecast.high})
    EXPECT_EQ(std::floor(value), value);
  EXPECT_LT(forecast.low, forecast.high);
}

TEST(Forecast, OfSimulatedCountsIsNeverBelowThePresent) {
  std::mt19937 random(25);
  int forecasts = 0;
  for (int i = 0; i < 400; ++i) {
    const double target = std::round(uniform(random, 3, i % 2 == 0 ? 15 : 100));
    std::poisson_distribution<int> step(target * uniform(random, 0.3, 1.5) * 14 / 181);
    std::vector<Seen> seen;
    double level = 0;
    for (int on = 14; on <= 140; on += 14) {
      level += step(random);
      seen.push_back({on, level});
      const auto outlook = told(metric(0, target), seen);
      if (!outlook) continue;
      ++forecasts;
      EXPECT_GE(outlook->forecast.low, level) << "case " << i << " on day " << on;
    }
  }
  EXPECT_GT(forecasts, 1000);
}

TEST(Forecast, StaysWithinTheMeasure) {
  EXPECT_GE(told(metric(14, 0), {{14, 12}, {28, 9}, {42, 7}, {56, 4}, {70, 2}})->forecast.low, 0);
  EXPECT_LE(told(metric(93, 99, "%"), {{14, 94}, {28, 95.5}, {42, 97}, {56, 98}})->forecast.high,
            100);
  KeyResult stages;
  stages.kind = KeyResultKind::stages;
  const auto forecast = told(stages, {{14, 0}, {28, 20}, {42, 20}, {56, 50}})->forecast;
  EXPECT_GE(forecast.low, 50);
  EXPECT_LE(forecast.high, 100);
}

TEST(Forecast, EqualValuesGiveNoCertainty) {
  for (const double value : {3.0, 3.5}) {
    const auto forecast =
        told(metric(0, 4), {{14, value}, {28, value}, {42, value}, {56, value}, {70, value}})
            ->forecast;
    EXPECT_LT(forecast.low, forecast.high);
    EXPECT_GT(*forecast.chance, 0);
    EXPECT_LT(*forecast.chance, 1);
  }
}

TEST(Forecast, SpeaksOfTimeWhereTheTargetIsLikelierReachedThanNot) {
  const auto soon = told(metric(0, 10), {{14, 1.6}, {28, 3.1}, {42, 4.4}, {56, 6.1}})->forecast;
  ASSERT_TRUE(soon.reached_in_days);
  EXPECT_NEAR(37, *soon.reached_in_days, 12);
  EXPECT_GT(*soon.chance, 0.8);
  EXPECT_FALSE(
      told(metric(0, 40), {{14, 1.6}, {28, 3.1}, {42, 4.4}, {56, 6.1}})->forecast.reached_in_days);
}

TEST(Forecast, KeepsThePrecisionOfWhatWasEntered) {
  const auto forecast =
      told(metric(0.02, 0.01), {{14, 0.0196}, {28, 0.019}, {42, 0.0184}, {56, 0.018}})->forecast;
  EXPECT_LT(0.001, forecast.low);
  EXPECT_LT(forecast.low, forecast.high);
  EXPECT_NEAR(std::round(forecast.low * 1e4), forecast.low * 1e4, 1e-6);
}

TEST(Forecast, OneJumpDoesNotBecomeTheTrend) {
  std::vector<Seen> seen;
  for (int i = 0; i < 9; ++i) seen.push_back({14 * i, i * 1.0 + (i % 2) * 0.1});
  const double calm = told(metric(0, 100), seen, 126)->forecast.likely - seen.back().value;
  seen[4].value += 30;
  const double jumped = told(metric(0, 100), seen, 126)->forecast.likely - seen.back().value;
  EXPECT_NEAR(calm, jumped, 6);
}

TEST(Forecast, ChanceRisesAsTheTargetComesNearer) {
  double before = 0;
  for (int target = 20; target > 3; --target) {
    const double chance =
        *told(metric(0, target), {{14, 0.5}, {28, 1.2}, {42, 1.9}, {56, 3}})->forecast.chance;
    EXPECT_GE(chance, before - 0.03) << target;
    before = chance;
  }
  EXPECT_GT(before, 0.9);
}

// --- A long history ---

struct At {
  double day;
  double value;
};

std::vector<At> every_day(int days) {
  std::vector<At> out;
  for (int on = 0; on < days; ++on) out.push_back({on * 1.0, on * 1.0});
  return out;
}

std::vector<double> days_of(const std::vector<At>& points) {
  std::vector<double> out;
  for (const auto& point : points) out.push_back(point.day);
  return out;
}

TEST(Forecast, AHistoryThatIsNotLongIsReadWhole) {
  for (const int days : {0, 1, 2, 3, 59, 60})
    EXPECT_EQ(days_of(every_day(days)), days_of(thinned(every_day(days), 60))) << days;
  const std::vector<At> uneven{{0, 1}, {1, 2}, {2, 3}, {300, 4}};
  EXPECT_EQ(days_of(uneven), days_of(thinned(uneven, 4)));
}

TEST(Forecast, ALongHistoryKeepsItsEndsAndIsThinnedEvenly) {
  for (const int days : {61, 62, 119, 366, 1500, 5000}) {
    const auto kept = days_of(thinned(every_day(days), 60));
    EXPECT_LE(kept.size(), 60U) << days;
    EXPECT_GE(kept.size(), 59U) << days;
    EXPECT_EQ(0, kept.front());
    EXPECT_EQ(days - 1, kept.back());
    for (std::size_t i = 1; i < kept.size(); ++i) {
      EXPECT_GE(kept[i] - kept[i - 1], 1) << days;
      EXPECT_LE(kept[i] - kept[i - 1], (days - 1) / 59.0 + 1) << days;
    }
  }
}

TEST(Forecast, WhatWasReadSeldomStaysWhereTheRestIsThinned) {
  auto points = every_day(200);
  for (const double on : {250.0, 300.0, 350.0}) points.push_back({on, on});
  const auto kept = days_of(thinned(points, 60));
  EXPECT_LE(kept.size(), 60U);
  for (const double on : {0.0, 199.0, 250.0, 300.0, 350.0})
    EXPECT_TRUE(std::ranges::binary_search(kept, on)) << on;
}

/// A value of each day on its way from 0 to 90, with noise that repeats itself after 17 days.
std::vector<Seen> daily(int days) {
  std::vector<Seen> out;
  for (int on = 0; on < days; ++on)
    out.push_back({on, std::round(900.0 * on / days + on * 7 % 17 - 8) / 10});
  return out;
}

// Its due date lies as far ahead, against what was read, for each: so does what is likely.
TEST(Forecast, OfALongHistoryIsThatOfTheReadingsKept) {
  for (const int days : {366, 1500, 5000}) {
    auto key_result = metric(-10, 120);
    const auto all = daily(days);
    const auto whole = told(key_result, all, days + days / 4)->forecast;
    const auto kept = told(key_result, thinned(all, kForecastPoints), days + days / 4)->forecast;
    EXPECT_EQ(kept.low, whole.low) << days;
    EXPECT_EQ(kept.likely, whole.likely) << days;
    EXPECT_EQ(kept.high, whole.high) << days;
    EXPECT_EQ(kept.chance, whole.chance) << days;
    EXPECT_NEAR(112, whole.likely, 3) << days;
  }
}

TEST(Forecast, OfACountOfALongHistoryGoesOnFromItsLastValue) {
  std::vector<Seen> seen;
  for (int on = 1; on <= 1500; ++on) seen.push_back({on, std::floor(on / 10.0)});
  const auto forecast = told(metric(0, 200), seen, 1800)->forecast;
  EXPECT_GE(forecast.low, 150);
  EXPECT_NEAR(180, forecast.likely, 4);
  EXPECT_EQ(std::floor(forecast.high), forecast.high);
  // What never fell is asked of all that was read, not only of what is kept.
  seen[750].value -= 40;
  EXPECT_GT(forecast.low, told(metric(0, 200), seen, 1800)->forecast.low);
}

TEST(Forecast, OfAnObjectiveIsNarrowerThanAllItsKeyResultsAtTheirEndsAtOnce) {
  const auto one = *told(metric(0, 10), {{14, 0.6}, {28, 1.1}, {42, 2.4}, {56, 2.6}});
  std::vector<PartOutlook> parts(4, PartOutlook{{}, 25});
  for (auto& part : parts)
    for (const double value : one.outcomes) part.outcomes.push_back(value / 10);
  const auto together = *forecast(parts);
  EXPECT_LT(together.high - together.low, (one.forecast.high - one.forecast.low) / 10);
  EXPECT_LE(together.low, together.likely);
  EXPECT_LE(together.likely, together.high);
  EXPECT_EQ(together.low, forecast(parts)->low);
  EXPECT_FALSE(forecast(std::vector<PartOutlook>{{{0.4}, 50}, {{}, 50}}));
}

}  // namespace
}  // namespace takt::domain
