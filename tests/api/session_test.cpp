#include "access/throttle.hpp"
#include "command/invitation.hpp"
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
  /// The token of a new invitation link for Jonas.
  std::string link_for_jonas() {
    const auto link = browser(admin).post("/api/v1/users/" + jonas.id + "/invitation");
    const std::string path(link.body.at("path").as_string());
    return path.substr(path.rfind('/') + 1);
  }
  void invite_jonas(const std::string& password) {
    token = link_for_jonas();
    EXPECT_EQ(200, accept(password).status);
  }
  Answer accept(const std::string& password) {
    return browser().post("/api/v1/invitations",
                          R"({"token":")" + token + R"(","password":")" + password + "\"}");
  }
  std::optional<std::string> hash_of(const domain::Id& user) {
    return app->context().database.peek(
        [&](store::Session& session) { return store::password_hash(session, user); });
  }
  /// A new secret calendar address of Jonas.
  std::string calendar_of_jonas() {
    const auto made = browser(signed_in(jonas.id)).post("/api/v1/calendar");
    EXPECT_EQ(201, made.status) << made.text;
    return std::string(made.body.at("path").as_string());
  }
  std::string token;
};

TEST_P(Sessions, InvitedPersonChoosesAPasswordAndSignsInWithIt) {
  invite_jonas("korrektes pferd");
  EXPECT_EQ(200, sign_in(email_of(jonas), "korrektes pferd").status);
  EXPECT_EQ(401, sign_in(email_of(jonas), "falsches pferd").status);
  EXPECT_EQ("link_used_up", accept("noch ein passwort").code());
}

TEST_P(Sessions, WeakPasswordIsRefusedWhereverOneIsChosen) {
  const auto why = [](const Answer& answer) {
    EXPECT_EQ(422, answer.status) << answer.text;
    return std::string(answer.body.at("errors").at(0).at("code").as_string());
  };
  token = link_for_jonas();
  EXPECT_EQ("too_short", why(accept("kurz")));
  EXPECT_EQ("easily_guessed", why(accept("jonasalbers1")));
  EXPECT_EQ(200, accept("korrektes pferd").status);
  EXPECT_EQ(
      "easily_guessed",
      why(browser(signed_in(jonas.id))
              .put("/api/v1/password", R"({"present":"korrektes pferd","wanted":"passwort12"})")));
}

TEST_P(Sessions, PasswordIsTakenAsItWasTypedOnWhateverKeyboard) {
  invite_jonas("  pferd mit k\u00f6nnen ");
  const auto email = email_of(jonas);
  EXPECT_EQ(200, sign_in(email, "  pferd mit k\u00f6nnen ").status);
  EXPECT_EQ(200, sign_in(email, "  pferd mit ko\u0308nnen ").status);
  EXPECT_EQ(401, sign_in(email, "pferd mit k\u00f6nnen").status);
}

TEST_P(Sessions, EmailIsOneUserInEverySpelling) {
  auto toms = browser(admin);
  const auto add = [&](const std::string& email) {
    return toms.post("/api/v1/users",
                     json::serialize(json::value{{"name", "Jo\u0308rg"}, {"email", email}}));
  };
  const auto made = add("JO\u0308RG@Brandt.example");
  ASSERT_EQ(201, made.status) << made.text;
  EXPECT_EQ("j\u00f6rg@brandt.example", made.body.at("email").as_string());
  EXPECT_EQ("J\u00f6rg", made.body.at("name").as_string());
  const std::vector<std::string> spellings{"j\u00f6rg@brandt.example", "jo\u0308rg@brandt.example",
                                           "J\u00d6RG@BRANDT.EXAMPLE"};
  for (const auto& spelling : spellings) EXPECT_EQ(422, add(spelling).status) << spelling;
  const auto link = toms.post("/api/v1/users/" + made.id() + "/invitation");
  const std::string path(link.body.at("path").as_string());
  token = path.substr(path.rfind('/') + 1);
  ASSERT_EQ(200, accept("korrektes pferd").status);
  for (const auto& spelling : spellings)
    EXPECT_EQ(200, sign_in(spelling, "korrektes pferd").status) << spelling;
}

