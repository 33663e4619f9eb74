#include "store/dump.hpp"

#include <array>
#include <boost/json/parse.hpp>
#include <istream>
#include <map>
#include <ostream>
#include <set>

#include "store/change_log.hpp"
#include "store/migrations.hpp"
#include "store/row_keys.hpp"
#include "store/sha256.hpp"

namespace takt::store {

namespace json = boost::json;
using mapping::Cell;

namespace {

/// Made from the other rows (row_keys.hpp, command/housekeeping.hpp), or by the migrations.
constexpr std::array kMadeAnew{"portfolio_detail", "portfolio_line", "schema_version",
                               "search_edition",   "search_tag",     "search_text"};

struct ColumnOfTable {
  std::string name;
  std::string type;
  int key = 0;  ///< its place in the primary key, from 1; 0: none
};
BOOST_DESCRIBE_STRUCT(ColumnOfTable, (), (name, type, key))

struct Table {
  std::string name;
  std::vector<ColumnOfTable> columns;
};

std::string in_quotes(std::string_view name) { return '"' + std::string(name) + '"'; }

std::vector<Table> tables(Session& session) {
  std::vector<Table> out;
  for (auto& name : session.values<std::string>(session.is_sqlite() ? R"(
      select name
      from sqlite_master
      where type = 'table' and name not like 'sqlite_%'
      order by name)"
                                                                    : R"(
      select relname::text
      from pg_class
      where relkind = 'r' and relnamespace = current_schema()::regnamespace
      order by relname::text collate "C")")) {
    if (std::ranges::find(kMadeAnew, name) != kMadeAnew.end()) continue;
    auto columns = session.rows<ColumnOfTable>(session.is_sqlite() ? R"(
      select name, lower(type) as type, pk as key
      from pragma_table_info(:table)
      order by name)"
                                                                   : R"(
      select attname::text as name, format_type(atttypid, atttypmod) as type,
             coalesce(array_position(indkey::smallint[], attnum), -1) + 1 as key
      from pg_attribute
      left join pg_index on indrelid = attrelid and indisprimary
      where attrelid = (quote_ident(current_schema()) || '.' || quote_ident(:table))::regclass
        and attnum > 0 and not attisdropped
      order by attname::text collate "C")",
                                               {bound("table", name)});
    out.push_back({std::move(name), std::move(columns)});
  }
  return out;
}

Cell::Kind kind_of(const ColumnOfTable& column) {
  if (column.type == "text") return Cell::Kind::text;
  if (column.type == "integer" || column.type == "bigint") return Cell::Kind::integer;
  if (column.type == "double precision") return Cell::Kind::real;
  throw std::logic_error("a dump knows no column of the type " + column.type);
}

std::string listed(const std::vector<ColumnOfTable>& columns) {
  std::string out;
  for (const auto& column : columns) out += (out.empty() ? "" : ", ") + in_quotes(column.name);
  return out;
}

std::string select_in_order(const Table& table, bool sqlite) {
  std::vector<std::string> keys;
  for (std::size_t place = 1; place <= table.columns.size(); ++place)
    for (const auto& column : table.columns)
      if (column.key == static_cast<int>(place))
        keys.push_back(in_quotes(column.name) +
                       (sqlite || kind_of(column) != Cell::Kind::text ? "" : R"( collate "C")"));
  std::string order;
  for (const auto& key : keys) order += (order.empty() ? " order by " : ", ") + key;
  return "select " + listed(table.columns) + " from " + in_quotes(table.name) + order;
}

/// Each row in its turn. libpq hands all rows of a select over at once, whatever their number; of a
/// cursor it hands over what is fetched.
void each_row(Session& session, const Table& table, const Session::OnRow& on_row) {
  std::vector<Cell::Kind> kinds;
  for (const auto& column : table.columns) kinds.push_back(kind_of(column));
  const auto select = select_in_order(table, session.is_sqlite());
  if (session.is_sqlite()) return session.each_row(select, kinds, on_row);
  const auto cursor = in_quotes("dump_" + table.name);
  session.run("declare " + cursor + " no scroll cursor for " + select);
  for (bool more = true; more;) {
    more = false;
    session.each_row("fetch 1000 from " + cursor, kinds, [&](std::vector<Cell>& cells) {
      more = true;
      on_row(cells);
    });
  }
  session.run("close " + cursor);
}

