#include "command/visit.hpp"

#include "domain/visit.hpp"
#include "store/visit_store.hpp"

namespace takt::command {

void visit(Context& context, const Caller& caller, const Id& account) {
  require(context, caller, Permission::see, account);
  context.database.write_apart([&](store::Session& session) {
    store::put_visit(session, account, caller.user,
                     domain::seen(store::visit_of(session, account, caller.user), context.now(),
                                  store::revision(session, account)));
  });
}

}  // namespace takt::command
