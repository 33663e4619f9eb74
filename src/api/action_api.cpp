#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "domain/action.hpp"

namespace takt::api {

using namespace domain;

void declare_action_routes(Router& router, Parts&) { declare_entity<Action>(router); }

}  // namespace takt::api
