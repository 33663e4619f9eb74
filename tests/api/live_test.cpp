#include "server.hpp"

namespace takt::tests {
namespace {

class Live : public OnBothDatabases {};

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

TAKT_ON_BOTH_DATABASES(Live);

}  // namespace
}  // namespace takt::tests
