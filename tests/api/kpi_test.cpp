#include <algorithm>

#include "server.hpp"

namespace takt::tests {
namespace {

class Kpis : public OnBothDatabases {
 protected:
  void SetUp() override {
    id = account();
    kpi = browser(katrin)
              .post("/api/v1/accounts/" + id + "/kpis",
                    R"({"name":"Liefertreue","unit":"%","lower":96})")
              .id();
  }
  std::string value_path(int days_ago = 0) {
    return "/api/v1/kpis/" + kpi + "/values/" + date(-days_ago);
  }
  std::string new_token(const std::string& fields = R"("name":"ERP")") {
    const auto made =
        browser(katrin).post("/api/v1/accounts/" + id + "/api-tokens", "{" + fields + "}");
    EXPECT_EQ(201, made.status) << made.text;
    return std::string(made.body.at("secret").as_string());
  }
  /// What a machine sends, and what it gets back.
  int feed(const std::string& secret, const std::string& path, const std::string& body) {
    httplib::Client client("127.0.0.1", app->port());
    const auto answer =
        client.Put(path, {{"Authorization", "Bearer " + secret}}, body, "application/json");
    return answer ? answer->status : 0;
  }
  std::string id, kpi;
};

TEST_P(Kpis, SameValueAgainChangesNothing) {
  auto katrins = browser(katrin);
  EXPECT_EQ(200, katrins.put(value_path(), R"({"value":97})").status);
  const auto before = revision(id);
  EXPECT_EQ(200, katrins.put(value_path(), R"({"value":97})").status);
  EXPECT_EQ(before, revision(id));
  EXPECT_EQ(200, katrins.put(value_path(), R"({"value":98})").status);
  const auto kpis = katrins.get("/api/v1/accounts/" + id + "/kpis-page").body;
  EXPECT_EQ(1u, kpis.at(0).at("values").as_array().size());
  EXPECT_TRUE(kpis.at(0).at("good").as_bool());
}

TEST_P(Kpis, ListIsOfTheSameShapeWithWhatIsArchived) {
  auto katrins = browser(katrin);
  const auto list = "/api/v1/accounts/" + id + "/kpis";
  const auto other = katrins.post(list, R"({"name":"Marge"})").id();
  ASSERT_EQ(200, katrins.remove("/api/v1/kpis/" + other, "1").status);
  const auto present = katrins.get(list).body.as_array();
  ASSERT_EQ(1u, present.size());
  const auto all = katrins.get(list + "?archived=true").body.as_array();
  ASSERT_EQ(2u, all.size());
  EXPECT_NE(all.end(), std::ranges::find(all, present[0]));
  EXPECT_EQ("Liefertreue", present[0].at("name").as_string());
}

TEST_P(Kpis, TokenWritesValuesOfItsAccountAndNothingElse) {
  const auto secret = new_token();
  EXPECT_EQ(200, feed(secret, value_path(), R"({"value":95.5,"source":"ERP"})"));
  const auto log = browser(katrin).get("/api/v1/accounts/" + id + "/activity").body;
  EXPECT_EQ("API: ERP", log.at("changes").at(0).at("reason").as_string());
  httplib::Client client("127.0.0.1", app->port());
  const httplib::Headers headers{{"Authorization", "Bearer " + secret}};
  EXPECT_EQ(403, client.Get("/api/v1/accounts/" + id + "/cockpit", headers)->status);
  EXPECT_EQ(403, client.Get("/api/v1/accounts", headers)->status);
  EXPECT_EQ(403, client.Delete("/api/v1/sessions", headers)->status);
  const auto elsewhere = account();
  const auto other =
      browser(katrin).post("/api/v1/accounts/" + elsewhere + "/kpis", R"({"name":"x"})").id();
  EXPECT_EQ(403, feed(secret, "/api/v1/kpis/" + other + "/values/" + date(0), R"({"value":1})"));
}

TEST_P(Kpis, TokenIsToldNothingByAnyRouteAndNotWhoMadeIt) {
  const auto secret = new_token();
  httplib::Client client("127.0.0.1", app->port());
  for (const auto& route : app->router().routes()) {
    if (route.permission == domain::Permission::feed) continue;
    httplib::Request request;
    request.method = route.method;
    request.path = route.path;
    for (auto at = request.path.find('{'); at != std::string::npos; at = request.path.find('{'))
      request.path.replace(at, request.path.find('}') - at + 1, id);
    request.headers = {{"Authorization", "Bearer " + secret}};
    const auto answer = client.send(request);
    ASSERT_TRUE(answer) << route.method << " " << route.path;
    EXPECT_EQ(403, answer->status) << route.method << " " << route.path;
    EXPECT_EQ(std::string::npos, answer->body.find("Katrin")) << answer->body;
  }
}

TEST_P(Kpis, TokenIsNotHelpedByASessionBesideIt) {
  const auto secret = new_token();
  auto katrins = browser(katrin);
  const auto started = katrins.post("/api/v1/accounts/" + id + "/meetings",
                                    R"({"plannedAt":"2026-11-24T09:00:00.000Z"})");
  const auto meeting = "/api/v1/meetings/" + started.id();
  ASSERT_EQ(200, katrins.post(meeting + "/steer", R"({"command":"start"})").status);
  struct Sent {
    std::string method, path, body;
  };
  const std::vector<Sent> all{
      {"GET", "/api/v1/portfolio-views", ""},
      {"PUT", "/api/v1/portfolio-views/" + new_id(), R"({"name":"x","choice":{}})"},
      {"POST", "/api/v1/accounts/" + id + "/presence", ""},
      {"GET", meeting + "/room", ""},
      {"POST", meeting + "/proposals", R"({"title":"x"})"},
      {"PUT", meeting + "/votes", R"({"proposal":")" + new_id() + R"(","dots":1})"},
      {"POST", meeting + "/presence", ""},
      {"POST", meeting + "/mail", ""},
      {"POST", "/api/v1/users/" + jonas.id + "/invitation?mail=true", ""},
      {"POST", "/api/v1/password-requests", R"({"email":"a@brandt.example"})"},
      {"POST", "/api/v1/invitations", R"({"token":"x","password":"korrektes pferd"})"}};
  const auto before = revision(id);
  for (const auto& [method, path, body] : all)
    for (const auto& bearer : {secret, std::string("takt_invented")}) {
      httplib::Request request;
      request.method = method;
      request.path = path;
      request.body = body;
      request.headers = katrins.headers();
      request.headers.emplace("Authorization", "Bearer " + bearer);
      if (!body.empty()) request.headers.emplace("Content-Type", "application/json");
      const auto answer = katrins.client().send(request);
      ASSERT_TRUE(answer) << method << " " << path;
      const int at_least = bearer == secret ? 403 : 400;
      EXPECT_LE(at_least, answer->status) << method << " " << path << answer->body;
    }
  EXPECT_EQ(before, revision(id));
}

TEST_P(Kpis, RevokedOrInventedTokenIsRefused) {
  const auto secret = new_token();
  auto katrins = browser(katrin);
  const auto tokens = katrins.get("/api/v1/accounts/" + id + "/api-tokens").body;
  EXPECT_EQ(std::string::npos, json::serialize(tokens).find(secret));
  const std::string token(tokens.at(0).at("id").as_string());
  EXPECT_EQ(200, katrins.remove("/api/v1/api-tokens/" + token, "1").status);
  EXPECT_EQ(401, feed(secret, value_path(), R"({"value":1})"));
  EXPECT_EQ(401, feed("takt_invented", value_path(), R"({"value":1})"));
}

TEST_P(Kpis, TokenOfOneKpiIsForThatOneOnly) {
  auto katrins = browser(katrin);
  const auto other = katrins.post("/api/v1/accounts/" + id + "/kpis", R"({"name":"Marge"})").id();
  const auto secret = new_token(R"("name":"CRM","kpi":")" + other + "\"");
  EXPECT_EQ(403, feed(secret, value_path(), R"({"value":1})"));
  EXPECT_EQ(200, feed(secret, "/api/v1/kpis/" + other + "/values/" + date(0), R"({"value":1})"));
}

TEST_P(Kpis, WrongDatesAndValuesAreNamed) {
  auto katrins = browser(katrin);
  EXPECT_EQ(422, katrins.put(value_path(-1), R"({"value":1})").status);
  for (const std::string day : {"2026-02-30", "0001-01-01", "2201-01-01", "x"}) {
    const auto refused = katrins.put("/api/v1/kpis/" + kpi + "/values/" + day, R"({"value":1})");
    ASSERT_EQ(422, refused.status) << refused.text;
    const auto& error = refused.body.at("errors").at(0);
    EXPECT_EQ("not_a_date", error.at("code").as_string()) << day;
    EXPECT_EQ("/date", error.at("pointer").as_string()) << day;
  }
  EXPECT_EQ(422, katrins.put(value_path(), R"({"value":"viel"})").status);
}

TEST_P(Kpis, CorridorKeyResultFollowsItsKpi) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto own =
      katrins.post("/api/v1/accounts/" + made.account + "/kpis", R"({"name":"Liefertreue"})").id();
  const auto key_result = katrins.post("/api/v1/objectives/" + made.objective + "/key-results",
                                       R"({"title":"96 % halten","kind":"corridor","lower":96,)"
                                       R"("follows":"kpi","reason":"r","kpi":")" +
                                           own + "\"}");
  ASSERT_EQ(201, key_result.status) << key_result.text;
  katrins.put("/api/v1/kpis/" + own + "/values/" + date(-3), R"({"value":97})");
  const auto shown = katrins.get("/api/v1/key-results/" + key_result.id() + "/page").body;
  EXPECT_EQ(97, shown.at("view").at("value").to_number<double>());
  EXPECT_EQ("on_track", shown.at("view").at("health").as_string());
}

