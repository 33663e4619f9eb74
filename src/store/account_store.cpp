#include "store/account_store.hpp"

#include "store/id_list.hpp"

namespace takt::store {

using domain::Account;
using domain::TeamRole;
using domain::User;

std::vector<Account> accounts(Session& session, const AccountFilter& filter) {
  auto sql = select_all<Account>() + " where 1 = 1";
  Binds binds;
  if (!filter.archived) sql += " and archived_at is null";
  if (filter.parents) sql += " and id in (select parent from account where archived_at is null)";
  if (filter.user) {
    sql += R"(
      and id in (
        select account
        from team_member
        where "user" = :user and archived_at is null)";
    sql += filter.contributing ? " and role in ('manager', 'member'))" : ")";
    binds.push_back(bound("user", *filter.user));
  }
  return session.rows<Account>(sql + " order by sort_key, id", binds);
}

std::vector<NamedId> account_names(Session& session, const Id& user) {
  static const auto sql = R"(
      select id, name
      from account
      where archived_at is null and id in )" +
                          std::string(kAccountsOfUser) + R"(
      order by sort_key, id)";
  return session.rows<NamedId>(sql, {bound("user", user)});
}

bool id_taken(Session& session, const Id& id) {
  return session
      .value<Id>(R"(
      select id
      from ledger
      where id = :id
      union all
      select entity_id
      from "change"
      where entity_id = :entity
      limit 1)",
                 {bound("id", id), bound("entity", id)})
      .has_value();
}

std::optional<std::string> created_as(Session& session, const Id& account, const Id& user) {
  return session.value<std::string>(
      R"(
      select after
      from "change"
      where ledger = :ledger and entity_id = :entity and action = 'created' and by_user = :user)",
      {bound("ledger", account), bound("entity", account), bound("user", user)});
}

std::optional<Id> account_with_code(Session& session, std::string_view code) {
  return session.value<Id>("select id from account where code = :code", {bound("code", code)});
}

bool code_taken(Session& session, std::string_view code, const Id& account) {
  return session
      .value<Id>(R"(
      select id
      from account
      where code = :code and id <> :id)",
                 {bound("code", code), bound("id", account)})
      .has_value();
}

bool external_id_taken(Session& session, std::string_view external_id, const Id& account) {
  return session
      .value<Id>(R"(
      select id
      from account
      where external_id = :external_id and id <> :id and archived_at is null)",
                 {bound("external_id", external_id), bound("id", account)})
      .has_value();
}

bool is_or_stands_above(Session& session, const Id& account, const Id& other) {
  return session
      .value<Id>(R"(
      with recursive line as (
        select id, parent
        from account
        where id = :other
        union
        select above.id, above.parent
        from account above
        join line on above.id = line.parent)
      select id
      from line
      where id = :account)",
                 {bound("other", other), bound("account", account)})
      .has_value();
}

std::vector<SeenAccount> seen_accounts(Session& session, const std::optional<Id>& user,
                                       std::span<const Id> ids) {
  std::vector<SeenAccount> out;
  for_each_list(ids, [&](IdList list) {
    auto sql = "select id, name, archived_at from account where id in (" + list.names + ")";
    if (user) {
      sql += std::string(" and id in ") + kAccountsOfUser;
      list.binds.push_back(bound("user", *user));
    }
    auto rows = session.rows<SeenAccount>(sql, list.binds);
    out.insert(out.end(), std::make_move_iterator(rows.begin()),
               std::make_move_iterator(rows.end()));
  });
  return out;
}

int count_hidden_below(Session& session, const Id& parent, const Id& user) {
  static const auto sql = R"(
      select count(*)
      from account
      where archived_at is null and id <> :self and id in )" +
                          std::string(kFamily) + " and id not in " + kAccountsOfUser;
  return session
      .value<int>(sql, {bound("self", parent), bound("parent", parent), bound("user", user)})
      .value_or(0);
}

std::optional<TeamRole> team_role(Session& session, const Id& account, const Id& user) {
  return session.value<TeamRole>(R"(
      select t.role
      from team_member t
      join "user" u on u.id = t."user" and u.archived_at is null
      where t."user" = :user and t.account = :account and t.archived_at is null)",
                                 {bound("user", user), bound("account", account)});
}

Standing standing(Session& session, const Id& account, const Id& user) {
  return session
      .row<Standing>(R"(
      select 1 as is_account, t.role
      from account a
      left join team_member t
        on t.account = a.id and t."user" = :user and t.archived_at is null
      where a.id = :account)",
                     {bound("user", user), bound("account", account)})
      .value_or(Standing{});
}

bool on_team_already(Session& session, const Id& account, const Id& user, const Id& member) {
  return session
      .value<Id>(R"(
      select id
      from team_member
      where "user" = :user and account = :account and id <> :id)",
                 {bound("user", user), bound("account", account), bound("id", member)})
      .has_value();
}

bool has_other_manager(Session& session, const Id& account, const Id& member) {
  return session
             .value<int>(R"(
      select count(*)
      from team_member t
      join "user" u on u.id = t."user" and u.archived_at is null
      where t.account = :account and t.role = 'manager' and t.archived_at is null and t.id <> :id)",
                         {bound("account", account), bound("id", member)})
             .value_or(0) > 0;
}

std::vector<TeamRow> team(Session& session, const Id& account) {
  return session.rows<TeamRow>(R"(
      select t.id as member, t.version, u.id as "user", u.name, t.role
      from team_member t
      join "user" u on u.id = t."user" and u.archived_at is null
      where t.account = :account and t.archived_at is null
      order by t.position, t.created_at, t.id)",
                               {bound("account", account)});
}

std::vector<User> team_users(Session& session, const Id& account) {
  static const auto sql = select_all<User>() + R"(
      where archived_at is null and id in (
        select "user"
        from team_member
        where account = :account and archived_at is null))";
  return session.rows<User>(sql, {bound("account", account)});
}

std::vector<ManagerRow> managers(Session& session, std::span<const Id> accounts) {
  std::vector<ManagerRow> out;
  for_each_list(accounts, [&](const IdList& list) {
    auto rows = session.rows<ManagerRow>(R"(
      select t.account, u.name
      from team_member t
      join "user" u on u.id = t."user"
      where t.role = 'manager' and t.archived_at is null and t.account in ()" +
                                             list.names + R"()
      order by t.position, t.created_at, t.id)",
                                         list.binds);
    out.insert(out.end(), std::make_move_iterator(rows.begin()),
               std::make_move_iterator(rows.end()));
  });
  return out;
}

}  // namespace takt::store
