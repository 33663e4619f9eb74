#pragma once
// Reading one entity, or all of a kind, by whoever may see them.

#include "access/require.hpp"
#include "store/entity_store.hpp"

namespace takt::access {

/// The entity `id`; not_found where there is none or the caller can't see its account.
template <class T>
T get(Context& context, const Caller& caller, const Id& id) {
  const auto found =
      context.database.peek([&](store::Session& session) { return store::find<T>(session, id); });
  if (caller.user.empty()) require(context, caller, Permission::see);
  if (!found) throw Problem::not_found();
  require_in(context, caller, Permission::see, found->account);
  return *found;
}

/// All of an account, in their order; archived ones on demand.
template <class T>
std::vector<T> list(Context& context, const Caller& caller, const Id& account, bool archived) {
  require(context, caller, Permission::see, account);
  return context.database.peek([&](store::Session& session) {
    return archived ? store::all_of<T>(session, account) : store::present_of<T>(session, account);
  });
}

}  // namespace takt::access
