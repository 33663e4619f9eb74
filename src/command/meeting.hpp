#pragma once
// Meetings run live: everybody sees the same step; topics and votes are secret until revealed.

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

/// Proposes a topic, while the meeting runs or in the days before. The change log hears of it when
/// the topics are revealed.
void propose(Context& context, const Caller& caller, const Id& meeting, const domain::Title& title,
             const std::optional<Id>& id);

/// Takes back one's own topic; after the reveal it stays.
void withdraw(Context& context, const Caller& caller, const Id& proposal);

/// Puts a topic to another one, or by itself again, until the votes are revealed. Votes go along.
void group(Context& context, const Caller& caller, const Id& proposal,
           const std::optional<Id>& into);

/// Parks a topic of a running meeting.
void park(Context& context, const Caller& caller, const Id& proposal);

/// Takes a topic out of the parked ones: in its meeting while that runs, else for good.
void take_out_parked(Context& context, const Caller& caller, const Id& proposal);

/// Gives `dots` of the caller's to a topic and those put to it; 0 takes them back. Where the caller
/// has `seen` another number than there is by now, the difference is what they want. Conflict where
/// they do not suffice or nobody votes now.
void vote(Context& context, const Caller& caller, const Id& meeting, const Id& proposal, int dots,
          std::optional<int> seen = {});

}  // namespace takt::command
