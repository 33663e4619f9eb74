#include "service/agility_service.hpp"

#include <set>

namespace takt::service {

using namespace domain;

namespace {

/// What is counted: from the first to the last day, today at most.
struct Window {
  Date from;
  Date to;
};

bool within(const Window& window, Date day) { return day >= window.from && day <= window.to; }

void count_meetings(store::Session& session, const Account& account, const Window& window,
                    AgilityFacts& facts) {
  for (const auto& meeting : store::present_of<Meeting>(session, account.id)) {
    const auto on = date_of(meeting.planned_at);
    if (!within(window, on) || meeting.kind == MeetingKind::flash) continue;
    ++facts.meetings_due;
    facts.meetings_held +=
        meeting.started_at && std::abs(days_between(on, date_of(*meeting.started_at))) <= 2;
  }
}

void count_signals(store::Session& session, const Account& account, const Window& window,
                   AgilityFacts& facts) {
  constexpr int kDays = 14;
  for (const auto& view :
       signal_views(session, store::present_of<Signal>(session, account.id), window.to)) {
    const auto recorded = date_of(view.signal.created_at);
    if (!within(window, recorded)) continue;
    ++facts.signals;
    facts.sensing_lags.push_back(view.sensing_lag);
    // A signal that still waits has taken at least as long as it waits.
    facts.response_times.push_back(view.response_days.value_or(days_between(recorded, window.to)));
    if (!view.priority || view.priority->band != Band::high) continue;
    if (!view.response_days && days_between(recorded, window.to) <= kDays) continue;
    ++facts.high_signals;
    facts.high_answered += view.response_days && *view.response_days <= kDays;
  }
}

void count_plan(store::Session& session, const Account& account, const Cycle& cycle,
                const std::vector<ObjectiveView>& plan, const Window& window, AgilityFacts& facts) {
  const int interval = account.check_in_interval.value;
  std::set<Id> with_step;
  for (const auto& view : plan) {
    const auto& objective = view.objective;
    ++facts.objectives;
    bool tied = false;
    for (const auto& link : objective.goals) {
      if (link.kind != GoalLinkKind::contributes) continue;
      tied = true;
      if (objective.state != ObjectiveState::dropped) with_step.insert(link.goal);
    }
    facts.objectives_tied += tied;
    bool adapted = false;
    if (cycle.activated_on)
      for (const auto& change :
           store::changes(session, account.id, {.entity = objective.id, .limit = 50}))
        adapted = adapted || (!change.reason.empty() && change.entity != CheckIn::kTerm &&
                              date_of(change.at) > *cycle.activated_on);
    facts.objectives_adapted += adapted;
    for (const auto& one : view.key_results) {
      if (one.key_result.state == KeyResultState::dropped ||
          one.key_result.follows != Follows::check_ins)
        continue;
      std::set<int> made;
      for (const auto& check_in :
           store::present_where<CheckIn>(session, "key_result", one.key_result.id))
        if (within(window, check_in.effective_on))
          made.insert(days_between(window.from, check_in.effective_on) / interval);
      facts.check_ins_due += days_between(window.from, window.to) / interval;
      facts.check_ins_made += static_cast<int>(made.size());
    }
  }
  for (const auto& goal : store::present_of<LongTermGoal>(session, account.id)) {
    if (goal.state != GoalState::open) continue;
    ++facts.goals;
    facts.goals_with_step += with_step.contains(goal.id);
  }
}

void count_reviews(store::Session& session, const Account& account, const Window& window,
                   AgilityFacts& facts) {
  for (const auto& review : session.rows<Review>(
           store::select_all<Review>() + " where account = :account and archived_at is null",
           {store::bound("account", account.id)})) {
    if (date_of(review.created_at) > window.to) continue;
    ++facts.reviews;
    facts.reviews_learned += !review.lesson.empty() && !review.effect_note.empty();
  }
}

AgilityFacts facts_of(store::Session& session, const Account& account,
                      const std::optional<Cycle>& cycle, const std::vector<ObjectiveView>& plan,
                      Date today) {
  Window window{plus_months(today, -6), today};
  if (cycle) window = {cycle->starts_on, std::min(told_on(*cycle, today), cycle->ends_on)};
  AgilityFacts facts;
  facts.months = days_between(window.from, window.to) / 30.4;
  facts.cycle_months = account.cadence.value;
  count_meetings(session, account, window, facts);
  count_signals(session, account, window, facts);
  if (cycle) count_plan(session, account, *cycle, plan, window, facts);
  count_reviews(session, account, window, facts);
  return facts;
}

AgilityOfCycle figures_of(const std::optional<Cycle>& cycle, const AgilityFacts& facts) {
  AgilityOfCycle out;
  if (cycle) {
    out.cycle = cycle->id;
    out.name = cycle->name;
  }
  out.figures = agility(facts);
  out.total = agility_total(out.figures);
  return out;
}

}  // namespace

AgilityPage agility_page(Context& context, const Id& account) {
  return context.database.read([&](store::Session& session) {
    AgilityPage page;
    page.today = context.today();
    page.revision = store::revision(session, account);
    page.account = store::find<Account>(session, account).value();
    auto cycles = store::present_of<Cycle>(session, account);
    std::ranges::sort(cycles, {}, &Cycle::starts_on);
    std::optional<Cycle> running;
    for (const auto& cycle : cycles) {
      if (cycle.state == CycleState::planning) continue;
      if (cycle.state == CycleState::closed) {
        const auto plan = plan_of(session, page.account, cycle, {}, {}, page.today);
        page.before.push_back(
            figures_of(cycle, facts_of(session, page.account, cycle, plan, page.today)));
      } else {
        running = cycle;
      }
    }
    const auto plan = running ? plan_of(session, page.account, *running, {}, {}, page.today)
                              : std::vector<ObjectiveView>{};
    page.now = figures_of(running, facts_of(session, page.account, running, plan, page.today));
    return page;
  });
}

std::optional<double> agility_of(store::Session& session, const Account& account,
                                 const std::optional<Cycle>& cycle,
                                 const std::vector<ObjectiveView>& plan, Date today) {
  return agility_total(agility(facts_of(session, account, cycle, plan, today)));
}

}  // namespace takt::service
