#include "figure/agility.hpp"

#include <map>
#include <set>

#include "domain/account.hpp"
#include "domain/agility.hpp"
#include "domain/check_in.hpp"
#include "domain/cycle.hpp"
#include "domain/goal.hpp"
#include "domain/key_result.hpp"
#include "domain/meeting.hpp"
#include "domain/objective.hpp"
#include "domain/review.hpp"
#include "domain/signal.hpp"
#include "figure/plan.hpp"
#include "figure/signal.hpp"
#include "store/check_in_store.hpp"
#include "store/plan_store.hpp"
#include "store/review_store.hpp"
#include "store/zone.hpp"

namespace takt::figure {

using namespace domain;

namespace {

/// What is counted: from the first to the last day, today at most, as days are there.
struct Window {
  Date from;
  Date to;
  std::string zone;
  Date day_of(Instant instant) const { return store::day_in(zone, instant); }
};

bool within(const Window& window, Date day) { return day >= window.from && day <= window.to; }

void count_meetings(store::Session& session, const Account& account, const Window& window,
                    AgilityFacts& facts) {
  for (const auto& meeting : store::present_of<Meeting>(session, account.id)) {
    const auto on = window.day_of(meeting.planned_at);
    if (!within(window, on) || meeting.kind == MeetingKind::flash) continue;
    ++facts.meetings_due;
    facts.meetings_held +=
        meeting.started_at && std::abs(days_between(on, window.day_of(*meeting.started_at))) <= 2;
  }
}

void count_signals(store::Session& session, const Account& account, const Window& window,
                   AgilityFacts& facts) {
  constexpr int kDays = 14;
  for (const auto& view :
       signal_views(session, store::present_of<Signal>(session, account.id), window.to)) {
    const auto recorded = window.day_of(view.signal.created_at);
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
  std::set<Id> adapted;
  if (cycle.activated_on)
    for (auto& objective : store::adapted_objectives(
             session, cycle, store::day_begins(window.zone, plus_days(*cycle.activated_on, 1))))
      adapted.insert(std::move(objective));
  std::map<Id, std::set<int>> made;  // by key result: the intervals that have a check-in
  for (const auto& check_in : store::check_ins_of_cycle(session, cycle))
    if (within(window, check_in.effective_on))
      made[check_in.key_result].insert(days_between(window.from, check_in.effective_on) / interval);
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
    facts.objectives_adapted += adapted.contains(objective.id);
    for (const auto& one : view.key_results) {
      if (one.key_result.state == KeyResultState::dropped ||
          one.key_result.follows != Follows::check_ins)
        continue;
      facts.check_ins_due += days_between(window.from, window.to) / interval;
      facts.check_ins_made += static_cast<int>(made[one.key_result.id].size());
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
  for (const auto& review : store::reviews_of(session, account.id)) {
    if (window.day_of(review.created_at) > window.to) continue;
    ++facts.reviews;
    facts.reviews_learned += !review.lesson.empty() && !review.effect_note.empty();
  }
}

AgilityFacts facts_of(store::Session& session, const Account& account,
                      const std::optional<Cycle>& cycle, const std::vector<ObjectiveView>& plan,
                      Date today) {
  Window window{plus_months(today, -6), today, store::organisation_zone(session)};
  if (cycle) {
    window.from = cycle->starts_on;
    window.to = std::min(as_of(*cycle, today), cycle->ends_on);
  }
  AgilityFacts facts;
  facts.months = days_between(window.from, window.to) / 30.4;
  facts.cycle_months = account.cadence.value;
  count_meetings(session, account, window, facts);
  count_signals(session, account, window, facts);
  if (cycle) count_plan(session, account, *cycle, plan, window, facts);
  count_reviews(session, account, window, facts);
  return facts;
}

}  // namespace

AgilityOfCycle agility_of_cycle(store::Session& session, const Account& account,
                                const std::optional<Cycle>& cycle,
                                const std::vector<ObjectiveView>& plan, Date today) {
  AgilityOfCycle out;
  if (cycle) {
    out.cycle = cycle->id;
    out.name = cycle->name;
  }
  out.figures = agility(facts_of(session, account, cycle, plan, today));
  out.total = agility_total(out.figures);
  return out;
}

std::optional<double> agility_of(store::Session& session, const Account& account,
                                 const std::optional<Cycle>& cycle,
                                 const std::vector<ObjectiveView>& plan, Date today) {
  return agility_total(agility(facts_of(session, account, cycle, plan, today)));
}

}  // namespace takt::figure
