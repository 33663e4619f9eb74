#include <condition_variable>
#include <future>

#include "importing.hpp"
#include "live/hub.hpp"

namespace takt::tests {
namespace {

/// Hears a person's stream on a thread of its own, from its first word on.
class Listener {
 public:
  Listener(int port, const std::string& cookie)
      : client_("127.0.0.1", port), listening_([this, cookie] {
          client_.set_read_timeout(10);
          const auto answer = client_.Get("/api/v1/live", {{"Cookie", cookie}},
                                          [&](const char* data, std::size_t size) {
                                            const std::lock_guard lock(mutex_);
                                            heard_.append(data, size);
                                            more_.notify_all();
                                            return true;
                                          });
          ended_ = bool(answer);
        }) {
    if (!hears("\n\n")) throw std::runtime_error("nothing was heard");
  }
  ~Listener() { client_.stop(); }

  /// Waits for `text`.
  bool hears(const std::string& text) {
    std::unique_lock lock(mutex_);
    return more_.wait_for(lock, std::chrono::seconds{10},
                          [&] { return heard_.find(text) != heard_.npos; });
  }
  /// All that it was told until it ended; no value where it did not.
  std::optional<std::string> heard_until_the_end() {
    listening_.join();
    if (!ended_) return {};
    return heard_;
  }

