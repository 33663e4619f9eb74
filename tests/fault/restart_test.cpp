// A PostgreSQL that restarts, as for an upgrade or a failover: Takt answers again by itself.

#include <cstdlib>
#include <sstream>

#include "access/session.hpp"
#include "command/user.hpp"
#include "domain/user.hpp"
#include "server.hpp"
#include "store/dump.hpp"

namespace takt::tests {
namespace {

using namespace std::chrono_literals;

/// A PostgreSQL that nobody else uses.
class OwnPostgresql {
 public:
  OwnPostgresql() {
    home_ = std::filesystem::temp_directory_path() / ("takt-restart-" + std::to_string(getpid()));
    std::FILE* out = popen((command("start")).c_str(), "r");
    char line[200] = {};
    if (!out || !std::fgets(line, sizeof line, out)) throw std::runtime_error("no PostgreSQL");
    pclose(out);
    location = line;
    location.erase(location.find_last_not_of('\n') + 1);
  }
  ~OwnPostgresql() {
    run("stop");
    std::filesystem::remove_all(home_);
  }
  OwnPostgresql(const OwnPostgresql&) = delete;
  OwnPostgresql& operator=(const OwnPostgresql&) = delete;
  void restart() { run("restart"); }
  /// As a machine that stands still: it takes connections and answers nothing.
  void signal_all(const std::string& signal) {
    const auto leader = "$(head -1 " + (home_ / "data" / "postmaster.pid").string() + ")";
    EXPECT_EQ(
        0, std::system(("kill -" + signal + " " + leader + " $(pgrep -P " + leader + ")").c_str()));
  }
  void run(const std::string& what) { EXPECT_EQ(0, std::system(command(what).c_str())); }
  std::string location;

 private:
  std::string command(const std::string& what) const {
    return TAKT_SOURCE "/scripts/private-postgresql " + what + " " + home_.string();
  }
  std::filesystem::path home_;
};

class Restarts : public testing::Test {
 protected:
  Restarts() {
    cli::AppSettings settings;
    settings.database = postgresql.location;
    settings.port = 0;
    settings.access_log = false;
    settings.statement_limit = 400ms;
    app = std::make_unique<cli::App>(settings);
    serving = std::jthread([this] { app->run(); });
    auto& context = app->context();
    const auto user =
        context.database.write(store::organisation_ledger(), [&](store::Session& session) {
          domain::User tom;
          tom.name = std::string("Tom Lindqvist");
          tom.email = "tom@brandt.example";
          tom.role = domain::OrganisationRole::head;
          return command::add_user(context, session, {}, tom);
        });
    cookie = std::string(api::kCookie) + "=" + access::open_session(context, user.id).token;
  }
  ~Restarts() override {
    app->stop();
    serving.join();
  }
  Browser browser() { return {app->port(), cookie}; }
  /// What Takt says of its database, as soon as it is that, for ten seconds at most.
  Answer readiness(int awaited) {
    auto anybodys = browser();
    auto answer = anybodys.get("/readyz");
    for (int i = 0; i < 200 && answer.status != awaited; ++i) {
      std::this_thread::sleep_for(50ms);
      answer = anybodys.get("/readyz");
    }
    return answer;
  }

