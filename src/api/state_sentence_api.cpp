#include "api/routes.hpp"
#include "page/own_sentence.hpp"

namespace takt::api {

void declare_state_sentence_routes(Router& router, Parts&) {
  auto& context = router.context();
  router
      .add<void, domain::Sentence>(
          "GET", "/api/v1/my-work/sentence", Permission::signed_in,
          "How the caller's own work stands, clause by clause, the worst last.",
          [&](Call& call) { return answer(page::own_sentence(context, call.caller)); })
      .named("getMyWorkSentence");
}

}  // namespace takt::api
