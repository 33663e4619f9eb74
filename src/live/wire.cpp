#include "live/wire.hpp"

#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <random>
#include <sstream>
#include <utility>
#include <vector>

namespace takt::live {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

/// No secret; only another than those of the other servers.
std::string some_name() {
  std::random_device random;
  return std::to_string(random()) + '-' + std::to_string(random());
}

/// What holds where the address does not say otherwise, in seconds and, the last one, milliseconds.
constexpr std::array<std::pair<std::string_view, const char*>, 5> kTimes{
    {{"connect_timeout", "2"},
     {"keepalives_idle", "10"},
     {"keepalives_interval", "5"},
     {"keepalives_count", "3"},
     {"tcp_user_timeout", "20000"}}};

PGconn* connect(const std::string& address) {
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
      PQconninfoParse(address.c_str(), nullptr), PQconninfoFree);
  std::vector<const char*> names, values;
  for (const auto* option = options.get(); option && option->keyword; ++option) {
    const auto time = std::ranges::find(kTimes, std::string_view(option->keyword),
                                        &std::pair<std::string_view, const char*>::first);
    const char* value = option->val;
    if (!value && time != kTimes.end()) value = time->second;
    if (!value) continue;
    names.push_back(option->keyword);
    values.push_back(value);
  }
  names.push_back(nullptr);
  values.push_back(nullptr);
  return PQconnectdbParams(names.data(), values.data(), 0);
}

/// An array of texts as PostgreSQL reads it.
std::string array_of(const News& news, const std::string& origin) {
  std::string out;
  for (const auto& [ledger, revision] : news) {
    out += out.empty() ? "{\"" : ",\"";
    for (const char c : ledger.text + ' ' + std::to_string(revision) + ' ' + origin) {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
    out += '"';
  }
  return out + '}';
}

}  // namespace

Wire::Wire(std::string address) : address_(std::move(address)), origin_(some_name()) {}

Wire::~Wire() { close(); }

void Wire::close() { PQfinish(std::exchange(connection_, nullptr)); }

int Wire::socket() const { return connection_ ? PQsocket(connection_) : -1; }

bool Wire::open(const std::stop_token& stop) {
  close();
  connection_ = connect(address_);
  // News need not survive anything, and not wait for a replica.
  if (PQstatus(connection_) == CONNECTION_OK && PQsetnonblocking(connection_, 1) == 0 &&
      PQsendQuery(connection_, "set synchronous_commit = off; listen takt_change") == 1 &&
      answered(stop))
    return true;
  close();
  return false;
}

bool Wire::tell(const News& news, const std::stop_token& stop) {
  const auto text = array_of(news, origin_);
  const char* values[] = {text.c_str()};
  if (PQsendQueryParams(connection_,
                        "select pg_notify('takt_change', news) from unnest($1::text[]) news", 1,
                        nullptr, values, nullptr, nullptr, 0) == 1 &&
      answered(stop))
    return true;
  close();
  return false;
}

/// Whether what was sent is done, all of it, in time.
bool Wire::answered(const std::stop_token& stop) {
  const auto since = Clock::now();
  const auto in_time = [&] { return Clock::now() - since < (stop.stop_requested() ? 1s : 5s); };
  for (;;) {
    const int unsent = PQflush(connection_);
    if (unsent < 0 || !PQconsumeInput(connection_)) return false;
    if (unsent == 0 && !PQisBusy(connection_)) {
      const Result result(PQgetResult(connection_), PQclear);
      if (!result) return true;
      const auto status = PQresultStatus(result.get());
      if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) return false;
      continue;
    }
    if (!in_time()) return false;
    pollfd one{PQsocket(connection_), static_cast<short>(unsent ? POLLIN | POLLOUT : POLLIN), 0};
    poll(&one, 1, 100);
  }
}

News Wire::heard() {
  News out;
  if (!connection_) return out;
  const bool whole = PQconsumeInput(connection_) && PQstatus(connection_) == CONNECTION_OK;
  while (PGnotify* note = PQnotifies(connection_)) {
    // Ledger, revision, and the server that tells it.
    std::istringstream words(note->extra);
    PQfreemem(note);
    std::string ledger, origin;
    long long revision = 0;
    // One's own was told already.
    if (words >> ledger >> revision >> origin && origin != origin_) out[{ledger}] = revision;
  }
  if (!whole) close();
  return out;
}

}  // namespace takt::live
