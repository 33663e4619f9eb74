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

/// What a correction has to know of the check-in that it supersedes.
struct Superseded {
  Id key_result;
  std::optional<Id> correction;  ///< the one that corrects it already
};
BOOST_DESCRIBE_STRUCT(Superseded, (), (key_result, correction))

/// No value where there is no such check-in.
std::optional<Superseded> superseded(Session& session, const Id& check_in);

}  // namespace takt::store
