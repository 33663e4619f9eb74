#include "command/organisation.hpp"

#include "command/draft.hpp"
#include "command/entity.hpp"
#include "domain/cycle_name.hpp"
#include "domain/organisation.hpp"
#include "domain/problem.hpp"
#include "domain/user.hpp"
#include "store/zone.hpp"

namespace takt::command {

using namespace domain;

void check(Draft<Organisation>& draft) {
  if (draft.caller.role != OrganisationRole::administrator)
    throw Problem(Problem::Kind::forbidden, "not_allowed", "Only an administrator changes this.");
  if (draft.after.cycle_pattern.empty()) draft.wrong("/cyclePattern", "required", "is required");
  const auto unknown = unknown_placeholder(draft.after.cycle_pattern);
  if (unknown && draft.changed(&Organisation::cycle_pattern))
    draft.wrong("/cyclePattern", "unknown_placeholder",
                "has no such placeholder: " + std::string(*unknown));
  if (draft.changed(&Organisation::time_zone) && !store::is_zone(draft.after.time_zone))
    draft.wrong("/timeZone", "unknown_time_zone", "must be a time zone like Europe/Berlin");
}

/// Whoever asks for the day looks at the zone again when who may what has moved.
long long follow_up(const Draft<Organisation>& draft, long long revision) {
  if (draft.changed(&Organisation::time_zone))
    store::raise_revision(draft.session, store::access_ledger());
  return revision;
}

}  // namespace takt::command
