#include <algorithm>

#include "server.hpp"

namespace takt::tests {
namespace {

class Errors : public OnBothDatabases {};

TEST_P(Errors, NameTheFieldAndChangeNothing) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto before = revision(id);
  const auto sites = "/api/v1/accounts/" + id + "/sites";
  struct Row {
    std::string body;
    int status;
    std::string code;
  };
  const std::vector<Row> rows{
      {R"({"name":"x","colour":"red"})", 422, "invalid"},
      {R"({"name":5})", 422, "invalid"},
      {R"({})", 422, "invalid"},
      {R"([])", 422, "invalid"},
      {R"({"name":"x")", 400, "broken_json"},
      {"{\"name\":\"\xff\xfe\"}", 400, "broken_json"},
      {R"({"name":"x","name":"y"})", 400, "duplicate_key"},
      {R"({"name":"x","id":"7"})", 422, "invalid"},
      {"{\"name\":\"" + std::string(121, 'x') + "\"}", 422, "invalid"},
  };
  for (const auto& row : rows) {
    const auto refused = katrins.post(sites, row.body);
    EXPECT_EQ(row.status, refused.status) << row.body << refused.text;
    EXPECT_EQ(row.code, refused.code()) << row.body;
    EXPECT_EQ("application/problem+json", refused.headers.find("Content-Type")->second);
  }
  EXPECT_EQ(before, revision(id));
}

TEST_P(Errors, TextsWithUnseenCharactersNameTheirField) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto sites = "/api/v1/accounts/" + id + "/sites";
  const auto refused = katrins.post(sites, R"({"name":"Werk\u202eS\u001b","city":"Oelde\nOst"})");
  EXPECT_EQ(422, refused.status);
  const auto& errors = refused.body.at("errors").as_array();
  ASSERT_EQ(2u, errors.size());
  EXPECT_EQ("/name", errors[0].at("pointer").as_string());
  EXPECT_EQ("control_character", errors[0].at("code").as_string());
  EXPECT_EQ("/city", errors[1].at("pointer").as_string());
  EXPECT_EQ("line_break", errors[1].at("code").as_string());
  const auto made = katrins.post(sites, R"({"name":"Werk"})");
  const auto unwilling =
      katrins.remove("/api/v1/sites/" + made.id() + "?reason=a%1b", made.version());
  EXPECT_EQ(422, unwilling.status);
  EXPECT_EQ("/reason", unwilling.body.at("errors").at(0).at("pointer").as_string());
}

TEST_P(Errors, EmailThatIsNotOneAddressIsRefused) {
  auto toms = browser(admin);
  for (const std::string email :
       {"a@b.de,evil@evil.de", "a@b@c", "a@b.de\\rbcc:evil@evil.de", "a@", "a b@c.de"}) {
    const auto refused = toms.post("/api/v1/users", R"({"name":"x","email":")" + email + "\"}");
    EXPECT_EQ(422, refused.status) << email;
    EXPECT_EQ("/email", refused.body.at("errors").at(0).at("pointer").as_string()) << email;
  }
}

TEST_P(Errors, UserWithAnOlderEmailCanStillBeChanged) {
  app->context().database.write_apart([&](store::Session& session) {
    session.execute("update \"user\" set email = 'a@b@c' where id = :id",
                    {store::bound("id", domain::Id{jonas.id})});
  });
  auto jonases = browser(jonas);
  EXPECT_EQ("a@b@c", jonases.get("/api/v1/session").body.at("user").at("email").as_string());
  EXPECT_EQ(200,
            jonases.patch("/api/v1/users/" + jonas.id, R"({"function":"Technik"})", "1").status);
}

TEST_P(Errors, OnlyJsonIsReadAsJson) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto sent_as = [&](const std::string& type) {
    return katrins.client()
        .Post("/api/v1/accounts/" + id + "/sites", katrins.headers(), R"({"name":"x"})", type)
        ->status;
  };
  for (const char* type :
       {"application/json", "application/json; charset=utf-8", "Application/JSON ;charset=UTF-8"})
    EXPECT_EQ(201, sent_as(type)) << type;
  for (const char* type : {"application/jsonx", "application/json-patch+json", "text/plain",
                           "application/x-www-form-urlencoded", "application/json,text/plain"})
    EXPECT_EQ(415, sent_as(type)) << type;
}

