// Mixed load for as long as one has time, with a meeting that is written, an import and a backup
// each minute: memory stays where it was after the first sixth, and nothing fails.

#include "importing.hpp"
#include "takt_process.hpp"

namespace takt::tests {
namespace {

using namespace std::chrono_literals;

class Soak : public OnBothDatabases {
 protected:
  /// Asks again and again until it is over, each time something else; what failed is told once.
  template <class Ask>
  void keep_asking(const Person& person, std::chrono::milliseconds pause, Ask ask) {
    asking_.emplace_back([this, person, pause, ask]() mutable {
      Browser own(port_, person.cookie);
      for (int i = 0; !over_; ++i) {
        const auto answer = ask(own, i);
        ++asked_;
        // A load that is refused is none.
        if (answer.status >= 400 && failures_++ == 0)
          ADD_FAILURE() << answer.status << ' ' << answer.text;
        for (auto slept = 0ms; slept < pause && !over_; slept += 20ms)
          std::this_thread::sleep_for(std::min(pause, 20ms));
      }
    });
  }
  const int port_ = free_port();
  std::atomic<bool> over_ = false;
  std::atomic<int> failures_ = 0;
  std::atomic<long long> asked_ = 0;
  std::vector<std::jthread> asking_;
};

TEST_P(Soak, MemoryStaysFlatAndNothingFails) {
  const auto minutes = number_from("TAKT_SOAK_MINUTES", 0);
  if (minutes == 0) GTEST_SKIP() << "make test-long has the time";
  const auto made = plan();
  const auto area =
      browser(katrin)
          .post("/api/v1/accounts/" + made.account + "/product-areas", R"({"name":"Antriebe"})")
          .id();
  const auto here = "/api/v1/accounts/" + made.account;
  const auto meeting =
      browser(katrin)
          .post(here + "/meetings",
                R"({"kind":"cycle","plannedAt":"2026-11-24T09:00:00.000Z","cycle":")" + made.cycle +
                    "\"}")
          .id();
  EXPECT_EQ(200, browser(katrin)
                     .post("/api/v1/meetings/" + meeting + "/steer", R"({"command":"start"})")
                     .status);
  std::vector<std::string> more;
  const auto folder = std::filesystem::temp_directory_path() / ("takt-soak-" + new_id());
  if (GetParam() == "SQLite") more = {"--backup-folder", folder.string(), "--backup-keep", "2"};
  const Process server(database_.location, port_, more);
  wait_until_ready(port_);

  for (int reader = 0; reader < 4; ++reader)
    keep_asking(reader % 2 ? katrin : head, 50ms, [&, reader](Browser& own, int i) {
      const std::array pages{here + "/cockpit",
                             std::string("/api/v1/portfolio"),
                             std::string("/api/v1/my-work"),
                             here + "/supply",
                             std::string("/api/v1/search?q=Bestellungen"),
                             here + "/one-pager"};
      return own.get(pages[static_cast<std::size_t>(i + reader) % pages.size()]);
    });
  keep_asking(jonas, 30s, [&](Browser& own, int i) {
    return own.post(
        "/api/v1/key-results/" + made.key_result + "/check-ins",
        R"({"value":)" + std::to_string(i % 10) + R"(,"effectiveOn":")" + date(-1) + "\"}");
  });
  // Check-ins stay; a signal that is worded anew moves the account and makes nothing larger.
  const auto signal =
      browser(jonas).post(here + "/signals", R"({"title":"Vergabe wird gebündelt"})").id();
  keep_asking(jonas, 200ms, [&, version = 1](Browser& own, int i) mutable {
    auto answer = own.patch("/api/v1/signals/" + signal,
                            R"({"detail":"Gehört in Woche )" + std::to_string(i % 52) + "\"}",
                            std::to_string(version));
    EXPECT_EQ(200, answer.status) << answer.text;
    ++version;
    return answer;
  });
  keep_asking(katrin, 100ms, [&](Browser& own, int i) {
    return i % 2 ? own.get("/api/v1/meetings/" + meeting + "/room")
                 : own.post("/api/v1/meetings/" + meeting + "/steer",
                            R"({"command":"step","step":)" + std::to_string(i / 2 % 5) + "}");
  });
  keep_asking(katrin, 60s, [&](Browser& own, int i) {
    std::vector<std::string> rows;
    for (int quarter = 1; quarter <= 4; ++quarter)
      for (int year = 2000; year < 2025; ++year)
        rows.push_back(R"(["Antriebe","Q)" + std::to_string(quarter) + ' ' + std::to_string(year) +
                       "\",\"" + std::to_string(20 + (i + year) % 50) + "\"]");
    return own.post(here + "/imports", table_body(R"("kind":"supply",)",
                                                  R"(["product_area","period","share"])", rows));
  });
  // The day's own backup comes at the start, and a second one meanwhile would be refused.
  if (!more.empty())
    keep_asking(admin, 60s, [](Browser& own, int i) {
      return i == 0 ? own.get("/api/v1/backups") : own.post("/api/v1/backups");
    });

  // The least of a minute: what one request needs for a moment is not what stays.
  const auto stays = [&] {
    auto least = server.resident();
    for (int i = 0; i < 60; ++i) {
      std::this_thread::sleep_for(1s);
      least = std::min(least, server.resident());
    }
    return least;
  };
  const auto sixth = std::chrono::seconds(minutes * 10);
  std::this_thread::sleep_for(sixth);
  const auto early = stays();
  std::this_thread::sleep_for(5 * sixth - 2min);
  const auto late = stays();
  over_ = true;
  asking_.clear();
  std::filesystem::remove_all(folder);
  std::cout << GetParam() << ": " << asked_ << " requests, " << early << " kB after "
            << sixth.count() << " s, " << late << " kB at the end\n";
  EXPECT_EQ(0, failures_);
  EXPECT_LE(static_cast<double>(late), 1.05 * static_cast<double>(early));
}

TAKT_ON_BOTH_DATABASES(Soak);

}  // namespace
}  // namespace takt::tests
