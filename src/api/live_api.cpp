#include "access/context.hpp"
#include "access/session.hpp"
#include "api/routes.hpp"

namespace takt::api {

using namespace domain;

namespace {

http::Response live_stream(access::Context& context, Parts& parts, Call& call) {
  http::Response response;
  response.headers = {{"Content-Type", "text/event-stream"},
                      {"Cache-Control", "no-store"},
                      {"X-Accel-Buffering", "no"}};
  const auto session = call.caller.session_hash;
  response.stream =
      parts.hub.watch({.user = call.caller.user,
                       .session = session,
                       .signed_in =
                           [&context, session](long long access) {
                             return access::still_signed_in(context, access, session);
                           },
                       .may_see =
                           [&context, session](long long access, const Id& ledger) {
                             return access::still_sees(context, access, session, ledger);
                           }});
  return response;
}

}  // namespace

void declare_live_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  router
      .add<void, void>("GET", "/api/v1/live", Permission::signed_in,
                       "Server-sent events: the revision of each account that the caller sees, "
                       "whenever it changes.",
                       [&](Call& call) { return live_stream(context, parts, call); })
      .named("watchAccounts")
      .answers("text/event-stream");
}

}  // namespace takt::api
