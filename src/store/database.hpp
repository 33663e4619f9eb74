#pragma once
// The door to SQLite and PostgreSQL. One SQL text serves both.
//
// Threads: a Database is shared by all threads; a Session belongs to the one that borrowed it.
// SQLite has one writer at a time (in line, within this process) and several readers; PostgreSQL
// has a pool, in which an account's ledger row orders the writers of that account.

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "mapping/cells.hpp"

namespace takt::store {

/// Values for the `:names` of a statement.
using Binds = std::vector<std::pair<std::string_view, mapping::Cell>>;

template <class T>
std::pair<std::string_view, mapping::Cell> bound(std::string_view name, const T& value) {
  return {name, mapping::to_cell(value)};
}

/// One connection with its prepared statements, kept by their text.
class Session {
 public:
  explicit Session(const std::string& connection);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Runs a statement that returns nothing; the number of rows it touched.
  long long execute(const std::string& sql, const Binds& binds = {});

  /// The rows of a select whose columns are the members of T, in order.
  template <class T>
  std::vector<T> rows(const std::string& sql, const Binds& binds = {}) {
    static const auto kinds = [] {
      std::vector<mapping::Cell::Kind> out;
      mapping::for_each_member<T>([&](std::string_view, auto pointer) {
        out.push_back(
            mapping::cell_kind<std::remove_cvref_t<decltype(std::declval<T&>().*pointer)>>());
      });
      return out;
    }();
    std::vector<T> out;
    select(sql, binds, kinds, [&](std::vector<mapping::Cell>& cells) {
      auto& row = out.emplace_back();
      std::size_t i = 0;
      mapping::for_each_member<T>(
          [&](std::string_view, auto pointer) { mapping::from_cell(cells[i++], row.*pointer); });
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
    select(sql, binds, {mapping::cell_kind<T>()}, [&](std::vector<mapping::Cell>& cells) {
      if (!out) mapping::from_cell(cells[0], out.emplace());
    });
    return out;
  }

  /// Runs statements that are not prepared, e.g. a migration or a pragma.
  void run(const std::string& sql);

  bool is_sqlite() const;

 private:
  struct Statement;
  using OnRow = std::function<void(std::vector<mapping::Cell>&)>;
  void select(const std::string& sql, const Binds& binds,
              const std::vector<mapping::Cell::Kind>& kinds, const OnRow& on_row);
  Statement& prepared(const std::string& sql, const Binds& binds,
                      const std::vector<mapping::Cell::Kind>& kinds);

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

class Database {
 public:
  /// `location`: a `postgresql://` address, else the path of an SQLite file, made where missing.
  explicit Database(const std::string& location, int readers = 8);
  ~Database();

  /// Runs `f(session)` in a read transaction: it sees one state throughout.
  template <class F>
  auto read(F&& f) {
    Lease lease(*this, false);
    return in_transaction(lease, "read", std::forward<F>(f));
  }

  /// Runs `f(session)` in a write transaction: all of it is stored durably or, where `f` throws,
  /// nothing. On PostgreSQL `f` runs again after a deadlock or a serialisation failure. On SQLite
  /// `f` may run on another thread that writes at the same time: those who wait share one commit,
  /// each behind a savepoint of its own, so that the disk is asked once for all of them.
  template <class F>
  auto write(F&& f) {
    if (sqlite_) return write_together(std::forward<F>(f));
    for (int attempt = 1;; ++attempt) {
      Lease lease(*this, true);
      try {
        return in_transaction(lease, "write", std::forward<F>(f));
      } catch (const Retry&) {
        if (attempt == 5) throw;
      }
    }
  }

  /// Runs one select outside of a transaction, for the cheapest of reads.
  template <class F>
  auto peek(F&& f) {
    Lease lease(*this, false);
    return f(*lease.session);
  }

  bool is_sqlite() const { return sqlite_; }
  const std::string& location() const { return location_; }

 private:
  struct Retry : std::runtime_error {
    using std::runtime_error::runtime_error;
  };
  struct Lease {
    Lease(Database& database, bool writer);
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    Database& database;
    bool writer;
    std::unique_ptr<Session> session;
  };

  /// A write that waits for its turn in the next commit.
  struct Turn {
    std::function<void(Session&)> run;
    std::exception_ptr error{};
    bool done = false;
    std::condition_variable called{};  ///< when it is done, or has to commit for those who wait
  };
  /// Returns when the turn is stored; throws what went wrong with it.
  void take(Turn& turn);
  void commit_together(std::vector<Turn*>& turns);

  template <class F>
  auto write_together(F&& f) {
    using Out = decltype(f(std::declval<Session&>()));
    if constexpr (std::is_void_v<Out>) {
      Turn turn{[&](Session& session) { f(session); }};
      take(turn);
    } else {
      std::optional<Out> out;
      Turn turn{[&](Session& session) { out.emplace(f(session)); }};
      take(turn);
      return std::move(*out);
    }
  }

  template <class F>
  auto in_transaction(Lease& lease, std::string_view kind, F&& f) {
    Session& session = *lease.session;
    begin(session, kind == "write");
    try {
      if constexpr (std::is_void_v<decltype(f(session))>) {
        f(session);
        session.execute("commit");
      } else {
        auto out = f(session);
        session.execute("commit");
        return out;
      }
    } catch (...) {
      roll_back(lease);
      throw;
    }
  }
  void begin(Session& session, bool write);
  /// Rolls back; a broken connection is replaced; a deadlock is thrown on as Retry.
  void roll_back(Lease& lease);
  std::unique_ptr<Session> connect() const;

  std::string location_;
  bool sqlite_;
  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<Session>> readers_;
  std::vector<std::unique_ptr<Session>> writers_;
  std::vector<Turn*> turns_;  ///< waiting for the next commit
  bool committing_ = false;
};

}  // namespace takt::store
