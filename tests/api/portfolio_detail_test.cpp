#include "store/portfolio_detail.hpp"

#include <algorithm>

#include "page/portfolio.hpp"
#include "server.hpp"

namespace takt::tests {
namespace {

/// What unfolds under a line, and what it can be narrowed and put in order by.
class PortfolioDetail : public OnBothDatabases {
 protected:
  json::value page(const std::string& query, const Person& person) {
    return browser(person).get("/api/v1/portfolio" + query).body;
  }
  json::value page(const std::string& query = "?detail=true") { return page(query, head); }
  json::value detail() { return page().at("lines").at(0).at("detail"); }
  static std::string order(const json::value& page) {
    std::string out;
    for (const auto& line : page.at("lines").as_array())
      out += std::string(line.at("name").as_string()) + " ";
    return out;
  }
  std::string named(const std::string& name) {
    const auto made = account();
    browser(katrin).patch("/api/v1/accounts/" + made, R"({"name":")" + name + "\"}", "1");
    return made;
  }
  void check_in(const Plan& made, double value, int days = 0) {
    const auto answer =
        browser(jonas).post("/api/v1/key-results/" + made.key_result + "/check-ins",
                            json::serialize(json::value{
                                {"value", value}, {"confidence", 8}, {"effectiveOn", date(days)}}));
    ASSERT_EQ(201, answer.status) << answer.text;
  }
  std::string area(const std::string& account) {
    return browser(katrin)
        .post("/api/v1/accounts/" + account + "/product-areas", R"({"name":"a"})")
        .id();
  }
  void supply(const std::string& account, const std::string& area, const std::string& quarter,
              int volume) {
    const auto answer = browser(katrin).post(
        "/api/v1/accounts/" + account + "/supply-records",
        json::serialize(json::value{
            {"productArea", area}, {"startsOn", quarter}, {"volume", volume}, {"demand", 100}}));
    ASSERT_EQ(201, answer.status) << answer.text;
  }
};

TEST_P(PortfolioDetail, IsToldOnlyToWhoAsksForItAndCostsOneStatementMore) {
  plan();
  page();
  const auto cost = [&](const std::string& query) {
    auto heads = browser(head);
    return statements_of([&] { EXPECT_EQ(200, heads.get("/api/v1/portfolio" + query).status); });
  };
  EXPECT_EQ(cost("") + 1, cost("?detail=true"));
  EXPECT_TRUE(page("").at("lines").at(0).at("detail").is_null());
  EXPECT_FALSE(page().at("lines").at(0).at("detail").is_null());
}

TEST_P(PortfolioDetail, FollowsAtOnceWhatIsWritten) {
  const auto made = plan();
  EXPECT_EQ(1u, detail().at("objectives").as_array().size());
  check_in(made, 9);
  EXPECT_EQ("on_track", detail().at("objectives").at(0).at("course").at("health").as_string());
  const auto renamed = browser(katrin).patch("/api/v1/objectives/" + made.objective,
                                             R"({"title":"Anders","reason":"r"})", "2");
  ASSERT_EQ(200, renamed.status) << renamed.text;
  EXPECT_EQ("Anders", detail().at("objectives").at(0).at("title").as_string());
}

TEST_P(PortfolioDetail, SaysOfObjectivesWhatTheCockpitSays) {
  const auto made = plan();
  check_in(made, 4);
  const auto told = detail();
  const auto& one = told.at("objectives").at(0);
  const auto cockpit = browser(katrin).get("/api/v1/accounts/" + made.account + "/cockpit").body;
  const auto& view = cockpit.at("objectives").at(0);
  for (const auto* figure : {"progress", "expected", "health"})
    EXPECT_EQ(view.at(figure), one.at("course").at(figure)) << figure;
  EXPECT_EQ(made.objective, one.at("objective").as_string());
}

TEST_P(PortfolioDetail, TellsTheOutcomeFromItsBaselineToItsTarget) {
  const auto made = account();
  const auto a = area(made);
  supply(made, a, "2026-07-01", 58);
  auto katrins = browser(katrin);
  const auto cycle = katrins.post(
      "/api/v1/accounts/" + made + "/cycles",
      R"({"name":"2026 H2","startsOn":")" + date(-30) + R"(","endsOn":")" + date(30) + "\"}");
  const auto objective =
      katrins.post("/api/v1/cycles/" + cycle.id() + "/objectives",
                   R"({"title":"Anteil","outcomeKind":"supply","outcomeTarget":60})");
  ASSERT_EQ(201, objective.status) << objective.text;
  katrins.post("/api/v1/objectives/" + objective.id() + "/key-results",
               R"({"title":"k","kind":"metric","start":0,"target":10})");
  const auto active = katrins.patch("/api/v1/cycles/" + cycle.id(), R"({"state":"active"})", "1");
  ASSERT_EQ(200, active.status) << active.text;
  supply(made, a, "2026-10-01", 57);
  const auto shown = page();
  const auto& line = shown.at("lines").at(0);
  const auto& told = line.at("detail");
  EXPECT_EQ(objective.id(), told.at("told").as_string());
  const auto& one = told.at("objectives").at(0);
  EXPECT_TRUE(one.at("wholeShare").as_bool());
  EXPECT_EQ("fell", one.at("moved").as_string());
  EXPECT_NEAR(58, one.at("baseline").to_number<double>(), 1e-9);
  EXPECT_NEAR(57, one.at("now").to_number<double>(), 1e-9);
  EXPECT_NEAR(60, one.at("target").to_number<double>(), 1e-9);
  EXPECT_NEAR(-0.01, told.at("shareChange").to_number<double>(), 1e-9);
  ASSERT_EQ(2u, told.at("shares").as_array().size());
  EXPECT_EQ("2026-07-01", told.at("shares").at(0).at("startsOn").as_string());
  EXPECT_TRUE(line.at("figures").at("drifting").as_bool()) << "the share falls";
  EXPECT_EQ(1, page("?drifting=true").at("accounts").as_int64());
}

