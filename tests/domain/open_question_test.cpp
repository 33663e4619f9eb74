#include "domain/open_question.hpp"

#include <gtest/gtest.h>

namespace takt::domain {
namespace {

const Date kToday = parse_date("2026-11-24").value();

OpenQuestion to_be_asked_in(int days) {
  OpenQuestion question;
  question.ask_by = plus_days(kToday, days);
  return question;
}

TEST(OpenQuestions, AreOverdueFromTheDayAfterTheirsUntilTheyAreAnswered) {
  EXPECT_FALSE(overdue({}, kToday));
  EXPECT_FALSE(overdue(to_be_asked_in(0), kToday));
  auto late = to_be_asked_in(-1);
  EXPECT_TRUE(overdue(late, kToday));
  late.asked_on = kToday;
  EXPECT_TRUE(overdue(late, kToday)) << "asked is not answered";
  late.answered_on = kToday;
  EXPECT_FALSE(overdue(late, kToday));
}

TEST(OpenQuestions, AreTheMoreUrgentTheEarlierTheirDay) {
  const OpenQuestion undated;
  EXPECT_TRUE(more_urgent(to_be_asked_in(-1), to_be_asked_in(0)));
  EXPECT_FALSE(more_urgent(to_be_asked_in(0), to_be_asked_in(0)));
  EXPECT_TRUE(more_urgent(to_be_asked_in(500), undated));
  EXPECT_FALSE(more_urgent(undated, to_be_asked_in(500)));
  EXPECT_FALSE(more_urgent(undated, undated));
}

TEST(OpenQuestions, AreAnsweredInWordsByASignalOrByACheckIn) {
  OpenQuestion none, words, signal, check_in;
  none.answered_on = kToday;
  words.answer = std::string("Ja");
  signal.answered_by_signal = Id{"s"};
  check_in.answered_by_check_in = Id{"c"};
  EXPECT_FALSE(has_answer(none));
  EXPECT_TRUE(has_answer(words));
  EXPECT_TRUE(has_answer(signal));
  EXPECT_TRUE(has_answer(check_in));
}

TEST(OpenQuestions, AreMissedWhereThereIsAPlan) {
  EXPECT_TRUE(doubted({.objectives = 1}));
  EXPECT_FALSE(doubted({.objectives = 0}));
  EXPECT_FALSE(doubted({.objectives = 1, .questions = 1}));
  EXPECT_FALSE(doubted({.objectives = 1, .assumed = 1}));
}

}  // namespace
}  // namespace takt::domain
