#pragma once
// Being in an account right now.

#include "command/command.hpp"

namespace takt::command {

/// Notes that the caller is in the account now, for the others there. No change of the account, and
/// so not refused in an archived one (docs/domain.md, 3.21).
void be_present(Context& context, const Caller& caller, const Id& account);

}  // namespace takt::command
