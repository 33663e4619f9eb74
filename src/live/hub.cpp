#include "live/hub.hpp"

#include <libpq-fe.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <random>
#include <sstream>
#include <system_error>
#include <utility>

namespace takt::live {
namespace {

std::string event(const std::string& members) { return "data: {" + members + "}\n\n"; }

/// No secret; only another than those of the other servers.
std::string some_name() {
  std::random_device random;
  return std::to_string(random()) + '-' + std::to_string(random());
}

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
      version_("\"version\":\"" + version + '"'),
      origin_(some_name()) {
  if (postgresql_.empty()) return;
  ended_ = eventfd(0, EFD_CLOEXEC);
  if (ended_ < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
  begin_listening();  // before anybody watches
  listener_ = std::jthread([this] { listen(); });
}

Hub::~Hub() {
  if (listener_.joinable()) {
    eventfd_write(ended_, 1);
    listener_.join();
    close(ended_);
  }
  for (void* connection : {sender_, listening_})
    if (connection) PQfinish(static_cast<PGconn*>(connection));
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
  const std::string text = ledger.text + " " + std::to_string(revision) + " " + origin_;
  // The connection may have gone since the last news: only asking shows it. Where the second fails
  // too, the database is away: the other servers' streams end when it is back.
  for (int attempt = 1; attempt <= 2; ++attempt) {
    if (!sender_) sender_ = PQconnectdb(postgresql_.c_str());
    auto* connection = static_cast<PGconn*>(sender_);
    const char* values[] = {text.c_str()};
    PGresult* result = PQexecParams(connection, "select pg_notify('takt_change', $1)", 1, nullptr,
                                    values, nullptr, nullptr, 0);
    const bool told = PQresultStatus(result) == PGRES_TUPLES_OK;
    PQclear(result);
    if (told) return;
    PQfinish(connection);
    sender_ = nullptr;
  }
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

void Hub::close_all() {
  for (const auto& each : present())
    if (const auto stream = each.stream.lock()) stream->close();
}

void Hub::begin_listening() {
  auto* connection = PQconnectdb(postgresql_.c_str());
  PGresult* result = PQexec(connection, "listen takt_change");
  const bool listens = PQresultStatus(result) == PGRES_COMMAND_OK;
  PQclear(result);
  if (listens)
    listening_ = connection;
  else
    PQfinish(connection);
}

void Hub::listen() {
  // False once it ends; a socket below 0 never has anything to read.
  const auto wait = [&](int socket, int milliseconds) {
    pollfd both[] = {{ended_, POLLIN, 0}, {socket, POLLIN, 0}};
    poll(both, 2, milliseconds);
    return both[0].revents == 0;
  };
  for (;;) {
    if (!listening_) {
      begin_listening();
      if (!listening_) {
        if (!wait(-1, 500)) return;
        continue;
      }
      // What was told meanwhile, nobody here has heard: whoever watches comes again and reads.
      close_all();
    }
    auto* connection = static_cast<PGconn*>(listening_);
    if (!wait(PQsocket(connection), -1)) return;
    if (!PQconsumeInput(connection) || PQstatus(connection) != CONNECTION_OK) {
      PQfinish(connection);
      listening_ = nullptr;
      continue;
    }
    while (PGnotify* note = PQnotifies(connection)) {
      // Ledger, revision, and the server that tells it.
      std::istringstream words(note->extra);
      PQfreemem(note);
      std::string ledger, revision, origin;
      words >> ledger >> revision >> origin;
      // One's own was told already.
      if (!revision.empty() && origin != origin_) tell({ledger}, revision);
    }
  }
}

}  // namespace takt::live
