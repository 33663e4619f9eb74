#include "cli/app.hpp"

#include <malloc.h>
#include <sodium.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "access/secrets.hpp"
#include "access/session.hpp"
#include "cli/backup_command.hpp"
#include "cli/clock.hpp"
#include "cli/log.hpp"
#include "cli/readiness.hpp"
#include "command/housekeeping.hpp"
#include "domain/cell.hpp"
#include "domain/signal.hpp"
#include "page/portfolio.hpp"
#include "store/lease.hpp"
#include "store/migrations.hpp"

namespace takt::cli {
namespace {

std::string_view content_type(std::string_view path) {
  static constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
      {".html", "text/html; charset=utf-8"},
      {".txt", "text/plain; charset=utf-8"},
      {".js", "text/javascript"},
      {".css", "text/css"},
      {".svg", "image/svg+xml"},
      {".woff2", "font/woff2"},
      {".json", "application/json"},
      {".webmanifest", "application/manifest+json"},
      {".png", "image/png"},
      {".ico", "image/x-icon"}};
  for (const auto& [ending, type] : kTypes)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

/// The interface finds its own way to every page, but what was meant for the server and missed it
/// must not look as if it had arrived.
bool is_page(std::string_view path) {
  return path.find("//") == path.npos && path != "/api" && !path.starts_with("/assets/");
}

constexpr auto kApiPolicy = "default-src 'none'; frame-ancestors 'none'";

/// What a share link shows: whoever has the address sees it, so that it is told to nobody.
bool is_shared(std::string_view path) {
  return path.starts_with("/shared/") || path.starts_with("/api/v1/shared/");
}

void add_security_headers(http::Response& response, const std::string& policy,
                          std::string_view path) {
  const bool shared = is_shared(path);
  response.headers.emplace_back("Content-Security-Policy", policy);
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("Referrer-Policy", shared ? "no-referrer" : "same-origin");
  if (shared) response.headers.emplace_back("X-Robots-Tag", "noindex");
  response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
}

std::string_view index_of(std::span<const http::Asset> assets) {
  const auto index = std::ranges::find(assets, "/index.html", &http::Asset::path);
  return index == assets.end() ? std::string_view{} : index->plain;
}

/// The index names every script of its build, so it is another one whenever the interface is.
std::string version_of(std::span<const http::Asset> assets) {
  const auto index = index_of(assets);
  return index.empty() ? "" : access::token_hash(index).substr(0, 16);
}

void replace_all(std::string& text, std::string_view what, const std::string& by) {
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

/// What a page asks that misses one of its scripts.
http::Response healthy(const std::string& version) {
  return api::json_response(R"({"status":"ok","version":")" + version + "\"}");
}

/// Whoever asks may be anybody: why, only the log says.
http::Response unavailable() {
  return api::plain_problem(503, "unavailable", "database unavailable");
}

http::Response of_route(std::string_view route, http::Response response) {
  response.route = route;
  return response;
}

}  // namespace

std::string origin(std::string public_address, const std::string& address, unsigned short port) {
  if (public_address.empty()) {
    const bool has_colons = address.find(':') != address.npos;
    return "http://" + (has_colons ? '[' + address + ']' : address) + ':' + std::to_string(port);
  }
  while (public_address.ends_with('/')) public_address.pop_back();
  return public_address;
}

App::App(AppSettings settings)
    : settings_(std::move(settings)),
      version_(version_of(settings_.assets)),
      metrics_(settings_.version),
      database_(settings_.database, settings_.workers + http::Settings{}.slow_workers,
                http::Settings{}.io_threads, &metrics_),
      context_{database_, settings_.now ? settings_.now : system_now},
      pages_(settings_.version + "-" + version_),
      proxies_(settings_.trusted_proxies),
      backups_(settings_.backup, settings_.database),
      hub_(
          [this] {
            std::optional<store::AskAnew> anew;  // another server may have told of it
            if (!database_.is_sqlite()) anew.emplace();
            return access::access_revision(context_);
          },
          database_.is_sqlite() ? "" : settings_.database, version_),
      parts_{pages_, throttle_, hub_, backups_, settings_.demo, settings_.public_address},
      router_(context_) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium can't start");
  store::migrate(database_);
  database_.limit_statements(settings_.statement_limit);
  database_.know_revisions();
  access::access_revision(context_);
  context_.announce = [this](const domain::Id& ledger, long long revision) {
    hub_.announce(ledger, revision);
  };
  api::declare_routes(router_, parts_);
  http::Settings http;
  http.address = settings_.address;
  http.port = settings_.port;
  http.workers = settings_.workers;
  http.handle = [this](const http::Request& request) { return handle(request); };
  // Shared only because that is how a function holds what can't be copied.
  std::shared_ptr<Readiness> readiness;
  if (!database_.is_sqlite()) readiness = std::make_shared<Readiness>(settings_.database);
  http.quick = [this, readiness](const http::Request& request) -> std::optional<http::Response> {
    if (readiness && request.path == "/readyz")
      return of_route("/readyz", readiness->ready() ? healthy(version_) : unavailable());
    return at_hand(request);
  };
  http.may_be_large = [this](const http::Request& request) { return router_.takes_large(request); };
  http.takes_long = [this](const http::Request& request) { return router_.takes_long(request); };
  http.refuse = api::plain_problem;
  http.log = [this](auto& request, auto& response, std::size_t bytes, auto time) {
    log(request, response, bytes, time);
  };
  http.failed = [](std::string_view what) { spdlog::error("a connection failed: {}", what); };
  server_ = std::make_unique<http::Server>(std::move(http));
  parts_.public_address = origin(settings_.public_address, settings_.address, port());
  context_.has_mail = !settings_.mail.server.empty();
  context_.link_address = settings_.public_address;
  while (context_.link_address.ends_with('/')) context_.link_address.pop_back();
  if (context_.has_mail && context_.link_address.empty())
    spdlog::warn("without --public-address neither invitations nor forgotten passwords go by mail");
  if (context_.has_mail)
    mailer_ = std::jthread([this](const std::stop_token& stop) {
      outbound::keep_sending(context_, settings_.mail, stop,
                             [this](bool sent) { metrics_.mail_tried(sent); });
    });
  if (!proxies_.empty() && settings_.public_address.empty())
    spdlog::warn("behind a proxy, links lead astray without --public-address");
  if (settings_.refresh_portfolio)
    refresher_ = std::jthread([this](const std::stop_token& stop) { refresh(stop); });
  forget_what_is_over();
  housekeeper_ = std::jthread([this](const std::stop_token& stop) { keep_house(stop); });
  if (!settings_.backup.folder.empty())
    archivist_ = std::jthread([this](const std::stop_token& stop) { keep_backups(stop); });
}

