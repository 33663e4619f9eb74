#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "command/entity.hpp"
#include "domain/signal.hpp"
#include "page/market.hpp"

namespace takt::api {

using namespace domain;

void declare_market_signal_routes(Router& router, Parts&) {
  auto& context = router.context();
  declare_entity_without_create<MarketSignal>(router);
  router
      .add<void, std::vector<page::MarketSignalView>>(
          "GET", "/api/v1/market-signals", Permission::signed_in,
          "Market signals and which of the caller's accounts have judged them.",
          [&](Call& call) { return answer(page::market_signals(context, call.caller)); })
      .named("listMarketSignals");
  router
      .add<Input<MarketSignal>, MarketSignal>(
          "POST", "/api/v1/market-signals", Permission::signed_in, "Creates a market signal.",
          [&](Call& call) {
            MarketSignal fields;
            const auto envelope =
                read_fields(json_body(call.request), fields, mapping::Missing::report);
            return entity_answer(
                command::create_for_organisation(context, call.caller, fields, envelope.id), 201);
          })
      .named("createMarketSignal")
      .creates();
}

}  // namespace takt::api
