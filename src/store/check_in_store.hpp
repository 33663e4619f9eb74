#pragma once
// Check-ins of a cycle.

#include "domain/check_in.hpp"
#include "domain/cycle.hpp"
#include "store/entity_store.hpp"

namespace takt::store {

/// The present ones of all key results of the cycle.
std::vector<domain::CheckIn> check_ins_of_cycle(Session& session, const domain::Cycle& cycle);

/// How many were entered in the cycle.
int count_check_ins(Session& session, const domain::Cycle& cycle);

/// Whether another check-in corrects this one.
bool corrected(Session& session, const Id& check_in);

}  // namespace takt::store
