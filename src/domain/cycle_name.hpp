#pragma once
// Cycles on the calendar: their usual length, their names by the organisation's pattern.

#include <string>
#include <string_view>

#include "domain/values.hpp"

namespace takt::domain {

/// The last day of a cycle of `months` that starts on `starts_on`.
Date cycle_end(Date starts_on, int months);

/// The name of a cycle from a pattern such as `{year} H{half}` or `GJ {yy}/{next} H{half}`:
/// {year} and {yy} are the year in which the fiscal year starts, {next} the two digits of the year
/// after, {half} and {quarter} count from the fiscal year's first month, {month} is 01…12. Other
/// text stays.
std::string cycle_name(std::string_view pattern, int fiscal_month, Date starts_on);

}  // namespace takt::domain
