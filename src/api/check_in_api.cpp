#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "command/check_in.hpp"
#include "command/entity.hpp"
#include "domain/check_in.hpp"
#include "page/key_result.hpp"

namespace takt::api {

using namespace domain;

void declare_check_in_routes(Router& router, Parts&) {
  auto& context = router.context();
  declare_entity<CheckIn>(router);
  router
      .add<void, page::CheckInsPart>(
          "GET", "/api/v1/key-results/{parent}/check-ins", Permission::see,
          "A key result's check-ins, newest first, superseded ones included.",
          [&](Call& call) {
            return answer(page::check_ins_before(context, call.caller, call.id(),
                                                 call.parameter<Id>("after")));
          })
      .reads<Id>("after", "Goes on: the `id` of the last check-in that is known.")
      .named("listCheckInsOfKeyResult");
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
