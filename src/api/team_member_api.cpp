#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "domain/team_member.hpp"

namespace takt::api {

using namespace domain;

void declare_team_member_routes(Router& router, Parts&) { declare_entity<TeamMember>(router); }

}  // namespace takt::api
