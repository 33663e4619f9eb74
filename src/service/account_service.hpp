#pragma once
// What an account needs beyond the commands that every entity has.

#include "service/entity_service.hpp"

namespace takt::service {

/// Creates an account with its ledger; the caller, or `manager`, becomes its key account manager.
domain::Account create_account(Context& context, const Caller& caller, domain::Account fields,
                               const std::optional<Id>& id, const std::optional<Id>& manager);

/// The accounts that the caller can see, by name.
std::vector<domain::Account> visible_accounts(Context& context, const Caller& caller,
                                              bool archived);

/// The users who may be named anywhere (owners, assignees): all that are not archived.
std::vector<domain::User> users(Context& context, const Caller& caller);

/// A page of the change log, newest first; `before` is the revision to go on from, 0 for the start.
std::vector<store::Change> activity(Context& context, const Caller& caller, const Id& account,
                                    const std::optional<Id>& entity, long long before, int limit);

}  // namespace takt::service
