#include "access/get.hpp"
#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "command/entity.hpp"
#include "command/objective.hpp"
#include "domain/cycle.hpp"
#include "domain/objective.hpp"
#include "domain/playbook.hpp"
#include "page/hints.hpp"

namespace takt::api {

using namespace domain;

/// An objective with its key results, as a playbook proposes them.
struct PlannedObjectiveInput {
  std::optional<Id> id;
  Text<1000> reason;
  Title title;
  Prose why;
  std::optional<Id> owner;
  std::vector<GoalLink> goals;
  OutcomeKind outcome_kind = OutcomeKind::none;
  Text<200> outcome;
  Text<20> outcome_unit;
  std::optional<double> outcome_target;
  std::vector<PlaybookKeyResult> key_results;
};
BOOST_DESCRIBE_STRUCT(PlannedObjectiveInput, (),
                      (id, reason, title, why, owner, goals, outcome_kind, outcome, outcome_unit,
                       outcome_target, key_results))

void declare_objective_routes(Router& router, Parts&) {
  auto& context = router.context();
  declare_entity<Objective>(router);
  router
      .add<PlannedObjectiveInput, Objective>(
          "POST", "/api/v1/cycles/{id}/planned-objectives", Permission::contribute,
          "Creates an objective with its key results in one step, e.g. from a playbook.",
          [&](Call& call) {
            command::require_create<Objective>(context, call.caller, call.id());
            const auto in = read_body<PlannedObjectiveInput>(call.request);
            Objective objective;
            objective.title = in.title;
            objective.why = in.why;
            objective.owner = in.owner;
            objective.goals = in.goals;
            objective.outcome_kind = in.outcome_kind;
            objective.outcome = in.outcome;
            objective.outcome_unit = in.outcome_unit;
            objective.outcome_target = in.outcome_target;
            return entity_answer(command::create_planned(context, call.caller, call.id(), objective,
                                                         in.key_results, in.id, in.reason),
                                 201);
          })
      .named("createPlannedObjective")
      .creates();
  router
      .add<Patch<Objective>, page::HintsView>(
          "POST", "/api/v1/cycles/{id}/objective-hints", Permission::see,
          "What an experienced colleague would ask about a draft of an objective.",
          [&](Call& call) {
            access::get<Cycle>(context, call.caller, call.id());
            std::optional<Id> present;
            const auto draft = draft_of<Objective>(call.request, present);
            return answer(page::objective_hints(context, call.caller, call.id(), draft, present));
          })
      .named("hintAtObjective");
}

}  // namespace takt::api
