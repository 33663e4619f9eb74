#pragma once
// Revisions of ledgers, known without asking the database: what a kept page and a kept session are
// held against with each request.
//
// A commit of this process forgets the ledgers that it moved before its writer has an answer, so
// that nobody reads less than they wrote. Commits of other processes are seen by whoever watches
// for them (see Database::know_revisions); while nobody does, nothing is known. Whoever has written
// or heard of something on another server asks anew (see AskAnew).

#include <atomic>
#include <chrono>
#include <optional>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/values.hpp"

namespace takt::store {

/// While it lives, this thread knows nothing and asks the database.
class AskAnew {
 public:
  AskAnew();
  ~AskAnew();
  AskAnew(const AskAnew&) = delete;
  AskAnew& operator=(const AskAnew&) = delete;

 private:
  bool before_;
};

class KnownRevisions {
 public:
  using Clock = std::chrono::steady_clock;

  /// No value where it has to be asked.
  std::optional<long long> of(const domain::Id& ledger) const;
  /// Asked before the database is, so that keep() can tell whether something moved meanwhile.
  long long era() const { return era_; }
  /// What the database said. False where anything was forgotten since `era`: it has to be asked
  /// again, or whoever has seen this answer might be told an older one next.
  bool keep(long long era, const domain::Id& ledger, long long revision);
  void forget(const std::vector<domain::Id>& ledgers);
  void forget_all();
  /// What is known holds until then: whoever watches was there.
  void hold_until(Clock::time_point end) { holds_until_ = end.time_since_epoch().count(); }

 private:
  bool holds() const { return Clock::now().time_since_epoch().count() < holds_until_; }

  mutable std::shared_mutex mutex_;
  std::unordered_map<std::string, long long> known_;
  std::atomic<long long> era_ = 0;
  std::atomic<Clock::rep> holds_until_ = Clock::time_point::min().time_since_epoch().count();
};

}  // namespace takt::store
