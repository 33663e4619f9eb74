// Somebody's heavy work is nobody else's problem.

#include <latch>

#include "access/session.hpp"
#include "cli/demo.hpp"
#include "domain/user.hpp"
#include "http/server.hpp"
#include "server.hpp"

namespace takt::tests {
namespace {

using namespace std::chrono_literals;

class Busy : public testing::Test {
 protected:
  static constexpr int kWorkers = 3;
  // What makes files has sessions of its own.
  const int sessions = kWorkers + http::Settings{}.slow_workers;
  Busy() : database(false) {
    cli::AppSettings settings;
    settings.database = database.location;
    settings.port = 0;
    settings.access_log = false;
    settings.workers = kWorkers;
    settings.refresh_portfolio = false;
    settings.now = [] {
      return domain::Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 24}};
    };
    app = std::make_unique<cli::App>(settings);
    serving = std::jthread([this] { app->run(); });
  }
  ~Busy() override {
    app->stop();
    serving.join();
  }
  Browser browser(const std::string& cookie) {
    Browser out{app->port(), cookie};
    out.client().set_read_timeout(10s);
    return out;
  }
  NewDatabase database;
  std::unique_ptr<cli::App> app;
  std::jthread serving;
};

TEST_F(Busy, KeptCockpitIsAnsweredWhileAllSessionsAreTakenAndAColdOneHoldsNobodyUp) {
  cli::tell_demo_story(app->context(), domain::Language::de);
  const auto users = app->context().database.peek([](store::Session& session) {
    return session.rows<domain::User>(store::select_all<domain::User>() + " where role = 'head'");
  });
  ASSERT_FALSE(users.empty());
  const auto cookie =
      std::string(api::kCookie) + "=" + access::open_session(app->context(), users[0].id).token;
  const auto accounts = browser(cookie).get("/api/v1/accounts").body;
  ASSERT_LE(2u, accounts.as_array().size());
  const auto cockpit = [&](std::size_t i) {
    return "/api/v1/accounts/" + std::string(accounts.at(i).at("id").as_string()) + "/cockpit";
  };
  EXPECT_EQ(200, browser(cookie).get(cockpit(0)).status);

  std::latch taken(sessions);
  std::latch may_end(1);
  std::vector<std::jthread> slow;
  for (int i = 0; i < sessions; ++i)
    slow.emplace_back([&] {
      app->context().database.read([&](store::Session&) {
        taken.count_down();
        may_end.wait();
      });
    });
  taken.wait();
  // More cold cockpits than there are I/O threads wait for a session ...
  std::vector<std::jthread> waiting;
  std::atomic<int> answered = 0;
  for (int i = 0; i < 2; ++i)
    waiting.emplace_back([&] { answered += browser(cookie).get(cockpit(1)).status == 200; });
  std::this_thread::sleep_for(100ms);
  // ... and hold neither a kept one up nor what needs no session.
  EXPECT_EQ(200, browser(cookie).get(cockpit(0)).status);
  EXPECT_EQ(200, browser("").get("/healthz").status);
  EXPECT_EQ(0, answered);
  may_end.count_down();
  waiting.clear();
  EXPECT_EQ(2, answered);
}

TEST_F(Busy, DemoIsToldByAClockOfItsOwn) {
  std::atomic<bool> told = false;
  std::atomic<int> moved = 0;
  const auto before = app->context().now();
  // As the refresher does: the program's clock is read from other threads all the time.
  std::jthread reader([&] {
    while (!told) moved += app->context().now() != before;
  });
  cli::tell_demo_story(app->context(), domain::Language::de);
  told = true;
  reader.join();
  EXPECT_EQ(0, moved);
}

}  // namespace
}  // namespace takt::tests
