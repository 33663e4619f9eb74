#include "access/share_link.hpp"

#include "domain/access.hpp"
#include "store/account_store.hpp"

namespace takt::access {

using namespace domain;

namespace {

bool still_sees(store::Session& session, const Id& maker, const Id& account) {
  const auto user = store::find<User>(session, maker);
  return user && !user->archived_at &&
         allowed(Permission::see, user->role, store::standing(session, account, maker).role);
}

}  // namespace

ShareState share_state(const Context& context, store::Session& session, const ShareLink& link) {
  if (link.archived_at) return ShareState::withdrawn;
  const auto account = store::find<Account>(session, link.account);
  if (!account || account->archived_at || !still_sees(session, link.created_by, link.account))
    return ShareState::stopped;
  return link.expires_on < context.today() ? ShareState::expired : ShareState::open;
}

}  // namespace takt::access
