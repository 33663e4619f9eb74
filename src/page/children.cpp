#include "page/children.hpp"

#include "store/account_store.hpp"

namespace takt::page {

ChildrenPage children(Context& context, const Caller& caller, const Id& account) {
  require(context, caller, Permission::see, account);
  ChildrenPage page{portfolio(context, caller,
                              {.choice = {.parent = account}, .only_below = true, .detail = true})};
  if (const auto reader = sees_accounts_of(caller))
    page.hidden = context.database.peek([&](store::Session& session) {
      return store::count_hidden_below(session, account, *reader);
    });
  return page;
}

}  // namespace takt::page
