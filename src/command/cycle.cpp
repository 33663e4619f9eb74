#include "command/cycle.hpp"

#include "command/carry_over.hpp"
#include "command/draft.hpp"
#include "command/entity.hpp"
#include "command/plan_rules.hpp"
#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "domain/effect.hpp"
#include "domain/key_result.hpp"
#include "domain/life_cycle.hpp"
#include "domain/objective.hpp"
#include "domain/review.hpp"
#include "figure/at_close.hpp"
#include "figure/effect.hpp"
#include "figure/next_cycle.hpp"
#include "figure/plan.hpp"
#include "figure/plan_at_start.hpp"
#include "store/plan_store.hpp"
#include "store/review_store.hpp"

namespace takt::command {

using namespace domain;
using namespace figure;

namespace {

/// Reads what the start asks for.
std::vector<ObjectiveInCycle> to_start(store::Session& session, const Cycle& cycle) {
  std::vector<ObjectiveInCycle> out;
  for (auto& one : store::objective_counts(session, cycle.id))
    out.push_back({std::move(one.title), one.state, one.key_results > 0, one.decisions > 0,
                   one.targets_lacking == 0});
  return out;
}

/// Reads what the close asks for.
std::vector<ObjectiveInCycle> to_close(store::Session& session, const Cycle& cycle, Date today) {
  std::vector<ObjectiveInCycle> out;
  const auto reviews = store::reviews_of(session, cycle.account);
  const auto account = store::must_find<Account>(session, cycle.account);
  const auto series = series_of(session, account, today);
  for (const auto& view : plan_of(session, account, cycle, {}, series, today)) {
    const auto* review = review_of(reviews, view.objective.id);
    out.push_back({view.objective.title, view.objective.state, view.total > 0,
                   review && review->decision, true, has_score(view, review)});
  }
  return out;
}

}  // namespace

void check(Draft<Cycle>& draft) {
  const auto& after = draft.after;
  if (after.name.empty()) draft.wrong("/name", "required", "is required");
  if (after.ends_on <= after.starts_on)
    draft.wrong("/endsOn", "before_start", "must be later than the start");
  CycleFacts facts;
  for (const auto& other : store::present_of<Cycle>(draft.session, after.account)) {
    if (other.id == after.id || after.archived_at) continue;
    if (after.starts_on <= other.ends_on && other.starts_on <= after.ends_on)
      draft.wrong("/startsOn", "overlaps", "overlaps the cycle " + other.name);
    if (other.state == CycleState::active) facts.other_active = other.name;
  }
  const auto state_before = draft.before ? draft.before->state : CycleState::planning;
  if (state_before == CycleState::planning && after.state == CycleState::active)
    facts.objectives = to_start(draft.session, after);
  if (state_before == CycleState::review && after.state == CycleState::closed)
    facts.objectives = to_close(draft.session, *draft.before, draft.today);
  state_after(step(state_before, after.state, facts));
  if (draft.before &&
      (comes_or_goes(draft) || draft.changed(&Cycle::starts_on) || draft.changed(&Cycle::ends_on)))
    must_give_reason(draft, *draft.before);
  if (after.state == state_before) return;
  if (state_before == CycleState::planning) draft.after.activated_on = draft.today;
  if (after.state == CycleState::closed) draft.after.closed_on = draft.today;
}

PlannedCycle plan_next(Context& context, const Caller& caller, const Id& account, Cycle fields,
                       const std::optional<Id>& id) {
  require_create<Cycle>(context, caller, account);
  if (id) fields.id = *id;
  fields.account = account;
  long long revision = 0;
  auto made = context.database.write(account, [&](store::Session& session) {
    revision = 0;
    if (const auto same = id ? store::find<Cycle>(session, *id) : std::nullopt) {
      if (same->account != account) conflict("id_taken", "The id is used by another entry.");
      return PlannedCycle{*same, {}};
    }
    const auto cycle = add<Cycle>(context, session, caller, fields, "", revision);
    const auto previous = cycle_before(session, cycle);
    CarriedOver carried;
    if (previous && previous->state == CycleState::closed)
      carried = carry_over(context, session, caller, cycle, *previous, revision);
    return PlannedCycle{cycle, std::move(carried.left_open)};
  });
  tell(context, account, revision);
  return made;
}

namespace {

/// What the start of a cycle locks: baselines read from their series, the plan as it is.
long long start(const Draft<Cycle>& draft, long long revision) {
  auto& [context, session, caller, today, before_, cycle, reason, errors, only_one] = draft;
  const auto account = store::must_find<Account>(session, cycle.account);
  const auto series = series_of(session, account, today);
  std::vector<PlannedObjective> plan;
  for (const auto& view : plan_of(session, account, cycle, {}, series, today)) {
    const auto& before = view.objective;
    auto after = before;
    after.state = state_after(step(before.state, ObjectiveEvent::start, {cycle.state}));
    if (!after.outcome_baseline && view.outcome.baseline)
      after.outcome_baseline = as_entered(*view.outcome.baseline);
    if (mapping::to_json(before) != mapping::to_json(after)) {
      ++after.version;
      store::update(session, after);
      revision = record(context, session, caller, &before, after, reason);
    }
    PlannedObjective planned{
        after.id, after.title, after.outcome_baseline, after.outcome_target, {}};
    for (const auto& one : view.key_results)
      planned.key_results.push_back({one.key_result.id, one.key_result.title, one.key_result.start,
                                     one.key_result.target, one.key_result.unit});
    plan.push_back(std::move(planned));
  }
  store::keep_plan_at_start(session, cycle.id, mapping::to_json(plan));
  return revision;
}

/// What the close of a cycle keeps: each objective's score and what it became, and what moves by
/// itself as it is now.
long long close(const Draft<Cycle>& draft, long long revision) {
  auto& [context, session, caller, today, before_, cycle, reason, errors, only_one] = draft;
  const auto reviews = store::reviews_of(session, cycle.account);
  const auto& in_review = *before_;
  const auto account = store::must_find<Account>(session, cycle.account);
  const auto series = series_of(session, account, today);
  AtClose at_close{as_of(in_review, today), account.check_in_interval.value, {}, {}};
  for (const auto& view : plan_of(session, account, in_review, {}, series, today)) {
    const auto& before = view.objective;
    at_close.objectives.push_back({before.id, view.outcome.readings});
    for (const auto& one : view.key_results)
      if (one.key_result.follows != Follows::check_ins)
        at_close.key_results.push_back(
            {one.key_result.id, followed_readings(series, one.key_result, at_close.as_of)});
    if (before.state == ObjectiveState::dropped) continue;
    const auto* found = review_of(reviews, before.id);
    if (!found) throw std::logic_error("a cycle closes with an objective that has no review");
    const auto& review = *found;
    auto kept = review;
    kept.score = score(view.result, review.score_override);
    ++kept.version;
    auto after = before;
    const auto event = kept.score ? ObjectiveEvent::judge : ObjectiveEvent::leave_unjudged;
    after.state = state_after(step(before.state, event, {cycle.state, kept.score}));
    ++after.version;
    store::update(session, after);
    record(context, session, caller, &before, after, reason);
    store::update(session, kept);
    revision = record(context, session, caller, &review, kept, reason);
  }
  store::keep_readings_at_close(session, cycle.id, mapping::to_json(at_close));
  return revision;
}

}  // namespace

long long follow_up(const Draft<Cycle>& draft, long long revision) {
  if (!draft.before || draft.before->state == draft.after.state) return revision;
  if (draft.before->state == CycleState::planning) return start(draft, revision);
  if (draft.after.state == CycleState::closed) return close(draft, revision);
  return revision;
}

}  // namespace takt::command
