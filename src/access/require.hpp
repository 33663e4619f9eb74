#pragma once
// Who may do what: the one place that says no.

#include "access/caller.hpp"
#include "access/context.hpp"
#include "domain/access.hpp"
#include "domain/team_member.hpp"

namespace takt::access {

/// The caller's role in the account; no value for somebody outside its team.
std::optional<domain::TeamRole> team_role(Context& context, const Caller& caller,
                                          const Id& account);

/// Whose accounts the caller sees; no value for somebody who sees all.
std::optional<Id> sees_accounts_of(const Caller& caller);

/// Throws Problem unless the caller may: unauthenticated for nobody, not_found for an account that
/// the caller can't see or that is none, the organisation included; else forbidden.
void require(Context& context, const Caller& caller, Permission permission,
             const std::optional<Id>& account = {});

/// The same for what may belong to the organisation as well as to an account: its ledger decides.
/// What is the organisation's everybody sees and adds to; its leaders keep it in order.
void require_in(Context& context, const Caller& caller, Permission permission, const Id& ledger);

}  // namespace takt::access