void App::refresh(const std::stop_token& stop) {
  constexpr int kMost = 2048;
  store::Lease lease(settings_.database, store::kPortfolioLease);
  const std::stop_callback ends(stop, [&] { lease.cut(); });
  while (!stop.stop_requested()) {
    int made = 0;
    int pause = 500;
    const auto day = context_.today();
    try {
      access::access_revision(context_);  // on another server the zone may have changed
      if (lease.hold())
        made = page::refresh_portfolio(context_, kMost);
      else
        pause = 50;                  // another server makes them, as long as it lives
      if (made == kMost) pause = 1;  // behind
      metrics_.database_answers(true);
    } catch (const std::exception& error) {
      spdlog::warn("the portfolio could not be brought up to date: {}", error.what());
      metrics_.database_answers(false);
    }
    // Seldom, since what somebody wrote or looks at is made again in any case, but soon after a day
    // begins, of which every line is out of date.
    for (int i = 0; i < pause && !stop.stop_requested(); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds{20});
      if (i % 50 == 49 && context_.today() != day) break;
    }
  }
}

void App::forget_what_is_over() {
  try {
    const auto [mails, sessions, links, attendances] = command::forget_what_is_over(context_);
    if (mails + sessions + links + attendances > 0)
      spdlog::info("forgot {} mails, {} sessions, {} links and {} attendances that are over", mails,
                   sessions, links, attendances);
  } catch (const std::exception& error) {
    spdlog::warn("what is over could not be forgotten: {}", error.what());
  }
}

