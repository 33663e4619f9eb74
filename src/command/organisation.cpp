#include "command/organisation.hpp"

#include "command/draft.hpp"
#include "command/entity.hpp"
#include "domain/organisation.hpp"
#include "domain/problem.hpp"
#include "domain/user.hpp"

namespace takt::command {

using namespace domain;

void check(Draft<Organisation>& draft) {
  if (draft.caller.role != OrganisationRole::administrator)
    throw Problem(Problem::Kind::forbidden, "not_allowed", "Only an administrator changes this.");
  if (draft.after.cycle_pattern.empty()) draft.wrong("/cyclePattern", "required", "is required");
}

}  // namespace takt::command
