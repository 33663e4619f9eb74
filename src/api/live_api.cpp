#include "access/context.hpp"
#include "access/require.hpp"
#include "access/session.hpp"
#include "api/routes.hpp"

namespace takt::api {

using namespace domain;

namespace {

http::Response live_stream(access::Context& context, Parts& parts, Call& call) {
  const auto account = call.id();
  access::require(context, call.caller, Permission::see, account);
  http::Response response;
  response.headers = {{"Content-Type", "text/event-stream"},
                      {"Cache-Control", "no-store"},
                      {"X-Accel-Buffering", "no"}};
  const auto revision = context.database.peek(
      [&](store::Session& session) { return store::revision(session, account); });
  const auto session = call.caller.session_hash;
  response.stream = parts.hub.watch(account, revision,
                                    {session, [&context, session, account](long long access) {
                                       return access::still_sees(context, access, session, account);
                                     }});
  return response;
}

}  // namespace

void declare_live_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  router
      .add<void, void>("GET", "/api/v1/accounts/{account}/live", Permission::see,
                       "Server-sent events: the account's revision whenever it changes.",
                       [&](Call& call) { return live_stream(context, parts, call); })
      .named("watchAccount")
      .answers("text/event-stream");
}

}  // namespace takt::api
