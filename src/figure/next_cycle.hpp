#pragma once
// Cycles before and after one another.

#include <vector>

#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "figure/figure.hpp"

namespace takt::figure {

/// When a next cycle of the account would be, and what it would be called.
struct NextCycle {
  std::string name;
  domain::Date starts_on;
  domain::Date ends_on;
};
BOOST_DESCRIBE_STRUCT(NextCycle, (), (name, starts_on, ends_on))

/// After the last one. The first one begins when the account says, else as `first_start` has it.
NextCycle next_cycle(store::Session& session, const domain::Account& account, domain::Date today);

/// The one that starts on that day, of the account's usual length.
NextCycle next_cycle_from(store::Session& session, const domain::Account& account,
                          domain::Date starts_on);

/// Those at the account's cadence after its last one that begin by `farthest`; forty at most.
/// Without any cycle from today's period on, so that a line of them has today in it.
std::vector<NextCycle> coming_cycles(store::Session& session, const domain::Account& account,
                                     domain::Date today, domain::Date farthest);

/// The last one that starts before `cycle`.
std::optional<domain::Cycle> cycle_before(store::Session& session, const domain::Cycle& cycle);

}  // namespace takt::figure
