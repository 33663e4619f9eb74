#pragma once
// Accounts and who is on their teams.

#include <span>

#include "domain/account.hpp"
#include "domain/team_member.hpp"
#include "domain/user.hpp"
#include "store/entity_store.hpp"
#include "store/named_id.hpp"

namespace takt::store {

/// The accounts whose team `:user` is on, for `in`.
inline constexpr const char* kAccountsOfUser = R"((
        select account
        from team_member
        where "user" = :user and archived_at is null))";

/// All accounts that are there, for `in`.
inline constexpr const char* kPresentAccounts = R"((
        select id
        from account
        where archived_at is null))";

/// The account `:parent` and those below it, for `in`: its children and theirs, archived ones too.
/// A circle, which the rules keep out, is gone around once.
inline constexpr const char* kFamily = R"((
        with recursive family as (
          select id
          from account
          where id = :parent
          union
          select child.id
          from account child
          join family on child.parent = family.id)
        select id
        from family))";

/// Which accounts are wanted; what is empty does not narrow them.
struct AccountFilter {
  std::optional<Id> user{};   ///< whose team the user is on
  bool contributing = false;  ///< as somebody who writes the plan; needs `user`
  bool archived = false;      ///< archived ones too
  bool parents = false;       ///< below which present ones stand
};

/// By name.
std::vector<domain::Account> accounts(Session& session, const AccountFilter& filter);

/// The names of the present accounts whose team the user is on, in their order.
std::vector<NamedId> account_names(Session& session, const Id& user);

/// Whether anything has the id: a ledger, or what was ever created in one.
bool id_taken(Session& session, const Id& id);

/// What `user` created the account as, in JSON; no value where they did not.
std::optional<std::string> created_as(Session& session, const Id& account, const Id& user);

/// The account with the code, archived or not.
std::optional<Id> account_with_code(Session& session, std::string_view code);

/// Whether an account other than `account` has the code.
bool code_taken(Session& session, std::string_view code, const Id& account);

/// Whether a present account other than `account` has that id in the CRM or ERP.
bool external_id_taken(Session& session, std::string_view external_id, const Id& account);

/// Whether `account` is `other` or stands above it, be it archived.
bool is_or_stands_above(Session& session, const Id& account, const Id& other);

/// An account as somebody sees it who reads another one.
struct SeenAccount {
  Id id;
  std::string name;
  std::optional<domain::Instant> archived_at;
};
BOOST_DESCRIBE_STRUCT(SeenAccount, (), (id, name, archived_at))

/// Those of the `ids` that are accounts whose team the user is on, archived ones too; without a
/// user all that are accounts.
std::vector<SeenAccount> seen_accounts(Session& session, const std::optional<Id>& user,
                                       std::span<const Id> ids);

/// How many present accounts stand below `parent` whose team the user is not on.
int count_hidden_below(Session& session, const Id& parent, const Id& user);

/// What the user is on the account's team; no value where they are not on it or
/// archived.
std::optional<domain::TeamRole> team_role(Session& session, const Id& account, const Id& user);

/// What somebody is in an account.
struct Standing {
  bool is_account = false;               ///< else there is no such account
  std::optional<domain::TeamRole> role;  ///< no value outside of its team
};
BOOST_DESCRIBE_STRUCT(Standing, (), (is_account, role))

Standing standing(Session& session, const Id& account, const Id& user);

/// Whether the user is or was on the team as a member other than `member`.
bool on_team_already(Session& session, const Id& account, const Id& user, const Id& member);

/// Whether the account has a key account manager besides `member`.
bool has_other_manager(Session& session, const Id& account, const Id& member);

struct TeamRow {
  Id member;
  int version = 0;
  Id user;
  std::string name;
  domain::TeamRole role = domain::TeamRole::member;
};
BOOST_DESCRIBE_STRUCT(TeamRow, (), (member, version, user, name, role))

/// The account's team in its order.
std::vector<TeamRow> team(Session& session, const Id& account);

/// The users on the account's team.
std::vector<domain::User> team_users(Session& session, const Id& account);

/// A key account manager's name.
struct ManagerRow {
  Id account;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ManagerRow, (), (account, name))

/// The key account managers of several accounts, each account's in the order of its team.
std::vector<ManagerRow> managers(Session& session, std::span<const Id> accounts);

}  // namespace takt::store
