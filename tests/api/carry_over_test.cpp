#include "cycles.hpp"

namespace takt::tests {
namespace {

class CarriedOver : public CycleSteps {
 protected:
  json::value carried(const Plan& made, const std::string& key_results);
  Answer next;  ///< to planning the next cycle
};

TEST_P(CarriedOver, NextOneTakesOverExactlyWhatWasDecided) {
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

TEST_P(CarriedOver, NextOneAsksForANewTargetWhereItIsReachedAndDoesNotStartWithout) {
  const auto made = plan();
  check_in(made, 13);
  step(made, "review");
  review(made, R"("decision":"continue","carried":[")" + made.key_result + "\"]");
  ASSERT_EQ(200, step(made, "closed").status);
  auto katrins = browser(katrin);
  const auto next = plan_next(made);
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

TEST_P(CarriedOver, NextOneGoesOnAtEachSiteWhereItStoodAndKeepsABaselineThatNobodyRead) {
  const auto made = plan();
  auto katrins = browser(katrin);
  aim_at_mentions(made, 3);
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
  const auto next = plan_next(made);
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

TEST_P(CarriedOver, NextOneTakesOverARollOutThatFalls) {
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
  const auto next = plan_next(made);
  ASSERT_EQ(201, next.status) << next.text;
  const auto page = katrins.get("/api/v1/cycles/" + cycle_of(next) + "/plan").body;
  const auto& view = page.at("objectives").at(0).at("keyResults").at(0);
  EXPECT_EQ(8, view.at("start").to_number<double>());
  EXPECT_EQ(5, view.at("keyResult").at("target").to_number<double>());
  EXPECT_TRUE(view.at("falling").as_bool());
}

TEST_P(CarriedOver, NextOneNamesWhatItLeavesBehindAndWhy) {
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

  const auto next = plan_next(made);

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

TEST_P(CarriedOver, GoalOfTheCustomerChangesWithoutAReasonAndGoesOnInTheNextOne) {
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

  const auto next = plan_next(made);

  ASSERT_EQ(201, next.status) << next.text;
  const auto page = katrins.get("/api/v1/cycles/" + cycle_of(next) + "/plan").body;
  EXPECT_EQ("Von sieben Lieferanten auf zwei",
            page.at("objectives").at(0).at("objective").at("customerGoal").as_string());
}

TEST_P(CarriedOver, NextOneLeavesOutAnOwnerWhoWasArchivedAndNamesThem) {
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
  const auto next = plan_next(made);
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

TEST_P(CarriedOver, ReviewProposesToGoOnWithWhatHasNotReachedItsTarget) {
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

/// What is planned of the only objective after the cycle was reviewed with all its key results.
json::value CarriedOver::carried(const Plan& made, const std::string& key_results) {
  auto katrins = browser(katrin);
  step(made, "review");
  review(made, R"("decision":"continue","notJudged":true,"carried":[)" + key_results + "]");
  EXPECT_EQ(200, step(made, "closed").status);
  next = plan_next(made);
  EXPECT_EQ(201, next.status) << next.text;
  return katrins.get("/api/v1/cycles/" + cycle_of(next) + "/plan")
      .body.at("objectives")
      .at(0)
      .at("keyResults");
}

constexpr auto kStages = R"("kind":"stages","stages":[{"title":"offen","degree":0},)"
                         R"({"title":"bemustert","degree":40},{"title":"angeboten","degree":70},)"
                         R"({"title":"gelistet","degree":100}])";

TEST_P(CarriedOver, StagesBeginAtTheOneThatWasReached) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto staged = katrins
                          .post("/api/v1/objectives/" + made.objective + "/key-results",
                                R"({"title":"Listung","reason":"r",)" + std::string(kStages) + "}")
                          .id();
  katrins.post("/api/v1/key-results/" + staged + "/check-ins",
               R"({"stage":1,"effectiveOn":")" + date(0) + "\"}");
  const auto view = carried(made, '"' + staged + '"').at(0);
  EXPECT_EQ(R"([{"title":"bemustert","degree":0},{"title":"angeboten","degree":50},)"
            R"({"title":"gelistet","degree":100}])",
            json::serialize(view.at("keyResult").at("stages")));
}

TEST_P(CarriedOver, StagesThatAreReachedStayAndAskForNewOnes) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto staged = katrins
                          .post("/api/v1/objectives/" + made.objective + "/key-results",
                                R"({"title":"Listung","reason":"r",)" + std::string(kStages) + "}")
                          .id();
  katrins.post("/api/v1/key-results/" + staged + "/check-ins",
               R"({"stage":3,"effectiveOn":")" + date(0) + "\"}");
  const auto view = carried(made, '"' + staged + '"').at(0);
  EXPECT_EQ(4u, view.at("keyResult").at("stages").as_array().size());
  bool asked = false;
  for (const auto& left : next.body.at("leftOpen").as_array())
    asked = asked || (left.at("pointer") == "/stages" && left.at("why") == "reached");
  EXPECT_TRUE(asked) << next.text;
}

TEST_P(CarriedOver, StagesOfARollOutBeginWhereItsLastSiteIsAndTheOthersFurther) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto staged = katrins
                          .post("/api/v1/objectives/" + made.objective + "/key-results",
                                R"({"title":"Listung","reason":"r",)" + std::string(kStages) + "}")
                          .id();
  for (const auto& [name, stage] : {std::pair{"Oelde", 1}, std::pair{"Graz", 2}}) {
    const auto site = katrins
                          .post("/api/v1/accounts/" + made.account + "/sites",
                                R"({"name":")" + std::string(name) + "\"}")
                          .id();
    katrins.post("/api/v1/key-results/" + staged + "/site-targets",
                 R"({"reason":"x","site":")" + site + "\"}");
    katrins.post("/api/v1/key-results/" + staged + "/check-ins",
                 R"({"stage":)" + std::to_string(stage) + R"(,"site":")" + site +
                     R"(","effectiveOn":")" + date(0) + "\"}");
  }
  const auto view = carried(made, '"' + staged + '"').at(0);
  EXPECT_EQ("bemustert", view.at("keyResult").at("stages").at(0).at("title").as_string());
  EXPECT_TRUE(view.at("sites").at(0).at("stage").is_null());
  EXPECT_EQ(1, view.at("sites").at(1).at("stage").as_int64());
  EXPECT_DOUBLE_EQ(0.5, view.at("sites").at(1).at("progress").as_double());
  EXPECT_EQ(0, view.at("sitesReported").as_int64());
  EXPECT_TRUE(view.at("progress").is_null());
}