TEST_P(Sessions, GuessingIsSlowedDownWithoutLockingTheOwnerOut) {
  invite_jonas("korrektes pferd");
  const auto email = email_of(jonas);
  for (int i = 0; i < 5; ++i) sign_in(email, "geraten");
  EXPECT_EQ(429, sign_in(email, "geraten").status);
  access::Throttle throttle;
  for (int i = 0; i < 40; ++i) throttle.failed("203.0.113.9", email, app->context().now());
  EXPECT_NO_THROW(throttle.admit("198.51.100.1", email, app->context().now()));
}

TEST_P(Sessions, GuesserBehindAProxyIsKnownByWhatTheProxyAddedLast) {
  auto behind = settings();
  behind.trusted_proxies = {"127.0.0.1"};
  Serving proxied(behind);
  httplib::Client client("127.0.0.1", proxied->port());
  const auto guess = [&](const std::string& added, int i) {
    const httplib::Headers lines{{"X-Forwarded-For", "192.0.2." + std::to_string(i)},
                                 {"X-Forwarded-For", added}};
    return client
        .Post("/api/v1/session", lines, R"({"email":"x@brandt.example","password":"geraten"})",
              "application/json")
        ->status;
  };
  for (int i = 0; i < 5; ++i) EXPECT_EQ(401, guess("203.0.113.9", i));
  EXPECT_EQ(429, guess("203.0.113.9", 5));
  EXPECT_EQ(429, guess("192.0.2.77,203.0.113.9 ", 6));
  EXPECT_EQ(401, guess("203.0.113.9, 198.51.100.1", 7));
}

TEST_P(Sessions, PasswordThatFittedAMomentAgoOpensNoneAfterItsChange) {
  invite_jonas("korrektes pferd");
  const domain::Id user{jonas.id};
  const auto kept = hash_of(user);
  EXPECT_NO_THROW(access::open_session(app->context(), user, kept));
  invite_jonas("ein anderes pferd");
  EXPECT_THROW(access::open_session(app->context(), user, kept), domain::Problem);
  EXPECT_EQ(200, browser(admin).remove("/api/v1/users/" + jonas.id, "1").status);
  EXPECT_THROW(access::open_session(app->context(), user), domain::Problem);
}

TEST_P(Sessions, EndBySigningOutEverywhere) {
  auto second = browser(signed_in(katrin.id));
  EXPECT_EQ(204, browser(katrin).remove("/api/v1/sessions").status);
  EXPECT_EQ(401, second.get("/api/v1/accounts").status);
}

TEST_P(Sessions, EndWhenSomebodySignsInAnewInTheSameBrowser) {
  invite_jonas("korrektes pferd");
  const auto here = signed_in(katrin.id);
  const auto sign_in_here = [&] {
    return browser(here).post(
        "/api/v1/session",
        json::serialize(json::value{{"email", email_of(jonas)}, {"password", "korrektes pferd"}}));
  };
  EXPECT_EQ(200, browser(here).get("/api/v1/accounts").status);
  EXPECT_EQ(200, sign_in_here().status);
  EXPECT_EQ(401, browser(here).get("/api/v1/accounts").status);
  EXPECT_EQ(200, browser(katrin).get("/api/v1/accounts").status);
  EXPECT_EQ(200, sign_in_here().status);  // with a cookie that stands for nothing any more
}

TEST_P(Sessions, EndWithTheOldestWhereOneHasTooMany) {
  invite_jonas("korrektes pferd");
  const domain::Id user{jonas.id};
  const auto fitted = hash_of(user);
  std::vector<Person> opened;
  for (int i = 0; i < access::kMostSessions; ++i) {
    let_pass(std::chrono::seconds{1});
    const auto open = access::open_session(app->context(), user, fitted);
    opened.push_back({jonas.id, std::string(api::kCookie) + "=" + open.token});
  }
  EXPECT_EQ(200, browser(opened[0]).get("/api/v1/accounts").status);
  EXPECT_EQ(200, sign_in(email_of(jonas), "korrektes pferd").status);
  EXPECT_EQ(401, browser(opened[0]).get("/api/v1/accounts").status);
  EXPECT_EQ(200, browser(opened[1]).get("/api/v1/accounts").status);
}

