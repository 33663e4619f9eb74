#pragma once
// Minutes, from what happened in a meeting: as data, and as plain text for mails and for whoever
// edits them.

#include "command/command.hpp"
#include "domain/meeting.hpp"
#include "domain/minutes.hpp"
#include "domain/user.hpp"

namespace takt::command {

/// What minutes are headed by, and what their mail is about: account, kind of meeting and day.
std::string minutes_title(std::string_view account, domain::MeetingKind kind, domain::Date day,
                          domain::Language language);

/// What happened, to be kept.
domain::Minutes gather_minutes(store::Session& session, const domain::Meeting& meeting);

/// The minutes as plain text in a language.
std::string word_minutes(const domain::Minutes& minutes, domain::Language language);

/// The minutes with a note that was written down after the meeting, at their end.
std::string add_afterwards(const std::string& minutes, const domain::MeetingNote& note,
                           domain::Language language);

}  // namespace takt::command
