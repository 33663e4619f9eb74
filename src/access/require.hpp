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

/// Throws Problem unless the caller may: unauthenticated for nobody, not_found for an account the
/// caller can't see, else forbidden.
void require(Context& context, const Caller& caller, Permission permission,
             const std::optional<Id>& account = {});

}  // namespace takt::access
