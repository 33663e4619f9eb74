#pragma once
// A real Takt on a free port, on SQLite or on a private PostgreSQL, with a virtual clock.

#include <gtest/gtest.h>
#include <httplib.h>
#include <libpq-fe.h>

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/json.hpp>
#include <csignal>
#include <filesystem>
#include <limits>
#include <thread>

#include "access/secrets.hpp"
#include "access/session.hpp"
#include "cli/app.hpp"
#include "command/user.hpp"
#include "contract.hpp"
#include "domain/organisation.hpp"
#include "domain/user.hpp"
#include "store/migrations.hpp"

namespace takt::tests {

namespace json = boost::json;

/// A number that the environment sets, e.g. for how long to ask.
inline long long number_from(const char* variable, long long otherwise) {
  const char* text = std::getenv(variable);
  return text ? std::atoll(text) : otherwise;
}

/// For a process that is about to become `takt serve`, which refuses variables that it does not
/// know: those of the tests are for the tests.
inline void forget_variables_of_tests() {
  std::vector<std::string> names;
  for (char** entry = environ; *entry; ++entry)
    if (const std::string text = *entry; text.starts_with("TAKT_"))
      names.push_back(text.substr(0, text.find('=')));
  for (const auto& name : names) unsetenv(name.c_str());
}

/// A port that nobody listens on, for a server that can't say which one it took.
inline int free_port() {
  boost::asio::io_context io;
  return boost::asio::ip::tcp::acceptor(io, {boost::asio::ip::address_v4::loopback(), 0})
      .local_endpoint()
      .port();
}

/// A new database of the wanted kind, empty or as `takt migrate` leaves it; gone with this object.
class NewDatabase {
 public:
  enum class Shape { empty, migrated };
  explicit NewDatabase(bool postgresql, Shape shape = Shape::empty) {
    if (shape == Shape::empty)
      make(postgresql, {});
    else
      make(postgresql, migrated(postgresql));
  }
  ~NewDatabase() {
    if (folder_.empty())
      run("drop database if exists " + name_ + " with (force)");
    else
      std::filesystem::remove_all(folder_);
  }
  NewDatabase(const NewDatabase&) = delete;
  NewDatabase& operator=(const NewDatabase&) = delete;
  std::string location;

 private:
  void make(bool postgresql, const std::string& copied) {
    static std::atomic<int> count = 0;
    name_ = "takt_test_" + std::to_string(getpid()) + "_" + std::to_string(++count);
    if (!postgresql) {
      folder_ = std::filesystem::temp_directory_path() / name_;
      std::filesystem::create_directories(folder_);
      location = (folder_ / "takt.db").string();
      if (!copied.empty()) std::filesystem::copy_file(copied, location);
      return;
    }
    location = server();
    run("create database " + name_ +
        (copied.empty() ? "" : " template " + copied.substr(copied.rfind('/') + 1)));
    location.replace(location.rfind('/') + 1, std::string::npos, name_);
  }

  /// The location of one that was migrated once for this process, to be copied.
  static const std::string& migrated(bool postgresql) {
    static const auto made = [](bool kind) {
      auto database = std::make_unique<NewDatabase>(kind);
      store::Database open(database->location, 1, 0);
      store::migrate(open);
      return database;
    };
    static const auto on_sqlite = made(false);
    if (!postgresql) return on_sqlite->location;
    static const auto on_postgresql = made(true);
    return on_postgresql->location;
  }

  static std::string server() {
    const char* server = std::getenv("TAKT_TEST_POSTGRESQL");
    if (!server)
      throw std::runtime_error("TAKT_TEST_POSTGRESQL is missing; use scripts/with-postgresql");
    return server;
  }
  static void run(const std::string& sql) {
    PGconn* connection = PQconnectdb(server().c_str());
    PGresult* result = PQexec(connection, sql.c_str());
    const bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
    const std::string why = PQerrorMessage(connection);
    PQclear(result);
    PQfinish(connection);
    if (!done) std::fprintf(stderr, "%s: %s\n", sql.c_str(), why.c_str());
  }