  OwnPostgresql postgresql;
  std::unique_ptr<cli::App> app;
  std::jthread serving;
  std::string cookie;
};

TEST_F(Restarts, IdleServerAnswersFromTheFirstRequestOn) {
  auto toms = browser();
  EXPECT_EQ(200, toms.get("/api/v1/accounts").status);
  postgresql.restart();
  for (int i = 0; i < 40; ++i)
    EXPECT_EQ(200, toms.get("/api/v1/accounts").status) << "request " << i;
  EXPECT_EQ(201, toms.post("/api/v1/accounts", R"({"name":"Teutonia","code":"T"})").status);
  EXPECT_EQ(200, readiness(200).status);
}

TEST_F(Restarts, BusyServerSaysSoAndHeals) {
  auto toms = browser();
  const auto account = toms.post("/api/v1/accounts", R"({"name":"Teutonia","code":"T"})").id();
  std::atomic<bool> over = false;
  std::atomic<bool> back = false;
  std::atomic<int> before = 0, after = 0, wrong = 0, lost = 0;
  std::vector<std::jthread> people;
  std::mutex mutex;
  std::vector<std::string> answered;
  for (int i = 0; i < 6; ++i)
    people.emplace_back([&, i] {
      auto one = browser();
      while (!over) {
        const bool was_back = back;
        const auto id = new_id();
        const auto answer = i % 2 ? one.get("/api/v1/accounts/" + account + "/sites")
                                  : one.post("/api/v1/accounts/" + account + "/sites",
                                             R"({"id":")" + id + R"(","name":"Werk"})");
        if (answer.status == 200 || answer.status == 201) {
          ++(was_back ? after : before);
          const std::lock_guard lock(mutex);
          if (i % 2 == 0) answered.push_back(id);
        } else if (answer.status != 503 || was_back) {
          // While it is away the answer is 503, never anything else; once it is back, it is right.
          ++wrong;
          ADD_FAILURE() << answer.status << " " << answer.text;
          return;
        } else {
          ++lost;
        }
      }
    });
  const auto wait_for = [](const std::atomic<int>& count, int wanted) {
    for (int i = 0; i < 2000 && count < wanted; ++i) std::this_thread::sleep_for(5ms);
    EXPECT_LE(wanted, count);
  };
  wait_for(before, 200);
  postgresql.restart();
  back = true;
  wait_for(after, 200);
  over = true;
  people.clear();
  EXPECT_EQ(0, wrong);
  for (const auto& id : answered) EXPECT_EQ(200, toms.get("/api/v1/sites/" + id).status);
}

TEST_F(Restarts, ServerWithoutADatabaseAnswersUnavailableAndComesBack) {
  auto toms = browser();
  postgresql.run("stop");
  EXPECT_EQ(503, toms.get("/api/v1/accounts").status);
  EXPECT_EQ("unavailable", toms.get("/api/v1/accounts").code());
  const auto told = readiness(503);
  EXPECT_EQ(503, told.status);
  EXPECT_EQ("database unavailable", told.body.at("detail").as_string());
  EXPECT_EQ(200, toms.get("/healthz").status);
  postgresql.run("start");
  EXPECT_EQ(200, toms.get("/api/v1/accounts").status);
  EXPECT_EQ(200, readiness(200).status);
}

TEST_F(Restarts, FrozenDatabaseIsToldWithinSecondsHoweverManyWaitForIt) {
  EXPECT_EQ(200, readiness(200).status);
  postgresql.signal_all("STOP");
  const auto begun = std::chrono::steady_clock::now();
  {
    std::vector<std::jthread> waiting;
    for (int i = 0; i < 12; ++i) waiting.emplace_back([&] { browser().get("/api/v1/accounts"); });
    EXPECT_EQ(503, readiness(503).status);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 5s);
    for (int i = 0; i < 20; ++i) EXPECT_EQ(503, readiness(503).status);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 6s) << "none of them waits";
  }
  postgresql.signal_all("CONT");
  EXPECT_EQ(200, readiness(200).status);
}

TEST_F(Restarts, FrozenDatabaseHoldsUpNeitherHealthNorPagesAndIsAnsweredAsUnavailable) {
  auto toms = browser();
  EXPECT_EQ(200, toms.get("/api/v1/accounts").status);
  postgresql.signal_all("STOP");
  {
    // More than there are threads that may wait for it.
    std::atomic<int> unavailable = 0;
    std::vector<std::jthread> waiting;
    for (int i = 0; i < 12; ++i)
      waiting.emplace_back([&] {
        auto one = browser();
        const auto answer = one.get("/api/v1/accounts");
        unavailable += answer.status == 503 && answer.headers.contains("Retry-After");
      });
    std::this_thread::sleep_for(100ms);
    EXPECT_EQ(0, unavailable);
    EXPECT_EQ(200, toms.get("/healthz").status);
    EXPECT_EQ(200, toms.get("/metrics").status);
    EXPECT_EQ(404, toms.get("/somewhere.js").status);
    EXPECT_EQ(0, unavailable) << "they still wait";
    waiting.clear();
    EXPECT_EQ(12, unavailable);
  }
  postgresql.signal_all("CONT");
  EXPECT_EQ(200, toms.get("/api/v1/accounts").status);
}

TEST_F(Restarts, FrozenDatabaseIsClosedWithoutWaitingForIt) {
  auto database = std::make_unique<store::Database>(postgresql.location, 2);
  store::revision(*database, store::organisation_ledger());
  postgresql.signal_all("STOP");
  const auto begun = std::chrono::steady_clock::now();
  std::jthread thawing([&] {
    std::this_thread::sleep_for(3s);
    postgresql.signal_all("CONT");
  });
  database.reset();
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 2s);
}

/// A text of which something happens when it comes to its half, read or written.
class HalfwayBuffer : public std::stringbuf {
 public:
  HalfwayBuffer(const std::string& text, std::function<void()> happens)
      : happens_(std::move(happens)), half_(text.size() / 2), text_(text) {
    setg(text_.data(), text_.data(), text_.data() + half_);
  }

