#include "store/database.hpp"

#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <filesystem>

#include "store/change_log.hpp"

namespace takt::store {

using mapping::Cell;

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
  std::atomic<long long>* count = nullptr;
  /// Failed ones, thrown away outside of the transaction that they failed in, where PostgreSQL lets
  /// go of them.
  std::vector<std::unique_ptr<Statement>> failed;
  std::unordered_map<std::string, std::unique_ptr<Statement>> statements;
};

namespace {

bool is_postgresql(const std::string& location) {
  return location.starts_with("postgresql://") || location.starts_with("postgres://");
}

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

Session::Session(const std::string& connection, std::atomic<long long>* statements)
    : impl_(std::make_unique<Impl>()) {
  impl_->count = statements;
  impl_->sqlite = !is_postgresql(connection);
  if (!impl_->sqlite) {
    impl_->session.open(soci::postgresql, connection_pairs(connection));
    run("set client_min_messages = warning");
    return;
  }
  impl_->session.open(soci::sqlite3, "dbname=\"" + connection + "\" timeout=20 synchronous=full");
  run("pragma journal_mode = wal");
  run("pragma foreign_keys = on");
  run("pragma cache_size = -16000");
  // A commit for many has many savepoints; what they would undo belongs into memory, not into
  // files.
  run("pragma temp_store = memory");
}

Session::~Session() {
  // Statements refer to the session and go first.
  impl_->failed.clear();
  impl_->statements.clear();
}

bool Session::broken() const {
  if (impl_->given_up) return true;
  if (impl_->sqlite) return false;
  const auto* backend =
      static_cast<const soci::postgresql_session_backend*>(impl_->session.get_backend());
  return PQstatus(backend->conn_) != CONNECTION_OK;
}

void Session::give_up() { impl_->given_up = true; }

namespace {

std::optional<Violation::Kind> violation_of(const std::exception& error) {
  if (const auto* postgresql = dynamic_cast<const soci::postgresql_soci_error*>(&error)) {
    const std::string state = postgresql->sqlstate();
    if (state == "23505") return Violation::Kind::unique;
    if (state == "23503") return Violation::Kind::reference;
  }
  if (dynamic_cast<const soci::soci_error*>(&error)) {
    const std::string_view text = error.what();
    if (text.find("UNIQUE constraint failed") != text.npos) return Violation::Kind::unique;
    if (text.find("FOREIGN KEY constraint failed") != text.npos) return Violation::Kind::reference;
  }
  return {};
}

}  // namespace

void Session::failed(const std::string& sql) {
  auto kept = impl_->statements.extract(sql);
  if (!impl_->sqlite && !kept.empty() && kept.mapped())
    impl_->failed.push_back(std::move(kept.mapped()));
  try {
    throw;
  } catch (const std::exception& error) {
    if (const auto kind = violation_of(error)) throw Violation(*kind, error.what());
    throw;
  }
}

bool Session::is_sqlite() const { return impl_->sqlite; }

void Session::run(const std::string& sql) { impl_->session << sql; }

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
    if (impl_->count) ++*impl_->count;
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
    if (impl_->count) ++*impl_->count;
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
  } catch (...) {
    failed(sql);
  }
}

namespace {

// Which database's express sessions this thread uses, and whether it writes: facts about a thread,
// which no argument could carry through every layer above.
thread_local const Database* express_lane = nullptr;
thread_local bool writing_here = false;

}  // namespace

bool in_write() { return writing_here; }

Database::Writing::Writing(bool writes) : before(writing_here) {
  if (writes && before) throw std::logic_error("a write within a write would wait for itself");
  writing_here = before || writes;
}

Database::Writing::~Writing() { writing_here = before; }

Database::Express::Express(Database& database) : before_(express_lane) {
  if (!database.express_.empty()) express_lane = &database;
}

Database::Express::~Express() { express_lane = before_; }

Database::Database(const std::string& location, int readers, int express)
    : location_(location), sqlite_(!is_postgresql(location)) {
  if (sqlite_) {
    const auto folder = std::filesystem::path(location).parent_path();
    if (!folder.empty()) std::filesystem::create_directories(folder);
    writers_.push_back(connect());
  }
  for (int i = 0; i < readers; ++i) readers_.push_back(connect());
  for (int i = 0; i < express; ++i) express_.push_back(connect());
}

