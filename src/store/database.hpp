#pragma once
// The door to SQLite and PostgreSQL. One SQL text serves both.
//
// Threads: a Database is shared by all threads; a Session belongs to the one that borrowed it.
// SQLite has one writer at a time (in line, within this process) and several readers. PostgreSQL
// has a pool; there a write begins by locking the row of its ledger, so that the writers of one
// account come one after the other and a rule judges what nobody else changes meanwhile.
//
// Isolation: a read sees one state throughout (repeatable read); a write sees what is committed,
// and of its ledger nothing can move under it.
//
// Failures: a connection that breaks is replaced on its next use. What ran on it is tried again
// once, unless its commit was under way. Where no connection can be had: Unavailable.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "mapping/cells.hpp"
#include "store/file_lock.hpp"
#include "store/known_revisions.hpp"
#include "store/observer.hpp"

namespace takt::store {

/// The database can't be reached. Nothing was stored, unless the message says otherwise.
struct Unavailable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Whoever must not wait for PostgreSQL would have had to ask it (see Database::Express).
struct NotAtHand : std::runtime_error {
  NotAtHand() : std::runtime_error("Not to be known without asking the database.") {}
};

/// The database has no room left. Nothing was stored.
struct NoSpace : Unavailable {
  using Unavailable::Unavailable;
};

/// A statement failed. Says which one and the database's own code, for the log: never the values
/// bound to it, nor the database's own words, which repeat them.
struct StatementFailed : std::runtime_error {
  StatementFailed(std::string code, const std::string& what)
      : std::runtime_error(what), code(std::move(code)) {}
  std::string code;  ///< SQLSTATE, or SQLite's result code
};

/// A statement broke a constraint of the schema that no rule looked at before it.
struct Violation : std::runtime_error {
  enum class Kind { unique, reference };
  Violation(Kind kind, const std::string& what) : std::runtime_error(what), kind(kind) {}
  Kind kind;
};

/// Whether this thread is within a write, which others wait for: no place for slow work.
bool in_write();

/// Values for the `:names` of a statement.
using Binds = std::vector<std::pair<std::string_view, mapping::Cell>>;

template <class T>
std::pair<std::string_view, mapping::Cell> bound(std::string_view name, const T& value) {
  return {name, mapping::to_cell(value)};
}

/// One connection with its prepared statements, kept by their text. A statement that failed is
/// forgotten: SOCI leaves its values bound, and the next one's nulls would read as these.
class Session {
 public:
  /// `statements` counts what it runs, `observer` is told.
  explicit Session(const std::string& connection, std::atomic<long long>* statements = nullptr,
                   Observer* observer = nullptr);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Runs a statement that returns nothing; the number of rows it touched.
  long long execute(const std::string& sql, const Binds& binds = {});

  /// The rows of a select whose columns are the members of T: by the same names, in the same order.
  /// What a join gives is a tuple of structs, one after the other.
  /// Throws std::logic_error where a column has another name, looked at once a statement.
  template <class T>
  std::vector<T> rows(const std::string& sql, const Binds& binds = {}) {
    static const auto columns = [] {
      std::vector<Column> out;
      T row;
      each_struct(row, [&]<class Part>(Part&) {
        mapping::for_each_member<Part>([&](std::string_view name, auto pointer) {
          using Member = std::remove_cvref_t<decltype(std::declval<Part&>().*pointer)>;
          out.push_back({name, mapping::cell_kind<Member>()});
        });
      });
      return out;
    }();
    std::vector<T> out;
    select(sql, binds, columns, [&](std::vector<mapping::Cell>& cells) {
      std::size_t i = 0;
      each_struct(out.emplace_back(), [&]<class Part>(Part& part) {
        mapping::for_each_member<Part>(
            [&](std::string_view, auto pointer) { mapping::from_cell(cells[i++], part.*pointer); });
      });
    });
    return out;
  }

  template <class T>
  std::optional<T> row(const std::string& sql, const Binds& binds = {}) {
    auto all = rows<T>(sql, binds);
    if (all.empty()) return {};
    return std::move(all.front());
  }

