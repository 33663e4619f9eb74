#include <future>

#include "live/hub.hpp"
#include "server.hpp"

namespace takt::tests {
namespace {

/// Hears an account's stream on a thread of its own, from its first news on.
class Listener {
 public:
  Listener(int port, const std::string& cookie, const std::string& account)
      : client_("127.0.0.1", port),
        listening_([this, cookie, path = "/api/v1/accounts/" + account + "/live"] {
          client_.set_read_timeout(10);
          const auto answer =
              client_.Get(path, {{"Cookie", cookie}}, [&](const char* data, std::size_t size) {
                if (heard_.empty()) first_.set_value();
                heard_.append(data, size);
                return true;
              });
          ended_ = bool(answer);
        }) {
    if (first_.get_future().wait_for(std::chrono::seconds{10}) != std::future_status::ready)
      throw std::runtime_error("nothing was heard");
  }
  /// How often it was told a revision until it ended; no value where it did not.
  std::optional<long> told_until_the_end() {
    listening_.join();
    if (!ended_) return {};
    return std::count(heard_.begin(), heard_.end(), '{');
  }

 private:
  httplib::Client client_;
  std::promise<void> first_;
  std::string heard_;
  bool ended_ = false;
  std::jthread listening_;
};

class Live : public OnBothDatabases {
 protected:
  void write_to(const std::string& account) {
    const auto made =
        browser(katrin).post("/api/v1/accounts/" + account + "/sites", R"({"name":"Oelde"})");
    EXPECT_EQ(201, made.status) << made.text;
  }
};

TEST_P(Live, ChangesReachWatchersWithinASecond) {
  const auto made = plan();
  auto jonases = browser(jonas);
  std::string heard;
  std::jthread watching([&] {
    jonases.client().set_read_timeout(3);
    jonases.client().Get("/api/v1/accounts/" + made.account + "/live", jonases.headers(),
                         [&](const char* data, std::size_t size) {
                           heard.append(data, size);
                           return std::count(heard.begin(), heard.end(), '{') < 2;
                         });
  });
  std::this_thread::sleep_for(std::chrono::milliseconds{300});
  const auto before = revision(made.account);
  browser(katrin).post("/api/v1/accounts/" + made.account + "/sites", R"({"name":"Oelde"})");
  watching.join();
  EXPECT_NE(std::string::npos, heard.find("\"revision\":" + std::to_string(before) + "}")) << heard;
  EXPECT_NE(std::string::npos, heard.find("\"revision\":" + std::to_string(before + 1) + "}"))
      << heard;
}

TEST_P(Live, AnotherServerOnTheSameDatabaseIsToldToo) {
  if (GetParam() == "SQLite") GTEST_SKIP() << "one server per SQLite file";
  const auto made = plan();
  cli::AppSettings settings;
  settings.database = database_.location;
  settings.port = 0;
  settings.access_log = false;
  cli::App second(settings);
  std::jthread serving([&] { second.run(); });
  Browser watcher(second.port(), jonas.cookie);
  std::string heard;
  std::jthread watching([&] {
    watcher.client().set_read_timeout(5);
    watcher.client().Get("/api/v1/accounts/" + made.account + "/live", watcher.headers(),
                         [&](const char* data, std::size_t size) {
                           heard.append(data, size);
                           return std::count(heard.begin(), heard.end(), '{') < 2;
                         });
  });
  std::this_thread::sleep_for(std::chrono::milliseconds{800});
  browser(katrin).post("/api/v1/accounts/" + made.account + "/sites", R"({"name":"Oelde"})");
  watching.join();
  second.stop();
  EXPECT_EQ(2, std::count(heard.begin(), heard.end(), '{')) << heard;
}

TEST_P(Live, StreamEndsWithItsSession) {
  const auto id = account();
  const auto here = signed_in(jonas.id);
  Listener signing_out(app->port(), here.cookie, id);
  Listener elsewhere(app->port(), jonas.cookie, id);
  EXPECT_EQ(204, browser(here).remove("/api/v1/session").status);
  write_to(id);
  EXPECT_EQ(1, signing_out.told_until_the_end());
  EXPECT_EQ(204, browser(jonas).remove("/api/v1/sessions").status);
  write_to(id);
  // On PostgreSQL a server hears of its own news once more.
  EXPECT_LE(2, elsewhere.told_until_the_end().value_or(0));
}

TEST_P(Live, StreamEndsForWhoeverIsTakenOffTheTeam) {
  const auto id = account();
  Listener listener(app->port(), jonas.cookie, id);
  auto katrins = browser(katrin);
  const auto members = katrins.get("/api/v1/accounts/" + id + "/team-members");
  for (const auto& member : members.body.as_array()) {
    if (member.at("user").as_string() != jonas.id) continue;
    const auto path = "/api/v1/team-members/" + std::string(member.at("id").as_string());
    EXPECT_EQ(200, katrins.remove(path, "1").status);
  }
  write_to(id);
  EXPECT_EQ(1, listener.told_until_the_end());
}

TEST_P(Live, StreamEndsForWhoeverIsArchived) {
  const auto id = account();
  Listener listener(app->port(), jonas.cookie, id);
  EXPECT_EQ(200, browser(admin).remove("/api/v1/users/" + jonas.id, "1").status);
  write_to(id);
  EXPECT_EQ(1, listener.told_until_the_end());
}

/// What can be taken from a stream, and whether it has ended.
std::pair<std::string, bool> taken(http::Stream& stream) {
  bool closed = false;
  auto text = stream.take(closed);
  return {text, closed};
}

bool anybody(long long) { return true; }

TEST(Hub, ClosesTheOldestStreamOfASessionThatHasTooMany) {
  live::Hub hub([] { return 1; });
  const domain::Id account{"a"}, other{"b"};
  const auto bystander = hub.watch(account, 1, {"another session", anybody});
  std::vector<std::shared_ptr<http::Stream>> own;
  for (std::size_t i = 0; i < live::kMostStreams; ++i)
    own.push_back(hub.watch(i % 2 ? account : other, 1, {"session", anybody}));
  EXPECT_FALSE(taken(*own[0]).second);
  own.push_back(hub.watch(account, 1, {"session", anybody}));
  const auto [text, closed] = taken(*own[0]);
  EXPECT_TRUE(closed);
  EXPECT_EQ("retry: 60000\n\n", text);
  for (std::size_t i = 1; i < own.size(); ++i) EXPECT_FALSE(taken(*own[i]).second) << i;
  own.push_back(hub.watch(account, 1, {"session", anybody}));
  EXPECT_TRUE(taken(*own[1]).second);
  EXPECT_FALSE(taken(*own[2]).second);
  EXPECT_FALSE(taken(*bystander).second);
}

TEST(Hub, AsksBeforeAllNewsAndEverybodyWhenAccessMoves) {
  long long access = 1;
  live::Hub hub([&] { return access; });
  const domain::Id account{"a"}, other{"b"};
  const auto stays = hub.watch(account, 1, {"one", anybody});
  const auto leaves = hub.watch(account, 1, {"two", [](long long now) { return now < 2; }});
  taken(*stays);
  taken(*leaves);
  hub.announce(account, 2);
  EXPECT_NE(std::string::npos, taken(*stays).first.find("\"revision\":2}"));
  EXPECT_NE(std::string::npos, taken(*leaves).first.find("\"revision\":2}"));
  access = 2;
  hub.announce(other, 1);
  EXPECT_EQ(taken(*stays), (std::pair<std::string, bool>{"", false}));
  EXPECT_EQ(taken(*leaves), (std::pair<std::string, bool>{"", true}));
}

TEST(Hub, TellsNothingWhileNobodyKnowsWhoMayHearIt) {
  live::Hub hub([]() -> long long { throw std::runtime_error("the database is away"); });
  const domain::Id account{"a"};
  const auto stream = hub.watch(account, 1, {"session", anybody});
  taken(*stream);
  hub.announce(account, 2);
  EXPECT_EQ(taken(*stream), (std::pair<std::string, bool>{"", true}));
}

TAKT_ON_BOTH_DATABASES(Live);

}  // namespace
}  // namespace takt::tests