TEST_P(Sessions, SecretCalendarAddressEndsWithThePasswordALinkAndSigningOutEverywhere) {
  invite_jonas("korrektes pferd");
  const auto works = [&](const std::string& path) { return browser().get(path).status == 200; };
  auto address = calendar_of_jonas();
  EXPECT_TRUE(works(address));
  EXPECT_EQ(204, browser(signed_in(jonas.id))
                     .put("/api/v1/password",
                          R"({"present":"korrektes pferd","wanted":"ein anderes pferd"})")
                     .status);
  EXPECT_FALSE(works(address));
  address = calendar_of_jonas();
  EXPECT_EQ(204, browser(signed_in(jonas.id)).remove("/api/v1/sessions").status);
  EXPECT_FALSE(works(address));
  address = calendar_of_jonas();
  token = link_for_jonas();
  EXPECT_FALSE(works(address));
  address = calendar_of_jonas();
  EXPECT_TRUE(works(address));
  EXPECT_EQ(200, accept("noch ein anderes pferd").status);
  EXPECT_FALSE(works(address));
}

std::string set_up_with(const std::string& link, const std::string& password) {
  return R"({"token":")" + link +
         R"(","organisation":"Brandt","name":"Erste","email":"erste@brandt.example",)" +
         R"("password":")" + password + "\"}";
}

TEST_P(Sessions, SetUpLinkMakesTheFirstAdministratorOnce) {
  const NewDatabase empty(GetParam() == "PostgreSQL", NewDatabase::Shape::migrated);
  Serving first(settings(empty));
  const auto link = command::make_invitation(first->context(), {}, {});
  const auto set_up = [&](const std::string& password) {
    return Browser(first->port(), "").post("/api/v1/set-up", set_up_with(link, password));
  };
  const auto weak = set_up("erste@brandt.example");
  const auto made = set_up("sehr geheim 1");
  const auto again = set_up("sehr geheim 1");
  EXPECT_EQ(422, weak.status) << weak.text;
  EXPECT_NE(weak.text.npos, weak.text.find("easily_guessed"));
  ASSERT_EQ(200, made.status) << made.text;
  EXPECT_EQ("administrator", made.body.at("user").at("role").as_string());
  EXPECT_EQ("link_used_up", again.code());
}

