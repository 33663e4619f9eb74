#pragma once
// Accounts come into being with their ledger and their first manager.

#include "command/command.hpp"
#include "domain/account.hpp"

namespace takt::command {

/// Creates an account with its ledger; the caller, or `manager`, becomes its key account manager.
/// With the id of an account that the caller created before, the answer is what it was then;
/// conflict with any other id that is used.
domain::Account create_account(Context& context, const Caller& caller, domain::Account fields,
                               const std::optional<Id>& id, const std::optional<Id>& manager);

}  // namespace takt::command
