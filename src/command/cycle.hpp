#pragma once
// Starts, closes and follows up cycles.

#include "command/command.hpp"
#include "domain/cycle.hpp"

namespace takt::command {

/// Creates a cycle that takes over what the reviews of the one before it decided.
domain::Cycle plan_next(Context& context, const Caller& caller, const Id& account,
                        domain::Cycle fields, const std::optional<Id>& id);

}  // namespace takt::command
