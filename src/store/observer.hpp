#pragma once
// Who watches what a database does: for metrics, and to say where a slow request spent its time.

#include <chrono>
#include <map>
#include <string>
#include <string_view>

namespace takt::store {

/// Is told by the threads that use the database, by many at once, and must neither throw nor use
/// it.
struct Observer {
  virtual ~Observer() = default;
  /// A statement ended, well or not, its rows read.
  virtual void ran(std::string_view sql, std::chrono::nanoseconds time) = 0;
  /// A session was lent, after that time.
  virtual void lent(std::chrono::nanoseconds waited) = 0;
  /// SQLite stored so many writes at once.
  virtual void committed_together(std::size_t writes) = 0;
};

/// What one piece of work asked of the database. One thread at a time adds to it.
struct Trace {
  struct Cost {
    long long times = 0;
    std::chrono::nanoseconds time{};
  };
  std::map<std::string, Cost, std::less<>> statements;  ///< by their text, without values
  std::chrono::nanoseconds waited{};                    ///< for sessions
};

/// While it lives, what this thread asks is added to `trace`, also where another thread that
/// commits for it runs its statements; null: to none.
class Tracing {
 public:
  explicit Tracing(Trace* trace);
  ~Tracing();
  Tracing(const Tracing&) = delete;
  Tracing& operator=(const Tracing&) = delete;
  /// This thread's; null for none.
  static Trace* current();

 private:
  Trace* before_;
};

}  // namespace takt::store
