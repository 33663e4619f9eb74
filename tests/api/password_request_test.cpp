// Links by mail: forgotten passwords, invitations, and what administrators see of who has come in.

#include "access/throttle.hpp"
#include "command/housekeeping.hpp"
#include "command/invitation.hpp"
#include "command/link_mail.hpp"
#include "command/mail.hpp"
#include "server.hpp"

namespace takt::tests {
namespace {

using namespace std::chrono_literals;

class LinkMails : public OnBothDatabases {
 protected:
  LinkMails() {
    app->context().has_mail = true;
    app->context().link_address = "https://takt.brandt.example";
  }
  Answer ask(const std::string& email) {
    return browser().post("/api/v1/password-requests",
                          json::serialize(json::value{{"email", email}}));
  }
  std::string email_of(const Person& person) {
    return app->context().database.peek([&](store::Session& session) {
      return std::string(store::must_find<domain::User>(session, {person.id}).email);
    });
  }
  int count(const std::string& rows) {
    return app->context().database.peek([&](store::Session& session) {
      return session.value<int>("select count(*) from " + rows).value();
    });
  }
  /// What leaves the house now, as a mail server takes it.
  std::vector<command::Mail> sent() {
    command::answer_password_requests(app->context());
    std::vector<command::Mail> out;
    while (const auto mail = command::claim_mail(app->context())) {
      const auto ready = command::ready_to_send(app->context(), *mail);
      if (!ready) continue;
      command::mail_sent(app->context(), mail->id);
      out.push_back(*ready);
    }
    return out;
  }
  static std::string token_in(const command::Mail& mail) {
    const std::string before = "https://takt.brandt.example/invitation/";
    const auto at = mail.text.find(before);
    if (at == mail.text.npos) return {};
    const auto begin = at + before.size();
    return mail.text.substr(begin, mail.text.find('\n', begin) - begin);
  }
  Answer choose(const std::string& token, const std::string& password) {
    return browser().post("/api/v1/invitations",
                          json::serialize(json::value{{"token", token}, {"password", password}}));
  }
  int sign_in(const Person& person, const std::string& password) {
    return browser()
        .post("/api/v1/session",
              json::serialize(json::value{{"email", email_of(person)}, {"password", password}}))
        .status;
  }
  Answer mail_invitation(const Person& person) {
    return browser(admin).post("/api/v1/users/" + person.id + "/invitation?mail=true");
  }
  json::value state_of(const std::string& user) {
    const auto states = browser(admin).get("/api/v1/user-states");
    EXPECT_EQ(200, states.status) << states.text;
    for (const auto& state : states.body.as_array())
      if (state.at("user").as_string() == user) return state;
    return {};
  }
  /// Somebody new, who has never been here.
  Person nina(const std::string& language = "de") {
    const auto made = browser(admin).post(
        "/api/v1/users",
        R"({"name":"Nina Neumann","email":"nina@brandt.example","language":")" + language + "\"}");
    EXPECT_EQ(201, made.status) << made.text;
    return {made.id(), ""};
  }
};

TEST_P(LinkMails, WhoForgotTheirPasswordChoosesAnotherByTheLinkInTheMail) {
  EXPECT_EQ(202, ask(email_of(jonas)).status);
  const auto mails = sent();
  ASSERT_EQ(1u, mails.size());
  EXPECT_EQ(email_of(jonas), mails[0].recipient);
  EXPECT_EQ("Neues Passwort für Takt · Brandt Antriebstechnik", mails[0].subject);
  EXPECT_NE(mails[0].text.npos, mails[0].text.find("Guten Tag Jonas Albers,")) << mails[0].text;
  const auto token = token_in(mails[0]);
  const auto whose = browser().get("/api/v1/invitations/" + token);
  EXPECT_EQ("password", whose.body.at("purpose").as_string());
  EXPECT_EQ("de", whose.body.at("language").as_string());
  EXPECT_EQ(200, choose(token, "korrektes pferd").status);
  EXPECT_EQ(200, sign_in(jonas, "korrektes pferd"));
  EXPECT_EQ(401, browser(jonas).get("/api/v1/my-work").status) << "signed in before";
}

TEST_P(LinkMails, AnswerIsTheSameWhoeverAsks) {
  const auto known = ask(email_of(jonas));
  const auto unknown = ask("niemand@brandt.example");
  EXPECT_EQ(202, known.status);
  EXPECT_EQ(known.status, unknown.status);
  EXPECT_EQ(known.text, unknown.text);
  EXPECT_EQ(2, count("password_request where answered_at is null"))
      << "what is done before the answer is the same, too";
  EXPECT_EQ(1u, sent().size());
  EXPECT_EQ(0, count("password_request where address <> ''")) << "nobody's address stays";
  EXPECT_EQ(422, ask("kein-at").status);
}

TEST_P(LinkMails, AskingIsSlowedDownForStrangersAsForUsers) {
  for (const auto& email : {email_of(jonas), std::string("niemand@brandt.example")}) {
    for (int i = 0; i < 5; ++i) EXPECT_EQ(202, ask(email).status);
    const auto slowed = ask(email);
    EXPECT_EQ(429, slowed.status);
    EXPECT_EQ("wait", slowed.code());
  }
  EXPECT_EQ(401, sign_in(jonas, "geraten")) << "the sign-in is slowed down by itself";
}

TEST_P(LinkMails, AddressIsSentThreeAnHourAndAlwaysHasOneThatWorks) {
  std::string last;
  int mails = 0;
  for (int i = 0; i < 12; ++i) {
    ask(email_of(jonas));
    for (const auto& mail : sent()) {
      ++mails;
      last = token_in(mail);
    }
    let_pass(10min);
    EXPECT_EQ(200, browser().get("/api/v1/invitations/" + last).status) << i;
  }
  EXPECT_EQ(6, mails);
}

TEST_P(LinkMails, LinkWorksOnceAndForTwoHours) {
  ask(email_of(jonas));
  ask(email_of(jonas));
  const auto mails = sent();
  ASSERT_EQ(2u, mails.size());
  EXPECT_EQ(200, choose(token_in(mails[0]), "korrektes pferd").status);
  for (const auto& mail : mails) {
    const auto over = choose(token_in(mail), "noch ein pferd 7");
    EXPECT_EQ(404, over.status);
    EXPECT_EQ("link_used_up", over.code());
  }
  ask(email_of(jonas));
  const auto token = token_in(sent().at(0));
  let_pass(2h + 1s);
  EXPECT_EQ("link_used_up", browser().get("/api/v1/invitations/" + token).code());
  EXPECT_EQ("link_used_up", choose(token, "noch ein pferd 7").code());
  EXPECT_EQ(200, sign_in(jonas, "korrektes pferd"));
}

TEST_P(LinkMails, LinkRestsNowhereInTheDatabase) {
  ask(email_of(jonas));
  const auto token = token_in(sent().at(0));
  ASSERT_FALSE(token.empty());
  EXPECT_EQ(0, count("outgoing_mail where text like '%" + token + "%'"));
  EXPECT_EQ(0, count("invitation where token_hash = '" + token + "'"));
  EXPECT_EQ(1, count("invitation where token_hash = '" + access::token_hash(token) + "'"));
}

TEST_P(LinkMails, WhoIsDeactivatedGetsNoneAndComesInByNone) {
  ask(email_of(jonas));
  const auto before = token_in(sent().at(0));
  ask(email_of(jonas));
  command::answer_password_requests(app->context());
  ASSERT_EQ(200, browser(admin).remove("/api/v1/users/" + jonas.id, "1").status);
  EXPECT_EQ(0u, sent().size()) << "one that was on its way";
  EXPECT_EQ(404, choose(before, "korrektes pferd").status);
  EXPECT_EQ(202, ask("member4@brandt.example").status);
  EXPECT_EQ(0u, sent().size());
  ASSERT_EQ(200, browser(admin).restore("/api/v1/users/" + jonas.id, "2").status);
  EXPECT_EQ("link_used_up", choose(before, "korrektes pferd").code())
      << "let in again, but by a new one";
}

TEST_P(LinkMails, LinkToAnAddressEndsWithTheAddress) {
  ask(email_of(jonas));
  const auto token = token_in(sent().at(0));
  ask(email_of(jonas));
  command::answer_password_requests(app->context());
  ASSERT_EQ(200, browser(admin)
                     .patch("/api/v1/users/" + jonas.id, R"({"email":"jonas@brandt.example"})", "1")
                     .status);
  EXPECT_EQ(404, choose(token, "korrektes pferd").status);
  EXPECT_EQ(0u, sent().size());
}

TEST_P(LinkMails, AskingLeavesTheCalendarTheSessionsAndTheInvitationAlone) {
  const auto invited = nina();
  const auto link = browser(admin).post("/api/v1/users/" + invited.id + "/invitation");
  const std::string path(link.body.at("path").as_string());
  const auto calendar = browser(jonas).post("/api/v1/calendar");
  const std::string address(calendar.body.at("path").as_string());
  ask("nina@brandt.example");
  ask(email_of(jonas));
  EXPECT_EQ(2u, sent().size());
  EXPECT_EQ(200, browser().get(address).status);
  EXPECT_EQ(200, browser(jonas).get("/api/v1/my-work").status);
  EXPECT_EQ(200, browser().get("/api/v1/invitations" + path.substr(path.rfind('/'))).status);
}

TEST_P(LinkMails, NoneGoWhereNoMailServerOrNoAddressIsSetUp) {
  app->context().link_address.clear();
  for (const bool has_mail : {true, false}) {
    app->context().has_mail = has_mail;
    EXPECT_EQ("no_mail", ask(email_of(jonas)).code());
    EXPECT_EQ("no_mail", mail_invitation(jonas).code());
    EXPECT_FALSE(browser().get("/api/v1/session").body.at("mailsLinks").as_bool());
  }
  EXPECT_EQ(0, count("password_request"));
}

TEST_P(LinkMails, InvitationSpeaksTheLanguageOfWhomItIsFor) {
  const auto invited = nina("en");
  const auto answer = mail_invitation(invited);
  EXPECT_EQ(201, answer.status) << answer.text;
  EXPECT_EQ("nina@brandt.example", answer.body.at("mailedTo").as_string());
  EXPECT_TRUE(answer.body.at("path").is_null()) << "nobody else sees it";
  const auto mails = sent();
  ASSERT_EQ(1u, mails.size());
  EXPECT_EQ("Invitation to Takt · Brandt Antriebstechnik", mails[0].subject);
  EXPECT_NE(mails[0].text.npos, mails[0].text.find("Hello Nina Neumann,\n\nTom Lindqvist invites"))
      << mails[0].text;
  EXPECT_EQ(200, choose(token_in(mails[0]), "korrektes pferd").status);
}

TEST_P(LinkMails, NewerInvitationTakesThePlaceOfOneThatIsThereOrOnItsWay) {
  const auto invited = nina();
  const auto copied = browser(admin).post("/api/v1/users/" + invited.id + "/invitation");
  const std::string path(copied.body.at("path").as_string());
  mail_invitation(invited);
  EXPECT_EQ(404, choose(path.substr(path.rfind('/') + 1), "korrektes pferd").status);
  mail_invitation(invited);
  EXPECT_EQ(1u, sent().size());
  mail_invitation(invited);
  browser(admin).post("/api/v1/users/" + invited.id + "/invitation");
  EXPECT_EQ(0u, sent().size());
}

TEST_P(LinkMails, MailThatIsTriedAgainBringsALinkThatWorks) {
  mail_invitation(nina());
  const auto first = command::claim_mail(app->context());
  ASSERT_TRUE(first);
  const auto lost = command::ready_to_send(app->context(), *first);
  let_pass(5min);
  const auto again = sent();
  ASSERT_EQ(1u, again.size());
  EXPECT_NE(token_in(*lost), token_in(again[0]));
  EXPECT_EQ(200, choose(token_in(again[0]), "korrektes pferd").status);
}

TEST_P(LinkMails, NameInAMailIsNeverTakenForThePlaceOfTheLink) {
  auto toms = browser(admin);
  const auto made =
      toms.post("/api/v1/users", R"({"name":"{link} {by}","email":"nina@brandt.example"})");
  ASSERT_EQ(201, made.status) << made.text;
  mail_invitation({made.id(), ""});
  const auto mails = sent();
  ASSERT_EQ(1u, mails.size());
  EXPECT_NE(mails[0].text.npos, mails[0].text.find("Guten Tag (link) (by),")) << mails[0].text;
}

TEST_P(LinkMails, StateTellsWhoWasInvitedWhoseLinkRanOutAndWhoCameIn) {
  const auto invited = nina();
  const auto is = [&] { return std::string(state_of(invited.id).at("state").as_string()); };
  EXPECT_EQ("not_invited", is());
  mail_invitation(invited);
  EXPECT_EQ("invited", is());
  EXPECT_TRUE(state_of(invited.id).at("linkEndsAt").is_null()) << "on its way";
  const auto token = token_in(sent().at(0));
  EXPECT_EQ("invited", is());
  EXPECT_EQ("2026-12-01T09:00:00.000Z", state_of(invited.id).at("linkEndsAt").as_string());
  let_pass(std::chrono::days{8});
  admin = signed_in(admin.id);
  EXPECT_EQ("link_over", is());
  command::forget_what_is_over(app->context());
  EXPECT_EQ("link_over", is());
  EXPECT_EQ("2026-11-24T09:00:00.000Z", state_of(invited.id).at("invitedAt").as_string());
  mail_invitation(invited);
  EXPECT_EQ(200, choose(token_in(sent().at(0)), "korrektes pferd").status);
  EXPECT_EQ("active", is());
  EXPECT_EQ("2026-12-02", state_of(invited.id).at("hereOn").as_string());
}

TEST_P(LinkMails, DayOfTheLastVisitIsADayForAdministratorsAlone) {
  EXPECT_EQ("2026-11-24", state_of(jonas.id).at("hereOn").as_string());
  let_pass(std::chrono::days{3});
  EXPECT_EQ("2026-11-24", state_of(jonas.id).at("hereOn").as_string());
  EXPECT_EQ(200, browser(jonas).get("/api/v1/session").status);
  EXPECT_EQ("2026-11-27", state_of(jonas.id).at("hereOn").as_string());
  for (const auto& person : {head, katrin})
    EXPECT_EQ(403, browser(person).get("/api/v1/user-states").status);
  EXPECT_EQ(204, browser(jonas).remove("/api/v1/sessions").status);
  EXPECT_EQ("2026-11-27", state_of(jonas.id).at("hereOn").as_string());
}

TEST_P(LinkMails, LogOfTheAdministrationNamesWhatWasAskedForAndChosen) {
  ask(email_of(jonas));
  choose(token_in(sent().at(0)), "korrektes pferd");
  const auto log = browser(admin).get("/api/v1/organisation/activity");
  const auto& lines = log.body.at("changes").as_array();
  EXPECT_EQ("password", lines.at(0).at("entity").as_string());
  EXPECT_EQ("password_request", lines.at(1).at("entity").as_string());
  EXPECT_EQ("Jonas Albers", lines.at(1).at("title").as_string());
  EXPECT_TRUE(lines.at(1).at("byUser").is_null());
}

TEST_P(LinkMails, RequestsAreForgottenAfterADay) {
  ask("niemand@brandt.example");
  sent();
  let_pass(25h);
  command::forget_what_is_over(app->context());
  EXPECT_EQ(0, count("password_request"));
}

TEST_P(LinkMails, AccountIsMadeWithTheManagerWhoIsNamed) {
  const auto made = account();
  const auto team = browser(head).get("/api/v1/accounts/" + made + "/team-members");
  for (const auto& member : team.body.as_array()) {
    EXPECT_NE(head.id, member.at("user").as_string()) << "who names another one is not on the team";
    if (member.at("role").as_string() != "manager") continue;
    EXPECT_EQ(katrin.id, member.at("user").as_string());
  }
  const auto refused = browser(head).post("/api/v1/accounts?manager=" + new_id(),
                                          R"({"name":"Nordwerk","code":"NW"})");
  EXPECT_EQ(422, refused.status);
  EXPECT_EQ("/manager", refused.body.at("errors").at(0).at("pointer").as_string());
  const auto accounts = browser(head).get("/api/v1/accounts");
  EXPECT_EQ(1u, accounts.body.as_array().size()) << "neither the account nor a team";
}

TEST_P(LinkMails, ExamplesOfCycleNamesFollowThePattern) {
  auto toms = browser(admin);
  const auto examples = toms.get(
      "/api/v1/cycle-name-examples?pattern=GJ%20%7Byy%7D%2F%7Bnext%7D%20%7Bperiod%7D"
      "&fiscalMonth=10");
  ASSERT_EQ(200, examples.status) << examples.text;
  EXPECT_EQ("GJ 26/27 Q1", examples.body.at(0).at("name").as_string());
  EXPECT_EQ("2026-10-01", examples.body.at(0).at("startsOn").as_string());
  EXPECT_EQ("GJ 26/27 H1", examples.body.at(1).at("name").as_string());
  EXPECT_EQ("GJ 26/27", examples.body.at(2).at("name").as_string());
  const auto wrong = toms.get("/api/v1/cycle-name-examples?pattern=%7Bwoche%7D");
  EXPECT_EQ(422, wrong.status);
  EXPECT_EQ("unknown_placeholder", wrong.body.at("errors").at(0).at("code").as_string());
}

TAKT_ON_BOTH_DATABASES(LinkMails);

}  // namespace
}  // namespace takt::tests
