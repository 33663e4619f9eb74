#include "server.hpp"

namespace takt::tests {
namespace {

class Agility : public OnBothDatabases {
 protected:
  json::value page(const std::string& account) {
    const auto answer =
        browser(signed_in(katrin.id)).get("/api/v1/accounts/" + account + "/agility");
    EXPECT_EQ(200, answer.status) << answer.text;
    return answer.body;
  }
  /// The raw numbers of a figure of the running cycle, as text.
  std::string raw(const std::string& account, std::string_view code) {
    return json::serialize(figure(page(account).at("now"), code).at("raw"));
  }
  static json::value figure(const json::value& of, std::string_view code) {
    for (const auto& one : of.at("figures").as_array())
      if (one.at("code").as_string() == code) return one;
    ADD_FAILURE() << "no figure " << code;
    return {};
  }
  Answer write(const std::string& path, const std::string& body) {
    const auto answer = browser(signed_in(katrin.id)).post("/api/v1/" + path, body);
    EXPECT_EQ(201, answer.status) << path << ' ' << answer.text;
    return answer;
  }
  Answer change(const std::string& path, const std::string& body) {
    auto katrins = browser(signed_in(katrin.id));
    const auto version = katrins.get("/api/v1/" + path).version();
    const auto answer = katrins.patch("/api/v1/" + path, body, version);
    EXPECT_EQ(200, answer.status) << path << ' ' << answer.text;
    return answer;
  }
  static std::chrono::hours days(int count) { return std::chrono::hours{24 * count}; }
};

TEST_P(Agility, AccountWithoutHistoryHasNoFigure) {
  const auto fresh = account();
  const auto expect_none = [&] {
    const auto now = page(fresh).at("now");
    EXPECT_TRUE(now.at("total").is_null()) << now;
    for (const auto& one : now.at("figures").as_array())
      EXPECT_TRUE(one.at("score").is_null()) << one;
  };
  expect_none();
  let_pass(days(90));
  expect_none();
  write("accounts/" + fresh + "/signals", R"({"title":"x"})");
  EXPECT_FALSE(page(fresh).at("now").at("total").is_null());
}

TEST_P(Agility, MeetingIsMissedOnlyWhenItsDayIsOver) {
  const auto made = plan();
  const auto at = [&](int hours) {
    return domain::to_string(domain::Instant{now_.load() + std::chrono::hours{hours}});
  };
  write("accounts/" + made.account + "/meetings",
        R"({"kind":"check_in","plannedAt":")" + at(-1) + "\"}");
  const auto held = write("accounts/" + made.account + "/meetings",
                          R"({"kind":"check_in","plannedAt":")" + at(2) + "\"}");
  EXPECT_EQ("[6,0,0]", raw(made.account, "cadence")) << "the day is not over";
  browser(katrin).post("/api/v1/meetings/" + held.id() + "/steer", R"({"command":"start"})");
  EXPECT_EQ("[6,1,1]", raw(made.account, "cadence"));
  let_pass(days(1));
  EXPECT_EQ("[6,1,2]", raw(made.account, "cadence"));
}

TEST_P(Agility, CycleIsJudgedByItsOwnLengthNotByTodaysCadence) {
  const auto made = plan();
  change("accounts/" + made.account, R"({"cadence":12})");
  EXPECT_EQ("[6,0,0]", raw(made.account, "cadence"));
}

