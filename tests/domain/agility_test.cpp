#include "domain/agility.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace takt::domain {
namespace {

AgilityFigure figure(const AgilityFacts& facts, const char* code) {
  const auto all = agility(facts);
  return *std::ranges::find(all, code, &AgilityFigure::code);
}

TEST(Agility, FiguresWithoutDataDoNotCount) {
  const auto figures = agility({});
  EXPECT_FALSE(agility_total(figures));
  EXPECT_EQ(7u, figures.size());
}

TEST(Agility, EveryFigureLiesBetweenZeroAndAHundred) {
  AgilityFacts wild;
  wild.months = 1;
  wild.cycle_months = 1;
  wild.meetings_due = 1;
  wild.meetings_held = 5;
  wild.signals = 500;
  wild.sensing_lags = {-3, 900};
  wild.response_times = {900};
  wild.high_signals = 1;
  wild.high_answered = 7;
  wild.objectives = 2;
  wild.objectives_adapted = 9;
  wild.check_ins_due = 1;
  wild.check_ins_made = 80;
  for (const auto& one : agility(wild)) {
    if (!one.score) continue;
    EXPECT_GE(*one.score, 0) << one.code;
    EXPECT_LE(*one.score, 100) << one.code;
  }
}

TEST(Agility, PlanThatNeverChangesWhileSignalsComeInIsNotGood) {
  AgilityFacts facts;
  facts.objectives = 3;
  facts.signals = 6;
  const auto stiff = figure(facts, "adaptation");
  EXPECT_LT(*stiff.score, 50);
  EXPECT_EQ("adapt_plan", stiff.advice);
  facts.objectives_adapted = 1;
  EXPECT_DOUBLE_EQ(100, *figure(facts, "adaptation").score);
}

TEST(Agility, QuickAnswersScoreHigherThanSlowOnes) {
  AgilityFacts quick;
  quick.response_times = {1, 3, 4};
  AgilityFacts slow;
  slow.response_times = {20, 30, 60};
  EXPECT_GT(*figure(quick, "response").score, *figure(slow, "response").score);
  EXPECT_EQ("answer_signals", figure(slow, "response").advice);
}

TEST(Agility, TotalIsTheMeanOfWhatHasData) {
  AgilityFacts facts;
  facts.check_ins_due = 4;
  facts.check_ins_made = 2;
  facts.reviews = 2;
  facts.reviews_learned = 2;
  EXPECT_DOUBLE_EQ(75, *agility_total(agility(facts)));
}

}  // namespace
}  // namespace takt::domain