void App::keep_house(const std::stop_token& stop) {
  auto done = context_.today();
  for (int seconds = 1; !stop.stop_requested(); ++seconds) {
    for (int i = 0; i < 50 && !stop.stop_requested(); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds{20});
    // What is free lies scattered between what is not, and would stay with the process for ever.
    if (seconds % 60 == 0) malloc_trim(0);
    const auto today = context_.today();
    if (today == done) continue;
    done = today;
    forget_what_is_over();
  }
}

void App::keep_backups(const std::stop_token& stop) {
  auto next = context_.now();
  // Where there is none, it is as old as can be.
  const auto newest = backups_.newest(next);
  metrics_.has_backup(newest ? newest->made_at : domain::Instant{});
  try {
    backups_.take_folder();
  } catch (const std::exception&) {
    // Then one is due, which says why it can't be made.
  }
  while (!stop.stop_requested()) {
    const auto now = context_.now();
    const bool looks = now >= next;
    if (looks) next = {now.time + std::chrono::seconds{20}};
    if (backups_.is_asked() || (looks && backups_.is_due(domain::date_of(now)))) {
      if (const auto made = backups_.make(now)) {
        spdlog::info("backed up: {}, {} bytes", made->file, made->bytes);
        metrics_.has_backup(now);
        if (!settings_.backup_command.empty() &&
            !run_backup_command(settings_.backup_command, made->file, stop)) {
          backups_.not_shipped(made->file);
          metrics_.backup_failed();
        }
      } else {
        spdlog::error("no backup was made: {}", backups_.failure());
        metrics_.backup_failed();
        next = {now.time + std::chrono::hours{1}};
      }
    }
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
  }
}

App::~App() = default;

void App::log(const http::Request& request, const http::Response& response, std::size_t bytes,
              std::chrono::microseconds time) {
  metrics_.answered(request.method, response, time);
  if (!settings_.access_log) return;
  const RequestLogged logged(request.id, trace_of(request.header("traceparent")));
  spdlog::info("{} {} {} {} B {} µs", request.method, api::loggable(request.path), response.status,
               bytes, time.count());
}

std::string App::client_of(const http::Request& request) {
  const auto forwarded = request.all_values("x-forwarded-for");
  if (forwarded.empty() || proxies_.trusts(request.address))
    return proxies_.client(request.address, forwarded);
  metrics_.unbelieved();
  std::call_once(told_of_unbelieved_, [&] {
    spdlog::warn(
        "{} says in X-Forwarded-For for whom it asks and is not believed: if it is your proxy, "
        "name it in --trusted-proxies, or all who ask count as one",
        request.address);
  });
  return request.address;
}

namespace {

/// What a slow request did: its dearest statements, by their text.
std::string told(const store::Trace& trace) {
  using Milliseconds = std::chrono::duration<double, std::milli>;
  constexpr std::size_t kMost = 5;
  std::vector<std::pair<std::string_view, store::Trace::Cost>> dearest(trace.statements.begin(),
                                                                       trace.statements.end());
  std::ranges::sort(dearest, std::greater{}, [](const auto& each) { return each.second.time; });
  store::Trace::Cost all;
  for (const auto& [sql, cost] : dearest) {
    all.times += cost.times;
    all.time += cost.time;
  }
  auto out = fmt::format("{} statements took {:.0f} ms, waiting for a session {:.0f} ms", all.times,
                         Milliseconds(all.time).count(), Milliseconds(trace.waited).count());
  if (dearest.size() > kMost) dearest.resize(kMost);
  for (const auto& [sql, cost] : dearest)
    out += fmt::format("; {} × in {:.0f} ms: {}", cost.times, Milliseconds(cost.time).count(),
                       domain::one_spaced(sql));
  return out;
}

}  // namespace

http::Response App::handle(const http::Request& request) {
  const RequestLogged logged(request.id, trace_of(request.header("traceparent")));
  if (settings_.slow_request.count() == 0) return answer(request);
  store::Trace trace;
  const store::Tracing tracing(&trace);
  const auto since = std::chrono::steady_clock::now();
  auto response = answer(request);
  const auto time = std::chrono::steady_clock::now() - since;
  if (time >= settings_.slow_request)
    spdlog::warn("slow: {} {} took {} ms: {}", request.method, api::loggable(request.path),
                 std::chrono::duration_cast<std::chrono::milliseconds>(time).count(), told(trace));
  return response;
}