TEST_P(Errors, FullOrBusyDatabaseSaysSoAndGoesOn) {
  if (GetParam() != "SQLite") GTEST_SKIP() << "PostgreSQL has its disk to itself";
  const auto sites = "/api/v1/accounts/" + account() + "/sites";
  auto katrins = browser(katrin);
  auto& database = app->context().database;
  const auto set = [&](const std::string& pragma) {
    database.write_apart([&](store::Session& session) { session.run("pragma " + pragma); });
  };
  set("max_page_count = 1");  // no more than there are
  Answer refused;
  for (int i = 0; i < 2000 && refused.status != 507; ++i)
    refused = katrins.post(sites, R"({"name":")" + std::string(120, 'x') + "\"}");
  EXPECT_EQ(507, refused.status) << refused.text;
  EXPECT_EQ("no_space", refused.code());
  EXPECT_EQ(200, katrins.get(sites.substr(0, sites.rfind('/'))).status);
  set("max_page_count = 1000000");
  EXPECT_EQ(201, katrins.post(sites, R"({"name":"x"})").status);

  set("busy_timeout = 10");
  store::Database other(database_.location, 1);
  other.write_apart([&](store::Session&) { refused = katrins.post(sites, R"({"name":"y"})"); });
  EXPECT_EQ(503, refused.status) << refused.text;
  EXPECT_EQ("unavailable", refused.code());
  EXPECT_EQ(201, katrins.post(sites, R"({"name":"y"})").status);
}

TEST_P(Errors, HugeBodiesAreRefused) {
  const auto id = account();
  const auto refused =
      browser(katrin).post("/api/v1/accounts/" + id + "/sites", std::string(1'100'000, ' '));
  EXPECT_EQ(413, refused.status);
}

TEST_P(Errors, AddressesThatAreNoTextAreRefused) {
  const auto id = account();
  auto katrins = browser(katrin);
  for (const std::string path :
       {"portfolio?search=%ff", "portfolio?search=%c3", "portfolio?search=%00",
        "signals?x=%ed%a0%80", "accounts/%ff/cockpit"}) {
    EXPECT_EQ(400, katrins.get("/api/v1/" + path).status) << path;
  }
  EXPECT_EQ(200, katrins.get("/api/v1/portfolio?search=%C3%96l%F0%9F%9A%80").status);
  EXPECT_EQ(400, katrins.get("/api/v1/accounts/" + id + "/activity?term=%ff").status);
  // The organisation's ledger is no account.
  EXPECT_EQ(
      404,
      katrins.get("/api/v1/accounts/" + store::organisation_ledger().text + "/cockpit").status);
}

TEST_P(Errors, OfAnAddressThatIsNoTextNameThePartAndWhatIsWrong) {
  auto katrins = browser(katrin);
  const auto says = [&](const std::string& path) {
    const auto refused = katrins.get("/api/v1/" + path);
    EXPECT_EQ(400, refused.status) << path;
    return std::string(refused.body.at("detail").as_string());
  };
  const std::string nothing = " has the character U+0000 in it, which no text has.";
  const std::string broken = " is not in UTF-8.";
  EXPECT_EQ("The parameter \"search\"" + nothing, says("portfolio?page=1&search=a%00b"));
  EXPECT_EQ("The parameter \"search\"" + broken, says("portfolio?search=%ff"));
  EXPECT_EQ("The name of a parameter" + nothing, says("portfolio?se%00arch=a"));
  EXPECT_EQ("The name of a parameter" + broken, says("portfolio?%ff=a"));
  const std::string escape = " has a percent sign without two hexadecimal digits after it.";
  for (const std::string wrong : {"%zz", "%", "50%", "a%4", "a%C3%9", "%%20"})
    EXPECT_EQ("The parameter \"q\"" + escape, says("search?q=" + wrong)) << wrong;
  EXPECT_EQ("The parameter \"q%zz\"" + escape, says("search?q%zz=a"));
  EXPECT_EQ(200, katrins.get("/api/v1/search?q=50%25%7A").status);
  EXPECT_EQ("The path of the address" + nothing, says("sites/%00"));
  EXPECT_EQ("The path of the address" + broken, says("accounts/%ff/cockpit"));
}