 protected:
  int_type underflow() override {
    if (!happens_) return traits_type::eof();
    std::exchange(happens_, {})();
    setg(text_.data(), text_.data() + half_, text_.data() + text_.size());
    return traits_type::to_int_type(*gptr());
  }
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    written_ += static_cast<std::size_t>(size);
    if (happens_ && written_ > half_) std::exchange(happens_, {})();
    return std::stringbuf::xsputn(text, size);
  }

 private:
  std::function<void()> happens_;
  std::size_t half_;
  std::size_t written_ = 0;
  std::string text_;
};

TEST_F(Restarts, DumpIsNeitherWrittenNorTakenInByHalves) {
  store::Database here(postgresql.location, 1);
  std::ostringstream out;
  store::dump(here, {}, out);
  const auto restart = [&] { postgresql.restart(); };
  HalfwayBuffer written(out.str(), restart);
  std::ostream half(&written);
  EXPECT_THROW(store::dump(here, {}, half), store::Unavailable);

  store::revision(here, store::organisation_ledger());  // connects anew
  here.peek([](store::Session& session) { session.run("create database other"); });
  auto other = postgresql.location;
  other.replace(other.rfind('/') + 1, std::string::npos, "other");
  store::Database there(other, 1);
  HalfwayBuffer read(out.str(), restart);
  std::istream in(&read);
  try {
    store::load(there, in);
    ADD_FAILURE() << "it was loaded";
  } catch (const store::Unavailable& lost) {
    EXPECT_STREQ(
        "Nothing of the dump was loaded. The connection to the database was lost on the way.",
        lost.what());
  }
  EXPECT_TRUE(store::is_new(there));
  std::istringstream again(out.str());
  EXPECT_LT(0, store::load(there, again).rows);
}

TEST_F(Restarts, StreamsEndThatMayHaveMissedNewsAndLaterOnesHearTheFirst) {
  live::Hub one([] { return 1; }, postgresql.location);
  live::Hub other([] { return 1; }, postgresql.location);
  const auto watch = [](live::Hub& hub) {
    return hub.watch({{"u"},
                      "session",
                      [](long long) { return true; },
                      [](long long, const domain::Id&) { return true; }});
  };
  const auto heard_by = [](http::Stream& stream, const std::string& news) {
    std::string heard;
    bool closed = false;
    for (int i = 0; i < 1000 && !closed && heard.find(news) == heard.npos; ++i) {
      heard += stream.take(closed);
      if (!closed) std::this_thread::sleep_for(10ms);
    }
    return std::pair(heard.find(news) != heard.npos, closed);
  };
  const auto before = watch(other);
  one.announce({"before"}, 1);
  EXPECT_EQ(std::pair(true, false), heard_by(*before, "before"));
  postgresql.restart();
  EXPECT_EQ(std::pair(false, true), heard_by(*before, "nothing"));
  const auto after = watch(other);
  one.announce({"after"}, 2);
  EXPECT_EQ(std::pair(true, false), heard_by(*after, "after"));
}

TEST_F(Restarts, FrozenDatabaseHoldsUpNobodyWhoAnnouncesAndTheOthersHearOfItWhenItIsBack) {
  live::Hub other([] { return 1; }, postgresql.location);
  const auto stream = other.watch({{"u"},
                                   "session",
                                   [](long long) { return true; },
                                   [](long long, const domain::Id&) { return true; }});
  const auto within = [](auto limit, auto what) {
    const auto begun = std::chrono::steady_clock::now();
    what();
    EXPECT_LT(std::chrono::steady_clock::now() - begun, limit);
  };
  {
    live::Hub one([] { return 1; }, postgresql.location);
    postgresql.signal_all("STOP");
    within(100ms, [&] {
      for (int i = 1; i <= 100; ++i) one.announce({"frozen"}, i);
    });
    std::this_thread::sleep_for(6s);  // for longer than it waits for an answer
    postgresql.signal_all("CONT");
    std::string heard;
    bool closed = false;
    for (int i = 0; i < 6000 && heard.find(":100}") == heard.npos; ++i) {
      heard += stream->take(closed);
      std::this_thread::sleep_for(10ms);
    }
    EXPECT_NE(std::string::npos, heard.find(":100}")) << heard;
    EXPECT_FALSE(closed);
  }
  {
    auto ends = std::make_unique<live::Hub>([] { return 1; }, postgresql.location);
    postgresql.signal_all("STOP");
    ends->announce({"at last"}, 1);
    within(4s, [&] { ends.reset(); });
    postgresql.signal_all("CONT");
  }
}

}  // namespace
}  // namespace takt::tests
