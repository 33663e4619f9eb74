#include "domain/key_result.hpp"

#include "command/draft.hpp"
#include "command/entity.hpp"
#include "command/plan_rules.hpp"
#include "domain/check_in.hpp"
#include "domain/kpi.hpp"
#include "domain/progress.hpp"
#include "store/check_in_store.hpp"

namespace takt::command {

using namespace domain;

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

/// What is rolled out goes from the starts of its sites to the target.
void check_starts_of_sites(Draft<KeyResult>& draft) {
  const auto& after = draft.after;
  if (draft.creating() || (!draft.changed(&KeyResult::start) && !draft.changed(&KeyResult::target)))
    return;
  const auto sites =
      store::present_where<SiteTarget>(draft.session, after.account, "key_result", after.id);
  if (!sites.empty() && !keeps_way(after, sum_of_starts(after, sites)))
    draft.wrong("/target", "no_way", "is reached or passed by the starts of the sites");
}

void check_measure(Draft<KeyResult>& draft, const Cycle& cycle) {
  const auto& after = draft.after;
  switch (after.kind) {
    case KeyResultKind::stages:
      return check_stages(draft);
    case KeyResultKind::metric:
      if (!after.start) draft.wrong("/start", "required", "is required");
      // What was carried over may still have to be given a new target, until its cycle starts.
      if (!after.target && !(after.carried_from && cycle.state == CycleState::planning))
        draft.wrong("/target", "required", "is required");
      if (after.start && after.start == after.target &&
          (draft.changed(&KeyResult::start) || draft.changed(&KeyResult::target)))
        draft.wrong("/target", "no_way",
                    "must not be the same as the start; a value is held by a corridor");
      return check_starts_of_sites(draft);
    case KeyResultKind::corridor:
      if (!after.lower && !after.upper)
        draft.wrong("/lower", "required", "a corridor needs a lower or an upper bound");
      if (after.lower && after.upper && *after.lower > *after.upper)
        draft.wrong("/upper", "below_lower", "must not be less than the lower bound");
  }
}

/// Weights fixed by hand leave something for those that are not fixed.
void check_weights(Draft<KeyResult>& draft) {
  const auto& after = draft.after;
  if (after.weight && (*after.weight < 0 || *after.weight > 100))
    return draft.wrong("/weight", "out_of_range", "must be from 0 to 100");
  if (after.state == KeyResultState::dropped || after.archived_at) return;
  if (!draft.changed(&KeyResult::weight) && !draft.changed(&KeyResult::state) &&
      !comes_or_goes(draft))
    return;
  double fixed = after.weight.value_or(0);
  bool open = !after.weight;
  for (const auto& other : store::present_where<KeyResult>(draft.session, after.account,
                                                           "objective", after.objective)) {
    if (other.id == after.id || other.state == KeyResultState::dropped) continue;
    fixed += other.weight.value_or(0);
    open = open || !other.weight;
  }
  constexpr double kAll = 100 + kRounding;
  if (fixed > kAll || (open && fixed > kAll - 2 * kRounding))
    draft.wrong("/weight", "too_heavy",
                "the weights fixed by hand add up to 100 at most, and to less while one is not "
                "fixed");
}

void check_dependency(Draft<KeyResult>& draft) {
  const auto& after = draft.after;
  std::optional<Id> next = after.depends_on;
  for (int steps = 0; next && steps < 100; ++steps) {
    if (*next == after.id) return draft.wrong("/dependsOn", "circle", "would wait for itself");
    const auto other = store::find<KeyResult>(draft.session, *next);
    next = other ? std::optional<Id>(other->depends_on) : std::nullopt;
  }
}

/// What an active key result follows is there, whenever it begins or goes on to follow it.
void check_followed(Draft<KeyResult>& draft) {
  const auto& after = draft.after;
  const bool comes_back = draft.before && draft.before->archived_at && !after.archived_at;
  if (after.state == KeyResultState::dropped || after.archived_at) return;
  if (!comes_back && !draft.changed(&KeyResult::follows) && !draft.changed(&KeyResult::state))
    return;
  const auto must_be_present = [&]<class Target>(std::type_identity<Target>, const auto& list,
                                                 const std::string& pointer) {
    for (std::size_t i = 0; i < list.size(); ++i)
      if (!is_present<Target>(draft.session, after.account, list[i]))
        draft.wrong(pointer + '/' + std::to_string(i), "unknown_" + std::string(Target::kTerm),
                    "must be one of the account's entries");
  };
  if (after.follows == Follows::kpi && after.kpi &&
      !is_present<Kpi>(draft.session, after.account, *after.kpi))
    draft.wrong("/kpi", "unknown_kpi", "must be one of the account's entries");
  if (after.follows == Follows::supply) {
    must_be_present(std::type_identity<ProductArea>{}, after.supply_areas, "/supplyAreas");
    must_be_present(std::type_identity<Site>{}, after.supply_sites, "/supplySites");
  }
}

}  // namespace

void check(Draft<KeyResult>& draft) {
  auto& after = draft.after;
  const auto cycle = cycle_of(draft.session, after.objective);
  must_be_open(cycle);
  check_measure(draft, cycle);
  check_dependency(draft);
  check_weights(draft);
  if (after.due && (*after.due < cycle.starts_on || *after.due > cycle.ends_on))
    draft.wrong("/due", "outside_cycle", "must lie within the cycle");
  if (draft.before && draft.before->kind != after.kind &&
      store::has_check_ins(draft.session, after))
    draft.wrong("/kind", "has_check_ins", "can't change after a check-in");
  if (!draft.creating()) check_followed(draft);
  if (after.follows == Follows::kpi && !after.kpi) draft.wrong("/kpi", "required", "is required");
  if (after.follows != Follows::check_ins && after.kind == KeyResultKind::stages)
    draft.wrong("/follows", "has_stages", "stages are reached by check-ins");
  must_be_locked(draft, cycle, &KeyResult::start, "/start");
  const bool measured_otherwise =
      draft.changed(&KeyResult::title) || draft.changed(&KeyResult::kind) ||
      draft.changed(&KeyResult::unit) || draft.changed(&KeyResult::start) ||
      draft.changed(&KeyResult::target) || draft.changed(&KeyResult::lower) ||
      draft.changed(&KeyResult::upper) || draft.changed(&KeyResult::stages) ||
      draft.changed(&KeyResult::due) || draft.changed(&KeyResult::state) ||
      draft.changed(&KeyResult::weight) || draft.changed(&KeyResult::depends_on) ||
      draft.changed(&KeyResult::follows) || draft.changed(&KeyResult::kpi) ||
      draft.changed(&KeyResult::supply_areas) || draft.changed(&KeyResult::supply_sites);
  if (comes_or_goes(draft) || measured_otherwise) must_give_reason(draft, cycle);
}

/// Check-ins tell the place of the stage that was reached: they stay with it where others come or
/// go.
long long follow_up(const Draft<KeyResult>& draft, long long revision) {
  if (!draft.before || !draft.changed(&KeyResult::stages)) return revision;
  const auto& key_result = draft.after;
  for (const auto& before : store::present_where<CheckIn>(draft.session, key_result.account,
                                                          "key_result", key_result.id)) {
    if (!before.stage) continue;
    const auto place = place_of_stage(draft.before->stages, key_result.stages, before.stage->value);
    if (place == before.stage->value) continue;
    auto after = before;
    after.stage = Whole<0, 100>{place};
    ++after.version;
    store::update(draft.session, after);
    revision = record(draft.context, draft.session, draft.caller, &before, after, draft.reason);
  }
  return revision;
}

}  // namespace takt::command
