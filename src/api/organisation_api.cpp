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
      .add<void, std::vector<page::CycleNameExample>>(
          "GET", "/api/v1/cycle-name-examples", Permission::administer,
          "How cycles that run today would be called by a pattern.",
          [&](Call& call) {
            const auto month =
                call.parameter<Whole<1, 12>>("fiscalMonth").value_or(Whole<1, 12>{1});
            const auto pattern =
                call.parameter<Word>("pattern").value_or(Word(std::string(kCyclePattern)));
            return answer(page::cycle_name_examples(context, call.caller, pattern, month.value));
          })
      .named("listCycleNameExamples")
      .reads<Word>("pattern", "As in the organisation's settings.")
      .reads<Whole<1, 12>>("fiscalMonth", "The first month of the fiscal year.");
  router
      .add<Patch<Organisation>, Organisation>(
          "PATCH", "/api/v1/organisation/{id}", Permission::administer,
          "Changes the organisation's settings.",
          [&](Call& call) { return change_entity<Organisation>(context, call); })
      .named("changeOrganisation")
      .names_version();
}

}  // namespace takt::api
