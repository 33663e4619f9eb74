#pragma once
// Who works for an account, and as what.

#include "domain/record.hpp"
#include "domain/reference.hpp"

namespace takt::domain {

BOOST_DEFINE_ENUM_CLASS(TeamRole, manager, member, sponsor, observer)

struct TeamMember : Record {
  static constexpr std::string_view kTerm = "team_member", kCollection = "team-members";
  Reference<User> user;
  TeamRole role = TeamRole::member;
  std::optional<Date> since;
};
BOOST_DESCRIBE_STRUCT(TeamMember, (Record), (user, role, since))

}  // namespace takt::domain