TEST_P(PortfolioDetail, ShowsTheLastEightQuartersOfTheShare) {
  const auto made = account();
  const auto a = area(made);
  for (const auto* quarter : {"2024-07-01", "2024-10-01", "2025-01-01", "2025-04-01", "2025-07-01",
                              "2025-10-01", "2026-01-01", "2026-04-01", "2026-07-01"})
    supply(made, a, quarter, 40);
  const auto told = detail();
  ASSERT_EQ(8u, told.at("shares").as_array().size());
  EXPECT_EQ("2024-10-01", told.at("shares").at(0).at("startsOn").as_string());
  EXPECT_EQ("2026-07-01", told.at("shares").at(7).at("startsOn").as_string());
}

TEST_P(PortfolioDetail, CountsCheckInsByTheWeekACorrectedOneOnce) {
  const auto made = plan();
  check_in(made, 1, -8);
  check_in(made, 2, -2);
  const auto last =
      browser(jonas).post("/api/v1/key-results/" + made.key_result + "/check-ins",
                          R"({"value":3,"confidence":8,"effectiveOn":")" + date(0) + "\"}");
  ASSERT_EQ(201, last.status) << last.text;
  const auto corrected =
      browser(jonas).post("/api/v1/key-results/" + made.key_result + "/check-ins",
                          R"({"value":4,"confidence":8,"effectiveOn":")" + date(0) +
                              R"(","supersedes":")" + last.id() + "\"}");
  ASSERT_EQ(201, corrected.status) << corrected.text;
  const auto told = detail();
  const auto& weeks = told.at("weeks").as_array();
  ASSERT_EQ(12u, weeks.size());
  EXPECT_EQ(2, weeks[11].as_int64());
  EXPECT_EQ(1, weeks[10].as_int64());
  EXPECT_EQ(0, weeks[9].as_int64());
}

TEST_P(PortfolioDetail, TellsThemesByTheirHighestPriorityAndWhetherOneWaits) {
  const auto made = account();
  account();
  const auto signal = [&](const std::string& fields) {
    const auto answer = browser(jonas).post("/api/v1/accounts/" + made + "/signals", fields);
    EXPECT_EQ(201, answer.status) << answer.text;
    return answer.id();
  };
  signal(R"({"title":"a","theme":"merger","nature":"threat","impact":3,"likelihood":3})");
  const auto high =
      signal(R"({"title":"b","theme":"merger","nature":"threat","impact":5,"likelihood":4})");
  signal(R"({"title":"c","theme":"regulation","observedOn":")" + date(-400) + "\"}");
  const auto lines = page("?detail=true&theme=merger");
  ASSERT_EQ(1u, lines.at("lines").as_array().size()) << "narrowed by the theme";
  const auto told = lines.at("lines").at(0).at("detail");
  ASSERT_EQ(1u, told.at("themes").as_array().size()) << "the other was observed long ago";
  EXPECT_EQ("merger", told.at("themes").at(0).at("theme").as_string());
  EXPECT_EQ(2, told.at("themes").at(0).at("signals").as_int64());
  EXPECT_EQ(2, told.at("themes").at(0).at("waiting").as_int64());
  EXPECT_EQ(20, told.at("themes").at(0).at("priority").at("score").as_int64());
  EXPECT_EQ(0, page("?theme=regulation").at("accounts").as_int64());
  browser(jonas).post("/api/v1/signals/" + high + "/responses",
                      R"({"kind":"dismiss","reason":"r"})");
  const auto after = page("?detail=true&theme=merger");
  EXPECT_EQ(1, after.at("lines").at(0).at("detail").at("themes").at(0).at("waiting").as_int64());
}

