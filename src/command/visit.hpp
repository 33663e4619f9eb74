#pragma once
// Being in an account.

#include "command/command.hpp"

namespace takt::command {

/// Notes that the caller is in the account now. No change of the account: nobody is told.
void visit(Context& context, const Caller& caller, const Id& account);

}  // namespace takt::command