TEST_P(Errors, BodyOfAGetIsRefusedInsteadOfPassedOver) {
  const auto of_account = "/api/v1/accounts/" + account();
  for (const auto& path : {of_account + "/cockpit", of_account, std::string("/api/v1/accounts")}) {
    for (const char* method : {"GET", "HEAD"}) {
      auto katrins = browser(katrin);
      httplib::Request request;
      request.method = method;
      request.path = path;
      request.headers = katrins.headers();
      EXPECT_EQ(200, katrins.client().send(request)->status) << method << ' ' << path;
      request.body = "{}";
      EXPECT_EQ(400, katrins.client().send(request)->status) << method << ' ' << path;
    }
  }
}

TEST_P(Errors, UnknownIdsAndAddressesAreNotFound) {
  auto katrins = browser(katrin);
  EXPECT_EQ(404, katrins.get("/api/v1/sites/" + new_id()).status);
  EXPECT_EQ(404, katrins.get("/api/v1/sites/7").status);
  EXPECT_EQ(404, katrins.get("/api/v1/castles").status);
  EXPECT_EQ(405, katrins.remove("/api/v1/my-work").status);
}

TEST_P(Errors, WriteWithoutVersionIsRefused) {
  const auto made = plan();
  EXPECT_EQ(
      428,
      browser(katrin).patch("/api/v1/objectives/" + made.objective, R"({"title":"x"})").status);
}

TEST_P(Errors, StaleWriteGetsThePresentStateAndOverwritesNothing) {
  const auto made = plan();
  const auto path = "/api/v1/objectives/" + made.objective;
  auto katrins = browser(katrin);
  auto jonases = browser(jonas);
  const auto version = katrins.get(path).version();
  EXPECT_EQ(200, katrins.patch(path, R"({"why":"Katrins"})", version).status);
  const auto stale = jonases.patch(path, R"({"why":"Jonas'"})", version);
  EXPECT_EQ(412, stale.status);
  EXPECT_EQ("Katrins", stale.body.at("current").at("why").as_string());
  EXPECT_EQ("Katrins", katrins.get(path).body.at("why").as_string());
}

TEST_P(Errors, ReferencesIntoOtherAccountsAreRefused) {
  const auto mine = plan();
  const auto other = account();
  auto katrins = browser(katrin);
  const auto site = katrins.post("/api/v1/accounts/" + other + "/sites", R"({"name":"Anderswo"})");
  const auto refused = katrins.post("/api/v1/key-results/" + mine.key_result + "/site-targets",
                                    R"({"reason":"x","site":")" + site.id() + "\"}");
  EXPECT_EQ("unknown_site", refused.body.at("errors").at(0).at("code").as_string());
}

TEST_P(Errors, ReasonOfARestoreIsJudgedAsEveryOther) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto site = katrins.post("/api/v1/accounts/" + id + "/sites", R"({"name":"Oelde"})");
  const auto path = "/api/v1/sites/" + site.id();
  ASSERT_EQ(200, katrins.remove(path, "1").status);
  for (const std::string wrong : {"%07", "%E2%80%AE"}) {
    const auto refused = katrins.post(path + "/restore?reason=" + wrong, "{}", "2");
    EXPECT_EQ(422, refused.status) << wrong;
    EXPECT_EQ("/reason", refused.body.at("errors").at(0).at("pointer").as_string());
  }
  EXPECT_EQ(200, katrins.post(path + "/restore?reason=doch", "{}", "2").status);
}

TEST_P(Errors, WriteWithoutCsrfHeaderIsRefused) {
  const auto id = account();
  auto katrins = browser(katrin);
  katrins.csrf.clear();
  EXPECT_EQ("csrf", katrins.post("/api/v1/accounts/" + id + "/sites", R"({"name":"x"})").code());
}

TAKT_ON_BOTH_DATABASES(Errors);

}  // namespace
}  // namespace takt::tests