TEST_P(CarriedOver, KeyResultBeginsAfterTheOneThatGoesOnWithItAndNamesOneThatDoesNot) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto after = [&](const std::string& title, const std::string& first) {
    return katrins
        .post("/api/v1/objectives/" + made.objective + "/key-results",
              R"({"reason":"r","start":0,"target":5,"title":")" + title + R"(","dependsOn":")" +
                  first + "\"}")
        .id();
  };
  const auto second = after("zweites", made.key_result);
  const auto third = after("drittes", second);
  // The second goes on without the first, the third with the second.
  const auto views = carried(made, '"' + third + "\",\"" + second + '"');
  ASSERT_EQ(2u, views.as_array().size());
  EXPECT_TRUE(views.at(0).at("keyResult").at("dependsOn").is_null());
  EXPECT_EQ(views.at(0).at("keyResult").at("id"), views.at(1).at("keyResult").at("dependsOn"));
  std::vector<std::string> left;
  for (const auto& one : next.body.at("leftOpen").as_array())
    if (one.at("pointer") == "/dependsOn") left.push_back(json::serialize(one.at("names")));
  EXPECT_EQ(std::vector<std::string>{R"(["10 Bestellungen"])"}, left);
}

TEST_P(CarriedOver, KeyResultKeepsWhatTheCustomerSaidOfItBefore) {
  const auto made = plan();
  auto katrins = browser(katrin);
  katrins.post("/api/v1/accounts/" + made.account + "/testimonials",
               R"({"text":"Läuft rund","keyResult":")" + made.key_result + "\"}");
  const auto view = carried(made, '"' + made.key_result + '"').at(0);
  const auto page = katrins.get("/api/v1/key-results/" +
                                std::string(view.at("keyResult").at("id").as_string()) + "/page");
  ASSERT_EQ(1u, page.body.at("testimonials").as_array().size()) << page.text;
}

TEST_P(CarriedOver, CarryOverIsNoChangeSinceTheStart) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto view = carried(made, '"' + made.key_result + '"').at(0);
  const auto cycle = "/api/v1/cycles/" + cycle_of(next);
  const auto begun = katrins.patch(cycle, R"({"state":"active"})", katrins.get(cycle).version());
  ASSERT_EQ(200, begun.status) << begun.text;
  const auto changes = [&] {
    return katrins.get(cycle + "/plan").body.at("sinceStart").as_array().size();
  };
  EXPECT_EQ(0u, changes());
  const auto path = "/api/v1/key-results/" + std::string(view.at("keyResult").at("id").as_string());
  katrins.patch(path, R"({"target":20,"reason":"Neues Werk"})", katrins.get(path).version());
  EXPECT_EQ(1u, changes());
}

TAKT_ON_BOTH_DATABASES(CarriedOver);

}  // namespace
}  // namespace takt::tests
