#include "command/objective.hpp"

#include "command/draft.hpp"
#include "command/entity.hpp"
#include "command/plan_rules.hpp"
#include "domain/cycle.hpp"
#include "domain/goal.hpp"
#include "domain/key_result.hpp"
#include "domain/kpi.hpp"
#include "domain/life_cycle.hpp"
#include "domain/objective.hpp"
#include "domain/playbook.hpp"
#include "domain/product_area.hpp"

namespace takt::command {

using namespace domain;

void check(Draft<Objective>& draft) {
  auto& after = draft.after;
  const auto cycle = store::must_find<Cycle>(draft.session, after.cycle);
  must_be_open(cycle);
  const bool steps = draft.before && draft.before->state != after.state;
  if (draft.creating())
    after.state = state_after(first_state(after.state, cycle.state));
  else if (steps)
    after.state = state_after(step(draft.before->state, event_towards(after.state), {cycle.state}));
  if (after.outcome_kind == OutcomeKind::kpi && !after.outcome_kpi)
    draft.wrong("/outcomeKpi", "required", "is required");
  must_be_locked(draft, cycle, &Objective::outcome_baseline, "/outcomeBaseline");
  const bool measured_otherwise =
      draft.changed(&Objective::title) || draft.changed(&Objective::outcome_kind) ||
      draft.changed(&Objective::outcome) || draft.changed(&Objective::outcome_areas) ||
      draft.changed(&Objective::outcome_sites) || draft.changed(&Objective::outcome_kpi) ||
      draft.changed(&Objective::outcome_unit) || draft.changed(&Objective::outcome_baseline) ||
      draft.changed(&Objective::outcome_target);
  if (measured_otherwise || comes_or_goes(draft) || steps) must_give_reason(draft, cycle);
}

Objective create_planned(Context& context, const Caller& caller, const Id& cycle,
                         Objective objective, const std::vector<PlaybookKeyResult>& key_results,
                         const std::optional<Id>& id, const std::string& reason) {
  const Id account = require_create<Objective>(context, caller, cycle);
  if (id) objective.id = *id;
  objective.account = account;
  objective.cycle = cycle;
  long long revision = 0;
  auto made = context.database.write(account, [&](store::Session& session) {
    revision = 0;
    if (const auto same = id ? store::find<Objective>(session, *id) : std::nullopt) {
      if (same->cycle != cycle) conflict("id_taken", "The id is used by another entry.");
      return *same;
    }
    const auto parent = add<Objective>(context, session, caller, objective, reason, revision);
    for (const auto& planned : key_results) {
      KeyResult key_result;
      key_result.account = account;
      key_result.objective = parent.id;
      key_result.title = planned.title;
      key_result.kind = planned.kind;
      key_result.unit = planned.unit;
      key_result.start = planned.start;
      key_result.target = planned.target;
      key_result.lower = planned.lower;
      key_result.upper = planned.upper;
      key_result.stages = planned.stages;
      add<KeyResult>(context, session, caller, key_result, reason, revision);
    }
    return parent;
  });
  tell(context, account, revision);
  return made;
}

}  // namespace takt::command
