#pragma once
// Takes over into a cycle what the reviews of the one before decided.

#include "command/command.hpp"
#include "domain/cycle.hpp"

namespace takt::command {

/// What was left open because it is not there any more.
struct LeftOpen {
  std::string title;    ///< of the objective or key result
  std::string pointer;  ///< its field
};
BOOST_DESCRIBE_STRUCT(LeftOpen, (), (title, pointer))

struct CarriedOver {
  int objectives = 0;
  std::vector<LeftOpen> left_open;
};
BOOST_DESCRIBE_STRUCT(CarriedOver, (), (objectives, left_open))

/// Takes over into a cycle in planning what the reviews of `from` decided (continue, adapt) and
/// what was not taken over yet: chosen key results, a metric's start := its last value, open
/// actions; no check-ins. What can't go along is left open and named.
CarriedOver carry_over(Context& context, const Caller& caller, const Id& to, const Id& from);

CarriedOver carry_over(Context& context, store::Session& session, const Caller& caller,
                       const domain::Cycle& to, const domain::Cycle& from, long long& revision);

}  // namespace takt::command
