#include "api/routes.hpp"
#include "api/session_api.hpp"
#include "command/invitation.hpp"
#include "domain/user.hpp"

namespace takt::api {

using namespace domain;

struct Acceptance {
  Text<200, 1> token;
  Password password;
};
BOOST_DESCRIBE_STRUCT(Acceptance, (), (token, password))

struct SetUp {
  Text<200, 1> token;
  Name organisation;
  Name name;
  Text<200, 3> email;
  Password password;
  Language language = Language::de;
};
BOOST_DESCRIBE_STRUCT(SetUp, (), (token, organisation, name, email, password, language))

/// Where the link leads, or whom it was mailed to: then nobody else sees it.
struct InvitationLink {
  std::optional<std::string> path;
  std::optional<std::string> mailed_to;
};
BOOST_DESCRIBE_STRUCT(InvitationLink, (), (path, mailed_to))

void declare_invitation_routes(Router& router, Parts&) {
  auto& context = router.context();
  router
      .add<void, command::Invited>(
          "GET", "/api/v1/invitations/{token}", Permission::anyone,
          "What an invitation or set-up link stands for.",
          [&](Call& call) { return answer(command::invited(context, call.captured[0])); })
      .named("getInvitation");
  router
      .add<Acceptance, SessionView>("POST", "/api/v1/invitations", Permission::anyone,
                                    "Chooses the password of an invited user and signs in.",
                                    [&](Call& call) {
                                      const auto in = read_body<Acceptance>(call.request);
                                      return signed_in(
                                          context, call,
                                          command::accept_invitation(context, in.token, in.password,
                                                                     call.request.cookie(kCookie)));
                                    })
      .named("acceptInvitation")
      .refuses(401)
      .refuses(404);
  router
      .add<SetUp, SessionView>(
          "POST", "/api/v1/set-up", Permission::anyone,
          "Makes the organisation and its first administrator.",
          [&](Call& call) {
            const auto in = read_body<SetUp>(call.request);
            User user;
            user.name = in.name;
            user.email = in.email;
            user.language = in.language;
            return signed_in(
                context, call,
                command::set_up(context, in.token, {in.organisation, call.caller.time_zone}, user,
                                in.password, call.request.cookie(kCookie)));
          })
      .named("setUp")
      .refuses(401)
      .refuses(404);
  router
      .add<void, InvitationLink>(
          "POST", "/api/v1/users/{id}/invitation", Permission::administer,
          "Makes a link with which the user chooses a password.",
          [&](Call& call) {
            InvitationLink link;
            if (call.flag("mail"))
              link.mailed_to = command::invite_by_mail(context, call.caller, call.id());
            else
              link.path = "/invitation/" + command::invite(context, call.caller, call.id());
            return answer(link, 201);
          })
      .named("inviteUser")
      .creates()
      .reads<bool>("mail", "Sends the link to the user, in their language.");
}

}  // namespace takt::api
