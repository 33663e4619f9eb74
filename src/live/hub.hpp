#pragma once
// Who listens, and the news that a ledger changed, as server-sent events: one stream a browser, for
// all that its reader may see.

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>
#include <vector>

#include "domain/values.hpp"
#include "http/message.hpp"
#include "live/wire.hpp"

namespace takt::live {

/// A session has so many streams at once; a further one closes the oldest.
inline constexpr std::size_t kMostStreams = 20;

/// Who watches. Both are asked as of a revision of who may what; one that throws hears nothing and
/// is asked again soon.
struct Watcher {
  domain::Id user;
  std::string session;                              ///< names the session that came for it
  std::function<bool(long long access)> signed_in;  ///< whether the session goes on
  /// Whether they may hear of the ledger. Asked before its first news, for all streams of the
  /// session, and again once the revision has moved.
  std::function<bool(long long access, const domain::Id& ledger)> may_see;
};

/// Threads: anybody may call it at any time. A thread of its own tells the news, asks the watchers
/// and talks to PostgreSQL, so that who announces waits for none of it.
class Hub {
 public:
  /// `access`: the revision of who may what, which moves whenever that changes for anybody; asked
  /// whenever something is told. `postgresql`: address of the database whose other servers' news
  /// to listen to; empty for none. `version`: names the web interface that this server brings.
  explicit Hub(std::function<long long()> access, std::string postgresql = {},
               const std::string& version = {});
  /// What is announced by now is still told to the other servers, unless that takes a second.
  ~Hub();
  Hub(const Hub&) = delete;
  Hub& operator=(const Hub&) = delete;

  /// A stream that tells `{"user":…,"version":…}` at first, `{"ledger":…,"revision":…}` whenever a
  /// ledger changes that `watcher` may see (of changes in quick succession maybe only the last),
  /// and `{"version":…}` where nothing happens for a while. What happened before it began, it does
  /// not tell: whoever was away reads again. It ends with the session: as soon as something is
  /// told, or, where the session's time is over, a minute later. Browsers ask again and are told
  /// why.
  std::shared_ptr<http::Stream> watch(Watcher watcher);

  /// Tells the watchers here and, on PostgreSQL, those of the other servers, soon. Where the
  /// database is away, all are told when it is back. Where the others' news may have been lost, or
  /// nobody could say for half a minute who may hear, all streams end: browsers come again and
  /// read.
  void announce(const domain::Id& ledger, long long revision);

  std::size_t watchers();

 private:
  /// Counts sessions in the order of their coming.
  using Number = std::uint64_t;
  struct Listener {
    /// Shared with whoever asks it: that may take the database, so nobody holds the lock meanwhile.
    std::shared_ptr<const Watcher> watcher;
    std::vector<std::weak_ptr<http::Stream>> streams;  ///< in the order of their coming
  };
  /// Who hears of a ledger; all up to `asked` were asked.
  struct Audience {
    Number asked = 0;
    std::vector<Number> listeners;
  };

  void work(const std::stop_token& stop);
  News announced();
  void tell_others(const News& news, const std::stop_token& stop);
  void wait(int milliseconds);

  /// And what nobody here could hear until now.
  void tell_here(const News& news);
  /// Stops at the first who can't say; whether all could.
  bool ask_newcomers(Audience& audience, long long access, const domain::Id& ledger);
  void send_to(Audience& audience, std::string_view text);
  void end_what_is_over(long long access);
  std::vector<std::pair<Number, std::shared_ptr<const Watcher>>> came_after(Number number);
  bool nobody_is_here();
  void end(Number number);
  void close_all();
  void forget_who_has_gone();

  std::mutex mutex_;
  std::map<Number, Listener> listeners_;
  std::unordered_map<std::string, Number> numbers_;  ///< by their sessions
  Number last_ = 0;
  std::mutex announced_mutex_;
  News announced_;

  // From here on, what the thread alone touches once it runs.
  std::function<long long()> access_;
  std::string version_;
  std::optional<long long> as_of_;  ///< the revision of who may what that `audiences_` hold for
  std::unordered_map<std::string, Audience> audiences_;  ///< by their ledgers
  std::size_t remembered_ = 0;                           ///< in all of `audiences_`
  std::chrono::steady_clock::time_point looked_;         ///< for sessions that are over
  std::optional<Wire> wire_;                             ///< on PostgreSQL
  News untold_;                                          ///< to the other servers
  News unheard_;  ///< here, by all or some: nobody could say who may
  std::chrono::steady_clock::time_point unheard_since_;
  int wake_ = -1;  ///< eventfd: readable once something is announced, or it is to end
  std::jthread thread_;
};

}  // namespace takt::live
