#pragma once
// Meetings as iCalendar (RFC 5545).

#include "domain/meeting.hpp"
#include "page/page.hpp"

namespace takt::page {

/// One meeting; the word that it is called off, where it is archived.
std::string meeting_calendar(Context& context, const Caller& caller, const Id& meeting,
                             const std::string& origin);

/// The feed behind a secret: the user's meetings of the last thirty days and those to come. What is
/// archived stays in it as called off for thirty days; not_found for an unknown one.
std::string calendar_feed(Context& context, const std::string& secret, const std::string& origin);

}  // namespace takt::page
