#pragma once
// The cycle and what a team agrees in it: objectives, key results, check-ins, actions.
// See docs/domain.md, sections 1 and 2.

#include <vector>

#include "domain/record.hpp"

namespace takt::domain {

BOOST_DEFINE_ENUM_CLASS(CycleState, planning, active, review, closed)

struct Cycle : Record {
  static constexpr std::string_view kTerm = "cycle", kCollection = "cycles";
  Word name;
  Date starts_on;
  Date ends_on;  ///< the last day of the cycle
  CycleState state = CycleState::planning;
};
BOOST_DESCRIBE_STRUCT(Cycle, (Record), (name, starts_on, ends_on, state))

BOOST_DEFINE_ENUM_CLASS(ObjectiveState, draft, active, achieved, partly, missed, dropped)
BOOST_DEFINE_ENUM_CLASS(GoalLinkKind, contributes, supports)

/// An objective serves a long-term goal: `contributes` counts in the goal's line, `supports` not.
struct GoalLink {
  Id goal;
  GoalLinkKind kind = GoalLinkKind::contributes;
  bool operator==(const GoalLink&) const = default;
};
BOOST_DESCRIBE_STRUCT(GoalLink, (), (goal, kind))

struct Objective : OfCycle {
  static constexpr std::string_view kTerm = "objective", kCollection = "objectives";
  Title title;
  Prose why;
  std::optional<Id> owner;
  std::vector<Id> product_areas;
  std::vector<GoalLink> goals;
  Text<200> outcome;  ///< what should move at the customer, in words, e.g. share of supply a and b
  std::optional<double> outcome_baseline;
  std::optional<double> outcome_target;
  Text<20> outcome_unit;
  ObjectiveState state = ObjectiveState::draft;
};
BOOST_DESCRIBE_STRUCT(Objective, (OfCycle),
                      (title, why, owner, product_areas, goals, outcome, outcome_baseline,
                       outcome_target, outcome_unit, state))

BOOST_DEFINE_ENUM_CLASS(KeyResultKind, metric, corridor, stages)
BOOST_DEFINE_ENUM_CLASS(KeyResultState, active, dropped)

/// A written stage and its degree in percent, 0 first and 100 last.
struct Stage {
  Title title;
  Whole<0, 100> degree{0};
  bool operator==(const Stage&) const = default;
};
BOOST_DESCRIBE_STRUCT(Stage, (), (title, degree))

struct KeyResult : OfObjective {
  static constexpr std::string_view kTerm = "key_result", kCollection = "key-results";
  Title title;
  KeyResultKind kind = KeyResultKind::metric;
  std::optional<Id> owner;
  Text<20> unit;
  std::optional<double> start;   ///< metric: value at the start
  std::optional<double> target;  ///< metric: value to reach
  std::optional<double> lower;   ///< corridor: lower bound
  std::optional<double> upper;   ///< corridor: upper bound
  std::vector<Stage> stages;     ///< stages: from 0 % to 100 %
  std::optional<double>
      weight;  ///< share fixed by hand in percent; no value: an equal share of the rest
  std::optional<Date> due;  ///< no value: the end of the cycle
  std::optional<Id> depends_on;
  KeyResultState state = KeyResultState::active;
};
BOOST_DESCRIBE_STRUCT(KeyResult, (OfObjective),
                      (title, kind, owner, unit, start, target, lower, upper, stages, weight, due,
                       depends_on, state))

/// One site in the roll-out of a key result. `told` of the site's purchasers know about it.
struct SiteTarget : OfKeyResult {
  static constexpr std::string_view kTerm = "site_target", kCollection = "site-targets";
  Id site;
  std::optional<double> target;  ///< metric: value to reach at this site
  std::optional<Whole<0, 100000>> told;
};
BOOST_DESCRIBE_STRUCT(SiteTarget, (OfKeyResult), (site, target, told))

/// What we saw on a day. Never changed; a correction supersedes it.
struct CheckIn : OfKeyResult {
  static constexpr std::string_view kTerm = "check_in", kCollection = "check-ins";
  static constexpr bool kUnordered = true;
  Date effective_on;
  std::optional<double> value;         ///< metric, corridor
  std::optional<Whole<0, 100>> stage;  ///< stages: index of the stage reached
  std::optional<Id> site;              ///< where the key result is rolled out per site
  std::optional<Whole<0, 10>> confidence;
  Prose note;
  std::vector<Link> evidence;
  std::optional<Id> supersedes;
  std::optional<Id> entered_by;  ///< given by the server, whatever was sent
};
BOOST_DESCRIBE_STRUCT(CheckIn, (OfKeyResult),
                      (effective_on, value, stage, site, confidence, note, evidence, supersedes,
                       entered_by))

/// What we do. Never counted as a result.
struct Action : Record {
  static constexpr std::string_view kTerm = "action", kCollection = "actions";
  Title title;
  std::optional<Id> key_result;
  std::optional<Id> assignee;
  std::optional<Date> due;
  std::optional<Date> done_on;
};
BOOST_DESCRIBE_STRUCT(Action, (Record), (title, key_result, assignee, due, done_on))

}  // namespace takt::domain
