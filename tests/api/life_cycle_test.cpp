#include <map>
#include <string>

#include "server.hpp"

namespace takt::tests {
namespace {

class LifeCycles : public OnBothDatabases {
 protected:
  std::string made(const std::string& path, const std::string& body) {
    const auto answer = browser(katrin).post("/api/v1/" + path, body);
    EXPECT_EQ(201, answer.status) << answer.text;
    return answer.id();
  }
  Answer change(const std::string& path, const json::value& fields) {
    auto katrins = browser(katrin);
    return katrins.patch("/api/v1/" + path, json::serialize(fields),
                         katrins.get("/api/v1/" + path).version());
  }
  std::string state(const std::string& path) {
    return std::string(browser(katrin).get("/api/v1/" + path).body.at("state").as_string());
  }
  /// A cycle that is still being planned, with one objective and one metric.
  Plan planning() {
    Plan plan;
    plan.account = account();
    plan.cycle =
        made("accounts/" + plan.account + "/cycles",
             R"({"name":"Z","startsOn":")" + date(0) + R"(","endsOn":")" + date(180) + "\"}");
    plan.objective = made("cycles/" + plan.cycle + "/objectives", R"({"title":"O"})");
    plan.key_result = made("objectives/" + plan.objective + "/key-results",
                           R"({"title":"KR","start":0,"target":10})");
    return plan;
  }
  /// Without a reason nothing else is wrong; with one the change is made.
  void expect_reason_asked(const std::string& path, json::value fields) {
    const auto refused = change(path, fields);
    EXPECT_EQ(422, refused.status) << fields << refused.text;
    if (refused.status == 422) {
      const auto& errors = refused.body.at("errors").as_array();
      EXPECT_EQ(1u, errors.size()) << refused.text;
      EXPECT_EQ("/reason", errors.at(0).at("pointer").as_string());
    }
    fields.as_object()["reason"] = "Einkauf bündelt";
    const auto changed = change(path, fields);
    EXPECT_EQ(200, changed.status) << fields << changed.text;
  }
  void expect_plan_changes_for_a_reason(const Plan& plan) {
    const auto accounts = "accounts/" + plan.account;
    const auto area = made(accounts + "/product-areas", R"({"name":"Faltschachteln"})");
    const auto site = made(accounts + "/sites", R"({"name":"Oelde"})");
    const auto kpi = made(accounts + "/kpis", R"({"name":"Liefertreue","unit":"%"})");
    const auto objective = "objectives/" + plan.objective;
    for (const json::value& fields :
         std::initializer_list<json::value>{{{"title", "Anders"}},
                                            {{"outcome", "Lieferanteil"}},
                                            {{"outcomeAreas", {area}}},
                                            {{"outcomeSites", {site}}},
                                            {{"outcomeKpi", kpi}},
                                            {{"outcomeUnit", "Nennungen"}},
                                            {{"outcomeBaseline", 1}},
                                            {{"outcomeTarget", 9}},
                                            {{"outcomeKind", "own"}}})
      expect_reason_asked(objective, fields);
    EXPECT_EQ(200, change(objective, {{"why", "Weil"}, {"owner", jonas.id}}).status);
    const auto key_result = "key-results/" + plan.key_result;
    const auto other = made("objectives/" + plan.objective + "/key-results",
                            R"({"title":"KR 2","start":0,"target":1,"reason":"r"})");
    const auto stages =
        json::parse(R"({"stages":[{"title":"nichts","degree":0},{"title":"alles","degree":100}]})");
    for (const json::value& fields : std::initializer_list<json::value>{{{"title", "Anders"}},
                                                                        {{"unit", "Stück"}},
                                                                        {{"target", 12}},
                                                                        {{"lower", 1}},
                                                                        {{"upper", 20}},
                                                                        stages,
                                                                        {{"due", date(30)}},
                                                                        {{"weight", 40}},
                                                                        {{"dependsOn", other}},
                                                                        {{"kpi", kpi}},
                                                                        {{"follows", "supply"}},
                                                                        {{"supplyAreas", {area}}},
                                                                        {{"supplySites", {site}}},
                                                                        {{"kind", "corridor"}},
                                                                        {{"state", "dropped"}}})
      expect_reason_asked(key_result, fields);
  }
};

TEST_P(LifeCycles, RunningCyclesPlanChangesForAReason) { expect_plan_changes_for_a_reason(plan()); }

TEST_P(LifeCycles, PlanInReviewChangesForAReason) {
  const auto plan = this->plan();
  ASSERT_EQ(200, change("cycles/" + plan.cycle, {{"state", "review"}}).status);
  expect_plan_changes_for_a_reason(plan);
}

TEST_P(LifeCycles, CheckInsStayAtTheirStageWhereOthersComeAndGo) {
  const auto plan = this->plan();
  const auto offer = R"({"title":"Angebot verhandelt","degree":70})";
  const auto of_stages = [&](const std::string& between) {
    return json::parse(
        R"({"stages":[{"title":"offen","degree":0},)" + between + offer +
        R"(,{"title":"gelistet","degree":100}],"title":"Listung","kind":"stages","reason":"r"})");
  };
  const auto key_result =
      made("objectives/" + plan.objective + "/key-results", json::serialize(of_stages("")));
  const auto check_in = made("key-results/" + key_result + "/check-ins",
                             R"({"effectiveOn":")" + date(0) + R"(","stage":1,"confidence":7})");
  const auto view = [&] {
    return browser(katrin).get("/api/v1/key-results/" + key_result + "/page").body.at("view");
  };
  const auto between = R"({"title":"vorgestellt","degree":35},)";
  ASSERT_EQ(200, change("key-results/" + key_result, of_stages(between)).status);
  EXPECT_EQ(2, view().at("stage").as_int64());
  EXPECT_EQ(0.7, view().at("progress").as_double());
  ASSERT_EQ(200, change("key-results/" + key_result, of_stages("")).status);
  EXPECT_EQ(1, view().at("stage").as_int64());
  // Its move is in the history as any change.
  EXPECT_EQ("3", browser(katrin).get("/api/v1/check-ins/" + check_in).version());
}

TEST_P(LifeCycles, RollOutOfARunningCycleChangesForAReasonButGoesOnWithoutOne) {
  const auto plan = this->plan();
  auto katrins = browser(katrin);
  const auto site = made("accounts/" + plan.account + "/sites", R"({"name":"Oelde"})");
  const auto targets = "key-results/" + plan.key_result + "/site-targets";
  const auto refused = katrins.post("/api/v1/" + targets, R"({"site":")" + site + "\"}");
  ASSERT_EQ(422, refused.status) << refused.text;
  EXPECT_EQ("/reason", refused.body.at("errors").at(0).at("pointer").as_string());
  const auto target =
      "site-targets/" + made(targets, R"({"reason":"Neues Werk","site":")" + site + "\"}");
  expect_reason_asked(target, {{"target", 4}});
  EXPECT_EQ(200, change(target, {{"told", 3}}).status);
  const auto path = "/api/v1/" + target;
  EXPECT_EQ(422, katrins.remove(path, katrins.get(path).version()).status);
  EXPECT_EQ(200, katrins.remove(path + "?reason=x", katrins.get(path).version()).status);
}

