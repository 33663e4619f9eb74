#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "service/kpi_service.hpp"
#include "service/supply_service.hpp"

namespace takt::api {

using namespace domain;

struct KpiValueInput {
  double value = 0;
  Text<200> source;
};
BOOST_DESCRIBE_STRUCT(KpiValueInput, (), (value, source))

namespace {

void declare_supply_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  declare_entity<SupplyRecord>(router);
  router.add<void, service::SupplyPage>(
      "GET", "/api/v1/accounts/{account}/supply", Permission::see,
      "The share of supply of sites × product areas; ?period= and ?at= choose what is shown.",
      [&](Call& call) {
        const auto period = mapping::enum_of<Period>(call.request.parameter("period"));
        const auto at = parse_date(call.request.parameter("at"));
        const auto name = "supply" + (period ? std::string(mapping::enum_text(*period)) : "") +
                          (at ? to_string(*at) : "");
        return page_answer(call, parts.pages.page(context, call.caller, call.id(), name, [&] {
          return service::supply_page(context, call.id(), period, at);
        }));
      });
  router.add<void, service::GridAnswer>(
      "PUT", "/api/v1/accounts/{account}/supply-grid", Permission::contribute,
      "Stores a grid of supply records for one period; bad cells are named, good ones kept.",
      [&](Call& call) {
        service::require(context, call.caller, Permission::see, call.id());
        service::require(context, call.caller, Permission::contribute, call.id());
        return answer(
            service::store_grid(context, call.caller, call.id(), json_body(call.request)));
      });
}

void declare_kpi_routes(Router& router) {
  auto& context = router.context();
  declare_entity_without_create<Kpi>(router);
  declare_entity<KpiValue>(router);
  router.add<void, std::vector<service::KpiView>>(
      "GET", "/api/v1/accounts/{account}/kpis", Permission::see,
      "All of an account's KPIs with their values; archived ones as plain KPIs with "
      "?archived=true.",
      [&](Call& call) {
        if (call.flag("archived"))
          return answer(service::list<Kpi>(context, call.caller, call.id(), true));
        return answer(service::kpis(context, call.caller, call.id()));
      });
  router.add({"POST", "/api/v1/accounts/{parent}/kpis", Permission::contribute, "Creates a kpi.",
              router.schemas().input_of<Kpi>(false), router.schemas().of<Kpi>(),
              [&](Call& call) { return create_entity<Kpi>(context, call); }});
  router.add<Position, Kpi>("PUT", "/api/v1/kpis/{id}/position", Permission::contribute,
                            "Moves a kpi.",
                            [&](Call& call) { return move_entity<Kpi>(context, call); });
  router.add<KpiValueInput, KpiValue>(
      "PUT", "/api/v1/kpis/{id}/values/{date}", Permission::feed,
      "Writes the value of a day; the same value again changes nothing. API tokens may do this.",
      [&](Call& call) {
        service::require_feed(context, call.caller, call.id());
        const auto on = parse_date(call.captured.at(1));
        const auto in = read_body<KpiValueInput>(call.request);
        if (!on) throw Problem::invalid("", "not_a_date", "the address must end with a date");
        return entity_answer(
            service::put_kpi_value(context, call.caller, call.id(), *on, in.value, in.source));
      });
}

void declare_token_routes(Router& router) {
  auto& context = router.context();
  router.add<void, std::vector<ApiToken>>(
      "GET", "/api/v1/accounts/{account}/api-tokens", Permission::manage,
      "The account's API tokens, without their secrets.",
      [&](Call& call) { return answer(service::tokens(context, call.caller, call.id())); });
  router.add({"POST", "/api/v1/accounts/{parent}/api-tokens", Permission::manage,
              "Creates an API token; its secret is shown this once.",
              router.schemas().input_of<ApiToken>(false), router.schemas().of<service::NewToken>(),
              [&](Call& call) {
                service::require_create<ApiToken>(context, call.caller, call.id());
                ApiToken fields;
                const auto envelope =
                    read_fields(json_body(call.request), fields, mapping::Missing::report);
                return answer(
                    service::create_token(context, call.caller, call.id(), fields, envelope.id),
                    201);
              }});
  router.add<void, ApiToken>("DELETE", "/api/v1/api-tokens/{id}", Permission::manage,
                             "Revokes an API token for good.", [&](Call& call) {
                               return entity_answer(service::archive<ApiToken>(
                                   context, call.caller, call.id(), call.version(), ""));
                             });
}

}  // namespace

void declare_measure_routes(Router& router, Parts& parts) {
  declare_supply_routes(router, parts);
  declare_kpi_routes(router);
  declare_token_routes(router);
}

}  // namespace takt::api
