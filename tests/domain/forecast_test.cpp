#include "domain/forecast.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace takt::domain {
namespace {

Date day(int n) { return plus_days(*parse_date("2026-01-01"), n); }

TEST(Forecast, SaysNothingBeforeThreeReadings) {
  const std::vector<Reading> two{{day(0), 0}, {day(14), 1}};
  EXPECT_FALSE(forecast(two, day(90), 10, {}));
}

TEST(Forecast, SaysNothingOnceTheDayHasPassed) {
  const std::vector<Reading> three{{day(0), 0}, {day(14), 1}, {day(28), 2}};
  EXPECT_FALSE(forecast(three, day(20), 10, {}));
}

TEST(Forecast, FollowsTheTrendAndGetsSurerWithMoreReadings) {
  std::vector<Reading> readings;
  for (int i = 0; i < 3; ++i) readings.push_back({day(14 * i), i * 1.0 + (i % 2) * 0.2});
  const auto early = *forecast(readings, day(140), 10, {});
  for (int i = 3; i < 8; ++i) readings.push_back({day(14 * i), i * 1.0 + (i % 2) * 0.2});
  const auto late = *forecast(readings, day(140), 10, {});
  EXPECT_NEAR(10, late.likely, 1);
  EXPECT_LT(late.high - late.low, early.high - early.low);
  EXPECT_GT(late.low, early.low);
}

TEST(Forecast, OneJumpDoesNotBecomeTheTrend) {
  std::vector<Reading> readings;
  for (int i = 0; i < 8; ++i) readings.push_back({day(14 * i), i * 1.0 + (i % 2) * 0.1});
  const auto calm = *forecast(readings, day(112 + 14), {}, {});
  readings[5].value += 30;
  for (int i = 6; i < 8; ++i) readings[static_cast<std::size_t>(i)].value += 30;
  const auto jumped = *forecast(readings, day(112 + 14), {}, {});
  EXPECT_LT(jumped.likely - readings.back().value, 3 * (calm.likely - 7.1) + 2);
}

TEST(Forecast, ChanceRisesAsTheTargetComesNearer) {
  const std::vector<Reading> readings{{day(0), 0}, {day(14), 1.2}, {day(28), 1.9}, {day(42), 3.1}};
  double before = 0;
  for (double target = 20; target > 0; --target) {
    const double chance = *forecast(readings, day(120), target, {})->chance;
    EXPECT_GE(chance, before);
    before = chance;
  }
  EXPECT_GT(before, 0.9);
}

/// Share of simulated histories whose later value lies in the 80 % interval.
template <class Noise>
double coverage(Noise noise) {
  std::mt19937 random(20261124);
  std::uniform_int_distribution<int> count(3, 12);
  std::uniform_int_distribution<int> gap(5, 20);
  std::uniform_int_distribution<int> ahead(10, 90);
  std::uniform_real_distribution<double> drift(-0.2, 0.3);
  int inside = 0;
  constexpr int kRounds = 6000;
  for (int round = 0; round < kRounds; ++round) {
    const double slope = drift(random);
    std::vector<Reading> readings{{day(0), 5}};
    const auto step = [&](int days) {
      return slope * days + std::sqrt(static_cast<double>(days)) * noise(random);
    };
    for (int i = count(random); i > 1; --i) {
      const int days = gap(random);
      readings.push_back({plus_days(readings.back().on, days), readings.back().value + step(days)});
    }
    const int horizon = ahead(random);
    const double truth = readings.back().value + step(horizon);
    const auto said = *forecast(readings, plus_days(readings.back().on, horizon), {}, {});
    inside += truth >= said.low && truth <= said.high;
  }
  return static_cast<double>(inside) / kRounds;
}

TEST(Forecast, IntervalHoldsEightOfTenOutcomesOfSimulatedHistories) {
  std::normal_distribution<double> calm(0, 0.3);
  std::student_t_distribution<double> wild(4);
  const double of_calm = coverage([&](auto& random) { return calm(random); });
  const double of_wild = coverage([&](auto& random) { return 0.3 * wild(random); });
  EXPECT_GE(of_calm, 0.75);
  EXPECT_LE(of_calm, 0.85);
  EXPECT_GE(of_wild, 0.75);
  EXPECT_LE(of_wild, 0.85);
}

}  // namespace
}  // namespace takt::domain
