#include "server.hpp"

namespace takt::tests {
namespace {

class Sessions : public OnBothDatabases {
 protected:
  Answer sign_in(const std::string& email, const std::string& password) {
    return browser().post("/api/v1/session",
                          json::serialize(json::value{{"email", email}, {"password", password}}));
  }
  std::string email_of(const Person& person) {
    const auto users = browser(admin).get("/api/v1/users");
    for (const auto& user : users.body.as_array())
      if (user.at("id").as_string() == person.id) return std::string(user.at("email").as_string());
    return {};
  }
  /// Jonas chooses a password by an invitation link.
  void invite_jonas(const std::string& password) {
    const auto link = browser(admin).post("/api/v1/users/" + jonas.id + "/invitation");
    const std::string path(link.body.at("path").as_string());
    token = path.substr(path.rfind('/') + 1);
    EXPECT_EQ(200, accept(password).status);
  }
  Answer accept(const std::string& password) {
    return browser().post("/api/v1/invitations",
                          R"({"token":")" + token + R"(","password":")" + password + "\"}");
  }
  std::string token;
};

TEST_P(Sessions, InvitedPersonChoosesAPasswordAndSignsInWithIt) {
  invite_jonas("korrektes pferd");
  EXPECT_EQ(200, sign_in(email_of(jonas), "korrektes pferd").status);
  EXPECT_EQ(401, sign_in(email_of(jonas), "falsches pferd").status);
  EXPECT_EQ("link_used_up", accept("noch ein passwort").code());
}

TEST_P(Sessions, ShortPasswordIsRefused) {
  invite_jonas("korrektes pferd");
  const auto link = browser(admin).post("/api/v1/users/" + jonas.id + "/invitation");
  const std::string path(link.body.at("path").as_string());
  token = path.substr(path.rfind('/') + 1);
  EXPECT_EQ(422, accept("kurz").status);
}

TEST_P(Sessions, GuessingIsSlowedDownWithoutLockingTheOwnerOut) {
  invite_jonas("korrektes pferd");
  const auto email = email_of(jonas);
  for (int i = 0; i < 5; ++i) sign_in(email, "geraten");
  EXPECT_EQ(429, sign_in(email, "geraten").status);
  service::Throttle throttle;
  for (int i = 0; i < 40; ++i) throttle.failed("203.0.113.9", email, app->context().now());
  EXPECT_NO_THROW(throttle.admit("198.51.100.1", email, app->context().now()));
}

TEST_P(Sessions, EndBySigningOutEverywhere) {
  const auto other = service::open_session(app->context(), {katrin.id});
  EXPECT_EQ(204, browser(katrin).remove("/api/v1/sessions").status);
  Browser second(app->port(), std::string(api::kCookie) + "=" + other.token);
  EXPECT_EQ(401, second.get("/api/v1/accounts").status);
}

TEST_P(Sessions, SetUpLinkMakesTheFirstAdministratorOnce) {
  const auto link = service::make_invitation(app->context(), {});
  const auto body =
      R"({"token":")" + link +
      R"(","organisation":"Brandt","name":"Erste","email":"erste@brandt.example","password":"sehr geheim 1"})";
  const auto made = browser().post("/api/v1/set-up", body);
  EXPECT_EQ(200, made.status) << made.text;
  EXPECT_EQ("administrator", made.body.at("user").at("role").as_string());
  EXPECT_EQ("link_used_up", browser().post("/api/v1/set-up", body).code());
}

TEST_P(Sessions, LastAdministratorCannotLeave) {
  auto toms = browser(admin);
  EXPECT_EQ("last_administrator", toms.remove("/api/v1/users/" + admin.id, "1").code());
  EXPECT_EQ("last_administrator",
            toms.patch("/api/v1/users/" + admin.id, R"({"role":"member"})", "1").code());
}

TEST_P(Sessions, NobodyRaisesTheirOwnRole) {
  EXPECT_EQ(403, browser(katrin)
                     .patch("/api/v1/users/" + katrin.id, R"({"role":"administrator"})", "1")
                     .status);
  EXPECT_EQ(
      200, browser(katrin).patch("/api/v1/users/" + katrin.id, R"({"language":"en"})", "1").status);
}

TAKT_ON_BOTH_DATABASES(Sessions);

}  // namespace
}  // namespace takt::tests
