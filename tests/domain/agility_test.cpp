#include "domain/agility.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "domain/vectors.hpp"

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
  facts.months = 3;
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
  EXPECT_EQ("answer_sooner", figure(slow, "response").advice);
}

TEST(Agility, SignalThatWaitsCountsOnceItWaitsLongerThanTheMedian) {
  AgilityFacts facts;
  facts.response_times = {4, 6, 8};
  const auto calm = *figure(facts, "response").score;
  facts.waiting_times = {0, 1, 1, 2, 3, 6};
  EXPECT_DOUBLE_EQ(6, *figure(facts, "response").raw[0]) << "a flood of new ones improves nothing";
  EXPECT_DOUBLE_EQ(calm, *figure(facts, "response").score);
  facts.waiting_times = {40, 50};
  EXPECT_DOUBLE_EQ(8, *figure(facts, "response").raw[0]);
  EXPECT_LT(*figure(facts, "response").score, calm);
}

TEST(Agility, WhileNothingWasAnsweredASignalCountsOnceItIsOverdue) {
  AgilityFacts facts;
  facts.waiting_times = {3, 14};
  EXPECT_FALSE(figure(facts, "response").score);
  EXPECT_FALSE(figure(facts, "response").raw[0]);
  facts.waiting_times = {3, 20};
  EXPECT_DOUBLE_EQ(20, *figure(facts, "response").raw[0]);
}

TEST(Agility, CadenceIsTheCyclesOwnLengthAndNoFigureWithoutOne) {
  AgilityFacts facts;
  EXPECT_FALSE(figure(facts, "cadence").score);
  EXPECT_EQ("start_cycle", figure(facts, "cadence").advice);
  facts.cycle_months = 9;
  EXPECT_DOUBLE_EQ(50, *figure(facts, "cadence").score);
  EXPECT_EQ("shorten_cycle", figure(facts, "cadence").advice);
  facts.meetings_due = 4;
  EXPECT_DOUBLE_EQ(25, *figure(facts, "cadence").score);
  EXPECT_EQ("hold_meetings", figure(facts, "cadence").advice) << "what is lowest comes first";
}

TEST(Agility, AdaptationWaitsUntilSomethingCanHaveHappened) {
  AgilityFacts facts;
  facts.objectives = 2;
  facts.months = 0.2;
  EXPECT_FALSE(figure(facts, "adaptation").score);
  facts.months = 1;
  EXPECT_EQ("look_around", figure(facts, "adaptation").advice);
  facts.objectives_adapted = 2;
  EXPECT_EQ("calm_plan", figure(facts, "adaptation").advice);
}

TEST(Agility, LearningNeedsTheOutcomeReadAndALesson) {
  AgilityFacts facts;
  facts.reviews = 4;
  facts.reviews_read = 2;
  facts.reviews_learned = 2;
  EXPECT_DOUBLE_EQ(50, *figure(facts, "learning").score);
  EXPECT_EQ("read_outcome", figure(facts, "learning").advice);
  facts.reviews_read = 4;
  EXPECT_EQ("write_lessons", figure(facts, "learning").advice);
}

TEST(Agility, TotalIsTheMeanOfWhatHasData) {
  AgilityFacts facts;
  facts.check_ins_due = 4;
  facts.check_ins_made = 2;
  facts.reviews = 2;
  facts.reviews_learned = 2;
  EXPECT_DOUBLE_EQ(75, *agility_total(agility(facts)));
}

TEST(Agility, PlanIsNoTotalBeforeAnythingHappened) {
  AgilityFacts facts;
  facts.cycle_months = 6;
  facts.objectives = facts.objectives_kept = 2;
  facts.objectives_tied = 2;
  facts.goals = 2;
  facts.goals_with_step = 1;
  EXPECT_DOUBLE_EQ(100, *figure(facts, "cadence").score);
  EXPECT_DOUBLE_EQ(75, *figure(facts, "long_term_tie").score);
  EXPECT_FALSE(agility_total(agility(facts)));
  facts.meetings_due = facts.meetings_held = 1;
  EXPECT_DOUBLE_EQ(87.5, *agility_total(agility(facts)));
}

}  // namespace
}  // namespace takt::domain