TEST_P(Sessions, SetUpLinkThatStandsInALogIsOfNoUseOnceThereIsAnAdministrator) {
  const auto link = command::make_invitation(app->context(), {}, {});
  EXPECT_EQ("link_used_up",
            browser().post("/api/v1/set-up", set_up_with(link, "sehr geheim 1")).code());
  EXPECT_EQ("link_used_up", browser().get("/api/v1/invitations/" + link).code());
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

TEST_P(Sessions, OfWhoeverIsArchivedOpenNothingNorDoTheyAfterwards) {
  const auto id = account();
  const auto calendar = calendar_of_jonas();
  auto jonases = browser(jonas);
  ASSERT_EQ(200, jonases.get("/api/v1/my-work").status);
  ASSERT_EQ(200, jonases.post("/api/v1/accounts/" + id + "/presence").status);
  const auto as_nobody = [&] {
    for (const auto& route : app->router().routes()) {
      if (route.permission == domain::Permission::anyone) continue;
      httplib::Request request;
      request.method = route.method;
      request.path = route.path;
      for (auto at = request.path.find('{'); at != std::string::npos; at = request.path.find('{'))
        request.path.replace(at, request.path.find('}') - at + 1, id);
      request.headers = jonases.headers("1");
      const auto answer = jonases.client().send(request);
      ASSERT_TRUE(answer) << route.method << " " << route.path;
      EXPECT_EQ(401, answer->status) << route.method << " " << route.path << answer->body;
    }
    EXPECT_TRUE(jonases.get("/api/v1/session").body.at("user").is_null());
  };
  ASSERT_EQ(200, browser(admin).remove("/api/v1/users/" + jonas.id, "1").status);
  as_nobody();
  EXPECT_EQ(404, browser().client().Get(calendar)->status);
  ASSERT_EQ(200, browser(admin).restore("/api/v1/users/" + jonas.id, "2").status);
  as_nobody();
  EXPECT_EQ(404, browser().client().Get(calendar)->status);
}

TEST_P(Sessions, EndThirtyDaysAfterSignInEvenWhenNothingElseChanges) {
  auto katrins = browser(katrin);
  let_pass(std::chrono::hours{24 * 30 - 1});
  EXPECT_EQ(200, katrins.get("/api/v1/accounts").status);
  let_pass(std::chrono::hours{2});
  EXPECT_EQ(401, katrins.get("/api/v1/accounts").status);
}

TEST_P(Sessions, NewerInvitationTakesThePlaceOfTheOlder) {
  token = link_for_jonas();
  const auto newer = link_for_jonas();
  EXPECT_EQ("link_used_up", accept("korrektes pferd").code());
  token = newer;
  EXPECT_EQ(200, accept("korrektes pferd").status);
}

TEST_P(Sessions, InvitationOfSomebodyWhoWasArchivedStopsToWork) {
  token = link_for_jonas();
  EXPECT_EQ(200, browser(admin).remove("/api/v1/users/" + jonas.id, "1").status);
  EXPECT_EQ("link_used_up", accept("korrektes pferd").code());
  EXPECT_EQ(404, browser(admin).post("/api/v1/users/" + jonas.id + "/invitation").status);
}

TEST_P(Sessions, PasswordChangeNeedsThePresentOneAndEndsOtherSessions) {
  invite_jonas("korrektes pferd");
  auto here = browser(signed_in(jonas.id));
  auto elsewhere = browser(signed_in(jonas.id));
  const auto change = [&](const std::string& present, const std::string& wanted) {
    return here.put("/api/v1/password",
                    R"({"present":")" + present + R"(","wanted":")" + wanted + "\"}");
  };
  EXPECT_EQ(422, change("falsches pferd", "neues passwort").status);
  EXPECT_EQ(422, change("korrektes pferd", "kurz").status);
  EXPECT_EQ(204, change("korrektes pferd", "neues passwort").status);
  EXPECT_EQ(200, here.get("/api/v1/accounts").status);
  EXPECT_EQ(401, elsewhere.get("/api/v1/accounts").status);
  EXPECT_EQ(200, sign_in(email_of(jonas), "neues passwort").status);
}

TEST_P(Sessions, PresentPasswordCannotBeGuessedFromAnOpenSession) {
  auto jonases = browser(jonas);
  const std::string guess = R"({"present":"geraten","wanted":"neues passwort"})";
  for (int i = 0; i < 5; ++i) EXPECT_EQ(422, jonases.put("/api/v1/password", guess).status);
  EXPECT_EQ(429, jonases.put("/api/v1/password", guess).status);
}

TEST_P(Sessions, AdministratorSeesWhoMadeUsersAndLinksAndWhoChosePasswords) {
  const auto made = browser(admin).post(
      "/api/v1/users", R"({"name":"Neu","email":"neu@brandt.example","role":"member"})");
  ASSERT_EQ(201, made.status) << made.text;
  invite_jonas("korrektes pferd");
  const auto log = browser(admin).get("/api/v1/organisation/activity?limit=3");
  ASSERT_EQ(200, log.status) << log.text;
  std::vector<std::string> told;
  for (const auto& change : log.body.at("changes").as_array())
    told.push_back(std::string(change.at("entity").as_string()) + " of " +
                   std::string(change.at("title").as_string()) + " by " +
                   (change.at("byUser").as_string() == admin.id ? "Tom" : "Jonas"));
  EXPECT_EQ(told,
            (std::vector<std::string>{"password of Jonas Albers by Jonas",
                                      "invitation of Jonas Albers by Tom", "user of Neu by Tom"}));
  EXPECT_EQ(std::string::npos, log.text.find(token));
}

TAKT_ON_BOTH_DATABASES(Sessions);

}  // namespace
}  // namespace takt::tests
