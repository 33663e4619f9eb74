#include "access/caller.hpp"

#include <mutex>
#include <shared_mutex>

#include "domain/team_member.hpp"

namespace takt::access {

using namespace domain;

void AccessCache::start_over_unless(long long revision) {
  if (revision == revision_ && callers_.size() < 20'000 && roles_.size() < 200'000) return;
  callers_.clear();
  roles_.clear();
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

std::optional<std::optional<domain::TeamRole>> AccessCache::team_role(long long revision,
                                                                      const Id& user,
                                                                      const Id& account) {
  const std::shared_lock lock(mutex_);
  const auto found = roles_.find(user.text + account.text);
  if (revision != revision_ || found == roles_.end()) return {};
  return found->second;
}

void AccessCache::keep(long long revision, const Id& user, const Id& account,
                       std::optional<domain::TeamRole> role) {
  const std::unique_lock lock(mutex_);
  start_over_unless(revision);
  roles_[user.text + account.text] = role;
}

}  // namespace takt::access
