#include "command/carry_over.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "command/draft.hpp"
#include "command/entity.hpp"
#include "domain/account.hpp"
#include "domain/action.hpp"
#include "domain/cycle.hpp"
#include "domain/key_result.hpp"
#include "domain/objective.hpp"
#include "domain/problem.hpp"
#include "domain/progress.hpp"
#include "domain/review.hpp"
#include "figure/carry_over.hpp"
#include "figure/effect.hpp"
#include "figure/plan.hpp"
#include "figure/series.hpp"
#include "store/review_store.hpp"

namespace takt::command {

using namespace domain;
using namespace figure;

namespace {

/// Takes out what can't go along: an owner who left, an archived area, site, KPI or goal.
template <class T>
void leave_open(store::Session& session, T& entity, CarriedOver& out) {
  for (auto& [pointer, names] : take_out_absent(session, entity)) {
    const auto why = pointer == "/owner" ? WhyLeft::left_team : WhyLeft::archived;
    out.left_open.push_back({entity.title, std::move(pointer), why, std::move(names)});
  }
}

/// What is measured by something that is gone is measured by nothing, not by something else.
void leave_open(store::Session& session, Objective& objective, CarriedOver& out) {
  const auto areas = objective.outcome_areas.size();
  const auto sites = objective.outcome_sites.size();
  leave_open<Objective>(session, objective, out);
  if (objective.outcome_kind == OutcomeKind::supply &&
      (objective.outcome_areas.size() < areas || objective.outcome_sites.size() < sites))
    objective.outcome_kind = OutcomeKind::none;
  if (objective.outcome_kind == OutcomeKind::kpi && !objective.outcome_kpi)
    objective.outcome_kind = OutcomeKind::none;
  if (objective.outcome_kind != OutcomeKind::none) return;
  // Words and figures of an outcome that is not measured would ask for a reading for ever.
  objective.outcome.clear();
  objective.outcome_unit.clear();
  objective.outcome_baseline.reset();
  objective.outcome_target.reset();
  objective.outcome_areas.clear();
  objective.outcome_sites.clear();
  objective.outcome_kpi.reset();
}

/// Leaves a target empty that the new start has reached or passed already.
void ask_for_target(std::optional<double>& target, std::optional<double> before,
                    std::optional<double> start, const LeftOpen& left, CarriedOver& out) {
  if (!target || !before || !start) return;
  const auto moved = metric_progress(*before, *target, *start);
  if (*start != *target && (!moved || *moved < 1)) return;
  target.reset();
  out.left_open.push_back(left);
}

/// Whether the chosen key results' fixed weights leave nothing for one that is not fixed.
bool too_heavy(const std::vector<KeyResultView>& key_results, const std::vector<Id>& chosen) {
  double fixed = 0;
  bool open = false;
  for (const auto& one : key_results) {
    if (std::ranges::find(chosen, one.key_result.id) == chosen.end()) continue;
    fixed += one.key_result.weight.value_or(0);
    open = open || !one.key_result.weight;
  }
  return fixed > 100 || (open && fixed >= 100);
}

/// Why the objective stays behind; no value where it goes on.
std::optional<WhyLeft> why_left(const Objective& objective, const Review* review) {
  if (review && review->decision) {
    switch (*review->decision) {
      case Decision::continue_:
      case Decision::adapt:
        return {};
      case Decision::stop:
        return WhyLeft::stopped;
      case Decision::done:
        return WhyLeft::done;
    }
  }
  return objective.state == ObjectiveState::dropped ? WhyLeft::dropped : WhyLeft::undecided;
}

/// The stage from which stages go on: the one that is reached, of a roll-out by the last of its
/// sites. No value where there is nothing left to reach.
std::optional<int> stage_reached(store::Session& session, const KeyResultView& view) {
  const auto& stages = view.key_result.stages;
  std::optional<int> reached;
  if (view.sites.empty()) reached = view.stage;
  for (const auto& site : view.sites)
    if (is_present<Site>(session, site.site_target.account, site.site_target.site))
      reached = std::min(reached.value_or(static_cast<int>(stages.size())), site.stage.value_or(0));
  if (std::cmp_greater_equal(reached.value_or(0) + 1, stages.size())) return {};
  return reached.value_or(0);
}

/// The degree at which one site of stages stands that are carried from `first` on; none at the
/// first of them, or where none is carried.
std::optional<double> degree_reached(const SiteView& site, const std::vector<Stage>& stages,
                                     const std::optional<int>& first) {
  if (!first) return {};
  const auto place = site.stage.value_or(0) - first.value_or(0);
  if (place <= 0 || std::cmp_greater_equal(place, stages.size())) return {};
  return stages[static_cast<std::size_t>(place)].degree.value;
}

/// Lets what was carried over begin after what it began after, where that goes on, too.
void carry_dependencies(Context& context, store::Session& session, const Caller& caller,
                        const Cycle& to, const std::vector<KeyResultView>& carried,
                        CarriedOver& out, long long& revision) {
  std::map<Id, KeyResult> next;  // by what each was carried from
  for (const auto& objective : store::present_where<Objective>(session, to.account, "cycle", to.id))
    for (auto& key_result :
         store::present_where<KeyResult>(session, to.account, "objective", objective.id))
      if (key_result.carried_from) next[*key_result.carried_from] = key_result;
  for (const auto& view : carried) {
    const auto& before = view.key_result;
    const auto found = next.find(before.id);
    if (!before.depends_on || found == next.end()) continue;
    const auto first = next.find(*before.depends_on);
    if (first == next.end()) {
      const auto other = store::find<KeyResult>(session, *before.depends_on);
      out.left_open.push_back(
          {before.title, "/dependsOn", WhyLeft::not_chosen,
           other ? std::vector<std::string>{other->title} : std::vector<std::string>{}});
      continue;
    }
    auto after = found->second;
    after.depends_on = first->second.id;
    put<KeyResult>(context, session, caller, found->second, after, "carried_over", revision);
  }
}

void leave_open(store::Session& session, KeyResult& key_result, CarriedOver& out) {
  const auto areas = key_result.supply_areas.size();
  const auto sites = key_result.supply_sites.size();
  leave_open<KeyResult>(session, key_result, out);
  if (key_result.follows == Follows::supply &&
      (key_result.supply_areas.size() < areas || key_result.supply_sites.size() < sites))
    key_result.follows = Follows::check_ins;
  if (key_result.follows == Follows::kpi && !key_result.kpi)
    key_result.follows = Follows::check_ins;
}

}  // namespace

CarriedOver carry_over(Context& context, store::Session& session, const Caller& caller,
                       const Cycle& to, const Cycle& from, long long& revision) {
  if (to.state != CycleState::planning)
    conflict("not_planning", "Only a cycle in planning takes over from another one.");
  if (from.archived_at) conflict("archived", "This is archived; restore it first.");
  const auto account = store::must_find<Account>(session, from.account);
  const auto series = series_of(session, account, context.today());
  const auto views = plan_of(session, account, from, {}, series, context.today());
  const auto going_on = to_carry(session, to, from);
  const auto site_targets = store::present_of<SiteTarget>(session, from.account);
  const auto actions = store::present_of<Action>(session, from.account);
  CarriedOver out;
  std::vector<KeyResultView> carried;
  const auto reviews = store::reviews_of(session, from.account);
  for (const auto& view : views)
    if (const auto why = why_left(view.objective, review_of(reviews, view.objective.id)))
      out.left_open.push_back({view.objective.title, "", *why});
  for (const auto& [before, review] : going_on) {
    Objective objective = before;
    objective.id = {};
    objective.version = 1;
    objective.cycle = to.id;
    objective.state = ObjectiveState::draft;
    objective.carried_from = before.id;
    leave_open(session, objective, out);
    // An own outcome that nobody read stands where it stood; a series is read at the start.
    if (objective.outcome_kind != OutcomeKind::own) objective.outcome_baseline.reset();
    const auto view = *std::ranges::find(views, before.id,
                                         [](const ObjectiveView& one) { return one.objective.id; });
    if (view.outcome.now && objective.outcome_kind != OutcomeKind::none)
      objective.outcome_baseline = as_entered(*view.outcome.now);
    ask_for_target(objective.outcome_target, view.outcome.baseline, objective.outcome_baseline,
                   {objective.title, "/outcomeTarget", WhyLeft::reached}, out);
    const bool heavy = too_heavy(view.key_results, review.carried);
    const auto made = add<Objective>(context, session, caller, objective, "carried_over", revision);
    for (const auto& one : view.key_results) {
      if (std::ranges::find(review.carried, one.key_result.id) == review.carried.end()) {
        const bool dropped = one.key_result.state == KeyResultState::dropped;
        out.left_open.push_back(
            {one.key_result.title, "", dropped ? WhyLeft::dropped : WhyLeft::not_chosen});
        continue;
      }
      KeyResult key_result = one.key_result;
      key_result.id = {};
      key_result.version = 1;
      key_result.objective = made.id;
      key_result.carried_from = one.key_result.id;
      key_result.due.reset();
      key_result.depends_on.reset();
      key_result.state = KeyResultState::active;
      if (key_result.kind == KeyResultKind::metric && one.value)
        key_result.start = as_entered(*one.value);
      if (key_result.kind == KeyResultKind::metric)
        ask_for_target(key_result.target, one.start, key_result.start,
                       {key_result.title, "/target", WhyLeft::reached}, out);
      const auto first = key_result.kind == KeyResultKind::stages ? stage_reached(session, one)
                                                                  : std::optional<int>{};
      if (first)
        key_result.stages = stages_from(key_result.stages, *first);
      else if (key_result.kind == KeyResultKind::stages)
        out.left_open.push_back({key_result.title, "/stages", WhyLeft::reached});
      if (heavy && key_result.weight) {
        key_result.weight.reset();
        out.left_open.push_back({key_result.title, "/weight", WhyLeft::too_heavy});
      }
      leave_open(session, key_result, out);
      const auto key_target = key_result.target;
      // Its sites come one by one: the target follows when all their starts are there.
      const bool waits = key_result.kind == KeyResultKind::metric && !one.sites.empty();
      if (waits) key_result.target.reset();
      const auto next =
          add<KeyResult>(context, session, caller, key_result, "carried_over", revision);
      for (auto target : site_targets) {
        if (target.key_result != one.key_result.id) continue;
        target.id = {};
        target.version = 1;
        target.key_result = next.id;
        if (!is_present<Site>(session, target.account, target.site)) {
          out.left_open.push_back({key_result.title, "/siteTargets", WhyLeft::archived});
          continue;
        }
        const auto site = std::ranges::find(
            one.sites, target.site, [](const SiteView& view) { return view.site_target.site; });
        if (key_result.kind == KeyResultKind::metric && site != one.sites.end()) {
          target.start = site->value ? site->value : site->start;
          if (target.start) target.start = as_entered(*target.start);
          ask_for_target(target.target, site->start, target.start,
                         {key_result.title, "/siteTargets", WhyLeft::reached}, out);
        }
        if (key_result.kind == KeyResultKind::stages && site != one.sites.end())
          target.start = degree_reached(*site, key_result.stages, first);
        add<SiteTarget>(context, session, caller, target, "carried_over", revision);
      }
      if (waits && key_target) {
        auto aimed = next;
        aimed.target = key_target;
        const auto sites =
            store::present_where<SiteTarget>(session, next.account, "key_result", next.id);
        if (sites.empty() || keeps_way(aimed, sum_of_starts(aimed, sites)))
          put<KeyResult>(context, session, caller, next, aimed, "carried_over", revision);
        else
          out.left_open.push_back({key_result.title, "/target", WhyLeft::reached});
      }
      carried.push_back(one);
      for (const auto& action : actions) {
        if (action.done_on || action.key_result != one.key_result.id) continue;
        auto moved = action;
        moved.key_result = next.id;
        put<Action>(context, session, caller, action, moved, "carried_over", revision);
      }
    }
  }
  carry_dependencies(context, session, caller, to, carried, out, revision);
  out.objectives = static_cast<int>(going_on.size());
  return out;
}

CarriedOver carry_over(Context& context, const Caller& caller, const Id& to_id, const Id& from_id) {
  const auto account = require_write<Cycle>(context, caller, to_id);
  const auto from = get<Cycle>(context, caller, from_id);
  if (from.account != account) throw Problem::not_found();
  long long revision = 0;
  auto out = context.database.write(account, [&](store::Session& session) {
    revision = 0;
    return carry_over(context, session, caller, store::must_find<Cycle>(session, to_id), from,
                      revision);
  });
  tell(context, account, revision);
  return out;
}

}  // namespace takt::command
