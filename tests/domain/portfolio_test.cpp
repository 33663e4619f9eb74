#include "domain/portfolio.hpp"

#include <gtest/gtest.h>

namespace takt::domain {
namespace {

const Date kToday = *parse_date("2026-11-24");

TEST(Drift, IsOfAnAccountThatIsBehindOrAtRisk) {
  EXPECT_TRUE(drifts(Health::behind, {}));
  EXPECT_TRUE(drifts(Health::at_risk, {}));
  for (const auto health : {Health::on_track, Health::outdated, Health::pending})
    EXPECT_FALSE(drifts(health, {}));
}

TEST(Drift, IsOfAFallingShareThatIsShortOfItsTarget) {
  EXPECT_TRUE(drifts(Health::on_track, ShareMoved{.now = 0.57, .before = 0.58, .target = 0.6}));
  EXPECT_TRUE(drifts(Health::on_track, ShareMoved{.now = 0.57, .before = 0.58}));
  EXPECT_FALSE(drifts(Health::on_track, ShareMoved{.now = 0.61, .before = 0.62, .target = 0.6}));
  EXPECT_FALSE(drifts(Health::on_track, ShareMoved{.now = 0.58, .before = 0.57, .target = 0.6}));
  EXPECT_FALSE(drifts(Health::on_track, ShareMoved{.now = 0.58})) << "nothing to compare with";
  EXPECT_FALSE(drifts(Health::on_track, ShareMoved{.now = 0.5799, .before = 0.58}))
      << "to a tenth of a per cent it holds";
}

TEST(Rest, IsOfAPlanWithoutASignalForNinetyDays) {
  Quiet quiet{.today = kToday,
              .there_since = plus_days(kToday, -200),
              .runs_since = plus_days(kToday, -80)};
  EXPECT_TRUE(rests(quiet)) << "there was never one";
  quiet.last_signal = plus_days(kToday, -90);
  EXPECT_FALSE(rests(quiet));
  quiet.last_signal = plus_days(kToday, -91);
  EXPECT_TRUE(rests(quiet));
  quiet.there_since = plus_days(kToday, -30);
  EXPECT_FALSE(rests(quiet)) << "the account is new";
}

TEST(Rest, IsOfAPlanThatWaitsForCheckInsInVainForSixWeeks) {
  Quiet quiet{.today = kToday,
              .there_since = plus_days(kToday, -200),
              .runs_since = plus_days(kToday, -80),
              .last_signal = kToday};
  EXPECT_FALSE(rests(quiet)) << "nobody is asked for any";
  quiet.asks = true;
  EXPECT_TRUE(rests(quiet));
  quiet.last_check_in = plus_days(kToday, -42);
  EXPECT_FALSE(rests(quiet));
  quiet.last_check_in = plus_days(kToday, -43);
  EXPECT_TRUE(rests(quiet));
  quiet.runs_since = plus_days(kToday, -10);
  EXPECT_FALSE(rests(quiet)) << "the cycle has just begun";
}

TEST(Moved, IsToldAsItReads) {
  EXPECT_EQ(Moved::rose, moved(40.0, 44.0, 0));
  EXPECT_EQ(Moved::fell, moved(58.0, 57.0, 0));
  EXPECT_EQ(Moved::held, moved(58.0, 58.2, 0));
  EXPECT_EQ(Moved::rose, moved(58.0, 58.2, 1));
  EXPECT_FALSE(moved({}, 57.0, 0));
  EXPECT_FALSE(moved(58.0, {}, 0));
}

}  // namespace
}  // namespace takt::domain
