#pragma once
// Sign-in and sessions.

#include <string>

#include "access/caller.hpp"
#include "access/context.hpp"
#include "access/throttle.hpp"
#include "domain/user.hpp"

namespace takt::access {

/// A new session; `token` goes into the cookie and is kept nowhere.
struct SignedIn {
  std::string token;
  domain::User user;
};

/// A user has so many sessions at once; a further one ends the oldest. Not in the demo, where
/// everybody may be the same person.
inline constexpr int kMostSessions = 20;

/// Opens a session for whoever knows the password. `instead_of`: the token that the browser came
/// with, whose session ends, whoever's it was.
SignedIn sign_in(Context& context, Throttle& throttle, const std::string& address,
                 const std::string& email, const std::string& password,
                 const std::string& instead_of);

/// Opens a session. `fitted`: the hash that a password was found to fit; refused where the user has
/// another one by now, or is archived. Without it nobody asked for a password: in the demo.
SignedIn open_session(Context& context, const Id& user,
                      const std::optional<std::string>& fitted = {},
                      const std::string& instead_of = {});

/// Who the session's token belongs to; a caller without a user for anything invalid.
Caller caller_of(Context& context, const std::string& token);

/// The revision of who may what: it moves whenever somebody's sessions, role or teams
/// change. The organisation's time zone is looked at, too, which moves it as well.
long long access_revision(Context& context);

/// Whether a session goes on, as of that revision.
bool still_signed_in(Context& context, long long access, const std::string& session_hash);

/// Whether it does, and its user still sees the account.
bool still_sees(Context& context, long long access, const std::string& session_hash,
                const Id& account);

/// Notes the day on which the caller is here. Administrators are told which day it was last, no
/// more.
void note_here(Context& context, const Caller& caller);

void sign_out(Context& context, const Caller& caller);

/// Ends all sessions of the caller, and their secret calendar address.
void sign_out_everywhere(Context& context, const Caller& caller);

}  // namespace takt::access
