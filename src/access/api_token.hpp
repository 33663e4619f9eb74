#pragma once
// Callers that are programs: who comes with an API token.

#include <string>

#include "access/caller.hpp"
#include "access/context.hpp"

namespace takt::access {

/// Who comes with a token: its creator, confined to writing KPI values. A caller without a user for
/// an unknown or revoked one.
Caller token_caller(Context& context, const std::string& secret);

}  // namespace takt::access
