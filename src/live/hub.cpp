#include "live/hub.hpp"

#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace takt::live {
namespace {

std::string event(const std::string& members) { return "data: {" + members + "}\n\n"; }

template <class Ask, class... About>
bool says_yes(const Ask& ask, const About&... about) {
  try {
    return ask(about...);
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace

Hub::Hub(std::function<long long()> access, std::string postgresql, const std::string& version)
    : access_(std::move(access)),
      postgresql_(std::move(postgresql)),
      version_("\"version\":\"" + version + '"') {
  if (postgresql_.empty()) return;
  listener_ = std::jthread([this] { listen(); });
}

Hub::~Hub() {
  stopping_ = true;
  if (listener_.joinable()) listener_.join();
  if (sender_) PQfinish(static_cast<PGconn*>(sender_));
}

std::shared_ptr<http::Stream> Hub::watch(Watcher watcher) {
  auto stream = std::make_shared<http::Stream>(event(version_));
  stream->push("retry: 500\n" + event("\"user\":\"" + watcher.user.text + "\"," + version_));
  const std::lock_guard lock(mutex_);
  make_room(watcher.session);
  watchers_.push_back({std::move(watcher), stream});
  return stream;
}

/// Forgets who has gone, and closes the session's oldest stream where it has too many.
void Hub::make_room(const std::string& session) {
  std::erase_if(watchers_, [](const Watching& each) { return each.stream.expired(); });
  const auto own = [&](const Watching& each) { return each.watcher.session == session; };
  if (std::cmp_less(std::ranges::count_if(watchers_, own), kMostStreams)) return;
  const auto oldest = std::ranges::find_if(watchers_, own);
  if (const auto stream = oldest->stream.lock()) {
    // The browser comes again, but not at once: else its streams would close each other for ever.
    stream->push("retry: 60000\n\n");
    stream->close();
  }
  watchers_.erase(oldest);
}

void Hub::announce(const domain::Id& ledger, long long revision) {
  tell(ledger, std::to_string(revision));
  if (postgresql_.empty()) return;
  const std::lock_guard lock(sender_mutex_);
  auto* connection = static_cast<PGconn*>(sender_);
  if (connection && PQstatus(connection) != CONNECTION_OK) {
    PQfinish(connection);
    sender_ = connection = nullptr;
  }
  if (!connection) sender_ = connection = PQconnectdb(postgresql_.c_str());
  const std::string text = ledger.text + " " + std::to_string(revision);
  const char* values[] = {text.c_str()};
  PQclear(PQexecParams(connection, "select pg_notify('takt_change', $1)", 1, nullptr, values,
                       nullptr, nullptr, 0));
}

std::vector<Hub::Watching> Hub::present() {
  const std::lock_guard lock(mutex_);
  std::erase_if(watchers_, [](const Watching& each) { return each.stream.expired(); });
  return watchers_;
}

std::size_t Hub::watchers() { return present().size(); }

void Hub::tell(const domain::Id& ledger, const std::string& revision) {
  const auto here = present();
  if (here.empty()) return;
  std::optional<long long> access;
  try {
    access = access_();
  } catch (const std::exception&) {
    // Nobody knows who may hear it now: they come again and ask.
  }
  const auto news = event("\"ledger\":\"" + ledger.text + "\",\"revision\":" + revision);
  for (const auto& [watcher, waiting] : here) {
    const auto stream = waiting.lock();
    if (!stream) continue;
    const bool sees = access && says_yes(watcher.may_see, *access, ledger);
    if (sees)
      stream->push(news);
    else if (!access || !says_yes(watcher.signed_in, *access))
      stream->close();
  }
}

void Hub::listen() {
  PGconn* connection = nullptr;
  while (!stopping_) {
    if (!connection || PQstatus(connection) != CONNECTION_OK) {
      if (connection) PQfinish(connection);
      connection = PQconnectdb(postgresql_.c_str());
      PQclear(PQexec(connection, "listen takt_change"));
    }
    pollfd wait{PQsocket(connection), POLLIN, 0};
    poll(&wait, 1, 500);
    PQconsumeInput(connection);
    while (PGnotify* note = PQnotifies(connection)) {
      const std::string text = note->extra;
      const auto space = text.find(' ');
      if (space != text.npos && note->be_pid != 0)
        tell({text.substr(0, space)}, text.substr(space + 1));
      PQfreemem(note);
    }
  }
  if (connection) PQfinish(connection);
}

}  // namespace takt::live