TEST_P(Kpis, WhatIsEnteredAfterTheCloseChangesNothingThatWasClosed) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto own =
      katrins.post("/api/v1/accounts/" + made.account + "/kpis", R"({"name":"Anfragen"})").id();
  const auto put = [&](int days_ago, int value) {
    const auto answer = katrins.put("/api/v1/kpis/" + own + "/values/" + date(-days_ago),
                                    R"({"value":)" + std::to_string(value) + "}");
    EXPECT_EQ(200, answer.status) << answer.text;
  };
  const auto key_result = katrins.post("/api/v1/objectives/" + made.objective + "/key-results",
                                       R"({"title":"Anfragen","start":0,"target":10,)"
                                       R"("follows":"kpi","reason":"r","kpi":")" +
                                           own + "\"}");
  const auto objective = "/api/v1/objectives/" + made.objective;
  ASSERT_EQ(200, katrins
                     .patch(objective,
                            R"({"outcomeKind":"kpi","outcomeBaseline":0,"outcomeTarget":10,)"
                            R"("reason":"Maß","outcomeKpi":")" +
                                own + "\"}",
                            katrins.get(objective).version())
                     .status);
  put(20, 5);
  browser(jonas).post("/api/v1/key-results/" + made.key_result + "/check-ins",
                      R"({"value":5,"effectiveOn":")" + date(0) + "\"}");
  const auto cycle = "/api/v1/cycles/" + made.cycle;
  const auto step = [&](const std::string& state) {
    return katrins.patch(cycle, R"({"state":")" + state + "\"}", katrins.get(cycle).version())
        .status;
  };
  ASSERT_EQ(200, step("review"));
  katrins.post(objective + "/reviews", R"({"decision":"done"})");
  ASSERT_EQ(200, step("closed"));
  const auto closed = [&] {
    auto view = katrins.get(cycle + "/review").body.at("objectives").at(0).at("view").as_object();
    view.erase("outcome");  // an effect may come later
    return json::serialize(view);
  };
  const auto before = closed();

  put(10, 8);
  put(20, 9);

  EXPECT_EQ(before, closed());
  const auto page = katrins.get("/api/v1/key-results/" + key_result.id() + "/page").body;
  EXPECT_EQ(0.5, page.at("view").at("progress").to_number<double>());
  EXPECT_EQ(1u, page.at("chart").as_array().size());
}

