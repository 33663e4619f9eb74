#pragma once
// Lists of accounts and users, and what the caller may do.

#include "domain/account.hpp"
#include "domain/user.hpp"
#include "page/page.hpp"
#include "store/account_store.hpp"

namespace takt::page {

/// Which of the accounts that the caller can see are wanted.
enum class Accounts { present, with_archived, contributed_to, parents };

/// By name. `contributed_to`: the present ones whose plan the caller may write; `parents`: those
/// below which others stand, be it ones that the caller does not see.
std::vector<domain::Account> visible_accounts(Context& context, const Caller& caller,
                                              Accounts which = Accounts::present);

/// The users who may be named anywhere (owners, assignees); archived ones on demand.
std::vector<domain::User> users(Context& context, const Caller& caller, bool archived);

/// What the caller may do in an account that they see, and see beside it.
struct AccountPermissions {
  bool contribute = false;                   ///< write its plan, check-ins, signals
  bool manage = false;                       ///< its master data, team and API tokens
  std::optional<store::SeenAccount> parent;  ///< no value where they don't see it, either
};
BOOST_DESCRIBE_STRUCT(AccountPermissions, (), (contribute, manage, parent))

AccountPermissions permissions(Context& context, const Caller& caller, const Id& account);

}  // namespace takt::page