void write_cell(std::string& out, const Cell& cell) {
  if (cell.null)
    out += "null";
  else if (cell.kind == Cell::Kind::integer)
    mapping::write_json(out, cell.integer);
  else if (cell.kind == Cell::Kind::real)
    mapping::write_json(out, cell.real);
  else
    mapping::write_json(out, cell.text);
}

struct Beginning {
  std::string takt = "dump";
  int step = 0;
  domain::Instant at;
};
BOOST_DESCRIBE_STRUCT(Beginning, (), (takt, step, at))

struct Tail {
  long long rows = 0;
  std::string sha256;
};
BOOST_DESCRIBE_STRUCT(Tail, (), (rows, sha256))

/// Reads lines, and says which one is wrong.
class Lines {
 public:
  explicit Lines(std::istream& in) : in_(in) {}
  bool next() {
    ++number_;
    return static_cast<bool>(std::getline(in_, text_));
  }
  const std::string& text() const { return text_; }
  [[noreturn]] void wrong(const std::string& what) const {
    throw std::runtime_error("Line " + std::to_string(number_) + " of the dump " + what);
  }
  json::object object() const {
    std::error_code error;
    auto value = json::parse(text_, error);
    if (error || !value.is_object()) wrong("is no object of JSON.");
    return std::move(value.get_object());
  }

 private:
  std::istream& in_;
  std::string text_;
  long long number_ = 0;
};

Cell cell_of(const Lines& lines, const ColumnOfTable& column, const json::value& value) {
  Cell cell{.kind = kind_of(column)};
  if (value.is_null())
    cell.null = true;
  else if (cell.kind == Cell::Kind::text && value.is_string())
    cell.text = value.get_string();
  else if (cell.kind == Cell::Kind::integer && value.is_int64())
    cell.integer = value.get_int64();
  else if (cell.kind == Cell::Kind::real && value.is_number())
    cell.real = value.to_number<double>();
  else
    lines.wrong("has no " + column.type + " in \"" + column.name + "\".");
  return cell;
}

/// Takes rows into tables that it has emptied.
class Taker {
 public:
  Taker(Session& session, const Lines& lines) : session_(session), lines_(lines) {
    for (auto& table : tables(session)) {
      session.run("delete from " + in_quotes(table.name));
      std::string values;
      for (const auto& column : table.columns)
        values += (values.empty() ? ":" : ", :") + column.name;
      auto name = table.name;
      auto sql = "insert into " + in_quotes(name) + " (" + listed(table.columns) + ") values (" +
                 values + ")";
      inserts_.emplace(std::move(name), Insert{std::move(table.columns), std::move(sql)});
    }
  }
  void take(const json::object& line) {
    if (line.size() != 1 || !line.begin()->value().is_object())
      lines_.wrong("is no row of a table.");
    const auto insert = inserts_.find(line.begin()->key());
    if (insert == inserts_.end())
      lines_.wrong("is of a table that its step does not have: \"" +
                   std::string(line.begin()->key()) + "\".");
    const auto& row = line.begin()->value().get_object();
    const auto& [columns, sql] = insert->second;
    Binds binds;
    for (const auto& column : columns) {
      const auto* value = row.if_contains(column.name);
      if (!value) lines_.wrong("lacks \"" + column.name + "\".");
      binds.emplace_back(column.name, cell_of(lines_, column, *value));
    }
    if (row.size() != columns.size()) lines_.wrong("has a column that its step does not have.");
    try {
      session_.execute(sql, binds);
    } catch (const Unavailable&) {
      throw;
    } catch (const std::runtime_error&) {
      lines_.wrong("is refused by the database: it is there twice, or breaks a rule of its table.");
    }
  }

 private:
  struct Insert {
    std::vector<ColumnOfTable> columns;
    std::string sql;
  };
  Session& session_;
  const Lines& lines_;
  std::map<std::string, Insert, std::less<>> inserts_;
};

struct Reference {
  std::string table;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Reference, (), (table, name))