http::Response App::answer(const http::Request& request) {
  if (request.path.starts_with("/api/")) {
    http::Response response;
    if (const auto client = client_of(request); client != request.address) {
      auto behind = request;
      behind.address = client;
      response = router_.handle(behind);
    } else {
      response = router_.handle(request);
    }
    add_security_headers(response, kApiPolicy, request.path);
    return response;
  }
  if (request.path == "/readyz") return of_route("/readyz", health(true));
  if (request.path == "/openapi.json")
    return of_route("/openapi.json", api::json_response(router_.openapi()));
  return page(request);
}

namespace {

/// All else is in memory.
bool asks_database(const std::string& path) {
  return path.starts_with("/api/") || path == "/readyz" || path == "/openapi.json";
}

}  // namespace

std::optional<http::Response> App::at_hand(const http::Request& request) {
  // Alive is who answers, however busy its workers are; and a page says what goes wrong better than
  // none does.
  const bool reads = request.method == "GET" || request.method == "HEAD";
  if (reads && request.path == "/healthz") return of_route("/healthz", health(false));
  if (reads && request.path == "/metrics") return of_route("/metrics", metrics_page());
  if (!asks_database(request.path)) return page(request);
  if (!request.path.starts_with("/api/")) return {};
  auto response = router_.at_hand(request);
  if (response) add_security_headers(*response, kApiPolicy, request.path);
  return response;
}

http::Response App::health(bool database_too) {
  try {
    if (database_too) store::schema_version(database_);
    return healthy(version_);
  } catch (const std::exception& error) {
    spdlog::error("the database is unavailable: {}", error.what());
    return unavailable();
  }
}

http::Response App::metrics_page() {
  http::Response response;
  response.headers = {{"Content-Type", "text/plain; version=0.0.4"}};
  response.body =
      metrics_.text({server_->load(), database_.load(), pages_.figures(), hub_.watchers()});
  return response;
}

http::Response App::page(const http::Request& request) {
  if (request.method != "GET" && request.method != "HEAD")
    return api::plain_problem(405, "method", "Pages are only read.");
  const http::Asset* found = nullptr;
  const http::Asset* index = nullptr;
  for (const auto& asset : settings_.assets) {
    if (asset.path == request.path) found = &asset;
    if (asset.path == "/index.html") index = &asset;
  }
  const bool is_file = found && found != index;
  if (!is_file && (!index || !is_page(request.path)))
    return api::plain_problem(404, "not_found", "There is nothing here.");
  http::Response response;
  response.route = is_file ? "file" : "page";
  if (!is_file) {
    // Mantine writes style tags of its own; the policy lets exactly those in that know the nonce.
    const auto nonce = access::random_token();
    response.body = std::string(index->plain);
    replace_all(response.body, "%NONCE%", nonce);
    replace_all(response.body, "%VERSION%", version_);
    response.headers = {{"Content-Type", "text/html; charset=utf-8"},
                        {"Cache-Control", "no-store"}};
    add_security_headers(response,
                         "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-" + nonce +
                             "'; img-src 'self' data:; frame-src https://www.youtube-nocookie.com "
                             "https://player.vimeo.com; object-src 'none'; base-uri 'none'; "
                             "form-action 'self'; frame-ancestors 'none'",
                         request.path);
    return response;
  }
  const auto accepted = request.header("accept-encoding");
  response.static_body = found->plain;
  response.headers = {{"Content-Type", std::string(content_type(found->path))},
                      {"Vary", "Accept-Encoding"}};
  if (!found->brotli.empty() && accepted.find("br") != accepted.npos) {
    response.static_body = found->brotli;
    response.headers.emplace_back("Content-Encoding", "br");
  } else if (!found->gzip.empty() && accepted.find("gzip") != accepted.npos) {
    response.static_body = found->gzip;
    response.headers.emplace_back("Content-Encoding", "gzip");
  }
  response.headers.emplace_back("Cache-Control", found->path.starts_with("/assets/")
                                                     ? "public, max-age=31536000, immutable"
                                                     : "no-cache");
  // A service worker lives by the policy that its script came with.
  add_security_headers(response,
                       found->path == "/sw.js" ? "default-src 'self'" : "default-src 'none'",
                       request.path);
  return response;
}

}  // namespace takt::cli