TEST_P(LifeCycles, WhatComesBackIntoARunningPlanComesForAReason) {
  const auto plan = this->plan();
  auto katrins = browser(katrin);
  for (const auto& path :
       {"/api/v1/key-results/" + plan.key_result, "/api/v1/objectives/" + plan.objective,
        "/api/v1/cycles/" + plan.cycle}) {
    EXPECT_EQ(422, katrins.remove(path, katrins.get(path).version()).status) << path;
    ASSERT_EQ(200, katrins.remove(path + "?reason=weg", katrins.get(path).version()).status);
    const auto refused = katrins.restore(path, katrins.get(path).version());
    ASSERT_EQ(422, refused.status) << path << refused.text;
    EXPECT_EQ("/reason", refused.body.at("errors").at(0).at("pointer").as_string());
    EXPECT_EQ(200,
              katrins.post(path + "/restore?reason=doch", "{}", katrins.get(path).version()).status)
        << path;
  }
  // The order says nothing about what is to be reached.
  made("objectives/" + plan.objective + "/key-results",
       R"({"title":"KR 2","start":0,"target":1,"reason":"r"})");
  const auto key_result = "/api/v1/key-results/" + plan.key_result;
  EXPECT_EQ(
      200,
      katrins.put(key_result + "/position", R"({"position":2})", katrins.get(key_result).version())
          .status);
}

