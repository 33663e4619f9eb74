#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "command/erasure.hpp"
#include "domain/contact.hpp"

namespace takt::api {

using namespace domain;

void declare_contact_routes(Router& router, Parts&) {
  auto& context = router.context();
  declare_entity<Contact>(router);
  router
      .add<void, void>("POST", "/api/v1/contacts/{id}/erase", Permission::administer,
                       "Erases the personal data of an archived contact for good.",
                       [&](Call& call) {
                         command::erase_contact(context, call.caller, call.id(), call.version());
                         return no_content();
                       })
      .named("eraseContact")
      .names_version();
}

}  // namespace takt::api