  /// The first column of the first row.
  template <class T>
  std::optional<T> value(const std::string& sql, const Binds& binds = {}) {
    std::optional<T> out;
    select(sql, binds, {{"", mapping::cell_kind<T>()}}, [&](std::vector<mapping::Cell>& cells) {
      if (!out) mapping::from_cell(cells[0], out.emplace());
    });
    return out;
  }

  /// The first column of all rows.
  template <class T>
  std::vector<T> values(const std::string& sql, const Binds& binds = {}) {
    std::vector<T> out;
    select(sql, binds, {{"", mapping::cell_kind<T>()}}, [&](std::vector<mapping::Cell>& cells) {
      mapping::from_cell(cells[0], out.emplace_back());
    });
    return out;
  }

  using OnRow = std::function<void(std::vector<mapping::Cell>&)>;
  /// Each row of a select whose columns are known only when the program runs.
  void each_row(const std::string& sql, const std::vector<mapping::Cell::Kind>& kinds,
                const OnRow& on_row);

  /// Runs statements that are not prepared, e.g. a migration or a pragma.
  void run(const std::string& sql);

  bool is_sqlite() const;

  /// Within a write under a ledger's lock nobody else changes its rows, and a read sees one state,
  /// so that each is read once: permission, rules and log share what the first of them has loaded.
  /// Null where it is not known, or outside of both.
  template <class T>
  const T* remembered(const std::string& key) const {
    if (!rows_read_) return nullptr;
    const auto found = rows_read_->find(key);
    return found == rows_read_->end() ? nullptr : static_cast<const T*>(found->second.get());
  }
  template <class T>
  void remember(const std::string& key, T row) {
    // Shared only because that is how a type can be forgotten.
    if (rows_read_) (*rows_read_)[key] = std::make_shared<const T>(std::move(row));
  }

  /// Notes that this transaction moves a ledger's revision; its commit tells the database's
  /// KnownRevisions.
  void moves(const domain::Id& ledger) { moved_.push_back(ledger); }

  /// Whether a statement has run for longer than that; asked by another thread.
  bool hangs(std::chrono::milliseconds limit) const;
  /// Ends the connection under a statement that hangs; asked by another thread.
  void cut() const;

  /// Outside of the transaction that they failed in, where PostgreSQL lets go of them.
  void throw_failed_away();
  /// Whether the connection is of no use any more and has to be replaced.
  bool broken() const;
  /// Says so of a connection whose state nobody knows.
  void give_up();

 private:
  friend class Database;
  /// Remembers rows as long as it lives.
  struct Remembering {
    explicit Remembering(Session& session) : session(session) { session.rows_read_.emplace(); }
    ~Remembering() { session.rows_read_.reset(); }
    Remembering(const Remembering&) = delete;
    Remembering& operator=(const Remembering&) = delete;
    Session& session;
  };
  struct Running;
  struct Statement;
  struct Column {
    std::string_view name;  ///< empty where any will do
    mapping::Cell::Kind kind = mapping::Cell::Kind::text;
  };
  template <class T, class F>
  static void each_struct(T& row, F f) {
    if constexpr (mapping::Struct<T>)
      f(row);
    else
      std::apply([&](auto&... parts) { (f(parts), ...); }, row);
  }
  void select(const std::string& sql, const Binds& binds, const std::vector<Column>& columns,
              const OnRow& on_row);
  Statement& prepared(const std::string& sql, const Binds& binds,
                      const std::vector<Column>& columns);
  void check_names(Statement& kept, const std::vector<Column>& columns) const;
  /// Forgets the statement and throws on the exception in hand: what comes from the database as
  /// Violation, NoSpace, Unavailable or StatementFailed.
  [[noreturn]] void failed(const std::string& sql);
  void write_ahead();

  struct Impl;
  std::unique_ptr<Impl> impl_;
  std::optional<std::unordered_map<std::string, std::shared_ptr<const void>>> rows_read_;
  std::vector<domain::Id> moved_;
};

/// Whether a location is the address of a PostgreSQL database; else it is the path of an SQLite
/// file.
bool is_postgresql(const std::string& location);

class Database {
 public:
  /// `location`: a `postgresql://` address, else the path of an SQLite file, made where missing,
  /// for this user only. Throws std::runtime_error for a file that is there and empty: it may have
  /// lost everything, which must not look like a new beginning. `express`: on SQLite sessions
  /// besides, for threads that must never wait for one (see Express). `observer` outlives the
  /// database.
  explicit Database(const std::string& location, int readers = 8, int express = 0,
                    Observer* observer = nullptr);
  ~Database();

