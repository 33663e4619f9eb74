#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "command/api_token.hpp"
#include "command/entity.hpp"
#include "command/kpi.hpp"
#include "domain/api_token.hpp"
#include "domain/kpi.hpp"
#include "page/kpi.hpp"

namespace takt::api {

using namespace domain;

/// What is told of a day, whose date stands in the address.
struct DayValue {
  double value = 0;
  Text<200> source;
};
BOOST_DESCRIBE_STRUCT(DayValue, (), (value, source))

namespace {

void declare_kpis(Router& router) {
  auto& context = router.context();
  declare_entity<Kpi>(router);
  declare_entity<KpiValue>(router);
  router
      .add<void, std::vector<page::KpiView>>(
          "GET", "/api/v1/accounts/{account}/kpis-page", Permission::see,
          "An account's KPIs with their values.",
          [&](Call& call) { return answer(page::kpis(context, call.caller, call.id())); })
      .named("getKpisPage");
  router
      .add<DayValue, KpiValue>(
          "PUT", "/api/v1/kpis/{id}/values/{date}", Permission::feed,
          "Writes the value of a day; the same value again changes nothing. API tokens may do "
          "this.",
          [&](Call& call) {
            command::require_feed(context, call.caller, call.id());
            Date on;
            mapping::Errors errors;
            mapping::read_json(boost::json::value(call.captured.at(1)), on, "/date", errors);
            if (!errors.empty()) throw Problem::invalid(std::move(errors));
            const auto in = read_body<DayValue>(call.request);
            return entity_answer(
                command::put_kpi_value(context, call.caller, call.id(), on, in.value, in.source));
          })
      .named("putKpiValue");
}

void declare_tokens(Router& router) {
  auto& context = router.context();
  router
      .add<void, std::vector<ApiToken>>(
          "GET", "/api/v1/accounts/{account}/api-tokens", Permission::manage,
          "The account's API tokens, without their secrets.",
          [&](Call& call) { return answer(page::tokens(context, call.caller, call.id())); })
      .named("listApiTokens");
  router
      .add<Input<ApiToken>, command::NewToken>(
          "POST", "/api/v1/accounts/{account}/api-tokens", Permission::manage,
          "Creates an API token; its secret is shown this once.",
          [&](Call& call) {
            command::require_create<ApiToken>(context, call.caller, call.id());
            ApiToken fields;
            const auto envelope =
                read_fields(json_body(call.request), fields, mapping::Missing::report);
            return answer(
                command::create_token(context, call.caller, call.id(), fields, envelope.id), 201);
          })
      .named("createApiToken")
      .creates();
  router
      .add<void, ApiToken>("DELETE", "/api/v1/api-tokens/{id}", Permission::manage,
                           "Revokes an API token for good.",
                           [&](Call& call) {
                             return entity_answer(command::archive<ApiToken>(
                                 context, call.caller, call.id(), call.version(), ""));
                           })
      .named("revokeApiToken")
      .names_version();
}

}  // namespace

void declare_kpi_routes(Router& router, Parts&) {
  declare_kpis(router);
  declare_tokens(router);
}

}  // namespace takt::api
