#pragma once
// Users, as administrators make them and as they change themselves.

#include "command/command.hpp"
#include "command/draft.hpp"
#include "command/entity.hpp"
#include "command/link_mail.hpp"
#include "domain/access.hpp"
#include "domain/problem.hpp"
#include "domain/user.hpp"
#include "store/user_store.hpp"

namespace takt::command {

domain::User create_user(Context& context, const Caller& caller, domain::User fields,
                         const std::optional<Id>& id);

/// Users change their own name, language, time zone and function; administrators change everything
/// of anybody. The last administrator cannot leave.
template <class Edit>
domain::User change_user(Context& context, const Caller& caller, const Id& id, int version,
                         Edit edit);

/// Stores a user without a check of access; the command line and the demo have no caller.
domain::User add_user(Context& context, store::Session& session, const Caller& caller,
                      domain::User user);

bool has_users(Context& context);

void check(Draft<domain::User>& draft);

/// Raises the revision of every account that knows the user: kept pages show the name by it.
void tell_new_name(Context& context, const Id& user);

template <class Edit>
domain::User change_user(Context& context, const Caller& caller, const Id& id, int version,
                         Edit edit) {
  require(context, caller, Permission::signed_in);
  const bool own = caller.user == id;
  if (!own) require(context, caller, Permission::administer);
  long long revision = 0;
  bool renamed = false;
  auto user = context.database.write(store::organisation_ledger(), [&](store::Session& session) {
    revision = 0;
    renamed = false;
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
    revision = record<domain::User>(context, session, caller, &*before, after, "");
    renamed = after.name != before->name;
    if (after.archived_at) {
      store::end_sessions(session, id);
      store::end_calendar(session, id);
    }
    // A link that went to the address before must not let in who reads there, nor an older one
    // whoever is let in again.
    if (after.archived_at || after.email != before->email) end_every_link(session, id);
    // After the rows, as a team does it: nobody waits in a circle.
    store::raise_revision(session, store::access_ledger());
    return after;
  });
  if (revision) context.announce(store::organisation_ledger(), revision);
  if (renamed) tell_new_name(context, id);
  return user;
}

}  // namespace takt::command
