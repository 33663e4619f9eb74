#pragma once
// What an account needs beyond the commands that every entity has.

#include "service/cockpit_parts.hpp"
#include "service/entity_service.hpp"

namespace takt::service {

/// Creates an account with its ledger; the caller, or `manager`, becomes its key account manager.
domain::Account create_account(Context& context, const Caller& caller, domain::Account fields,
                               const std::optional<Id>& id, const std::optional<Id>& manager);

/// Which of the accounts that the caller can see are wanted.
enum class Accounts { present, with_archived, contributed_to };

/// By name. `contributed_to`: the present ones whose plan the caller may write.
std::vector<domain::Account> visible_accounts(Context& context, const Caller& caller,
                                              Accounts which = Accounts::present);

/// The users who may be named anywhere (owners, assignees); archived ones on demand.
std::vector<domain::User> users(Context& context, const Caller& caller, bool archived);

/// What the caller may do in an account that they see.
struct AccountPermissions {
  bool contribute = false;  ///< write its plan, check-ins, signals
  bool manage = false;      ///< its master data, team and API tokens
};
BOOST_DESCRIBE_STRUCT(AccountPermissions, (), (contribute, manage))

AccountPermissions permissions(Context& context, const Caller& caller, const Id& account);

struct ActivityPage {
  std::vector<store::Change> changes;
  std::vector<NamedId> names;  ///< of whatever the changes refer to, and of who made them
};
BOOST_DESCRIBE_STRUCT(ActivityPage, (), (changes, names))

/// A page of a ledger's change log, newest first: of an account for whoever sees it, of the
/// organisation for administrators.
ActivityPage activity(Context& context, const Caller& caller, const Id& ledger,
                      store::ChangeFilter filter);

}  // namespace takt::service
