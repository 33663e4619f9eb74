#include "command/invitation.hpp"

#include "access/password.hpp"
#include "access/secrets.hpp"
#include "access/session.hpp"
#include "access/throttle.hpp"
#include "command/entity.hpp"
#include "command/link_mail.hpp"
#include "command/user.hpp"
#include "domain/access.hpp"
#include "domain/organisation.hpp"
#include "domain/problem.hpp"
#include "domain/user.hpp"
#include "store/mail_store.hpp"
#include "store/user_store.hpp"

namespace takt::command {

using namespace domain;

namespace {

store::Invitation pass_of(Context& context, store::Session& session, const std::string& token) {
  const auto pass = store::invitation(session, access::token_hash(token));
  // The set-up link, which stands in a log, is for the first administrator only, who may come in
  // by another way.
  if (!pass || pass->expires_at < context.now() ||
      (!pass->user_id && store::has_other_administrator(session, {})))
    throw Problem(Problem::Kind::not_found, "link_used_up",
                  "This link has been used or has run out. Please ask for a new one.");
  return *pass;
}

/// Whom an administrator invites.
User invitee(store::Session& session, const Id& user) {
  auto known = store::find<User>(session, user);
  if (!known || known->archived_at) throw Problem::not_found();
  return *known;
}

/// A new invitation takes the place of those that are there or on their way.
void begin_invitation(Context& context, store::Session& session, const Caller& caller,
                      const User& user) {
  record_secret(context, session, caller.user, kInvitation, user);
  store::end_calendar(session, user.id);
  store::forget_link_mails(session, user.id, LinkPurpose::invitation);
  store::put_invited(session, user.id, context.now());
}

}  // namespace

void record_secret(Context& context, store::Session& session, const Id& by, std::string_view what,
                   const User& user) {
  store::Change change;
  change.ledger = store::organisation_ledger();
  change.at = context.now();
  if (!by.empty()) change.by_user = by;
  change.entity = what;
  change.entity_id = user.id;
  change.action = what == kPassword ? store::ChangeAction::changed : store::ChangeAction::created;
  change.title = user.name;
  change.before.text = "null";
  change.after.text = "{}";
  store::append(session, std::move(change));
}

void change_password(Context& context, access::Throttle& throttle, const Caller& caller,
                     const std::string& present, const std::string& wanted) {
  require(context, caller, Permission::signed_in);
  access::must_be_strong(wanted, get<User>(context, caller, caller.user), "/wanted");
  // Whoever found an open session must not guess the password behind it.
  throttle.admit(caller.user.text, caller.user.text, context.now());
  const auto kept = context.database.peek(
      [&](store::Session& session) { return store::password_hash(session, caller.user); });
  const auto wrong = Problem::invalid("/present", "wrong_present", "is not your present password");
  if (!access::password_fits(kept.value_or(""), present)) {
    throttle.failed(caller.user.text, caller.user.text, context.now());
    throw wrong;
  }
  throttle.succeeded(caller.user.text, caller.user.text, context.now());
  const auto hash = access::hash_password(wanted);
  context.database.write(store::organisation_ledger(), [&](store::Session& session) {
    // Meanwhile another one may have been chosen, against whoever knows this one.
    if (store::password_hash(session, caller.user) != kept) throw wrong;
    store::put_password_hash(session, caller.user, hash);
    record_secret(context, session, caller.user, kPassword,
                  store::must_find<User>(session, caller.user));
    store::end_other_sessions(session, caller.user, caller.session_hash);
    store::end_calendar(session, caller.user);
    end_every_link(session, caller.user);
    store::raise_revision(session, store::access_ledger());
  });
  context.announce(store::access_ledger(), 0);
}

std::string make_invitation(Context& context, const Caller& caller, const std::optional<Id>& user) {
  const auto token = access::random_token();
  const auto now = context.now();
  context.database.write(store::organisation_ledger(), [&](store::Session& session) {
    if (user) begin_invitation(context, session, caller, invitee(session, *user));
    store::put_invitation(session, access::token_hash(token),
                          {user, {now.time + length_of(LinkPurpose::invitation)}}, now);
  });
  return token;
}

std::string invite(Context& context, const Caller& caller, const Id& user) {
  require(context, caller, Permission::administer);
  return make_invitation(context, caller, user);
}

std::string invite_by_mail(Context& context, const Caller& caller, const Id& id) {
  require(context, caller, Permission::administer);
  must_mail_links(context);
  return context.database.write(store::organisation_ledger(), [&](store::Session& session) {
    const auto user = invitee(session, id);
    begin_invitation(context, session, caller, user);
    // Whatever link there was ends at once, not when the mail is sent.
    store::end_invitations(session, id);
    put_link_mail(context, session, user, LinkPurpose::invitation, caller.name);
    return std::string(user.email);
  });
}

Invited invited(Context& context, const std::string& token) {
  return context.database.read([&](store::Session& session) {
    const auto pass = pass_of(context, session, token);
    if (!pass.user_id) return Invited{.set_up = true, .name = {}, .email = {}};
    const auto user = store::must_find<User>(session, *pass.user_id);
    return Invited{false, user.name, user.email, pass.purpose, user.language};
  });
}

access::SignedIn accept_invitation(Context& context, const std::string& token,
                                   const std::string& password, const std::string& instead_of) {
  // Hashing takes its time: only for who has a link, and before others have to wait for the write.
  const auto chooser = context.database.read([&](store::Session& session) {
    const auto pass = pass_of(context, session, token);
    if (!pass.user_id) throw Problem::not_found();
    return store::must_find<User>(session, *pass.user_id);
  });
  access::must_be_strong(password, chooser, "/password");
  const auto hash = access::hash_password(password);
  const auto user =
      context.database.write(store::organisation_ledger(), [&](store::Session& session) {
        const auto pass = pass_of(context, session, token);
        if (!pass.user_id) throw Problem::not_found();
        store::put_password_hash(session, *pass.user_id, hash);
        record_secret(context, session, *pass.user_id, kPassword,
                      store::must_find<User>(session, *pass.user_id));
        store::end_sessions(session, *pass.user_id);
        store::end_calendar(session, *pass.user_id);
        end_every_link(session, *pass.user_id);
        store::raise_revision(session, store::access_ledger());
        return *pass.user_id;
      });
  context.announce(store::access_ledger(), 0);
  return access::open_session(context, user, hash, instead_of);
}

access::SignedIn set_up(Context& context, const std::string& token, const Founding& organisation,
                        User administrator, const std::string& password,
                        const std::string& instead_of) {
  // Hashing takes its time: only for who has a link, and before others have to wait for the write.
  context.database.peek([&](store::Session& session) { pass_of(context, session, token); });
  access::must_be_strong(password, administrator, "/password");
  const auto hash = access::hash_password(password);
  const auto user =
      context.database.write(store::organisation_ledger(), [&](store::Session& session) {
        const auto pass = pass_of(context, session, token);
        if (pass.user_id) throw Problem::not_found();
        if (!store::find<Organisation>(session, store::organisation_ledger())) {
          Organisation own;
          own.id = own.account = store::organisation_ledger();
          own.created_at = context.now();
          own.name = organisation.name;
          if (!organisation.time_zone.empty()) own.time_zone = organisation.time_zone;
          store::insert(session, own);
          store::raise_revision(session, store::access_ledger());
        }
        administrator.role = OrganisationRole::administrator;
        const auto made = add_user(context, session, {}, administrator);
        store::put_password_hash(session, made.id, hash);
        store::end_invitation(session, access::token_hash(token));
        return made.id;
      });
  return access::open_session(context, user, hash, instead_of);
}

}  // namespace takt::command
