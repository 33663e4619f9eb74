#include "command/check_in.hpp"

#include <algorithm>

#include "command/draft.hpp"
#include "command/entity.hpp"
#include "command/plan_rules.hpp"
#include "domain/account.hpp"
#include "domain/check_in.hpp"
#include "domain/cycle.hpp"
#include "domain/key_result.hpp"
#include "domain/objective.hpp"
#include "domain/problem.hpp"
#include "figure/plan.hpp"
#include "store/check_in_store.hpp"

namespace takt::command {

using namespace domain;
using namespace figure;

void check(Draft<CheckIn>& draft) {
  auto& after = draft.after;
  if (!draft.creating())
    conflict("immutable", "A check-in is never changed; enter a correction instead.");
  after.entered_by = draft.caller.user;
  const auto key_result = store::must_find<KeyResult>(draft.session, after.key_result);
  const auto cycle = cycle_of(draft.session, key_result.objective);
  must_be_open(cycle);
  if (cycle.state == CycleState::planning)
    conflict("cycle_planning", "The cycle is still being planned; activate it first.");
  if (key_result.state == KeyResultState::dropped)
    conflict("dropped", "The key result was dropped.");
  if (after.effective_on > draft.entry_day())
    draft.wrong("/effectiveOn", "in_future", "must not be later than today");
  if (after.effective_on < plus_days(cycle.starts_on, -31))
    draft.wrong("/effectiveOn", "outside_cycle", "lies before the cycle");
  if (after.effective_on > cycle.ends_on)
    draft.wrong("/effectiveOn", "after_cycle", "lies after the end of the cycle");
  const bool staged = key_result.kind == KeyResultKind::stages;
  if (staged && after.value) draft.wrong("/value", "not_here", "this key result has stages");
  if (!staged && after.stage) draft.wrong("/stage", "not_here", "this key result has values");
  if (staged && !after.stage) draft.wrong("/stage", "required", "is required");
  const bool follows = key_result.follows != Follows::check_ins;
  if (follows && after.value)
    draft.wrong("/value", "not_here", "this key result follows its source by itself");
  if (!staged && !follows && !after.value) draft.wrong("/value", "required", "is required");
  if (after.stage && after.stage->value >= static_cast<int>(key_result.stages.size()) && staged)
    draft.wrong("/stage", "out_of_range", "there is no such stage");
  const auto targets =
      store::present_where<SiteTarget>(draft.session, after.account, "key_result", key_result.id);
  if (targets.empty() && after.site)
    draft.wrong("/site", "not_here", "this key result is not rolled out per site");
  if (!targets.empty() && !after.site)
    draft.wrong("/site", "required", "is required: this key result is rolled out per site");
  bool part = targets.empty() || !after.site;
  for (const auto& target : targets) part = part || target.site == after.site;
  // Of one that is archived or unknown its reference tells.
  if (!part && is_present<Site>(draft.session, after.account, *after.site))
    draft.wrong("/site", "unknown_site", "is not part of the roll-out");
  if (after.supersedes) {
    const auto other = store::superseded(draft.session, *after.supersedes);
    if (!other || other->key_result != after.key_result)
      draft.wrong("/supersedes", "unknown_check_in", "must be a check-in of this key result");
    else if (other->correction)
      draft.wrong("/supersedes", "taken", "was corrected already");
  }
}

long long follow_up(const Draft<CheckIn>& draft, long long revision) {
  store::mark_overtaken(draft.session, draft.after);
  return revision;
}

CheckInEffect preview_check_in(Context& context, const Caller& caller, const Id& id,
                               CheckIn fields) {
  fields.account = require_create<CheckIn>(context, caller, id);
  fields.key_result = id;
  fields.created_at = context.now();
  const auto today = context.today();
  return context.database.read([&](store::Session& session) {
    Draft<CheckIn> draft{context, session, caller, today, nullptr, fields, ""};
    judge(draft);
    const auto key_result = store::must_find<KeyResult>(session, id);
    const auto objective = store::must_find<Objective>(session, key_result.objective);
    const auto cycle = store::must_find<Cycle>(session, objective.cycle);
    const auto account = store::must_find<Account>(session, fields.account);
    const auto of_key_result = [&](const ObjectiveView& view) {
      const auto found = std::ranges::find(
          view.key_results, id, [](const KeyResultView& one) { return one.key_result.id; });
      if (found == view.key_results.end()) throw Problem::not_found();
      return *found;
    };
    const auto before = objective_view(session, account, cycle, objective, today);
    const auto after = objective_view(session, account, cycle, objective, today, &fields);
    return CheckInEffect{of_key_result(after).value, of_key_result(before).progress,
                         of_key_result(after).progress, before.progress, after.progress};
  });
}

}  // namespace takt::command
