#include "live/hub.hpp"

#include <libpq-fe.h>
#include <poll.h>

namespace takt::live {
namespace {

std::string event(const std::string& ledger, const std::string& revision) {
  return "id: " + revision + "\ndata: {\"ledger\":\"" + ledger + "\",\"revision\":" + revision +
         "}\n\n";
}

}  // namespace

Hub::Hub(std::string postgresql) : postgresql_(std::move(postgresql)) {
  if (postgresql_.empty()) return;
  listener_ = std::jthread([this] { listen(); });
}

Hub::~Hub() {
  stopping_ = true;
  if (listener_.joinable()) listener_.join();
  if (sender_) PQfinish(static_cast<PGconn*>(sender_));
}

std::shared_ptr<http::Stream> Hub::watch(const domain::Id& ledger, long long revision) {
  auto stream = std::make_shared<http::Stream>();
  stream->push("retry: 500\n" + event(ledger.text, std::to_string(revision)));
  const std::lock_guard lock(mutex_);
  auto& list = watchers_[ledger.text];
  std::erase_if(list, [](const auto& weak) { return weak.expired(); });
  list.push_back(stream);
  return stream;
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
    std::erase_if(list, [](const auto& weak) { return weak.expired(); });
    count += list.size();
  }
  return count;
}

void Hub::tell(const std::string& ledger, const std::string& revision) {
  const std::lock_guard lock(mutex_);
  const auto found = watchers_.find(ledger);
  if (found == watchers_.end()) return;
  for (const auto& weak : found->second)
    if (const auto stream = weak.lock()) stream->push(event(ledger, revision));
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
