#include "server.hpp"

namespace takt::tests {
namespace {

/// The cycle that was planned as the next one.
std::string cycle_of(const Answer& planned) {
  return std::string(planned.body.at("cycle").at("id").as_string());
}

class Cycles : public OnBothDatabases {
 protected:
  Answer step(const Plan& made, const std::string& state) {
    auto katrins = browser(katrin);
    const auto path = "/api/v1/cycles/" + made.cycle;
    return katrins.patch(path, R"({"state":")" + state + "\"}", katrins.get(path).version());
  }
  void check_in(const Plan& made, double value) {
    browser(jonas).post(
        "/api/v1/key-results/" + made.key_result + "/check-ins",
        R"({"value":)" + std::to_string(value) + R"(,"effectiveOn":")" + date(0) + "\"}");
  }
  Answer review(const Plan& made, const std::string& fields) {
    return browser(katrin).post("/api/v1/objectives/" + made.objective + "/reviews",
                                "{" + fields + "}");
  }
};

TEST_P(Cycles, CloseOnlyWhenEveryObjectiveHasADecision) {
  const auto made = plan();
  check_in(made, 8);
  EXPECT_EQ("no_such_step", step(made, "closed").code());
  EXPECT_EQ(200, step(made, "review").status);
  EXPECT_EQ("not_reviewed", step(made, "closed").code());
  EXPECT_EQ(201, review(made, R"("decision":"done","lesson":"Früh anfangen")").status);
  EXPECT_EQ(200, step(made, "closed").status);
  const auto objective = browser(katrin).get("/api/v1/objectives/" + made.objective).body;
  EXPECT_EQ("achieved", objective.at("state").as_string());
}

TEST_P(Cycles, ClosedOneIsReadOnlyAndReachable) {
  const auto made = plan();
  check_in(made, 5);
  step(made, "review");
  review(made, R"("decision":"stop")");
  step(made, "closed");
  auto katrins = browser(katrin);
  EXPECT_EQ("cycle_closed",
            katrins
                .patch("/api/v1/objectives/" + made.objective, R"({"why":"x"})",
                       katrins.get("/api/v1/objectives/" + made.objective).version())
                .code());
  EXPECT_EQ("cycle_closed", katrins
                                .post("/api/v1/key-results/" + made.key_result + "/check-ins",
                                      R"({"value":9,"effectiveOn":")" + date(0) + "\"}")
                                .code());
  EXPECT_EQ(
      "cycle_closed",
      katrins.post("/api/v1/cycles/" + made.cycle + "/focus-topics", R"({"title":"x"})").code());
  const auto page = katrins.get("/api/v1/cycles/" + made.cycle + "/review").body;
  EXPECT_DOUBLE_EQ(0.5, page.at("objectives").at(0).at("score").as_double());
}

TEST_P(Cycles, ScoreMayBeOverriddenWithAReasonOnly) {
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

TEST_P(Cycles, NeverMeasuredObjectiveClosesWithAScoreByHandOrNotJudged) {
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

TEST_P(Cycles, NeverMeasuredKeyResultCountsAsNothingInTheScoreAndIsNamed) {
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

TEST_P(Cycles, ReviewWaitsForTheReviewAndIsThereOnce) {
  const auto made = plan();
  EXPECT_EQ("not_in_review", review(made, R"("lesson":"x")").code());
  step(made, "review");
  EXPECT_EQ(201, review(made, R"("lesson":"x")").status);
  EXPECT_EQ("reviewed_already", review(made, R"("lesson":"y")").code());
}

TEST_P(Cycles, NextOneTakesOverExactlyWhatWasDecided) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto second =
      katrins.post("/api/v1/objectives/" + made.objective + "/key-results",
                   R"({"title":"bleibt zurück","start":0,"target":1,"reason":"r"})");
  katrins.post("/api/v1/accounts/" + made.account + "/actions",
               R"({"title":"offen","keyResult":")" + made.key_result + "\"}");
  katrins.post(
      "/api/v1/accounts/" + made.account + "/actions",
      R"({"title":"fertig","doneOn":")" + date(0) + R"(","keyResult":")" + made.key_result + "\"}");
  check_in(made, 4);
  step(made, "review");
  review(made, R"("decision":"continue","carried":[")" + made.key_result + "\"]");
  step(made, "closed");
  const auto proposal = katrins.get("/api/v1/accounts/" + made.account + "/next-cycle").body;
  EXPECT_EQ(date(121), proposal.at("startsOn").as_string());

  const auto next =
      katrins.post("/api/v1/accounts/" + made.account + "/next-cycle", json::serialize(proposal));

  ASSERT_EQ(201, next.status) << next.text;
  const auto page = katrins.get("/api/v1/cycles/" + cycle_of(next) + "/plan").body;
  ASSERT_EQ(1u, page.at("objectives").as_array().size());
  const auto& objective = page.at("objectives").at(0);
  EXPECT_EQ(made.objective, objective.at("objective").at("carriedFrom").as_string());
  ASSERT_EQ(1u, objective.at("keyResults").as_array().size());
  const auto& view = objective.at("keyResults").at(0);
  EXPECT_EQ(4, view.at("keyResult").at("start").to_number<double>());
  EXPECT_TRUE(view.at("lastCheckIn").is_null());
  EXPECT_EQ(1, view.at("openActions").as_int64());
  EXPECT_EQ(0, page.at("waitingToCarry").as_int64());
}

