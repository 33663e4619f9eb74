#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "service/account_service.hpp"

namespace takt::api {

using namespace domain;

struct SignIn {
  Text<200, 1> email;
  Text<500, 1> password;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (email, password))

struct DemoSignIn {
  Id user;
};
BOOST_DESCRIBE_STRUCT(DemoSignIn, (), (user))

struct DemoPerson {
  Id id;
  std::string name;
  std::string function;
};
BOOST_DESCRIBE_STRUCT(DemoPerson, (), (id, name, function))

/// Who is signed in, if anybody, and what the sign-in page offers.
struct SessionView {
  std::optional<User> user;
  std::string csrf;
  std::vector<DemoPerson> demo;
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (user, csrf, demo))

struct PasswordChange {
  Text<500, 1> present;
  Text<500, 1> wanted;
};
BOOST_DESCRIBE_STRUCT(PasswordChange, (), (present, wanted))

struct Acceptance {
  Text<200, 1> token;
  Text<500, 1> password;
};
BOOST_DESCRIBE_STRUCT(Acceptance, (), (token, password))

struct SetUp {
  Text<200, 1> token;
  Name organisation;
  Name name;
  Text<200, 3> email;
  Text<500, 1> password;
  Language language = Language::de;
};
BOOST_DESCRIBE_STRUCT(SetUp, (), (token, organisation, name, email, password, language))

struct InvitationLink {
  std::string path;
};
BOOST_DESCRIBE_STRUCT(InvitationLink, (), (path))

namespace {

std::string cookie(const std::string& token, bool forget = false) {
  return std::string(kCookie) + "=" + token +
         "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=" + (forget ? "0" : "2592000");
}

SessionView session_view(service::Context& context, const Parts& parts,
                         const service::Caller& caller, const std::string& token) {
  SessionView view;
  context.database.peek([&](store::Session& session) {
    if (!caller.user.empty()) {
      view.user = store::find<User>(session, caller.user);
      view.csrf = csrf_token(token);
    }
    if (parts.demo)
      view.demo = session.rows<DemoPerson>(
          "select id, name, function from \"user\" where archived_at is null order by position");
    return 0;
  });
  return view;
}

http::Response signed_in(const service::SignedIn& signed_in) {
  SessionView view;
  view.user = signed_in.user;
  view.csrf = csrf_token(signed_in.token);
  auto response = answer(view);
  response.headers.emplace_back("Set-Cookie", cookie(signed_in.token));
  return response;
}

http::Response signed_out() {
  http::Response response;
  response.status = 204;
  response.headers.emplace_back("Set-Cookie", cookie("", true));
  return response;
}

http::Response nothing() {
  http::Response response;
  response.status = 204;
  return response;
}

void declare_session_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  router.add<void, SessionView>(
      "GET", "/api/v1/session", Permission::anyone, "Who is signed in; in the demo, who could be.",
      [&](Call& call) {
        return answer(session_view(context, parts, call.caller, call.request.cookie(kCookie)));
      });
  router.add<SignIn, SessionView>(
      "POST", "/api/v1/session", Permission::anyone, "Signs in with e-mail and password.",
      [&](Call& call) {
        const auto in = read_body<SignIn>(call.request);
        return signed_in(
            service::sign_in(context, parts.throttle, call.request.address, in.email, in.password));
      });
  router.add<void, void>("DELETE", "/api/v1/session", Permission::signed_in, "Signs out.",
                         [&](Call& call) {
                           service::sign_out(context, call.caller);
                           return signed_out();
                         });
  router.add<void, void>("DELETE", "/api/v1/sessions", Permission::signed_in,
                         "Signs out everywhere.", [&](Call& call) {
                           service::sign_out_everywhere(context, call.caller);
                           return signed_out();
                         });
  router.add<PasswordChange, void>(
      "PUT", "/api/v1/password", Permission::signed_in,
      "Changes the caller's password and ends all other sessions.", [&](Call& call) {
        const auto in = read_body<PasswordChange>(call.request);
        service::change_password(context, parts.throttle, call.caller, in.present, in.wanted);
        return nothing();
      });
  if (!parts.demo) return;
  router.add<DemoSignIn, SessionView>(
      "POST", "/api/v1/demo-session", Permission::anyone,
      "Signs in as one of the demo's people. Only in the demo.", [&](Call& call) {
        const auto in = read_body<DemoSignIn>(call.request);
        const auto known = context.database.peek(
            [&](store::Session& session) { return store::find<User>(session, in.user); });
        if (!known) throw Problem::not_found();
        return signed_in(service::open_session(context, in.user));
      });
}

void declare_invitation_routes(Router& router) {
  auto& context = router.context();
  router.add<void, service::Invited>(
      "GET", "/api/v1/invitations/{token}", Permission::anyone,
      "What an invitation or set-up link stands for.",
      [&](Call& call) { return answer(service::invited(context, call.captured[0])); });
  router.add<Acceptance, SessionView>(
      "POST", "/api/v1/invitations", Permission::anyone,
      "Chooses the password of an invited user and signs in.", [&](Call& call) {
        const auto in = read_body<Acceptance>(call.request);
        return signed_in(service::accept_invitation(context, in.token, in.password));
      });
  router.add<SetUp, SessionView>(
      "POST", "/api/v1/set-up", Permission::anyone,
      "Makes the organisation and its first administrator.", [&](Call& call) {
        const auto in = read_body<SetUp>(call.request);
        User user;
        user.name = in.name;
        user.email = in.email;
        user.language = in.language;
        return signed_in(service::set_up(context, in.token, in.organisation, user, in.password));
      });
  router.add<void, InvitationLink>(
      "POST", "/api/v1/users/{id}/invitation", Permission::administer,
      "Makes a link with which the user chooses a password.", [&](Call& call) {
        return answer(
            InvitationLink{"/invitation/" + service::invite(context, call.caller, call.id())}, 201);
      });
}

}  // namespace

