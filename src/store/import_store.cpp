#include "store/import_store.hpp"

namespace takt::store {

using domain::Import;

std::vector<Import> imports_of(Session& session, const Id& account) {
  static const auto sql = select_all<Import>() + R"(
      where account = :account
      order by first_revision desc)";
  return session.rows<Import>(sql, {bound("account", account)});
}

std::vector<Change> changes_by(Session& session, const Import& import) {
  static const auto sql = "select " + mapping::columns<Change>() + R"(
      from "change"
      where ledger = :ledger and revision between :first and :last
      order by revision desc)";
  return session.rows<Change>(
      sql, {bound("ledger", import.account), bound("first", import.first_revision),
            bound("last", import.last_revision)});
}

std::vector<std::string> changed_since(Session& session, const Import& import) {
  return session.values<std::string>(
      R"(
      select distinct done.title
      from "change" done
      join "change" later on later.ledger = done.ledger and later.revision > :last
        and (later.entity_id = done.entity_id or later.parent_id = done.entity_id)
      where done.ledger = :ledger and done.revision between :first and :until
        and not exists (
          select 1 from "import" undone
          where undone.account = :account and undone.first_revision > :last
            and undone.undone_at is not null
            and (later.revision between undone.first_revision and undone.last_revision
              or later.revision between undone.undo_first_revision and undone.undo_last_revision))
      order by done.title
      limit 20)",
      {bound("last", import.last_revision), bound("ledger", import.account),
       bound("first", import.first_revision), bound("until", import.last_revision),
       bound("account", import.account)});
}

std::vector<CreatedAccount> accounts_created_by(Session& session, const Id& user) {
  return session.rows<CreatedAccount>(R"(
      select a.id, c.after as told
      from account a
      join "change" c on c.ledger = a.id and c.entity_id = a.id and c.action = 'created'
      where c.by_user = :user and a.archived_at is null)",
                                      {bound("user", user)});
}

}  // namespace takt::store
