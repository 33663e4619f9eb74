#pragma once
// Takes over into a cycle what the reviews of the one before decided.

#include "command/command.hpp"
#include "domain/cycle.hpp"

namespace takt::command {

/// Why something was not taken over: somebody has left the team, what it refers to is archived, the
/// review decided so, a target is reached already, or fixed weights leave nothing for the others.
BOOST_DEFINE_ENUM_CLASS(WhyLeft, left_team, archived, stopped, done, dropped, undecided, not_chosen,
                        reached, too_heavy)

/// What was not taken over: an objective or key result, or one field of it that is left open.
struct LeftOpen {
  std::string title;    ///< of the objective or key result
  std::string pointer;  ///< its field; empty: all of it
  WhyLeft why = WhyLeft::archived;
  std::vector<std::string> names{};  ///< who or what the field named and names no more
};
BOOST_DESCRIBE_STRUCT(LeftOpen, (), (title, pointer, why, names))

struct CarriedOver {
  int objectives = 0;
  std::vector<LeftOpen> left_open;
};
BOOST_DESCRIBE_STRUCT(CarriedOver, (), (objectives, left_open))

/// Takes over into a cycle in planning what the reviews of `from` decided (continue, adapt) and
/// what was not taken over yet: chosen key results with what they begin after, a metric's
/// start := its last value and stages from the one that was reached, of a roll-out at each site,
/// open actions; no check-ins. A target that is reached is left empty. What
/// does not go along is named, and never a reason to fail.
CarriedOver carry_over(Context& context, const Caller& caller, const Id& to, const Id& from);

CarriedOver carry_over(Context& context, store::Session& session, const Caller& caller,
                       const domain::Cycle& to, const domain::Cycle& from, long long& revision);

}  // namespace takt::command