 private:
  httplib::Client client_;
  std::mutex mutex_;
  std::condition_variable more_;
  std::string heard_;
  bool ended_ = false;
  std::jthread listening_;
};

/// What can be taken from a stream, and whether it has ended.
std::pair<std::string, bool> taken(http::Stream& stream) {
  bool closed = false;
  auto text = stream.take(closed);
  return {text, closed};
}

/// Somebody who sees everything for as long as `signed_in` says.
live::Watcher watcher(
    const std::string& session,
    std::function<bool(long long)> signed_in = [](long long) { return true; }) {
  return {{"u"}, session, signed_in, [signed_in](long long access, const domain::Id& ledger) {
            return ledger.text != "hidden" && signed_in(access);
          }};
}

/// What a stream tells until it has told `text` or ends, and whether it has ended.
std::pair<std::string, bool> told(http::Stream& stream, const std::string& text) {
  std::string heard;
  bool closed = false;
  for (int i = 0; i < 1000; ++i) {
    heard += stream.take(closed);
    if (closed || heard.find(text) != heard.npos) break;
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
  return {heard, closed};
}

/// The event that tells of a ledger.
std::string news(const std::string& ledger, long long revision) {
  return R"(data: {"ledger":")" + ledger + R"(","revision":)" + std::to_string(revision) + "}\n\n";
}

class Live : public OnBothDatabases {
 protected:
  /// Changes the account; returns the news of it.
  std::string written_to(const std::string& account) {
    const auto made =
        browser(katrin).post("/api/v1/accounts/" + account + "/sites", R"({"name":"Oelde"})");
    EXPECT_EQ(201, made.status) << made.text;
    return news(account, revision(account));
  }
  /// Another server on the same database.
};

TEST_P(Live, OneStreamTellsOfAllAccountsThatItsReaderSees) {
  const auto one = account(), other = account();
  Listener utes(app->port(), head.cookie);
  Listener jonases(app->port(), jonas.cookie);
  for (const auto& account : {one, other}) {
    const auto news = written_to(account);
    EXPECT_TRUE(utes.hears(news)) << news;
    EXPECT_TRUE(jonases.hears(news)) << news;
  }
}

TEST_P(Live, StreamTellsNothingOfAccountsThatItsReaderDoesNotSee) {
  const auto id = account();
  const auto here = signed_in(admin.id);
  Listener listener(app->port(), here.cookie);
  const auto news = written_to(id);
  EXPECT_EQ(204, browser(here).remove("/api/v1/session").status);
  const auto heard = listener.heard_until_the_end();
  ASSERT_TRUE(heard);
  EXPECT_EQ(std::string::npos, heard->find("ledger")) << *heard;
  EXPECT_EQ(401, browser().get("/api/v1/live").status);
}

TEST_P(Live, StreamSaysAtFirstWhoListensAndWhichInterfaceTheServerBrings) {
  auto newer = settings();
  const std::vector<http::Asset> assets{{"/index.html", "%VERSION%", "", ""}};
  newer.assets = assets;
  Serving second(newer);
  Listener listener(second->port(), jonas.cookie);
  const auto version = Browser(second->port(), "").get("/").text;
  EXPECT_EQ(16u, version.size()) << version;
  EXPECT_TRUE(
      listener.hears(R"(data: {"user":")" + jonas.id + R"(","version":")" + version + "\"}\n\n"));
}

TEST_P(Live, AnotherServerOnTheSameDatabaseIsToldToo) {
  if (GetParam() == "SQLite") GTEST_SKIP() << "one server per SQLite file";
  const auto id = account();
  Serving second(settings());
  Listener listener(second->port(), jonas.cookie);
  EXPECT_TRUE(listener.hears(written_to(id)));
}

TEST_P(Live, NewsAreToldOnceOnTheServerThatWroteToo) {
  if (GetParam() == "SQLite") GTEST_SKIP() << "one server per SQLite file";
  live::Hub one([] { return 1; }, database_.location);
  live::Hub other([] { return 1; }, database_.location);
  const auto stream = one.watch(watcher("session"));
  bool closed = false;
  stream->take(closed);
  one.announce({"own"}, 1);
  EXPECT_EQ(news("own", 1), told(*stream, "own").first);
  // PostgreSQL tells in order: with this one, one's own would have come back, too.
  other.announce({"others"}, 2);
  EXPECT_EQ(news("others", 2), told(*stream, "others").first);
}

TEST_P(Live, ServerThatEndsStillTellsTheOthersWhatItHasWritten) {
  if (GetParam() == "SQLite") GTEST_SKIP() << "one server per SQLite file";
  live::Hub stays([] { return 1; }, database_.location);
  const auto stream = stays.watch(watcher("session"));
  {
    live::Hub ends([] { return 1; }, database_.location);
    for (const char* ledger : {"a", R"(b"\,{})", "c"}) ends.announce({ledger}, 7);
  }
  const auto [heard, closed] = told(*stream, news("c", 7));
  EXPECT_FALSE(closed);
  EXPECT_NE(std::string::npos, heard.find(news("a", 7))) << heard;
  EXPECT_NE(std::string::npos, heard.find(news(R"(b"\,{})", 7))) << heard;
}

/// Sends a command twice, as a browser does that got no answer: the server died after it had
/// stored, and before it told anybody.
TEST_P(Live, WhatIsSentAgainIsToldAgain) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto below = "/api/v1/accounts/" + made.account + "/";
  const auto kpi = katrins.post(below + "kpis", R"({"name":"Liefertreue"})").id();
  const auto area = katrins.post(below + "product-areas", R"({"name":"Antriebe"})").id();
  const auto meeting =
      katrins.post(below + "meetings", R"({"plannedAt":"2026-11-24T09:00:00.000Z"})").id();
  const auto with_id = [](const std::string& more) {
    return R"({"id":")" + new_id() + "\"," + more + "}";
  };
  const auto in_room = [&](const std::string& what) {
    return "/api/v1/meetings/" + meeting + what;
  };
  EXPECT_EQ(200, katrins.post(in_room("/steer"), R"({"command":"start"})").status);
  struct Command {
    std::string method, path, body;
  };
  const std::vector<Command> commands{
      {"POST", below + "sites", with_id(R"("name":"Oelde")")},
      {"POST", "/api/v1/cycles/" + made.cycle + "/objectives",
       with_id(R"("title":"Anteil","reason":"r")")},
      {"POST", below + "cycles",
       with_id(R"("name":"2027 H1","startsOn":")" + date(121) + R"(","endsOn":")" + date(300) +
               '"')},
      {"POST", "/api/v1/key-results/" + made.key_result + "/check-ins",
       with_id(R"("value":1,"effectiveOn":")" + date(0) + '"')},
      {"POST", in_room("/steer"), R"({"command":"step","step":2})"},
      {"PUT", "/api/v1/kpis/" + kpi + "/values/" + date(0), R"({"value":97})"},
      {"PUT", below + "supply-grid",
       R"({"startsOn":")" + date(-90) + R"(","cells":[{"productArea":")" + area +
           R"(","demand":10,"volume":4}]})"},
      {"POST", below + "imports",
       table_body(R"("kind":"sites","id":")" + new_id() + R"(",)", R"(["name"])", {R"(["Graz"])"})},
  };
  std::vector<std::pair<std::string, long long>> heard;
  auto& announce = app->context().announce;
  const auto tells = announce;
  for (const auto& [method, path, body] : commands) {
    const auto send = [&] {
      const auto answer = method == "PUT" ? katrins.put(path, body) : katrins.post(path, body);
      EXPECT_LE(200, answer.status) << path << answer.text;
      EXPECT_GE(201, answer.status) << path << answer.text;
    };
    announce = [](auto&, auto) {};
    send();
    const auto stored = revision(made.account);
    heard.clear();
    announce = [&](const domain::Id& ledger, long long revision) {
      heard.emplace_back(ledger.text, revision);
    };
    send();
    EXPECT_EQ(stored, revision(made.account)) << path;
    EXPECT_EQ((std::vector{std::pair(made.account, stored)}), heard) << path;
  }
  announce = tells;
}

