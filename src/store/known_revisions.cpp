#include "store/known_revisions.hpp"

#include <algorithm>
#include <mutex>
#include <utility>

namespace takt::store {

using domain::Id;

namespace {
thread_local bool asks_anew = false;
}

AskAnew::AskAnew() : before_(std::exchange(asks_anew, true)) {}
AskAnew::~AskAnew() { asks_anew = before_; }

std::optional<long long> KnownRevisions::of(const Id& ledger) const {
  if (asks_anew || !holds()) return {};
  const std::shared_lock lock(mutex_);
  const auto found = known_.find(ledger.text);
  if (found == known_.end()) return {};
  return found->second;
}

bool KnownRevisions::keep(long long era, const Id& ledger, long long revision) {
  if (!holds()) return true;
  const std::unique_lock lock(mutex_);
  if (era != era_) return false;
  // Another process may have committed between two who asked.
  auto& known = known_[ledger.text];
  known = std::max(known, revision);
  return true;
}

void KnownRevisions::forget(const std::vector<Id>& ledgers) {
  if (ledgers.empty()) return;
  const std::unique_lock lock(mutex_);
  ++era_;
  for (const auto& ledger : ledgers) known_.erase(ledger.text);
}

void KnownRevisions::forget_all() {
  const std::unique_lock lock(mutex_);
  ++era_;
  known_.clear();
}

}  // namespace takt::store
