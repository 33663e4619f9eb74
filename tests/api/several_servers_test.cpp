// Several servers on one PostgreSQL: whoever writes on one and reads on another.

#include "server.hpp"

namespace takt::tests {
namespace {

using namespace std::chrono_literals;

class SeveralServers : public OnBothDatabases {
 protected:
  void SetUp() override {
    if (GetParam() == "SQLite") GTEST_SKIP() << "one server per SQLite file";
    made = plan();
    for (int i = 0; i < 2; ++i) others.push_back(std::make_unique<Serving>(settings()));
    for (auto* server : servers()) katrins.push_back(browser_on(*server, katrin));
  }

  std::vector<cli::App*> servers() {
    std::vector<cli::App*> out{app.get()};
    for (auto& other : others) out.push_back(other->operator->());
    return out;
  }
  static Browser browser_on(cli::App& server, const Person& person, const std::string& more = "") {
    return {server.port(), person.cookie + more};
  }
  std::string cockpit() const { return "/api/v1/accounts/" + made.account + "/cockpit"; }
  Answer check_in(Browser& browser, int value) {
    auto answer = browser.post(
        "/api/v1/key-results/" + made.key_result + "/check-ins",
        R"({"value":)" + std::to_string(value) + R"(,"effectiveOn":")" + date(0) + "\"}");
    EXPECT_EQ(201, answer.status) << answer.text;
    return answer;
  }
  /// What the answer to a write makes the browser send for two seconds.
  static std::string anew(const Answer& answer) {
    for (const auto& [name, value] : answer.headers)
      if (name == "Set-Cookie" && value.starts_with(api::kAnewCookie))
        return "; " + value.substr(0, value.find(';'));
    return "";
  }
  static int value_on(const Answer& cockpit) {
    EXPECT_EQ(200, cockpit.status) << cockpit.text;
    const auto text = cockpit.text;
    const auto at = text.find("\"value\":");
    return at == text.npos ? -1 : std::atoi(text.c_str() + at + 8);
  }
  template <class F>
  static bool within_ten_seconds(F&& holds) {
    for (int i = 0; i < 2000; ++i) {
      if (holds()) return true;
      std::this_thread::sleep_for(5ms);
    }
    return false;
  }
  /// Whether the server answers for a kept page without asking the database.
  bool knows(std::size_t server) {
    return within_ten_seconds([&] {
      const auto before = servers()[server]->context().database.statements();
      katrins[server].get(cockpit());
      return servers()[server]->context().database.statements() == before;
    });
  }

  Plan made;
  std::vector<std::unique_ptr<Serving>> others;
  std::vector<Browser> katrins;
};

TEST_P(SeveralServers, AnswerForAKeptPageWithoutAStatement) {
  for (std::size_t server = 0; server < katrins.size(); ++server) EXPECT_TRUE(knows(server));
}

TEST_P(SeveralServers, ShowWhatTheirReaderHasJustWrittenOnAnother) {
  for (int round = 0; round < 30; ++round) {
    const auto here = static_cast<std::size_t>(round) % katrins.size();
    for (std::size_t server = 0; server < katrins.size(); ++server) ASSERT_TRUE(knows(server));
    let_pass(1s);
    const auto cookie = anew(check_in(katrins[here], round + 1));
    ASSERT_NE("", cookie);
    for (auto* server : servers())
      EXPECT_EQ(round + 1, value_on(browser_on(*server, katrin, cookie).get(cockpit())));
  }
}

TEST_P(SeveralServers, ShowSoonWhatAnybodyWroteOnAnother) {
  for (std::size_t server = 0; server < katrins.size(); ++server) ASSERT_TRUE(knows(server));
  check_in(katrins[0], 7);
  for (auto& reader : katrins)
    EXPECT_TRUE(within_ten_seconds([&] { return value_on(reader.get(cockpit())) == 7; }));
}

TEST_P(SeveralServers, LetNobodyInWhoSignedOutOnAnother) {
  for (std::size_t server = 0; server < katrins.size(); ++server) ASSERT_TRUE(knows(server));
  EXPECT_EQ(204, katrins[1].remove("/api/v1/session").status);
  for (auto& reader : katrins)
    EXPECT_TRUE(within_ten_seconds([&] { return reader.get(cockpit()).status == 401; }));
}

TEST_P(SeveralServers, WriteAfterAWriteOnAnotherSeesIt) {
  for (std::size_t server = 0; server < katrins.size(); ++server) ASSERT_TRUE(knows(server));
  // Without the cookie: a write asks in any case.
  for (int round = 0; round < 10; ++round) {
    auto toms = browser_on(*servers()[1], admin);
    ASSERT_EQ(200, toms.remove("/api/v1/users/" + jonas.id, std::to_string(2 * round + 1)).status);
    EXPECT_EQ(401, browser_on(*servers()[2], jonas)
                       .post("/api/v1/accounts/" + made.account + "/signals", R"({"title":"Neu"})")
                       .status);
    ASSERT_EQ(200, toms.restore("/api/v1/users/" + jonas.id, std::to_string(2 * round + 2)).status);
    jonas = signed_in(jonas.id);
  }
}

TAKT_ON_BOTH_DATABASES(SeveralServers);

}  // namespace
}  // namespace takt::tests
