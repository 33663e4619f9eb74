#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "service/long_term_service.hpp"
#include "service/playbook_service.hpp"

namespace takt::api {

using namespace domain;

struct CarryOver {
  Id from;
};
BOOST_DESCRIBE_STRUCT(CarryOver, (), (from))

struct Carried {
  int objectives = 0;
};
BOOST_DESCRIBE_STRUCT(Carried, (), (objectives))

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

namespace {

/// A draft in whatever state: what can be read of it counts, wrong fields do not.
template <class T>
T draft_of(const http::Request& request, std::optional<Id>& present) {
  T draft;
  mapping::Errors ignored;
  const auto body = json_body(request);
  present = read_envelope(body, ignored).id;
  mapping::read_object<T, mapping::OwnMembers>(body, draft, "", ignored, mapping::Missing::keep,
                                               {"id", "reason"});
  return draft;
}

void declare_planning(Router& router) {
  auto& context = router.context();
  router.add<void, service::PlanPage>(
      "GET", "/api/v1/cycles/{id}/plan", Permission::see,
      "All there is to planning a cycle, and the plan at its start beside the plan now.",
      [&](Call& call) { return answer(service::plan_page(context, call.caller, call.id())); });
  router.add<void, service::NextCycle>(
      "GET", "/api/v1/accounts/{account}/next-cycle", Permission::see,
      "When the next cycle would be and what it would be called.",
      [&](Call& call) { return answer(service::next_cycle(context, call.caller, call.id())); });
  router.add({"POST", "/api/v1/accounts/{account}/next-cycle", Permission::contribute,
              "Creates the next cycle, taking over what the reviews of the last one decided.",
              router.schemas().input_of<Cycle>(false), router.schemas().of<Cycle>(),
              [&](Call& call) {
                service::require_create<Cycle>(context, call.caller, call.id());
                Cycle fields;
                const auto envelope =
                    read_fields(json_body(call.request), fields, mapping::Missing::report);
                return entity_answer(
                    service::plan_next(context, call.caller, call.id(), fields, envelope.id), 201);
              }});
  router.add<CarryOver, Carried>(
      "POST", "/api/v1/cycles/{id}/carry-over", Permission::contribute,
      "Takes over what the reviews of another cycle decided and was not taken over yet.",
      [&](Call& call) {
        service::require_write<Cycle>(context, call.caller, call.id());
        const auto in = read_body<CarryOver>(call.request);
        return answer(Carried{service::carry_over(context, call.caller, call.id(), in.from)});
      });
  router.add({"POST", "/api/v1/cycles/{id}/objective-hints", Permission::see,
              "What an experienced colleague would ask about a draft of an objective.",
              router.schemas().input_of<Objective>(true), router.schemas().of<service::HintsView>(),
              [&](Call& call) {
                service::get<Cycle>(context, call.caller, call.id());
                std::optional<Id> present;
                const auto draft = draft_of<Objective>(call.request, present);
                return answer(
                    service::objective_hints(context, call.caller, call.id(), draft, present));
              }});
  router.add({"POST", "/api/v1/objectives/{id}/key-result-hints", Permission::see,
              "What an experienced colleague would ask about a draft of a key result.",
              router.schemas().input_of<KeyResult>(true), router.schemas().of<service::HintsView>(),
              [&](Call& call) {
                service::get<Objective>(context, call.caller, call.id());
                std::optional<Id> present;
                const auto draft = draft_of<KeyResult>(call.request, present);
                return answer(
                    service::key_result_hints(context, call.caller, call.id(), draft, present));
              }});
}

void declare_playbooks(Router& router) {
  auto& context = router.context();
  declare_entity_without_create<Playbook>(router);
  router.add<void, std::vector<service::PlaybookView>>(
      "GET", "/api/v1/playbooks", Permission::signed_in,
      "Templates for situations that come again; ?language= chooses those that come with Takt.",
      [&](Call& call) {
        const auto language = mapping::enum_of<Language>(call.request.parameter("language"));
        return answer(service::playbooks(context, call.caller, language.value_or(Language::de)));
      });
  router.add(
      {"POST", "/api/v1/playbooks", Permission::signed_in,
       "Creates a template of the organisation's own.", router.schemas().input_of<Playbook>(false),
       router.schemas().of<Playbook>(), [&](Call& call) {
         Playbook fields;
         const auto envelope =
             read_fields(json_body(call.request), fields, mapping::Missing::report);
         return entity_answer(
             service::create_for_organisation(context, call.caller, fields, envelope.id), 201);
       }});
  router.add<PlannedObjectiveInput, Objective>(
      "POST", "/api/v1/cycles/{id}/planned-objectives", Permission::contribute,
      "Creates an objective with its key results in one step, e.g. from a playbook.",
      [&](Call& call) {
        service::require_create<Objective>(context, call.caller, call.id());
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
        return entity_answer(service::create_planned(context, call.caller, call.id(), objective,
                                                     in.key_results, in.id, in.reason),
                             201);
      });
}

void declare_review(Router& router, Parts& parts) {
  auto& context = router.context();
  declare_entity<Review>(router);
  declare_entity<OutcomeReading>(router);
  router.add<void, service::ReviewPage>(
      "GET", "/api/v1/cycles/{id}/review", Permission::see,
      "Results and effectiveness of a cycle, objective by objective.",
      [&](Call& call) { return answer(service::review_page(context, call.caller, call.id())); });
  router.add<void, service::EffectPage>(
      "GET", "/api/v1/accounts/{account}/effectiveness", Permission::see,
      "Result × effectiveness of all objectives, cycle by cycle.", [&](Call& call) {
        return page_answer(call, parts.pages.page(context, call.caller, call.id(), "effect", [&] {
          return service::effect_page(context, call.id());
        }));
      });
  router.add<void, std::vector<service::Lesson>>(
      "GET", "/api/v1/lessons", Permission::signed_in,
      "What teams have learned; ?words= brings the most alike first.", [&](Call& call) {
        return answer(service::lessons(context, call.caller, call.request.parameter("words"), 100));
      });
}

}  // namespace

void declare_planning_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  declare_planning(router);
  declare_playbooks(router);
  declare_review(router, parts);
  declare_entity<FocusTopic>(router);
  declare_entity<Milestone>(router);
  router.add<void, service::LongTermPage>(
      "GET", "/api/v1/accounts/{account}/long-term", Permission::see,
      "Vision, long-term goals, milestones and the steps of each cycle on one line.",
      [&](Call& call) {
        return page_answer(call, parts.pages.page(context, call.caller, call.id(), "long", [&] {
          return service::long_term_page(context, call.id());
        }));
      });
}

}  // namespace takt::api