TEST_P(LifeCycles, DroppedKeyResultNeedsNobodyWhoLooksAfterIt) {
  const auto plan = planning();
  const auto looked_after = [&] {
    const auto page = browser(katrin).get("/api/v1/cycles/" + plan.cycle + "/plan").body;
    for (const auto& one : page.at("readiness").as_array())
      if (one.at("code").as_string() == "has_owner") return one.at("met").as_bool();
    throw std::logic_error("nobody asks who looks after it");
  };
  EXPECT_EQ(200, change("objectives/" + plan.objective, {{"owner", jonas.id}}).status);
  EXPECT_FALSE(looked_after());
  EXPECT_EQ(200, change("key-results/" + plan.key_result, {{"state", "dropped"}}).status);
  EXPECT_TRUE(looked_after());
}

TEST_P(LifeCycles, AllThatLackSomethingAreNamedWithWhereTheyAre) {
  const auto plan = planning();
  const auto second = made("cycles/" + plan.cycle + "/objectives", R"({"title":"Zweites"})");
  const auto page = browser(katrin).get("/api/v1/cycles/" + plan.cycle + "/plan").body;
  std::map<std::string, std::vector<std::string>> about;
  for (const auto& one : page.at("readiness").as_array())
    for (const auto& objective : one.at("about").as_array())
      about[std::string(one.at("code").as_string())].emplace_back(objective.at("id").as_string());
  EXPECT_EQ((std::vector<std::string>{second}), about["has_key_result"]);
  EXPECT_EQ((std::vector<std::string>{plan.objective, second}), about["has_owner"]);
  EXPECT_FALSE(about.contains("has_baseline"));
}

TEST_P(LifeCycles, WhoWasArchivedLooksAfterNothing) {
  const auto plan = planning();
  const auto looked_after = [&] {
    const auto page = browser(katrin).get("/api/v1/cycles/" + plan.cycle + "/plan").body;
    for (const auto& one : page.at("readiness").as_array())
      if (one.at("code").as_string() == "has_owner") return one.at("met").as_bool();
    throw std::logic_error("nobody asks who looks after it");
  };
  EXPECT_EQ(200, change("objectives/" + plan.objective, {{"owner", katrin.id}}).status);
  EXPECT_EQ(200, change("key-results/" + plan.key_result, {{"owner", jonas.id}}).status);
  EXPECT_TRUE(looked_after());
  ASSERT_EQ(200, browser(admin).remove("/api/v1/users/" + jonas.id, "1").status);
  EXPECT_FALSE(looked_after());
}

TEST_P(LifeCycles, PlanInPlanningChangesWithoutAReason) {
  const auto plan = planning();
  EXPECT_EQ(200, change("objectives/" + plan.objective, {{"outcomeTarget", 9}}).status);
  EXPECT_EQ(200, change("key-results/" + plan.key_result, {{"weight", 40}}).status);
  EXPECT_EQ(200, change("cycles/" + plan.cycle, {{"endsOn", date(170)}}).status);
}

TEST_P(LifeCycles, FixedWeightsLeaveSomethingForTheOthers) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto add = [&](const std::string& weight) {
    return katrins.post("/api/v1/objectives/" + made.objective + "/key-results",
                        R"({"title":"K","start":0,"target":1,"reason":"r")" + weight + "}");
  };
  EXPECT_EQ("too_heavy", add(R"(,"weight":100)").body.at("errors").at(0).at("code").as_string());
  EXPECT_EQ(201, add(R"(,"weight":60)").status);
  EXPECT_EQ(422, add(R"(,"weight":41)").status);
  const auto path = "/api/v1/key-results/" + made.key_result;
  EXPECT_EQ(422, katrins.patch(path, R"({"weight":41,"reason":"r"})", "1").status);
  EXPECT_EQ(200, katrins.patch(path, R"({"weight":40,"reason":"r"})", "1").status);
  EXPECT_EQ(422, add("").status);
}

TEST_P(LifeCycles, DatesOfARunningCycleChangeForAReason) {
  const auto cycle = "cycles/" + plan().cycle;
  expect_reason_asked(cycle, {{"endsOn", date(110)}});
  ASSERT_EQ(200, change(cycle, {{"state", "review"}}).status);
  expect_reason_asked(cycle, {{"startsOn", date(-50)}});
  EXPECT_EQ(200, change(cycle, {{"name", "Umbau"}}).status);
}

