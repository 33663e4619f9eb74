#pragma once
// Meetings as iCalendar (RFC 5545).

#include "domain/meeting.hpp"
#include "page/page.hpp"

namespace takt::page {

/// An iCalendar (RFC 5545) of one meeting, or of all that a person is invited to.
std::string calendar_of(store::Session& session, const std::vector<domain::Meeting>& meetings,
                        const std::string& origin);

std::string meeting_calendar(Context& context, const Caller& caller, const Id& meeting,
                             const std::string& origin);

/// The feed behind a secret; not_found for an unknown one.
std::string calendar_feed(Context& context, const std::string& secret, const std::string& origin);

}  // namespace takt::page
