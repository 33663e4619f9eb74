#pragma once
// Cycles on the calendar: their usual length, their names by the organisation's pattern.

#include <optional>
#include <string>
#include <string_view>

#include "domain/values.hpp"

namespace takt::domain {

/// The last day of a cycle of `months` that starts on `starts_on`.
Date cycle_end(Date starts_on, int months);

/// The first day of the period of `months` that `day` lies in, counted from its fiscal year's
/// start.
Date period_start(int fiscal_month, Date day, int months);

/// When a first cycle of `months` is proposed to begin: with the period that `today` lies in, or
/// with the one after it where less than half of it is left, today counted. Nobody plans what is
/// over.
Date first_start(int fiscal_month, Date today, int months);

/// How cycles are called where nobody said otherwise.
inline constexpr std::string_view kCyclePattern = "{year} {period}";

/// The name of a cycle of `months` from a pattern such as `{year} {period}` or
/// `GJ {yy}/{next} {period}`: {year} and {yy} are the year in which the fiscal year starts, {next}
/// the two digits of the year after. {period} knows the length: a quarter is Q1…Q4, half a year H1
/// or H2, a year nothing, any other its first month, M01…M12. {half} and {quarter} count from the
/// fiscal year's first month whatever the length, {month} is 01…12. Other text stays.
std::string cycle_name(std::string_view pattern, int fiscal_month, Date starts_on, int months);

/// The first placeholder of a pattern that there is none of, with its braces.
std::optional<std::string_view> unknown_placeholder(std::string_view pattern);

}  // namespace takt::domain
