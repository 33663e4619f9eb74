#include "store/database.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <thread>

#include "store/change_log.hpp"
#include "store/folder_owner.hpp"

namespace takt::store {

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
  if (!database.sqlite_ || database.load_.express.all > 0) express_lane = &database;
}

Database::Express::~Express() { express_lane = before_; }

namespace {

/// The file and its folder, for this user only where they are new: what stands in it is nobody
/// else's business. SQLite gives its other files the same rights.
void make_file(const std::filesystem::path& path) {
  if (path.string().find('"') != std::string::npos)
    throw std::runtime_error("Takt can't open " + path.string() + ": no quotes in a path, please.");
  std::error_code ignored;
  const auto log = path.string() + "-wal";
  if (!std::filesystem::exists(path) && std::filesystem::file_size(log, ignored) > 0 && !ignored)
    throw std::runtime_error(path.string() + " is missing, and what was written to it last is in " +
                             log + ": put the two together again; for a new beginning remove it.");
  make_folders(path.parent_path());
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file >= 0) {
    close(file);
    give_to_owner_of_folder(path);
    return;
  }
  // Whatever else is in the way, SQLite says. One that is empty may have just been made by another
  // Takt, which then fills it.
  for (int i = 0; i < 400; ++i) {
    if (std::filesystem::file_size(path, ignored) != 0) return;
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
  }
  throw std::runtime_error(path.string() +
                           " is empty: it has lost what it held, or something else made it. Put a "
                           "backup in its place; for a new beginning remove it.");
}

}  // namespace

Database::Database(const std::string& location, int readers, int express, Observer* observer)
    : location_(location), sqlite_(!is_postgresql(location)), observer_(observer) {
  if (sqlite_) {
    make_file(location);
    open_.emplace(location, FileLock::What::open);
    writers_.push_back(connect());
  }
  for (int i = 0; i < readers; ++i) readers_.push_back(connect());
  for (int i = 0; i < express && sqlite_; ++i) express_.push_back(connect());
  load_.common.all = readers_.size();
  load_.express.all = express_.size();
  load_.writer.all = writers_.size();
}

Database::~Database() {
  looker_.request_stop();
  const std::lock_guard lock(mutex_);
  // A PostgreSQL that stands still would be waited for.
  if (looking_ && !sqlite_) looking_->cut();
}

std::unique_ptr<Session> Database::connect() const {
  auto session = std::make_unique<Session>(location_, &statements_, observer_);
  if (limit_.count() > 0) session->run("set statement_timeout = " + std::to_string(limit_.count()));
  return session;
}

void Database::limit_statements(std::chrono::milliseconds limit) {
  if (sqlite_) return;
  limit_ = limit;
  for (auto& session : readers_) session = connect();
  watch_ = std::jthread([this](const std::stop_token& stop) { end_what_hangs(stop); });
}

void Database::end_what_hangs(const std::stop_token& stop) {
  std::mutex unused;
  std::condition_variable_any never;
  std::unique_lock lock(unused);
  while (!never.wait_for(lock, stop, limit_ / 8, [] { return false; }) && !stop.stop_requested()) {
    const std::lock_guard in_use(mutex_);
    const auto end = [&](const Session& session) {
      if (session.hangs(limit_ + limit_ / 4)) session.cut();
    };
    for (const auto* session : in_use_) end(*session);
    if (looking_) end(*looking_);
  }
}

void Database::know_revisions() {
  auto session = std::make_unique<Session>(location_);  // nobody's statements
  {
    const std::lock_guard lock(mutex_);  // what ends what hangs looks at it, too
    looking_ = std::move(session);
  }
  looker_ = std::jthread([this](const std::stop_token& stop) { look_for_others(stop); });
}

/// Another text whenever somebody has committed since the last time: of SQLite's connections, or of
/// PostgreSQL's transactions that write, each of which has a number.
std::string Database::seen_of_others() {
  if (sqlite_) return std::to_string(looking_->value<long long>("pragma data_version").value());
  return looking_->value<std::string>("select pg_current_snapshot()::text").value();
}

void Database::look_for_others(const std::stop_token& stop) {
  constexpr auto kPause = std::chrono::milliseconds{20};
  constexpr auto kHolds = std::chrono::seconds{1};
  std::mutex unused;
  std::condition_variable_any never;
  std::unique_lock lock(unused);
  std::string seen;
  do {
    const auto looked = KnownRevisions::Clock::now();
    try {
      if (looking_->broken()) {
        auto fresh = std::make_unique<Session>(location_);
        const std::lock_guard swapping(mutex_);
        std::swap(looking_, fresh);
        seen.clear();  // of another server, maybe
        if (stop.stop_requested()) return;
      }
      const auto now = seen_of_others();
      if (now != seen) known_.forget_all();
      seen = now;
      known_.hold_until(looked + kHolds);
    } catch (const std::exception&) {
      // What is known runs out by itself.
    }
    never.wait_for(lock, stop, kPause, [] { return false; });
  } while (!stop.stop_requested());
}

Database::Load Database::load() {
  const std::lock_guard lock(mutex_);
  auto load = load_;
  load.common.idle = readers_.size();
  load.express.idle = express_.size();
  load.writer.idle = writers_.size();
  load.writes_waiting = turns_.size();
  return load;
}

Database::Pool& Database::pool_of_this_thread() {
  if (express_lane != this) return readers_;
  if (!sqlite_) throw NotAtHand();
  return express_;
}

Database::Lease::Lease(Database& database, Pool& pool) : database(database), pool(pool) {
  std::unique_lock lock(database.mutex_);
  std::chrono::nanoseconds waited{};
  if (pool.empty()) {
    const auto since = std::chrono::steady_clock::now();
    database.freed_.wait(lock, [&] { return !pool.empty(); });
    waited = std::chrono::steady_clock::now() - since;
  }
  session = std::move(pool.back());
  pool.pop_back();
  database.in_use_.insert(session.get());
  lock.unlock();
  if (database.observer_) database.observer_->lent(waited);
  if (auto* trace = Tracing::current()) trace->waited += waited;
}

Database::Lease::~Lease() {
  {
    const std::lock_guard lock(database.mutex_);
    database.in_use_.erase(session.get());
    pool.push_back(std::move(session));
  }
  database.freed_.notify_all();
}

void Database::Lease::heal() {
  session->throw_failed_away();
  if (!session->broken()) return;
  try {
    auto fresh = database.connect();
    const std::lock_guard lock(database.mutex_);
    database.in_use_.erase(session.get());
    session = std::move(fresh);
    database.in_use_.insert(session.get());
  } catch (const std::exception& error) {
    throw Unavailable(std::string("The database can't be reached: ") + error.what());
  }
}

void Database::begin(Session& session, Begin kind) {
  session.moved_.clear();
  if (sqlite_) {
    session.execute(kind == kBeginWrite ? "begin immediate" : "begin");
  } else {
    session.execute(kind == kBeginWrite ? "begin"
                                        : "begin isolation level repeatable read read only");
  }
}

void Database::commit(Lease& lease, Begin kind) {
  lease.committing = kind == kBeginWrite;
  lease.session->execute("commit");
  lease.committing = false;
  known_.forget(lease.session->moved_);
}

void Database::roll_back(Session& session) {
  try {
    throw;
  } catch (const StatementFailed& error) {
    try {
      session.execute("rollback");
    } catch (const std::exception&) {
      session.give_up();
    }
    if (error.code == "40001" || error.code == "40P01") throw Retry(error.what());
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
