#pragma once
// What moves by itself: records of supply and readings of outcomes. KPI values are kpi_store's.

#include "domain/outcome.hpp"
#include "domain/supply.hpp"
#include "store/entity_store.hpp"

namespace takt::store {

/// Of an account, the oldest first.
std::vector<domain::SupplyRecord> supply_of(Session& session, const Id& account);

/// Of an account in one period.
std::vector<domain::SupplyRecord> supply_in(Session& session, const Id& account,
                                            domain::Period period, domain::Date starts_on);

/// Whether any record of an account says when a supply contract ends.
bool any_contract_end(Session& session, const Id& account);

/// Whether another present record is of the same cell: product area, site and period.
bool cell_taken(Session& session, const domain::SupplyRecord& record);

/// Readings of all outcomes of an account, the oldest first.
std::vector<domain::OutcomeReading> outcome_readings_of(Session& session, const Id& account);

}  // namespace takt::store
