#include "api/entity_api.hpp"
#include "api/routes.hpp"

namespace takt::api {

void declare_cycle_routes(Router& router) {
  declare_entity<domain::Cycle>(router);
  declare_entity<domain::Objective>(router);
  declare_entity<domain::KeyResult>(router);
  declare_entity<domain::SiteTarget>(router);
  declare_entity<domain::CheckIn>(router);
  declare_entity<domain::Action>(router);
}

}  // namespace takt::api
