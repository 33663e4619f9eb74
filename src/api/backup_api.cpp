#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "command/backup.hpp"

namespace takt::api {

using namespace domain;

void declare_backup_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  router
      .add<void, command::BackupView>(
          "GET", "/api/v1/backups", Permission::administer,
          "The backups that this server keeps, the newest first.",
          [&](Call& call) { return answer(parts.backups.view(context, call.caller)); })
      .named("getBackups");
  router
      .add<void, command::BackupView>(
          "POST", "/api/v1/backups", Permission::administer,
          "Asks for a backup besides the daily one; it is made while Takt runs.",
          [&](Call& call) { return answer(parts.backups.ask(context, call.caller)); })
      .named("makeBackup")
      .refuses(409);
}

}  // namespace takt::api