TEST_P(Cycles, NextOneAsksForANewTargetWhereItIsReachedAndDoesNotStartWithout) {
  const auto made = plan();
  check_in(made, 13);
  step(made, "review");
  review(made, R"("decision":"continue","carried":[")" + made.key_result + "\"]");
  ASSERT_EQ(200, step(made, "closed").status);
  auto katrins = browser(katrin);
  const auto next = katrins.post(
      "/api/v1/accounts/" + made.account + "/next-cycle",
      R"({"name":"n","startsOn":")" + date(130) + R"(","endsOn":")" + date(220) + "\"}");
  ASSERT_EQ(201, next.status) << next.text;
  const auto& left = next.body.at("leftOpen").at(0);
  EXPECT_EQ("/target", left.at("pointer").as_string());
  EXPECT_EQ("reached", left.at("why").as_string());
  const auto cycle = "/api/v1/cycles/" + cycle_of(next);
  const auto key_result = katrins.get(cycle + "/plan")
                              .body.at("objectives")
                              .at(0)
                              .at("keyResults")
                              .at(0)
                              .at("keyResult");
  EXPECT_EQ(13, key_result.at("start").to_number<double>());
  EXPECT_TRUE(key_result.at("target").is_null());
  EXPECT_EQ("key_result_without_target", katrins.patch(cycle, R"({"state":"active"})", "1").code());
  const auto path = "/api/v1/key-results/" + std::string(key_result.at("id").as_string());
  EXPECT_EQ(422, katrins.patch(path, R"({"target":13})", "1").status);
  ASSERT_EQ(200, katrins.patch(path, R"({"target":20})", "1").status);
  EXPECT_EQ(200, katrins.patch(cycle, R"({"state":"active"})", "1").status);
}

TEST_P(Cycles, NextOneGoesOnAtEachSiteWhereItStoodAndKeepsABaselineThatNobodyRead) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto objective = "/api/v1/objectives/" + made.objective;
  ASSERT_EQ(200, katrins
                     .patch(objective,
                            R"({"outcomeKind":"own","outcome":"Nennungen","outcomeBaseline":3,)"
                            R"("outcomeTarget":10,"reason":"Maß"})",
                            "2")
                     .status);
  std::vector<std::string> sites;
  for (const auto* name : {"Oelde", "Graz"}) {
    sites.push_back(katrins
                        .post("/api/v1/accounts/" + made.account + "/sites",
                              R"({"name":")" + std::string(name) + "\"}")
                        .id());
    katrins.post("/api/v1/key-results/" + made.key_result + "/site-targets",
                 R"({"target":5,"reason":"x","site":")" + sites.back() + "\"}");
  }
  browser(jonas).post(
      "/api/v1/key-results/" + made.key_result + "/check-ins",
      R"({"value":4,"site":")" + sites[0] + R"(","effectiveOn":")" + date(0) + "\"}");
  step(made, "review");
  review(made, R"("decision":"continue","carried":[")" + made.key_result + "\"]");
  ASSERT_EQ(200, step(made, "closed").status);
  const auto next = katrins.post(
      "/api/v1/accounts/" + made.account + "/next-cycle",
      R"({"name":"n","startsOn":")" + date(130) + R"(","endsOn":")" + date(220) + "\"}");
  ASSERT_EQ(201, next.status) << next.text;
  const auto page = katrins.get("/api/v1/cycles/" + cycle_of(next) + "/plan").body;
  const auto& carried = page.at("objectives").at(0);
  EXPECT_EQ(3, carried.at("objective").at("outcomeBaseline").to_number<double>());
  const auto& view = carried.at("keyResults").at(0);
  EXPECT_EQ(4, view.at("start").to_number<double>());
  std::multiset<double> starts;
  for (const auto& site : view.at("sites").as_array())
    starts.insert(site.at("start").to_number<double>());
  EXPECT_EQ((std::multiset<double>{0, 4}), starts);
}

