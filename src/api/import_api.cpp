#include "access/get.hpp"
#include "access/require.hpp"
#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "command/account_import.hpp"
#include "command/import.hpp"
#include "page/imports.hpp"

namespace takt::api {

using namespace domain;

void declare_import_routes(Router& router, Parts&) {
  auto& context = router.context();
  router
      .add<void, std::vector<Import>>(
          "GET", "/api/v1/accounts/{account}/imports", Permission::see,
          "What was brought in from files, the newest first.",
          [&](Call& call) { return answer(page::imports(context, call.caller, call.id())); })
      .named("listImports");
  router
      .add<command::ImportBody, command::ImportAnswer>(
          "POST", "/api/v1/accounts/{account}/imports", Permission::contribute,
          "Takes the rows of a file in as one deed, or with dryRun only judges them.",
          [&](Call& call) {
            access::require(context, call.caller, Permission::see, call.id());
            access::require(context, call.caller, Permission::contribute, call.id());
            const auto take = call.flag("dryRun") ? command::preview_import : command::make_import;
            return answer(take(context, call.caller, call.id(), json_body(call.request)));
          })
      .named("createImport")
      .takes_large()
      .reads<bool>("dryRun", "Judges only; nothing is stored.")
      .refuses(409);
  router
      .add<command::AccountImportBody, command::ImportAnswer>(
          "POST", "/api/v1/account-imports", Permission::steer,
          "Takes a table of accounts with their teams in, or with dryRun only judges it.",
          [&](Call& call) {
            access::require(context, call.caller, Permission::steer);
            const auto take = call.flag("dryRun") ? command::preview_account_import
                                                  : command::make_account_import;
            return answer(take(context, call.caller, json_body(call.request)));
          })
      .named("createAccountImport")
      .takes_large()
      .reads<bool>("dryRun", "Judges only; nothing is stored.")
      .refuses(409);
  router
      .add<void, Import>(
          "POST", "/api/v1/imports/{id}/undo", Permission::contribute,
          "Takes an import back: what it changed is as before, what it added is archived.",
          [&](Call& call) {
            return entity_answer(command::undo_import(context, call.caller, call.id()));
          })
      .named("undoImport")
      .refuses(409);
}

}  // namespace takt::api
