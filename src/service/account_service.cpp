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
    Draft<Account> draft{session, caller, date_of(now), nullptr, account, ""};
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
    Draft<TeamMember> first{session, caller, date_of(now), nullptr, member, ""};
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

std::vector<User> users(Context& context, const Caller& caller) {
  require(context, caller, Permission::signed_in);
  return context.database.peek([&](store::Session& session) {
    return session.rows<User>(store::select_all<User>() +
                              " where archived_at is null order by name");
  });
}

std::vector<store::Change> activity(Context& context, const Caller& caller, const Id& account,
                                    const std::optional<Id>& entity, long long before, int limit) {
  require(context, caller, Permission::see, account);
  return context.database.peek([&](store::Session& session) {
    return store::changes(session, account, entity, before, std::clamp(limit, 1, 200));
  });
}

}  // namespace takt::service
