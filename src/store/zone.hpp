#pragma once
// Time zones: instants are UTC, days belong to a zone. This is the one place that turns one into
// the other.
//
// Here rather than in `domain`, whose rules take days and need no ICU: figures and commands both
// know this room, and the organisation's zone is one of its rows.

#include <string>
#include <string_view>

#include "domain/user.hpp"
#include "store/database.hpp"

namespace takt::store {

/// Where nobody said otherwise.
inline constexpr std::string_view kNoZone = "UTC";

/// Whether there is such a time zone: a name of the IANA database like `Europe/Berlin`, or `UTC`.
bool is_zone(std::string_view name);

/// What a clock shows there, as if it were one of UTC; UTC's where there is no such zone.
domain::Instant local_time(std::string_view zone, domain::Instant instant);

/// What its clocks are called at the instant, in short: MEZ · CET. UTC where there is no such zone.
std::string zone_name(std::string_view zone, domain::Instant instant, domain::Language language);

/// The day that the instant lies in there; in UTC where there is no such zone.
domain::Date day_in(std::string_view zone, domain::Instant instant);

/// The first instant of the day there; in UTC where there is no such zone.
domain::Instant day_begins(std::string_view zone, domain::Date day);

/// The organisation's time zone; UTC before it is set up.
std::string organisation_zone(Session& session);

/// The organisation's day that the instant lies in.
domain::Date day_of(Session& session, domain::Instant instant);

}  // namespace takt::store
