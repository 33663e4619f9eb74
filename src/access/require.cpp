#include "access/require.hpp"

#include "access/caller.hpp"
#include "access/context.hpp"
#include "domain/access.hpp"
#include "domain/problem.hpp"
#include "domain/team_member.hpp"
#include "store/account_store.hpp"
#include "store/change_log.hpp"

namespace takt::access {

using namespace domain;

namespace {

Standing standing(Context& context, const Caller& caller, const Id& account) {
  // The request has read the access ledger already when it found out who asks.
  if (caller.access_revision >= 0)
    if (const auto kept = context.access.standing(caller.access_revision, caller.user, account))
      return *kept;
  return context.database.peek([&](store::Session& session) {
    const auto revision = store::revision(session, store::access_ledger());
    if (const auto kept = context.access.standing(revision, caller.user, account)) return *kept;
    const auto standing = store::standing(session, account, caller.user);
    context.access.keep(revision, caller.user, account, standing);
    return standing;
  });
}

}  // namespace

std::optional<domain::TeamRole> team_role(Context& context, const Caller& caller,
                                          const Id& account) {
  return standing(context, caller, account).role;
}

std::optional<Id> sees_accounts_of(const Caller& caller) {
  if (domain::allowed(Permission::see, caller.role, {})) return {};
  return caller.user;
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
  std::optional<domain::TeamRole> team;
  if (account) {
    const auto found = standing(context, caller, *account);
    // A head sees every account, but there must be one.
    if (!found.is_account) throw Problem::not_found();
    team = found.role;
  }
  if (domain::allowed(permission, caller.role, team)) return;
  if (account && !domain::allowed(Permission::see, caller.role, team)) throw Problem::not_found();
  throw Problem(Problem::Kind::forbidden, "not_allowed", "Your role does not allow this.");
}

void require_in(Context& context, const Caller& caller, Permission permission, const Id& ledger) {
  if (ledger != store::organisation_ledger()) return require(context, caller, permission, ledger);
  const bool open = permission == Permission::see || permission == Permission::contribute;
  require(context, caller, open ? Permission::signed_in : Permission::steer);
}

}  // namespace takt::access
