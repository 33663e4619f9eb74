// What is new in an account since somebody was there, which nobody else learns.

#include "server.hpp"
#include "store/visit_store.hpp"

namespace takt::tests {
namespace {

class Visits : public OnBothDatabases {
 protected:
  void SetUp() override { id = account(); }
  std::string here(const std::string& below) const {
    return "/api/v1/accounts/" + id + "/" + below;
  }
  void visit(const Person& person) { EXPECT_EQ(204, browser(person).post(here("visit")).status); }
  json::value news(const Person& person) {
    const auto answer = browser(person).get(here("news"));
    EXPECT_EQ(200, answer.status) << answer.text;
    return answer.body;
  }
  void record(const Person& person, const std::string& title) {
    EXPECT_EQ(201, browser(person).post(here("signals"), R"({"title":")" + title + "\"}").status);
  }
  void leave() { let_pass(std::chrono::hours{1}); }
  std::string id;
};

TEST_P(Visits, BringNoNewsToWhoeverIsHereForTheFirstTime) {
  record(jonas, "Kurzarbeit");
  visit(katrin);
  EXPECT_TRUE(news(katrin).at("since").is_null());
  EXPECT_EQ(0, news(katrin).at("count").as_int64());
}

TEST_P(Visits, TellWhatOthersDidSinceTheLastOne) {
  visit(katrin);
  leave();
  record(jonas, "Kurzarbeit");
  record(katrin, "eigenes");
  const auto told = news(katrin);
  EXPECT_EQ(1, told.at("count").as_int64()) << "what one did is no news to oneself";
  EXPECT_EQ("2026-11-24T09:00:00.000Z", told.at("since").as_string());
  ASSERT_EQ(1u, told.at("changes").as_array().size());
  EXPECT_EQ("Kurzarbeit", told.at("changes").at(0).at("title").as_string());
  EXPECT_EQ("Jonas Albers", told.at("people").at(0).at("name").as_string());
}

TEST_P(Visits, TellItAgainUntilTheyAreOver) {
  visit(katrin);
  leave();
  record(jonas, "Kurzarbeit");
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(1, news(katrin).at("count").as_int64()) << "loaded again";
    visit(katrin);
    let_pass(std::chrono::minutes{20});
  }
  EXPECT_EQ(1, news(katrin).at("count").as_int64());
  leave();
  EXPECT_EQ(0, news(katrin).at("count").as_int64());
}

TEST_P(Visits, TellThreeThingsAtMostTheNewestEachOnceAndHowManyThereAre) {
  visit(katrin);
  leave();
  for (const auto* title : {"a", "b", "c", "d"}) record(jonas, title);
  const auto last = browser(jonas).post(here("signals"), R"({"title":"e"})");
  EXPECT_EQ(200,
            browser(jonas).patch("/api/v1/signals/" + last.id(), R"({"title":"e2"})", "1").status);
  const auto told = news(katrin);
  EXPECT_EQ(6, told.at("count").as_int64());
  std::string titles;
  for (const auto& change : told.at("changes").as_array())
    titles += std::string(change.at("title").as_string()) + ' ';
  EXPECT_EQ("e2 d c ", titles);
}

TEST_P(Visits, AreTheirVisitorsOnly) {
  visit(katrin);
  leave();
  record(jonas, "Kurzarbeit");
  EXPECT_EQ(1, news(katrin).at("count").as_int64());
  EXPECT_TRUE(news(jonas).at("since").is_null()) << "who was here himself, but said so never";
  EXPECT_TRUE(news(head).at("since").is_null());
  const auto revision_before = revision(id);
  visit(katrin);
  EXPECT_EQ(revision_before, revision(id)) << "a visit is no change";
  const auto log = browser(head).get(here("activity")).text;
  EXPECT_EQ(std::string::npos, log.find("visit"));
}

TEST_P(Visits, AreMadeByWhoeverSeesTheAccount) {
  const auto observer = add_user("Stefan Rehberg", "member");
  ASSERT_EQ(201,
            browser(katrin)
                .post(here("team-members"), R"({"role":"observer","user":")" + observer.id + "\"}")
                .status);
  visit(observer);
  leave();
  record(jonas, "Kurzarbeit");
  EXPECT_EQ(1, news(observer).at("count").as_int64());
  auto stranger = browser(add_user("Fremd", "member"));
  EXPECT_EQ(404, stranger.post(here("visit")).status);
  EXPECT_EQ(404, stranger.get(here("news")).status);
}

TEST_P(Visits, AreErasedWithTheirVisitor) {
  visit(jonas);
  const auto kept = [&] {
    return app->context().database.read([&](store::Session& session) {
      return store::visit_of(session, {id}, {jonas.id}).has_value();
    });
  };
  ASSERT_TRUE(kept());
  ASSERT_EQ(200, browser(admin).remove("/api/v1/users/" + jonas.id, "1").status);
  ASSERT_EQ(204, browser(admin).post("/api/v1/users/" + jonas.id + "/erase", "", "2").status);
  EXPECT_FALSE(kept());
}

TAKT_ON_BOTH_DATABASES(Visits);

}  // namespace
}  // namespace takt::tests
