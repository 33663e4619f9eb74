// Erasure of personal data, as an administrator asks for it.

#include "server.hpp"
#include "store/mail_store.hpp"
#include "store/user_store.hpp"

namespace takt::tests {
namespace {

class Erasure : public OnBothDatabases {
 protected:
  /// In how many rows of the change log the word stands.
  int told_of(const std::string& word) {
    return app->context().database.read([&](store::Session& session) {
      return session
          .value<int>(
              R"(
          select count(*)
          from "change"
          where title like :title or before like :before or after like :after)",
              {store::bound("title", "%" + word + "%"), store::bound("before", "%" + word + "%"),
               store::bound("after", "%" + word + "%")})
          .value();
    });
  }
  std::vector<std::string> broken() { return app->context().database.read(store::verify_chains); }
  void archive_jonas() {
    ASSERT_EQ(200, browser(admin).remove("/api/v1/users/" + jonas.id, "1").status);
  }
};

TEST_P(Erasure, AContactIsNobodyInRowAndChangeLog) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto contact = katrins.post("/api/v1/accounts/" + id + "/contacts",
                                    R"({"name":"Frau Feldmann","function":"Einkauf"})");
  const auto path = "/api/v1/contacts/" + contact.id();
  katrins.patch(path, R"({"name":"Frau Dr. Feldmann","attitude":2})", "1");
  ASSERT_EQ(200, katrins.remove(path, "2").status);
  ASSERT_LT(0, told_of("Feldmann"));

  const auto erased = browser(admin).post(path + "/erase", "", "3");

  ASSERT_EQ(204, erased.status) << erased.text;
  const auto now = katrins.get(path);
  EXPECT_EQ("N. N.", now.body.at("name").as_string());
  EXPECT_EQ("", now.body.at("function").as_string());
  EXPECT_EQ(0, now.body.at("attitude").as_int64());
  EXPECT_EQ(0, told_of("Feldmann"));
  EXPECT_EQ(0, told_of("Einkauf"));
  EXPECT_TRUE(broken().empty()) << broken()[0];
  const auto log = katrins.get("/api/v1/accounts/" + id + "/activity");
  const auto& record = log.body.at("changes").at(0).as_object();
  EXPECT_EQ("erased", record.at("action").as_string());
  EXPECT_EQ(contact.id(), record.at("entityId").as_string());
  EXPECT_EQ(admin.id, record.at("byUser").as_string());
  EXPECT_EQ(3u, record.at("after").at("revisions").as_array().size());
}

TEST_P(Erasure, OnlyWhoIsArchivedIsErased) {
  const auto id = account();
  const auto contact =
      browser(katrin).post("/api/v1/accounts/" + id + "/contacts", R"({"name":"Frau Feldmann"})");
  auto toms = browser(admin);
  EXPECT_EQ("not_archived",
            toms.post("/api/v1/contacts/" + contact.id() + "/erase", "", "1").code());
  EXPECT_EQ("not_archived", toms.post("/api/v1/users/" + jonas.id + "/erase", "", "1").code());
  EXPECT_LT(0, told_of("Feldmann"));
  EXPECT_LT(0, told_of("Jonas"));
}

TEST_P(Erasure, WhatAnAdministratorMayNotSeeIsNotToldToThem) {
  const auto id = account();
  const auto contact =
      browser(katrin).post("/api/v1/accounts/" + id + "/contacts", R"({"name":"Frau Feldmann"})");
  const auto stale = browser(admin).post("/api/v1/contacts/" + contact.id() + "/erase", "", "9");
  EXPECT_EQ(412, stale.status);
  EXPECT_EQ(std::string::npos, stale.text.find("Feldmann")) << stale.text;
}

TEST_P(Erasure, AUserIsNobodyInEveryLedger) {
  const auto first = account();
  const auto second = account();
  // Written in an account by somebody who is not on its team.
  ASSERT_EQ(201, browser(jonas)
                     .post("/api/v1/accounts/" + first + "/contacts", R"({"name":"Frau Feldmann"})")
                     .status);
  app->context().database.write_apart([&](store::Session& session) {
    store::put_mail(session,
                    {access::new_id(app->context().now()), "member4@brandt.example", "s", "t", 0},
                    app->context().now());
  });
  archive_jonas();
  ASSERT_LT(2, told_of("Jonas")) << "in the organisation's ledger, and on two teams";

  const auto erased = browser(admin).post("/api/v1/users/" + jonas.id + "/erase", "", "2");

  ASSERT_EQ(204, erased.status) << erased.text;
  EXPECT_EQ(0, told_of("Jonas"));
  EXPECT_EQ(0, told_of("member4@"));
  EXPECT_TRUE(broken().empty()) << broken()[0];
  app->context().database.read([&](store::Session& session) {
    const auto row = store::must_find<domain::User>(session, {jonas.id});
    EXPECT_EQ("N. N.", row.name);
    EXPECT_EQ(jonas.id + "@erased.invalid", row.email);
    EXPECT_EQ(0, session.value<int>("select count(*) from outgoing_mail").value());
  });
  for (const auto& id : {first, second}) {
    const auto log = browser(katrin).get("/api/v1/accounts/" + id + "/activity");
    EXPECT_EQ("erased", log.body.at("changes").at(0).at("action").as_string());
    EXPECT_EQ(std::string::npos, log.text.find("Jonas"));
  }
}

TEST_P(Erasure, AnErasedUserIsNotRestoredAndComesInNoMore) {
  archive_jonas();
  ASSERT_EQ(204, browser(admin).post("/api/v1/users/" + jonas.id + "/erase", "", "2").status);
  const auto restored = browser(admin).restore("/api/v1/users/" + jonas.id, "3");
  EXPECT_EQ(409, restored.status);
  EXPECT_EQ("erased", restored.code());
  EXPECT_EQ(401, browser(jonas).get("/api/v1/accounts").status);
  app->context().database.read(
      [&](store::Session& session) { EXPECT_EQ("", store::password_hash(session, {jonas.id})); });
}

TEST_P(Erasure, KeptPagesForgetTheNameToo) {
  const auto id = account();
  const auto page = "/api/v1/accounts/" + id + "/cockpit";
  ASSERT_NE(std::string::npos, browser(katrin).get(page).text.find("Jonas"));
  archive_jonas();
  ASSERT_EQ(204, browser(admin).post("/api/v1/users/" + jonas.id + "/erase", "", "2").status);
  EXPECT_EQ(std::string::npos, browser(katrin).get(page).text.find("Jonas"));
}

TAKT_ON_BOTH_DATABASES(Erasure);

}  // namespace
}  // namespace takt::tests
