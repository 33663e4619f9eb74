#pragma once
// Putting signals together.

#include "command/command.hpp"
#include "domain/signal.hpp"

namespace takt::command {

/// Puts `id` to `into`: what it says is added there, it is archived and points there.
domain::Signal merge_signals(Context& context, const Caller& caller, const Id& id, const Id& into);

}  // namespace takt::command
