#pragma once
// Whether PostgreSQL answers. A thread of its own asks it, so that whoever wants to know waits for
// nothing, and no further question waits, while it stands still.

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "store/database.hpp"

namespace takt::cli {

class Readiness {
 public:
  /// Asks the database at `location`, which holds Takt's tables, four times a second. Throws where
  /// it can't be reached.
  explicit Readiness(std::string location);
  ~Readiness();
  Readiness(const Readiness&) = delete;
  Readiness& operator=(const Readiness&) = delete;

  /// Whether it has answered what was asked last, or in the last three seconds where that is still
  /// open. Gives a question up that is open for far longer.
  bool ready();

 private:
  using Clock = std::chrono::steady_clock;
  void keep_asking(const std::stop_token& stop);
  void ask();

  const std::string location_;
  std::mutex mutex_;  ///< of which session it is
  std::unique_ptr<store::Session> session_;
  std::atomic<Clock::rep> holds_until_ = 0;
  std::jthread thread_;
};

}  // namespace takt::cli
