#pragma once
// Sign-in, sessions, passwords, invitations, and the users themselves.

#include <chrono>
#include <mutex>

#include "service/entity_service.hpp"

namespace takt::service {

/// Slows down guessing. Failures count per address and per pair of address and e-mail, never per
/// e-mail alone, so that nobody can lock somebody else out.
class Throttle {
 public:
  /// Throws Problem(too_many) while the address has to wait.
  void admit(const std::string& address, const std::string& email, domain::Instant now);
  void failed(const std::string& address, const std::string& email, domain::Instant now);
  void succeeded(const std::string& address, const std::string& email);

 private:
  struct Failures {
    int count = 0;
    domain::Instant last;
  };
  std::mutex mutex_;
  std::unordered_map<std::string, Failures> failures_;
};

/// A new session; `token` goes into the cookie and is kept nowhere.
struct SignedIn {
  std::string token;
  domain::User user;
};

SignedIn sign_in(Context& context, Throttle& throttle, const std::string& address,
                 const std::string& email, const std::string& password);

/// Opens a session. `fitted`: the hash that a password was found to fit; refused where the user has
/// another one by now, or is archived. Without it nobody asked for a password: in the demo.
SignedIn open_session(Context& context, const Id& user,
                      const std::optional<std::string>& fitted = {});

/// Who the session's token belongs to; a caller without a user for anything invalid.
Caller caller_of(Context& context, const std::string& token);

void sign_out(Context& context, const Caller& caller);
void sign_out_everywhere(Context& context, const Caller& caller);

/// Throws Problem where the present password is wrong or the new one is shorter than 10 characters.
/// Ends all other sessions.
void change_password(Context& context, Throttle& throttle, const Caller& caller,
                     const std::string& present, const std::string& wanted);

/// Makes a one-time link token, valid for seven days, with which `user` chooses a password; an
/// older one stops to work. Recorded in the organisation's change log.
std::string invite(Context& context, const Caller& caller, const Id& user);

/// The same for the command line, which needs no permission and may have no caller. Without a user
/// it is the set-up link with which the first administrator is made.
std::string make_invitation(Context& context, const Caller& caller, const std::optional<Id>& user);

/// What the token of an invitation or set-up link stands for; not_found where it has run out.
struct Invited {
  bool set_up = false;  ///< nobody is there yet: choose name, e-mail and organisation, too
  domain::Name name;
  std::string email;
};
BOOST_DESCRIBE_STRUCT(Invited, (), (set_up, name, email))
Invited invited(Context& context, const std::string& token);

/// Chooses the password of an invited user and signs them in; the token is used up.
SignedIn accept_invitation(Context& context, const std::string& token, const std::string& password);

/// Makes the organisation and its first administrator with the set-up link's token.
SignedIn set_up(Context& context, const std::string& token, const domain::Name& organisation,
                domain::User administrator, const std::string& password);

domain::User create_user(Context& context, const Caller& caller, domain::User fields,
                         const std::optional<Id>& id);

/// Users change their own name, language and function; administrators change everything of anybody.
/// The last administrator cannot leave.
template <class Edit>
domain::User change_user(Context& context, const Caller& caller, const Id& id, int version,
                         Edit edit);

/// Stores a user without a check of access; the command line and the demo have no caller.
domain::User add_user(Context& context, store::Session& session, const Caller& caller,
                      domain::User user);

bool has_users(Context& context);

domain::Organisation organisation(Context& context, const Caller& caller);

void check(Draft<domain::Organisation>& draft);

void check(Draft<domain::User>& draft);

template <class Edit>
domain::User change_user(Context& context, const Caller& caller, const Id& id, int version,
                         Edit edit) {
  require(context, caller, Permission::signed_in);
  const bool own = caller.user == id;
  if (!own) require(context, caller, Permission::administer);
  long long revision = 0;
  auto user = context.database.write(store::organisation_ledger(), [&](store::Session& session) {
    revision = 0;
    const auto before = store::find<domain::User>(session, id);
    if (!before) throw Problem::not_found();
    if (before->version != version) throw_stale(mapping::to_json(*before));
    auto after = *before;
    edit(after);
    if (mapping::to_json(*before) == mapping::to_json(after)) return *before;
    Draft<domain::User> draft{context, session, caller, context.today(), &*before, after, ""};
    judge(draft);
    after.version = before->version + 1;
    store::update(session, after);
    store::raise_revision(session, store::access_ledger());
    revision = record<domain::User>(context, session, caller, &*before, after, "");
    if (after.archived_at)
      session.execute("delete from session where user_id = :id", {store::bound("id", id)});
    return after;
  });
  if (revision) context.announce(store::organisation_ledger(), revision);
  return user;
}

}  // namespace takt::service
