#include "api/routes.hpp"
#include "command/visit.hpp"
#include "page/news.hpp"

namespace takt::api {

void declare_visit_routes(Router& router, Parts&) {
  auto& context = router.context();
  router
      .add<void, void>("POST", "/api/v1/accounts/{account}/visit", Permission::see,
                       "Says that the caller is there. A visit ends after 30 minutes without it.",
                       [&](Call& call) {
                         command::visit(context, call.caller, call.id());
                         return no_content();
                       })
      .named("visitAccount");
  router
      .add<void, page::News>(
          "GET", "/api/v1/accounts/{account}/news", Permission::see,
          "What others changed since the caller's visit before this one.",
          [&](Call& call) { return answer(page::news(context, call.caller, call.id())); })
      .named("getNews");
}

}  // namespace takt::api