TEST_P(Agility, FreshnessCountsWhatIsDueAndWasNotDropped) {
  const auto made = plan();
  EXPECT_EQ("[0,0]", raw(made.account, "freshness")) << "made today, it owes none yet";
  let_pass(days(28));
  EXPECT_EQ("[0,2]", raw(made.account, "freshness"));
  const auto late = write("cycles/" + made.cycle + "/objectives", R"({"title":"y","reason":"r"})");
  const auto other = write("objectives/" + late.id() + "/key-results",
                           R"({"title":"z","start":0,"target":1,"reason":"r"})");
  EXPECT_EQ("[0,2]", raw(made.account, "freshness"));
  write("key-results/" + made.key_result + "/check-ins",
        R"({"value":3,"effectiveOn":")" + date(-10) + "\"}");
  EXPECT_EQ("[1,2]", raw(made.account, "freshness"));
  let_pass(days(14));
  EXPECT_EQ("[1,4]", raw(made.account, "freshness")) << "the new objective owes its first";
  change("objectives/" + late.id(), R"({"state":"dropped","reason":"r"})");
  EXPECT_EQ("[1,3]", raw(made.account, "freshness"));
  write("key-results/" + made.key_result + "/check-ins",
        R"({"value":10,"effectiveOn":")" + date(0) + "\"}");
  let_pass(days(28));
  EXPECT_EQ("[2,3]", raw(made.account, "freshness")) << "its target is reached";
}

TEST_P(Agility, WhateverChangesForAReasonAfterTheStartIsAdaptedAndDroppedOnesTieNothing) {
  const auto made = plan();
  const auto second =
      write("cycles/" + made.cycle + "/objectives", R"({"title":"neu","reason":"Signal"})");
  EXPECT_EQ("[1,2]", raw(made.account, "adaptation")) << "added on the first day";
  change("key-results/" + made.key_result, R"({"target":12,"reason":"mehr Werke"})");
  EXPECT_EQ("[2,2]", raw(made.account, "adaptation")) << "a key result's target";
  EXPECT_EQ("[0,2,0,0]", raw(made.account, "long_term_tie"));
  change("objectives/" + second.id(), R"({"state":"dropped","reason":"doch nicht"})");
  EXPECT_EQ("[2,2]", raw(made.account, "adaptation"));
  EXPECT_EQ("[0,1,0,0]", raw(made.account, "long_term_tie"));
}

TEST_P(Agility, CorrectedWordOrUnitIsNoAdaptationOfThePlan) {
  const auto made = plan();
  change("key-results/" + made.key_result,
         R"({"title":"\"target\": 3","unit":"Stück","reason":"Tippfehler"})");
  change("objectives/" + made.objective, R"({"title":"klarer","reason":"Tippfehler"})");
  EXPECT_EQ("[0,1]", raw(made.account, "adaptation"));
  change("key-results/" + made.key_result, R"({"due":")" + date(30) + R"(","reason":"früher"})");
  EXPECT_EQ("[1,1]", raw(made.account, "adaptation"));
}

TEST_P(Agility, StartAndCloseOfACycleAreNoAdaptationWhateverTheirReason) {
  const auto made = plan();
  change("cycles/" + made.cycle, R"({"state":"review","reason":"vorbei"})");
  write("objectives/" + made.objective + "/reviews",
        R"({"decision":"done","lesson":"l","scoreOverride":0.5,"scoreReason":"r"})");
  change("cycles/" + made.cycle, R"({"state":"closed","reason":"vorbei"})");
  const auto before = page(made.account).at("before").at(0);
  EXPECT_EQ("[0,1]", json::serialize(figure(before, "adaptation").at("raw")));
  const auto next =
      write("accounts/" + made.account + "/cycles",
            R"({"name":"später","startsOn":")" + date(121) + R"(","endsOn":")" + date(300) + "\"}");
  const auto objective = write("cycles/" + next.id() + "/objectives", R"({"title":"o"})").id();
  write("objectives/" + objective + "/key-results", R"({"title":"z","start":0,"target":1})");
  change("objectives/" + objective, R"({"title":"p","reason":"noch in der Planung"})");
  change("cycles/" + next.id(), R"({"state":"active","reason":"los"})");
  EXPECT_EQ("[0,1]", raw(made.account, "adaptation"));
}

