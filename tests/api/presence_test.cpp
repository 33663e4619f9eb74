// Who is in an account right now, as the others there are told.

#include "server.hpp"

namespace takt::tests {
namespace {

class Presence : public OnBothDatabases {
 protected:
  void SetUp() override { id = account(); }
  /// Says that they are there, and hears who else is.
  std::string beside(const Person& person) {
    const auto answer = browser(person).post("/api/v1/accounts/" + id + "/presence");
    EXPECT_EQ(200, answer.status) << answer.text;
    std::string names;
    for (const auto& other : answer.body.at("others").as_array())
      names += std::string(other.at("name").as_string()) + ';';
    return names;
  }
  std::string id;
};

TEST_P(Presence, TellsTheOthersWhoAreThereByName) {
  EXPECT_EQ("", beside(katrin)) << "nobody is told of oneself";
  EXPECT_EQ("Katrin Vogt;", beside(jonas));
  EXPECT_EQ("Jonas Albers;", beside(katrin));
  EXPECT_EQ("Jonas Albers;Katrin Vogt;", beside(head));
}

TEST_P(Presence, EndsAMinuteAfterTheLastSign) {
  beside(katrin);
  let_pass(std::chrono::seconds{59});
  EXPECT_EQ("Katrin Vogt;", beside(jonas));
  let_pass(std::chrono::seconds{2});
  EXPECT_EQ("", beside(jonas));
  beside(katrin);
  EXPECT_EQ("Katrin Vogt;", beside(jonas));
}

TEST_P(Presence, IsOfOneAccount) {
  beside(katrin);
  const auto other = browser(head).post("/api/v1/accounts", R"({"name":"Kessler","code":"KES"})");
  ASSERT_EQ(201, other.status) << other.text;
  const auto answer = browser(head).post("/api/v1/accounts/" + other.id() + "/presence");
  ASSERT_EQ(200, answer.status) << answer.text;
  EXPECT_TRUE(answer.body.at("others").as_array().empty());
}

TEST_P(Presence, IsNoChangeAndNothingForStrangers) {
  const auto before = revision(id);
  beside(katrin);
  EXPECT_EQ(before, revision(id));
  auto stranger = browser(add_user("Fremd", "member"));
  EXPECT_EQ(404, stranger.post("/api/v1/accounts/" + id + "/presence").status);
}

TEST_P(Presence, IsToldInAnArchivedAccountAsWhoeverReadsItVisitsIt) {
  const auto path = "/api/v1/accounts/" + id;
  ASSERT_EQ(200, browser(katrin).remove(path, browser(katrin).get(path).version()).status);
  EXPECT_EQ("", beside(katrin));
  EXPECT_EQ("Katrin Vogt;", beside(jonas));
  EXPECT_EQ(204, browser(jonas).post(path + "/visit").status);
}

TEST_P(Presence, IsErasedWithThePerson) {
  beside(jonas);
  ASSERT_EQ(200, browser(admin).remove("/api/v1/users/" + jonas.id, "1").status);
  ASSERT_EQ(204, browser(admin).post("/api/v1/users/" + jonas.id + "/erase", "", "2").status);
  EXPECT_EQ("", beside(katrin));
}

TAKT_ON_BOTH_DATABASES(Presence);

}  // namespace
}  // namespace takt::tests
