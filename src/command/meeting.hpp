#pragma once
// Meetings run live: everybody sees the same step; topics and votes are secret until revealed.

#include "command/command.hpp"
#include "domain/meeting.hpp"

namespace takt::command {

using domain::SteerCommand;

/// Starts, moves the step, reveals, closes. Whoever starts facilitates; anybody who may contribute
/// may take over. Closing writes the minutes.
domain::Meeting steer(Context& context, const Caller& caller, const Id& meeting,
                      SteerCommand command, int step);

/// Says that the caller is there. Raises the revision only for whoever was not before.
void attend(Context& context, const Caller& caller, const Id& meeting);

/// Proposes a topic. The change log hears of it when the topics are revealed.
void propose(Context& context, const Caller& caller, const Id& meeting, const domain::Title& title,
             const std::optional<Id>& id);

/// Takes back one's own topic; after the reveal it stays.
void withdraw(Context& context, const Caller& caller, const Id& proposal);

/// Puts a topic to another one, or by itself again.
void group(Context& context, const Caller& caller, const Id& proposal,
           const std::optional<Id>& into);

/// Gives `dots` of the caller's to a topic; 0 takes them back. Conflict where they do not suffice
/// or the votes are revealed.
void vote(Context& context, const Caller& caller, const Id& meeting, const Id& proposal, int dots);

}  // namespace takt::command
