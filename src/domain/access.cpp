#include "domain/access.hpp"

namespace takt::domain {

bool allowed(Permission permission, OrganisationRole role, std::optional<TeamRole> team) {
  switch (permission) {
    case Permission::anyone:
    case Permission::signed_in:
      return true;
    case Permission::see:
      return team || role == OrganisationRole::head;
    case Permission::contribute:
    case Permission::feed:
      return team == TeamRole::manager || team == TeamRole::member;
    case Permission::manage:
      return team == TeamRole::manager || role == OrganisationRole::head;
    case Permission::steer:
      return role != OrganisationRole::member;
    case Permission::administer:
      return role == OrganisationRole::administrator;
  }
  return false;
}

}  // namespace takt::domain
