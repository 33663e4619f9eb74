#include "store/database.hpp"

#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <filesystem>

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
};

struct Session::Impl {
  soci::session session;
  bool sqlite = false;
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

Session::Session(const std::string& connection) : impl_(std::make_unique<Impl>()) {
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
  impl_->statements.clear();
}

bool Session::is_sqlite() const { return impl_->sqlite; }

void Session::run(const std::string& sql) { impl_->session << sql; }

Session::Statement& Session::prepared(const std::string& sql, const Binds& binds,
                                      const std::vector<Cell::Kind>& kinds) {
  auto& kept = impl_->statements[sql];
  if (kept) return *kept;
  try {
    kept = std::make_unique<Statement>(impl_->session);
    kept->in.resize(binds.size());
    kept->out.resize(kinds.size());
    auto& statement = kept->statement;
    for (std::size_t i = 0; i < binds.size(); ++i) {
      auto& slot = kept->in[i];
      slot.name = binds[i].first;
      slot.cell.kind = binds[i].second.kind;
      exchange(statement, slot.cell, slot.indicator, [&](auto& value, auto& indicator) {
        return soci::use(value, indicator, slot.name);
      });
    }
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      kept->out[i].cell.kind = kinds[i];
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
  auto& kept = prepared(sql, binds, {});
  fill(kept.in, binds);
  kept.statement.execute(true);
  return kept.statement.get_affected_rows();
}

void Session::select(const std::string& sql, const Binds& binds,
                     const std::vector<Cell::Kind>& kinds, const OnRow& on_row) {
  auto& kept = prepared(sql, binds, kinds);
  fill(kept.in, binds);
  std::vector<Cell> cells(kinds.size());
  for (bool more = kept.statement.execute(true); more; more = kept.statement.fetch()) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      cells[i] = kept.out[i].cell;
      cells[i].null = kept.out[i].indicator == soci::i_null;
    }
    on_row(cells);
  }
}

Database::Database(const std::string& location, int readers)
    : location_(location), sqlite_(!is_postgresql(location)) {
  if (sqlite_) {
    const auto folder = std::filesystem::path(location).parent_path();
    if (!folder.empty()) std::filesystem::create_directories(folder);
  }
  writers_.push_back(connect());
  for (int i = 0; i < readers; ++i) readers_.push_back(connect());
}

Database::~Database() = default;

std::unique_ptr<Session> Database::connect() const { return std::make_unique<Session>(location_); }

Database::Lease::Lease(Database& database, bool writer)
    : database(database), writer(writer && database.sqlite_) {
  auto& pool = this->writer ? database.writers_ : database.readers_;
  std::unique_lock lock(database.mutex_);
  database.freed_.wait(lock, [&] { return !pool.empty(); });
  session = std::move(pool.back());
  pool.pop_back();
}

Database::Lease::~Lease() {
  {
    const std::lock_guard lock(database.mutex_);
    (writer ? database.writers_ : database.readers_).push_back(std::move(session));
  }
  database.freed_.notify_one();
}

void Database::take(Turn& turn) {
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

void Database::commit_together(std::vector<Turn*>& turns) {
  Lease lease(*this, true);
  Session& session = *lease.session;
  try {
    begin(session, true);
    for (auto* turn : turns) {
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
    for (auto* turn : turns)
      if (!turn->error) turn->error = std::current_exception();
    roll_back(lease);
  }
}

void Database::begin(Session& session, bool write) {
  if (sqlite_) {
    session.execute(write ? "begin immediate" : "begin");
  } else {
    session.execute(write ? "begin" : "begin isolation level repeatable read read only");
  }
}

void Database::roll_back(Lease& lease) {
  try {
    throw;
  } catch (const soci::postgresql_soci_error& error) {
    const std::string state = error.sqlstate();
    try {
      lease.session->execute("rollback");
    } catch (const std::exception&) {
      lease.session = connect();
    }
    if (state == "40001" || state == "40P01") throw Retry(error.what());
    if (state.starts_with("08") || state.starts_with("57")) lease.session = connect();
  } catch (...) {
    try {
      lease.session->execute("rollback");
    } catch (const std::exception&) {
      lease.session = connect();
    }
  }
}

}  // namespace takt::store
