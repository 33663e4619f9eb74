#pragma once
// Who watches which ledger, and the news that it changed, as server-sent events.

#include <atomic>
#include <functional>
#include <thread>
#include <unordered_map>

#include "domain/values.hpp"
#include "http/message.hpp"

namespace takt::live {

/// A session has so many streams at once; a further one closes the oldest.
inline constexpr std::size_t kMostStreams = 20;

/// Who watches.
struct Watcher {
  std::string session;  ///< names the session that came for it
  /// Whether they still may, as of a revision of who may what. Asked before each news.
  std::function<bool(long long access)> may_see;
};

class Hub {
 public:
  /// `access`: the revision of who may what, which moves whenever that changes for anybody; asked
  /// whenever something is announced. `postgresql`: address of the database whose other servers'
  /// news to listen to; empty for none.
  explicit Hub(std::function<long long()> access, std::string postgresql = {});
  ~Hub();

  /// A stream that tells `{"ledger":…,"revision":…}` whenever the ledger changes, and first what
  /// it is now, so that a browser that was away sees whether it missed something. It ends as soon
  /// as something is announced and `watcher` may not see the ledger any more: browsers ask again
  /// and are told why.
  std::shared_ptr<http::Stream> watch(const domain::Id& ledger, long long revision,
                                      Watcher watcher);

  /// Tells the watchers here and, on PostgreSQL, those of the other servers. Never throws.
  void announce(const domain::Id& ledger, long long revision);

  std::size_t watchers();

 private:
  struct Watching {
    Watcher watcher;
    std::weak_ptr<http::Stream> stream;
    long long number = 0;  ///< in the order of their coming
  };
  void tell(const std::string& ledger, const std::string& revision);
  /// Closes the streams of whoever may not see any more what they watch.
  void look_through(long long access);
  void make_room(const std::string& session);
  void listen();

  std::mutex mutex_;
  std::unordered_map<std::string, std::vector<Watching>> watchers_;
  long long last_number_ = 0;
  std::function<long long()> access_;
  std::atomic<long long> looked_through_ = -1;  ///< as of this revision of who may what
  std::string postgresql_;
  std::atomic<bool> stopping_ = false;
  std::mutex sender_mutex_;
  void* sender_ = nullptr;  ///< PGconn
  std::jthread listener_;
};

}  // namespace takt::live
