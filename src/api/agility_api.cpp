#include "api/routes.hpp"
#include "page/agility.hpp"

namespace takt::api {

using namespace domain;

void declare_agility_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  router
      .add<void, page::AgilityPage>(
          "GET", "/api/v1/accounts/{account}/agility", Permission::see,
          "The agility check of an account and its trend over cycles.",
          [&](Call& call) {
            return page_answer(
                call, parts.pages.page(context, call.caller, call.id(), "agility",
                                       [&] { return page::agility_page(context, call.id()); }));
          })
      .named("getAgility")
      .keeps_page();
}

}  // namespace takt::api
