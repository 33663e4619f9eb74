#pragma once
// Who watches which ledger, and the news that it changed, as server-sent events.

#include <atomic>
#include <thread>
#include <unordered_map>

#include "domain/values.hpp"
#include "http/message.hpp"

namespace takt::live {

class Hub {
 public:
  /// `postgresql`: address of the database whose other servers' news to listen to; empty for none.
  explicit Hub(std::string postgresql = {});
  ~Hub();

  /// A stream that tells `{"ledger":…,"revision":…}` whenever the ledger changes, and first what
  /// it is now, so that a browser that was away sees whether it missed something.
  std::shared_ptr<http::Stream> watch(const domain::Id& ledger, long long revision);

  /// Tells the watchers here and, on PostgreSQL, those of the other servers. Never throws.
  void announce(const domain::Id& ledger, long long revision);

  std::size_t watchers();

 private:
  void tell(const std::string& ledger, const std::string& revision);
  void listen();

  std::mutex mutex_;
  std::unordered_map<std::string, std::vector<std::weak_ptr<http::Stream>>> watchers_;
  std::string postgresql_;
  std::atomic<bool> stopping_ = false;
  std::mutex sender_mutex_;
  void* sender_ = nullptr;  ///< PGconn
  std::jthread listener_;
};

}  // namespace takt::live
