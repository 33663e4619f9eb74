#pragma once
// What should be different at the customer at the end of a cycle.

#include <vector>

#include "domain/cycle.hpp"
#include "domain/reference.hpp"

namespace takt::domain {

struct OfObjective : Record {
  using Parent = Objective;
  Id objective;
  static constexpr auto kParent = &OfObjective::objective;
};
BOOST_DESCRIBE_STRUCT(OfObjective, (Record), (objective))

BOOST_DEFINE_ENUM_CLASS(ObjectiveState, draft, active, achieved, partly, missed, not_judged,
                        dropped)
BOOST_DEFINE_ENUM_CLASS(GoalLinkKind, contributes, supports)

/// An objective serves a long-term goal: `contributes` counts in the goal's line, `supports` not.
struct GoalLink {
  Reference<LongTermGoal> goal;
  GoalLinkKind kind = GoalLinkKind::contributes;
  bool operator==(const GoalLink&) const = default;
};
BOOST_DESCRIBE_STRUCT(GoalLink, (), (goal, kind))

/// Where an objective's outcome is read: nowhere yet, the share of supply of chosen areas and
/// sites, a KPI, or readings of its own.
BOOST_DEFINE_ENUM_CLASS(OutcomeKind, none, supply, kpi, own)

struct Objective : OfCycle {
  static constexpr std::string_view kTerm = "objective", kCollection = "objectives";
  Title title;
  Prose why;
  /// The customer's goal that it serves, in the customer's words: with the title one of the few
  /// things of an objective that the customer may see one day.
  Text<500> customer_goal;
  std::optional<TeammateId> owner;
  std::vector<Reference<ProductArea>> product_areas;
  std::vector<GoalLink> goals;
  OutcomeKind outcome_kind = OutcomeKind::none;
  Text<200> outcome;  ///< what should move at the customer, in words, e.g. share of supply a and b
  std::vector<Reference<ProductArea>>
      outcome_areas;  ///< share of supply: of these product areas; empty: of all
  std::vector<Reference<Site>> outcome_sites;  ///< share of supply: of these sites; empty: of all
  std::optional<Reference<Kpi>> outcome_kpi;
  /// In the outcome's unit; a share of supply in percent. Locked when the cycle starts.
  std::optional<double> outcome_baseline;
  std::optional<double> outcome_target;
  Text<20> outcome_unit;
  ObjectiveState state = ObjectiveState::draft;
  std::optional<Reference<Objective>>
      carried_from;  ///< the objective of an earlier cycle that goes on in this one
};
BOOST_DESCRIBE_STRUCT(Objective, (OfCycle),
                      (title, why, customer_goal, owner, product_areas, goals, outcome_kind,
                       outcome, outcome_areas, outcome_sites, outcome_kpi, outcome_baseline,
                       outcome_target, outcome_unit, state, carried_from))

}  // namespace takt::domain
