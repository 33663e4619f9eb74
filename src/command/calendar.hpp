#pragma once
// The secret address of a person's calendar.

#include "command/command.hpp"

namespace takt::command {

/// Makes a secret address part for the caller's calendar feed; an older one stops working.
std::string calendar_secret(Context& context, const Caller& caller);

}  // namespace takt::command
