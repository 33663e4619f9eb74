#include "domain/signal.hpp"

#include <gtest/gtest.h>

#include "domain/vectors.hpp"

namespace takt::domain {
namespace {

const Date kToday = *parse_date("2026-11-24");

Signal signal(int impact, int likelihood) {
  Signal out;
  out.impact = Whole<1, 5>{impact};
  out.likelihood = Whole<1, 5>{likelihood};
  out.state = SignalState::assessed;
  out.created_at = {kToday.days};
  return out;
}

std::optional<Date> in_days(const boost::json::value& days) {
  if (days.is_null()) return {};
  return plus_days(kToday, static_cast<int>(days.as_int64()));
}

TEST(Priority, FollowsTheVectors) {
  for (const auto& row : tests::vectors("priority")) {
    auto one = signal(static_cast<int>(row.at("impact").as_int64()),
                      static_cast<int>(row.at("likelihood").as_int64()));
    one.act_by = in_days(row.at("act_in"));
    const auto got = priority(one, kToday);
    ASSERT_TRUE(got);
    EXPECT_EQ(row.at("score").as_int64(), got->score) << tests::text_of(row, "why");
    EXPECT_EQ(mapping::enum_of<Band>(tests::text_of(row, "band")), got->band)
        << tests::text_of(row, "why");
  }
}

TEST(Overdue, FollowsTheVectors) {
  for (const auto& row : tests::vectors("overdue")) {
    Signal one;
    one.state = mapping::enum_of<SignalState>(tests::text_of(row, "state")).value();
    one.created_at = {in_days(row.at("recorded"))->days};
    one.act_by = in_days(row.at("act_in"));
    one.watch_until = in_days(row.at("watch_in"));
    EXPECT_EQ(row.at("overdue").as_bool(), overdue(one, kToday)) << tests::text_of(row, "why");
  }
}

TEST(Priority, IsImpactTimesLikelihoodInThreeBands) {
  EXPECT_EQ(20, priority(signal(5, 4), kToday)->score);
  EXPECT_EQ(Band::high, priority(signal(5, 3), kToday)->band);
  EXPECT_EQ(Band::medium, priority(signal(4, 3), kToday)->band);
  EXPECT_EQ(Band::medium, priority(signal(4, 2), kToday)->band);
  EXPECT_EQ(Band::low, priority(signal(2, 3), kToday)->band);
  EXPECT_FALSE(priority(Signal{}, kToday));
}

TEST(Priority, IsOneBandHigherWhenThereAreThirtyDaysLeft) {
  auto soon = signal(4, 3);
  soon.act_by = plus_days(kToday, 30);
  EXPECT_EQ(Band::high, priority(soon, kToday)->band);
  soon.act_by = plus_days(kToday, 31);
  EXPECT_EQ(Band::medium, priority(soon, kToday)->band);
}

TEST(Priority, NeverFallsWhenImpactOrLikelihoodRises) {
  for (int impact = 1; impact < 5; ++impact)
    for (int likelihood = 1; likelihood <= 5; ++likelihood)
      EXPECT_LE(priority(signal(impact, likelihood), kToday)->band,
                priority(signal(impact + 1, likelihood), kToday)->band);
}

TEST(Waiting, WatchedSignalComesBackOnItsDay) {
  auto watched = signal(3, 3);
  watched.state = SignalState::watched;
  watched.watch_until = plus_days(kToday, 5);
  EXPECT_FALSE(waits(watched, kToday));
  EXPECT_TRUE(waits(watched, plus_days(kToday, 5)));
  EXPECT_FALSE(overdue(watched, plus_days(kToday, 6)));
  EXPECT_TRUE(overdue(watched, plus_days(kToday, 20)));
}

TEST(Overdue, IsAnUnansweredSignalAfterFourteenDaysOrPastItsDay) {
  auto old = signal(3, 3);
  old.created_at = {plus_days(kToday, -14).days};
  EXPECT_FALSE(overdue(old, kToday));
  old.created_at = {plus_days(kToday, -15).days};
  EXPECT_TRUE(overdue(old, kToday));
  old.state = SignalState::answered;
  EXPECT_FALSE(overdue(old, kToday));
  auto late = signal(3, 3);
  late.act_by = plus_days(kToday, -1);
  EXPECT_TRUE(overdue(late, kToday));
}

}  // namespace
}  // namespace takt::domain