TEST_P(Live, StreamEndsWithItsSession) {
  const auto id = account();
  const auto here = signed_in(jonas.id);
  Listener signing_out(app->port(), here.cookie);
  Listener elsewhere(app->port(), jonas.cookie);
  EXPECT_EQ(204, browser(here).remove("/api/v1/session").status);
  const auto first = written_to(id);
  const auto heard = signing_out.heard_until_the_end();
  ASSERT_TRUE(heard);
  EXPECT_EQ(std::string::npos, heard->find(first)) << *heard;
  EXPECT_TRUE(elsewhere.hears(first));
  EXPECT_EQ(204, browser(jonas).remove("/api/v1/sessions").status);
  EXPECT_TRUE(elsewhere.heard_until_the_end());
}

TEST_P(Live, StreamEndsWhereSomebodyElseSignsIn) {
  Listener listener(app->port(), jonas.cookie);
  access::open_session(app->context(), {katrin.id}, {},
                       jonas.cookie.substr(jonas.cookie.find('=') + 1));
  EXPECT_TRUE(listener.heard_until_the_end());
}

TEST_P(Live, WhoeverIsTakenOffTheTeamHearsNoMoreOfTheAccount) {
  const auto id = account(), other = account();
  const auto here = signed_in(jonas.id);
  Listener listener(app->port(), here.cookie);
  auto katrins = browser(katrin);
  const auto members = katrins.get("/api/v1/accounts/" + id + "/team-members");
  for (const auto& member : members.body.as_array()) {
    if (member.at("user").as_string() != jonas.id) continue;
    const auto path = "/api/v1/team-members/" + std::string(member.at("id").as_string());
    EXPECT_EQ(200, katrins.remove(path, "1").status);
  }
  const auto news = written_to(id);
  EXPECT_TRUE(listener.hears(written_to(other)));
  EXPECT_EQ(204, browser(here).remove("/api/v1/session").status);
  const auto heard = listener.heard_until_the_end();
  ASSERT_TRUE(heard);
  EXPECT_EQ(std::string::npos, heard->find(news)) << *heard;
}

TEST_P(Live, StreamEndsForWhoeverIsArchived) {
  const auto id = account();
  Listener listener(app->port(), jonas.cookie);
  EXPECT_EQ(200, browser(admin).remove("/api/v1/users/" + jonas.id, "1").status);
  const auto news = written_to(id);
  const auto heard = listener.heard_until_the_end();
  ASSERT_TRUE(heard);
  EXPECT_EQ(std::string::npos, heard->find(news)) << *heard;
}

