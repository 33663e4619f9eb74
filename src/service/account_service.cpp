#include "service/account_service.hpp"

namespace takt::service {

using namespace domain;

Account create_account(Context& context, const Caller& caller, Account fields,
                       const std::optional<Id>& id, const std::optional<Id>& manager) {
  require(context, caller, Permission::steer);
  const auto now = context.now();
  fields.id = id.value_or(new_id(now));
  fields.account = fields.id;
  fields.created_at = now;
  long long revision = 0;
  auto made = context.database.write([&](store::Session& session) {
    revision = 0;
    if (auto same = store::find<Account>(session, fields.id)) return *same;
    Account account = fields;
    Draft<Account> draft{context, session, caller, date_of(now), nullptr, account, ""};
    judge(draft);
    store::open_ledger(session, account.id);
    store::insert(session, account);
    record<Account>(context, session, caller, nullptr, account, "");
    TeamMember member;
    member.id = new_id(now);
    member.account = account.id;
    member.created_at = now;
    member.user = manager.value_or(caller.user);
    member.role = TeamRole::manager;
    member.since = date_of(now);
    Draft<TeamMember> first{context, session, caller, date_of(now), nullptr, member, ""};
    judge(first);
    store::insert(session, member);
    revision = record<TeamMember>(context, session, caller, nullptr, member, "");
    return account;
  });
  if (!revision) return get<Account>(context, caller, made.id);
  context.announce(made.id, revision);
  return made;
}

std::vector<Account> visible_accounts(Context& context, const Caller& caller, bool archived) {
  require(context, caller, Permission::signed_in);
  const std::string shown = archived ? " order by name" : " and archived_at is null order by name";
  return context.database.peek([&](store::Session& session) {
    if (caller.role == OrganisationRole::head)
      return session.rows<Account>(store::select_all<Account>() + " where 1 = 1" + shown);
    return session.rows<Account>(
        store::select_all<Account>() +
            " where id in (select account from team_member where \"user\" = :user and archived_at "
            "is null)" +
            shown,
        {store::bound("user", caller.user)});
  });
}

std::vector<User> users(Context& context, const Caller& caller, bool archived) {
  require(context, caller, Permission::signed_in);
  return context.database.peek([&](store::Session& session) {
    return session.rows<User>(store::select_all<User>() +
                              (archived ? "" : " where archived_at is null") + " order by name");
  });
}

ActivityPage activity(Context& context, const Caller& caller, const Id& account,
                      store::ChangeFilter filter) {
  require(context, caller, Permission::see, account);
  filter.limit = std::clamp(filter.limit, 1, 200);
  return context.database.read([&](store::Session& session) {
    ActivityPage page;
    page.changes = store::changes(session, account, filter);
    // Every entity of the account was created by a change that knows its title.
    page.names = session.rows<NamedId>(
        "select entity_id, title from \"change\" where ledger = :ledger and action = 'created'",
        {store::bound("ledger", account)});
    for (const auto& user : session.rows<NamedId>("select id, name from \"user\""))
      page.names.push_back(user);
    std::string mentioned;
    for (const auto& change : page.changes) mentioned += change.before.text + change.after.text;
    std::erase_if(page.names, [&](const NamedId& named) {
      return mentioned.find(named.id.text) == std::string::npos;
    });
    return page;
  });
}

}  // namespace takt::service
