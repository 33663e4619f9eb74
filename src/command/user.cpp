#include "command/user.hpp"

#include "access/secrets.hpp"
#include "command/draft.hpp"
#include "command/entity.hpp"
#include "command/erasure.hpp"
#include "domain/access.hpp"
#include "domain/problem.hpp"
#include "domain/text.hpp"
#include "domain/user.hpp"
#include "store/user_store.hpp"
#include "store/zone.hpp"

namespace takt::command {

using namespace domain;

namespace {

bool is_erased(const User& user) { return user.email.ends_with(kErasedEmail); }

}  // namespace

void check(Draft<User>& draft) {
  auto& after = draft.after;
  // Whoever has an older one, or one that others have in another spelling, can still change
  // everything else.
  if (draft.changed(&User::email)) {
    after.email = kept_email(after.email);
    if (!is_email(after.email)) draft.wrong("/email", "not_an_email", "must be an e-mail address");
    if (store::email_taken(draft.session, email_key(after.email), after.id))
      draft.wrong("/email", "taken", "is already used by another user");
  }
  if (draft.changed(&User::time_zone) && !after.time_zone.empty() &&
      !store::is_zone(after.time_zone))
    draft.wrong("/timeZone", "unknown_time_zone", "must be a time zone like Europe/Berlin");
  if (!draft.before) return;
  if (draft.before->archived_at && !after.archived_at && is_erased(*draft.before))
    conflict("erased", "Who was erased can't be restored.");
  const auto is_administrator = [](const User& user) {
    return user.role == OrganisationRole::administrator && !user.archived_at;
  };
  const bool raises = draft.before->role != after.role || draft.before->email != after.email ||
                      draft.before->archived_at != after.archived_at;
  if (raises && draft.caller.role != OrganisationRole::administrator)
    throw Problem(Problem::Kind::forbidden, "not_allowed", "Only an administrator changes this.");
  if (!is_administrator(*draft.before) || is_administrator(after)) return;
  if (!store::has_other_administrator(draft.session, after.id))
    conflict("last_administrator", "The last administrator cannot leave.");
}

User add_user(Context& context, store::Session& session, const Caller& caller, User user) {
  user.account = store::organisation_ledger();
  user.created_at = context.now();
  if (user.id.empty()) user.id = access::new_id(user.created_at);
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

void tell_new_name(Context& context, const Id& user) {
  const auto accounts = context.database.peek(
      [&](store::Session& session) { return store::accounts_that_know(session, user); });
  for (const auto& each : accounts) {
    const auto revision = context.database.write(each.account, [&](store::Session& session) {
      return store::raise_revision(session, each.account);
    });
    context.announce(each.account, revision);
  }
}

bool has_users(Context& context) {
  return context.database.peek([](store::Session& session) { return store::has_users(session); });
}

}  // namespace takt::command
