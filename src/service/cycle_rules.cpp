#include "service/cycle_rules.hpp"

#include "domain/kpi.hpp"
#include "domain/meeting.hpp"

namespace takt::service {

using namespace domain;

namespace {

Cycle cycle_of(store::Session& session, const Id& objective) {
  const auto found = store::find<Objective>(session, objective);
  return store::find<Cycle>(session, found.value().cycle).value();
}

void must_be_open(const Cycle& cycle) {
  if (cycle.state == CycleState::closed)
    conflict("cycle_closed", "The cycle is closed and can only be read.");
}

/// In a running cycle the plan changes for a reason, which stays in its history.
template <class T>
void must_give_reason(Draft<T>& draft, const Cycle& cycle) {
  if (cycle.state == CycleState::active && draft.reason.empty())
    draft.wrong("/reason", "required",
                "is required: the cycle is running, and its history keeps the reason");
}

/// Values that the cycle's start has locked.
template <class T, class Member>
void must_be_locked(Draft<T>& draft, const Cycle& cycle, Member member, const char* pointer) {
  if (draft.before && cycle.state != CycleState::planning && draft.before->*member &&
      draft.changed(member))
    draft.wrong(pointer, "locked", "was locked when the cycle started");
}

template <class T>
void must_all_exist(Draft<T>& draft, const std::vector<Id>& areas, const char* areas_at,
                    const std::vector<Id>& sites, const char* sites_at) {
  for (std::size_t i = 0; i < areas.size(); ++i)
    must_exist<ProductArea>(draft, areas[i], areas_at + std::to_string(i));
  for (std::size_t i = 0; i < sites.size(); ++i)
    must_exist<Site>(draft, sites[i], sites_at + std::to_string(i));
}

void must_be_ready(store::Session& session, const Cycle& cycle) {
  const auto objectives = store::present_where<Objective>(session, "cycle", cycle.id);
  bool any = false;
  for (const auto& objective : objectives) {
    if (objective.state == ObjectiveState::dropped) continue;
    any = true;
    if (store::present_where<KeyResult>(session, "objective", objective.id).empty())
      conflict("objective_without_key_result",
               "The objective “" + objective.title + "” has no key result yet.");
  }
  if (!any) conflict("no_objective", "A cycle needs at least one objective with a key result.");
}

/// Closing needs a review with a decision, and a score, for every objective that was not dropped.
void must_be_reviewed(store::Session& session, const Cycle& cycle) {
  for (const auto& objective : store::present_where<Objective>(session, "cycle", cycle.id)) {
    if (objective.state == ObjectiveState::dropped) continue;
    const auto reviews = store::present_where<Review>(session, "objective", objective.id);
    if (reviews.empty() || !reviews.front().decision)
      conflict("not_reviewed", "The objective “" + objective.title + "” has no decision yet.");
  }
}

}  // namespace

void check(Draft<Cycle>& draft) {
  const auto& after = draft.after;
  if (after.name.empty()) draft.wrong("/name", "required", "is required");
  if (after.ends_on <= after.starts_on)
    draft.wrong("/endsOn", "before_start", "must be later than the start");
  for (const auto& other : store::present_of<Cycle>(draft.session, after.account)) {
    if (other.id == after.id || after.archived_at) continue;
    if (after.starts_on <= other.ends_on && other.starts_on <= after.ends_on)
      draft.wrong("/startsOn", "overlaps", "overlaps the cycle " + other.name);
    if (after.state == CycleState::active && other.state == CycleState::active)
      conflict("another_active", "The cycle " + other.name + " is still active.");
  }
  const auto state_before = draft.before ? draft.before->state : CycleState::planning;
  if (state_before == CycleState::closed) must_be_open(*draft.before);
  if (after.state == state_before) return;
  if (static_cast<int>(after.state) != static_cast<int>(state_before) + 1)
    conflict("no_such_step", "A cycle goes from planning to active, to review, to closed.");
  if (after.state == CycleState::active) {
    must_be_ready(draft.session, after);
    draft.after.activated_on = draft.today;
  }
  if (after.state == CycleState::closed) {
    must_be_reviewed(draft.session, after);
    draft.after.closed_on = draft.today;
  }
}

void check(Draft<FocusTopic>& draft) {
  must_be_open(store::find<Cycle>(draft.session, draft.after.cycle).value());
}

void check(Draft<Objective>& draft) {
  auto& after = draft.after;
  const auto cycle = store::find<Cycle>(draft.session, after.cycle).value();
  must_be_open(cycle);
  if (draft.creating() && cycle.state == CycleState::active) after.state = ObjectiveState::active;
  if (draft.changed(&Objective::owner)) must_be_on_team(draft, after.owner, "/owner");
  for (std::size_t i = 0; i < after.product_areas.size(); ++i)
    must_exist<ProductArea>(draft, after.product_areas[i], "/productAreas/" + std::to_string(i));
  for (std::size_t i = 0; i < after.goals.size(); ++i)
    must_exist<LongTermGoal>(draft, after.goals[i].goal, "/goals/" + std::to_string(i) + "/goal");
  must_exist<Kpi>(draft, after.outcome_kpi, "/outcomeKpi");
  if (draft.changed(&Objective::carried_from))
    must_exist<Objective>(draft, after.carried_from, "/carriedFrom");
  must_all_exist(draft, after.outcome_areas, "/outcomeAreas/", after.outcome_sites,
                 "/outcomeSites/");
  if (after.outcome_kind == OutcomeKind::kpi && !after.outcome_kpi)
    draft.wrong("/outcomeKpi", "required", "is required");
  must_be_locked(draft, cycle, &Objective::outcome_baseline, "/outcomeBaseline");
  const bool measured_otherwise = draft.changed(&Objective::title) ||
                                  draft.changed(&Objective::outcome_kind) ||
                                  draft.changed(&Objective::outcome_target);
  const auto state_before = draft.before ? draft.before->state : after.state;
  const bool archives = draft.before && !draft.before->archived_at && after.archived_at;
  if (draft.creating() || measured_otherwise || archives || after.state != state_before)
    must_give_reason(draft, cycle);
  if (after.state == state_before) return;
  const bool drops = after.state == ObjectiveState::dropped;
  const bool takes_up =
      state_before == ObjectiveState::dropped && after.state == ObjectiveState::active;
  if (!drops && !takes_up)
    conflict("no_such_step", "An objective's result is judged in the review of its cycle.");
}

namespace {

void check_stages(Draft<KeyResult>& draft) {
  const auto& stages = draft.after.stages;
  if (stages.size() < 2) return draft.wrong("/stages", "too_few", "needs at least two stages");
  if (stages.front().degree.value != 0)
    draft.wrong("/stages/0/degree", "first_stage", "must be 0: nothing is done yet");
  if (stages.back().degree.value != 100)
    draft.wrong("/stages/" + std::to_string(stages.size() - 1) + "/degree", "last_stage",
                "must be 100: all is done");
  for (std::size_t i = 1; i < stages.size(); ++i)
    if (stages[i].degree.value <= stages[i - 1].degree.value)
      draft.wrong("/stages/" + std::to_string(i) + "/degree", "not_rising",
                  "must be more than the stage before");
}

void check_measure(Draft<KeyResult>& draft) {
  const auto& after = draft.after;
  switch (after.kind) {
    case KeyResultKind::stages:
      return check_stages(draft);
    case KeyResultKind::metric:
      if (!after.start) draft.wrong("/start", "required", "is required");
      if (!after.target) draft.wrong("/target", "required", "is required");
      return;
    case KeyResultKind::corridor:
      if (!after.lower && !after.upper)
        draft.wrong("/lower", "required", "a corridor needs a lower or an upper bound");
      if (after.lower && after.upper && *after.lower > *after.upper)
        draft.wrong("/upper", "below_lower", "must not be less than the lower bound");
  }
}

void check_dependency(Draft<KeyResult>& draft) {
  const auto& after = draft.after;
  must_exist<KeyResult>(draft, after.depends_on, "/dependsOn");
  auto next = after.depends_on;
  for (int steps = 0; next && steps < 100; ++steps) {
    if (*next == after.id) return draft.wrong("/dependsOn", "circle", "would wait for itself");
    const auto other = store::find<KeyResult>(draft.session, *next);
    next = other ? other->depends_on : std::nullopt;
  }
}

}  // namespace

void check(Draft<KeyResult>& draft) {
  auto& after = draft.after;
  const auto cycle = cycle_of(draft.session, after.objective);
  must_be_open(cycle);
  if (draft.changed(&KeyResult::owner)) must_be_on_team(draft, after.owner, "/owner");
  check_measure(draft);
  check_dependency(draft);
  if (after.weight && (*after.weight < 0 || *after.weight > 100))
    draft.wrong("/weight", "out_of_range", "must be from 0 to 100");
  if (after.due && (*after.due < cycle.starts_on || *after.due > cycle.ends_on))
    draft.wrong("/due", "outside_cycle", "must lie within the cycle");
  if (draft.before && draft.before->kind != after.kind) {
    const auto check_ins = store::present_where<CheckIn>(draft.session, "key_result", after.id);
    if (!check_ins.empty()) draft.wrong("/kind", "has_check_ins", "can't change after a check-in");
  }
  must_exist<Kpi>(draft, after.kpi, "/kpi");
  if (draft.changed(&KeyResult::carried_from))
    must_exist<KeyResult>(draft, after.carried_from, "/carriedFrom");
  must_all_exist(draft, after.supply_areas, "/supplyAreas/", after.supply_sites, "/supplySites/");
  if (after.follows == Follows::kpi && !after.kpi) draft.wrong("/kpi", "required", "is required");
  if (after.follows != Follows::check_ins && after.kind == KeyResultKind::stages)
    draft.wrong("/follows", "has_stages", "stages are reached by check-ins");
  must_be_locked(draft, cycle, &KeyResult::start, "/start");
  const bool archives = draft.before && !draft.before->archived_at && after.archived_at;
  const bool measured_otherwise =
      draft.changed(&KeyResult::title) || draft.changed(&KeyResult::target) ||
      draft.changed(&KeyResult::lower) || draft.changed(&KeyResult::upper) ||
      draft.changed(&KeyResult::stages) || draft.changed(&KeyResult::due) ||
      draft.changed(&KeyResult::state);
  if (archives || measured_otherwise) must_give_reason(draft, cycle);
}

void check(Draft<SiteTarget>& draft) {
  const auto& after = draft.after;
  const auto key_result = store::find<KeyResult>(draft.session, after.key_result).value();
  must_be_open(cycle_of(draft.session, key_result.objective));
  must_exist<Site>(draft, after.site, "/site");
  const auto twice = draft.session.value<Id>(
      "select id from site_target where key_result = :key_result and site = :site and id <> :id",
      {store::bound("key_result", after.key_result), store::bound("site", after.site),
       store::bound("id", after.id)});
  if (twice) draft.wrong("/site", "taken", "is part of the roll-out already");
  const auto site = store::find<Site>(draft.session, after.site);
  if (site && site->purchasers && after.told && after.told->value > site->purchasers->value)
    draft.wrong("/told", "out_of_range",
                "must not be more than the site's " + std::to_string(site->purchasers->value) +
                    " purchasers");
}

void check(Draft<CheckIn>& draft) {
  auto& after = draft.after;
  if (!draft.creating())
    conflict("immutable", "A check-in is never changed; enter a correction instead.");
  after.entered_by = draft.caller.user;
  const auto key_result = store::find<KeyResult>(draft.session, after.key_result).value();
  const auto cycle = cycle_of(draft.session, key_result.objective);
  must_be_open(cycle);
  if (cycle.state == CycleState::planning)
    conflict("cycle_planning", "The cycle is still being planned; activate it first.");
  if (key_result.state == KeyResultState::dropped)
    conflict("dropped", "The key result was dropped.");
  if (after.effective_on > draft.today)
    draft.wrong("/effectiveOn", "in_future", "must not be later than today");
  if (after.effective_on < plus_days(cycle.starts_on, -31))
    draft.wrong("/effectiveOn", "outside_cycle", "lies before the cycle");
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
  const auto targets = store::present_where<SiteTarget>(draft.session, "key_result", key_result.id);
  if (targets.empty() && after.site)
    draft.wrong("/site", "not_here", "this key result is not rolled out per site");
  if (!targets.empty() && !after.site)
    draft.wrong("/site", "required", "is required: this key result is rolled out per site");
  bool part = targets.empty() || !after.site;
  for (const auto& target : targets) part = part || target.site == after.site;
  if (!part) draft.wrong("/site", "unknown_site", "is not part of the roll-out");
  if (after.supersedes) {
    const auto other = store::find<CheckIn>(draft.session, *after.supersedes);
    if (!other || other->key_result != after.key_result)
      draft.wrong("/supersedes", "unknown_check_in", "must be a check-in of this key result");
    else if (draft.session.value<Id>("select id from check_in where supersedes = :id",
                                     {store::bound("id", *after.supersedes)}))
      draft.wrong("/supersedes", "taken", "was corrected already");
  }
}

void check(Draft<OutcomeReading>& draft) {
  const auto objective = store::find<Objective>(draft.session, draft.after.objective).value();
  if (objective.outcome_kind != OutcomeKind::own)
    conflict("not_own_outcome", "This objective's outcome is read from its own series.");
  if (draft.after.on > draft.today) draft.wrong("/on", "in_future", "must not be later than today");
}

void check(Draft<Review>& draft) {
  const auto& after = draft.after;
  const auto objective = store::find<Objective>(draft.session, after.objective).value();
  const auto cycle = store::find<Cycle>(draft.session, objective.cycle).value();
  must_be_open(cycle);
  if (cycle.state != CycleState::review)
    conflict("not_in_review", "The cycle is not in review yet.");
  const auto twice = draft.session.value<Id>(
      "select id from review where objective = :objective and id <> :id and archived_at is null",
      {store::bound("objective", after.objective), store::bound("id", after.id)});
  if (twice) conflict("reviewed_already", "Somebody began the review of this objective already.");
  if (after.score_override && (*after.score_override < 0 || *after.score_override > 1))
    draft.wrong("/scoreOverride", "out_of_range", "must be from 0 to 1");
  if (after.score_override && after.score_reason.empty())
    draft.wrong("/scoreReason", "required", "is required: why is the score another one?");
  for (std::size_t i = 0; i < after.carried.size(); ++i) {
    const auto key_result = store::find<KeyResult>(draft.session, after.carried[i]);
    if (!key_result || key_result->objective != after.objective)
      draft.wrong("/carried/" + std::to_string(i), "unknown_key_result",
                  "must be a key result of this objective");
  }
}

void check(Draft<Action>& draft) {
  must_exist<KeyResult>(draft, draft.after.key_result, "/keyResult");
  if (draft.changed(&Action::meeting)) must_exist<Meeting>(draft, draft.after.meeting, "/meeting");
  if (draft.changed(&Action::assignee)) must_be_on_team(draft, draft.after.assignee, "/assignee");
}

}  // namespace takt::service
