// SIGTERM under load: the program ends by itself, whoever was answered finds what they wrote, and
// streams, idle connections and a queue hold nothing up. With the real binary, on both databases.

#include "takt_process.hpp"

namespace takt::tests {
namespace {

class Stop : public OnBothDatabases {};

TEST_P(Stop, EndsUnderLoadAndKeepsWhatItAnswered) {
  const auto made = plan();
  const int port = free_port();
  Process server(database_.location, port);
  wait_until_ready(port);

  std::atomic<int> answered = 0;
  std::atomic<int> streams = 0;
  std::mutex mutex;
  std::vector<std::string> stored;
  std::vector<std::jthread> clients;
  const auto until_it_is_gone = [&](const auto& person, auto ask) {
    clients.emplace_back([&, cookie = person.cookie, ask] {
      Browser browser(port, cookie);
      try {
        while (ask(browser)) ++answered;
      } catch (const std::exception&) {
        // Nobody is there any more.
      }
    });
  };
  for (int i = 0; i < 4; ++i) {
    until_it_is_gone(jonas, [&](Browser& browser) {
      const auto id = new_id();
      const auto body = R"({"id":")" + id + R"(","value":1,"effectiveOn":")" + date(-1) + "\"}";
      const auto path = "/api/v1/key-results/" + made.key_result + "/check-ins";
      if (browser.post(path, body).status != 201) return false;
      const std::lock_guard lock(mutex);
      stored.push_back(id);
      return true;
    });
    until_it_is_gone(katrin, [&](Browser& browser) {
      return browser.get("/api/v1/accounts/" + made.account + "/cockpit").status == 200;
    });
    clients.emplace_back([&] {
      httplib::Client client("127.0.0.1", port);
      client.set_read_timeout(30);
      client.Get("/api/v1/live", {{"Cookie", katrin.cookie}},
                 [&, told = false](const char*, std::size_t) mutable {
                   if (!std::exchange(told, true)) ++streams;
                   return true;
                 });
    });
  }
  httplib::Client idle("127.0.0.1", port);
  idle.set_keep_alive(true);
  idle.Get("/healthz");
  for (int i = 0; i < 60'000 && (answered < 300 || streams < 4); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  EXPECT_LE(300, answered);
  EXPECT_EQ(4, streams);
  EXPECT_EQ(0, server.stop());
  clients.clear();

  const auto kept = app->context().database.peek([&](store::Session& session) {
    return session.values<std::string>("select id from check_in where key_result = :id",
                                       {store::bound("id", domain::Id{made.key_result})});
  });
  const std::set<std::string> there(kept.begin(), kept.end());
  EXPECT_EQ(there.size(), kept.size());
  for (const auto& id : stored) EXPECT_TRUE(there.contains(id)) << id;
  EXPECT_TRUE(app->context().database.read(store::verify_chains).empty());
}

TEST_P(Stop, LossOfItsTerminalEndsItAsWell) {
  const int port = free_port();
  Process server(database_.location, port);
  wait_until_ready(port);
  EXPECT_EQ(0, server.stop(SIGHUP));
}

TAKT_ON_BOTH_DATABASES(Stop);

}  // namespace
}  // namespace takt::tests