TEST_P(Agility, LearningCountsTheReviewsOfItsCycleWheneverTheyAreWritten) {
  const auto made = plan();
  change("objectives/" + made.objective,
         R"({"outcomeKind":"own","outcomeBaseline":0,"outcomeTarget":10,"reason":"r"})");
  const auto second =
      write("cycles/" + made.cycle + "/objectives", R"({"title":"y","reason":"r"})").id();
  write("objectives/" + second + "/key-results",
        R"({"title":"z","start":0,"target":1,"reason":"r"})");
  let_pass(days(130));  // ten days after the cycle's last
  write("objectives/" + made.objective + "/outcome-readings",
        R"({"value":4,"on":")" + date(-20) + "\"}");
  change("cycles/" + made.cycle, R"({"state":"review"})");
  EXPECT_EQ("[0,0]", raw(made.account, "learning"));
  const std::string said =
      R"({"decision":"done","lesson":"l","effectNote":"e","scoreOverride":0.5,"scoreReason":"r"})";
  write("objectives/" + made.objective + "/reviews", said);
  write("objectives/" + second + "/reviews", said);
  EXPECT_EQ("[1,2]", raw(made.account, "learning")) << "a note is no reading";
  change("cycles/" + made.cycle, R"({"state":"closed"})");
  let_pass(days(30));
  const auto next =
      write("accounts/" + made.account + "/cycles",
            R"({"name":"später","startsOn":")" + date(-5) + R"(","endsOn":")" + date(170) + "\"}");
  const auto objective = write("cycles/" + next.id() + "/objectives", R"({"title":"o"})").id();
  write("objectives/" + objective + "/key-results", R"({"title":"z","start":0,"target":1})");
  change("cycles/" + next.id(), R"({"state":"active"})");
  EXPECT_EQ("[0,0]", raw(made.account, "learning")) << "nothing of an earlier cycle";
  const auto before = page(made.account).at("before").at(0);
  EXPECT_EQ("[1,2]", json::serialize(figure(before, "learning").at("raw")));
}

TEST_P(Agility, IsTheSameInThePortfolioWhileTheCycleRunsAndInReview) {
  const auto made = plan();
  write("accounts/" + made.account + "/signals", R"({"title":"x"})");
  let_pass(days(60));
  write("key-results/" + made.key_result + "/check-ins",
        R"({"value":3,"effectiveOn":")" + date(0) + "\"}");
  const auto expect_same = [&] {
    const auto line = browser(signed_in(katrin.id))
                          .get("/api/v1/portfolio")
                          .body.at("lines")
                          .at(0)
                          .at("figures")
                          .at("agility");
    const auto total = page(made.account).at("now").at("total");
    ASSERT_TRUE(line.is_number() && total.is_number()) << line << ' ' << total;
    EXPECT_NEAR(total.to_number<double>(), line.to_number<double>(), 1e-9);
  };
  expect_same();
  change("cycles/" + made.cycle, R"({"state":"review"})");
  expect_same();
  EXPECT_EQ(made.cycle, page(made.account).at("now").at("cycle").as_string());
}

TEST_P(Agility, QuestionsComeWeakestFirstAndThoseWithoutAFigureLast) {
  const auto made = plan();
  write("accounts/" + made.account + "/signals", R"({"title":"Neue Einkaufsleiterin"})");
  let_pass(days(60));
  const auto shown = page(made.account);
  EXPECT_EQ(75, shown.at("goodFrom").to_number<double>());
  const auto& questions = shown.at("questions").as_array();
  ASSERT_EQ(7u, questions.size());
  double last = -1;
  for (const auto& question : questions) {
    const auto& score = question.at("score");
    EXPECT_EQ(score.is_null(), question.at("good").is_null()) << question;
    const double value = score.is_null() ? 101 : score.to_number<double>();
    EXPECT_GE(value, last) << question;
    if (!score.is_null()) {
      EXPECT_EQ(value >= 75, question.at("good").as_bool()) << question;
    }
    last = value;
  }
}

