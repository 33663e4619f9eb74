#include "domain/effect.hpp"

#include <gtest/gtest.h>

namespace takt::domain {
namespace {

Date day(int n) { return plus_days(*parse_date("2026-01-01"), n); }

Cycle cycle() {
  Cycle out;
  out.starts_on = day(0);
  out.ends_on = day(180);
  return out;
}

TEST(Effect, IsHowFarTheOutcomeMoved) {
  EXPECT_DOUBLE_EQ(0.4, *effectiveness(40, 50, 44));
  EXPECT_DOUBLE_EQ(-0.5, *effectiveness(34, 36, 33));
  EXPECT_FALSE(effectiveness(40, 40, 44));
  EXPECT_FALSE(effectiveness({}, 50, 44));
}

TEST(Quadrant, ParesResultAndEffect) {
  EXPECT_EQ(Quadrant::worked, quadrant(0.9, 1.0));
  EXPECT_EQ(Quadrant::busy, quadrant(0.8, -0.5));
  EXPECT_EQ(Quadrant::lucky, quadrant(0.3, 0.6));
  EXPECT_EQ(Quadrant::not_done, quadrant(0.3, 0.1));
  EXPECT_EQ(Quadrant::unknown, quadrant(0.9, {}));
  EXPECT_EQ(Quadrant::worked, quadrant(0.7, 0.5));
}

TEST(Quadrant, BetterResultNeverLooksLessDone) {
  for (double effect : {-1.0, 0.2, 0.5, 1.4})
    for (double result = 0; result < 1; result += 0.01) {
      const auto before = quadrant(result, effect);
      const auto after = quadrant(result + 0.01, effect);
      const auto done = [](Quadrant q) { return q == Quadrant::worked || q == Quadrant::busy; };
      EXPECT_TRUE(!done(before) || done(after));
    }
}

TEST(EffectKnown, NeedsAReadingOnOrAfterTheMiddleOfTheCycle) {
  const std::vector<Reading> early{{day(10), 40}, {day(80), 42}};
  EXPECT_FALSE(effect_known(early, cycle(), day(180)));
  const std::vector<Reading> late{{day(10), 40}, {day(120), 44}};
  EXPECT_TRUE(effect_known(late, cycle(), day(180)));
  EXPECT_FALSE(effect_known(late, cycle(), day(100)));
  const std::vector<Reading> midpoint{{day(10), 40}, {day(90), 44}};
  EXPECT_TRUE(effect_known(midpoint, cycle(), day(180)));
  EXPECT_FALSE(effect_known(std::vector<Reading>{{day(89), 44}}, cycle(), day(180)));
}

TEST(Effect, OfSeveralIsTheMiddleSoThatOneHidesNothing) {
  const std::vector<std::optional<double>> effects{0, 4.0, 0, {}, 0.2};
  EXPECT_DOUBLE_EQ(0.1, *median_effect(effects));
  EXPECT_FALSE(median_effect(std::vector<std::optional<double>>{{}, {}}));
}

TEST(Reading, LatestIsByItsDayAndNotByItsPlace) {
  const std::vector<Reading> readings{{day(30), 3}, {day(10), 1}, {day(20), 2}};
  EXPECT_EQ(3, latest_reading(readings, day(40))->value);
  EXPECT_EQ(2, latest_reading(readings, day(25))->value);
  EXPECT_FALSE(latest_reading(readings, day(5)));
}

TEST(Score, IsProgressUnlessOverriddenAndStaysBetweenZeroAndOne) {
  EXPECT_DOUBLE_EQ(0.55, *score(0.55, {}));
  EXPECT_DOUBLE_EQ(0.8, *score(0.55, 0.8));
  EXPECT_DOUBLE_EQ(1, *score(1.3, {}));
  EXPECT_FALSE(score({}, {}));
}

TEST(OutcomeState, FollowsTheScore) {
  EXPECT_EQ(ObjectiveState::achieved, outcome_state(0.7));
  EXPECT_EQ(ObjectiveState::partly, outcome_state(0.5));
  EXPECT_EQ(ObjectiveState::missed, outcome_state(0.29));
}

}  // namespace
}  // namespace takt::domain