void declare_user_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  declare_session_routes(router, parts);
  declare_invitation_routes(router);
  router.add<void, Organisation>(
      "GET", "/api/v1/organisation", Permission::signed_in, "The organisation's settings.",
      [&](Call& call) { return entity_answer(service::organisation(context, call.caller)); });
  router.add({"PATCH", "/api/v1/organisation/{id}", Permission::administer,
              "Changes the organisation's settings.", router.schemas().input_of<Organisation>(true),
              router.schemas().of<Organisation>(),
              [&](Call& call) { return change_entity<Organisation>(context, call); }});
  router.add<void, std::vector<User>>(
      "GET", "/api/v1/users", Permission::signed_in,
      "All users; archived ones too with ?archived=true.", [&](Call& call) {
        return answer(service::users(context, call.caller, call.flag("archived")));
      });
  router.add({"POST", "/api/v1/users", Permission::administer, "Creates a user.",
              router.schemas().input_of<User>(false), router.schemas().of<User>(), [&](Call& call) {
                User fields;
                const auto envelope =
                    read_fields(json_body(call.request), fields, mapping::Missing::report);
                return entity_answer(
                    service::create_user(context, call.caller, std::move(fields), envelope.id),
                    201);
              }});
  router.add({"PATCH", "/api/v1/users/{id}", Permission::signed_in,
              "Changes a user. Everybody changes their own name, language and function.",
              router.schemas().input_of<User>(true), router.schemas().of<User>(), [&](Call& call) {
                const auto body = json_body(call.request);
                return entity_answer(service::change_user(
                    context, call.caller, call.id(), call.version(),
                    [&](User& user) { read_fields(body, user, mapping::Missing::keep); }));
              }});
  router.add<void, User>("DELETE", "/api/v1/users/{id}", Permission::administer,
                         "Archives a user and ends their sessions.", [&](Call& call) {
                           return entity_answer(service::change_user(
                               context, call.caller, call.id(), call.version(),
                               [&](User& user) { user.archived_at = context.now(); }));
                         });
  router.add<void, User>(
      "POST", "/api/v1/users/{id}/restore", Permission::administer, "Restores an archived user.",
      [&](Call& call) {
        return entity_answer(service::change_user(context, call.caller, call.id(), call.version(),
                                                  [](User& user) { user.archived_at.reset(); }));
      });
}

}  // namespace takt::api
