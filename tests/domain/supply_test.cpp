#include "domain/supply.hpp"

#include <gtest/gtest.h>

#include <random>

namespace takt::domain {
namespace {

Date day(int year, unsigned month, unsigned d) {
  return {std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} /
                                std::chrono::day{d}}};
}

SupplyRecord record(std::optional<double> volume, std::optional<double> demand,
                    std::optional<double> share = {}) {
  SupplyRecord out;
  out.product_area = Id{"a"};
  out.starts_on = day(2026, 7, 1);
  out.volume = volume;
  out.demand = demand;
  out.share = share;
  return out;
}

TEST(ShareOfSupply, IsARatioOfSumsAndNotAMeanOfRatios) {
  const std::vector records{record(90, 100), record(10, 900)};
  EXPECT_DOUBLE_EQ(0.1, *share_of_supply(records).share);
}

TEST(ShareOfSupply, HasNoValueWhereNothingIsDemandedOrKnown) {
  EXPECT_FALSE(share_of_supply({}).share);
  EXPECT_FALSE(share_of_supply(std::vector{record(0, 0)}).share);
}

TEST(ShareOfSupply, ShareAloneCountsOnlyWithADemandToWeighItBy) {
  const std::vector records{record(40, 100), record({}, 100, 0.2), record({}, {}, 0.9)};
  const auto total = share_of_supply(records);
  EXPECT_DOUBLE_EQ(0.3, *total.share);
  EXPECT_EQ(2, total.covered);
  EXPECT_EQ(3, total.total);
}

TEST(ShareOfSupply, OneRecordAloneNeedsNoWeight) {
  EXPECT_DOUBLE_EQ(0.33, *share_of_supply(std::vector{record({}, {}, 0.33)}).share);
}

TEST(ShareOfSupply, SaysWhenItIsPartlyEstimated) {
  auto estimate = record(1, 10);
  estimate.estimated = true;
  EXPECT_TRUE(share_of_supply(std::vector{record(5, 10), estimate}).estimated);
  EXPECT_FALSE(share_of_supply(std::vector{record(5, 10)}).estimated);
}

TEST(ShareOfSupply, UnitsAreNeverAddedUp) {
  auto pieces = record(900, 1000);
  pieces.unit = SupplyUnit::pieces;
  const auto total = share_of_supply(std::vector{record(10, 100), record(10, 100), pieces});
  EXPECT_DOUBLE_EQ(0.1, *total.share);
  EXPECT_EQ(2, total.covered);
}

TEST(ShareOfSupply, StaysBetweenTheSmallestAndTheLargestShare) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> demand(1, 1000);
  std::uniform_real_distribution<double> part(0, 1);
  for (int round = 0; round < 500; ++round) {
    std::vector<SupplyRecord> records;
    double low = 1;
    double high = 0;
    for (int i = 0; i < 8; ++i) {
      const double all = demand(random);
      const double share = part(random);
      records.push_back(record(all * share, all));
      low = std::min(low, share);
      high = std::max(high, share);
    }
    const auto total = *share_of_supply(records).share;
    EXPECT_GE(total, low - 1e-9);
    EXPECT_LE(total, high + 1e-9);
  }
}

TEST(Period, StartsAndEndsOnTheCalendar) {
  EXPECT_EQ(day(2026, 10, 1), period_start(Period::quarter, day(2026, 11, 24)));
  EXPECT_EQ(day(2026, 12, 31), period_end(Period::quarter, day(2026, 10, 1)));
  EXPECT_EQ(day(2026, 1, 1), period_start(Period::year, day(2026, 11, 24)));
  EXPECT_EQ(day(2028, 2, 29), period_end(Period::month, day(2028, 2, 1)));
}

TEST(Period, MonthsSpeakForAQuarterThatHasNoRecordOfItsOwn) {
  auto july = record(1, 10);
  july.period = Period::month;
  auto august = record(4, 10);
  august.period = Period::month;
  august.starts_on = day(2026, 8, 1);
  const std::vector months{july, august};
  EXPECT_DOUBLE_EQ(
      0.25, *share_of_supply(records_of_period(months, Period::quarter, day(2026, 7, 1))).share);
  const std::vector with_quarter{july, august, record(9, 10)};
  EXPECT_DOUBLE_EQ(
      0.9,
      *share_of_supply(records_of_period(with_quarter, Period::quarter, day(2026, 7, 1))).share);
}

TEST(ShareSeries, IsKnownFromTheDayItWasEnteredWhileThePeriodRuns) {
  auto running = record(1, 10);
  running.created_at = {day(2026, 8, 5).days};
  const auto series = share_series(std::vector{running}, Period::quarter);
  ASSERT_EQ(1u, series.size());
  EXPECT_EQ(day(2026, 8, 5), series[0].known_on);
}

}  // namespace
}  // namespace takt::domain
