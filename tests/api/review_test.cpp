#include "cycles.hpp"

namespace takt::tests {
namespace {

class Reviews : public CycleSteps {};

TEST_P(Reviews, ScoreMayBeOverriddenWithAReasonOnly) {
  const auto made = plan();
  check_in(made, 5);
  step(made, "review");
  const auto refused = review(made, R"("scoreOverride":0.9)");
  EXPECT_EQ("/scoreReason", refused.body.at("errors").at(0).at("pointer").as_string());
  EXPECT_EQ(
      201,
      review(made, R"("scoreOverride":0.9,"scoreReason":"Listung zählt mehr","decision":"done")")
          .status);
  step(made, "closed");
  const auto page = browser(katrin).get("/api/v1/cycles/" + made.cycle + "/review").body;
  EXPECT_DOUBLE_EQ(0.9, page.at("objectives").at(0).at("score").as_double());
}

TEST_P(Reviews, NeverMeasuredObjectiveClosesWithAScoreByHandOrNotJudged) {
  const auto made = plan();
  step(made, "review");
  const auto begun = review(made, R"("decision":"stop")");
  EXPECT_EQ("not_scored", step(made, "closed").code());
  auto katrins = browser(katrin);
  const auto shown = [&] {
    return katrins.get("/api/v1/cycles/" + made.cycle + "/review").body.as_object();
  };
  EXPECT_EQ(1, shown().at("unscored").as_int64());
  EXPECT_TRUE(shown().at("objectives").at(0).at("asksScore").as_bool());
  const auto path = "/api/v1/reviews/" + begun.id();
  const auto both = katrins.patch(
      path, R"({"notJudged":true,"scoreOverride":0.5,"scoreReason":"Gespräche"})", "1");
  EXPECT_EQ("has_score", both.body.at("errors").at(0).at("code").as_string());
  ASSERT_EQ(200, katrins.patch(path, R"({"notJudged":true})", "1").status);
  ASSERT_EQ(200, step(made, "closed").status);
  const auto objective = katrins.get("/api/v1/objectives/" + made.objective).body;
  EXPECT_EQ("not_judged", objective.at("state").as_string());
  EXPECT_TRUE(shown().at("objectives").at(0).at("score").is_null());
  const auto effect = katrins.get("/api/v1/accounts/" + made.account + "/effectiveness").body;
  EXPECT_TRUE(effect.at("cycles").at(0).at("result").is_null());
}

TEST_P(Reviews, NeverMeasuredKeyResultCountsAsNothingInTheScoreAndIsNamed) {
  const auto made = plan();
  auto katrins = browser(katrin);
  katrins.post("/api/v1/objectives/" + made.objective + "/key-results",
               R"({"title":"nie gemessen","start":0,"target":1,"reason":"r"})");
  check_in(made, 8);
  const auto running =
      katrins.get("/api/v1/cycles/" + made.cycle + "/review").body.at("objectives").at(0);
  EXPECT_DOUBLE_EQ(0.8, running.at("score").as_double()) << "so far";
  EXPECT_TRUE(running.at("neverMeasured").as_array().empty());
  step(made, "review");
  const auto one =
      katrins.get("/api/v1/cycles/" + made.cycle + "/review").body.at("objectives").at(0);
  EXPECT_DOUBLE_EQ(0.8, one.at("view").at("progress").as_double());
  EXPECT_DOUBLE_EQ(0.4, one.at("score").as_double());
  EXPECT_EQ("nie gemessen", one.at("neverMeasured").at(0).as_string());
  review(made, R"("decision":"stop")");
  ASSERT_EQ(200, step(made, "closed").status);
  const auto objective = katrins.get("/api/v1/objectives/" + made.objective).body;
  EXPECT_EQ("partly", objective.at("state").as_string());
}

TEST_P(Reviews, ReviewWaitsForTheReviewAndIsThereOnce) {
  const auto made = plan();
  EXPECT_EQ("not_in_review", review(made, R"("lesson":"x")").code());
  step(made, "review");
  EXPECT_EQ(201, review(made, R"("lesson":"x")").status);
  EXPECT_EQ("reviewed_already", review(made, R"("lesson":"y")").code());
}

TEST_P(Reviews, EffectMayComeLateAndIsReadAgain) {
  const auto made = plan();
  const auto objective = "/api/v1/objectives/" + made.objective;
  aim_at_mentions(made);
  check_in(made, 9);
  let_pass(std::chrono::hours{24 * 120});
  katrin = signed_in(katrin.id);
  browser(katrin).post(objective + "/outcome-readings", R"({"value":1,"on":")" + date(0) + "\"}");
  step(made, "review");
  review(made, R"("decision":"done")");
  step(made, "closed");
  let_pass(std::chrono::hours{24 * 90});
  katrin = signed_in(katrin.id);
  EXPECT_EQ(201,
            browser(katrin)
                .post(objective + "/outcome-readings", R"({"value":8,"on":")" + date(0) + "\"}")
                .status);
  const auto row = browser(katrin)
                       .get("/api/v1/accounts/" + made.account + "/effectiveness")
                       .body.at("cycles")
                       .at(0)
                       .at("rows")
                       .at(0);
  EXPECT_EQ("busy", row.at("quadrantThen").as_string());
  EXPECT_EQ("worked", row.at("quadrant").as_string());
}

