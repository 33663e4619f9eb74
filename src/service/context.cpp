#include "service/context.hpp"

#include <mutex>

namespace takt::service {

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

std::optional<domain::TeamRole> team_role(Context& context, const Caller& caller,
                                          const Id& account) {
  // The request has read the access ledger already when it found out who asks.
  if (caller.access_revision >= 0)
    if (const auto kept = context.access.team_role(caller.access_revision, caller.user, account))
      return *kept;
  return context.database.peek([&](store::Session& session) {
    const auto revision = store::revision(session, store::access_ledger());
    if (const auto kept = context.access.team_role(revision, caller.user, account)) return *kept;
    const auto role = session.value<domain::TeamRole>(
        "select role from team_member where \"user\" = :user and account = :account"
        " and archived_at is null",
        {store::bound("user", caller.user), store::bound("account", account)});
    context.access.keep(revision, caller.user, account, role);
    return role;
  });
}

void require(Context& context, const Caller& caller, Permission permission,
             const std::optional<Id>& account) {
  if (permission == Permission::anyone) return;
  if (caller.user.empty())
    throw Problem(Problem::Kind::unauthenticated, "sign_in", "Please sign in.");
  if (caller.scope) {
    if (permission == Permission::feed && account == caller.scope->account) return;
    throw Problem(Problem::Kind::forbidden, "not_allowed", "This token only writes KPI values.");
  }
  // What belongs to the organisation everybody sees and adds to; its leaders keep it in order.
  if (account == store::organisation_ledger()) {
    if (permission == Permission::see || permission == Permission::contribute) return;
    return require(context, caller, Permission::steer);
  }
  std::optional<domain::TeamRole> team;
  if (account) team = team_role(context, caller, *account);
  if (domain::allowed(permission, caller.role, team)) return;
  if (account && !domain::allowed(Permission::see, caller.role, team)) throw Problem::not_found();
  throw Problem(Problem::Kind::forbidden, "not_allowed", "Your role does not allow this.");
}

}  // namespace takt::service
