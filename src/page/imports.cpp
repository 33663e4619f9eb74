#include "page/imports.hpp"

#include "store/import_store.hpp"

namespace takt::page {

using namespace domain;

std::vector<Import> imports(Context& context, const Caller& caller, const Id& account) {
  require(context, caller, Permission::see, account);
  return context.database.peek(
      [&](store::Session& session) { return store::imports_of(session, account); });
}

}  // namespace takt::page
