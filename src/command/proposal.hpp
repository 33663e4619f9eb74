#pragma once
// Topics of a meeting and the votes on them, secret until they are revealed: what people do with
// them, and what becomes of them as the meeting goes on.

#include "command/draft.hpp"
#include "domain/meeting.hpp"

namespace takt::command {

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

/// The topics of a meeting that is called off wait for the next one, unless it comes back: then
/// they do, too, save those that were parked by hand. The account's last revision.
long long keep_collected(const Draft<domain::Meeting>& draft, long long revision);

/// What was parked before becomes a topic of a meeting that begins. What is parked in one that runs
/// is that one's.
void take_up_parked(Context& context, store::Session& session, const Caller& caller,
                    const domain::Meeting& meeting);

/// Topics that were secret come into the change log when they are revealed.
void reveal_topics(Context& context, store::Session& session, const domain::Meeting& meeting);

/// What the team concentrates on: the topics by their dots, into the focus topics of the next
/// cycle. Once there is one: what a team voted for is not lost because it is made in this meeting.
void keep_focus(Context& context, store::Session& session, const Caller& caller,
                const domain::Meeting& meeting, long long& revision);

/// What found no time waits for the next meeting: all that did not become the focus of a cycle.
void park_the_rest(Context& context, store::Session& session, const Caller& caller,
                   const domain::Meeting& meeting);

/// How many people have spent more dots than each has.
int spent_more(store::Session& session, const domain::Meeting& meeting);

}  // namespace takt::command
