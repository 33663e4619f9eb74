#pragma once
// What moves by itself: records of supply and readings of outcomes. KPI values are kpi_store's.

#include "domain/outcome.hpp"
#include "domain/supply.hpp"
#include "store/entity_store.hpp"

namespace takt::store {

/// Of an account, from the period that starts on `from` on, the oldest first.
std::vector<domain::SupplyRecord> supply_from(Session& session, const Id& account,
                                              domain::Date from);

/// Of an account in one period.
std::vector<domain::SupplyRecord> supply_in(Session& session, const Id& account,
                                            domain::Period period, domain::Date starts_on);

/// Whether another present record is of the same cell: product area, site and period.
bool cell_taken(Session& session, const domain::SupplyRecord& record);

/// Readings of all outcomes of an account, from the day `from` on, the oldest first.
std::vector<domain::OutcomeReading> outcome_readings_from(Session& session, const Id& account,
                                                          domain::Date from);

}  // namespace takt::store