TEST_P(Kpis, OldReadingIsTheBaselineOnPlanAndCockpitAndStays) {
  auto katrins = browser(katrin);
  ASSERT_EQ(200, katrins.put(value_path(455), R"({"value":42})").status);
  const auto made = [&](const std::string& path, const std::string& fields) {
    const auto answer = katrins.post("/api/v1/" + path, fields);
    EXPECT_EQ(201, answer.status) << answer.text;
    return answer.id();
  };
  const auto cycle = made("accounts/" + id + "/cycles", R"({"name":"Z","startsOn":")" + date(0) +
                                                            R"(","endsOn":")" + date(180) + "\"}");
  const auto objective =
      made("cycles/" + cycle + "/objectives",
           R"({"title":"o","outcomeKind":"kpi","outcomeTarget":50,"outcomeKpi":")" + kpi + "\"}");
  made("objectives/" + objective + "/key-results", R"({"title":"k","start":0,"target":1})");
  const auto expect_it = [&] {
    const auto cockpit = katrins.get("/api/v1/accounts/" + id + "/cockpit").body;
    const auto plan = katrins.get("/api/v1/cycles/" + cycle + "/plan").body;
    for (const auto& page : {cockpit, plan})
      EXPECT_EQ(42, page.at("objectives").at(0).at("outcome").at("baseline").to_number<double>());
  };
  expect_it();
  ASSERT_EQ(200, katrins.patch("/api/v1/cycles/" + cycle, R"({"state":"active"})", "1").status);
  expect_it();
  EXPECT_EQ(
      42,
      katrins.get("/api/v1/objectives/" + objective).body.at("outcomeBaseline").to_number<double>())
      << "the start locks it";
}

TAKT_ON_BOTH_DATABASES(Kpis);

}  // namespace
}  // namespace takt::tests