TEST_P(LifeCycles, NewObjectiveIsNeitherJudgedNorDropped) {
  for (const auto& plan : {planning(), this->plan()})
    for (const std::string state : {"achieved", "partly", "missed", "dropped"}) {
      const auto refused =
          browser(katrin).post("/api/v1/cycles/" + plan.cycle + "/objectives",
                               R"({"title":"x","reason":"r","state":")" + state + "\"}");
      EXPECT_EQ(409, refused.status) << refused.text;
      EXPECT_EQ("no_such_step", refused.code());
    }
}

TEST_P(LifeCycles, NewObjectiveIsAsItsCycleIs) {
  const auto body = R"({"title":"x","reason":"r","state":"active"})";
  EXPECT_EQ("draft",
            state("objectives/" + made("cycles/" + planning().cycle + "/objectives", body)));
  EXPECT_EQ("active", state("objectives/" + made("cycles/" + plan().cycle + "/objectives", body)));
}

TEST_P(LifeCycles, DroppedObjectiveIsTakenUpAsItsCycleIs) {
  const auto draft = "objectives/" + planning().objective;
  EXPECT_EQ(200, change(draft, {{"state", "dropped"}}).status);
  EXPECT_EQ(200, change(draft, {{"state", "active"}}).status);
  EXPECT_EQ("draft", state(draft));
  const auto active = "objectives/" + plan().objective;
  EXPECT_EQ(200, change(active, {{"state", "dropped"}, {"reason", "r"}}).status);
  EXPECT_EQ(200, change(active, {{"state", "active"}, {"reason", "r"}}).status);
  EXPECT_EQ("active", state(active));
  EXPECT_EQ("no_such_step", change(active, {{"state", "achieved"}, {"reason", "r"}}).code());
}

TEST_P(LifeCycles, PlanIsNotPraisedForWhatItHasNoneOf) {
  const auto plan = planning();
  const auto met = [&](std::string_view code) -> std::optional<bool> {
    const auto page = browser(katrin).get("/api/v1/cycles/" + plan.cycle + "/plan").body;
    for (const auto& one : page.at("readiness").as_array())
      if (one.at("code").as_string() == code) return one.at("met").as_bool();
    return {};
  };
  EXPECT_EQ(true, met("has_target"));
  EXPECT_EQ(true, met("few_objectives"));
  EXPECT_EQ(200, change("key-results/" + plan.key_result, {{"state", "dropped"}}).status);
  EXPECT_EQ(false, met("has_target"));
  EXPECT_EQ(200, change("objectives/" + plan.objective, {{"state", "dropped"}}).status);
  EXPECT_EQ(std::nullopt, met("few_objectives"));
}

TEST_P(LifeCycles, CycleIsReadyForThePageWhenItIsReadyToStart) {
  const auto plan = planning();
  const auto ready = [&] {
    const auto page = browser(katrin).get("/api/v1/cycles/" + plan.cycle + "/plan").body;
    bool all = true;
    for (const auto& one : page.at("readiness").as_array())
      all = all && (one.at("met").as_bool() || !one.at("blocking").as_bool());
    return all;
  };
  const auto start = [&] { return change("cycles/" + plan.cycle, {{"state", "active"}}); };
  const auto key_result = "key-results/" + plan.key_result;
  EXPECT_TRUE(ready());
  EXPECT_EQ(200, change(key_result, {{"state", "dropped"}}).status);
  EXPECT_FALSE(ready());
  EXPECT_EQ("objective_without_key_result", start().code());
  EXPECT_EQ(200, change("objectives/" + plan.objective, {{"state", "dropped"}}).status);
  EXPECT_FALSE(ready());
  EXPECT_EQ("no_objective", start().code());
  EXPECT_EQ(200, change("objectives/" + plan.objective, {{"state", "draft"}}).status);
  EXPECT_EQ(200, change(key_result, {{"state", "active"}}).status);
  EXPECT_TRUE(ready());
  EXPECT_EQ(200, start().status);
}

TAKT_ON_BOTH_DATABASES(LifeCycles);

}  // namespace
}  // namespace takt::tests
