#include "page/accounts.hpp"

#include "domain/access.hpp"
#include "domain/account.hpp"
#include "domain/user.hpp"
#include "page/page.hpp"
#include "store/account_store.hpp"
#include "store/user_store.hpp"

namespace takt::page {

using namespace domain;

std::vector<Account> visible_accounts(Context& context, const Caller& caller, Accounts which) {
  require(context, caller, Permission::signed_in);
  store::AccountFilter filter;
  filter.contributing = which == Accounts::contributed_to;
  filter.archived = which == Accounts::with_archived;
  filter.parents = which == Accounts::parents;
  filter.user = filter.contributing ? caller.user : sees_accounts_of(caller);
  return context.database.peek(
      [&](store::Session& session) { return store::accounts(session, filter); });
}

AccountPermissions permissions(Context& context, const Caller& caller, const Id& account) {
  require(context, caller, Permission::see, account);
  const auto team = access::team_role(context, caller, account);
  AccountPermissions out{allowed(Permission::contribute, caller.role, team),
                         allowed(Permission::manage, caller.role, team),
                         {}};
  out.parent = context.database.read([&](store::Session& session) {
    std::optional<store::SeenAccount> seen;
    const auto parent = store::must_find<Account>(session, account).parent;
    if (!parent) return seen;
    const Id ids[] = {*parent};
    for (auto& one : store::seen_accounts(session, sees_accounts_of(caller), ids))
      seen = std::move(one);
    return seen;
  });
  return out;
}

std::vector<User> users(Context& context, const Caller& caller, bool archived) {
  require(context, caller, Permission::signed_in);
  return context.database.peek(
      [&](store::Session& session) { return store::users(session, archived); });
}

}  // namespace takt::page
