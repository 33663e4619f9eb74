#pragma once
// Who listens, and the news that a ledger changed, as server-sent events: one stream a browser, for
// all that its reader may see.

#include <functional>
#include <thread>
#include <vector>

#include "domain/values.hpp"
#include "http/message.hpp"

namespace takt::live {

/// A session has so many streams at once; a further one closes the oldest.
inline constexpr std::size_t kMostStreams = 20;

/// Who watches. Both are asked as of a revision of who may what; one that throws is a no.
struct Watcher {
  domain::Id user;
  std::string session;                              ///< names the session that came for it
  std::function<bool(long long access)> signed_in;  ///< whether the session goes on
  /// Whether they may hear of the ledger. Asked before each news.
  std::function<bool(long long access, const domain::Id& ledger)> may_see;
};

class Hub {
 public:
  /// `access`: the revision of who may what, which moves whenever that changes for anybody; asked
  /// whenever something is announced. `postgresql`: address of the database whose other servers'
  /// news to listen to; empty for none. `version`: names the web interface that this server brings.
  explicit Hub(std::function<long long()> access, std::string postgresql = {},
               const std::string& version = {});
  ~Hub();

  /// A stream that tells `{"user":…,"version":…}` at first, `{"ledger":…,"revision":…}` whenever a
  /// ledger changes that `watcher` may see, and `{"version":…}` where nothing happens for a while.
  /// What happened before it began, it does not tell: whoever was away reads again. It ends with
  /// the session, as soon as something is announced: browsers ask again and are told why.
  std::shared_ptr<http::Stream> watch(Watcher watcher);

  /// Tells the watchers here and, on PostgreSQL, those of the other servers. Never throws. Where
  /// the others' news may have been lost, all streams end: browsers come again and read.
  void announce(const domain::Id& ledger, long long revision);

  std::size_t watchers();

 private:
  struct Watching {
    Watcher watcher;
    std::weak_ptr<http::Stream> stream;
  };
  void tell(const domain::Id& ledger, const std::string& revision);
  /// Those who have not gone. Whether they may see something may have to be asked of the database,
  /// so nobody holds the lock meanwhile.
  std::vector<Watching> present();
  void make_room(const std::string& session);
  void close_all();
  /// `listening_` stays null where the database is away.
  void begin_listening();
  void listen();

  std::mutex mutex_;
  std::vector<Watching> watchers_;  ///< in the order of their coming
  std::function<long long()> access_;
  std::string postgresql_;
  std::string version_;
  std::string origin_;  ///< names this server among those that share a database
  std::mutex sender_mutex_;
  void* sender_ = nullptr;     ///< PGconn
  void* listening_ = nullptr;  ///< PGconn; the listener's own once it runs
  int ended_ = -1;             ///< eventfd: readable once the listener is to end
  std::jthread listener_;
};

}  // namespace takt::live
