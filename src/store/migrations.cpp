#include "store/migrations.hpp"

#include <stdexcept>

#include "store/row_keys.hpp"

namespace takt::store {
namespace {

/// Statements end with a semicolon at the end of a line; comments stand on lines of their own.
std::vector<std::string> statements(std::string_view sql) {
  std::vector<std::string> out;
  std::string statement;
  while (!sql.empty()) {
    const auto end = sql.find('\n');
    const auto line = sql.substr(0, end);
    sql = end == sql.npos ? std::string_view{} : sql.substr(end + 1);
    if (line.starts_with("--")) continue;
    statement += line;
    statement += '\n';
    if (!line.ends_with(';')) continue;
    statement.erase(statement.rfind(';'));
    out.push_back(std::move(statement));
    statement.clear();
  }
  return out;
}

}  // namespace

int migrate_to(Session& session, int step) {
  session.run(
      "create table if not exists schema_version (number integer primary key, name text not null)");
  const int have = schema_version(session);
  int made = 0;
  for (const auto& migration : migrations()) {
    if (migration.number <= have || migration.number > step) continue;
    for (const auto& statement : statements(migration.sql)) session.run(statement);
    session.execute(
        "insert into schema_version (number, name) values (:number, :name)",
        {bound("number", migration.number), bound("name", std::string(migration.name))});
    ++made;
  }
  return made;
}

int migrate(Database& database) {
  return database.write_apart([&](Session& session) {
    if (!session.is_sqlite()) session.run("select pg_advisory_xact_lock(7254685)");
    const int known = migrations().back().number;
    const int made = migrate_to(session, known);
    if (const int have = schema_version(session); have > known)
      throw std::runtime_error("The database has step " + std::to_string(have) +
                               ", this program knows only " + std::to_string(known) +
                               ". Please install the newer program again.");
    refresh_keys(session);
    return made;
  });
}

bool is_new(Session& session) {
  return session.value<int>(session.is_sqlite()
                                ? "select count(*) from sqlite_master where name = 'schema_version'"
                                : "select count(*) from pg_class where oid = "
                                  "to_regclass('schema_version')") == 0;
}

bool is_new(Database& database) {
  return database.peek([](Session& session) { return is_new(session); });
}

int schema_version(Session& session) {
  return session.value<int>("select coalesce(max(number), 0) from schema_version").value_or(0);
}

int schema_version(Database& database) {
  return database.peek([](Session& session) { return schema_version(session); });
}

}  // namespace takt::store
