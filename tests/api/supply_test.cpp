#include "server.hpp"

namespace takt::tests {
namespace {

class Supply : public OnBothDatabases {
 protected:
  void SetUp() override {
    id = account();
    drives = made("product-areas", "a");
    controls = made("product-areas", "b");
    site = made("sites", "Oelde");
  }
  std::string made(const std::string& collection, const std::string& name) {
    return browser(katrin)
        .post("/api/v1/accounts/" + id + "/" + collection, R"({"name":")" + name + "\"}")
        .id();
  }
  Answer store(const std::string& cells, const std::string& starts_on = "2026-07-01") {
    return browser(katrin).put(
        "/api/v1/accounts/" + id + "/supply-grid",
        R"({"period":"quarter","startsOn":")" + starts_on + R"(","cells":[)" + cells + "]}");
  }
  std::string cell(const std::string& area, const std::string& values, int version = 0) {
    return R"({"productArea":")" + area + R"(","site":")" + site + R"(","version":)" +
           std::to_string(version) + "," + values + "}";
  }
  json::value page() { return browser(katrin).get("/api/v1/accounts/" + id + "/supply").body; }
  std::string id, drives, controls, site;
};

TEST_P(Supply, GridFillsTheMatrix) {
  const auto stored = store(cell(drives, R"("volume":40,"demand":100)") + "," +
                            cell(controls, R"("volume":0,"demand":50)"));
  EXPECT_EQ(2, stored.body.at("stored").as_int64()) << stored.text;
  const auto shown = page();
  EXPECT_NEAR(40.0 / 150, shown.at("total").at("total").at("share").as_double(), 1e-12);
  bool white = false;
  for (const auto& each : shown.at("cells").as_array())
    if (each.at("productArea").as_string() == controls) white = each.at("white").as_bool();
  EXPECT_TRUE(white);
}

TEST_P(Supply, BadCellsAreNamedWhereTheyAreAndGoodOnesKept) {
  const auto stored = store(cell(drives, R"("volume":40,"demand":100)") + "," +
                            cell(controls, R"("volume":"viel","demand":50)"));
  EXPECT_EQ(200, stored.status);
  EXPECT_EQ(1, stored.body.at("stored").as_int64());
  EXPECT_EQ("/cells/1/volume", stored.body.at("errors").at(0).at("pointer").as_string());
  const auto more = store(cell(controls, R"("volume":60,"demand":50)"));
  EXPECT_EQ("/cells/0/volume", more.body.at("errors").at(0).at("pointer").as_string());
  EXPECT_EQ(1u, page().at("records").as_array().size());
}

TEST_P(Supply, EveryPercentageIsTakenAsItIsTyped) {
  for (int tenths = 0; tenths <= 1000; tenths += 13) {
    const auto typed = std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
    const auto stored = store(cell(drives, R"("sharePercent":)" + typed), "2020-01-01");
    ASSERT_EQ(200, stored.status) << stored.text;
    ASSERT_TRUE(stored.body.at("errors").as_array().empty()) << typed << ' ' << stored.text;
    const auto records = browser(katrin)
                             .get("/api/v1/accounts/" + id + "/supply?period=quarter&at=2020-01-01")
                             .body.at("records")
                             .as_array();
    ASSERT_EQ(1u, records.size());
    EXPECT_DOUBLE_EQ(tenths / 1000.0, records[0].at("share").to_number<double>());
    ASSERT_EQ(200,
              browser(katrin)
                  .remove("/api/v1/supply-records/" + std::string(records[0].at("id").as_string()),
                          std::to_string(records[0].at("version").as_int64()))
                  .status);
  }
  const auto refused = store(cell(drives, R"("sharePercent":101)"));
  EXPECT_EQ("/cells/0/sharePercent", refused.body.at("errors").at(0).at("pointer").as_string());
  const auto both = store(cell(drives, R"("sharePercent":10,"share":0.1)"));
  EXPECT_EQ("/cells/0/sharePercent", both.body.at("errors").at(0).at("pointer").as_string());
}

TEST_P(Supply, CellThatSomebodyElseChangedIsNotOverwritten) {
  store(cell(drives, R"("volume":40,"demand":100)"));
  store(cell(drives, R"("volume":41,"demand":100)", 1));
  const auto stale = store(cell(drives, R"("volume":10,"demand":100)", 1));
  EXPECT_EQ("stale", stale.body.at("errors").at(0).at("code").as_string());
  EXPECT_NEAR(0.41, page().at("total").at("total").at("share").as_double(), 1e-12);
}

TEST_P(Supply, SameGridAgainChangesNothing) {
  store(cell(drives, R"("volume":40,"demand":100)"));
  const auto before = revision(id);
  const auto again = store(cell(drives, R"("volume":40,"demand":100)", 1));
  EXPECT_EQ(1, again.body.at("unchanged").as_int64());
  EXPECT_EQ(before, revision(id));
}

TEST_P(Supply, EmptiedCellIsArchivedAndTrendLooksAtThePeriodBefore) {
  store(cell(drives, R"("volume":40,"demand":100)"), "2026-04-01");
  store(cell(drives, R"("share":0.44)"));
  EXPECT_NEAR(0.04, page().at("total").at("trend").as_double(), 1e-12);
  store(cell(drives, R"("volume":null)", 1));
  EXPECT_EQ(1u, page().at("periods").as_array().size());
}

TEST_P(Supply, KeyResultCanFollowTheShareByItself) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto area =
      katrins.post("/api/v1/accounts/" + made.account + "/product-areas", R"({"name":"a"})");
  const auto key_result = katrins.post(
      "/api/v1/objectives/" + made.objective + "/key-results",
      R"({"title":"Anteil","start":40,"target":50,"unit":"%","follows":"supply","reason":"neu"})");
  ASSERT_EQ(201, key_result.status) << key_result.text;
  const auto record = katrins.post(
      "/api/v1/accounts/" + made.account + "/supply-records",
      R"({"productArea":")" + area.id() + R"(","startsOn":"2026-10-01","volume":45,"demand":100})");
  ASSERT_EQ(201, record.status) << record.text;
  const auto shown = katrins.get("/api/v1/key-results/" + key_result.id() + "/page");
  EXPECT_NEAR(0.5, shown.body.at("view").at("progress").as_double(), 1e-9);
  const auto by_hand = katrins.post("/api/v1/key-results/" + key_result.id() + "/check-ins",
                                    R"({"value":49,"effectiveOn":")" + date(0) + "\"}");
  EXPECT_EQ("not_here", by_hand.body.at("errors").at(0).at("code").as_string());
}

TAKT_ON_BOTH_DATABASES(Supply);

}  // namespace
}  // namespace takt::tests
