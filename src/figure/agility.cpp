#include "figure/agility.hpp"

#include <cmath>
#include <map>
#include <set>

#include "domain/account.hpp"
#include "domain/agility.hpp"
#include "domain/cycle.hpp"
#include "domain/goal.hpp"
#include "domain/key_result.hpp"
#include "domain/meeting.hpp"
#include "domain/objective.hpp"
#include "domain/review.hpp"
#include "domain/signal.hpp"
#include "figure/effect.hpp"
#include "figure/plan.hpp"
#include "figure/signal.hpp"
#include "store/plan_store.hpp"
#include "store/review_store.hpp"
#include "store/zone.hpp"

namespace takt::figure {

using namespace domain;

namespace {

/// What is counted: from the first to the last day, as it was known on the day `seen`.
struct Window {
  Date from;
  Date to;
  Date seen;
  std::string zone;  ///< whose days these are
  Date day_of(Instant instant) const { return store::day_in(zone, instant); }
};

bool within(const Window& window, Date day) { return day >= window.from && day <= window.to; }

/// A meeting is missed only when its day is over.
void count_meetings(const std::vector<Meeting>& meetings, const Window& window, Date today,
                    AgilityFacts& facts) {
  for (const auto& meeting : meetings) {
    const auto on = window.day_of(meeting.planned_at);
    if (!within(window, on) || meeting.kind == MeetingKind::flash) continue;
    const bool held =
        meeting.started_at && std::abs(days_between(on, window.day_of(*meeting.started_at))) <= 2;
    facts.meetings_due += held || on < today;
    facts.meetings_held += held;
  }
}

void count_signals(const std::vector<Signal>& signals, const Window& window, AgilityFacts& facts) {
  constexpr int kDays = 14;
  for (const auto& signal : signals) {
    const auto recorded = window.day_of(signal.created_at);
    if (!within(window, recorded)) continue;
    const auto view = signal_view(signal, recorded, window.seen);
    const bool answered = signal.answered_at && window.day_of(*signal.answered_at) <= window.seen;
    const int age = days_between(recorded, window.seen);
    ++facts.signals;
    facts.sensing_lags.push_back(view.sensing_lag);
    if (answered)
      facts.response_times.push_back(*view.response_days);
    else
      facts.waiting_times.push_back(age);
    if (!view.priority || view.priority->band != Band::high) continue;
    if (!answered && age <= kDays) continue;
    ++facts.high_signals;
    facts.high_answered += answered && *view.response_days <= kDays;
  }
}

void count_check_ins(const std::vector<ObjectiveView>& plan, AgilityFacts& facts) {
  for (const auto& view : plan) {
    if (view.objective.state == ObjectiveState::dropped) continue;
    for (const auto& one : view.key_results) {
      if (one.key_result.state == KeyResultState::dropped) continue;
      facts.check_ins_due += one.check_ins_due;
      facts.check_ins_made += one.check_ins_made;
    }
  }
}

void count_plan(store::Session& session, const Account& account, const Cycle& cycle,
                const std::vector<ObjectiveView>& plan, const Window& window, AgilityFacts& facts) {
  std::set<Id> with_step;
  std::set<Id> adapted;
  for (auto& objective : store::adapted_objectives(session, cycle))
    adapted.insert(std::move(objective));
  for (const auto& view : plan) {
    const auto& objective = view.objective;
    ++facts.objectives;
    facts.objectives_adapted += adapted.contains(objective.id);
    if (objective.state == ObjectiveState::dropped) continue;
    ++facts.objectives_kept;
    bool tied = false;
    for (const auto& link : objective.goals) {
      if (link.kind != GoalLinkKind::contributes) continue;
      tied = true;
      with_step.insert(link.goal);
    }
    facts.objectives_tied += tied;
  }
  for (const auto& goal : store::present_of<LongTermGoal>(session, account.id)) {
    if (goal.state != GoalState::open || window.day_of(goal.created_at) > window.seen) continue;
    ++facts.goals;
    facts.goals_with_step += with_step.contains(goal.id);
  }
}

/// Reviews are written once the cycle is over: it is theirs, not the day, that counts.
void count_reviews(store::Session& session, const Account& account,
                   const std::vector<ObjectiveView>& plan, AgilityFacts& facts) {
  const auto reviews = store::reviews_of(session, account.id);
  for (const auto& view : plan) {
    const auto* review = review_of(reviews, view.objective.id);
    if (!review || view.objective.state == ObjectiveState::dropped) continue;
    ++facts.reviews;
    facts.reviews_read += view.outcome.known;
    facts.reviews_learned += view.outcome.known && !review->lesson.empty();
  }
}

int months_of(const Cycle& cycle) {
  return static_cast<int>(std::lround((days_between(cycle.starts_on, cycle.ends_on) + 1) / 30.4));
}

Window window_of(store::Session& session, const Account& account, const std::optional<Cycle>& cycle,
                 Date today) {
  auto zone = store::organisation_zone(session);
  const auto since = store::day_in(zone, account.created_at);
  Window window{std::max(plus_months(today, -6), since), today, today, std::move(zone)};
  if (!cycle) return window;
  const auto seen = as_of(*cycle, today);
  window.from = std::max(cycle->starts_on, since);
  window.to = std::min(seen, cycle->ends_on);
  window.seen = seen;
  return window;
}

AgilityFacts facts_of(store::Session& session, const Account& account,
                      const std::optional<Cycle>& cycle, const std::vector<ObjectiveView>& plan,
                      Date today) {
  const auto window = window_of(session, account, cycle, today);
  const auto meetings = store::present_of<Meeting>(session, account.id);
  const auto signals = store::present_of<Signal>(session, account.id);
  AgilityFacts facts;
  if (!cycle && meetings.empty() && signals.empty()) return facts;
  facts.months = std::max(0, days_between(window.from, window.to)) / 30.4;
  count_meetings(meetings, window, today, facts);
  count_signals(signals, window, facts);
  if (!cycle) return facts;
  facts.cycle_months = months_of(*cycle);
  count_plan(session, account, *cycle, plan, window, facts);
  count_check_ins(plan, facts);
  count_reviews(session, account, plan, facts);
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

std::optional<double> response_time_of(store::Session& session, const Account& account,
                                       const std::optional<Cycle>& cycle,
                                       const std::vector<Signal>& signals, Date today) {
  AgilityFacts facts;
  count_signals(signals, window_of(session, account, cycle, today), facts);
  return response_time(facts);
}

}  // namespace takt::figure
