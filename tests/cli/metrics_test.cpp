// What an administrator sees of a server that runs: figures, and lines of the log.

#include "cli/metrics.hpp"

#include <regex>
#include <set>

#include "heard.hpp"
#include "server.hpp"

namespace takt::tests {
namespace {

class Watching : public testing::TestWithParam<std::string> {
 protected:
  /// Serves until it is stopped, so that its log is whole.
  void serve(std::chrono::milliseconds slow_request = std::chrono::milliseconds{0}) {
    cli::AppSettings settings;
    settings.database = database.location;
    settings.port = 0;
    settings.version = "1.2.3";
    settings.slow_request = slow_request;
    settings.refresh_portfolio = false;
    app = std::make_unique<cli::App>(settings);
    serving = std::jthread([this] { app->run(); });
    client = std::make_unique<httplib::Client>("127.0.0.1", app->port());
  }
  void stop() {
    if (!app) return;
    client.reset();
    app->stop();
    serving.join();
    app.reset();
  }
  ~Watching() override { stop(); }
  /// What is answered is counted a moment later: as soon as nothing else runs.
  std::string figures() {
    for (int i = 0; i < 500; ++i) {
      auto text = client->Get("/metrics")->body;
      if (text.find("\ntakt_requests_running 1\n") != text.npos) return text;
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    throw std::runtime_error("requests run on");
  }
  /// A figure's value; -1 where there is none.
  double figure(const std::string& name) {
    const auto text = figures();
    const auto at = text.find('\n' + name + ' ');
    return at == text.npos ? -1 : std::stod(text.substr(at + name.size() + 2));
  }
  auto guess(const httplib::Headers& headers = {}) {
    return client->Post("/api/v1/session", headers,
                        R"({"email":"a@b.example","password":"falsch-geraten"})",
                        "application/json");
  }

  NewDatabase database{GetParam() == "PostgreSQL"};
  std::unique_ptr<cli::App> app;
  std::jthread serving;
  std::unique_ptr<httplib::Client> client;
};

TEST_P(Watching, AnswersAreCountedByMethodRouteAndStatus) {
  serve();
  client->Get("/api/v1/accounts/0198c2f0-0000-7000-8000-000000000001");
  client->Get("/api/v1/accounts/0198c2f0-0000-7000-8000-000000000002");
  client->Get("/api/v1/castles");
  client->Patch("/api/v1/accounts");
  const std::string requests = "takt_requests_total";
  EXPECT_EQ(2, figure(requests + R"({method="GET",route="/api/v1/accounts/{id}",status="401"})"))
      << figures();
  EXPECT_EQ(1, figure(requests + R"({method="GET",route="none",status="404"})"));
  EXPECT_EQ(1, figure(requests + R"({method="PATCH",route="none",status="405"})"));
  EXPECT_EQ(2, figure(R"(takt_request_seconds_count{method="GET",route="/api/v1/accounts/{id}"})"));
}

TEST_P(Watching, NobodyMakesFiguresOfTheirOwn) {
  serve();
  for (int i = 0; i < 50; ++i) {
    client->Get("/api/v1/castles/" + std::to_string(i));
    client->Get("/pages/" + std::to_string(i));
    httplib::Request request;
    request.method = "BREW" + std::to_string(i);
    request.path = "/api/v1/accounts";
    client->send(request);
  }
  figures();  // which is counted itself
  const auto text = figures();
  EXPECT_EQ(text.npos, text.find("castles/1")) << text;
  EXPECT_EQ(text.npos, text.find("BREW"));
  // All that there is of them: one for what is nowhere, one for unknown methods.
  std::set<std::string> routes;
  const std::regex label("takt_requests_total.*(method=\"[^\"]*\",route=\"[^\"]*\")");
  for (auto found = std::sregex_iterator(text.begin(), text.end(), label);
       found != std::sregex_iterator{}; ++found)
    routes.insert((*found)[1]);
  EXPECT_EQ(
      (std::set<std::string>{R"(method="GET",route="none")", R"(method="GET",route="/metrics")",
                             R"(method="other",route="none")"}),
      routes)
      << text;
}

TEST_P(Watching, StatementsSessionsAndCommitsAreCounted) {
  serve();
  const auto selects = figure(R"(takt_statement_seconds_count{class="select"})");
  guess();
  EXPECT_LT(selects, figure(R"(takt_statement_seconds_count{class="select"})")) << figures();
  EXPECT_LT(0, figure(R"(takt_statement_seconds_count{class="commit"})"));
  EXPECT_LT(0, figure("takt_session_wait_seconds_count"));
  // Eight workers, and two for files; nobody asks anything now.
  EXPECT_EQ(10, figure(R"(takt_sessions{pool="common",state="idle"})"));
  EXPECT_EQ(0, figure(R"(takt_sessions{pool="common",state="lent"})"));
  EXPECT_EQ(0, figure(R"(takt_requests_waiting{queue="workers"})"));
  if (GetParam() == "SQLite") {
    EXPECT_LT(0, figure("takt_commit_writes_count"));
    EXPECT_EQ(1, figure(R"(takt_sessions{pool="writer",state="idle"})"));
  }
  EXPECT_EQ(1, figure(R"(takt_build_info{version="1.2.3"})"));
  EXPECT_LT(1e6, figure("process_resident_memory_bytes"));
}

TEST_P(Watching, SlowRequestIsLoggedWithItsStatementsAndWithoutAnyValue) {
  const Heard heard;
  serve(std::chrono::milliseconds{1});
  // A password is tried, which takes its time.
  EXPECT_EQ(401, guess()->status);
  stop();
  const auto line = heard.line("slow: ");
  EXPECT_TRUE(std::regex_search(line, std::regex("slow: POST /api/v1/session took \\d+ ms: \\d+ "
                                                 "statements took \\d+ ms, waiting for a session "
                                                 "\\d+ ms; \\d+ × in \\d+ ms: ")))
      << heard.text();
  EXPECT_NE(line.npos, line.find("select ")) << line;
  EXPECT_EQ(line.npos, line.find("a@b.example")) << line;
}

TEST_P(Watching, WriteThatAnotherThreadStoresIsTracedForWhoeverAsked) {
  store::Database shared(database.location);
  store::migrate(shared);
  const auto asked = [&](const std::string& sql) {
    store::Trace trace;
    const store::Tracing tracing(&trace);
    shared.write_apart([&](store::Session& session) {
      session.value<long long>(sql);
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
    });
    return trace;
  };
  std::vector<std::jthread> threads;
  std::atomic<int> right = 0;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&, i] {
      const auto own = "select 10" + std::to_string(i);
      const auto trace = asked(own);
      const auto found = trace.statements.find(own);
      int foreign = 0;
      for (const auto& [sql, cost] : trace.statements)
        foreign += sql.starts_with("select 10") && sql != own;
      right += found != trace.statements.end() && found->second.times == 1 && foreign == 0;
    });
  threads.clear();
  EXPECT_EQ(8, right);
}

TEST_P(Watching, EachLineOfARequestNamesItAndItsTrace) {
  const Heard heard;
  serve(std::chrono::milliseconds{1});
  const auto answer =
      guess({{"traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}});
  stop();
  const auto id = answer->get_header_value("X-Request-Id");
  for (const char* part : {"slow: POST", "POST /api/v1/session 401"}) {
    const auto line = heard.line(part);
    EXPECT_NE(line.npos, line.find("] " + id + " 4bf92f3577b34da6a3ce929d0e0e4736 " + part))
        << heard.text();
  }
}

INSTANTIATE_TEST_SUITE_P(On, Watching, testing::Values("SQLite", "PostgreSQL"),
                         [](const auto& tested) { return tested.param; });

}  // namespace
}  // namespace takt::tests