  /// Runs `f(session)` in a read transaction: it sees one state throughout.
  template <class F>
  auto read(F&& f) {
    const auto remembering = [&](Session& session) {
      const Session::Remembering rows(session);
      return f(session);
    };
    return again([&](Lease& lease) { return in_transaction(lease, kBeginRead, remembering); });
  }

  /// Runs `f(session)` in a write transaction whose first statement locks `ledger`: all of it is
  /// stored durably or, where `f` throws, nothing. On PostgreSQL `f` runs again after a deadlock,
  /// and after another ledger's writer took a name that must be unique. On SQLite `f` may run on
  /// another thread that writes at the same time: those who wait share one commit, each behind a
  /// savepoint of its own, so that the disk is asked once for all of them.
  /// Throws Problem(conflict) for what is taken and Problem(invalid) for what does not exist, where
  /// no rule said so before.
  template <class F>
  auto write(const domain::Id& ledger, F&& f) {
    return write_apart([&](Session& session) {
      const Session::Remembering rows(session);
      lock(session, ledger);
      return f(session);
    });
  }

  /// The same for rows that no rule looks at: mail, attendance, kept figures, migrations.
  template <class F>
  auto write_apart(F&& f) {
    for (int attempt = 1;; ++attempt) {
      try {
        if (sqlite_) return write_together(f);
        return again([&](Lease& lease) { return in_transaction(lease, kBeginWrite, f); });
      } catch (const Violation& violation) {
        // Somebody else was quicker: this time the rules see what they stored.
        if (sqlite_ || violation.kind != Violation::Kind::unique || attempt == 3) refuse(violation);
      } catch (const Retry&) {
        if (attempt == 5) throw;
      }
    }
  }

  /// Runs one select outside of a transaction, for the cheapest of reads.
  template <class F>
  auto peek(F&& f) {
    return again([&](Lease& lease) { return f(*lease.session); });
  }

  /// While it lives, this thread's reads never wait for a session: on SQLite they have their own;
  /// PostgreSQL may be slow or gone, so that whatever would ask it throws NotAtHand instead.
  class Express {
   public:
    explicit Express(Database& database);
    ~Express();
    Express(const Express&) = delete;
    Express& operator=(const Express&) = delete;

   private:
    const Database* before_;
  };

  /// From now on no statement on PostgreSQL takes longer: the server ends it, or, where that does
  /// not even answer (a frozen machine, a network that swallows everything), this program after
  /// twice that time. Either is Unavailable. For a server, whose threads others wait for.
  void limit_statements(std::chrono::milliseconds limit);

  /// From now on revisions of ledgers are known without a statement where nothing moved them (see
  /// KnownRevisions). What another process commits, on PostgreSQL another server, is noticed after
  /// 20 ms, or, where the database does not answer, nothing is known a second later. For a server,
  /// which is asked for the same pages again and again.
  void know_revisions();
  KnownRevisions& known_revisions() { return known_; }

  bool is_sqlite() const { return sqlite_; }
  /// How many statements were run so far, of transactions too: what a page costs.
  long long statements() const { return statements_; }
  const std::string& location() const { return location_; }

  /// How busy it is right now. Waits for no statement.
  struct Load {
    struct Sessions {
      std::size_t all = 0;
      std::size_t idle = 0;
    };
    Sessions common;                 ///< for reads, on PostgreSQL for writes, too
    Sessions express;                ///< see Express
    Sessions writer;                 ///< SQLite's one
    std::size_t writes_waiting = 0;  ///< for SQLite's next commit
  };
  Load load();

 private:
  struct Retry : std::runtime_error {
    using std::runtime_error::runtime_error;
  };
  using Pool = std::vector<std::unique_ptr<Session>>;
  /// Borrows a session, replaced where it had broken; throws Unavailable where that fails.
  struct Lease {
    Lease(Database& database, Pool& pool);
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    void heal();
    Database& database;
    Pool& pool;
    std::unique_ptr<Session> session;
    bool committing = false;  ///< asked to commit: who knows whether it did
  };
  Pool& pool_of_this_thread();

