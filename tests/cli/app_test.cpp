// The whole program at its edge: pages, health, what strangers are told.

#include "server.hpp"

namespace takt::tests {
namespace {

class Apps : public testing::Test {
 protected:
  Apps() {
    cli::AppSettings settings;
    settings.database = database.location;
    settings.port = 0;
    settings.access_log = false;
    settings.assets = assets;
    settings.trusted_proxies = {"127.0.0.1"};
    app = std::make_unique<cli::App>(settings);
    serving = std::jthread([this] { app->run(); });
  }
  ~Apps() override { app->stop(); }
  Answer get(const std::string& path) { return Browser(app->port(), "").get(path); }

  NewDatabase database{false};
  const std::vector<http::Asset> assets{{"/index.html", "<html>%VERSION%", "", ""},
                                        {"/licences.txt", "MIT", "", ""}};
  std::unique_ptr<cli::App> app;
  std::jthread serving;
};

TEST_F(Apps, PageIsShownForEveryAddressButThoseMeantForTheServer) {
  for (const char* page : {"/", "/accounts/7/cockpit", "/invitation/secret", "/apiary"})
    EXPECT_TRUE(get(page).text.starts_with("<html>")) << page;
  for (const char* missed : {"//api/v1/session", "/x//api/v1/session", "/%2Fapi/v1/session", "/api",
                             "/api/", "/api/v1/castles", "/assets/gone.js"})
    EXPECT_EQ(404, get(missed).status) << missed;
}

TEST_F(Apps, PageAndHealthNameTheSameInterface) {
  const auto version = get("/").text.substr(6);
  EXPECT_EQ(16u, version.size()) << version;
  EXPECT_EQ(version, get("/healthz").body.at("version").as_string());
}

TEST_F(Apps, GuessesAreCountedByTheAddressThatTheProxyAdds) {
  httplib::Client client("127.0.0.1", app->port());
  int refused = 0;
  for (int i = 0; i < 30 && !refused; ++i) {
    const httplib::Headers headers{{"X-Forwarded-For", "10.0.0." + std::to_string(i)},
                                   {"X-Forwarded-For", "192.0.2.7"}};
    const auto answer =
        client.Post("/api/v1/session", headers,
                    R"({"email":"a@b.example","password":"falsch-geraten"})", "application/json");
    ASSERT_TRUE(answer);
    refused += answer->status == 429;
  }
  EXPECT_EQ(1, refused);
}

TEST_F(Apps, WhoSaysForWhomTheyAskWithoutBeingTrustedIsCountedAndNotBelieved) {
  const NewDatabase other{false};
  cli::AppSettings settings;
  settings.database = other.location;
  settings.port = 0;
  settings.access_log = false;
  settings.trusted_proxies = {"192.0.2.0/24"};
  Serving open(settings);
  httplib::Client client("127.0.0.1", open->port());
  const auto guess = [&](int i) {
    return client
        .Post("/api/v1/session", {{"X-Forwarded-For", "203.0.113." + std::to_string(i)}},
              R"({"email":"a@b.example","password":"falsch-geraten"})", "application/json")
        ->status;
  };
  for (int i = 0; i < 5; ++i) EXPECT_EQ(401, guess(i));
  EXPECT_EQ(429, guess(5));
  const auto counted = client.Get("/metrics")->body;
  EXPECT_NE(counted.npos, counted.find("takt_untrusted_forwards_total 6\n")) << counted;
}

TEST_F(Apps, LicencesAreShownAsText) {
  const auto answer = get("/licences.txt");
  EXPECT_EQ("MIT", answer.text);
  EXPECT_EQ("text/plain; charset=utf-8", answer.headers.find("Content-Type")->second);
}

TEST_F(Apps, StrangersAreToldNothingOfTheDatabase) {
  EXPECT_EQ(200, get("/readyz").status);
  app->context().database.write_apart(
      [](store::Session& session) { session.run("drop table schema_version"); });
  const auto answer = get("/readyz");
  EXPECT_EQ(503, answer.status);
  EXPECT_EQ("database unavailable", answer.body.at("detail").as_string());
  EXPECT_EQ(std::string::npos, answer.text.find("schema_version")) << answer.text;
  EXPECT_EQ(200, get("/healthz").status);
}

}  // namespace
}  // namespace takt::tests