TEST(Hub, ClosesTheOldestStreamOfASessionThatHasTooMany) {
  live::Hub hub([] { return 1; });
  const auto bystander = hub.watch(watcher("another session"));
  std::vector<std::shared_ptr<http::Stream>> own;
  for (std::size_t i = 0; i < live::kMostStreams; ++i) own.push_back(hub.watch(watcher("session")));
  EXPECT_FALSE(taken(*own[0]).second);
  own.push_back(hub.watch(watcher("session")));
  const auto [text, closed] = taken(*own[0]);
  EXPECT_TRUE(closed);
  EXPECT_EQ("retry: 60000\n\n", text);
  for (std::size_t i = 1; i < own.size(); ++i) EXPECT_FALSE(taken(*own[i]).second) << i;
  own.push_back(hub.watch(watcher("session")));
  EXPECT_TRUE(taken(*own[1]).second);
  EXPECT_FALSE(taken(*own[2]).second);
  EXPECT_FALSE(taken(*bystander).second);
}

TEST(Hub, AsksBeforeAllNewsAndEverybodyWhenAccessMoves) {
  std::atomic<long long> access = 1;
  live::Hub hub([&] { return access.load(); });
  const domain::Id account{"a"}, hidden{"hidden"};
  const auto stays = hub.watch(watcher("one"));
  const auto leaves = hub.watch(watcher("two", [](long long now) { return now < 2; }));
  hub.announce(account, 2);
  told(*stays, news("a", 2));
  EXPECT_FALSE(told(*leaves, news("a", 2)).second);
  access = 2;
  hub.announce(hidden, 1);
  EXPECT_EQ(told(*leaves, "hidden"), (std::pair<std::string, bool>{"", true}));
  hub.announce(account, 3);
  EXPECT_EQ(told(*stays, news("a", 3)), (std::pair{news("a", 3), false}));
}

TEST(Hub, TellsNothingWhileNobodyKnowsWhoMayHearItAndKeepsIt) {
  std::atomic<bool> away = true;
  std::atomic<int> asked = 0;
  live::Hub hub([&]() -> long long {
    ++asked;
    if (away) throw std::runtime_error("the database is away");
    return 1;
  });
  const auto stream = hub.watch(watcher("session"));
  taken(*stream);
  hub.announce({"a"}, 2);
  hub.announce({"a"}, 3);
  while (asked < 2) std::this_thread::sleep_for(std::chrono::milliseconds{10});
  EXPECT_EQ(taken(*stream), (std::pair<std::string, bool>{"", false}));
  away = false;
  EXPECT_EQ(told(*stream, "ledger"), (std::pair{news("a", 3), false}));
}

TEST(Hub, KeepsNobodyWaitingWhoAnnounces) {
  std::promise<void> asked, answers;
  const auto answered = answers.get_future().share();
  live::Hub hub([] { return 1; });
  auto slow = watcher("slow");
  slow.may_see = [&](long long, const domain::Id& ledger) {
    if (ledger.text == "b") return true;
    asked.set_value();
    answered.wait();
    return true;
  };
  const auto stream = hub.watch(std::move(slow));
  taken(*stream);
  hub.announce({"a"}, 1);
  asked.get_future().wait();
  // It is still asked about the first one.
  hub.announce({"b"}, 5);
  hub.announce({"b"}, 6);
  EXPECT_EQ("", taken(*stream).first);
  EXPECT_EQ(1u, hub.watchers());
  hub.watch(watcher("another session"));
  answers.set_value();
  EXPECT_EQ(news("a", 1) + news("b", 6), told(*stream, news("b", 6)).first);
}

