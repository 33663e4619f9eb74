#pragma once
// The room in which a meeting runs: what its commands have in common.

#include "command/draft.hpp"
#include "domain/account.hpp"
#include "domain/life_cycle.hpp"
#include "domain/meeting.hpp"

namespace takt::command {

inline void must_run(const domain::Meeting& meeting) {
  if (meeting.archived_at) conflict("archived", "This is archived; restore it first.");
  refuse(domain::not_running(meeting.state));
}

/// Runs `change` on the meeting's account in a transaction that only raises the revision: what
/// happens in the room is secret or fleeting, and the change log gets its result later.
template <class F>
void in_room(Context& context, const Id& account, F change) {
  const auto revision = context.database.write(account, [&](store::Session& session) -> long long {
    const auto of = store::find<domain::Account>(session, account);
    if (of && of->archived_at)
      conflict("archived", "What this belongs to is archived; restore that first.");
    if (!change(session)) return 0;
    return store::raise_revision(session, account);
  });
  tell(context, account, revision);
}

}  // namespace takt::command
