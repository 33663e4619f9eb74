#include "access/require.hpp"
#include "api/routes.hpp"
#include "page/activity.hpp"

namespace takt::api {

using namespace domain;

namespace {

using Limit = Whole<1, 200>;

store::ChangeFilter change_filter(const Call& call) {
  return {.entity = call.parameter<Id>("entity"),
          .by_user = call.parameter<Id>("by"),
          .term = call.parameter<Word>("term").value_or(Word{}),
          .import = call.parameter<Id>("import"),
          .before = call.parameter<int>("before").value_or(0),
          .limit = call.parameter<Limit>("limit").value_or(Limit{50}).value};
}

void reads_change_filter(Declaration declaration) {
  declaration.reads<Id>("entity", "Only changes of this one.")
      .reads<Id>("by", "Only changes by this user.")
      .reads<Word>("term", "Only changes of one kind of thing, e.g. key_result.")
      .reads<Id>("import", "Only changes that this import made, or its undoing.")
      .reads<int>("before", "Goes on: the `revision` of the last change that is known.")
      .reads<Limit>("limit", "How many at most; 50 without it.");
}

}  // namespace

void declare_activity_routes(Router& router, Parts&) {
  auto& context = router.context();
  reads_change_filter(
      router
          .add<void, page::ActivityPage>(
              "GET", "/api/v1/accounts/{account}/activity", Permission::see,
              "The change log, newest first.",
              [&](Call& call) {
                // The organisation's has a route of its own.
                access::require(context, call.caller, Permission::see, call.id());
                return answer(page::activity(context, call.caller, call.id(), change_filter(call)));
              })
          .named("listActivity"));
  reads_change_filter(router
                          .add<void, page::ActivityPage>(
                              "GET", "/api/v1/organisation/activity", Permission::administer,
                              "The change log of users, links, settings, playbooks and market "
                              "signals, newest first.",
                              [&](Call& call) {
                                return answer(page::activity(context, call.caller,
                                                             store::organisation_ledger(),
                                                             change_filter(call)));
                              })
                          .named("listOrganisationActivity"));
}

}  // namespace takt::api