TEST_P(Reviews, EffectReadBeforeTheMiddleIsUnknownOnEveryPage) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto objective = "/api/v1/objectives/" + made.objective;
  aim_at_mentions(made);
  katrins.post(objective + "/outcome-readings", R"({"value":40,"on":")" + date(-1) + "\"}");
  check_in(made, 9);
  const auto account = "/api/v1/accounts/" + made.account;
  const auto outcome = katrins.get(account + "/cockpit").body.at("objectives").at(0).at("outcome");
  EXPECT_TRUE(outcome.at("effect").is_null());
  EXPECT_EQ(4, outcome.at("soFar").to_number<double>());
  const auto cycle = katrins.get(account + "/effectiveness").body.at("cycles").at(0);
  EXPECT_TRUE(cycle.at("effect").is_null());
  EXPECT_EQ("unknown", cycle.at("quadrants").at(0).at("quadrant").as_string());
  EXPECT_EQ(4, cycle.at("rows").at(0).at("soFar").to_number<double>());
  const auto portfolio = katrins.get("/api/v1/portfolio");
  for (const auto& line : portfolio.body.at("lines").as_array()) {
    if (line.at("figures").at("account").as_string() == made.account) {
      EXPECT_TRUE(line.at("figures").at("effect").is_null());
    }
  }
}

TEST_P(Reviews, LessonsComeBackWhenASimilarObjectiveIsWritten) {
  const auto made = plan();
  check_in(made, 5);
  step(made, "review");
  review(made, R"("decision":"stop","lesson":"Nachlässe hielten den Lieferanteil nicht")");
  const auto hints = browser(katrin).post("/api/v1/cycles/" + made.cycle + "/objective-hints",
                                          R"({"title":"Lieferanteil auf 60 % bringen"})");
  ASSERT_EQ(200, hints.status) << hints.text;
  EXPECT_EQ(1u, hints.body.at("lessons").as_array().size());
  const auto stranger = add_user("Fremd", "member");
  EXPECT_EQ(0u, browser(stranger).get("/api/v1/lessons").body.as_array().size());
}

