// The long-term line: the KPI in which a goal is read.

#include "server.hpp"

namespace takt::tests {
namespace {

class LongTerm : public OnBothDatabases {
 protected:
  void SetUp() override {
    id = account();
    kpi = create("kpis", R"({"name":"Umsatz Rahmenvertrag","unit":"TEUR","decimals":0})");
    goal = create("long-term-goals", R"({"title":"Rahmenvertrag","kind":"moal","due":")" +
                                         date(300) + R"(","kpi":")" + kpi + "\"}");
  }
  std::string create(const std::string& collection, const std::string& body) {
    const auto made = browser(katrin).post("/api/v1/accounts/" + id + "/" + collection, body);
    EXPECT_EQ(201, made.status) << made.text;
    return made.status == 201 ? made.id() : "";
  }
  void enter(int days_ago, int value) {
    const auto put = browser(katrin).put("/api/v1/kpis/" + kpi + "/values/" + date(-days_ago),
                                         R"({"value":)" + std::to_string(value) + "}");
    EXPECT_EQ(200, put.status) << put.text;
  }
  json::value page() { return browser(katrin).get("/api/v1/accounts/" + id + "/long-term").body; }
  std::string id, kpi, goal;
};

TEST_P(LongTerm, GoalIsReadInItsKpiWithoutAnyCycle) {
  EXPECT_TRUE(page().at("goals").at(0).at("kpi").at("readings").as_array().empty());
  enter(1, 410);
  enter(90, 250);
  const auto line = page().at("goals").at(0);
  EXPECT_EQ("TEUR", line.at("kpi").at("kpi").at("unit").as_string());
  const auto& readings = line.at("kpi").at("readings").as_array();
  ASSERT_EQ(2u, readings.size());
  EXPECT_EQ(250, readings[0].at("value").to_number<int>());
  EXPECT_EQ(date(-1), readings[1].at("on").as_string());
  EXPECT_EQ(410, readings[1].at("value").to_number<int>());
}

TEST_P(LongTerm, GoalNeedsNoKpi) {
  create("long-term-goals", R"({"title":"Ausschreibung","due":")" + date(500) + "\"}");
  const auto shown = page();
  EXPECT_TRUE(shown.at("goals").at(1).at("kpi").is_null());
  auto katrins = browser(katrin);
  EXPECT_EQ(200, katrins.patch("/api/v1/long-term-goals/" + goal, R"({"kpi":null})", "1").status);
  EXPECT_TRUE(page().at("goals").at(0).at("kpi").is_null());
}

TEST_P(LongTerm, ArchivedKpiIsStillReadAndNotChosenAnew) {
  enter(1, 410);
  auto katrins = browser(katrin);
  ASSERT_EQ(200, katrins.remove("/api/v1/kpis/" + kpi, "1").status);
  const auto shown = page();
  EXPECT_TRUE(shown.at("kpis").as_array().empty());
  EXPECT_FALSE(shown.at("goals").at(0).at("kpi").at("kpi").at("archivedAt").is_null());
  EXPECT_EQ(1u, shown.at("goals").at(0).at("kpi").at("readings").as_array().size());
  const auto path = "/api/v1/long-term-goals/" + goal;
  EXPECT_EQ(200, katrins.patch(path, R"({"measure":"Unterschrift"})", "1").status);
  const auto other = create("long-term-goals", R"({"title":"Marge","due":")" + date(500) + "\"}");
  const auto refused =
      katrins.patch("/api/v1/long-term-goals/" + other, R"({"kpi":")" + kpi + "\"}", "1");
  ASSERT_EQ(422, refused.status) << refused.text;
  EXPECT_EQ("/kpi", refused.body.at("errors").at(0).at("pointer").as_string());
  EXPECT_EQ("unknown_kpi", refused.body.at("errors").at(0).at("code").as_string());
}

TEST_P(LongTerm, StepIsToldByItsNumberAndHowItStands) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto of_plan = katrins.post("/api/v1/accounts/" + made.account + "/long-term-goals",
                                    R"({"title":"Ausschreibung","due":")" + date(500) + "\"}");
  const auto second = katrins.post("/api/v1/cycles/" + made.cycle + "/objectives",
                                   R"({"title":"Partner","goals":[{"goal":")" + of_plan.id() +
                                       R"(","kind":"supports"}],"reason":"neu"})");
  ASSERT_EQ(201, second.status) << second.text;
  const auto line = katrins.get("/api/v1/accounts/" + made.account + "/long-term").body;
  const auto& steps = line.at("goals").at(0).at("steps").as_array();
  ASSERT_EQ(1u, steps.size());
  EXPECT_EQ(2, steps[0].at("number").to_number<int>());
  EXPECT_EQ("pending", steps[0].at("health").as_string());
  EXPECT_TRUE(steps[0].at("progress").is_null());
  const auto& cycles = line.at("cycles").as_array();
  EXPECT_EQ(9, cycles.front().at("week").to_number<int>());
  EXPECT_EQ(26, cycles.front().at("weeks").to_number<int>());
  EXPECT_EQ(0, cycles.back().at("weeks").to_number<int>());
}

TEST_P(LongTerm, CockpitTellsTheSameMilestonesAndComingCycles) {
  auto katrins = browser(katrin);
  for (const int days : {200, 100}) {
    const auto made = katrins.post(
        "/api/v1/long-term-goals/" + goal + "/milestones",
        R"({"title":"in )" + std::to_string(days) + R"( Tagen","due":")" + date(days) + "\"}");
    ASSERT_EQ(201, made.status) << made.text;
  }
  const auto cockpit = katrins.get("/api/v1/accounts/" + id + "/cockpit").body;
  const auto line = page();
  const auto& milestones = cockpit.at("goals").at(0).at("milestones");
  EXPECT_EQ("in 100 Tagen", milestones.at(0).at("title").as_string());
  EXPECT_EQ(line.at("goals").at(0).at("milestones"), milestones);
  const auto& coming = cockpit.at("coming").as_array();
  ASSERT_EQ(line.at("cycles").as_array().size(), coming.size());
  ASSERT_GE(coming.size(), 2u);
  for (std::size_t i = 0; i < coming.size(); ++i)
    for (const auto* told : {"name", "startsOn", "endsOn"})
      EXPECT_EQ(line.at("cycles").at(i).at(told), coming.at(i).at(told));
  EXPECT_GE(std::string(coming.back().at("endsOn").as_string()), date(300));
}

TAKT_ON_BOTH_DATABASES(LongTerm);

}  // namespace
}  // namespace takt::tests