TEST_P(Cycles, NextOneTakesOverARollOutThatFalls) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto falling =
      katrins
          .post("/api/v1/objectives/" + made.objective + "/key-results",
                R"({"title":"Fehler","kind":"metric","start":20,"target":5,"reason":"x"})")
          .id();
  for (const auto& [name, start] : {std::pair{"Oelde", 16}, std::pair{"Graz", 4}}) {
    const auto site = katrins
                          .post("/api/v1/accounts/" + made.account + "/sites",
                                R"({"name":")" + std::string(name) + "\"}")
                          .id();
    const auto target = katrins.post(
        "/api/v1/key-results/" + falling + "/site-targets",
        R"({"reason":"x","start":)" + std::to_string(start) + R"(,"site":")" + site + "\"}");
    ASSERT_EQ(201, target.status) << target.text;
    ASSERT_EQ(201,
              browser(jonas)
                  .post("/api/v1/key-results/" + falling + "/check-ins",
                        R"({"value":4,"site":")" + site + R"(","effectiveOn":")" + date(0) + "\"}")
                  .status);
  }
  step(made, "review");
  review(made, R"("decision":"continue","carried":[")" + falling + "\"]");
  ASSERT_EQ(200, step(made, "closed").status);
  const auto next = katrins.post(
      "/api/v1/accounts/" + made.account + "/next-cycle",
      R"({"name":"n","startsOn":")" + date(130) + R"(","endsOn":")" + date(220) + "\"}");
  ASSERT_EQ(201, next.status) << next.text;
  const auto page = katrins.get("/api/v1/cycles/" + cycle_of(next) + "/plan").body;
  const auto& view = page.at("objectives").at(0).at("keyResults").at(0);
  EXPECT_EQ(8, view.at("start").to_number<double>());
  EXPECT_EQ(5, view.at("keyResult").at("target").to_number<double>());
  EXPECT_TRUE(view.at("falling").as_bool());
}

TEST_P(Cycles, StartsOfARollOutStayWhenASiteComesOrGoesAfterTheirStart) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto post = [&](const std::string& path, const std::string& body) {
    const auto answer = katrins.post("/api/v1/" + path, body);
    EXPECT_EQ(201, answer.status) << answer.text;
    return answer.id();
  };
  const auto cycle =
      post("accounts/" + made.account + "/cycles",
           R"({"name":"n","startsOn":")" + date(130) + R"(","endsOn":")" + date(220) + "\"}");
  const auto objective = post("cycles/" + cycle + "/objectives", R"({"title":"O"})");
  const auto key_result = post("objectives/" + objective + "/key-results",
                               R"({"title":"KR","kind":"metric","start":20,"target":50})");
  const auto roll_out = [&](const std::string& name) {
    const auto site = post("accounts/" + made.account + "/sites", R"({"name":")" + name + "\"}");
    return "/api/v1/site-targets/" + post("key-results/" + key_result + "/site-targets",
                                          R"({"reason":"x","site":")" + site + "\"}");
  };
  const auto start_of = [&](const std::string& target) {
    return katrins.get(target).body.at("start").to_number<double>();
  };
  const auto oelde = roll_out("Oelde");
  const auto graz = roll_out("Graz");
  ASSERT_EQ(200, step(made, "review").status);
  ASSERT_EQ(200, katrins.patch("/api/v1/cycles/" + cycle, R"({"state":"active"})", "1").status);
  const auto moved = katrins.patch(oelde, R"({"start":3,"reason":"x"})", "1");
  ASSERT_EQ(422, moved.status) << moved.text;
  EXPECT_EQ("locked", moved.body.at("errors").at(0).at("code").as_string());
  const auto told = katrins.patch(oelde, R"({"told":3})", "1");
  ASSERT_EQ(200, told.status) << told.text;
  const auto lahr = roll_out("Lahr");
  EXPECT_EQ(10, start_of(oelde));
  EXPECT_EQ(10, start_of(graz));
  EXPECT_EQ(0, start_of(lahr));
  ASSERT_EQ(200, katrins.remove(graz + "?reason=weg", katrins.get(graz).version()).status);
  EXPECT_EQ(10, start_of(oelde));
  EXPECT_EQ(0, start_of(lahr));
}

TEST_P(Cycles, NextOneNamesWhatItLeavesBehindAndWhy) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto objective = [&](const std::string& title, const std::string& decision) {
    const auto id = katrins
                        .post("/api/v1/cycles/" + made.cycle + "/objectives",
                              R"({"reason":"r","title":")" + title + "\"}")
                        .id();
    katrins.post("/api/v1/objectives/" + id + "/key-results",
                 R"({"reason":"r","title":"KR","start":0,"target":1})");
    return std::pair(id, R"({"notJudged":true,"decision":")" + decision + "\"}");
  };
  const std::vector<std::pair<std::string, std::string>> others{objective("vergeblich", "stop"),
                                                                objective("fertig", "done")};
  const auto dropped = katrins.post("/api/v1/cycles/" + made.cycle + "/objectives",
                                    R"({"reason":"r","title":"aufgegeben"})");
  katrins.patch("/api/v1/objectives/" + dropped.id(), R"({"state":"dropped","reason":"r"})", "1");
  step(made, "review");
  review(made, R"("decision":"adapt","notJudged":true,"carried":[])");
  for (const auto& [id, decision] : others)
    ASSERT_EQ(201, katrins.post("/api/v1/objectives/" + id + "/reviews", decision).status);
  ASSERT_EQ(200, step(made, "closed").status);

  const auto next = katrins.post(
      "/api/v1/accounts/" + made.account + "/next-cycle",
      R"({"name":"n","startsOn":")" + date(130) + R"(","endsOn":")" + date(220) + "\"}");

  ASSERT_EQ(201, next.status) << next.text;
  std::map<std::string, std::string> left;
  for (const auto& one : next.body.at("leftOpen").as_array()) {
    EXPECT_EQ("", one.at("pointer").as_string());
    left.emplace(one.at("title").as_string(), one.at("why").as_string());
  }
  const std::map<std::string, std::string> expected{{"vergeblich", "stopped"},
                                                    {"fertig", "done"},
                                                    {"aufgegeben", "dropped"},
                                                    {"10 Bestellungen", "not_chosen"}};
  EXPECT_EQ(expected, left);
  const auto again = katrins.post("/api/v1/cycles/" + cycle_of(next) + "/carry-over",
                                  R"({"from":")" + made.cycle + "\"}");
  EXPECT_EQ(0, again.body.at("objectives").as_int64()) << again.text;
}

