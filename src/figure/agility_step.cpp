// The next step of each question of the agility check, by what it would begin with.

#include <algorithm>
#include <set>
#include <tuple>

#include "domain/account.hpp"
#include "domain/agility.hpp"
#include "domain/goal.hpp"
#include "domain/key_result.hpp"
#include "domain/objective.hpp"
#include "domain/signal.hpp"
#include "figure/agility.hpp"
#include "figure/plan.hpp"
#include "store/plan_store.hpp"
#include "store/zone.hpp"

namespace takt::figure {

using namespace domain;

namespace {

/// What a step is looked for in.
struct Sought {
  store::Session& session;
  const Account& account;
  const AgilityOfCycle& now;
  const std::vector<ObjectiveView>& plan;
  Date today;
};

/// At the plan or the review of the cycle; nowhere where there is none.
void lead_to_cycle(const Sought& in, Place place, AgilityStep& step) {
  if (!in.now.cycle) return;
  step.place = place;
  step.of = in.now.cycle;
}

void lead_to_account(const Sought& in, Place place, AgilityStep& step) {
  step.place = place;
  step.of = in.account.id;
}

/// What asks more for a check-in comes first: one that is due, then the one longest without any.
auto by_need(const KeyResultView& view, Date today) {
  return std::tuple(*view.next_check_in > today, view.days_silent.has_value(),
                    -view.days_silent.value_or(0), *view.next_check_in);
}

/// The key result that is longest without a check-in, of those that are due if there are any.
void find_key_result(const Sought& in, AgilityStep& step) {
  const KeyResultView* oldest = nullptr;
  for (const auto& view : in.plan) {
    if (view.objective.state == ObjectiveState::dropped) continue;
    for (const auto& one : view.key_results)
      if (one.key_result.state != KeyResultState::dropped && one.next_check_in &&
          (!oldest || by_need(one, in.today) < by_need(*oldest, in.today)))
        oldest = &one;
  }
  if (!oldest) return;
  step.place = Place::key_result;
  step.of = oldest->key_result.id;
  step.name = oldest->key_result.title;
  step.days = oldest->days_silent;
  if (oldest->key_result.owner) step.person = *oldest->key_result.owner;
}

/// The signal that waits for the longest time.
void find_signal(const Sought& in, AgilityStep& step) {
  const auto zone = store::organisation_zone(in.session);
  const auto signals = store::present_of<Signal>(in.session, in.account.id);
  const Signal* oldest = nullptr;
  for (const auto& signal : signals)
    if (!signal.answered_at && (!oldest || signal.created_at < oldest->created_at))
      oldest = &signal;
  lead_to_account(in, Place::signals, step);
  if (!oldest) return;
  step.name = oldest->title;
  step.days = std::max(0, days_between(store::day_in(zone, oldest->created_at), in.today));
}

/// The long-term goal that is due first and that no objective contributes to.
void find_goal(const Sought& in, AgilityStep& step) {
  std::set<Id> served;
  for (const auto& view : in.plan) {
    if (view.objective.state == ObjectiveState::dropped) continue;
    for (const auto& link : view.objective.goals)
      if (link.kind == GoalLinkKind::contributes) served.insert(link.goal);
  }
  auto goals = store::present_of<LongTermGoal>(in.session, in.account.id);
  std::ranges::stable_sort(goals, {}, &LongTermGoal::due);
  lead_to_cycle(in, Place::plan, step);
  for (const auto& goal : goals) {
    if (goal.state != GoalState::open || served.contains(goal.id)) continue;
    step.name = goal.title;
    return;
  }
}

/// The first objective that contributes to no long-term goal.
void find_untied(const Sought& in, AgilityStep& step) {
  lead_to_cycle(in, Place::plan, step);
  for (const auto& view : in.plan) {
    if (view.objective.state == ObjectiveState::dropped) continue;
    if (std::ranges::any_of(view.objective.goals, [](const auto& link) {
          return link.kind == GoalLinkKind::contributes;
        }))
      continue;
    step.name = view.objective.title;
    return;
  }
}

AgilityStep step_of(const Sought& in, const std::string& advice) {
  AgilityStep step{.advice = advice};
  if (advice == "check_in")
    find_key_result(in, step);
  else if (advice == "answer_signals")
    find_signal(in, step);
  else if (advice == "take_step")
    find_goal(in, step);
  else if (advice == "tie_to_goals")
    find_untied(in, step);
  else if (advice == "set_goal")
    lead_to_account(in, Place::long_term, step);
  else if (advice == "hold_meetings" || advice == "answer_sooner")
    lead_to_account(in, Place::meetings, step);
  else if (advice == "start_cycle")
    lead_to_account(in, Place::account, step);
  else if (advice == "record_signals" || advice == "record_sooner" || advice == "listen" ||
           advice == "look_around")
    lead_to_account(in, Place::signals, step);
  else if (advice == "adapt_plan" || advice == "calm_plan")
    lead_to_cycle(in, Place::plan, step);
  else if (advice == "read_outcome" || advice == "write_lessons")
    lead_to_cycle(in, Place::review, step);
  return step;
}

bool signal_waits(const Sought& in) {
  return std::ranges::any_of(store::present_of<Signal>(in.session, in.account.id),
                             [](const Signal& signal) { return !signal.answered_at; });
}

/// What is good, or can't be told yet and needs nothing, has no step; a waiting signal is one
/// however fast the others were answered.
std::optional<AgilityStep> next_of(const Sought& in, const AgilityFigure& figure) {
  if (figure.code == "response" && signal_waits(in)) return step_of(in, "answer_signals");
  static const std::set<std::string> kNothingToDo{"keep",      "keep_listening", "no_signal",
                                                  "too_early", "none_due",       "no_review"};
  if (kNothingToDo.contains(figure.advice)) return {};
  return step_of(in, figure.advice);
}

std::optional<double> score_in(const AgilityOfCycle* cycle, const std::string& code) {
  if (!cycle) return {};
  const auto found = std::ranges::find(cycle->figures, code, &AgilityFigure::code);
  return found == cycle->figures.end() ? std::nullopt : found->score;
}

}  // namespace

std::vector<AgilityQuestion> agility_questions(store::Session& session, const Account& account,
                                               const AgilityOfCycle& now,
                                               const AgilityOfCycle* before,
                                               const std::vector<ObjectiveView>& plan, Date today) {
  const Sought in{session, account, now, plan, today};
  std::vector<AgilityQuestion> out;
  for (const auto& figure : now.figures) {
    AgilityQuestion question{.code = figure.code,
                             .score = figure.score,
                             .before = score_in(before, figure.code),
                             .raw = figure.raw,
                             .advice = figure.advice,
                             .next = next_of(in, figure)};
    if (figure.score) question.good = *figure.score >= kGoodAgility;
    out.push_back(std::move(question));
  }
  std::ranges::stable_sort(out, {}, [](const AgilityQuestion& question) {
    return std::pair(!question.score, question.score.value_or(0));
  });
  return out;
}

}  // namespace takt::figure
