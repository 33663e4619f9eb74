#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "command/check_in.hpp"
#include "command/entity.hpp"
#include "domain/check_in.hpp"

namespace takt::api {

using namespace domain;

void declare_check_in_routes(Router& router, Parts&) {
  auto& context = router.context();
  declare_entity<CheckIn>(router);
  router
      .add<Input<CheckIn>, command::CheckInEffect>(
          "POST", "/api/v1/key-results/{id}/check-in-effect", Permission::contribute,
          "What a check-in would do; nothing is stored.",
          [&](Call& call) {
            command::require_create<CheckIn>(context, call.caller, call.id());
            CheckIn fields;
            read_fields(json_body(call.request), fields, mapping::Missing::report);
            return answer(command::preview_check_in(context, call.caller, call.id(), fields));
          })
      .named("previewCheckIn");
}

}  // namespace takt::api
