#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "domain/organisation.hpp"
#include "page/organisation.hpp"

namespace takt::api {

using namespace domain;

void declare_organisation_routes(Router& router, Parts&) {
  auto& context = router.context();
  router
      .add<void, Organisation>(
          "GET", "/api/v1/organisation", Permission::signed_in, "The organisation's settings.",
          [&](Call& call) { return entity_answer(page::organisation(context, call.caller)); })
      .named("getOrganisation")
      .refuses(404);
  router
      .add<Patch<Organisation>, Organisation>(
          "PATCH", "/api/v1/organisation/{id}", Permission::administer,
          "Changes the organisation's settings.",
          [&](Call& call) { return change_entity<Organisation>(context, call); })
      .named("changeOrganisation")
      .names_version();
}

}  // namespace takt::api
