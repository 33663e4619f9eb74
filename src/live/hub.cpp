#include "live/hub.hpp"

#include <libpq-fe.h>
#include <poll.h>

#include <optional>

namespace takt::live {
namespace {

std::string event(const std::string& ledger, const std::string& revision) {
  return "id: " + revision + "\ndata: {\"ledger\":\"" + ledger + "\",\"revision\":" + revision +
         "}\n\n";
}

bool goes_on(const Watcher& watcher, long long access) {
  try {
    return watcher.may_see(access);
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace

Hub::Hub(std::function<long long()> access, std::string postgresql)
    : access_(std::move(access)), postgresql_(std::move(postgresql)) {
  if (postgresql_.empty()) return;
  listener_ = std::jthread([this] { listen(); });
}

Hub::~Hub() {
  stopping_ = true;
  if (listener_.joinable()) listener_.join();
  if (sender_) PQfinish(static_cast<PGconn*>(sender_));
}

std::shared_ptr<http::Stream> Hub::watch(const domain::Id& ledger, long long revision,
                                         Watcher watcher) {
  auto stream = std::make_shared<http::Stream>();
  stream->push("retry: 500\n" + event(ledger.text, std::to_string(revision)));
  const std::lock_guard lock(mutex_);
  make_room(watcher.session);
  watchers_[ledger.text].push_back({std::move(watcher), stream, ++last_number_});
  return stream;
}

/// Forgets who has gone, and closes the session's oldest stream where it has too many.
void Hub::make_room(const std::string& session) {
  std::size_t count = 0;
  std::pair<std::vector<Watching>*, std::size_t> oldest{};
  for (auto& [ledger, list] : watchers_) {
    std::erase_if(list, [](const Watching& each) { return each.stream.expired(); });
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list[i].watcher.session != session) continue;
      ++count;
      if (!oldest.first || list[i].number < (*oldest.first)[oldest.second].number)
        oldest = {&list, i};
    }
  }
  std::erase_if(watchers_, [&](const auto& entry) { return entry.second.empty(); });
  if (count < kMostStreams) return;
  auto& [list, at] = oldest;
  if (const auto stream = (*list)[at].stream.lock()) {
    // The browser comes again, but not at once: else its streams would close each other for ever.
    stream->push("retry: 60000\n\n");
    stream->close();
  }
  list->erase(list->begin() + static_cast<std::ptrdiff_t>(at));
}

void Hub::announce(const domain::Id& ledger, long long revision) {
  tell(ledger.text, std::to_string(revision));
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

std::size_t Hub::watchers() {
  const std::lock_guard lock(mutex_);
  std::size_t count = 0;
  for (auto& [ledger, list] : watchers_) {
    std::erase_if(list, [](const Watching& each) { return each.stream.expired(); });
    count += list.size();
  }
  return count;
}

// Whether somebody may still see it may have to be asked of the database, so nobody holds the lock
// meanwhile.
void Hub::tell(const std::string& ledger, const std::string& revision) {
  if (watchers() == 0) return;
  std::optional<long long> access;
  try {
    access = access_();
  } catch (const std::exception&) {
    // Nobody knows who may hear it now: they come again and ask.
  }
  std::vector<Watching> here;
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = watchers_.find(ledger); found != watchers_.end()) here = found->second;
  }
  for (const auto& each : here) {
    const auto stream = each.stream.lock();
    if (!stream) continue;
    if (access && goes_on(each.watcher, *access))
      stream->push(event(ledger, revision));
    else
      stream->close();
  }
  if (access && looked_through_.exchange(*access) != *access) look_through(*access);
}

void Hub::look_through(long long access) {
  std::vector<Watching> all;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [ledger, list] : watchers_) all.insert(all.end(), list.begin(), list.end());
  }
  for (const auto& each : all) {
    const auto stream = each.stream.lock();
    if (stream && !goes_on(each.watcher, access)) stream->close();
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
        tell(text.substr(0, space), text.substr(space + 1));
      PQfreemem(note);
    }
  }
  if (connection) PQfinish(connection);
}

}  // namespace takt::live
