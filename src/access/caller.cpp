#include "access/caller.hpp"

#include <mutex>
#include <shared_mutex>

#include "domain/team_member.hpp"

namespace takt::access {

using namespace domain;

void AccessCache::start_over_unless(long long revision) {
  if (revision == revision_ && callers_.size() < 20'000 && standings_.size() < 200'000) return;
  callers_.clear();
  standings_.clear();
  revision_ = revision;
}

std::optional<Caller> AccessCache::caller(long long revision, const std::string& token_hash,
                                          domain::Instant now) {
  const std::shared_lock lock(mutex_);
  const auto found = callers_.find(token_hash);
  if (revision != revision_ || found == callers_.end()) return {};
  if (found->second.session_ends < now) return {};
  return found->second;
}

void AccessCache::keep(long long revision, const std::string& token_hash, Caller caller) {
  const std::unique_lock lock(mutex_);
  start_over_unless(revision);
  callers_[token_hash] = std::move(caller);
}

std::optional<Standing> AccessCache::standing(long long revision, const Id& user,
                                              const Id& account) {
  const std::shared_lock lock(mutex_);
  const auto found = standings_.find(user.text + account.text);
  if (revision != revision_ || found == standings_.end()) return {};
  return found->second;
}

void AccessCache::keep(long long revision, const Id& user, const Id& account, Standing standing) {
  const std::unique_lock lock(mutex_);
  start_over_unless(revision);
  standings_[user.text + account.text] = standing;
}

}  // namespace takt::access
