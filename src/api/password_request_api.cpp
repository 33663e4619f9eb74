#include "api/routes.hpp"
#include "command/link_mail.hpp"
#include "domain/user.hpp"

namespace takt::api {

using namespace domain;

struct PasswordRequest {
  Text<200, 3> email;
};
BOOST_DESCRIBE_STRUCT(PasswordRequest, (), (email))

void declare_password_request_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  router
      .add<PasswordRequest, void>(
          "POST", "/api/v1/password-requests", Permission::anyone,
          "Asks for a link by mail with which a forgotten password is chosen anew. The answer is "
          "the same whether or not anybody has the address.",
          [&](Call& call) {
            const auto in = read_body<PasswordRequest>(call.request);
            command::must_mail_links(context);
            // Each counts, since none is told from another; not for the sign-in, though.
            parts.asked.admit(call.request.address, in.email, context.now());
            command::ask_for_password(context, in.email);
            parts.asked.failed(call.request.address, in.email, context.now());
            auto response = no_content();
            response.status = 202;
            return response;
          })
      .named("requestPassword")
      .accepts()
      .refuses(429);
}

}  // namespace takt::api
