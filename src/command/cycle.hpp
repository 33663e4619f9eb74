#pragma once
// Starts, closes and follows up cycles.

#include "command/carry_over.hpp"
#include "command/command.hpp"
#include "domain/cycle.hpp"

namespace takt::command {

/// A cycle that was just planned, and what of the one before it does not go on in it.
struct PlannedCycle {
  domain::Cycle cycle;
  std::vector<LeftOpen> left_open;
};
BOOST_DESCRIBE_STRUCT(PlannedCycle, (), (cycle, left_open))

/// Creates a cycle that takes over what the reviews of the one before it decided. Where the cycle
/// `id` was created already, it alone is the answer.
PlannedCycle plan_next(Context& context, const Caller& caller, const Id& account,
                       domain::Cycle fields, const std::optional<Id>& id);

}  // namespace takt::command
