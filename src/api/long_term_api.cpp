#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "domain/goal.hpp"
#include "page/long_term.hpp"

namespace takt::api {

using namespace domain;

void declare_long_term_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  declare_entity<Vision>(router);
  declare_entity<LongTermGoal>(router);
  declare_entity<Milestone>(router);
  router
      .add<void, page::LongTermPage>(
          "GET", "/api/v1/accounts/{account}/long-term", Permission::see,
          "Vision, long-term goals, milestones and the steps of each cycle on one line.",
          [&](Call& call) {
            return page_answer(call, parts.pages.page(context, call.caller, call.id(), "long", [&] {
              return page::long_term_page(context, call.id());
            }));
          })
      .named("getLongTerm")
      .keeps_page();
}

}  // namespace takt::api
