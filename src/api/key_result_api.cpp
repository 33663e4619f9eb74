#include "access/get.hpp"
#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "domain/key_result.hpp"
#include "domain/objective.hpp"
#include "page/hints.hpp"
#include "page/key_result.hpp"

namespace takt::api {

using namespace domain;

void declare_key_result_routes(Router& router, Parts&) {
  auto& context = router.context();
  declare_entity<KeyResult>(router);
  declare_entity<SiteTarget>(router);
  router
      .add<void, page::KeyResultPage>(
          "GET", "/api/v1/key-results/{id}/page", Permission::see,
          "All there is to one key result.",
          [&](Call& call) {
            return answer(page::key_result_page(context, call.caller, call.id()));
          })
      .named("getKeyResultPage");
  router
      .add<Patch<KeyResult>, page::HintsView>(
          "POST", "/api/v1/objectives/{id}/key-result-hints", Permission::see,
          "What an experienced colleague would ask about a draft of a key result.",
          [&](Call& call) {
            access::get<Objective>(context, call.caller, call.id());
            std::optional<Id> present;
            const auto draft = draft_of<KeyResult>(call.request, present);
            return answer(page::key_result_hints(context, call.caller, call.id(), draft, present));
          })
      .named("hintAtKeyResult");
}

}  // namespace takt::api