TEST_P(PortfolioDetail, RestsWhereNobodyRecordsASignalForNinetyDays) {
  const auto made = plan();
  const auto rests = [&](const std::string& query = "?resting=true") {
    return page(query, signed_in(head.id)).at("accounts").as_int64();
  };
  EXPECT_EQ(0, rests());
  let_pass(std::chrono::hours{24 * 91});
  EXPECT_EQ(1, rests());
  auto jonases = browser(signed_in(jonas.id));
  jonases.post("/api/v1/accounts/" + made.account + "/signals", R"({"title":"x"})");
  jonases.post("/api/v1/key-results/" + made.key_result + "/check-ins",
               R"({"value":5,"effectiveOn":")" + date(0) + "\"}");
  EXPECT_EQ(0, rests());
}

TEST_P(PortfolioDetail, IsNarrowedToAManager) {
  account();
  const auto hers = page("?manager=" + katrin.id, head);
  EXPECT_EQ(1, hers.at("accounts").as_int64());
  EXPECT_EQ(0, page("?manager=" + jonas.id, head).at("accounts").as_int64())
      << "a member is no manager";
}

TEST_P(PortfolioDetail, IsPutInOrderFromBothEndsWhatIsNotKnownLast) {
  const auto b = named("B");
  const auto a = named("A");
  named("C");
  supply(a, area(a), "2026-07-01", 30);
  supply(b, area(b), "2026-07-01", 60);
  EXPECT_EQ("A B C ", order(page("?order=share")));
  EXPECT_EQ("B A C ", order(page("?order=share&reversed=true")));
  EXPECT_EQ("A B C ", order(page("?order=name")));
  EXPECT_EQ("C B A ", order(page("?order=name&reversed=true")));
  browser(jonas).post("/api/v1/accounts/" + b + "/signals", R"({"title":"x"})");
  EXPECT_EQ("B A C ", order(page("?order=waiting")));
  EXPECT_EQ("A C B ", order(page("?order=waiting&reversed=true")));
  EXPECT_EQ("A B C ", order(page("?order=last_check_in"))) << "none has one";
  EXPECT_EQ(422, browser(head).get("/api/v1/portfolio?order=nothing").status);
}

TEST_P(PortfolioDetail, KeepsTheNewerOneWhoeverMadeItLast) {
  const auto made = account();
  auto& database = app->context().database;
  const auto kept_after = [&](long long revision, int fresh) {
    store::KeptDetail kept{.account = {made}, .revision = revision};
    kept.detail.fresh = fresh;
    database.write_apart([&](store::Session& session) {
      store::put_portfolio_details(session, {&kept, 1});
    });
    const std::vector<domain::Id> ids{{made}};
    return database
        .read([&](store::Session& session) { return store::portfolio_details(session, ids); })
        .at(0)
        .detail.fresh;
  };
  EXPECT_EQ(1, kept_after(7, 1));
  EXPECT_EQ(1, kept_after(6, 2)) << "made more slowly";
  EXPECT_EQ(3, kept_after(7, 3));
}

TEST_P(PortfolioDetail, IsOfTheReadersAccountsOnly) {
  plan();
  const auto stranger = add_user("Fremd", "member");
  const auto shown = page("?detail=true", stranger);
  EXPECT_EQ(0, shown.at("accounts").as_int64());
  EXPECT_EQ(std::string::npos, json::serialize(shown).find("Lieferanteil 40"));
  const auto theirs = page("?detail=true", jonas);
  EXPECT_NE(std::string::npos, json::serialize(theirs).find("Lieferanteil 40"));
}

TAKT_ON_BOTH_DATABASES(PortfolioDetail);

}  // namespace
}  // namespace takt::tests
