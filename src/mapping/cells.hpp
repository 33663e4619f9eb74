#pragma once
// Described structs as rows: one column per member, the same on SQLite and PostgreSQL. Ids, dates,
// instants and enumerations are text, truth is 0 or 1, lists are JSON text.

#include "mapping/json_write.hpp"
#include "mapping/stored.hpp"

namespace takt::mapping {

/// One value of a row on its way to or from the database.
struct Cell {
  enum class Kind { text, integer, real };
  Kind kind = Kind::text;
  bool null = false;
  std::string text;
  long long integer = 0;
  double real = 0;
};

template <class T>
constexpr Cell::Kind cell_kind() {
  if constexpr (is_optional<T>)
    return cell_kind<typename T::value_type>();
  else if constexpr (std::is_integral_v<T> || is_whole<T>)
    return Cell::Kind::integer;
  else if constexpr (std::is_floating_point_v<T>)
    return Cell::Kind::real;
  else
    return Cell::Kind::text;
}

template <class T>
Cell to_cell(const T& value) {
  Cell cell{.kind = cell_kind<T>()};
  if constexpr (is_optional<T>) {
    if (value) return to_cell(*value);
    cell.null = true;
  } else if constexpr (is_whole<T>) {
    cell.integer = value.value;
  } else if constexpr (std::is_integral_v<T>) {
    cell.integer = value;
  } else if constexpr (std::is_floating_point_v<T>) {
    cell.real = value;
  } else if constexpr (Enum<T>) {
    cell.text = enum_text(value);
  } else if constexpr (is_id<T>) {
    cell.text = value.text;
  } else if constexpr (std::is_same_v<T, RawJson>) {
    cell.text = value.text;
  } else if constexpr (std::is_same_v<T, domain::Date> || std::is_same_v<T, domain::Instant>) {
    cell.text = domain::to_string(value);
  } else if constexpr (is_vector<T> || Struct<T>) {
    cell.text = to_json(value);
  } else {
    cell.text = std::string(value);
  }
  return cell;
}

template <class T>
void from_cell(Cell& cell, T& out) {
  if constexpr (is_optional<T>) {
    if (cell.null)
      out.reset();
    else
      from_cell(cell, out.emplace());
  } else if (cell.null) {
    out = T{};
  } else if constexpr (is_whole<T>) {
    out.value = static_cast<int>(cell.integer);
  } else if constexpr (std::is_integral_v<T>) {
    out = static_cast<T>(cell.integer);
  } else if constexpr (std::is_floating_point_v<T>) {
    out = cell.real;
  } else if constexpr (Enum<T>) {
    out = enum_of<T>(cell.text).value();
  } else if constexpr (is_id<T> || std::is_same_v<T, RawJson>) {
    out.text = std::move(cell.text);
  } else if constexpr (std::is_same_v<T, domain::Date>) {
    out = domain::parse_date(cell.text).value();
  } else if constexpr (std::is_same_v<T, domain::Instant>) {
    out = domain::parse_instant(cell.text).value();
  } else if constexpr (is_vector<T> || Struct<T>) {
    out = cell.text == "[]" ? T{} : from_stored_json<T>(cell.text);
  } else {
    out = std::move(cell.text);
  }
}

/// `"id", "account", …`: the columns of T in the order of its description, quoted because some of
/// the field's terms are reserved words of SQL.
template <class T>
const std::string& columns() {
  static const std::string text = [] {
    std::string out;
    for_each_member<T>([&](std::string_view name, auto) {
      out += (out.empty() ? "\"" : ", \"") + std::string(name) + '"';
    });
    return out;
  }();
  return text;
}

}  // namespace takt::mapping
