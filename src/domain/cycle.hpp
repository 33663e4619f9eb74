#pragma once
// The cycle and what a team agrees in it: objectives, key results, check-ins, actions.
// See docs/domain.md, sections 1 and 2.

#include <vector>

#include "domain/record.hpp"

namespace takt::domain {

BOOST_DEFINE_ENUM_CLASS(CycleState, planning, active, review, closed)

/// What the server notes about a cycle.
struct GivenCycle : Record {
  std::optional<Date> activated_on;
  std::optional<Date> closed_on;
};
BOOST_DESCRIBE_STRUCT(GivenCycle, (Record), (activated_on, closed_on))

struct Cycle : GivenCycle {
  static constexpr std::string_view kTerm = "cycle", kCollection = "cycles";
  Word name;
  Date starts_on;
  Date ends_on;  ///< the last day of the cycle
  CycleState state = CycleState::planning;
};
BOOST_DESCRIBE_STRUCT(Cycle, (GivenCycle), (name, starts_on, ends_on, state))

BOOST_DEFINE_ENUM_CLASS(ObjectiveState, draft, active, achieved, partly, missed, dropped)
BOOST_DEFINE_ENUM_CLASS(GoalLinkKind, contributes, supports)

/// An objective serves a long-term goal: `contributes` counts in the goal's line, `supports` not.
struct GoalLink {
  Id goal;
  GoalLinkKind kind = GoalLinkKind::contributes;
  bool operator==(const GoalLink&) const = default;
};
BOOST_DESCRIBE_STRUCT(GoalLink, (), (goal, kind))

/// What the team agreed to concentrate on in a cycle.
struct FocusTopic : OfCycle {
  static constexpr std::string_view kTerm = "focus_topic", kCollection = "focus-topics";
  Title title;
  Prose why;
  Whole<0, 10000> votes{0};
};
BOOST_DESCRIBE_STRUCT(FocusTopic, (OfCycle), (title, why, votes))

/// Where an objective's outcome is read: nowhere yet, the share of supply of chosen areas and
/// sites, a KPI, or readings of its own.
BOOST_DEFINE_ENUM_CLASS(OutcomeKind, none, supply, kpi, own)

struct Objective : OfCycle {
  static constexpr std::string_view kTerm = "objective", kCollection = "objectives";
  Title title;
  Prose why;
  std::optional<Id> owner;
  std::vector<Id> product_areas;
  std::vector<GoalLink> goals;
  OutcomeKind outcome_kind = OutcomeKind::none;
  Text<200> outcome;  ///< what should move at the customer, in words, e.g. share of supply a and b
  std::vector<Id> outcome_areas;  ///< share of supply: of these product areas; empty: of all
  std::vector<Id> outcome_sites;  ///< share of supply: of these sites; empty: of all
  std::optional<Id> outcome_kpi;
  /// In the outcome's unit; a share of supply in percent. Locked when the cycle starts.
  std::optional<double> outcome_baseline;
  std::optional<double> outcome_target;
  Text<20> outcome_unit;
  ObjectiveState state = ObjectiveState::draft;
  std::optional<Id> carried_from;  ///< the objective of an earlier cycle that goes on in this one
};
BOOST_DESCRIBE_STRUCT(Objective, (OfCycle),
                      (title, why, owner, product_areas, goals, outcome_kind, outcome,
                       outcome_areas, outcome_sites, outcome_kpi, outcome_baseline, outcome_target,
                       outcome_unit, state, carried_from))

/// A value of an objective's own outcome measure. Readings go on after the close of the cycle.
struct OutcomeReading : OfObjective {
  static constexpr std::string_view kTerm = "outcome_reading", kCollection = "outcome-readings";
  static constexpr bool kUnordered = true;
  Date on;
  double value = 0;
  Text<200> source;
};
BOOST_DESCRIBE_STRUCT(OutcomeReading, (OfObjective), (on, value, source))

BOOST_DEFINE_ENUM_CLASS(Decision, continue_, adapt, stop, done)

/// What the server notes in a review.
struct GivenReview : OfObjective {
  std::optional<double> score;  ///< 0…1, kept when the cycle closes
};
BOOST_DESCRIBE_STRUCT(GivenReview, (OfObjective), (score))

/// What the team says about an objective at the end of its cycle. One per objective.
struct Review : GivenReview {
  static constexpr std::string_view kTerm = "review", kCollection = "reviews";
  static constexpr bool kUnordered = true;
  std::optional<double> score_override;  ///< 0…1, with a reason
  Prose score_reason;
  Prose effect_note;  ///< why it worked, or did not
  Prose lesson;
  std::optional<Decision> decision;
  std::vector<Id> carried;  ///< the key results that go on in the next cycle
};
BOOST_DESCRIBE_STRUCT(Review, (GivenReview),
                      (score_override, score_reason, effect_note, lesson, decision, carried))

BOOST_DEFINE_ENUM_CLASS(KeyResultKind, metric, corridor, stages)
BOOST_DEFINE_ENUM_CLASS(KeyResultState, active, dropped)

/// A written stage and its degree in percent, 0 first and 100 last.
struct Stage {
  Title title;
  Whole<0, 100> degree{0};
  bool operator==(const Stage&) const = default;
};
BOOST_DESCRIBE_STRUCT(Stage, (), (title, degree))

/// Where a key result's value comes from: check-ins, a KPI, or the share of supply.
BOOST_DEFINE_ENUM_CLASS(Follows, check_ins, kpi, supply)

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
  Follows follows = Follows::check_ins;
  std::optional<Id> kpi;         ///< the one it follows
  std::vector<Id> supply_areas;  ///< share of supply: of these product areas; empty: of all
  std::vector<Id> supply_sites;  ///< share of supply: of these sites; empty: of all
  std::optional<Id> carried_from;
};
BOOST_DESCRIBE_STRUCT(KeyResult, (OfObjective),
                      (title, kind, owner, unit, start, target, lower, upper, stages, weight, due,
                       depends_on, state, follows, kpi, supply_areas, supply_sites, carried_from))

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
  std::optional<Id> meeting;  ///< where it was agreed
};
BOOST_DESCRIBE_STRUCT(Action, (Record), (title, key_result, assignee, due, done_on, meeting))

}  // namespace takt::domain
