#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "domain/review.hpp"
#include "page/lessons.hpp"
#include "page/review.hpp"

namespace takt::api {

using namespace domain;

void declare_review_routes(Router& router, Parts&) {
  auto& context = router.context();
  declare_entity<Review>(router);
  router
      .add<void, page::ReviewPage>(
          "GET", "/api/v1/cycles/{id}/review", Permission::see,
          "Results and effectiveness of a cycle, objective by objective.",
          [&](Call& call) { return answer(page::review_page(context, call.caller, call.id())); })
      .named("getReviewPage");
  router
      .add<void, std::vector<page::Lesson>>(
          "GET", "/api/v1/lessons", Permission::signed_in, "What teams have learned.",
          [&](Call& call) {
            return answer(page::lessons(context, call.caller,
                                        call.parameter<Prose>("words").value_or(Prose{}), 100));
          })
      .named("listLessons")
      .reads<Prose>("words",
                    "Brings those of the newest 500 that are alike, the most alike first.");
}

}  // namespace takt::api