  std::string name_;
  std::filesystem::path folder_;
};

struct Answer {
  int status = 0;
  json::value body;
  std::string text;
  httplib::Headers headers;
  std::string id() const { return std::string(body.at("id").as_string()); }
  std::string code() const { return std::string(body.at("code").as_string()); }
  std::string version() const { return std::to_string(body.at("version").as_int64()); }
};

/// What the server promises: made once, since every server of this build promises the same.
inline const Contract& contract() {
  static const Contract made = [] {
    const NewDatabase nowhere(false);
    store::Database database(nowhere.location, 1);
    access::Context context{database, [] { return domain::Instant{}; }};
    page::PageCache pages;
    access::Throttle throttle;
    live::Hub hub([] { return 0; });
    command::Backups backups({}, "");
    api::Parts parts{pages, throttle, hub, backups, true, ""};
    api::Router router(context);
    api::declare_routes(router, parts);
    return Contract(json::parse(router.openapi()));
  }();
  return made;
}

/// A signed-in person's browser. Every answer that it gets is held against the OpenAPI document.
class Browser {
 public:
  Browser(int port, std::string cookie) : client_("127.0.0.1", port), cookie_(std::move(cookie)) {
    client_.set_keep_alive(true);
    client_.set_tcp_nodelay(true);
    client_.set_read_timeout(std::chrono::minutes{2});  // a sanitizer on a busy machine
    if (!cookie_.empty()) csrf = api::csrf_token(cookie_.substr(cookie_.find('=') + 1));
  }
  Answer get(const std::string& path) { return answer("get", path, client_.Get(path, headers())); }
  Answer post(const std::string& path, const std::string& body = "{}",
              const std::string& version = "") {
    return answer("post", path, client_.Post(path, headers(version), body, "application/json"));
  }
  Answer put(const std::string& path, const std::string& body, const std::string& version = "") {
    return answer("put", path, client_.Put(path, headers(version), body, "application/json"));
  }
  Answer patch(const std::string& path, const std::string& body, const std::string& version = "") {
    return answer("patch", path, client_.Patch(path, headers(version), body, "application/json"));
  }
  Answer remove(const std::string& path, const std::string& version = "") {
    return answer("delete", path, client_.Delete(path, headers(version)));
  }
  Answer restore(const std::string& path, const std::string& version) {
    return post(path + "/restore", "{}", version);
  }
  httplib::Client& client() { return client_; }
  httplib::Headers headers(const std::string& version = "") const {
    httplib::Headers out;
    if (!cookie_.empty()) out.emplace("Cookie", cookie_);
    if (!csrf.empty()) out.emplace("X-Takt-CSRF", csrf);
    if (!version.empty()) out.emplace("If-Match", '"' + version + '"');
    return out;
  }
  std::string csrf;

 private:
  static Answer answer(std::string_view method, const std::string& path,
                       const httplib::Result& result) {
    if (!result) throw std::runtime_error("no answer: " + httplib::to_string(result.error()));
    Answer out{result->status, {}, result->body, result->headers};
    json::error_code ignored;
    out.body = json::parse(result->body, ignored);
    if (!path.starts_with("/api/")) return out;
    const auto breach = contract().breach(
        method, path, out.status,
        [&](const std::string& name) { return result->get_header_value(name); }, out.text,
        out.body);
    if (!breach.empty())
      ADD_FAILURE() << method << ' ' << path << " answers " << out.status << " against "
                    << "/openapi.json: " << breach;
    return out;
  }
  httplib::Client client_;
  std::string cookie_;
};

/// A server that answers for as long as this is there.
class Serving {
 public:
  explicit Serving(const cli::AppSettings& settings)
      : app_(settings), serving_([this] { app_.run(); }) {}
  ~Serving() { app_.stop(); }
  Serving(const Serving&) = delete;
  Serving& operator=(const Serving&) = delete;
  cli::App* operator->() { return &app_; }

 private:
  cli::App app_;
  std::jthread serving_;
};

/// Tests that run once on each database.
class OnBothDatabases : public testing::TestWithParam<std::string> {
 protected:
  OnBothDatabases() : database_(GetParam() == "PostgreSQL", NewDatabase::Shape::migrated) {
    std::signal(SIGPIPE, SIG_IGN);
    app = std::make_unique<cli::App>(settings());
    serving_ = std::jthread([this] { app->run(); });
    app->context().database.write(store::organisation_ledger(), [&](store::Session& session) {
      domain::Organisation own;
      own.id = own.account = store::organisation_ledger();
      own.created_at = app->context().now();
      own.name = std::string("Brandt Antriebstechnik");
      store::insert(session, own);
    });
    admin = add_user("Tom Lindqvist", "administrator");
    head = add_user("Ute Krämer", "head");
    katrin = add_user("Katrin Vogt", "member");
    jonas = add_user("Jonas Albers", "member");
  }
  ~OnBothDatabases() override {
    app->stop();
    serving_.join();
  }

