#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "service/account_service.hpp"

namespace takt::api {

using namespace domain;

void declare_account_routes(Router& router) {
  auto& context = router.context();
  router.add(
      {"POST", "/api/v1/accounts", Permission::steer,
       "Creates an account; the caller becomes its key account manager.",
       router.schemas().input_of<Account>(false), router.schemas().of<Account>(), [&](Call& call) {
         Account fields;
         const auto envelope =
             read_fields(json_body(call.request), fields, mapping::Missing::report);
         return entity_answer(service::create_account(context, call.caller, std::move(fields),
                                                      envelope.id, call.id_parameter("manager")),
                              201);
       }});
  declare_entity_without_create<Account>(router);
  declare_entity<TeamMember>(router);
  declare_entity<Site>(router);
  declare_entity<ProductArea>(router);
  declare_entity<Contact>(router);
  declare_entity<Vision>(router);
  declare_entity<LongTermGoal>(router);
  declare_entity<Testimonial>(router);
  declare_entity<TestimonialUse>(router);
}

}  // namespace takt::api
