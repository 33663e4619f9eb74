#pragma once
// Life cycles as pure transitions: step(state, event, facts) gives the next state, or why not. What
// a rule has to know comes in as an argument. See docs/domain.md, section 2.

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "domain/cycle.hpp"
#include "domain/meeting.hpp"
#include "domain/objective.hpp"
#include "domain/signal.hpp"

namespace takt::domain {

/// Why a life cycle does not go on: a stable code that the interface translates, and the same in
/// English.
struct Refusal {
  std::string code;
  std::string detail;
  bool operator==(const Refusal&) const = default;
};

template <class State>
using Step = std::variant<State, Refusal>;

// --- Cycle: planning → active → review → closed; a review that was begun can be taken back.

/// What the start and the close of a cycle ask about one of its objectives.
struct ObjectiveInCycle {
  std::string title;
  ObjectiveState state = ObjectiveState::draft;
  bool has_key_result = false;  ///< one at least that was not dropped
  bool has_decision = false;    ///< in its review
  bool has_targets = true;      ///< each of its key results that needs one
  bool has_score = true;        ///< measured, given by hand, or said to be not judged
};

/// What a start needs. Dropped objectives do not count.
struct ReadyToStart {
  bool has_objective = false;
  std::optional<std::string> without_key_result{};  ///< title of the first objective without one
  std::optional<std::string> without_target{};      ///< of the first that lacks a target
};
ReadyToStart ready_to_start(std::span<const ObjectiveInCycle> objectives);

/// Whether the close of the cycle waits for a decision on the objective.
bool awaits_decision(const ObjectiveInCycle& objective);
/// Whether it waits for a score by hand, or for "not judged": nothing was ever measured.
bool awaits_score(const ObjectiveInCycle& objective);

struct CycleFacts {
  std::vector<ObjectiveInCycle> objectives{};  ///< present ones; asked for at start and close only
  std::optional<std::string> other_active{};   ///< name of another cycle that is active
};

/// From `now` to `wanted`, which may be the same state.
Step<CycleState> step(CycleState now, CycleState wanted, const CycleFacts& facts);

/// A closed cycle can only be read, with all that hangs on it.
std::optional<Refusal> read_only(CycleState state);

/// Whether the plan has begun: it then changes for a reason only, which stays in its history.
bool asks_reason(CycleState state);

/// The account's current cycle on every page: the active one, else the latest in review.
std::optional<Cycle> current_cycle(std::span<const Cycle> cycles);

/// The cycle that is shown where none is asked for: the current one, else the next that is planned,
/// else the latest.
std::optional<Cycle> shown_cycle(std::span<const Cycle> cycles);

/// The weeks of a cycle, of which the last one may be shorter.
struct CycleWeeks {
  int week = 0;  ///< the week that today is in, from 1; 0 before the start, the last after the end
  int weeks = 0;
};
CycleWeeks weeks_of(const Cycle& cycle, Date today);

// --- Objective: draft → active → achieved | partly | missed; dropped and taken up meanwhile.

enum class ObjectiveEvent { start, drop, take_up, judge, leave_unjudged };

struct ObjectiveFacts {
  CycleState cycle = CycleState::planning;
  std::optional<double> score{};  ///< 0…1, at the close of the cycle only
};

/// The state of a new objective, which somebody wants to begin as `wanted`: a draft in planning,
/// active later. It can't begin judged or dropped.
Step<ObjectiveState> first_state(ObjectiveState wanted, CycleState cycle);

/// The start of the cycle makes everything active that is not dropped, its close judges it by
/// score or leaves it unjudged. What was dropped can be taken up again until then.
Step<ObjectiveState> step(ObjectiveState now, ObjectiveEvent event, const ObjectiveFacts& facts);

/// What has to happen for an objective to become `wanted`.
ObjectiveEvent event_towards(ObjectiveState wanted);

// --- Signal: new → assessed → answered | watched | dismissed. Any answer may follow another one.

/// `assess`: nature, impact and likelihood are given; `unassess`: one of them is missing.
enum class SignalEvent { assess, unassess, answer, watch, dismiss };

SignalState step(SignalState now, SignalEvent event);

SignalEvent event_of(ResponseKind kind);

// --- Meeting: planned → running → closed.

/// Everything but the start needs a running meeting.
Step<MeetingState> step(MeetingState now, SteerCommand command);

/// No value while the meeting runs.
std::optional<Refusal> not_running(MeetingState state);

}  // namespace takt::domain
