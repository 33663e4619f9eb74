#include "store/backup.hpp"

#include <fcntl.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>
#include <thread>

#include "store/change_log.hpp"
#include "store/file_lock.hpp"
#include "store/folder_owner.hpp"
#include "store/migrations.hpp"
#include "store/sha256.hpp"

namespace takt::store {

namespace fs = std::filesystem;
// SOCI takes SQLite's own header into this namespace.
using namespace sqlite_api;

namespace {

struct CloseSqlite {
  void operator()(sqlite3* open) const { sqlite3_close(open); }
};
using Raw = std::unique_ptr<sqlite3, CloseSqlite>;

Raw open_raw(const std::string& file, int flags) {
  sqlite3* open = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &open, flags, nullptr);
  Raw raw(open);
  if (code != SQLITE_OK)
    throw std::runtime_error("Can't open " + file + ": " + sqlite3_errmsg(raw.get()));
  sqlite3_busy_timeout(raw.get(), 10'000);
  return raw;
}

/// Opens what nobody writes, without a look at any log beside it.
Raw open_as_it_is(const std::string& file) {
  std::string address = "file:";
  for (const char letter : file)
    if (letter == '%' || letter == '?' || letter == '#')
      address += '%' + hex({reinterpret_cast<const unsigned char*>(&letter), 1});
    else
      address += letter;
  return open_raw(address + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

/// What SQLite and Takt put beside a database.
constexpr std::array kBeside{"-wal", "-shm", "-journal", ".lock"};

/// Somebody else has the file open.
struct InUse : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The first column of each row. Throws std::runtime_error where the statement fails.
std::vector<std::string> column(sqlite3* raw, const char* sql) {
  std::vector<std::string> out;
  char* message = nullptr;
  const auto row = [](void* into, int, char** values, char**) {
    static_cast<std::vector<std::string>*>(into)->emplace_back(values[0] ? values[0] : "");
    return 0;
  };
  const int code = sqlite3_exec(raw, sql, row, &out, &message);
  if (code == SQLITE_OK) return out;
  const std::string what = message ? message : "";
  sqlite3_free(message);
  if (code == SQLITE_BUSY) throw InUse(what);
  throw std::runtime_error(what);
}

/// Removes what was begun unless it was finished, with all that SQLite puts beside it.
struct Begun {
  std::string file;
  bool finished = false;
  /// Throws away what is left of one that was killed.
  explicit Begun(std::string of) : file(std::move(of)) { remove(); }
  ~Begun() {
    if (!finished) remove();
  }
  Begun(const Begun&) = delete;
  Begun& operator=(const Begun&) = delete;

 private:
  void remove() const {
    std::error_code ignored;
    fs::remove(file, ignored);
    for (const char* ending : kBeside) fs::remove(file + ending, ignored);
  }
};

void sync(const fs::path& path, int flags) {
  const int file = open(path.c_str(), flags | O_CLOEXEC);
  const bool stored = file >= 0 && fsync(file) == 0;
  const int error = errno;
  if (file >= 0) close(file);
  if (!stored)
    throw std::system_error(error, std::generic_category(), "Can't store " + path.string());
}
void sync_folder(const fs::path& file) {
  sync(file.has_parent_path() ? file.parent_path() : fs::path("."), O_RDONLY | O_DIRECTORY);
}

std::string sha256_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("Can't read " + file + ".");
  Sha256 hash;
  std::vector<char> part(1 << 20);
  while (in.read(part.data(), static_cast<std::streamsize>(part.size())) || in.gcount() > 0)
    hash.add({part.data(), static_cast<std::size_t>(in.gcount())});
  if (in.bad()) throw std::runtime_error("Can't read " + file + " to its end.");
  return hash.digits();
}

void copy_pages(const std::string& location, const std::string& file) {
  const int made = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made < 0) throw std::system_error(errno, std::generic_category(), "Can't make " + file);
  close(made);
  give_to_owner_of_folder(file);
  const auto from = open_raw(location, SQLITE_OPEN_READWRITE);
  const auto to = open_raw(file, SQLITE_OPEN_READWRITE);
  auto* backup = sqlite3_backup_init(to.get(), "main", from.get(), "main");
  if (!backup) throw std::runtime_error(sqlite3_errmsg(to.get()));
  // In one step: those who write go on in the write-ahead log meanwhile, and the copy need not
  // begin again for them.
  int code = SQLITE_BUSY;
  for (int i = 0; i < 200 && (code == SQLITE_BUSY || code == SQLITE_LOCKED); ++i) {
    code = sqlite3_backup_step(backup, -1);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
      std::this_thread::sleep_for(std::chrono::milliseconds{50});
  }
  sqlite3_backup_finish(backup);
  if (code != SQLITE_DONE)
    throw std::runtime_error("The copy can't be written: " + std::string(sqlite3_errstr(code)));
}

/// Whole as a file: what its head says of its length, every page and key. `name`: what it is called
/// where it is not.
void require_whole(const std::string& file, const std::string& name) {
  std::vector<std::string> faults;
  try {
    const auto raw = open_as_it_is(file);
    const auto pages =
        column(raw.get(), "select page_count * page_size from pragma_page_count, pragma_page_size");
    if (pages.front() != std::to_string(fs::file_size(file))) faults.push_back("it is cut off");
    if (faults.empty()) faults = column(raw.get(), "pragma integrity_check(5)");
    if (faults == std::vector<std::string>{"ok"})
      faults = column(raw.get(),
                      "select \"table\" || ' refers to what is not there' from "
                      "pragma_foreign_key_check limit 5");
  } catch (const std::runtime_error& wrong) {
    faults = {wrong.what()};
  }
  if (!faults.empty()) throw std::runtime_error(name + " is damaged: " + faults.front() + ".");
}

/// One file that needs none beside it: what is in its log goes into it.
void make_one_file(const std::string& file) {
  column(open_raw(file, SQLITE_OPEN_READWRITE).get(), "pragma journal_mode = delete");
  for (const char* ending : {"-wal", "-shm"}) fs::remove(file + ending);
}

std::vector<std::string> table_names(Database& database) {
  return database.peek([](Session& session) {
    return session.values<std::string>(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'");
  });
}

void require_all_tables(Database& database) {
  const Begun empty(database.location() + ".empty");
  Database made(empty.file, 1);
  migrate(made);
  const auto has = table_names(database);
  for (const auto& name : table_names(made))
    if (std::ranges::find(has, name) == has.end())
      throw std::runtime_error("It lacks the table \"" + name + "\".");
}

/// Opens what is still nobody else's: brings it to the newest step where asked to, and verifies
/// tables and change log. The step that it has.
int require_sound(const std::string& file, bool bring_up) {
  int step = 0;
  {
    Database database(file, 1);
    if (bring_up) migrate(database);
    step = schema_version(database);
    const int newest = migrations().back().number;
    if (step > newest)
      throw std::runtime_error("It has step " + std::to_string(step) + ", this Takt knows " +
                               std::to_string(newest) + ": take a newer one.");
    // What an older release wrote is looked through once it is brought to this one's step.
    if (step == newest) {
      require_all_tables(database);
      if (const auto broken = database.read(verify_chains); !broken.empty())
        throw std::runtime_error("Its change log is damaged: " + broken.front());
    }
  }
  make_one_file(file);
  fs::remove(file + ".lock");
  return step;
}

std::string sum_of(const std::string& file) { return file + ".sha256"; }

void write_sum(const std::string& file, const std::string& sha256) {
  const auto sum = sum_of(file);
  const int into = open(sum.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  const auto line = sha256 + "  " + fs::path(file).filename().string() + '\n';
  const bool written =
      into >= 0 && write(into, line.data(), line.size()) == static_cast<ssize_t>(line.size());
  const int error = errno;
  if (into >= 0) close(into);
  if (!written) throw std::system_error(error, std::generic_category(), "Can't write " + sum);
  give_to_owner_of_folder(sum);
  sync(sum, O_RDONLY);
}

/// Of one that was killed before it had its name.
void remove_forgotten_sum(const std::string& file) {
  if (fs::exists(fs::symlink_status(file))) return;
  std::ifstream in(sum_of(file));
  std::string sum, name;
  if (in >> sum >> name && sum.size() == 64 && name == fs::path(file).filename())
    fs::remove(sum_of(file));
}

/// Throws where a sum is beside the file that is not its own.
void require_sum(const Backup& backup) {
  const auto sum = sum_of(backup.file);
  if (!fs::exists(sum)) return;
  std::string said;
  std::ifstream(sum) >> said;
  std::ranges::transform(said, said.begin(),
                         [](unsigned char letter) { return static_cast<char>(tolower(letter)); });
  if (said.empty()) throw std::runtime_error(sum + " can't be read.");
  if (said != backup.sha256)
    throw std::runtime_error(backup.file +
                             " is not what was written: its SHA-256 is another one than " + sum +
                             " says.");
}

int step_of(const std::string& file, const std::string& name) {
  std::vector<std::string> step;
  try {
    step = column(open_as_it_is(file).get(),
                  "select max(number) from schema_version where typeof(number) = 'integer' and "
                  "number between 1 and 1000000");
  } catch (const std::runtime_error&) {
  }
  if (step.empty() || step.front().empty())
    throw std::runtime_error(name + " is no database of Takt.");
  const int out = std::stoi(step.front());
  if (const int newest = migrations().back().number; out > newest)
    throw std::runtime_error(name + " has step " + std::to_string(out) +
                             " of the database, this Takt knows " + std::to_string(newest) +
                             ": take a newer Takt.");
  return out;
}

void copy_for_owner(const std::string& from, const std::string& to) {
  std::error_code error;
  fs::copy_file(from, to, error);
  if (error) throw std::runtime_error("There is no place for a copy of it: " + error.message());
  fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write);
  give_to_owner_of_folder(to);
}

/// Copies a backup to `fresh`, with the log that may lie beside it, and makes of the copy what can
/// be put in a database's place. Throws std::runtime_error for what can't be.
Backup copied(const std::string& file, const std::string& fresh) {
  Backup out{file};
  std::error_code unreadable;
  if (!fs::is_regular_file(file, unreadable))
    throw std::runtime_error(unreadable == std::errc::permission_denied
                                 ? file + " can't be read: " + unreadable.message() + "."
                                 : "There is no file " + file + ".");
  constexpr std::string_view begins = "SQLite format 3";
  std::array<char, 16> head{};
  std::ifstream(file, std::ios::binary).read(head.data(), head.size());
  if (std::string_view(head.data(), begins.size()) != begins)
    throw std::runtime_error(file + " is no SQLite database.");
  out.bytes = static_cast<long long>(fs::file_size(file));
  out.sha256 = sha256_of(file);
  require_sum(out);
  copy_for_owner(file, fresh);
  std::error_code none;
  if (const auto log = fs::file_size(file + "-wal", none); !none && log > 0) {
    // It was copied by other means, or is what a restore has moved aside.
    copy_for_owner(file + "-wal", fresh + "-wal");
    try {
      make_one_file(fresh);
    } catch (const std::runtime_error& wrong) {
      throw std::runtime_error(file + " is damaged: " + wrong.what() + ".");
    }
  }
  require_whole(fresh, file);
  out.step = step_of(fresh, file);
  require_sound(fresh, true);
  sync(fresh, O_RDONLY);
  return out;
}

/// Gives what is at `from` the name `to` as well, so that the first can be replaced at once and is
/// never missing; where the file system can't, to a copy of it.
void keep_as(const std::string& from, const std::string& to) {
  std::error_code cannot;
  fs::create_hard_link(from, to, cannot);
  if (!cannot) return;
  Begun part(to + ".part");
  copy_for_owner(from, part.file);
  sync(part.file, O_RDONLY);
  fs::rename(part.file, to);
  part.finished = true;
}

/// Keeps what is at `location` under another name; which one. Empty where nothing is.
std::string set_aside(const std::string& location, domain::Instant now) {
  const auto log = location + "-wal";
  if (!fs::exists(location) && !fs::exists(log)) return "";
  const auto name = location + ".before-" + domain::stamp(now);
  auto aside = name;
  for (int i = 2; fs::exists(aside) || fs::exists(aside + "-wal"); ++i)
    aside = name + '-' + std::to_string(i);
  try {
    if (fs::exists(location)) make_one_file(location);
  } catch (const InUse&) {
    throw std::runtime_error(location + " is open in another program: end that one first.");
  } catch (const std::runtime_error&) {
    // It is damaged, which may be why another one is to take its place.
  }
  if (fs::exists(log)) fs::rename(log, aside + "-wal");
  fs::remove(location + "-shm");
  if (fs::exists(location)) keep_as(location, aside);
  return aside;
}

}  // namespace

Backup back_up(const std::string& location, const std::string& file) {
  if (!fs::exists(location)) throw std::runtime_error("There is no database at " + location + ".");
  const FileLock lock(location, FileLock::What::copied);
  remove_forgotten_sum(file);
  for (const auto& made : {file, sum_of(file)})
    if (fs::exists(fs::symlink_status(made))) throw std::runtime_error(made + " is there already.");
  Begun part(file + ".part");
  copy_pages(location, part.file);
  Backup out{file};
  out.step = require_sound(part.file, false);
  require_whole(part.file, part.file);
  sync(part.file, O_RDONLY);
  out.bytes = static_cast<long long>(fs::file_size(part.file));
  out.sha256 = sha256_of(part.file);
  write_sum(file, out.sha256);
  fs::rename(part.file, file);
  part.finished = true;
  sync_folder(file);
  return out;
}

namespace {

/// What is made on the way must not take the place of what was named.
void require_other(const std::string& file, const std::string& own) {
  std::error_code none;
  if (fs::equivalent(file, own, none))
    throw std::runtime_error(file + " is what a restore makes for itself: rename it first.");
}

}  // namespace

Backup check_backup(const std::string& file, const std::string& location) {
  const auto folder = fs::path(location).parent_path();
  const auto own = folder.empty() || fs::exists(folder)
                       ? location + ".checking"
                       : (fs::temp_directory_path() / "takt.db.checking").string();
  require_other(file, own);
  const Begun fresh(own);
  return copied(file, fresh.file);
}

std::string restore(const std::string& file, const std::string& location, domain::Instant now,
                    const std::function<void()>& start) {
  make_folders(fs::path(location).parent_path());
  FileLock lock(location, FileLock::What::replaced);
  require_other(file, location + ".restoring");
  Begun fresh(location + ".restoring");
  copied(file, fresh.file);
  const auto aside = set_aside(location, now);
  fs::rename(fresh.file, location);
  fresh.finished = true;
  sync_folder(location);
  lock.let_open();
  try {
    start();
  } catch (const std::exception& failed) {
    const auto refused = location + ".failed";
    for (const char* ending : {"", "-wal"}) fs::remove(refused + ending);
    if (fs::exists(location + "-wal")) fs::rename(location + "-wal", refused + "-wal");
    fs::remove(location + "-shm");
    try {
      keep_as(location, refused);
    } catch (const std::exception&) {
      // No room for it beside what has to come back; the backup is still where it came from.
    }
    if (fs::exists(aside)) fs::rename(aside, location);
    if (fs::exists(aside + "-wal")) fs::rename(aside + "-wal", location + "-wal");
    if (aside.empty()) fs::remove(location);
    sync_folder(location);
    throw std::runtime_error("It does not start (" + std::string(failed.what()) +
                             "). What was there before is back" +
                             (fs::exists(refused) ? "; the other one is " + refused : "") + ".");
  }
  return aside;
}

}  // namespace takt::store