TEST_P(Agility, NextStepNamesTheOldestCheckInTheWaitingSignalAndTheGoalWithoutAStep) {
  const auto made = plan();
  change("key-results/" + made.key_result, R"({"owner":")" + jonas.id + R"(","reason":"r"})");
  write("accounts/" + made.account + "/signals", R"({"title":"Neue Einkaufsleiterin"})");
  write("accounts/" + made.account + "/long-term-goals",
        R"({"title":"Rahmenvertrag","due":")" + date(500) + "\"}");
  let_pass(days(60));
  const auto shown = page(made.account);
  const auto next = [&](std::string_view code) -> json::value {
    for (const auto& one : shown.at("questions").as_array())
      if (one.at("code").as_string() == code) return one.at("next");
    return {};
  };
  const auto check_in = next("freshness");
  EXPECT_EQ("key_result", check_in.at("place").as_string());
  EXPECT_EQ(made.key_result, check_in.at("of").as_string());
  EXPECT_EQ("10 Bestellungen", check_in.at("name").as_string());
  EXPECT_EQ(jonas.id, check_in.at("person").as_string());
  EXPECT_EQ("Jonas Albers", shown.at("people").at(0).at("name").as_string());
  const auto answer = next("response");
  EXPECT_EQ("answer_signals", answer.at("advice").as_string());
  EXPECT_EQ("Neue Einkaufsleiterin", answer.at("name").as_string());
  EXPECT_EQ(60, answer.at("days").as_int64());
  const auto tie = next("long_term_tie");
  EXPECT_EQ("plan", tie.at("place").as_string());
  EXPECT_EQ(made.cycle, tie.at("of").as_string());
}

TEST_P(Agility, WhereNoneIsDueTheStepNamesWhatIsLongestWithoutACheckIn) {
  const auto made = plan();
  const auto other = write("objectives/" + made.objective + "/key-results",
                           R"({"title":"Muster","start":0,"target":9,"reason":"r"})");
  let_pass(days(32));
  const auto check_in = [&](const std::string& key_result, int day) {
    write("key-results/" + key_result + "/check-ins",
          R"({"value":1,"effectiveOn":")" + date(day) + "\"}");
  };
  check_in(made.key_result, -1);
  check_in(other.id(), -6);
  const auto shown = page(made.account);
  for (const auto& question : shown.at("questions").as_array()) {
    if (question.at("code").as_string() != "freshness") continue;
    EXPECT_EQ("check_in", question.at("next").at("advice").as_string());
    EXPECT_EQ("Muster", question.at("next").at("name").as_string());
    EXPECT_EQ(6, question.at("next").at("days").as_int64());
  }
}

TEST_P(Agility, ResponseTimeIsTheSameInTheSentenceOfTheSignals) {
  const auto made = plan();
  const auto told = [&] {
    const auto board = browser(signed_in(katrin.id))
                           .get("/api/v1/accounts/" + made.account + "/signal-board")
                           .body;
    json::value out;
    for (const auto& clause : board.at("sentence").as_array())
      if (clause.at("kind").as_string() == "response_time") out = clause.at("value");
    return out;
  };
  const auto checked = [&] {
    return figure(page(made.account).at("now"), "response").at("raw").at(0);
  };
  const auto signal = [&] {
    return write("accounts/" + made.account + "/signals", R"({"title":"x"})").id();
  };
  const auto first = signal();
  EXPECT_TRUE(told().is_null()) << "nothing was answered";
  let_pass(days(3));
  write("signals/" + first + "/responses", R"({"kind":"dismiss","reason":"x"})");
  EXPECT_NEAR(3, told().to_number<double>(), 0.01);
  EXPECT_EQ(checked(), told());
  signal();
  let_pass(days(9));
  EXPECT_NEAR(6, told().to_number<double>(), 0.01) << "one waits longer than the median";
  EXPECT_EQ(checked(), told());
}

TEST_P(Agility, WhatHasNoFigureYetAsksForNothingThatCannotBeDone) {
  const auto fresh = account();
  const auto shown = page(fresh);
  for (const auto& question : shown.at("questions").as_array()) {
    EXPECT_TRUE(question.at("good").is_null()) << question;
    const auto& next = question.at("next");
    if (!next.is_null()) {
      EXPECT_TRUE(next.at("of").is_null() || next.at("of").as_string() == fresh) << question;
    }
  }
}

TAKT_ON_BOTH_DATABASES(Agility);

}  // namespace
}  // namespace takt::tests
