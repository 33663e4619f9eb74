#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "service/plan.hpp"

namespace takt::api {

void declare_cycle_routes(Router& router) {
  declare_entity<domain::Cycle>(router);
  declare_entity<domain::Objective>(router);
  declare_entity<domain::KeyResult>(router);
  declare_entity<domain::SiteTarget>(router);
  declare_entity<domain::CheckIn>(router);
  declare_entity<domain::Action>(router);
  auto& context = router.context();
  router.add({"POST", "/api/v1/key-results/{id}/check-in-effect", domain::Permission::contribute,
              "What a check-in would do; nothing is stored.",
              router.schemas().input_of<domain::CheckIn>(false),
              router.schemas().of<service::CheckInEffect>(), [&](Call& call) {
                service::require_create<domain::CheckIn>(context, call.caller, call.id());
                domain::CheckIn fields;
                read_fields(json_body(call.request), fields, mapping::Missing::report);
                return answer(service::preview_check_in(context, call.caller, call.id(), fields));
              }});
}

}  // namespace takt::api
