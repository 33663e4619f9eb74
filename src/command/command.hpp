#pragma once
// Names that every command speaks.

#include "access/get.hpp"
#include "access/require.hpp"
#include "store/change_log.hpp"
#include "store/entity_store.hpp"

namespace takt::command {

using access::Caller;
using access::Context;
using access::get;
using access::require;
using access::require_in;
using domain::Id;
using domain::Permission;
using domain::Problem;

/// Tells what a command made of the ledger; `revision` 0: it found all done already. Whoever sends
/// a command again may have got no answer because the server died before it told anybody, so that
/// the ledger's present revision is told then.
inline void tell(Context& context, const Id& ledger, long long revision) {
  context.announce(ledger, revision ? revision : store::revision(context.database, ledger));
}

}  // namespace takt::command
