#pragma once
// The long-term tie: vision, goals and the milestones on the way to them.

#include "domain/record.hpp"
#include "domain/reference.hpp"

namespace takt::domain {

/// How the account should see us in about three years. The newest one that is not archived holds.
struct Vision : Record {
  static constexpr std::string_view kTerm = "vision", kCollection = "visions";
  Text<1000, 1> text;
  std::optional<Whole<2000, 2200>> horizon;  ///< year
};
BOOST_DESCRIBE_STRUCT(Vision, (Record), (text, horizon))

BOOST_DEFINE_ENUM_CLASS(GoalKind, strategic, moal)
BOOST_DEFINE_ENUM_CLASS(GoalState, open, reached, missed, dropped)

struct LongTermGoal : Record {
  static constexpr std::string_view kTerm = "long_term_goal", kCollection = "long-term-goals";
  Title title;
  Prose measure;
  Date due;
  GoalKind kind = GoalKind::strategic;
  GoalState state = GoalState::open;
  std::optional<Reference<Kpi>> kpi;  ///< in which it is read, e.g. of a MOAL in revenue
};
BOOST_DESCRIBE_STRUCT(LongTermGoal, (Record), (title, measure, due, kind, state, kpi))

struct OfGoal : Record {
  using Parent = LongTermGoal;
  Id goal;
  static constexpr auto kParent = &OfGoal::goal;
};
BOOST_DESCRIBE_STRUCT(OfGoal, (Record), (goal))

/// A step on the way to a long-term goal, planned backwards from its due date. It becomes a
/// suggestion when the cycle in which it is due is planned.
struct Milestone : OfGoal {
  static constexpr std::string_view kTerm = "milestone", kCollection = "milestones";
  Title title;
  Date due;
  std::optional<Reference<Objective>> objective;  ///< the one that takes this step
  std::optional<Date> reached_on;
};
BOOST_DESCRIBE_STRUCT(Milestone, (OfGoal), (title, due, objective, reached_on))

}  // namespace takt::domain
