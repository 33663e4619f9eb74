#include "api/routes.hpp"

namespace takt::api {

namespace {

http::Response live_stream(service::Context& context, Parts& parts, Call& call) {
  const auto account = call.id();
  service::require(context, call.caller, Permission::see, account);
  http::Response response;
  response.headers = {{"Content-Type", "text/event-stream"},
                      {"Cache-Control", "no-store"},
                      {"X-Accel-Buffering", "no"}};
  const auto revision = context.database.peek(
      [&](store::Session& session) { return store::revision(session, account); });
  response.stream = parts.hub.watch(account, revision);
  return response;
}

store::ChangeFilter change_filter(const Call& call) {
  return {.entity = call.id_parameter("entity"),
          .by_user = call.id_parameter("by"),
          .term = call.request.parameter("term"),
          .before = number_parameter(call, "before", 0),
          .limit = number_parameter(call, "limit", 50)};
}

}  // namespace

http::Response page_answer(const Call& call, service::PageCache::Page page) {
  http::Response response;
  response.headers = {{"Content-Type", "application/json"},
                      {"Cache-Control", "private, no-cache"},
                      {"ETag", page.etag}};
  if (call.request.header("if-none-match") == page.etag)
    response.status = 304;
  else
    response.shared_body = std::move(page.json);
  return response;
}

void declare_page_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  router.add<void, std::vector<domain::Account>>(
      "GET", "/api/v1/accounts", Permission::signed_in,
      "The accounts that the caller can see, by name; archived ones too with ?archived=true, only "
      "those that they may write with ?contributed=true.",
      [&](Call& call) {
        using service::Accounts;
        const auto which = call.flag("archived")      ? Accounts::with_archived
                           : call.flag("contributed") ? Accounts::contributed_to
                                                      : Accounts::present;
        return answer(service::visible_accounts(context, call.caller, which));
      });
  router.add<void, std::vector<service::Duty>>(
      "GET", "/api/v1/my-work", Permission::signed_in, "What the caller owes, most overdue first.",
      [&](Call& call) { return answer(service::my_work(context, call.caller)); });
  router.add<void, service::Cockpit>(
      "GET", "/api/v1/accounts/{account}/cockpit", Permission::see,
      "All of an account on one page; ?cycle= shows another cycle.", [&](Call& call) {
        return page_answer(call, service::cockpit_page(context, parts.pages, call.caller, call.id(),
                                                       call.id_parameter("cycle")));
      });
  router.answer_at_hand([&](Call& call) -> std::optional<http::Response> {
    auto page = service::kept_cockpit_page(context, parts.pages, call.caller, call.id(),
                                           call.id_parameter("cycle"));
    if (!page) return {};
    return page_answer(call, std::move(*page));
  });
  router.add<void, service::KeyResultPage>(
      "GET", "/api/v1/key-results/{id}/page", Permission::see, "All there is to one key result.",
      [&](Call& call) {
        return answer(service::key_result_page(context, call.caller, call.id()));
      });
  router.add<void, service::AccountPermissions>(
      "GET", "/api/v1/accounts/{account}/permissions", Permission::see,
      "What the caller may do in the account.",
      [&](Call& call) { return answer(service::permissions(context, call.caller, call.id())); });
  router.add<void, service::ActivityPage>(
      "GET", "/api/v1/accounts/{account}/activity", Permission::see,
      "The change log, newest first; ?before= goes on, ?entity=, ?by= and ?term= narrow it.",
      [&](Call& call) {
        return answer(service::activity(context, call.caller, call.id(), change_filter(call)));
      });
  router.add<void, service::ActivityPage>(
      "GET", "/api/v1/organisation/activity", Permission::administer,
      "The change log of users, links, settings, playbooks and market signals; narrowed as an "
      "account's.",
      [&](Call& call) {
        return answer(service::activity(context, call.caller, store::organisation_ledger(),
                                        change_filter(call)));
      });
  router.add<void, void>("GET", "/api/v1/accounts/{account}/live", Permission::see,
                         "Server-sent events: the account's revision whenever it changes.",
                         [&](Call& call) { return live_stream(context, parts, call); });
}

void declare_routes(Router& router, Parts& parts) {
  declare_user_routes(router, parts);
  declare_page_routes(router, parts);
  declare_account_routes(router);
  declare_cycle_routes(router);
  declare_measure_routes(router, parts);
  declare_planning_routes(router, parts);
  declare_signal_routes(router, parts);
  declare_meeting_routes(router, parts);
}

}  // namespace takt::api