TEST_P(Reviews, HintsCompareWithTheNewestFiveHundredLessonsOnly) {
  const auto made = plan();
  const auto learn = [&](int from, int to, const std::string& title) {
    app->context().database.write({made.account}, [&](store::Session& session) {
      for (int i = from; i < to; ++i) {
        domain::Objective objective;
        objective.id = {new_id()};
        objective.account = {made.account};
        objective.cycle = {made.cycle};
        objective.title = title;
        objective.created_at = {now_.load() + std::chrono::milliseconds{i}};
        store::insert(session, objective);
        domain::Review review;
        review.id = {new_id()};
        review.account = objective.account;
        review.objective = {objective.id};
        review.lesson = std::string("gelernt");
        review.created_at = objective.created_at;
        store::insert(session, review);
      }
    });
  };
  const auto alike = [&] {
    const auto hints = browser(katrin).post("/api/v1/cycles/" + made.cycle + "/objective-hints",
                                            R"({"title":"Rahmenvertrag verlängern"})");
    EXPECT_EQ(200, hints.status) << hints.text;
    return hints.body.at("lessons").as_array().size();
  };
  learn(0, 1, "Rahmenvertrag verlängern");
  learn(1, 500, "Muster");
  EXPECT_EQ(1u, alike());
  learn(500, 501, "Muster");
  EXPECT_EQ(0u, alike());
}

TEST_P(Reviews, EffectAndReviewNameTheBordersOfTheirQuadrants) {
  const auto made = plan();
  for (const auto& path :
       {"accounts/" + made.account + "/effectiveness", "cycles/" + made.cycle + "/review"}) {
    const auto page = browser(katrin).get("/api/v1/" + path).body;
    EXPECT_EQ(0.7, page.at("borders").at("result").to_number<double>()) << path;
    EXPECT_EQ(0.5, page.at("borders").at("effect").to_number<double>()) << path;
  }
}

TEST_P(Reviews, PortfolioCountsTheObjectivesOfAnAccountByQuadrant) {
  const auto made = plan();
  auto katrins = browser(katrin);
  // A result of 0.9 with an outcome that moved all the way, and one of which nobody knows.
  check_in(made, 9);
  const auto objective = "/api/v1/objectives/" + made.objective;
  aim_at_mentions(made);
  const auto other = katrins.post("/api/v1/cycles/" + made.cycle + "/objectives",
                                  R"({"title":"Zweites Ziel","reason":"neu"})");
  ASSERT_EQ(201, other.status) << other.text;
  let_pass(std::chrono::hours{24 * 60});
  auto later = browser(signed_in(katrin.id));
  later.post(objective + "/outcome-readings", R"({"value":10,"on":")" + date(0) + R"("})");
  const json::value expected{json::object{{"quadrant", "worked"}, {"count", 1}},
                             json::object{{"quadrant", "unknown"}, {"count", 1}}};
  const auto line = later.get("/api/v1/portfolio").body.at("lines").at(0);
  EXPECT_EQ(expected, line.at("figures").at("quadrants"));
  EXPECT_EQ(expected, later.get("/api/v1/accounts/" + made.account + "/effectiveness")
                          .body.at("cycles")
                          .at(0)
                          .at("quadrants"));
}

TEST_P(Reviews, OutcomeIsShownWithTheDecimalsOfItsKpiAndTarget) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto kpi = katrins
                       .post("/api/v1/accounts/" + made.account + "/kpis",
                             R"({"name":"Ausschuss","decimals":3})")
                       .id();
  katrins.put("/api/v1/kpis/" + kpi + "/values/" + date(0), R"({"value":0.0144})");
  const auto path = "/api/v1/objectives/" + made.objective;
  const auto decimals = [&](const std::string& fields) {
    const auto changed = katrins.patch(path, fields, katrins.get(path).version());
    EXPECT_EQ(200, changed.status) << changed.text;
    return katrins.get("/api/v1/cycles/" + made.cycle + "/plan")
        .body.at("objectives")
        .at(0)
        .at("outcome")
        .at("decimals")
        .as_int64();
  };
  EXPECT_EQ(3, decimals(R"({"outcomeKind":"kpi","outcomeKpi":")" + kpi +
                        R"(","outcomeTarget":0.01,"reason":"r"})"));
  EXPECT_EQ(1, decimals(R"({"outcomeKind":"supply","outcomeBaseline":22.6459259259259,)"
                        R"("outcomeTarget":35.5,"reason":"r"})"));
}

TAKT_ON_BOTH_DATABASES(Reviews);

}  // namespace
}  // namespace takt::tests
