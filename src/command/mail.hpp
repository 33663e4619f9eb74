#pragma once
// Mail as it waits in the database. The sending itself is outbound's.

#include "command/command.hpp"
#include "store/mail_store.hpp"

namespace takt::command {

using store::Mail;

/// So often a mail is tried before it is given up.
inline constexpr int kMailTries = 8;

/// Puts the minutes of a closed meeting into the outgoing mail of everybody invited who has not got
/// them yet, in each one's language; how many they are. Conflict where the meeting is not closed,
/// no mail server is set up or everybody has got them; too_many where others, changed since, went
/// out within five minutes.
int mail_minutes(Context& context, const Caller& caller, const Id& meeting);

/// What a first try is given before another server may try, too.
inline constexpr std::chrono::minutes kShortestClaim{1};

/// Takes a due mail for one try; no value where none is due. Another server won't take it
/// meanwhile. A try that is not followed by mail_sent() is repeated later: after 1, 2, 4 … minutes,
/// eight times at most.
std::optional<Mail> claim_mail(Context& context);

void mail_sent(Context& context, const Id& mail);

}  // namespace takt::command
