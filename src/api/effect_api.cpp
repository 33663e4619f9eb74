#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "domain/outcome.hpp"
#include "page/effect.hpp"

namespace takt::api {

using namespace domain;

void declare_effect_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  declare_entity<OutcomeReading>(router);
  router
      .add<void, page::EffectPage>(
          "GET", "/api/v1/accounts/{account}/effectiveness", Permission::see,
          "Result × effectiveness of all objectives, cycle by cycle.",
          [&](Call& call) {
            return page_answer(
                call, parts.pages.page(context, call.caller, call.id(), "effect",
                                       [&] { return page::effect_page(context, call.id()); }));
          })
      .named("getEffectiveness")
      .keeps_page();
}

}  // namespace takt::api
