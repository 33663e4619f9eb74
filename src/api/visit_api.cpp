#include "api/routes.hpp"
#include "command/presence.hpp"
#include "command/visit.hpp"
#include "page/news.hpp"
#include "page/presence.hpp"

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
  router
      .add<void, page::Presence>(
          "POST", "/api/v1/accounts/{account}/presence", Permission::see,
          "Says that the caller is in the account right now, and who else was within the last "
          "minute.",
          [&](Call& call) {
            command::be_present(context, call.caller, call.id());
            return answer(page::presence(context, call.caller, call.id()));
          })
      .named("tellPresence");
}

}  // namespace takt::api
