#include "cli/metrics.hpp"

#include <prometheus/text_serializer.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>

namespace takt::cli {
namespace {

using prometheus::Histogram;

const Histogram::BucketBoundaries kOfRequests{0.001, 0.005, 0.02, 0.1, 0.5, 2, 10};
const Histogram::BucketBoundaries kOfStatements{0.0001, 0.001, 0.01, 0.1, 0.5, 1, 10};
const Histogram::BucketBoundaries kOfWaits{0.0001, 0.001, 0.01, 0.1, 1, 10};
const Histogram::BucketBoundaries kOfWrites{1, 2, 4, 8, 16, 32, 64};

double in_seconds(std::chrono::nanoseconds time) {
  return std::chrono::duration<double>(time).count();
}

/// Anybody can ask by a method of their own making, and each would be a figure of its own.
std::string_view known_method(std::string_view method) {
  static constexpr std::array<std::string_view, 6> kKnown{"GET",   "HEAD", "POST",
                                                          "PATCH", "PUT",  "DELETE"};
  for (const auto known : kKnown)
    if (method == known) return known;
  return "other";
}

/// A statement's first word.
std::string_view class_of(std::string_view sql) {
  static constexpr std::array<std::string_view, 9> kKnown{
      "select", "insert", "update", "delete", "with", "begin", "commit", "rollback", "savepoint"};
  const auto begin = sql.find_first_not_of(" \n");
  if (begin != sql.npos) sql.remove_prefix(begin);
  for (const auto known : kKnown)
    if (sql.starts_with(known)) return known;
  return "other";
}

}  // namespace

Metrics::Metrics(const std::string& version)
    : requests_(prometheus::BuildCounter()
                    .Name("takt_requests_total")
                    .Help("Answers by method, route and status")
                    .Register(registry_)),
      request_seconds_(
          seconds("takt_request_seconds", "Time to answer, waiting for a worker included")),
      statement_seconds_(seconds("takt_statement_seconds", "Time of statements by their kind")),
      session_wait_(seconds("takt_session_wait_seconds", "Time until a database session was free")
                        .Add({}, kOfWaits)),
      commit_writes_(prometheus::BuildHistogram()
                         .Name("takt_commit_writes")
                         .Help("Writes that shared one commit (SQLite)")
                         .Register(registry_)
                         .Add({}, kOfWrites)),
      mails_(prometheus::BuildCounter()
                 .Name("takt_mails_total")
                 .Help("Mails that the mail server took, and tries that failed")
                 .Register(registry_)),
      database_up_(gauge("takt_database_up", "1 where the database answered Takt's own question")),
      unbelieved_(counter("takt_untrusted_forwards_total",
                          "Requests with X-Forwarded-For from none of --trusted-proxies")),
      backup_failures_(
          counter("takt_backup_failures_total",
                  "Backups that were not made, or not taken along by --backup-command")) {
  // An alert asks what a counter grew by, which it can't where it comes into being with the first.
  for (const auto* result : {"sent", "failed"}) mails_.Add({{"result", result}});
  database_up_.Set(1);  // it was migrated just now
  gauge("process_start_time_seconds", "When it began")
      .Set(in_seconds(std::chrono::system_clock::now().time_since_epoch()));
  gauge("takt_build_info", "What runs", {{"version", version}}).Set(1);
  for (const auto* known : {"select", "insert", "update", "delete", "with", "begin", "commit",
                            "rollback", "savepoint", "other"})
    by_class_[known] = &statement_seconds_.Add({{"class", known}}, kOfStatements);
}

prometheus::Gauge& Metrics::gauge(const std::string& name, const std::string& help,
                                  const prometheus::Labels& labels) {
  return prometheus::BuildGauge().Name(name).Help(help).Register(registry_).Add(labels);
}

prometheus::Counter& Metrics::counter(const std::string& name, const std::string& help) {
  return prometheus::BuildCounter().Name(name).Help(help).Register(registry_).Add({});
}

Metrics::Seconds& Metrics::seconds(const std::string& name, const std::string& help) {
  return prometheus::BuildHistogram().Name(name).Help(help).Register(registry_);
}

void Metrics::answered(std::string_view method, const http::Response& response,
                       std::chrono::microseconds time) {
  const auto known = known_method(method);
  const std::tuple key{known, response.route};
  {
    // What was counted before, many count at once.
    const std::shared_lock lock(mutex_);
    const auto route = routes_.find(key);
    if (route != routes_.end()) {
      const auto counted = route->second.by_status.find(response.status);
      if (counted != route->second.by_status.end()) {
        counted->second->Increment();
        route->second.seconds->Observe(in_seconds(time));
        return;
      }
    }
  }
  const std::unique_lock lock(mutex_);
  auto& route = routes_[key];
  prometheus::Labels labels{
      {"method", std::string(known)},
      {"route", std::string(response.route.empty() ? "none" : response.route)}};
  if (!route.seconds) route.seconds = &request_seconds_.Add(labels, kOfRequests);
  labels["status"] = std::to_string(response.status);
  auto& counted = route.by_status[response.status];
  counted = &requests_.Add(labels);
  counted->Increment();
  route.seconds->Observe(in_seconds(time));
}

void Metrics::has_backup(domain::Instant made_at) {
  gauge("takt_newest_backup_timestamp_seconds", "When the newest backup was made")
      .Set(in_seconds(made_at.time.time_since_epoch()));
}

void Metrics::mail_tried(bool sent) {
  mails_.Add({{"result", sent ? "sent" : "failed"}}).Increment();
}

void Metrics::database_answers(bool answers) { database_up_.Set(answers ? 1 : 0); }

void Metrics::ran(std::string_view sql, std::chrono::nanoseconds time) {
  by_class_.find(class_of(sql))->second->Observe(in_seconds(time));
}

void Metrics::lent(std::chrono::nanoseconds waited) { session_wait_.Observe(in_seconds(waited)); }

void Metrics::committed_together(std::size_t writes) {
  commit_writes_.Observe(static_cast<double>(writes));
}

void Metrics::count_up_to(const std::string& name, const std::string& help, double value) {
  auto& counted = counter(name, help);
  counted.Increment(value - counted.Value());
}

/// By the names that Prometheus' own clients give them.
void Metrics::look_at_process() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto time_of = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  count_up_to("process_cpu_seconds_total", "Computing time",
              time_of(used.ru_utime) + time_of(used.ru_stime));
  long long pages = 0;
  std::ifstream("/proc/self/statm") >> pages >> pages;
  gauge("process_resident_memory_bytes", "Memory in use")
      .Set(static_cast<double>(pages * sysconf(_SC_PAGESIZE)));
  std::error_code ignored;
  std::size_t open = 0;
  for (auto file = std::filesystem::directory_iterator("/proc/self/fd", ignored);
       !ignored && file != std::filesystem::directory_iterator{}; file.increment(ignored))
    ++open;
  gauge("process_open_fds", "Open files and connections").Set(static_cast<double>(open));
  rlimit most{};
  getrlimit(RLIMIT_NOFILE, &most);
  gauge("process_max_fds", "Files and connections that may be open at once")
      .Set(static_cast<double>(most.rlim_cur));
}

