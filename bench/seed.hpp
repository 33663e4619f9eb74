#pragma once

#include "access/context.hpp"
// Many accounts of the same size, for measuring whether size matters.

namespace takt::bench {

/// Adds accounts until there are `count`, each with a team of one, a running cycle, two objectives,
/// six key results and thirty check-ins. Rows only: there is one transaction a thousand accounts.
void seed_accounts(access::Context& context, int count);

/// Adds signals until there are `count`, spread over the accounts; a third of them waits.
void seed_signals(access::Context& context, int count);

/// Adds one account with ten years of shares of supply at 50 sites in 20 product areas (40,000
/// records), 20 cycles and 4 long-term goals; its id.
domain::Id seed_long_account(access::Context& context);

/// Adds one account whose six key results have so many check-ins together; its id.
domain::Id seed_busy_account(access::Context& context, int check_ins);

/// Adds one account with so many signals that wait; its id.
domain::Id seed_observed_account(access::Context& context, int signals);

}  // namespace takt::bench
