// Session of database.hpp: statements over SOCI.

#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/socket.h>

#include <algorithm>
#include <thread>

#include "store/database.hpp"

namespace takt::store {

using mapping::Cell;

using Clock = std::chrono::steady_clock;

struct Session::Statement {
  struct Slot {
    std::string name;  // SOCI keeps a reference to it
    Cell cell;
    soci::indicator indicator = soci::i_ok;
  };
  explicit Statement(soci::session& session) : statement(session) {}
  std::vector<Slot> in;
  std::vector<Slot> out;
  soci::statement statement;
  bool names_checked = false;
};

struct Session::Impl {
  soci::session session;
  bool sqlite = false;
  bool given_up = false;
  std::atomic<Clock::rep> running_since = 0;  ///< of the statement that runs; 0: none does
  std::atomic<long long>* count = nullptr;
  Observer* observer = nullptr;
  /// Failed ones, thrown away outside of the transaction that they failed in, where PostgreSQL lets
  /// go of them.
  std::vector<std::unique_ptr<Statement>> failed;
  std::unordered_map<std::string, std::unique_ptr<Statement>> statements;
};

/// Marks the session as within a statement, and tells who watches what it took.
struct Session::Running {
  Running(Impl& impl, const std::string& sql) : impl(impl), sql(sql) {
    impl.running_since = since.time_since_epoch().count();
    if (impl.count) ++*impl.count;
  }
  ~Running() {
    impl.running_since = 0;
    auto* const trace = Tracing::current();
    if (!impl.observer && !trace) return;
    const auto time = Clock::now() - since;
    if (impl.observer) impl.observer->ran(sql, time);
    if (!trace) return;
    auto& cost = trace->statements[sql];
    ++cost.times;
    cost.time += time;
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  Impl& impl;
  const std::string& sql;
  const Clock::time_point since = Clock::now();
};

bool is_postgresql(const std::string& location) {
  return location.starts_with("postgresql://") || location.starts_with("postgres://");
}

namespace {

/// SOCI reads `key='value'` pairs only; libpq knows how to take an address apart.
std::string connection_pairs(const std::string& address) {
  char* message = nullptr;
  PQconninfoOption* options = PQconninfoParse(address.c_str(), &message);
  if (!options) {
    const std::string detail = message ? message : "";
    PQfreemem(message);
    throw std::runtime_error("The database's address is not readable: " + detail);
  }
  std::string out;
  for (const auto* option = options; option->keyword; ++option) {
    // A network that swallows everything must not hold a thread for minutes.
    if (!option->val && std::string_view(option->keyword) == "connect_timeout")
      out += (out.empty() ? "" : " ") + std::string("connect_timeout='5'");
    if (!option->val) continue;
    out += (out.empty() ? "" : " ") + std::string(option->keyword) + "='";
    for (const char* c = option->val; *c; ++c) {
      if (*c == '\'' || *c == '\\') out += '\\';
      out += *c;
    }
    out += '\'';
  }
  PQconninfoFree(options);
  return out;
}

template <class Exchange>
void exchange(soci::statement& statement, Cell& cell, soci::indicator& indicator, Exchange make) {
  switch (cell.kind) {
    case Cell::Kind::text:
      statement.exchange(make(cell.text, indicator));
      break;
    case Cell::Kind::integer:
      statement.exchange(make(cell.integer, indicator));
      break;
    case Cell::Kind::real:
      statement.exchange(make(cell.real, indicator));
      break;
  }
}

}  // namespace

Session::Session(const std::string& connection, std::atomic<long long>* statements,
                 Observer* observer)
    : impl_(std::make_unique<Impl>()) {
  impl_->count = statements;
  impl_->observer = observer;
  impl_->sqlite = !is_postgresql(connection);
  if (!impl_->sqlite) {
    impl_->session.open(soci::postgresql, connection_pairs(connection));
    run("set client_min_messages = warning");
    return;
  }
  impl_->session.open(soci::sqlite3, "dbname=\"" + connection + "\" timeout=20");
  write_ahead();
  run("pragma synchronous = full");
  run("pragma foreign_keys = on");
  // Each of a dozen connections has a cache of its own; the system's holds the file for all.
  run("pragma cache_size = -2000");
  // A commit for many has many savepoints; what they would undo belongs into memory, not into
  // files.
  run("pragma temp_store = memory");
}

Session::~Session() {
  // PostgreSQL lets go of all with the connection: a server that is frozen would be waited for at
  // each statement.
  if (!impl_->sqlite) cut();
  // Statements refer to the session and go first.
  impl_->failed.clear();
  impl_->statements.clear();
}

bool Session::hangs(std::chrono::milliseconds limit) const {
  const auto since = impl_->running_since.load();
  return since != 0 && Clock::now() - Clock::time_point{Clock::duration{since}} > limit;
}

void Session::cut() const {
  const auto* backend =
      static_cast<const soci::postgresql_session_backend*>(impl_->session.get_backend());
  // Whoever waits for an answer reads the end of the connection.
  shutdown(PQsocket(backend->conn_), SHUT_RDWR);
}

bool Session::broken() const {
  if (impl_->given_up) return true;
  if (impl_->sqlite) return false;
  const auto* backend =
      static_cast<const soci::postgresql_session_backend*>(impl_->session.get_backend());
  return PQstatus(backend->conn_) != CONNECTION_OK;
}

void Session::throw_failed_away() { impl_->failed.clear(); }

void Session::give_up() { impl_->given_up = true; }

namespace {

std::string code_of(const soci::soci_error& error) {
  if (const auto* postgresql = dynamic_cast<const soci::postgresql_soci_error*>(&error))
    return postgresql->sqlstate();
  if (const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error))
    return std::to_string(sqlite->result());
  return "none";
}

/// The server became a replica when another one took over. Whoever connects anew finds that one.
constexpr std::string_view kReadOnly = "25006";

[[noreturn]] void throw_as_ours(const soci::soci_error& error, const std::string& sql) {
  const auto code = code_of(error);
  const auto what = "code " + code + " from the statement " + sql;
  const auto is_one_of = [&](std::initializer_list<std::string_view> codes) {
    return std::ranges::find(codes, code) != codes.end();
  };
  // SQLite's code says only that a constraint was broken (19).
  const auto says = [message = error.get_error_message()](std::string_view text) {
    return message.find(text) != message.npos;
  };
  if (code == "23505" || (code == "19" && says("UNIQUE constraint failed")))
    throw Violation(Violation::Kind::unique, what);
  if (code == "23503" || (code == "19" && says("FOREIGN KEY constraint failed")))
    throw Violation(Violation::Kind::reference, what);
  if (is_one_of({"13", "53100"})) throw NoSpace("No room left: " + what);
  // Busy, locked, failed to read or write; cancelled for taking too long; a replica by now.
  if (is_one_of({"5", "6", "10", "57014", kReadOnly})) throw Unavailable("Not now: " + what);
  throw StatementFailed(code, what);
}

}  // namespace

void Session::failed(const std::string& sql) {
  auto kept = impl_->statements.extract(sql);
  if (!impl_->sqlite && !kept.empty() && kept.mapped())
    impl_->failed.push_back(std::move(kept.mapped()));
  try {
    throw;
  } catch (const soci::soci_error& error) {
    if (code_of(error) == kReadOnly) give_up();
    throw_as_ours(error, sql);
  }
}

bool Session::is_sqlite() const { return impl_->sqlite; }

void Session::run(const std::string& sql) {
  try {
    impl_->session << sql;
  } catch (const soci::soci_error& error) {
    if (code_of(error) == kReadOnly) give_up();
    // Nobody's values are in here, and a migration that fails wants an explanation.
    const auto message = error.get_error_message();
    throw_as_ours(error, sql + " (" + message.substr(0, message.find('\n')) + ")");
  }
}

/// The change of the journal takes the whole file for a moment, and SQLite itself does not wait for
/// it, as it does for everything else, where several begin at once.
void Session::write_ahead() {
  const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds{20};
  for (;;) {
    try {
      return run("pragma journal_mode = wal");
    } catch (const Unavailable&) {
      if (std::chrono::steady_clock::now() > patience) throw;
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
  }
}

Session::Statement& Session::prepared(const std::string& sql, const Binds& binds,
                                      const std::vector<Column>& columns) {
  auto& kept = impl_->statements[sql];
  if (kept) return *kept;
  try {
    kept = std::make_unique<Statement>(impl_->session);
    kept->in.resize(binds.size());
    kept->out.resize(columns.size());
    auto& statement = kept->statement;
    for (std::size_t i = 0; i < binds.size(); ++i) {
      auto& slot = kept->in[i];
      slot.name = binds[i].first;
      slot.cell.kind = binds[i].second.kind;
      exchange(statement, slot.cell, slot.indicator, [&](auto& value, auto& indicator) {
        return soci::use(value, indicator, slot.name);
      });
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
      kept->out[i].cell.kind = columns[i].kind;
      exchange(statement, kept->out[i].cell, kept->out[i].indicator,
               [&](auto& value, auto& indicator) { return soci::into(value, indicator); });
    }
    statement.alloc();
    statement.prepare(sql);
    statement.define_and_bind();
    return *kept;
  } catch (...) {
    impl_->statements.erase(sql);
    throw;
  }
}

namespace {

template <class Slots>
void fill(Slots& slots, const Binds& binds) {
  for (std::size_t i = 0; i < binds.size(); ++i) {
    slots[i].cell = binds[i].second;
    slots[i].indicator = binds[i].second.null ? soci::i_null : soci::i_ok;
  }
}

}  // namespace

long long Session::execute(const std::string& sql, const Binds& binds) {
  try {
    const Running running(*impl_, sql);
    auto& kept = prepared(sql, binds, {});
    fill(kept.in, binds);
    kept.statement.execute(true);
    return kept.statement.get_affected_rows();
  } catch (...) {
    failed(sql);
  }
}

/// SOCI's own description of a column costs another round trip and knows fewer types than we read;
/// both libraries have the names at hand once a statement has run.
void Session::check_names(Statement& kept, const std::vector<Column>& columns) const {
  if (kept.names_checked) return;
  auto* backend = kept.statement.get_backend();
  const auto name_of = [&](int at) {
    const char* name =
        impl_->sqlite
            ? sqlite_api::sqlite3_column_name(
                  static_cast<soci::sqlite3_statement_backend*>(backend)->stmt_, at)
            : PQfname(static_cast<soci::postgresql_statement_backend*>(backend)->result_, at);
    return std::string(name ? name : "");
  };
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto name = name_of(static_cast<int>(i));
    if (!columns[i].name.empty() && name != columns[i].name)
      throw std::logic_error("a select's column is called \"" + name + "\" and its member \"" +
                             std::string(columns[i].name) + "\"");
  }
  kept.names_checked = true;
}

void Session::select(const std::string& sql, const Binds& binds, const std::vector<Column>& columns,
                     const OnRow& on_row) {
  try {
    const Running running(*impl_, sql);
    auto& kept = prepared(sql, binds, columns);
    fill(kept.in, binds);
    std::vector<Cell> cells(columns.size());
    bool more = kept.statement.execute(true);
    check_names(kept, columns);
    for (; more; more = kept.statement.fetch()) {
      for (std::size_t i = 0; i < cells.size(); ++i) {
        cells[i] = kept.out[i].cell;
        cells[i].null = kept.out[i].indicator == soci::i_null;
      }
      on_row(cells);
    }
    // What was read is copied. A kept statement would hold it until it runs again: in each of a
    // dozen sessions the most that anybody ever asked for.
    if (!impl_->sqlite)
      static_cast<soci::postgresql_statement_backend*>(kept.statement.get_backend())
          ->result_.reset();
  } catch (...) {
    failed(sql);
  }
}

void Session::each_row(const std::string& sql, const std::vector<Cell::Kind>& kinds,
                       const OnRow& on_row) {
  std::vector<Column> columns;
  columns.reserve(kinds.size());
  for (const auto kind : kinds) columns.push_back({"", kind});
  select(sql, {}, columns, on_row);
}

}  // namespace takt::store
