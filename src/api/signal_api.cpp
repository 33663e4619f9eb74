#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "service/portfolio_service.hpp"

namespace takt::api {

using namespace domain;

struct Into {
  Id into;
};
BOOST_DESCRIBE_STRUCT(Into, (), (into))

namespace {

void declare_signals(Router& router) {
  auto& context = router.context();
  declare_entity<Signal>(router);
  declare_entity<Response>(router);
  declare_entity<WarningQuestion>(router);
  router.add<void, service::SignalBoard>(
      "GET", "/api/v1/accounts/{account}/signal-board", Permission::see,
      "All of an account's signals with their answers, themes and early warning.",
      [&](Call& call) { return answer(service::signal_board(context, call.caller, call.id())); });
  router.add<void, std::vector<Signal>>(
      "GET", "/api/v1/accounts/{account}/similar-signals", Permission::see,
      "Waiting signals that may be about the same as ?title=.", [&](Call& call) {
        return answer(service::similar_signals(context, call.caller, call.id(),
                                               call.request.parameter("title")));
      });
  router.add<void, service::Inbox>(
      "GET", "/api/v1/signals", Permission::signed_in,
      "What waits for an answer in the accounts whose team the caller is on.",
      [&](Call& call) { return answer(service::inbox(context, call.caller)); });
  router.add<Into, Signal>(
      "POST", "/api/v1/signals/{id}/merge", Permission::contribute,
      "Puts a signal to another one that is about the same.", [&](Call& call) {
        service::require_write<Signal>(context, call.caller, call.id());
        const auto in = read_body<Into>(call.request);
        return entity_answer(service::merge_signals(context, call.caller, call.id(), in.into));
      });
  router.add<void, std::vector<service::ThemeTrend>>(
      "GET", "/api/v1/signal-themes", Permission::signed_in,
      "Themes over the accounts that the caller sees, in the last twelve months.",
      [&](Call& call) { return answer(service::themes(context, call.caller)); });
}

void declare_market_signals(Router& router) {
  auto& context = router.context();
  declare_entity_without_create<MarketSignal>(router);
  router.add<void, std::vector<service::MarketSignalView>>(
      "GET", "/api/v1/market-signals", Permission::signed_in,
      "Market signals and which of the caller's accounts have judged them.",
      [&](Call& call) { return answer(service::market_signals(context, call.caller)); });
  router.add({"POST", "/api/v1/market-signals", Permission::signed_in, "Creates a market signal.",
              router.schemas().input_of<MarketSignal>(false), router.schemas().of<MarketSignal>(),
              [&](Call& call) {
                MarketSignal fields;
                const auto envelope =
                    read_fields(json_body(call.request), fields, mapping::Missing::report);
                return entity_answer(
                    service::create_for_organisation(context, call.caller, fields, envelope.id),
                    201);
              }});
}

void declare_portfolio(Router& router, Parts& parts) {
  auto& context = router.context();
  router.add<void, service::AgilityPage>(
      "GET", "/api/v1/accounts/{account}/agility", Permission::see,
      "The agility check of an account and its trend over cycles.", [&](Call& call) {
        return page_answer(call, parts.pages.page(context, call.caller, call.id(), "agility", [&] {
          return service::agility_page(context, call.id());
        }));
      });
  router.add<void, service::PortfolioPage>(
      "GET", "/api/v1/portfolio", Permission::signed_in,
      "Accounts by health, outcome, waiting signals and agility; ?search=, ?health=, ?waiting=, "
      "?order= and ?page= choose.",
      [&](Call& call) {
        service::PortfolioQuery query;
        query.search = call.request.parameter("search");
        query.health = mapping::enum_of<Health>(call.request.parameter("health"));
        query.only_waiting = call.flag("waiting");
        query.order = mapping::enum_of<service::PortfolioOrder>(call.request.parameter("order"))
                          .value_or(service::PortfolioOrder::health);
        query.page = std::clamp(number_parameter(call, "page", 0), 0, 100'000);
        return answer(service::portfolio(context, call.caller, query));
      });
}

}  // namespace

void declare_signal_routes(Router& router, Parts& parts) {
  declare_signals(router);
  declare_market_signals(router);
  declare_portfolio(router, parts);
}

}  // namespace takt::api
