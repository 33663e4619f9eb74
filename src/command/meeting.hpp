#pragma once
// Meetings run live: everybody sees the same step. Their topics and votes: proposal.hpp.

#include "command/command.hpp"
#include "domain/meeting.hpp"

namespace takt::command {

/// Takes over, starts, moves the step, reveals, opens the vote, closes. Whoever starts facilitates.
/// Conflict for anybody else than the facilitator, unless they take over or there is none. Closing
/// writes the minutes and parks what found no time.
domain::Meeting steer(Context& context, const Caller& caller, const Id& meeting,
                      const domain::Steering& steering);

/// Says that the caller is ready with the step, or is not. What was said of another step than the
/// present one changes nothing; when the step changes nobody is ready.
void be_ready(Context& context, const Caller& caller, const Id& meeting, bool ready,
              std::optional<int> step);

/// Says that the caller is there. Raises the revision only for whoever was not before.
void attend(Context& context, const Caller& caller, const Id& meeting);

}  // namespace takt::command
