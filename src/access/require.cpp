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

std::optional<domain::TeamRole> team_role(Context& context, const Caller& caller,
                                          const Id& account) {
  // The request has read the access ledger already when it found out who asks.
  if (caller.access_revision >= 0)
    if (const auto kept = context.access.team_role(caller.access_revision, caller.user, account))
      return *kept;
  return context.database.peek([&](store::Session& session) {
    const auto revision = store::revision(session, store::access_ledger());
    if (const auto kept = context.access.team_role(revision, caller.user, account)) return *kept;
    const auto role = store::team_role(session, account, caller.user);
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

}  // namespace takt::access