Database::~Database() = default;

std::unique_ptr<Session> Database::connect() const {
  return std::make_unique<Session>(location_, &statements_);
}

Database::Pool& Database::pool_of_this_thread() {
  return express_lane == this ? express_ : readers_;
}

Database::Lease::Lease(Database& database, Pool& pool) : database(database), pool(pool) {
  std::unique_lock lock(database.mutex_);
  database.freed_.wait(lock, [&] { return !pool.empty(); });
  session = std::move(pool.back());
  pool.pop_back();
}

Database::Lease::~Lease() {
  {
    const std::lock_guard lock(database.mutex_);
    pool.push_back(std::move(session));
  }
  database.freed_.notify_all();
}

void Database::Lease::heal() {
  session->impl_->failed.clear();
  if (!session->broken()) return;
  try {
    session = database.connect();
  } catch (const std::exception& error) {
    throw Unavailable(std::string("The database can't be reached: ") + error.what());
  }
}

void Database::take(Turn& turn) {
  if (in_write()) throw std::logic_error("a write within a write would wait for itself");
  std::unique_lock lock(mutex_);
  turns_.push_back(&turn);
  // Whoever comes while nobody commits does it for all who wait; then the first of those who came
  // in the meantime. Each is called by itself, so that nobody wakes up in vain.
  turn.called.wait(lock, [&] { return turn.done || !committing_; });
  if (!turn.done) {
    committing_ = true;
    auto turns = std::exchange(turns_, {});
    lock.unlock();
    commit_together(turns);
    lock.lock();
    committing_ = false;
    for (auto* each : turns) {
      each->done = true;
      if (each != &turn) each->called.notify_one();
    }
    if (!turns_.empty()) turns_.front()->called.notify_one();
  }
  if (turn.error) std::rethrow_exception(turn.error);
}

/// Whatever goes wrong in here belongs to the turns: nobody may wait for ever.
void Database::commit_together(const std::vector<Turn*>& turns) {
  try {
    Lease lease(*this, writers_);
    lease.heal();
    const Writing writing(true);
    Session& session = *lease.session;
    try {
      begin(session, kBeginWrite);
      for (auto* turn : turns) {
        // Whoever is alone has nobody to spare: what goes wrong undoes all there is.
        if (turns.size() == 1) {
          turn->run(session);
          break;
        }
        session.execute("savepoint turn");
        try {
          turn->run(session);
        } catch (...) {
          turn->error = std::current_exception();
          session.execute("rollback to turn");
        }
        session.execute("release turn");
      }
      session.execute("commit");
    } catch (...) {
      roll_back(session);
      throw;
    }
  } catch (...) {
    for (auto* turn : turns)
      if (!turn->error) turn->error = std::current_exception();
  }
}

void Database::begin(Session& session, Begin kind) {
  if (sqlite_) {
    session.execute(kind == kBeginWrite ? "begin immediate" : "begin");
  } else {
    session.execute(kind == kBeginWrite ? "begin"
                                        : "begin isolation level repeatable read read only");
  }
}

void Database::roll_back(Session& session) {
  try {
    throw;
  } catch (const soci::postgresql_soci_error& error) {
    const std::string state = error.sqlstate();
    try {
      session.execute("rollback");
    } catch (const std::exception&) {
      session.give_up();
    }
    if (state == "40001" || state == "40P01") throw Retry(error.what());
  } catch (...) {
    try {
      session.execute("rollback");
    } catch (const std::exception&) {
      session.give_up();
    }
  }
}

void Database::lock(Session& session, const domain::Id& ledger) { lock_ledger(session, ledger); }

void Database::refuse(const Violation& violation) {
  using domain::Problem;
  if (violation.kind == Violation::Kind::unique)
    throw Problem(Problem::Kind::conflict, "taken", "There is such an entry already.");
  throw Problem::invalid("", "unknown_reference", "refers to an entry that does not exist");
}

}  // namespace takt::store
