#include "access/require.hpp"
#include "api/routes.hpp"
#include "page/activity.hpp"

namespace takt::api {

using namespace domain;

namespace {

store::ChangeFilter change_filter(const Call& call) {
  return {.entity = call.id_parameter("entity"),
          .by_user = call.id_parameter("by"),
          .term = call.request.parameter("term"),
          .before = number_parameter(call, "before", 0),
          .limit = number_parameter(call, "limit", 50)};
}

}  // namespace

void declare_activity_routes(Router& router, Parts&) {
  auto& context = router.context();
  router.add<void, page::ActivityPage>(
      "GET", "/api/v1/accounts/{account}/activity", Permission::see,
      "The change log, newest first; ?before= goes on, ?entity=, ?by= and ?term= narrow it.",
      [&](Call& call) {
        // The organisation's has a route of its own.
        access::require(context, call.caller, Permission::see, call.id());
        return answer(page::activity(context, call.caller, call.id(), change_filter(call)));
      });
  router.add<void, page::ActivityPage>(
      "GET", "/api/v1/organisation/activity", Permission::administer,
      "The change log of users, links, settings, playbooks and market signals; narrowed as an "
      "account's.",
      [&](Call& call) {
        return answer(page::activity(context, call.caller, store::organisation_ledger(),
                                     change_filter(call)));
      });
}

}  // namespace takt::api
