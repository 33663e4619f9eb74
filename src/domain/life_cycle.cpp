#include "domain/life_cycle.hpp"

#include <algorithm>

#include "domain/effect.hpp"

namespace takt::domain {

namespace {

std::optional<Refusal> not_ready(const ReadyToStart& ready) {
  if (ready.without_key_result)
    return Refusal{"objective_without_key_result",
                   "The objective “" + *ready.without_key_result + "” has no key result yet."};
  if (!ready.has_objective)
    return Refusal{"no_objective", "A cycle needs at least one objective with a key result."};
  if (ready.without_target)
    return Refusal{"key_result_without_target", "A key result of the objective “" +
                                                    *ready.without_target + "” has no target yet."};
  return {};
}

std::optional<Refusal> not_reviewed(std::span<const ObjectiveInCycle> objectives) {
  const auto undecided = std::ranges::find_if(objectives, awaits_decision);
  if (undecided != objectives.end())
    return Refusal{"not_reviewed", "The objective “" + undecided->title + "” has no decision yet."};
  const auto unscored = std::ranges::find_if(objectives, awaits_score);
  if (unscored != objectives.end())
    return Refusal{"not_scored", "The objective “" + unscored->title +
                                     "” was never measured: give its result by hand, or say that "
                                     "it is not judged."};
  return {};
}

Refusal judged_in_review() {
  return Refusal{"no_such_step", "An objective's result is judged in the review of its cycle."};
}

/// What an objective is that is neither dropped nor judged.
ObjectiveState open_state(CycleState cycle) {
  return cycle == CycleState::planning ? ObjectiveState::draft : ObjectiveState::active;
}

bool is_open(ObjectiveState state) {
  return state == ObjectiveState::draft || state == ObjectiveState::active;
}

}  // namespace

ReadyToStart ready_to_start(std::span<const ObjectiveInCycle> objectives) {
  ReadyToStart ready;
  for (const auto& objective : objectives) {
    if (objective.state == ObjectiveState::dropped) continue;
    ready.has_objective = true;
    if (!objective.has_key_result && !ready.without_key_result)
      ready.without_key_result = objective.title;
    if (!objective.has_targets && !ready.without_target) ready.without_target = objective.title;
  }
  return ready;
}

bool awaits_decision(const ObjectiveInCycle& objective) {
  return objective.state != ObjectiveState::dropped && !objective.has_decision;
}

bool awaits_score(const ObjectiveInCycle& objective) {
  return objective.state != ObjectiveState::dropped && !objective.has_score;
}

std::optional<Refusal> read_only(CycleState state) {
  if (state != CycleState::closed) return {};
  return Refusal{"cycle_closed", "The cycle is closed and can only be read."};
}

bool asks_reason(CycleState state) {
  return state == CycleState::active || state == CycleState::review;
}

std::optional<Cycle> current_cycle(std::span<const Cycle> cycles) {
  std::optional<Cycle> current;
  for (const auto& cycle : cycles) {
    if (cycle.state == CycleState::active) return cycle;
    if (cycle.state == CycleState::review && (!current || cycle.starts_on > current->starts_on))
      current = cycle;
  }
  return current;
}

std::optional<Cycle> shown_cycle(std::span<const Cycle> cycles) {
  if (auto current = current_cycle(cycles)) return current;
  const Cycle* planned = nullptr;
  const Cycle* latest = nullptr;
  for (const auto& cycle : cycles) {
    if (cycle.state == CycleState::planning && (!planned || cycle.starts_on < planned->starts_on))
      planned = &cycle;
    if (!latest || cycle.starts_on > latest->starts_on) latest = &cycle;
  }
  if (planned) return *planned;
  return latest ? std::optional(*latest) : std::nullopt;
}

CycleWeeks weeks_of(const Cycle& cycle, Date today) {
  CycleWeeks out;
  out.weeks = (days_between(cycle.starts_on, cycle.ends_on) + 7) / 7;
  if (today >= cycle.starts_on)
    out.week = std::min(out.weeks, days_between(cycle.starts_on, today) / 7 + 1);
  return out;
}

Step<CycleState> step(CycleState now, CycleState wanted, const CycleFacts& facts) {
  if (const auto refusal = read_only(now)) return *refusal;
  if (wanted == CycleState::active && facts.other_active)
    return Refusal{"another_active", "The cycle " + *facts.other_active + " is still active."};
  if (wanted == now) return now;
  if (now == CycleState::review && wanted == CycleState::active) return wanted;
  if (static_cast<int>(wanted) != static_cast<int>(now) + 1)
    return Refusal{"no_such_step", "A cycle goes from planning to active, to review, to closed."};
  std::optional<Refusal> refusal;
  if (now == CycleState::planning) refusal = not_ready(ready_to_start(facts.objectives));
  if (wanted == CycleState::closed) refusal = not_reviewed(facts.objectives);
  if (refusal) return *refusal;
  return wanted;
}

Step<ObjectiveState> first_state(ObjectiveState wanted, CycleState cycle) {
  if (const auto refusal = read_only(cycle)) return *refusal;
  if (wanted == ObjectiveState::dropped)
    return Refusal{"no_such_step", "What is not in the plan yet can't be dropped."};
  if (!is_open(wanted)) return judged_in_review();
  return open_state(cycle);
}

Step<ObjectiveState> step(ObjectiveState now, ObjectiveEvent event, const ObjectiveFacts& facts) {
  const bool dropped = now == ObjectiveState::dropped;
  switch (event) {
    case ObjectiveEvent::start:
      return dropped ? now : ObjectiveState::active;
    case ObjectiveEvent::drop:
      if (const auto refusal = read_only(facts.cycle)) return *refusal;
      return ObjectiveState::dropped;
    case ObjectiveEvent::take_up:
      if (const auto refusal = read_only(facts.cycle)) return *refusal;
      if (dropped) return open_state(facts.cycle);
      break;
    case ObjectiveEvent::judge:
      if (facts.score) return dropped ? now : outcome_state(*facts.score);
      break;
    case ObjectiveEvent::leave_unjudged:
      return dropped ? now : ObjectiveState::not_judged;
  }
  return judged_in_review();
}

ObjectiveEvent event_towards(ObjectiveState wanted) {
  switch (wanted) {
    case ObjectiveState::dropped:
      return ObjectiveEvent::drop;
    case ObjectiveState::draft:
    case ObjectiveState::active:
      return ObjectiveEvent::take_up;
    case ObjectiveState::achieved:
    case ObjectiveState::partly:
    case ObjectiveState::missed:
    case ObjectiveState::not_judged:
      break;
  }
  return ObjectiveEvent::judge;
}

SignalState step(SignalState now, SignalEvent event) {
  const bool waits = now == SignalState::new_ || now == SignalState::assessed;
  switch (event) {
    case SignalEvent::assess:
      return waits ? SignalState::assessed : now;
    case SignalEvent::unassess:
      return waits ? SignalState::new_ : now;
    case SignalEvent::answer:
      return SignalState::answered;
    case SignalEvent::watch:
      return SignalState::watched;
    case SignalEvent::dismiss:
      return SignalState::dismissed;
  }
  return now;
}

SignalEvent event_of(ResponseKind kind) {
  switch (kind) {
    case ResponseKind::watch:
      return SignalEvent::watch;
    case ResponseKind::dismiss:
      return SignalEvent::dismiss;
    case ResponseKind::objective:
    case ResponseKind::key_result:
    case ResponseKind::action:
    case ResponseKind::meeting:
      break;
  }
  return SignalEvent::answer;
}

std::optional<Refusal> not_running(MeetingState state) {
  if (state == MeetingState::running) return {};
  return Refusal{"not_running", "The meeting is not running."};
}

Step<MeetingState> step(MeetingState now, SteerCommand command) {
  if (command == SteerCommand::start) {
    if (now != MeetingState::planned) return Refusal{"begun", "The meeting has begun already."};
    return MeetingState::running;
  }
  if (const auto refusal = not_running(now)) return *refusal;
  return command == SteerCommand::close ? MeetingState::closed : MeetingState::running;
}

}  // namespace takt::domain
