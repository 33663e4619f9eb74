#include "store/row_keys.hpp"

#include "domain/text.hpp"
#include "store/search_store.hpp"

namespace takt::store {

using domain::Account;
using domain::Id;
using domain::User;

namespace {

struct AccountKeys {
  Id id;
  std::string name;
  std::string code;
  std::string industry;
  std::string external_id;
  std::string search_key;
  std::string sort_key;
};
BOOST_DESCRIBE_STRUCT(AccountKeys, (),
                      (id, name, code, industry, external_id, search_key, sort_key))

struct UserKeys {
  Id id;
  std::string name;
  std::string email;
  std::string sort_key;
  std::string email_key;
};
BOOST_DESCRIBE_STRUCT(UserKeys, (), (id, name, email, sort_key, email_key))

AccountKeys keys_of(AccountKeys row) {
  row.search_key =
      domain::search_key(row.name + ' ' + row.code + ' ' + row.industry + ' ' + row.external_id);
  row.sort_key = domain::sort_key(row.name);
  return row;
}

UserKeys keys_of(UserKeys row) {
  row.sort_key = domain::sort_key(row.name);
  row.email_key = domain::email_key(row.email);
  return row;
}

void keep(Session& session, const AccountKeys& row) {
  session.execute(
      R"(
      update account
      set search_key = :search, sort_key = :sort
      where id = :id)",
      {bound("search", row.search_key), bound("sort", row.sort_key), bound("id", row.id)});
}

void keep(Session& session, const UserKeys& row) {
  session.execute(
      R"(
      update "user"
      set sort_key = :sort, email_key = :email
      where id = :id)",
      {bound("sort", row.sort_key), bound("email", row.email_key), bound("id", row.id)});
}

template <class Keys>
int refresh(Session& session, const std::string& sql) {
  int touched = 0;
  for (const auto& row : session.rows<Keys>(sql)) {
    const auto now = keys_of(row);
    if (mapping::to_json(now) == mapping::to_json(row)) continue;
    keep(session, now);
    ++touched;
  }
  return touched;
}

}  // namespace

void put_keys(Session& session, const Account& account) {
  keep(session, keys_of(AccountKeys{account.id, account.name, account.code, account.industry,
                                    account.external_id}));
  put_search_text(session, account);
}

void put_keys(Session& session, const User& user) {
  keep(session, keys_of(UserKeys{user.id, user.name, user.email}));
}

int refresh_keys(Session& session) {
  return refresh<AccountKeys>(session, R"(
      select id, name, code, industry, external_id, search_key, sort_key
      from account)") +
         refresh<UserKeys>(session, R"(
      select id, name, email, sort_key, email_key
      from "user")") +
         refresh_search_texts(session);
}

}  // namespace takt::store
