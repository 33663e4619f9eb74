#include "service/planning_service.hpp"

#include "domain/calendar.hpp"

namespace takt::service {

using namespace domain;

namespace {

std::optional<Cycle> before(store::Session& session, const Cycle& cycle) {
  std::optional<Cycle> out;
  for (const auto& other : store::present_of<Cycle>(session, cycle.account))
    if (other.starts_on < cycle.starts_on && (!out || other.starts_on > out->starts_on))
      out = other;
  return out;
}

std::vector<Readiness> readiness_of(const std::vector<ObjectiveView>& all,
                                    const std::vector<GoalView>& goals) {
  std::vector<const ObjectiveView*> objectives;
  for (const auto& view : all)
    if (view.objective.state != ObjectiveState::dropped) objectives.push_back(&view);
  std::vector<Readiness> out{{"has_objective", !objectives.empty(), true, ""}};
  // One line a condition: met by all, or the first that lacks it.
  const auto each = [&](const char* code, bool blocking, auto holds) {
    Readiness one{code, !objectives.empty(), blocking, ""};
    for (const auto* view : objectives) {
      if (holds(*view) || !one.met) continue;
      one.met = false;
      one.about = view->objective.title;
    }
    out.push_back(std::move(one));
  };
  each("has_key_result", true, [](const ObjectiveView& view) { return view.total > 0; });
  each("has_outcome", false, [](const ObjectiveView& view) {
    return view.objective.outcome_kind != OutcomeKind::none &&
           view.objective.outcome_target.has_value();
  });
  each("has_owner", false, [](const ObjectiveView& view) {
    return view.objective.owner && std::ranges::all_of(view.key_results, [](const auto& one) {
             return one.key_result.owner.has_value();
           });
  });
  each("serves_goal", false,
       [](const ObjectiveView& view) { return !view.objective.goals.empty(); });
  out.push_back({"few_objectives", objectives.size() <= 3, false, ""});
  for (const auto& view : goals)
    if (view.goal.state == GoalState::open)
      out.push_back({"goal_has_step", view.steps_in_cycle > 0, false, view.goal.title});
  return out;
}

std::vector<Suggestion> suggestions_of(store::Session& session, const Cycle& cycle) {
  std::vector<Suggestion> out;
  for (auto& milestone : store::present_of<Milestone>(session, cycle.account)) {
    if (milestone.due < cycle.starts_on || milestone.due > cycle.ends_on) continue;
    if (milestone.objective || milestone.reached_on) continue;
    const auto goal = store::find<LongTermGoal>(session, milestone.goal);
    out.push_back({std::move(milestone), goal ? std::string(goal->title) : ""});
  }
  return out;
}

std::vector<PlannedObjective> plan_at_start(store::Session& session, const Id& cycle) {
  const auto kept = session.value<std::string>("select plan from activation where cycle = :cycle",
                                               {store::bound("cycle", cycle)});
  if (!kept) return {};
  return mapping::from_stored_json<std::vector<PlannedObjective>>(*kept);
}

std::vector<store::Change> changes_since_start(store::Session& session, const Cycle& cycle,
                                               const std::vector<ObjectiveView>& objectives) {
  std::vector<store::Change> out;
  if (!cycle.activated_on) return out;
  for (const auto& view : objectives)
    for (auto& change :
         store::changes(session, cycle.account, {.entity = view.objective.id, .limit = 200}))
      if (!change.reason.empty() && date_of(change.at) >= *cycle.activated_on)
        out.push_back(std::move(change));
  std::ranges::sort(out, {}, &store::Change::revision);
  const auto same = std::ranges::unique(out, {}, &store::Change::revision);
  out.erase(same.begin(), same.end());
  return out;
}

}  // namespace

PlanPage plan_page(Context& context, const Caller& caller, const Id& id) {
  const auto account = get<Cycle>(context, caller, id).account;
  return context.database.read([&](store::Session& session) {
    PlanPage page;
    page.today = context.today();
    page.revision = store::revision(session, account);
    page.account = store::find<Account>(session, account).value();
    page.cycle = store::find<Cycle>(session, id).value();
    page.sites = store::present_of<Site>(session, account);
    page.product_areas = store::present_of<ProductArea>(session, account);
    page.kpis = store::present_of<Kpi>(session, account);
    const auto series = series_of(session, account, plus_months(page.cycle.starts_on, -24));
    page.previous = before(session, page.cycle);
    if (page.previous) {
      const auto views = plan_of(session, page.account, *page.previous, {}, series, page.today);
      const auto reviews = session.rows<Review>(
          store::select_all<Review>() + " where account = :account and archived_at is null",
          {store::bound("account", account)});
      page.previous_rows = effect_rows(*page.previous, views, reviews, series, page.today);
      if (page.cycle.state == CycleState::planning)
        page.waiting_to_carry = waiting_to_carry(session, page.cycle, *page.previous);
    }
    page.focus_topics = store::present_where<FocusTopic>(session, "cycle", id);
    page.suggestions = suggestions_of(session, page.cycle);
    page.objectives = plan_of(session, page.account, page.cycle, page.sites, series, page.today);
    page.goals = goal_views(session, account, page.objectives, page.today);
    page.readiness = readiness_of(page.objectives, page.goals);
    page.at_start = plan_at_start(session, id);
    page.since_start = changes_since_start(session, page.cycle, page.objectives);
    page.team = team_of(session, account);
    page.people = people_of(session, account);
    return page;
  });
}

NextCycle next_cycle(store::Session& session, const Account& account, Date today) {
  const auto organisation = store::find<Organisation>(session, store::organisation_ledger());
  std::optional<Date> end;
  for (const auto& cycle : store::present_of<Cycle>(session, account.id))
    end = std::max(end.value_or(cycle.ends_on), cycle.ends_on);
  NextCycle next;
  next.starts_on = end ? plus_days(*end, 1) : account.first_cycle_start.value_or(today);
  next.ends_on = cycle_end(next.starts_on, account.cadence.value);
  const std::string pattern = organisation ? organisation->cycle_pattern : "{year} H{half}";
  next.name =
      cycle_name(pattern, organisation ? organisation->fiscal_month.value : 1, next.starts_on);
  return next;
}

NextCycle next_cycle(Context& context, const Caller& caller, const Id& id) {
  const auto account = get<Account>(context, caller, id);
  return context.database.peek(
      [&](store::Session& session) { return next_cycle(session, account, context.today()); });
}

Cycle plan_next(Context& context, const Caller& caller, const Id& account, Cycle fields,
                const std::optional<Id>& id) {
  require_create<Cycle>(context, caller, account);
  if (id) fields.id = *id;
  fields.account = account;
  long long revision = 0;
  auto made = context.database.write(account, [&](store::Session& session) {
    revision = 0;
    if (const auto same = id ? store::find<Cycle>(session, *id) : std::nullopt) {
      if (same->account != account) conflict("id_taken", "The id is used by another entry.");
      return *same;
    }
    const auto cycle = add<Cycle>(context, session, caller, fields, "", revision);
    const auto previous = before(session, cycle);
    if (previous && previous->state == CycleState::closed)
      carry_over(context, session, caller, cycle, *previous, revision);
    return cycle;
  });
  if (revision) context.announce(account, revision);
  return made;
}

namespace {

constexpr std::size_t kLessons = 3;

}  // namespace

HintsView objective_hints(Context& context, const Caller& caller, const Id& cycle,
                          const Objective& draft, const std::optional<Id>& present) {
  get<Cycle>(context, caller, cycle);
  const auto all = context.database.peek([&](store::Session& session) {
    return store::present_where<Objective>(session, "cycle", cycle);
  });
  const auto others = std::ranges::count_if(all, [&](const Objective& one) {
    return one.id != present.value_or(Id{}) && one.state != ObjectiveState::dropped;
  });
  return {hints(draft, static_cast<int>(others)),
          draft.title.empty() ? std::vector<Lesson>{}
                              : lessons(context, caller, draft.title, kLessons)};
}

HintsView key_result_hints(Context& context, const Caller& caller, const Id& objective,
                           const KeyResult& draft, const std::optional<Id>& present) {
  get<Objective>(context, caller, objective);
  const auto all = context.database.peek([&](store::Session& session) {
    return store::present_where<KeyResult>(session, "objective", objective);
  });
  const auto others = std::ranges::count_if(all, [&](const KeyResult& one) {
    return one.id != present.value_or(Id{}) && one.state != KeyResultState::dropped;
  });
  return {hints(draft, static_cast<int>(others)), {}};
}

namespace {

/// What the start of a cycle locks: baselines read from their series, the plan as it is.
long long start(const Draft<Cycle>& draft, long long revision) {
  auto& [context, session, caller, today, before_, cycle, reason, errors] = draft;
  const auto account = store::find<Account>(session, cycle.account).value();
  const auto series = series_for(session, cycle);
  std::vector<PlannedObjective> plan;
  for (const auto& view : plan_of(session, account, cycle, {}, series, today)) {
    const auto& before = view.objective;
    auto after = before;
    if (after.state == ObjectiveState::draft) after.state = ObjectiveState::active;
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
  session.execute("insert into activation (cycle, plan) values (:cycle, :plan)",
                  {store::bound("cycle", cycle.id), store::bound("plan", mapping::to_json(plan))});
  return revision;
}

/// What the close of a cycle keeps: each objective's score and what it became.
long long close(const Draft<Cycle>& draft, long long revision) {
  auto& [context, session, caller, today, before_, cycle, reason, errors] = draft;
  const auto account = store::find<Account>(session, cycle.account).value();
  const auto series = series_for(session, cycle);
  for (const auto& view : plan_of(session, account, cycle, {}, series, today)) {
    const auto& before = view.objective;
    if (before.state == ObjectiveState::dropped) continue;
    const auto review = store::present_where<Review>(session, "objective", before.id).at(0);
    auto kept = review;
    kept.score = score(view.progress, review.score_override).value_or(0);
    ++kept.version;
    store::update(session, kept);
    record(context, session, caller, &review, kept, reason);
    auto after = before;
    after.state = outcome_state(*kept.score);
    ++after.version;
    store::update(session, after);
    revision = record(context, session, caller, &before, after, reason);
  }
  return revision;
}

}  // namespace

long long follow_up(const Draft<Cycle>& draft, long long revision) {
  if (!draft.before || draft.before->state == draft.after.state) return revision;
  if (draft.after.state == CycleState::active) return start(draft, revision);
  if (draft.after.state == CycleState::closed) return close(draft, revision);
  return revision;
}

}  // namespace takt::service
