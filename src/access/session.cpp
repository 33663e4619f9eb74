#include "access/session.hpp"

#include <algorithm>

#include "access/caller.hpp"
#include "access/context.hpp"
#include "access/require.hpp"
#include "access/secrets.hpp"
#include "access/throttle.hpp"
#include "domain/problem.hpp"
#include "domain/text.hpp"
#include "domain/user.hpp"
#include "store/change_log.hpp"
#include "store/user_store.hpp"

namespace takt::access {

using namespace domain;

namespace {

constexpr auto kSessionLength = std::chrono::hours{24 * 30};

}  // namespace

SignedIn sign_in(Context& context, Throttle& throttle, const std::string& address,
                 const std::string& email, const std::string& password,
                 const std::string& instead_of) {
  throttle.admit(address, email, context.now());
  const auto login = context.database.peek(
      [&](store::Session& session) { return store::login(session, email_key(email)); });
  if (!password_fits(login ? login->password_hash : "", password)) {
    throttle.failed(address, email, context.now());
    throw Problem(Problem::Kind::unauthenticated, "wrong_password",
                  "E-mail or password is not right.");
  }
  throttle.succeeded(address, email, context.now());
  return open_session(context, login->id, login->password_hash, instead_of);
}

SignedIn open_session(Context& context, const Id& user, const std::optional<std::string>& fitted,
                      const std::string& instead_of) {
  SignedIn out;
  out.token = random_token();
  const auto now = context.now();
  bool ended = false;
  out.user = context.database.write(store::organisation_ledger(), [&](store::Session& session) {
    // The password may have been changed, or the user archived, since it was looked at.
    const auto known = store::find<User>(session, user);
    if (!known || known->archived_at || (fitted && store::password_hash(session, user) != fitted))
      throw Problem(Problem::Kind::unauthenticated, "wrong_password",
                    "E-mail or password is not right.");
    ended = !instead_of.empty() && store::end_session(session, token_hash(instead_of));
    if (fitted) ended = store::end_oldest_sessions(session, user, kMostSessions - 1) || ended;
    if (ended) store::raise_revision(session, store::access_ledger());
    store::put_session(session, token_hash(out.token), user, now, {now.time + kSessionLength});
    store::put_here(session, user, context.today());
    return *known;
  });
  if (ended) context.announce(store::access_ledger(), 0);
  return out;
}

namespace {

/// Whose session it is, as of a revision of who may what; a caller without a user for none.
Caller caller_as_of(Context& context, long long access, const std::string& hash) {
  const auto now = context.now();
  if (auto kept = context.access.caller(access, hash, now)) return *kept;
  const auto row = context.database.peek(
      [&](store::Session& session) { return store::session_owner(session, hash); });
  if (!row || row->expires_at < now) return {};
  Caller caller{row->id, row->name, row->role, hash, {}, access, row->expires_at, row->time_zone};
  context.access.keep(access, hash, caller);
  return caller;
}

}  // namespace

Caller caller_of(Context& context, const std::string& token) {
  if (token.empty()) return {};
  return caller_as_of(context, access_revision(context), token_hash(token));
}

long long access_revision(Context& context) {
  const auto access = store::revision(context.database, store::access_ledger());
  if (!context.zone.is_as_of(access))
    context.database.peek([&](store::Session& session) { context.zone.look(session, access); });
  return access;
}

bool still_signed_in(Context& context, long long access, const std::string& session_hash) {
  return !caller_as_of(context, access, session_hash).user.empty();
}

bool still_sees(Context& context, long long access, const std::string& session_hash,
                const Id& account) {
  try {
    require(context, caller_as_of(context, access, session_hash), Permission::see, account);
    return true;
  } catch (const Problem&) {
    return false;
  }
}

void note_here(Context& context, const Caller& caller) {
  const auto today = context.today();
  const auto known = context.database.peek(
      [&](store::Session& session) { return store::here_on(session, caller.user); });
  if (known && *known >= today) return;
  try {
    context.database.write_apart(
        [&](store::Session& session) { store::put_here(session, caller.user, today); });
  } catch (const store::Unavailable&) {
    // A full disk keeps nobody from reading.
  }
}

void sign_out(Context& context, const Caller& caller) {
  // Whoever ends sessions takes the organisation's ledger first, so that no two wait for each
  // other.
  context.database.write(store::organisation_ledger(), [&](store::Session& session) {
    store::end_session(session, caller.session_hash);
    store::raise_revision(session, store::access_ledger());
  });
  context.announce(store::access_ledger(), 0);
}

void sign_out_everywhere(Context& context, const Caller& caller) {
  context.database.write(store::organisation_ledger(), [&](store::Session& session) {
    store::end_sessions(session, caller.user);
    store::end_calendar(session, caller.user);
    store::raise_revision(session, store::access_ledger());
  });
  context.announce(store::access_ledger(), 0);
}

}  // namespace takt::access
