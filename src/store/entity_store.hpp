#pragma once
// Rows of any described entity. The columns come from its description, the table is its term.

#include <concepts>
#include <tuple>

#include "domain/account.hpp"
#include "domain/problem.hpp"
#include "store/database.hpp"
#include "store/row_keys.hpp"
#include "store/together.hpp"

namespace takt::store {

using domain::Id;

template <class T>
const std::string& table() {
  static const std::string name = '"' + std::string(T::kTerm) + '"';
  return name;
}

template <class T>
const std::string& select_all() {
  static const std::string sql = "select " + mapping::columns<T>() + " from " + table<T>();
  return sql;
}

template <class T>
Binds binds_of(const T& entity) {
  Binds binds;
  mapping::for_each_member<T>(
      [&](std::string_view name, auto pointer) { binds.push_back(bound(name, entity.*pointer)); });
  return binds;
}

template <class T>
std::optional<T> find(Session& session, const Id& id) {
  const auto key = table<T>() + id.text;
  if (const auto* row = session.remembered<T>(key)) return *row;
  static const ListedSelect select{select_all<T>() + " where id in (", ")"};
  auto rows = rows_of<T>(session, id, select, &T::id);
  if (rows.empty()) return {};
  session.remember(key, rows.front());
  return std::move(rows.front());
}

/// The member that says what T hangs on, as a column.
template <class T>
std::string_view parent_column() {
  std::string_view out;
  mapping::for_each_member<T>([&](std::string_view name, auto pointer) {
    if constexpr (std::same_as<decltype(pointer), std::remove_cv_t<decltype(T::kParent)>>)
      if (pointer == T::kParent) out = name;
  });
  return out;
}

/// A T and what it hangs on, up to its account.
template <class T>
auto no_line() {
  if constexpr (std::same_as<T, domain::Account>)
    return std::tuple<T>{};
  else
    return std::tuple_cat(std::tuple<T>{}, no_line<typename T::Parent>());
}
template <class T>
using Line = decltype(no_line<T>());

template <class T>
void add_line(std::string& columns, std::string& tables) {
  mapping::for_each_member<T>([&](std::string_view name, auto) {
    columns += (columns.empty() ? "" : ", ") + table<T>() + ".\"" + std::string(name) + '"';
  });
  if constexpr (!std::same_as<T, domain::Account>) {
    using Parent = typename T::Parent;
    tables += " join " + table<Parent>() + " on " + table<Parent>() + ".id = " + table<T>() +
              ".\"" + std::string(parent_column<T>()) + '"';
    add_line<Parent>(columns, tables);
  }
}

/// Reads the entity and all that it hangs on in one select, where find() then has them.
template <class T>
void remember_line(Session& session, const Id& id) {
  if (session.remembered<T>(table<T>() + id.text)) return;
  static const std::string sql = [] {
    std::string columns, tables = table<T>();
    add_line<T>(columns, tables);
    return "select " + columns + " from " + tables + " where " + table<T>() + ".id = :id";
  }();
  const auto line = session.row<Line<T>>(sql, {bound("id", id)});
  if (!line) return;
  std::apply(
      [&](const auto&... parts) {
        (session.remember(table<std::remove_cvref_t<decltype(parts)>>() + parts.id.text, parts),
         ...);
      },
      *line);
}

/// The entity that must be there; Problem(not_found) where it is not.
template <class T>
T must_find(Session& session, const Id& id) {
  auto found = find<T>(session, id);
  if (!found) throw domain::Problem::not_found();
  return std::move(*found);
}

/// All of an account, archived ones included, in their order.
template <class T>
std::vector<T> all_of(Session& session, const Id& account) {
  static const ListedSelect select{select_all<T>() + " where account in (",
                                   ") order by position, created_at, id"};
  return rows_of<T>(session, account, select, &T::account);
}

/// Those of an account that are not archived, in their order.
template <class T>
std::vector<T> present_of(Session& session, const Id& account) {
  static const ListedSelect select{select_all<T>() + " where account in (",
                                   ") and archived_at is null order by position, created_at, id"};
  return rows_of<T>(session, account, select, &T::account);
}

/// Those of an account in which `column` is `value`, archived ones not, in their order. What an
/// older version let refer to another account's entry is no part of that account.
template <class T>
std::vector<T> present_where(Session& session, const Id& account, std::string_view column,
                             const Id& value) {
  const std::string sql = select_all<T>() + " where \"" + std::string(column) +
                          "\" = :value and account = :account and archived_at is null"
                          " order by position, created_at, id";
  return session.rows<T>(sql, {bound("value", value), bound("account", account)});
}

/// The same in all accounts: of a user, who belongs to none.
template <class T>
std::vector<T> present_of_user(Session& session, std::string_view column, const Id& user) {
  const std::string sql = select_all<T>() + " where \"" + std::string(column) +
                          "\" = :user and archived_at is null"
                          " order by position, created_at, id";
  return session.rows<T>(sql, {bound("user", user)});
}

template <class T>
void insert(Session& session, const T& entity) {
  static const std::string sql = [] {
    std::string values;
    mapping::for_each_member<T>([&](std::string_view name, auto) {
      values += (values.empty() ? ":" : ", :") + std::string(name);
    });
    return "insert into " + table<T>() + " (" + mapping::columns<T>() + ") values (" + values + ")";
  }();
  session.execute(sql, binds_of(entity));
  if constexpr (requires { put_keys(session, entity); }) put_keys(session, entity);
  session.remember(table<T>() + entity.id.text, entity);
}

/// Writes `entity` over the row that has the version before it. Throws std::logic_error where there
/// is none: whoever holds the ledger's lock and has read the row knows that it is there.
template <class T>
void update(Session& session, const T& entity) {
  static const std::string sql = [] {
    std::string sets;
    mapping::for_each_member<T>([&](std::string_view name, auto) {
      if (name == "id") return;
      sets += (sets.empty() ? "\"" : ", \"") + std::string(name) + "\" = :" + std::string(name);
    });
    return "update " + table<T>() + " set " + sets + " where id = :id and version = :seen";
  }();
  auto binds = binds_of(entity);
  binds.push_back(bound("seen", entity.version - 1));
  if (session.execute(sql, binds) != 1)
    throw std::logic_error("no row to update: " + std::string(T::kTerm) + " " + entity.id.text);
  if constexpr (requires { put_keys(session, entity); }) put_keys(session, entity);
  session.remember(table<T>() + entity.id.text, entity);
}

/// Writes the entity's place among its siblings, which is no new version of it.
template <class T>
void put_position(Session& session, const T& entity) {
  static const std::string sql =
      "update " + table<T>() + " set position = :position where id = :id";
  session.execute(sql, {bound("position", entity.position), bound("id", entity.id)});
  session.remember(table<T>() + entity.id.text, entity);
}

template <class T>
int next_position(Session& session, const Id& account) {
  static const std::string sql =
      "select coalesce(max(position), 0) + 1 from " + table<T>() + " where account = :account";
  return session.value<int>(sql, {bound("account", account)}).value_or(1);
}

}  // namespace takt::store
