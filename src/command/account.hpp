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

/// The same within a transaction that holds the organisation's lock; `account` has its id, and
/// `manager` is a present user. Raises `revision` to the account's. The portfolio does not show it
/// yet.
domain::Account open_account(Context& context, store::Session& session, const Caller& caller,
                             domain::Account account, const Id& manager, const std::string& reason,
                             long long& revision);

/// So that the portfolio shows a new account at once.
void put_into_portfolio(Context& context, store::Session& session, const Id& account);

}  // namespace takt::command
