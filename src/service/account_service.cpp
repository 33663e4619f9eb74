#include "service/account_service.hpp"

#include <set>

#include "service/portfolio_service.hpp"

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
  auto made = context.database.write(store::organisation_ledger(), [&](store::Session& session) {
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
    add_portfolio_line(session, account.id, now);
    return account;
  });
  if (!revision) return get<Account>(context, caller, made.id);
  context.announce(made.id, revision);
  return made;
}

std::vector<Account> visible_accounts(Context& context, const Caller& caller, Accounts which) {
  require(context, caller, Permission::signed_in);
  const bool contributed = which == Accounts::contributed_to;
  std::string where = which == Accounts::with_archived ? "1 = 1" : "archived_at is null";
  store::Binds binds;
  if (contributed || caller.role != OrganisationRole::head) {
    where +=
        " and id in (select account from team_member where \"user\" = :user and archived_at is "
        "null";
    where += contributed ? " and role in ('manager', 'member'))" : ")";
    binds.push_back(store::bound("user", caller.user));
  }
  return context.database.peek([&](store::Session& session) {
    return session.rows<Account>(
        store::select_all<Account>() + " where " + where + " order by name", binds);
  });
}

AccountPermissions permissions(Context& context, const Caller& caller, const Id& account) {
  require(context, caller, Permission::see, account);
  const auto team = team_role(context, caller, account);
  return {allowed(Permission::contribute, caller.role, team),
          allowed(Permission::manage, caller.role, team)};
}

std::vector<User> users(Context& context, const Caller& caller, bool archived) {
  require(context, caller, Permission::signed_in);
  return context.database.peek([&](store::Session& session) {
    return session.rows<User>(store::select_all<User>() +
                              (archived ? "" : " where archived_at is null") + " order by name");
  });
}

namespace {

/// The ids that the changes' states have as values, and of whoever wrote them.
std::set<Id> mentioned_in(const std::vector<store::Change>& changes) {
  static constexpr std::size_t kLength = 36;
  std::set<Id> out;
  for (const auto& change : changes) {
    if (change.by_user) out.insert(*change.by_user);
    for (const std::string_view text : {change.before.text, change.after.text})
      for (auto at = text.find('"'); at != text.npos; at = text.find('"', at + 1))
        if (const auto id = parse_id(text.substr(at + 1, kLength))) out.insert(*id);
  }
  return out;
}

/// No name where `id` belongs to another ledger: whoever reads this one may not see that.
std::optional<std::string> name_of(store::Session& session, const Id& ledger, const Id& id) {
  if (auto user = session.value<std::string>("select name from \"user\" where id = :id",
                                             {store::bound("id", id)}))
    return user;
  // Every other entity was created by a change that knows its title.
  return session.value<std::string>(
      "select title from \"change\" where entity_id = :id and ledger = :ledger and action = "
      "'created'",
      {store::bound("id", id), store::bound("ledger", ledger)});
}

}  // namespace

ActivityPage activity(Context& context, const Caller& caller, const Id& ledger,
                      store::ChangeFilter filter) {
  const bool of_account = ledger != store::organisation_ledger();
  require(context, caller, of_account ? Permission::see : Permission::administer,
          of_account ? std::optional(ledger) : std::nullopt);
  filter.limit = std::clamp(filter.limit, 1, 200);
  return context.database.read([&](store::Session& session) {
    ActivityPage page;
    page.changes = store::changes(session, ledger, filter);
    for (const auto& id : mentioned_in(page.changes))
      if (auto name = name_of(session, ledger, id)) page.names.push_back({id, std::move(*name)});
    return page;
  });
}

}  // namespace takt::service