std::string Metrics::text(const Now& now) {
  const std::lock_guard lock(looking_);
  const auto set = [&](const char* name, const char* help, auto value,
                       const prometheus::Labels& labels = {}) {
    gauge(name, help, labels).Set(static_cast<double>(value));
  };
  set("takt_requests_running", "Requests that are being answered", now.requests.running);
  constexpr auto kWaiting = "Requests that wait for a thread";
  set("takt_requests_waiting", kWaiting, now.requests.waiting, {{"queue", "workers"}});
  set("takt_requests_waiting", kWaiting, now.requests.slow_waiting, {{"queue", "files"}});
  const auto sessions = [&](const char* pool, const store::Database::Load::Sessions& those) {
    constexpr auto kSessions = "Connections to the database";
    set("takt_sessions", kSessions, those.idle, {{"pool", pool}, {"state", "idle"}});
    set("takt_sessions", kSessions, those.all - those.idle, {{"pool", pool}, {"state", "lent"}});
  };
  sessions("common", now.database.common);
  sessions("express", now.database.express);
  if (now.database.writer.all > 0) sessions("writer", now.database.writer);
  set("takt_writes_waiting", "Writes that wait for the next commit (SQLite)",
      now.database.writes_waiting);
  count_up_to("takt_pages_kept_total", "Pages answered from memory",
              static_cast<double>(now.pages.kept));
  count_up_to("takt_pages_built_total", "Pages that had to be built",
              static_cast<double>(now.pages.built));
  set("takt_pages_bytes", "Memory of the pages kept", now.pages.bytes);
  set("takt_live_watchers", "Browsers that hear of changes", now.watchers);
  look_at_process();
  return prometheus::TextSerializer().Serialize(registry_.Collect());
}

}  // namespace takt::cli