TEST_P(Cycles, GoalOfTheCustomerChangesWithoutAReasonAndGoesOnInTheNextOne) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto path = "/api/v1/objectives/" + made.objective;
  const auto changed = katrins.patch(path, R"({"customerGoal":"Von sieben Lieferanten auf zwei"})",
                                     katrins.get(path).version());
  ASSERT_EQ(200, changed.status) << changed.text;
  EXPECT_EQ("line_break", katrins.patch(path, R"({"customerGoal":"a\nb"})", changed.version())
                              .body.at("errors")
                              .at(0)
                              .at("code")
                              .as_string());
  const auto log = katrins.get("/api/v1/accounts/" + made.account + "/activity").body;
  EXPECT_EQ(R"({"customerGoal":"Von sieben Lieferanten auf zwei"})",
            json::serialize(log.at("changes").at(0).at("after")));
  step(made, "review");
  review(made, R"("decision":"continue","notJudged":true,"carried":[])");
  ASSERT_EQ(200, step(made, "closed").status);

  const auto next = katrins.post(
      "/api/v1/accounts/" + made.account + "/next-cycle",
      R"({"name":"n","startsOn":")" + date(130) + R"(","endsOn":")" + date(220) + "\"}");

  ASSERT_EQ(201, next.status) << next.text;
  const auto page = katrins.get("/api/v1/cycles/" + cycle_of(next) + "/plan").body;
  EXPECT_EQ("Von sieben Lieferanten auf zwei",
            page.at("objectives").at(0).at("objective").at("customerGoal").as_string());
}

TEST_P(Cycles, StartLocksBaselinesAndKeepsThePlanAsItWas) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto path = "/api/v1/key-results/" + made.key_result;
  const auto locked = katrins.patch(path, R"({"start":3,"reason":"r"})", "1");
  EXPECT_EQ("locked", locked.body.at("errors").at(0).at("code").as_string());
  EXPECT_EQ(422, katrins.patch(path, R"({"target":20})", "1").status);
  EXPECT_EQ(200, katrins.patch(path, R"({"target":20,"reason":"Neues Werk"})", "1").status);
  const auto page = katrins.get("/api/v1/cycles/" + made.cycle + "/plan").body;
  EXPECT_EQ(10, page.at("atStart").at(0).at("keyResults").at(0).at("target").to_number<double>());
  EXPECT_EQ(1u, page.at("sinceStart").as_array().size());
  EXPECT_EQ("Neues Werk", page.at("sinceStart").at(0).at("reason").as_string());
}

TEST_P(Cycles, PlanPageOpensWhateverTheSeriesHadForABaseline) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto area =
      katrins.post("/api/v1/accounts/" + id + "/product-areas", R"({"name":"Faltschachteln"})")
          .id();
  katrins.put("/api/v1/accounts/" + id + "/supply-grid",
              R"({"period":"quarter","startsOn":")" + date(-120) +
                  R"(","cells":[{"productArea":")" + area + R"(","volume":417,"demand":1031}]})");
  const auto cycle =
      katrins
          .post("/api/v1/accounts/" + id + "/cycles",
                R"({"name":"Z","startsOn":")" + date(-5) + R"(","endsOn":")" + date(90) + "\"}")
          .id();
  const auto objective =
      katrins
          .post("/api/v1/cycles/" + cycle + "/objectives",
                R"({"title":"Lieferanteil","outcomeKind":"supply","outcomeAreas":[")" + area +
                    R"("],"outcomeTarget":45})")
          .id();
  katrins.post("/api/v1/objectives/" + objective + "/key-results",
               R"({"title":"KR","kind":"metric","start":0,"target":10})");
  ASSERT_EQ(200, katrins.patch("/api/v1/cycles/" + cycle, R"({"state":"active"})", "1").status);
  const auto page = katrins.get("/api/v1/cycles/" + cycle + "/plan");
  ASSERT_EQ(200, page.status) << page.text;
  const auto baseline = page.body.at("atStart").at(0).at("outcomeBaseline").to_number<double>();
  EXPECT_DOUBLE_EQ(41'700.0 / 1031, baseline);
  // What was filled in can be sent back as it was shown.
  const auto shown = katrins.get("/api/v1/objectives/" + objective);
  EXPECT_EQ(200, katrins
                     .patch("/api/v1/objectives/" + objective,
                            R"({"why":"x","reason":"x","outcomeBaseline":)" +
                                json::serialize(shown.body.at("outcomeBaseline")) + "}",
                            shown.version())
                     .status);
}

