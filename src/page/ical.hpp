#pragma once
// Meetings as iCalendar (RFC 5545).

#include "domain/meeting.hpp"
#include "page/page.hpp"

namespace takt::page {

/// One meeting.
std::string meeting_calendar(Context& context, const Caller& caller, const Id& meeting,
                             const std::string& origin);

/// The feed behind a secret; not_found for an unknown one.
std::string calendar_feed(Context& context, const std::string& secret, const std::string& origin);

}  // namespace takt::page
