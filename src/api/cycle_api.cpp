#include "access/get.hpp"
#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "command/carry_over.hpp"
#include "command/cycle.hpp"
#include "command/entity.hpp"
#include "domain/cycle.hpp"
#include "figure/next_cycle.hpp"
#include "page/cycle_plan.hpp"

namespace takt::api {

using namespace domain;

struct CarryOver {
  Id from;
};
BOOST_DESCRIBE_STRUCT(CarryOver, (), (from))

void declare_cycle_routes(Router& router, Parts&) {
  auto& context = router.context();
  declare_entity<Cycle>(router);
  declare_entity<FocusTopic>(router);
  router
      .add<void, page::PlanPage>(
          "GET", "/api/v1/cycles/{id}/plan", Permission::see,
          "All there is to planning a cycle, and the plan at its start beside the plan now.",
          [&](Call& call) { return answer(page::plan_page(context, call.caller, call.id())); })
      .named("getPlan");
  router
      .add<void, figure::NextCycle>(
          "GET", "/api/v1/accounts/{account}/next-cycle", Permission::see,
          "When the next cycle would be and what it would be called.",
          [&](Call& call) {
            return answer(page::next_cycle(context, call.caller, call.id(),
                                           call.parameter<Date>("startsOn")));
          })
      .named("getNextCycle")
      .reads<Date>("startsOn",
                   "The day that is chosen already; the one after the last cycle without it.");
  router
      .add<Input<Cycle>, command::PlannedCycle>(
          "POST", "/api/v1/accounts/{account}/next-cycle", Permission::contribute,
          "Creates the next cycle, taking over what the reviews of the last one decided; "
          "what was not taken over is named.",
          [&](Call& call) {
            command::require_create<Cycle>(context, call.caller, call.id());
            Cycle fields;
            const auto envelope =
                read_fields(json_body(call.request), fields, mapping::Missing::report);
            return answer(command::plan_next(context, call.caller, call.id(), fields, envelope.id),
                          201);
          })
      .named("planNextCycle")
      .creates();
  router
      .add<CarryOver, command::CarriedOver>(
          "POST", "/api/v1/cycles/{id}/carry-over", Permission::contribute,
          "Takes over what the reviews of another cycle decided and was not taken over yet.",
          [&](Call& call) {
            command::require_write<Cycle>(context, call.caller, call.id());
            const auto in = read_body<CarryOver>(call.request);
            return answer(command::carry_over(context, call.caller, call.id(), in.from));
          })
      .named("carryOver");
}

}  // namespace takt::api