TEST_P(Cycles, StartTakesTheBaselineThatIsKnownThatDayWhereNoneWasBefore) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto area =
      katrins.post("/api/v1/accounts/" + id + "/product-areas", R"({"name":"Faltschachteln"})")
          .id();
  const auto cycle =
      katrins
          .post("/api/v1/accounts/" + id + "/cycles",
                R"({"name":"Z","startsOn":")" + date(-5) + R"(","endsOn":")" + date(90) + "\"}")
          .id();
  const auto objective =
      katrins
          .post("/api/v1/cycles/" + cycle + "/objectives",
                R"({"title":"Lieferanteil","outcomeKind":"supply","outcomeAreas":[")" + area +
                    R"("],"outcomeTarget":33.3})")
          .id();
  katrins.post("/api/v1/objectives/" + objective + "/key-results",
               R"({"title":"KR","kind":"metric","start":0,"target":10})");
  const auto has_baseline = [&] {
    const auto page = katrins.get("/api/v1/cycles/" + cycle + "/plan").body;
    for (const auto& one : page.at("readiness").as_array())
      if (one.at("code").as_string() == "has_baseline") return one.at("met").as_bool();
    throw std::logic_error("nobody asks for a baseline");
  };
  EXPECT_FALSE(has_baseline());
  // The quarter that runs: read today, after the first day of the cycle.
  ASSERT_EQ(200,
            katrins
                .put("/api/v1/accounts/" + id + "/supply-grid",
                     R"({"period":"quarter","startsOn":"2026-10-01","cells":[{"productArea":")" +
                         area + R"(","volume":125,"demand":1000}]})")
                .status);
  EXPECT_TRUE(has_baseline());
  ASSERT_EQ(200, katrins.patch("/api/v1/cycles/" + cycle, R"({"state":"active"})", "1").status);
  const auto started = katrins.get("/api/v1/objectives/" + objective).body;
  ASSERT_FALSE(started.at("outcomeBaseline").is_null());
  EXPECT_DOUBLE_EQ(12.5, started.at("outcomeBaseline").to_number<double>());
}

TEST_P(Cycles, NextOneLeavesOutAnOwnerWhoWasArchivedAndNamesThem) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto owner = R"({"reason":"r","owner":")" + jonas.id + "\"}";
  for (const auto& path :
       {"/api/v1/objectives/" + made.objective, "/api/v1/key-results/" + made.key_result})
    ASSERT_EQ(200, katrins.patch(path, owner, katrins.get(path).version()).status);
  const auto team = [&] {
    return katrins.get("/api/v1/accounts/" + made.account + "/cockpit")
        .body.at("team")
        .as_array()
        .size();
  };
  EXPECT_EQ(2u, team());
  ASSERT_EQ(200, browser(admin).remove("/api/v1/users/" + jonas.id, "1").status);
  EXPECT_EQ(1u, team());
  step(made, "review");
  review(made, R"("decision":"continue","notJudged":true,"carried":[")" + made.key_result + "\"]");
  ASSERT_EQ(200, step(made, "closed").status);
  const auto next = katrins.post(
      "/api/v1/accounts/" + made.account + "/next-cycle",
      R"({"name":"n","startsOn":")" + date(130) + R"(","endsOn":")" + date(220) + "\"}");
  ASSERT_EQ(201, next.status) << next.text;
  const auto left = next.body.at("leftOpen").as_array();
  ASSERT_EQ(2u, left.size());
  for (const auto& one : left) {
    EXPECT_EQ("/owner", one.at("pointer").as_string());
    EXPECT_EQ("left_team", one.at("why").as_string());
    ASSERT_EQ(1u, one.at("names").as_array().size());
    EXPECT_EQ("Jonas Albers", one.at("names").at(0).as_string());
  }
  const auto page = katrins.get("/api/v1/cycles/" + cycle_of(next) + "/plan").body;
  const auto view = page.at("objectives").at(0);
  EXPECT_TRUE(view.at("objective").at("owner").is_null());
  EXPECT_TRUE(view.at("keyResults").at(0).at("keyResult").at("owner").is_null());
  const auto path = "/api/v1/objectives/" + std::string(view.at("objective").at("id").as_string());
  const auto refused = katrins.patch(path, R"({"owner":")" + jonas.id + "\"}", "1");
  ASSERT_EQ(422, refused.status);
  EXPECT_EQ("not_on_team", refused.body.at("errors").at(0).at("code").as_string());
}

TEST_P(Cycles, PlanStoredWithMoreDigitsThanAnybodyMayEnterOpens) {
  const auto made = plan();
  app->context().database.write({made.account}, [&](store::Session& session) {
    session.execute(
        "update activation set plan = :plan where cycle = :cycle",
        {store::bound("plan", std::string(R"([{"id":")" + made.objective +
                                          R"(","title":"x","outcomeBaseline":22.645925925925926,)"
                                          R"("outcomeTarget":35.5,"keyResults":[],"gone":1}])")),
         store::bound("cycle", domain::Id{made.cycle})});
  });
  const auto page = browser(katrin).get("/api/v1/cycles/" + made.cycle + "/plan");
  ASSERT_EQ(200, page.status) << page.text;
  EXPECT_EQ(22.645925925925926,
            page.body.at("atStart").at(0).at("outcomeBaseline").to_number<double>());
}

