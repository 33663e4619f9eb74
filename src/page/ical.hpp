#pragma once
// Meetings, and the days on which something is due, as iCalendar (RFC 5545) in the language of whom
// they are for. `origin` is the address of Takt, e.g. "https://takt.example.com".

#include "domain/meeting.hpp"
#include "page/page.hpp"

namespace takt::page {

/// One meeting; the word that it is called off, where it is archived.
std::string meeting_calendar(Context& context, const Caller& caller, const Id& meeting,
                             const std::string& origin);

/// The feed behind a secret: the user's meetings of the last thirty days and those to come, and as
/// all-day entries the ends of cycles, the days of open long-term goals and milestones, and those
/// by which signals ask for an answer. A meeting that is archived stays in it as called off for
/// thirty days; not_found for an unknown secret.
std::string calendar_feed(Context& context, const std::string& secret, const std::string& origin);

}  // namespace takt::page
