// What is archived is only read, and so is what hangs on it.

#include "server.hpp"

namespace takt::tests {
namespace {

class Archived : public OnBothDatabases {
 protected:
  void SetUp() override { made = plan(); }
  std::string check_in() const { return R"({"value":4,"effectiveOn":")" + date(0) + "\"}"; }
  Plan made;
};

TEST_P(Archived, KeyResultTakesNoCheckInAndNoPreviewAndTheServerLives) {
  auto katrins = browser(katrin);
  const auto path = "/api/v1/key-results/" + made.key_result;
  ASSERT_EQ(200, katrins.remove(path + "?reason=doppelt", "1").status);
  for (const auto& person : {katrin, jonas}) {
    const auto preview = browser(person).post(path + "/check-in-effect", check_in());
    EXPECT_EQ(409, preview.status) << preview.text;
    EXPECT_EQ("archived", preview.code());
    EXPECT_EQ(409, browser(person).post(path + "/check-ins", check_in()).status);
  }
  EXPECT_EQ(200, katrins.get(path + "/page").status);
  EXPECT_EQ(200, katrins.get("/api/v1/accounts/" + made.account + "/cockpit").status);
}

TEST_P(Archived, ObjectiveTakesNothingAnywhereBelowIt) {
  auto katrins = browser(katrin);
  const auto version = katrins.get("/api/v1/objectives/" + made.objective).version();
  ASSERT_EQ(
      200,
      katrins.remove("/api/v1/objectives/" + made.objective + "?reason=entfällt", version).status);
  const std::string key_result = R"({"title":"KR","kind":"metric","start":0,"target":1})";
  EXPECT_EQ(
      "archived",
      katrins.post("/api/v1/objectives/" + made.objective + "/key-results", key_result).code());
  EXPECT_EQ(
      "archived",
      katrins.post("/api/v1/key-results/" + made.key_result + "/check-ins", check_in()).code());
  EXPECT_EQ("archived", katrins
                            .patch("/api/v1/key-results/" + made.key_result,
                                   R"({"title":"anders","reason":"x"})", "1")
                            .code());
}

TEST_P(Archived, EntryIsRestoredBeforeItIsChanged) {
  auto katrins = browser(katrin);
  const auto site =
      katrins.post("/api/v1/accounts/" + made.account + "/sites", R"({"name":"Oelde"})");
  const auto path = "/api/v1/sites/" + site.id();
  ASSERT_EQ(200, katrins.remove(path, "1").status);
  EXPECT_EQ("archived", katrins.patch(path, R"({"name":"Oelde II"})", "2").code());
  EXPECT_EQ(200, katrins.restore(path, "2").status);
  EXPECT_EQ(200, katrins.patch(path, R"({"name":"Oelde II"})", "3").status);
}

TEST_P(Archived, AccountTakesNoWritesAtAll) {
  auto katrins = browser(katrin);
  const auto of_account = "/api/v1/accounts/" + made.account;
  const auto site = katrins.post(of_account + "/sites", R"({"name":"Oelde"})").id();
  const auto area = katrins.post(of_account + "/product-areas", R"({"name":"Antriebe"})").id();
  const auto meeting =
      "/api/v1/meetings/" + katrins
                                .post(of_account + "/meetings",
                                      R"({"kind":"cycle","plannedAt":"2026-11-24T09:00:00.000Z"})")
                                .id();
  katrins.post(meeting + "/steer", R"({"command":"start"})");
  ASSERT_EQ(200, browser(katrin).remove(of_account, "1").status);
  const auto before = revision(made.account);
  struct Write {
    std::string method, path, body;
  };
  const std::vector<Write> writes{
      {"POST", of_account + "/signals", R"({"title":"x"})"},
      {"POST", of_account + "/sites", R"({"name":"x"})"},
      {"POST", of_account + "/cycles",
       R"({"name":"Z","startsOn":")" + date(200) + R"(","endsOn":")" + date(290) + "\"}"},
      {"POST", of_account + "/team-members", R"({"user":")" + head.id + "\"}"},
      {"POST", of_account + "/actions", R"({"title":"x"})"},
      {"POST", of_account + "/api-tokens", R"({"name":"x"})"},
      {"POST", "/api/v1/key-results/" + made.key_result + "/check-ins", check_in()},
      {"POST", "/api/v1/key-results/" + made.key_result + "/check-in-effect", check_in()},
      {"POST", "/api/v1/objectives/" + made.objective + "/key-results",
       R"({"title":"KR","kind":"metric","start":0,"target":1,"reason":"x"})"},
      {"PATCH", "/api/v1/sites/" + site, R"({"name":"y"})"},
      {"DELETE", "/api/v1/sites/" + site, ""},
      {"PATCH", of_account, R"({"name":"y"})"},
      {"PUT", of_account + "/supply-grid",
       R"({"period":"quarter","startsOn":")" + date(-90) + R"(","cells":[{"productArea":")" + area +
           R"(","sharePercent":33.3}]})"},
      {"POST", meeting + "/steer", R"({"command":"step","step":1})"},
      {"POST", meeting + "/proposals", R"({"title":"x"})"},
      {"POST", meeting + "/presence", "{}"},
  };
  for (const auto& write : writes) {
    const std::string version = write.path == of_account ? "2" : "1";
    const auto answer = write.method == "POST"    ? katrins.post(write.path, write.body)
                        : write.method == "PATCH" ? katrins.patch(write.path, write.body, version)
                        : write.method == "PUT"   ? katrins.put(write.path, write.body)
                                                  : katrins.remove(write.path, version);
    EXPECT_EQ(409, answer.status) << write.method << ' ' << write.path << ' ' << answer.text;
    EXPECT_EQ("archived", answer.code()) << write.path;
  }
  EXPECT_EQ(before, revision(made.account));
  EXPECT_EQ(200, katrins.restore(of_account, "2").status);
  EXPECT_EQ(201, katrins.post(of_account + "/signals", R"({"title":"x"})").status);
}

TEST_P(Archived, TokenEndsWithItsAccountAndWithWhoeverMadeIt) {
  auto katrins = browser(katrin);
  const auto of_account = "/api/v1/accounts/" + made.account;
  const auto kpi = katrins.post(of_account + "/kpis", R"({"name":"Liefertreue"})").id();
  const auto token = katrins.post(of_account + "/api-tokens", R"({"name":"ERP"})");
  ASSERT_EQ(201, token.status) << token.text;
  const auto feed = [&] {
    httplib::Client client("127.0.0.1", app->port());
    return client
        .Put("/api/v1/kpis/" + kpi + "/values/" + date(-1),
             {{"Authorization", "Bearer " + std::string(token.body.at("secret").as_string())}},
             R"({"value":97})", "application/json")
        ->status;
  };
  EXPECT_EQ(200, feed());
  ASSERT_EQ(200, katrins.remove(of_account, "1").status);
  EXPECT_EQ(401, feed());
  ASSERT_EQ(200, katrins.restore(of_account, "2").status);
  EXPECT_EQ(200, feed());
  ASSERT_EQ(200, browser(admin).remove("/api/v1/users/" + katrin.id, "1").status);
  EXPECT_EQ(401, feed());
}

TAKT_ON_BOTH_DATABASES(Archived);

}  // namespace
}  // namespace takt::tests
