// kill -9 in the middle of 1,000 check-ins: every answered one is there after the restart, none
// twice. With the real binary, on both databases.

#include "takt_process.hpp"

namespace takt::tests {
namespace {

class Kill : public OnBothDatabases {};

TEST_P(Kill, AnsweredCheckInsSurviveAndNoneIsThereTwice) {
  const auto made = plan();
  const int port = free_port();
  auto server = std::make_unique<Process>(database_.location, port);
  wait_until_ready(port);

  constexpr int kWriters = 4;
  constexpr int kEach = 250;
  std::vector<std::string> ids(kWriters * kEach);
  for (auto& id : ids) id = new_id();
  std::vector<std::atomic<bool>> answered(ids.size());
  std::atomic<int> count = 0;
  const auto send = [&](Browser& browser, std::size_t i) {
    const auto body = R"({"id":")" + ids[i] + R"(","value":1,"effectiveOn":")" + date(-1) + "\"}";
    if (browser.post("/api/v1/key-results/" + made.key_result + "/check-ins", body).status != 201)
      return false;
    answered[i] = true;
    ++count;
    return true;
  };
  std::vector<std::jthread> writers;
  for (int writer = 0; writer < kWriters; ++writer)
    writers.emplace_back([&, writer] {
      Browser browser(port, jonas.cookie);
      try {
        for (int i = 0; i < kEach; ++i)
          if (!send(browser, static_cast<std::size_t>(writer * kEach + i))) return;
      } catch (const std::exception&) {
        // The server is gone: what was not answered is sent again below.
      }
    });
  while (count < 300) std::this_thread::sleep_for(std::chrono::milliseconds{1});
  server->kill_now();
  writers.clear();
  const int before = count;
  EXPECT_LT(before, kWriters * kEach) << "the server was killed too late to prove anything";

  server = std::make_unique<Process>(database_.location, port);
  wait_until_ready(port);
  Browser browser(port, jonas.cookie);
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (answered[i]) {
      EXPECT_EQ(200, browser.get("/api/v1/check-ins/" + ids[i]).status);
    }
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (!answered[i]) {
      EXPECT_TRUE(send(browser, i));
    }

  const auto stored = app->context().database.peek([&](store::Session& session) {
    return session.value<int>("select count(*) from check_in where key_result = :id",
                              {store::bound("id", domain::Id{made.key_result})});
  });
  EXPECT_EQ(static_cast<int>(ids.size()), stored);
  EXPECT_TRUE(app->context().database.read(store::verify_chains).empty());
}

TEST_P(Kill, MeetingGoesOnWhereItWasWhenItsServerIsKilled) {
  const auto made = plan();
  const int port = free_port();
  auto server = std::make_unique<Process>(database_.location, port);
  wait_until_ready(port);
  auto person = std::make_unique<Browser>(port, katrin.cookie);
  const auto meeting = person
                           ->post("/api/v1/accounts/" + made.account + "/meetings",
                                  R"({"kind":"cycle","plannedAt":"2026-11-24T09:00:00.000Z"})")
                           .id();
  const auto path = "/api/v1/meetings/" + meeting;
  const auto topic = new_id();
  person->post(path + "/steer", R"({"command":"start"})");
  person->post(path + "/proposals", R"({"title":"Bündelung","id":")" + topic + "\"}");
  person->post(path + "/steer", R"({"command":"reveal_topics"})");
  person->post(path + "/steer", R"({"command":"open_votes"})");
  person->put(path + "/votes", R"({"proposal":")" + topic + R"(","dots":3})");
  EXPECT_EQ(200, person->post(path + "/steer", R"({"command":"step","step":4})").status);
  server->kill_now();

  server = std::make_unique<Process>(database_.location, port);
  wait_until_ready(port);
  person = std::make_unique<Browser>(port, katrin.cookie);
  const auto room = person->get(path + "/room").body;
  EXPECT_EQ(4, room.at("meeting").at("step").as_int64());
  EXPECT_EQ(3, room.at("proposals").at(0).at("myDots").as_int64());
}

TAKT_ON_BOTH_DATABASES(Kill);

}  // namespace
}  // namespace takt::tests
