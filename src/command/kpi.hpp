#pragma once
// KPI values as people and other systems write them.

#include "command/command.hpp"
#include "domain/kpi.hpp"

namespace takt::command {

/// Throws unless the caller may write values of the KPI; the KPI where they may.
domain::Kpi require_feed(Context& context, const Caller& caller, const Id& kpi);

/// Writes the value of a day, by a team member or an API token. The same value again changes
/// nothing; another value replaces the day's, and the change log keeps both.
domain::KpiValue put_kpi_value(Context& context, const Caller& caller, const Id& kpi,
                               domain::Date on, double value, const domain::Text<200>& source);

}  // namespace takt::command