TEST_P(Cycles, EffectMayComeLateAndIsReadAgain) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto objective = "/api/v1/objectives/" + made.objective;
  ASSERT_EQ(200, katrins
                     .patch(objective,
                            R"({"outcomeKind":"own","outcome":"Nennungen","outcomeBaseline":0,)"
                            R"("outcomeTarget":10,"reason":"Maß"})",
                            "2")
                     .status);
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

TEST_P(Cycles, EffectReadBeforeTheMiddleIsUnknownOnEveryPage) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto objective = "/api/v1/objectives/" + made.objective;
  ASSERT_EQ(200, katrins
                     .patch(objective,
                            R"({"outcomeKind":"own","outcome":"Nennungen","outcomeBaseline":0,)"
                            R"("outcomeTarget":10,"reason":"Maß"})",
                            "2")
                     .status);
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

TEST_P(Cycles, LessonsComeBackWhenASimilarObjectiveIsWritten) {
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

TEST_P(Cycles, HintsCompareWithTheNewestFiveHundredLessonsOnly) {
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

TEST_P(Cycles, ReadAsOftenForTwelveObjectivesAsForThree) {
  struct Cost {
    long long planning, start, running, close, closed;
  };
  const auto cost_with = [&](int objectives) {
    const auto id = account();
    auto katrins = browser(katrin);
    const auto made = [&](const std::string& path, const std::string& body) {
      const auto answer = katrins.post("/api/v1/" + path, body);
      EXPECT_EQ(201, answer.status) << answer.text;
      return answer.id();
    };
    const auto counted = [&](const Answer& warm, auto request) {
      EXPECT_EQ(200, warm.status) << warm.text;
      const auto before = app->context().database.statements();
      const Answer answer = request();
      EXPECT_EQ(200, answer.status) << answer.text;
      return app->context().database.statements() - before;
    };
    const auto cycle = made("accounts/" + id + "/cycles", R"({"name":"Z","startsOn":")" + date(-5) +
                                                              R"(","endsOn":")" + date(90) + "\"}");
    const auto path = "/api/v1/cycles/" + cycle;
    const auto page = [&] { return katrins.get(path + "/plan"); };
    const auto step = [&](const std::string& state) {
      const auto now = katrins.get(path);
      return counted(
          now, [&] { return katrins.patch(path, R"({"state":")" + state + "\"}", now.version()); });
    };
    std::vector<std::string> ids;
    for (int i = 0; i < objectives; ++i) {
      ids.push_back(made("cycles/" + cycle + "/objectives", R"({"title":"O"})"));
      made("objectives/" + ids.back() + "/key-results", R"({"title":"K","start":0,"target":1})");
      const auto goal = made("accounts/" + id + "/long-term-goals",
                             R"({"title":"G","due":")" + date(600) + "\"}");
      made("long-term-goals/" + goal + "/milestones", R"({"title":"M","due":")" + date(30) + "\"}");
    }
    Cost cost{};
    cost.planning = counted(page(), page);
    cost.start = step("active");
    for (const auto& objective : ids) {
      const auto one = "/api/v1/objectives/" + objective;
      EXPECT_EQ(200, katrins
                         .patch(one, R"({"title":"O II","reason":"Neu gefasst"})",
                                katrins.get(one).version())
                         .status);
    }
    const auto changed = page();
    EXPECT_EQ(ids.size(), changed.body.at("suggestions").as_array().size());
    // The start has no reason and is not told; that somebody wrote an objective anew is.
    EXPECT_EQ(ids.size(), changed.body.at("sinceStart").as_array().size());
    cost.running = counted(changed, page);
    step("review");
    for (const auto& objective : ids)
      made("objectives/" + objective + "/reviews", R"({"decision":"stop","notJudged":true})");
    cost.close = step("closed");
    const auto look_back = [&] { return katrins.get(path + "/review"); };
    cost.closed = counted(look_back(), look_back);
    return cost;
  };
  const auto few = cost_with(3);
  const auto many = cost_with(12);
  EXPECT_EQ(few.planning, many.planning);
  EXPECT_EQ(few.running, many.running);
  EXPECT_EQ(few.closed, many.closed);
  // What is written costs four each: the row, its change, the ledger and what the search finds. The
  // start writes every objective, the close its review as well.
  EXPECT_EQ(few.start + 9 * 4, many.start);
  EXPECT_EQ(few.close + 9 * 8, many.close);
}

