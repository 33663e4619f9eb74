#pragma once
// The whole program in one object: database, services, routes, web interface, server. Several can
// run in one process, which is how tests use it.

#include <mutex>
#include <thread>

#include "access/context.hpp"
#include "access/proxies.hpp"
#include "access/throttle.hpp"
#include "api/routes.hpp"
#include "cli/metrics.hpp"
#include "command/backup.hpp"
#include "domain/signal.hpp"
#include "http/assets.hpp"
#include "http/server.hpp"
#include "outbound/mailer.hpp"
#include "page/page_cache.hpp"

namespace takt::cli {

struct AppSettings {
  std::string database;  ///< `postgresql://…` or the path of an SQLite file
  std::string address = "127.0.0.1";
  unsigned short port = 8080;
  int workers = 8;
  std::string public_address;
  std::string version;  ///< of the program
  bool demo = false;
  std::vector<std::string> trusted_proxies;  ///< addresses and networks: see access::TrustedProxies
  bool access_log = true;
  bool refresh_portfolio = true;
  std::chrono::milliseconds statement_limit{15'000};  ///< of one statement on PostgreSQL
  /// Requests that take longer are logged with their statements; 0: none.
  std::chrono::milliseconds slow_request{1'000};
  outbound::MailSettings mail;
  command::BackupSettings backup;
  std::string backup_command;  ///< run by the shell after each backup
  std::span<const http::Asset> assets;
  std::function<domain::Instant()> now;  ///< empty: the system's clock
};

/// Where links to Takt lead: to the address that people use, if there is one, else to that on which
/// it listens. Without a slash at its end.
std::string origin(std::string public_address, const std::string& address, unsigned short port);

class App {
 public:
  /// Opens and migrates the database and listens.
  explicit App(AppSettings settings);
  ~App();

  access::Context& context() { return context_; }
  api::Router& router() { return router_; }
  unsigned short port() const { return server_->port(); }
  void run() { server_->run(); }
  void stop() { server_->stop(); }
  /// Whether requests run on although run() has returned; the destructor waits for them.
  bool still_running() const { return server_->still_running(); }

 private:
  http::Response handle(const http::Request& request);
  http::Response answer(const http::Request& request);
  /// Who asks: as the connection says, or a trusted proxy.
  std::string client_of(const http::Request& request);
  /// What the I/O threads answer themselves.
  std::optional<http::Response> at_hand(const http::Request& request);
  http::Response metrics_page();
  http::Response health(bool database_too);
  http::Response page(const http::Request& request);
  void refresh(const std::stop_token& stop);
  /// Forgets what is over, whenever a day begins.
  void keep_house(const std::stop_token& stop);
  void forget_what_is_over();
  /// Backs up once a day, UTC, and when somebody asks; where that fails, again in an hour.
  void keep_backups(const std::stop_token& stop);
  void log(const http::Request& request, const http::Response& response, std::size_t bytes,
           std::chrono::microseconds time);

  AppSettings settings_;
  std::string version_;  ///< of the web interface inside: a page compares its own with it
  Metrics metrics_;
  store::Database database_;
  access::Context context_;
  page::PageCache pages_;
  access::Throttle throttle_;
  access::TrustedProxies proxies_;
  command::Backups backups_;
  live::Hub hub_;
  api::Parts parts_;
  api::Router router_;
  std::once_flag told_of_unbelieved_;
  std::unique_ptr<http::Server> server_;
  std::jthread mailer_;
  std::jthread refresher_;  ///< keeps the portfolio's lines up to date
  std::jthread housekeeper_;
  std::jthread archivist_;  ///< makes backups, where they are wanted
};

}  // namespace takt::cli
