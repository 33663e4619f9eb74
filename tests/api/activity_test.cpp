#include "server.hpp"

namespace takt::tests {
namespace {

class Activity : public OnBothDatabases {
 protected:
  json::value log(const std::string& account, const std::string& narrowed = "") {
    const auto answer = browser(katrin).get("/api/v1/accounts/" + account + "/activity" + narrowed);
    EXPECT_EQ(200, answer.status) << answer.text;
    return answer.body;
  }
  std::string write(const std::string& path, const std::string& body) {
    const auto answer = browser(katrin).post("/api/v1/" + path, body);
    EXPECT_EQ(201, answer.status) << path << ' ' << answer.text;
    return answer.id();
  }
  static const json::object* find(const json::value& list, const std::string& id) {
    for (const auto& one : list.as_array())
      if (one.at("id").as_string() == id) return &one.as_object();
    return nullptr;
  }
};

TEST_P(Activity, ValueOfACheckInComesWithWhatItIsMeasuredInAndItsSite) {
  const auto made = plan();
  const auto site = write("accounts/" + made.account + "/sites", R"({"name":"Werk Marschfeld"})");
  const auto per_site = write("key-results/" + made.key_result + "/site-targets",
                              R"({"site":")" + site + R"(","target":4,"reason":"Ausrollen"})");
  write("key-results/" + made.key_result + "/check-ins",
        R"({"value":3,"site":")" + site + R"(","effectiveOn":")" + date(0) + "\"}");
  const auto page = log(made.account, "?term=check_in");
  ASSERT_EQ(1u, page.at("changes").as_array().size());
  const auto& change = page.at("changes").at(0);
  EXPECT_EQ(made.key_result, change.at("parentId").as_string());
  EXPECT_EQ(3, change.at("after").at("value").to_number<double>());
  const auto* measured = find(page.at("keyResults"), made.key_result);
  ASSERT_TRUE(measured);
  EXPECT_EQ(10, measured->at("target").to_number<double>());
  const auto* rolled_out = find(page.at("siteTargets"), per_site);
  ASSERT_TRUE(rolled_out);
  EXPECT_EQ(4, rolled_out->at("target").to_number<double>());
  const auto* named = find(page.at("names"), site);
  ASSERT_TRUE(named);
  EXPECT_EQ("Werk Marschfeld", named->at("name").as_string());
}

TEST_P(Activity, ValueOfAKpiComesWithItsUnitThoughTheKpiIsArchived) {
  const auto id = account();
  const auto kpi =
      write("accounts/" + id + "/kpis", R"({"name":"Liefertreue","unit":"%","decimals":1})");
  ASSERT_EQ(200, browser(katrin)
                     .put("/api/v1/kpis/" + kpi + "/values/" + date(0), R"({"value":96.5})")
                     .status);
  ASSERT_EQ(200, browser(katrin).remove("/api/v1/kpis/" + kpi, "1").status);
  const auto page = log(id, "?term=kpi_value");
  const auto* named = find(page.at("kpis"), kpi);
  ASSERT_TRUE(named);
  EXPECT_EQ("%", named->at("unit").as_string());
  EXPECT_TRUE(page.at("keyResults").as_array().empty());
}

TEST_P(Activity, TellsNothingOfWhatTheShownChangesDoNotSpeakOf) {
  const auto made = plan();
  write("accounts/" + made.account + "/kpis", R"({"name":"Marge"})");
  const auto page = log(made.account, "?term=account");
  EXPECT_TRUE(page.at("keyResults").as_array().empty());
  EXPECT_TRUE(page.at("siteTargets").as_array().empty());
  EXPECT_TRUE(page.at("kpis").as_array().empty());
}

TEST_P(Activity, OfTheOrganisationHasNoMeasures) {
  plan();
  const auto answer = browser(admin).get("/api/v1/organisation/activity");
  ASSERT_EQ(200, answer.status) << answer.text;
  EXPECT_TRUE(answer.body.at("keyResults").as_array().empty());
}

TEST_P(Activity, IsSeenByNobodyFromOutsideOfTheTeam) {
  const auto made = plan();
  const auto stranger = add_user("Fremde", "member");
  const auto answer = browser(stranger).get("/api/v1/accounts/" + made.account + "/activity");
  EXPECT_TRUE(answer.status == 403 || answer.status == 404) << answer.status;
  EXPECT_EQ(std::string::npos, answer.text.find("Bestellungen"));
}

TAKT_ON_BOTH_DATABASES(Activity);

}  // namespace
}  // namespace takt::tests