TEST(Hub, AsksASessionOnceForAllItsStreamsUntilAccessMoves) {
  std::atomic<long long> access = 1;
  std::atomic<int> asked = 0;
  live::Hub hub([&] { return access.load(); });
  const auto counting = [&] {
    auto out = watcher("session");
    out.may_see = [&](long long, const domain::Id& ledger) {
      ++asked;
      return ledger.text != "hidden";
    };
    return out;
  };
  const auto one = hub.watch(counting()), two = hub.watch(counting());
  const auto tell = [&](const std::string& ledger, long long revision) {
    hub.announce({ledger}, revision);
    // Told last.
    hub.announce({"z"}, revision);
    EXPECT_FALSE(told(*one, news("z", revision)).second);
    EXPECT_FALSE(told(*two, news("z", revision)).second);
    return asked.exchange(0);
  };
  EXPECT_EQ(2, tell("a", 1));
  EXPECT_EQ(0, tell("a", 2));
  EXPECT_EQ(1, tell("hidden", 3));
  EXPECT_EQ(0, tell("hidden", 4));
  access = 2;
  EXPECT_EQ(2, tell("a", 5));
  const auto late = hub.watch(counting());
  EXPECT_EQ(0, tell("a", 6));
  EXPECT_NE(std::string::npos, told(*late, news("z", 6)).first.find(news("a", 6)));
}

TEST(Hub, AsksAgainWhoCouldNotSayAndTellsThemLater) {
  std::atomic<int> away = 2;
  live::Hub hub([] { return 1; });
  auto unlucky = watcher("session");
  unlucky.may_see = [&](long long, const domain::Id&) {
    if (away-- > 0) throw std::runtime_error("the database is away");
    return true;
  };
  const auto early = hub.watch(watcher("early"));
  const auto stream = hub.watch(std::move(unlucky));
  const auto late = hub.watch(watcher("late"));
  hub.announce({"a"}, 1);
  for (const auto& each : {early, stream, late}) {
    const auto [text, closed] = told(*each, news("a", 1));
    EXPECT_NE(std::string::npos, text.find(news("a", 1)));
    EXPECT_FALSE(closed);
  }
}

TEST(Hub, WaitsForOneTimeOutHoweverMuchThereIsToAskOfADatabaseThatIsAway) {
  std::atomic<int> rounds = 0, asked = 0, away = 1;
  live::Hub hub([&] { return ++rounds, 1; });
  std::vector<std::shared_ptr<http::Stream>> streams;
  for (const auto* session : {"one", "two", "three"}) {
    auto each = watcher(session);
    each.may_see = [&](long long, const domain::Id&) -> bool {
      ++asked;
      if (away) throw std::runtime_error("the database is away");
      return true;
    };
    streams.push_back(hub.watch(std::move(each)));
  }
  for (const auto* ledger : {"a", "b", "c", "d"}) hub.announce({ledger}, 1);
  while (rounds < 3) std::this_thread::sleep_for(std::chrono::milliseconds{10});
  const int so_far = asked;
  EXPECT_LT(0, so_far);
  EXPECT_LE(so_far, rounds) << "one question in each round";
  away = 0;
  for (const auto& each : streams) {
    const auto [text, closed] = told(*each, news("d", 1));
    for (const auto* ledger : {"a", "b", "c", "d"})
      EXPECT_NE(std::string::npos, text.find(news(ledger, 1))) << ledger;
    EXPECT_FALSE(closed);
  }
}

TEST(Hub, EndsNoStreamOfWhomItCouldNotAskWhetherTheyAreSignedIn) {
  live::Hub hub([] { return 1; });
  auto unsure = watcher("session");
  unsure.may_see = [](long long, const domain::Id& ledger) { return ledger.text != "hidden"; };
  unsure.signed_in = [](long long) -> bool { throw std::runtime_error("the database is away"); };
  const auto stream = hub.watch(std::move(unsure));
  taken(*stream);
  hub.announce({"hidden"}, 1);
  hub.announce({"z"}, 1);
  EXPECT_EQ(told(*stream, "ledger"), (std::pair{news("z", 1), false}));
}

TEST(Hub, NamesItsInterfaceWhileThereIsNothingElseToSay) {
  live::Hub hub([] { return 1; }, "", "v7");
  EXPECT_EQ("data: {\"version\":\"v7\"}\n\n", hub.watch(watcher("session"))->still_here());
}

TAKT_ON_BOTH_DATABASES(Live);

}  // namespace
}  // namespace takt::tests