  /// Of a server with the test's clock.
  cli::AppSettings settings() { return settings(database_); }
  cli::AppSettings settings(const NewDatabase& database) {
    cli::AppSettings out;
    out.database = database.location;
    out.port = 0;
    out.access_log = false;
    // Statements that a test counts are its own.
    out.refresh_portfolio = false;
    out.now = [this] { return domain::Instant{now_.load()}; };
    return out;
  }
  void let_pass(std::chrono::milliseconds time) { now_ = now_.load() + time; }
  domain::Date today() const { return domain::date_of({now_.load()}); }
  std::string date(int days) const { return domain::to_string(domain::plus_days(today(), days)); }

  struct Person {
    std::string id;
    std::string cookie;
  };
  Person add_user(const std::string& name, const std::string& role) {
    domain::User user;
    user.name = name;
    user.email = role + std::to_string(++users_) + "@brandt.example";
    user.role = *mapping::enum_of<domain::OrganisationRole>(role);
    const auto made =
        app->context().database.write(store::organisation_ledger(), [&](store::Session& session) {
          return command::add_user(app->context(), session, {}, user);
        });
    return signed_in(made.id.text);
  }
  /// Somebody with a new session: an older one ends after thirty days.
  Person signed_in(const std::string& id) {
    const auto open = access::open_session(app->context(), {id});
    return {id, std::string(api::kCookie) + "=" + open.token};
  }
  Browser browser(const Person& person = {}) { return {app->port(), person.cookie}; }

  /// An account of Katrin's, with Jonas as a member.
  std::string account() {
    auto ute = browser(head);
    const auto made =
        ute.post("/api/v1/accounts?manager=" + katrin.id,
                 R"({"name":"Teutonia","code":"T)" + std::to_string(++codes_) + R"("})");
    EXPECT_EQ(201, made.status) << made.text;
    auto katrins = browser(katrin);
    EXPECT_EQ(201, katrins
                       .post("/api/v1/accounts/" + made.id() + "/team-members",
                             R"({"user":")" + jonas.id + R"("})")
                       .status);
    return made.id();
  }

  struct Plan {
    std::string account, cycle, objective, key_result;
  };
  /// A running cycle with one objective and one metric from 0 to 10.
  Plan plan() {
    Plan plan;
    plan.account = account();
    auto katrins = browser(katrin);
    const auto made = [&](const std::string& path, const std::string& body) {
      const auto answer = katrins.post("/api/v1/" + path, body);
      EXPECT_EQ(201, answer.status) << answer.text;
      return answer.id();
    };
    plan.cycle = made(
        "accounts/" + plan.account + "/cycles",
        R"({"name":"2026 H2","startsOn":")" + date(-60) + R"(","endsOn":")" + date(120) + "\"}");
    plan.objective =
        made("cycles/" + plan.cycle + "/objectives", R"({"title":"Lieferanteil 40 auf 50 %"})");
    plan.key_result = made("objectives/" + plan.objective + "/key-results",
                           R"({"title":"10 Bestellungen","kind":"metric","start":0,"target":10})");
    const auto active = katrins.patch("/api/v1/cycles/" + plan.cycle, R"({"state":"active"})", "1");
    EXPECT_EQ(200, active.status) << active.text;
    return plan;
  }
  /// How many statements it takes, the least of some times: whether a ledger's revision is known or
  /// has to be asked for is chance (see store::KnownRevisions).
  template <class F>
  long long statements_of(F&& read) {
    auto least = std::numeric_limits<long long>::max();
    for (int i = 0; i < 10; ++i) {
      const auto before = app->context().database.statements();
      read();
      least = std::min(least, app->context().database.statements() - before);
    }
    return least;
  }
  long long revision(const std::string& account) {
    return app->context().database.peek(
        [&](store::Session& session) { return store::revision(session, {account}); });
  }

  NewDatabase database_;
  std::atomic<std::chrono::sys_time<std::chrono::milliseconds>> now_{
      std::chrono::sys_days{std::chrono::year{2026} / 11 / 24} + std::chrono::hours{9}};
  std::unique_ptr<cli::App> app;
  std::jthread serving_;
  int users_ = 0;
  int codes_ = 0;
  Person admin, head, katrin, jonas;
};

#define TAKT_ON_BOTH_DATABASES(suite)                                          \
  INSTANTIATE_TEST_SUITE_P(On, suite, testing::Values("SQLite", "PostgreSQL"), \
                           [](const auto& each) { return each.param; })

inline std::string new_id() {
  return access::new_id(
             {std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())})
      .text;
}

}  // namespace takt::tests
