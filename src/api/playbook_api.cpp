#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "command/entity.hpp"
#include "domain/playbook.hpp"
#include "domain/user.hpp"
#include "page/playbooks.hpp"

namespace takt::api {

using namespace domain;

void declare_playbook_routes(Router& router, Parts&) {
  auto& context = router.context();
  declare_entity_without_create<Playbook>(router);
  router
      .add<void, std::vector<page::PlaybookView>>(
          "GET", "/api/v1/playbooks", Permission::signed_in,
          "Templates for situations that come again.",
          [&](Call& call) {
            const auto language = call.parameter<Language>("language");
            return answer(page::playbooks(context, call.caller, language.value_or(Language::de)));
          })
      .named("listPlaybooks")
      .reads<Language>("language", "Of those that come with Takt; German without it.");
  router
      .add<Input<Playbook>, Playbook>(
          "POST", "/api/v1/playbooks", Permission::signed_in,
          "Creates a template of the organisation's own.",
          [&](Call& call) {
            Playbook fields;
            const auto envelope =
                read_fields(json_body(call.request), fields, mapping::Missing::report);
            return entity_answer(
                command::create_for_organisation(context, call.caller, fields, envelope.id), 201);
          })
      .named("createPlaybook")
      .creates();
}

}  // namespace takt::api
