#include "api/session_api.hpp"

#include "access/context.hpp"
#include "access/session.hpp"
#include "api/routes.hpp"
#include "command/invitation.hpp"
#include "command/link_mail.hpp"
#include "domain/organisation.hpp"
#include "store/zone.hpp"

namespace takt::api {

using namespace domain;

struct SignIn {
  Text<200, 1> email;
  Password password;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (email, password))

struct DemoSignIn {
  Id user;
};
BOOST_DESCRIBE_STRUCT(DemoSignIn, (), (user))

struct PasswordChange {
  Password present;
  Password wanted;
};
BOOST_DESCRIBE_STRUCT(PasswordChange, (), (present, wanted))

namespace {

std::string cookie(const std::string& token, bool forget = false) {
  return std::string(kCookie) + "=" + token +
         "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=" + (forget ? "0" : "2592000");
}

void tell_day(SessionView& view, const access::Context& context, const access::Caller& caller) {
  view.time_zone = context.zone_of(caller);
  view.today = context.today_of(caller);
  view.day_ends = store::day_begins(view.time_zone, plus_days(view.today, 1));
}

/// Whose Takt it is, and what can be asked for at its door.
void tell_house(SessionView& view, const access::Context& context, store::Session& session) {
  const auto own = store::find<Organisation>(session, store::organisation_ledger());
  if (own) view.organisation = own->name;
  view.mails_links = command::mails_links(context);
}

SessionView session_view(access::Context& context, const Parts& parts, const access::Caller& caller,
                         const std::string& token) {
  SessionView view;
  tell_day(view, context, caller);
  context.database.read([&](store::Session& session) {
    if (!caller.user.empty()) {
      view.user = store::find<User>(session, caller.user);
      view.csrf = csrf_token(token);
    }
    if (parts.demo) view.demo = store::demo_people(session);
    tell_house(view, context, session);
    return 0;
  });
  if (!caller.user.empty()) access::note_here(context, caller);
  return view;
}

http::Response signed_out() {
  auto response = no_content();
  response.headers.emplace_back("Set-Cookie", cookie("", true));
  return response;
}

}  // namespace

http::Response signed_in(access::Context& context, const Call& call,
                         const access::SignedIn& signed_in) {
  SessionView view;
  auto caller = call.caller;
  if (!signed_in.user.time_zone.empty()) caller.time_zone = signed_in.user.time_zone;
  tell_day(view, context, caller);
  view.user = signed_in.user;
  view.csrf = csrf_token(signed_in.token);
  context.database.read([&](store::Session& session) {
    tell_house(view, context, session);
    return 0;
  });
  auto response = answer(view);
  response.headers.emplace_back("Set-Cookie", cookie(signed_in.token));
  return response;
}

void declare_session_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  router
      .add<void, SessionView>(
          "GET", "/api/v1/session", Permission::anyone,
          "Who is signed in and which day it is there; in the demo, who could be. "
          "X-Takt-Time-Zone: "
          "the browser's zone, where the profile names none.",
          [&](Call& call) {
            return answer(session_view(context, parts, call.caller, call.request.cookie(kCookie)));
          })
      .named("getSession");
  router
      .add<SignIn, SessionView>(
          "POST", "/api/v1/session", Permission::anyone, "Signs in with e-mail and password.",
          [&](Call& call) {
            const auto in = read_body<SignIn>(call.request);
            return signed_in(context, call,
                             access::sign_in(context, parts.throttle, call.request.address,
                                             in.email, in.password, call.request.cookie(kCookie)));
          })
      .named("signIn")
      .refuses(401)
      .refuses(429);
  router
      .add<void, void>("DELETE", "/api/v1/session", Permission::signed_in, "Signs out.",
                       [&](Call& call) {
                         access::sign_out(context, call.caller);
                         return signed_out();
                       })
      .named("signOut");
  router
      .add<void, void>("DELETE", "/api/v1/sessions", Permission::signed_in,
                       "Signs out everywhere; the secret calendar address stops working, too.",
                       [&](Call& call) {
                         access::sign_out_everywhere(context, call.caller);
                         return signed_out();
                       })
      .named("signOutEverywhere");
  router
      .add<PasswordChange, void>(
          "PUT", "/api/v1/password", Permission::signed_in,
          "Changes the caller's password; ends all other sessions and the secret calendar address.",
          [&](Call& call) {
            const auto in = read_body<PasswordChange>(call.request);
            command::change_password(context, parts.throttle, call.caller, in.present, in.wanted);
            return no_content();
          })
      .named("changePassword")
      .refuses(429);
  if (!parts.demo) return;
  router
      .add<DemoSignIn, SessionView>(
          "POST", "/api/v1/demo-session", Permission::anyone,
          "Signs in as one of the demo's people. Only in the demo.",
          [&](Call& call) {
            const auto in = read_body<DemoSignIn>(call.request);
            const auto known = context.database.peek(
                [&](store::Session& session) { return store::find<User>(session, in.user); });
            if (!known) throw Problem::not_found();
            return signed_in(
                context, call,
                access::open_session(context, in.user, {}, call.request.cookie(kCookie)));
          })
      .named("signInToDemo")
      .refuses(401)
      .refuses(404);
}

}  // namespace takt::api
