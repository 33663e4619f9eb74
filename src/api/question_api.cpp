#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "domain/assumption.hpp"
#include "domain/open_question.hpp"
#include "page/questions.hpp"

namespace takt::api {

using namespace domain;

void declare_question_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  declare_entity<OpenQuestion>(router);
  declare_entity<Assumption>(router);
  router
      .add<void, page::QuestionsPage>(
          "GET", "/api/v1/accounts/{account}/questions", Permission::see,
          "The open questions of an account, most urgent first, the newest fifty answered ones, "
          "and what is assumed.",
          [&](Call& call) {
            return page_answer(
                call, parts.pages.page(context, call.caller, call.id(), "questions",
                                       [&] { return page::questions_page(context, call.id()); }));
          })
      .named("getQuestionsPage")
      .keeps_page();
  router
      .add<void, page::Assumed>(
          "GET", "/api/v1/accounts/{account}/assumed", Permission::see,
          "The entries that are assumed and not confirmed.",
          [&](Call& call) {
            return page_answer(call,
                               parts.pages.page(context, call.caller, call.id(), "assumed",
                                                [&] { return page::assumed(context, call.id()); }));
          })
      .named("getAssumed")
      .keeps_page();
}

}  // namespace takt::api
