#include "api/routes.hpp"
#include "page/search.hpp"

namespace takt::api {

using namespace domain;

void declare_search_routes(Router& router, Parts&) {
  using Wanted = Text<200>;
  using Limit = Whole<1, 50>;
  auto& context = router.context();
  router
      .add<void, page::SearchPage>(
          "GET", "/api/v1/search", Permission::signed_in,
          "What the caller sees and finds by the words wanted, by kind, the best first.",
          [&](Call& call) {
            return answer(page::search(context, call.caller,
                                       call.parameter<Wanted>("q").value_or(Wanted{}),
                                       call.parameter<Limit>("limit").value_or(Limit{20}).value));
          })
      .named("search")
      .reads<Wanted>("q",
                     "Each word of it is in the text: one of three letters or more anywhere, a "
                     "shorter one at the beginning of a word. Nothing is found without one.")
      .reads<Limit>("limit", "How many at most, of all kinds together; 20 without it.");
}

}  // namespace takt::api
