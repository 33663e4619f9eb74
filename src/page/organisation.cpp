#include "page/organisation.hpp"

#include "domain/access.hpp"
#include "domain/organisation.hpp"
#include "domain/problem.hpp"
#include "page/page.hpp"

namespace takt::page {

using namespace domain;

Organisation organisation(Context& context, const Caller& caller) {
  require(context, caller, Permission::signed_in);
  const auto own = context.database.peek([](store::Session& session) {
    return store::find<Organisation>(session, store::organisation_ledger());
  });
  if (!own) throw Problem::not_found();
  return *own;
}

}  // namespace takt::page
