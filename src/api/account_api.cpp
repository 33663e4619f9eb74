#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "command/account.hpp"
#include "domain/account.hpp"
#include "page/accounts.hpp"
#include "page/children.hpp"

namespace takt::api {

using namespace domain;

void declare_account_routes(Router& router, Parts&) {
  auto& context = router.context();
  router
      .add<void, std::vector<domain::Account>>(
          "GET", "/api/v1/accounts", Permission::signed_in,
          "The accounts that the caller can see, by name.",
          [&](Call& call) {
            using page::Accounts;
            const auto which = call.flag("archived")      ? Accounts::with_archived
                               : call.flag("contributed") ? Accounts::contributed_to
                               : call.flag("parents")     ? Accounts::parents
                                                          : Accounts::present;
            return answer(page::visible_accounts(context, call.caller, which));
          })
      .named("listAccounts")
      .reads_archived()
      .reads<bool>("contributed", "Only those that the caller may write.")
      .reads<bool>("parents", "Only those below which others stand.");
  router
      .add<Input<Account>, Account>(
          "POST", "/api/v1/accounts", Permission::steer,
          "Creates an account; the caller becomes its key account manager.",
          [&](Call& call) {
            Account fields;
            const auto envelope =
                read_fields(json_body(call.request), fields, mapping::Missing::report);
            return entity_answer(
                command::create_account(context, call.caller, std::move(fields), envelope.id,
                                        call.parameter<Id>("manager")),
                201);
          })
      .named("createAccount")
      .creates()
      .reads<Id>("manager", "Who is its key account manager instead of the caller.");
  declare_entity_without_create<Account>(router);
  router
      .add<void, page::AccountPermissions>(
          "GET", "/api/v1/accounts/{account}/permissions", Permission::see,
          "What the caller may do in the account, and the one above it that they see.",
          [&](Call& call) { return answer(page::permissions(context, call.caller, call.id())); })
      .named("getPermissions");
  router
      .add<void, page::ChildrenPage>(
          "GET", "/api/v1/accounts/{account}/children", Permission::see,
          "The accounts below this one that the caller sees, and their sums.",
          [&](Call& call) { return answer(page::children(context, call.caller, call.id())); })
      .named("getChildren");
}

}  // namespace takt::api
