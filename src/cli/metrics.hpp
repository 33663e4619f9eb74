#pragma once
// What Prometheus reads. docs/operations.md names each figure, packaging/prometheus watches them.

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <chrono>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <tuple>

#include "http/server.hpp"
#include "page/page_cache.hpp"
#include "store/database.hpp"

namespace takt::cli {

class Metrics : public store::Observer {
 public:
  explicit Metrics(const std::string& version);

  /// An answer was sent. `method` as the client named it.
  void answered(std::string_view method, const http::Response& response,
                std::chrono::microseconds time);
  /// X-Forwarded-For came from somebody whom nobody trusts.
  void unbelieved() { unbelieved_.Increment(); }
  /// When the newest backup was made.
  void has_backup(domain::Instant made_at);
  void mail_tried(bool sent);
  /// Whether the database answered when Takt itself asked it last.
  void database_answers(bool answers);
  void backup_failed() { backup_failures_.Increment(); }

  void ran(std::string_view sql, std::chrono::nanoseconds time) override;
  void lent(std::chrono::nanoseconds waited) override;
  void committed_together(std::size_t writes) override;

  /// What is looked at only when somebody asks.
  struct Now {
    http::Server::Load requests;
    store::Database::Load database;
    page::PageCache::Figures pages;
    std::size_t watchers = 0;
  };
  /// In Prometheus' text format.
  std::string text(const Now& now);

 private:
  using Seconds = prometheus::Family<prometheus::Histogram>;
  prometheus::Gauge& gauge(const std::string& name, const std::string& help,
                           const prometheus::Labels& labels = {});
  prometheus::Counter& counter(const std::string& name, const std::string& help);
  Seconds& seconds(const std::string& name, const std::string& help);
  /// Counts what somebody else counted.
  void count_up_to(const std::string& name, const std::string& help, double value);
  void look_at_process();

  prometheus::Registry registry_;
  prometheus::Family<prometheus::Counter>& requests_;
  Seconds& request_seconds_;
  Seconds& statement_seconds_;
  prometheus::Histogram& session_wait_;
  prometheus::Histogram& commit_writes_;
  prometheus::Family<prometheus::Counter>& mails_;
  prometheus::Gauge& database_up_;
  prometheus::Counter& unbelieved_;
  prometheus::Counter& backup_failures_;
  std::map<std::string, prometheus::Histogram*, std::less<>> by_class_;  ///< of statements

  struct Route {
    prometheus::Histogram* seconds;
    std::map<int, prometheus::Counter*> by_status;
  };
  std::mutex looking_;
  std::shared_mutex mutex_;
  std::map<std::tuple<std::string_view, std::string_view>, Route> routes_;  ///< by method and route
};

}  // namespace takt::cli
