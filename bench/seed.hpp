#pragma once
// Many accounts of the same size, for measuring whether size matters.

#include "service/context.hpp"

namespace takt::bench {

/// Adds accounts until there are `count`, each with a team of one, a running cycle, two objectives,
/// six key results and thirty check-ins. Rows only: there is one transaction a thousand accounts.
void seed_accounts(service::Context& context, int count);

}  // namespace takt::bench
