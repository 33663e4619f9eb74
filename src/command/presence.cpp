#include "command/presence.hpp"

#include "store/presence_store.hpp"

namespace takt::command {

void be_present(Context& context, const Caller& caller, const Id& account) {
  require(context, caller, Permission::see, account);
  context.database.write_apart([&](store::Session& session) {
    store::put_presence(session, account, caller.user, context.now());
  });
}

}  // namespace takt::command
