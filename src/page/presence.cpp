#include "page/presence.hpp"

#include "domain/meeting.hpp"
#include "store/presence_store.hpp"

namespace takt::page {

Presence presence(Context& context, const Caller& caller, const Id& account) {
  require(context, caller, Permission::see, account);
  return context.database.read([&](store::Session& session) {
    const domain::Instant since{context.now().time - domain::kPresent};
    return Presence{store::present_beside(session, account, caller.user, since)};
  });
}

}  // namespace takt::page
