#pragma once
// Rules of the organisation itself.

#include "command/command.hpp"
#include "command/draft.hpp"
#include "domain/organisation.hpp"

namespace takt::command {

void check(Draft<domain::Organisation>& draft);
long long follow_up(const Draft<domain::Organisation>& draft, long long revision);

}  // namespace takt::command