/// References are looked at when all rows are there: the order of the lines knows none.
void hold_references_back(Session& session) {
  if (session.is_sqlite()) return session.run("pragma defer_foreign_keys = on");
  for (const auto& reference : session.rows<Reference>(R"(
      select conrelid::regclass::text as "table", quote_ident(conname::text) as name
      from pg_constraint
      where contype = 'f' and connamespace = current_schema()::regnamespace)"))
    session.run("alter table " + reference.table + " alter constraint " + reference.name +
                " deferrable initially deferred");
}

void look_at_references(Session& session) {
  if (session.is_sqlite()) {
    for (const auto& table :
         session.values<std::string>(R"(select "table" from pragma_foreign_key_check limit 1)"))
      throw std::runtime_error("A row of \"" + table + "\" refers to what the dump does not hold.");
    return;
  }
  try {
    session.run("set constraints all immediate");
  } catch (const Violation&) {
    throw std::runtime_error("A row refers to what the dump does not hold.");
  }
  for (const auto& reference : session.rows<Reference>(R"(
      select conrelid::regclass::text as "table", quote_ident(conname::text) as name
      from pg_constraint
      where contype = 'f' and condeferrable and connamespace = current_schema()::regnamespace)"))
    session.run("alter table " + reference.table + " alter constraint " + reference.name +
                " not deferrable");
}

Dump take_lines(Session& session, std::istream& in) {
  Lines lines(in);
  if (!lines.next()) lines.wrong("is missing: the file is empty or can't be read.");
  Beginning head;
  try {
    head = mapping::from_stored_json<Beginning>(lines.text());
  } catch (const std::exception&) {
    head.takt.clear();
  }
  if (head.takt != "dump") lines.wrong("does not say that it is one of Takt's.");
  const int newest = migrations().back().number;
  if (head.step > newest)
    throw std::runtime_error("The dump has step " + std::to_string(head.step) +
                             " of the database, this Takt knows " + std::to_string(newest) +
                             ": take a newer Takt.");
  migrate_to(session, head.step);
  hold_references_back(session);
  Taker taker(session, lines);
  Dump out{.step = head.step};
  Sha256 sum;
  while (lines.next()) {
    const auto line = lines.object();
    if (line.contains("sha256")) {
      const auto tail = mapping::from_stored_json<Tail>(lines.text());
      out.sha256 = sum.digits();
      if (tail.rows != out.rows || tail.sha256 != out.sha256)
        lines.wrong("says another number or sum of rows than were read: something was changed.");
      look_at_references(session);
      return out;
    }
    taker.take(line);
    sum.add(lines.text());
    sum.add("\n");
    ++out.rows;
  }
  lines.wrong("is missing: the dump is cut off.");
}

}  // namespace

namespace {

/// Once: a stream can't be gone through again where the database was lost on the way, as what
/// happens in a transaction is otherwise.
class FirstTry {
 public:
  void begin() {
    if (begun_) throw Unavailable("The connection to the database was lost on the way.");
    begun_ = true;
  }

 private:
  bool begun_ = false;
};

Dump load_into(Session& session, std::istream& in) {
  if (!is_new(session))
    throw std::runtime_error(
        "Takt's tables are in that database already: a dump is loaded into an "
        "empty one only.");
  const auto out = take_lines(session, in);
  migrate_to(session, migrations().back().number);
  refresh_keys(session);
  if (const auto broken = verify_chains(session); !broken.empty())
    throw std::runtime_error("The dump's change log is damaged: " + broken.front());
  return out;
}

}  // namespace

Dump dump(Database& database, domain::Instant now, std::ostream& out) {
  FirstTry first;
  return database.read([&](Session& session) {
    first.begin();
    Dump made{.step = schema_version(session)};
    Sha256 sum;
    out << mapping::to_json(Beginning{.step = made.step, .at = now}) << '\n';
    std::string line;
    for (const auto& table : tables(session)) {
      const auto begin = '{' + in_quotes(table.name) + ":{";
      each_row(session, table, [&](std::vector<Cell>& cells) {
        line = begin;
        for (std::size_t i = 0; i < cells.size(); ++i) {
          line += (i ? "," : "") + in_quotes(table.columns[i].name) + ':';
          write_cell(line, cells[i]);
        }
        line += "}}\n";
        sum.add(line);
        out << line;
        ++made.rows;
      });
    }
    made.sha256 = sum.digits();
    out << mapping::to_json(Tail{made.rows, made.sha256}) << '\n' << std::flush;
    if (!out) throw std::runtime_error("The dump can't be written: is there room?");
    return made;
  });
}

Dump load(Database& database, std::istream& in) {
  FirstTry first;
  bool is_whole = false;
  try {
    return database.write_apart([&](Session& session) {
      first.begin();
      auto out = load_into(session, in);
      is_whole = true;
      return out;
    });
  } catch (const Unavailable& lost) {
    // Only of a commit nobody knows whether it was.
    throw Unavailable(is_whole ? std::string(lost.what()) +
                                     " Load the dump again: if it was stored, that is refused."
                               : "Nothing of the dump was loaded. " + std::string(lost.what()));
  }
}

}  // namespace takt::store