TEST_P(Cycles, PlaybookMakesAnObjectiveWithItsKeyResultsInOneStep) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto books = katrins.get("/api/v1/playbooks?language=de").body;
  ASSERT_EQ(5u, books.as_array().size());
  const auto& book = books.at(0).at("playbook");
  const json::value input{{"title", book.at("title")},
                          {"keyResults", book.at("keyResults")},
                          {"id", new_id()},
                          {"reason", "Einkauf bündelt"}};
  const auto path = "/api/v1/cycles/" + made.cycle + "/planned-objectives";
  const auto first = katrins.post(path, json::serialize(input));
  ASSERT_EQ(201, first.status) << first.text;
  EXPECT_EQ(first.id(), katrins.post(path, json::serialize(input)).id());
  const auto all = katrins.get("/api/v1/accounts/" + made.account + "/key-results").body;
  EXPECT_EQ(4u, all.as_array().size());
}

TEST_P(Cycles, LongTermLineAsksWhereAGoalHasNoStep) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto goal =
      katrins.post("/api/v1/accounts/" + made.account + "/long-term-goals",
                   R"({"title":"Ausschreibung gewinnen","due":")" + date(540) + "\"}");
  const auto page = [&] {
    return katrins.get("/api/v1/accounts/" + made.account + "/long-term").body;
  };
  const auto cockpit_asks = [&] {
    const auto cockpit = katrins.get("/api/v1/accounts/" + made.account + "/cockpit").body;
    return cockpit.at("goals").at(0).at("asks").as_bool();
  };
  EXPECT_TRUE(page().at("goals").at(0).at("asks").as_bool());
  EXPECT_TRUE(cockpit_asks());
  EXPECT_GE(page().at("cycles").as_array().size(), 3u);
  katrins.patch("/api/v1/objectives/" + made.objective,
                R"({"goals":[{"goal":")" + goal.id() + R"(","kind":"contributes"}]})", "2");
  EXPECT_FALSE(page().at("goals").at(0).at("asks").as_bool());
  EXPECT_FALSE(cockpit_asks());
  const auto late = katrins.post("/api/v1/long-term-goals/" + goal.id() + "/milestones",
                                 R"({"title":"zu spät","due":")" + date(600) + "\"}");
  EXPECT_EQ("after_goal", late.body.at("errors").at(0).at("code").as_string());
}

TEST_P(Cycles, NextOneIsCalledByItsLengthAndEndsWithItsStart) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto proposed = [&](const std::string& day) {
    const auto next = katrins.get("/api/v1/accounts/" + id + "/next-cycle?startsOn=" + day).body;
    return std::string(next.at("name").as_string()) + " to " +
           std::string(next.at("endsOn").as_string());
  };
  EXPECT_EQ("2027 H1 to 2027-06-30", proposed("2027-01-01"));
  ASSERT_EQ(200, katrins.patch("/api/v1/accounts/" + id, R"({"cadence":3})", "1").status);
  EXPECT_EQ("2027 Q1 to 2027-03-31", proposed("2027-01-01"));
  EXPECT_EQ("2027 Q2 to 2027-06-30", proposed("2027-04-01"));
}

TEST_P(Cycles, FirstOneIsThePeriodThatTodayLiesIn) {
  const auto id = account();
  const auto next = browser(katrin).get("/api/v1/accounts/" + id + "/next-cycle").body;
  const std::string starts(next.at("startsOn").as_string());
  EXPECT_TRUE(starts.ends_with("-01-01") || starts.ends_with("-07-01")) << starts;
  EXPECT_LE(starts, date(0));
  EXPECT_GE(std::string(next.at("endsOn").as_string()), date(0));
}

TEST_P(Cycles, PatternOfTheirNamesTakesOnlyPlaceholdersThatThereAre) {
  auto toms = browser(admin);
  const auto organisation = toms.get("/api/v1/organisation");
  const auto path = "/api/v1/organisation/" + organisation.id();
  const auto refused =
      toms.patch(path, R"({"cyclePattern":"GJ {foo} {quarter}"})", organisation.version());
  EXPECT_EQ(422, refused.status);
  EXPECT_EQ("unknown_placeholder", refused.body.at("errors").at(0).at("code").as_string());
  EXPECT_EQ("/cyclePattern", refused.body.at("errors").at(0).at("pointer").as_string());
  EXPECT_EQ(
      200, toms.patch(path, R"({"cyclePattern":"GJ {yy}/{next} {period}"})", organisation.version())
               .status);
}

TEST_P(Cycles, ReviewProposesToGoOnWithWhatHasNotReachedItsTarget) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto reached = katrins.post("/api/v1/objectives/" + made.objective + "/key-results",
                                    R"({"title":"da","start":0,"target":1,"reason":"r"})");
  browser(jonas).post("/api/v1/key-results/" + reached.id() + "/check-ins",
                      R"({"value":1,"effectiveOn":")" + date(0) + "\"}");
  const auto review = [&] {
    return katrins.get("/api/v1/cycles/" + made.cycle + "/review").body.at("objectives").at(0);
  };
  const auto proposed = review().at("proposed").as_array();
  ASSERT_EQ(1u, proposed.size());
  EXPECT_EQ(made.key_result, proposed.at(0).as_string());
  check_in(made, 10);
  EXPECT_TRUE(review().at("proposed").as_array().empty());
}

