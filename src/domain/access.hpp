#pragma once
// Who may do what. The readable table is docs/access.md; a test compares the two.

#include <optional>

#include "domain/team_member.hpp"
#include "domain/user.hpp"

namespace takt::domain {

/// What a route asks of its caller.
BOOST_DEFINE_ENUM_CLASS(Permission,
                        anyone,      // no sign-in
                        signed_in,   // any user
                        see,         // read an account: its team, and the head of KAM
                        contribute,  // write plan, check-ins, contacts: managers and members
                        feed,        // write KPI values: managers, members, API tokens
                        manage,      // master data and team: managers, and the head of KAM
                        steer,       // create accounts: head of KAM and administrators
                        administer)  // users and organisation: administrators

/// `team` is the caller's role in the account at hand, if any.
bool allowed(Permission permission, OrganisationRole role, std::optional<TeamRole> team);

}  // namespace takt::domain
