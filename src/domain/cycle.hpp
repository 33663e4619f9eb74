#pragma once
// The cycle, and what the team concentrates on in it. See docs/domain.md, sections 1 and 2.

#include "domain/record.hpp"

namespace takt::domain {

struct Cycle;

struct OfCycle : Record {
  using Parent = Cycle;
  Id cycle;
  static constexpr auto kParent = &OfCycle::cycle;
};
BOOST_DESCRIBE_STRUCT(OfCycle, (Record), (cycle))

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

/// What the team agreed to concentrate on in a cycle.
struct FocusTopic : OfCycle {
  static constexpr std::string_view kTerm = "focus_topic", kCollection = "focus-topics";
  Title title;
  Prose why;
  Whole<0, 10000> votes{0};
};
BOOST_DESCRIBE_STRUCT(FocusTopic, (OfCycle), (title, why, votes))

}  // namespace takt::domain