TEST_P(Cycles, HaveEnoughWithThreeObjectivesAndAnObjectiveWithFiveKeyResults) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto expect = [&](bool objectives, bool key_results) {
    const auto cockpit = katrins.get("/api/v1/accounts/" + made.account + "/cockpit").body;
    const auto page = katrins.get("/api/v1/cycles/" + made.cycle + "/plan").body;
    EXPECT_EQ(objectives, cockpit.at("enoughObjectives").as_bool());
    EXPECT_EQ(objectives, page.at("enoughObjectives").as_bool());
    EXPECT_EQ(key_results, page.at("objectives").at(0).at("enoughKeyResults").as_bool());
  };
  expect(false, false);
  for (int i = 0; i < 2; ++i)
    katrins.post("/api/v1/cycles/" + made.cycle + "/objectives", R"({"title":"o","reason":"r"})");
  std::string last;
  for (int i = 0; i < 4; ++i)
    last = katrins
               .post("/api/v1/objectives/" + made.objective + "/key-results",
                     R"({"title":"k","start":0,"target":1,"reason":"r"})")
               .id();
  expect(true, true);
  EXPECT_EQ(200,
            katrins.patch("/api/v1/key-results/" + last, R"({"state":"dropped","reason":"r"})", "1")
                .status);
  expect(true, false);
}

TEST_P(Cycles, EffectAndReviewNameTheBordersOfTheirQuadrants) {
  const auto made = plan();
  for (const auto& path :
       {"accounts/" + made.account + "/effectiveness", "cycles/" + made.cycle + "/review"}) {
    const auto page = browser(katrin).get("/api/v1/" + path).body;
    EXPECT_EQ(0.7, page.at("borders").at("result").to_number<double>()) << path;
    EXPECT_EQ(0.5, page.at("borders").at("effect").to_number<double>()) << path;
  }
}

TEST_P(Cycles, PortfolioCountsTheObjectivesOfAnAccountByQuadrant) {
  const auto made = plan();
  auto katrins = browser(katrin);
  // A result of 0.9 with an outcome that moved all the way, and one of which nobody knows.
  check_in(made, 9);
  const auto objective = "/api/v1/objectives/" + made.objective;
  ASSERT_EQ(200, katrins
                     .patch(objective,
                            R"({"outcomeKind":"own","outcome":"Nennungen","outcomeBaseline":0,)"
                            R"("outcomeTarget":10,"reason":"Maß"})",
                            katrins.get(objective).version())
                     .status);
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

TEST_P(Cycles, ThatRunOnPaperBeforeTheirStartOweNoCheckInForThatTime) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto make = [&](const std::string& path, const std::string& body) {
    return katrins.post("/api/v1/" + path, body).id();
  };
  const auto cycle = make("accounts/" + id + "/cycles", R"({"name":"c","startsOn":")" + date(-60) +
                                                            R"(","endsOn":")" + date(120) + "\"}");
  const auto objective = make("cycles/" + cycle + "/objectives", R"({"title":"o"})");
  make("objectives/" + objective + "/key-results", R"({"title":"k","start":0,"target":1})");
  let_pass(std::chrono::hours{24 * 29});
  ASSERT_EQ(200, katrins.patch("/api/v1/cycles/" + cycle, R"({"state":"active"})", "1").status);
  const auto key_result = [&] {
    return katrins.get("/api/v1/accounts/" + id + "/cockpit")
        .body.at("objectives")
        .at(0)
        .at("keyResults")
        .at(0);
  };
  const auto agility = katrins.get("/api/v1/accounts/" + id + "/agility").body.at("now");
  EXPECT_EQ(0, key_result().at("checkInsDue").as_int64());
  EXPECT_EQ("[0,0]", json::serialize(agility.at("figures").at(4).at("raw")));
  EXPECT_GE(key_result().at("nextCheckIn").as_string(), date(0));
}

TEST_P(Cycles, KeyResultIsToldWithItsDirectionConfidenceAndDecimals) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto falling =
      katrins.post("/api/v1/objectives/" + made.objective + "/key-results",
                   R"({"title":"Reklamationen","start":12,"target":0.25,"reason":"r"})");
  katrins.post("/api/v1/key-results/" + falling.id() + "/check-ins",
               R"({"value":5,"confidence":6,"effectiveOn":")" + date(0) + "\"}");
  const auto views = katrins.get("/api/v1/accounts/" + made.account + "/cockpit")
                         .body.at("objectives")
                         .at(0)
                         .at("keyResults")
                         .as_array();
  ASSERT_EQ(2u, views.size());
  EXPECT_FALSE(views[0].at("falling").as_bool());
  EXPECT_TRUE(views[0].at("confidenceBand").is_null());
  EXPECT_EQ(1, views[0].at("decimals").as_int64());
  EXPECT_TRUE(views[1].at("falling").as_bool());
  EXPECT_EQ("medium", views[1].at("confidenceBand").as_string());
  EXPECT_EQ(2, views[1].at("decimals").as_int64());
}

TEST_P(Cycles, OutcomeIsShownWithTheDecimalsOfItsKpiAndTarget) {
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

TAKT_ON_BOTH_DATABASES(Cycles);

}  // namespace
}  // namespace takt::tests
