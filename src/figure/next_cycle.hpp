#pragma once
// Cycles before and after one another.

#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "figure/figure.hpp"

namespace takt::figure {

/// When the account's next cycle would be, and what it would be called.
struct NextCycle {
  std::string name;
  domain::Date starts_on;
  domain::Date ends_on;
};
BOOST_DESCRIBE_STRUCT(NextCycle, (), (name, starts_on, ends_on))

NextCycle next_cycle(store::Session& session, const domain::Account& account, domain::Date today);

/// The last one that starts before `cycle`.
std::optional<domain::Cycle> cycle_before(store::Session& session, const domain::Cycle& cycle);

}  // namespace takt::figure
