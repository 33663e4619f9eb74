#include "access/caller.hpp"
#include "access/require.hpp"
#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "command/supply.hpp"
#include "domain/supply.hpp"
#include "figure/supply.hpp"
#include "page/supply.hpp"

namespace takt::api {

using namespace domain;

void declare_supply_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  declare_entity<SupplyRecord>(router);
  router
      .add<void, figure::SupplyPage>(
          "GET", "/api/v1/accounts/{account}/supply", Permission::see,
          "The share of supply of sites × product areas.",
          [&](Call& call) {
            const auto period = call.parameter<Period>("period");
            const auto at = call.parameter<Date>("at");
            const auto name = "supply" + (period ? std::string(mapping::enum_text(*period)) : "") +
                              (at ? to_string(*at) : "");
            return page_answer(call, parts.pages.page(context, call.caller, call.id(), name, [&] {
              return page::supply_page(context, call.id(), period, at);
            }));
          })
      .named("getSupply")
      .keeps_page()
      .reads<Period>("period", "How long the periods are.")
      .reads<Date>("at", "A day in the period to show; today without it.");
  router
      .add<command::SupplyGrid, command::GridAnswer>(
          "PUT", "/api/v1/accounts/{account}/supply-grid", Permission::contribute,
          "Stores a grid of supply records for one period; bad cells are named, good ones kept.",
          [&](Call& call) {
            access::require(context, call.caller, Permission::see, call.id());
            access::require(context, call.caller, Permission::contribute, call.id());
            return answer(
                command::store_grid(context, call.caller, call.id(), json_body(call.request)));
          })
      .named("putSupplyGrid");
}

}  // namespace takt::api
