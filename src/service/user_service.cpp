#include "service/user_service.hpp"

#include <algorithm>
#include <cctype>

namespace takt::service {

using namespace domain;
using namespace std::chrono_literals;

namespace {

constexpr auto kSessionLength = std::chrono::hours{24 * 30};
constexpr auto kInvitationLength = std::chrono::hours{24 * 7};

// What the change log calls them.
constexpr std::string_view kInvitation = "invitation";
constexpr std::string_view kPassword = "password";

struct Login {
  Id id;
  std::string password_hash;
};
BOOST_DESCRIBE_STRUCT(Login, (), (id, password_hash))

struct Pass {
  std::optional<Id> user_id;
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(Pass, (), (user_id, expires_at))

struct SessionRow {
  Id id;
  Name name;
  OrganisationRole role = OrganisationRole::member;
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (id, name, role, expires_at))

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

void must_be_strong(const std::string& password, const std::string& pointer) {
  if (password.size() < 10)
    throw Problem::invalid(pointer, "too_short", "must have at least 10 characters");
  if (password.size() > 500)
    throw Problem::invalid(pointer, "too_long", "must have at most 500 characters");
}

void set_password(store::Session& session, const Id& user, const std::string& hash) {
  session.execute("update \"user\" set password_hash = :hash where id = :id",
                  {store::bound("hash", hash), store::bound("id", user)});
}

Pass pass_of(Context& context, store::Session& session, const std::string& token) {
  const auto pass = session.row<Pass>(
      "select i.user_id, i.expires_at from invitation i left join \"user\" u on u.id = i.user_id"
      " where i.token_hash = :hash and u.archived_at is null",
      {store::bound("hash", token_hash(token))});
  if (!pass || pass->expires_at < context.now())
    throw Problem(Problem::Kind::not_found, "link_used_up",
                  "This link has been used or has run out. Please ask for a new one.");
  return *pass;
}

/// Records what can't be shown itself: that a link was made, or a password chosen.
void record_secret(Context& context, store::Session& session, const Id& by, std::string_view what,
                   const User& user) {
  store::Change change;
  change.ledger = store::organisation_ledger();
  change.at = context.now();
  if (!by.empty()) change.by_user = by;
  change.entity = what;
  change.entity_id = user.id;
  change.action = what == kInvitation ? store::ChangeAction::created : store::ChangeAction::changed;
  change.title = user.name;
  change.before.text = "null";
  change.after.text = "{}";
  store::append(session, std::move(change));
}

void use_up(store::Session& session, const std::string& token) {
  session.execute("delete from invitation where token_hash = :hash",
                  {store::bound("hash", token_hash(token))});
}

}  // namespace

void Throttle::admit(const std::string& address, const std::string& email, Instant now) {
  const std::lock_guard lock(mutex_);
  const auto waits = [&](const std::string& key, int free) {
    const auto found = failures_.find(key);
    if (found == failures_.end() || found->second.count < free) return false;
    const auto wait = std::chrono::seconds(1 << std::min(found->second.count - free, 6));
    return now.time - found->second.last.time < wait;
  };
  if (waits(address + '\n' + lower(email), 5) || waits(address, 50))
    throw Problem(Problem::Kind::too_many, "wait", "Too many attempts. Please wait a minute.");
}

void Throttle::failed(const std::string& address, const std::string& email, Instant now) {
  const std::lock_guard lock(mutex_);
  if (failures_.size() > 50'000)
    std::erase_if(failures_,
                  [&](const auto& entry) { return now.time - entry.second.last.time > 15min; });
  for (const auto& key : {address + '\n' + lower(email), address}) {
    auto& failures = failures_[key];
    if (now.time - failures.last.time > 15min) failures.count = 0;
    ++failures.count;
    failures.last = now;
  }
}

void Throttle::succeeded(const std::string& address, const std::string& email) {
  const std::lock_guard lock(mutex_);
  failures_.erase(address + '\n' + lower(email));
}

SignedIn sign_in(Context& context, Throttle& throttle, const std::string& address,
                 const std::string& email, const std::string& password) {
  throttle.admit(address, email, context.now());
  const auto login = context.database.peek([&](store::Session& session) {
    return session.row<Login>(
        "select id, password_hash from \"user\" where email = :email and archived_at is null",
        {store::bound("email", lower(email))});
  });
  if (!password_fits(login ? login->password_hash : "", password)) {
    throttle.failed(address, email, context.now());
    throw Problem(Problem::Kind::unauthenticated, "wrong_password",
                  "E-mail or password is not right.");
  }
  throttle.succeeded(address, email);
  return open_session(context, login->id, login->password_hash);
}

SignedIn open_session(Context& context, const Id& user, const std::optional<std::string>& fitted) {
  SignedIn out;
  out.token = random_token();
  const auto now = context.now();
  out.user = context.database.write(store::organisation_ledger(), [&](store::Session& session) {
    // The password may have been changed, or the user archived, since it was looked at.
    const auto known = store::find<User>(session, user);
    const auto hash = session.value<std::string>(
        "select password_hash from \"user\" where id = :id", {store::bound("id", user)});
    if (!known || known->archived_at || (fitted && hash != fitted))
      throw Problem(Problem::Kind::unauthenticated, "wrong_password",
                    "E-mail or password is not right.");
    session.execute("delete from session where user_id = :user and expires_at < :now",
                    {store::bound("user", user), store::bound("now", now)});
    session.execute(
        "insert into session (token_hash, user_id, created_at, expires_at)"
        " values (:hash, :user_id, :now, :expires)",
        {store::bound("hash", token_hash(out.token)), store::bound("user_id", user),
         store::bound("now", now), store::bound("expires", Instant{now.time + kSessionLength})});
    return *known;
  });
  return out;
}

Caller caller_of(Context& context, const std::string& token) {
  if (token.empty()) return {};
  const auto hash = token_hash(token);
  return context.database.peek([&](store::Session& session) {
    const auto revision = store::revision(session, store::access_ledger());
    const auto now = context.now();
    if (auto kept = context.access.caller(revision, hash, now)) return *kept;
    const auto row = session.row<SessionRow>(
        "select u.id, u.name, u.role, s.expires_at from session s join \"user\" u on u.id = "
        "s.user_id where s.token_hash = :hash and u.archived_at is null",
        {store::bound("hash", hash)});
    if (!row || row->expires_at < now) return Caller{};
    Caller caller{row->id, row->name, row->role, hash, {}, revision, row->expires_at};
    context.access.keep(revision, hash, caller);
    return caller;
  });
}

void sign_out(Context& context, const Caller& caller) {
  context.database.write(store::access_ledger(), [&](store::Session& session) {
    session.execute("delete from session where token_hash = :hash",
                    {store::bound("hash", caller.session_hash)});
    store::raise_revision(session, store::access_ledger());
  });
}

void sign_out_everywhere(Context& context, const Caller& caller) {
  context.database.write(store::access_ledger(), [&](store::Session& session) {
    session.execute("delete from session where user_id = :user",
                    {store::bound("user", caller.user)});
    store::raise_revision(session, store::access_ledger());
  });
}

void change_password(Context& context, Throttle& throttle, const Caller& caller,
                     const std::string& present, const std::string& wanted) {
  require(context, caller, Permission::signed_in);
  must_be_strong(wanted, "/wanted");
  // Whoever found an open session must not guess the password behind it.
  throttle.admit(caller.user.text, caller.user.text, context.now());
  const auto kept = context.database.peek([&](store::Session& session) {
    return session.value<std::string>("select password_hash from \"user\" where id = :id",
                                      {store::bound("id", caller.user)});
  });
  if (!password_fits(kept.value_or(""), present)) {
    throttle.failed(caller.user.text, caller.user.text, context.now());
    throw Problem::invalid("/present", "wrong_present", "is not your present password");
  }
  const auto hash = hash_password(wanted);
  context.database.write(store::organisation_ledger(), [&](store::Session& session) {
    set_password(session, caller.user, hash);
    record_secret(context, session, caller.user, kPassword,
                  store::find<User>(session, caller.user).value());
    session.execute("delete from session where user_id = :user and token_hash <> :hash",
                    {store::bound("user", caller.user), store::bound("hash", caller.session_hash)});
    store::raise_revision(session, store::access_ledger());
  });
}

std::string make_invitation(Context& context, const Caller& caller, const std::optional<Id>& user) {
  const auto token = random_token();
  const auto now = context.now();
  context.database.write(store::organisation_ledger(), [&](store::Session& session) {
    if (user) {
      const auto known = store::find<User>(session, *user);
      if (!known || known->archived_at) throw Problem::not_found();
      session.execute("delete from invitation where user_id = :user",
                      {store::bound("user", *user)});
      record_secret(context, session, caller.user, kInvitation, *known);
    } else {
      session.execute("delete from invitation where user_id is null");
    }
    session.execute(
        "insert into invitation (token_hash, user_id, created_at, expires_at)"
        " values (:hash, :user_id, :now, :expires)",
        {store::bound("hash", token_hash(token)), store::bound("user_id", user),
         store::bound("now", now), store::bound("expires", Instant{now.time + kInvitationLength})});
  });
  return token;
}

std::string invite(Context& context, const Caller& caller, const Id& user) {
  require(context, caller, Permission::administer);
  return make_invitation(context, caller, user);
}

Invited invited(Context& context, const std::string& token) {
  return context.database.peek([&](store::Session& session) {
    const auto pass = pass_of(context, session, token);
    if (!pass.user_id) return Invited{.set_up = true, .name = {}, .email = {}};
    const auto user = store::find<User>(session, *pass.user_id).value();
    return Invited{false, user.name, user.email};
  });
}

SignedIn accept_invitation(Context& context, const std::string& token,
                           const std::string& password) {
  must_be_strong(password, "/password");
  // Hashing takes its time: only for who has a link, and before others have to wait for the write.
  context.database.peek([&](store::Session& session) { pass_of(context, session, token); });
  const auto hash = hash_password(password);
  const auto user =
      context.database.write(store::organisation_ledger(), [&](store::Session& session) {
        const auto pass = pass_of(context, session, token);
        if (!pass.user_id) throw Problem::not_found();
        set_password(session, *pass.user_id, hash);
        record_secret(context, session, *pass.user_id, kPassword,
                      store::find<User>(session, *pass.user_id).value());
        session.execute("delete from session where user_id = :user",
                        {store::bound("user", *pass.user_id)});
        use_up(session, token);
        store::raise_revision(session, store::access_ledger());
        return *pass.user_id;
      });
  return open_session(context, user, hash);
}

SignedIn set_up(Context& context, const std::string& token, const Name& organisation,
                User administrator, const std::string& password) {
  must_be_strong(password, "/password");
  // Hashing takes its time: only for who has a link, and before others have to wait for the write.
  context.database.peek([&](store::Session& session) { pass_of(context, session, token); });
  const auto hash = hash_password(password);
  const auto user =
      context.database.write(store::organisation_ledger(), [&](store::Session& session) {
        const auto pass = pass_of(context, session, token);
        if (pass.user_id) throw Problem::not_found();
        if (!session.value<Id>("select id from organisation where id = :id",
                               {store::bound("id", store::organisation_ledger())})) {
          Organisation own;
          own.id = own.account = store::organisation_ledger();
          own.created_at = context.now();
          own.name = organisation;
          store::insert(session, own);
        }
        administrator.role = OrganisationRole::administrator;
        const auto made = add_user(context, session, {}, administrator);
        set_password(session, made.id, hash);
        use_up(session, token);
        return made.id;
      });
  return open_session(context, user, hash);
}

void check(Draft<User>& draft) {
  auto& after = draft.after;
  after.email = lower(after.email);
  const auto at = after.email.find('@');
  if (at == 0 || at == after.email.npos || at + 1 == after.email.size() ||
      after.email.find_first_of(" \t\n") != after.email.npos)
    draft.wrong("/email", "not_an_email", "must be an e-mail address");
  const auto taken =
      draft.session.value<Id>("select id from \"user\" where email = :email and id <> :id",
                              {store::bound("email", after.email), store::bound("id", after.id)});
  if (taken) draft.wrong("/email", "taken", "is already used by another user");
  if (!draft.before) return;
  const auto is_administrator = [](const User& user) {
    return user.role == OrganisationRole::administrator && !user.archived_at;
  };
  const bool raises = draft.before->role != after.role || draft.before->email != after.email ||
                      draft.before->archived_at != after.archived_at;
  if (raises && draft.caller.role != OrganisationRole::administrator)
    throw Problem(Problem::Kind::forbidden, "not_allowed", "Only an administrator changes this.");
  if (!is_administrator(*draft.before) || is_administrator(after)) return;
  const auto others = draft.session.value<int>(
      "select count(*) from \"user\" where role = 'administrator' and archived_at is null and id "
      "<> :id",
      {store::bound("id", after.id)});
  if (others.value_or(0) == 0)
    conflict("last_administrator", "The last administrator cannot leave.");
}

User add_user(Context& context, store::Session& session, const Caller& caller, User user) {
  user.account = store::organisation_ledger();
  user.created_at = context.now();
  if (user.id.empty()) user.id = new_id(user.created_at);
  Draft<User> draft{context, session, caller, context.today(), nullptr, user, ""};
  judge(draft);
  store::insert(session, user);
  record<User>(context, session, caller, nullptr, user, "");
  return user;
}

User create_user(Context& context, const Caller& caller, User fields, const std::optional<Id>& id) {
  require(context, caller, Permission::administer);
  if (id) fields.id = *id;
  auto user = context.database.write(store::organisation_ledger(), [&](store::Session& session) {
    if (id) {
      if (auto same = store::find<User>(session, *id)) return *same;
    }
    return add_user(context, session, caller, fields);
  });
  context.announce(store::organisation_ledger(), 0);
  return user;
}

Organisation organisation(Context& context, const Caller& caller) {
  require(context, caller, Permission::signed_in);
  const auto own = context.database.peek([](store::Session& session) {
    return store::find<Organisation>(session, store::organisation_ledger());
  });
  if (!own) throw Problem::not_found();
  return *own;
}

void check(Draft<Organisation>& draft) {
  if (draft.caller.role != OrganisationRole::administrator)
    throw Problem(Problem::Kind::forbidden, "not_allowed", "Only an administrator changes this.");
  if (draft.after.cycle_pattern.empty()) draft.wrong("/cyclePattern", "required", "is required");
}

bool has_users(Context& context) {
  return context.database
             .peek([](store::Session& session) {
               return session.value<int>("select count(*) from \"user\"");
             })
             .value_or(0) > 0;
}

}  // namespace takt::service