  /// Runs `f(lease)`, once more where the connection turns out to be broken.
  template <class F>
  auto again(F&& f) {
    Lease lease(*this, pool_of_this_thread());
    for (int attempt = 1;; ++attempt) {
      lease.heal();
      try {
        return f(lease);
      } catch (const std::exception& error) {
        if (!lease.session->broken()) throw;
        if (lease.committing)
          throw Unavailable("The database was lost while it stored; it may or may not have.");
        if (attempt == 2) throw Unavailable(std::string("The database was lost: ") + error.what());
      }
    }
  }

  /// A write that waits for its turn in the next commit.
  struct Turn {
    std::function<void(Session&)> run;
    std::exception_ptr error{};
    bool done = false;
    std::condition_variable called{};  ///< when it is done, or has to commit for those who wait
  };
  /// Returns when the turn is stored; throws what went wrong with it.
  void take(Turn& turn);
  void gather(Turn& leader, std::unique_lock<std::mutex>& lock);
  void commit_together(const std::vector<Turn*>& turns);

  template <class F>
  auto write_together(F&& f) {
    using Out = decltype(f(std::declval<Session&>()));
    if constexpr (std::is_void_v<Out>) {
      Turn turn{[&, trace = Tracing::current()](Session& session) {
        const Tracing tracing(trace);
        f(session);
      }};
      take(turn);
    } else {
      std::optional<Out> out;
      Turn turn{[&, trace = Tracing::current()](Session& session) {
        const Tracing tracing(trace);
        out.emplace(f(session));
      }};
      take(turn);
      return std::move(*out);
    }
  }

  enum Begin { kBeginRead, kBeginWrite };
  template <class F>
  auto in_transaction(Lease& lease, Begin kind, F&& f) {
    const Writing writing(kind == kBeginWrite);
    Session& session = *lease.session;
    try {
      begin(session, kind);
      if constexpr (std::is_void_v<decltype(f(session))>) {
        f(session);
        commit(lease, kind);
      } else {
        auto out = f(session);
        commit(lease, kind);
        return out;
      }
    } catch (...) {
      if (lease.committing) known_.forget_all();  // who knows whether it did
      roll_back(session);
      throw;
    }
  }
  /// Marks this thread as writing.
  struct Writing {
    explicit Writing(bool writes);
    ~Writing();
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;
    bool before;
  };
  void begin(Session& session, Begin kind);
  void commit(Lease& lease, Begin kind);
  /// Rolls back; a session that can't is given up; a deadlock is thrown on as Retry.
  static void roll_back(Session& session);
  static void lock(Session& session, const domain::Id& ledger);
  [[noreturn]] static void refuse(const Violation& violation);
  std::unique_ptr<Session> connect() const;
  void end_what_hangs(const std::stop_token& stop);
  void look_for_others(const std::stop_token& stop);
  std::string seen_of_others();

  std::string location_;
  bool sqlite_;
  std::optional<FileLock> open_;  ///< outlives the sessions
  Observer* observer_;
  Load load_;  ///< how many sessions there are: the pools lack what is lent
  std::mutex mutex_;
  std::condition_variable freed_;
  Pool readers_;
  Pool express_;
  Pool writers_;
  std::set<const Session*> in_use_;
  std::chrono::milliseconds limit_{0};  ///< of a statement; 0: none
  std::vector<Turn*> turns_;            ///< waiting for the next commit
  bool committing_ = false;
  Turn* gathering_ = nullptr;  ///< who will commit, and waits until `expected_` turns wait
  std::size_t expected_ = 0;   ///< those of the last commit and who came while it ran
  int in_vain_ = 0;            ///< so many commits more wait for nobody, since too few came
  std::chrono::steady_clock::duration commit_took_{};
  std::chrono::steady_clock::time_point committed_at_;
  mutable std::atomic<long long> statements_ = 0;
  KnownRevisions known_;
  std::unique_ptr<Session> looking_;  ///< never writes: what it sees move are others' commits
  std::jthread watch_;                ///< ends what hangs on PostgreSQL
  std::jthread looker_;               ///< looks for others' commits; ends before all else goes
};

}  // namespace takt::store
