#pragma once
// Backups that a server keeps: one a day by itself, others as an administrator asks for them.

#include <atomic>
#include <memory>
#include <mutex>

#include "command/command.hpp"
#include "store/backup.hpp"
#include "store/file_lock.hpp"

namespace takt::command {

struct BackupSettings {
  std::string folder;  ///< where they are; empty: none are made
  int keep = 7;        ///< how many; older ones are removed once a new one is whole
};

/// Whether this server keeps backups: not set up, in its folder, or left to PostgreSQL's own tool.
BOOST_DEFINE_ENUM_CLASS(BackupPlace, none, folder, postgresql)

struct BackupFile {
  std::string name;  ///< in the folder
  domain::Instant made_at;
  long long bytes = 0;
};
BOOST_DESCRIBE_STRUCT(BackupFile, (), (name, made_at, bytes))

struct BackupView {
  BackupPlace place = BackupPlace::none;
  int keep = 0;
  bool running = false;               ///< one is being made, or about to be
  std::optional<std::string> failed;  ///< why the last one was not made, or not taken away
  std::vector<BackupFile> files;      ///< the newest first
};
BOOST_DESCRIBE_STRUCT(BackupView, (), (place, keep, running, failed, files))

class Backups {
 public:
  /// `location`: of the database. Throws std::runtime_error where a folder is named for PostgreSQL.
  Backups(BackupSettings settings, std::string location);

  /// For administrators.
  BackupView view(Context& context, const Caller& caller) const;
  /// Asks for one besides the daily one; make() makes it. Throws Problem(conflict) where none are
  /// kept or one is being made.
  BackupView ask(Context& context, const Caller& caller);

  bool is_asked() const { return asked_; }
  /// Whether there is none of the day yet, UTC, or the folder could not be taken.
  bool is_due(domain::Date today) const;
  /// Takes the folder for this server alone, which make() does, too: what is in it counts as its
  /// own. Throws std::runtime_error where another server has it, or where it is gone.
  void take_folder();
  /// Makes one and removes what is more than is kept. No value where none was made; the view says
  /// what failed.
  std::optional<store::Backup> make(domain::Instant now);
  /// Says that the command that takes a copy away has failed.
  void not_shipped(const std::string& file);
  /// No value where there is none up to now.
  std::optional<BackupFile> newest(domain::Instant now) const;
  /// Why the last one was not made; empty where it was.
  std::string failure() const;

 private:
  std::vector<BackupFile> files() const;  ///< the oldest first
  std::vector<BackupFile> files_until(domain::Instant now) const;
  void remove_old(domain::Instant now) const;
  void remove_remains() const;

  const BackupSettings settings_;
  const std::string location_;
  std::unique_ptr<store::FileLock> own_;  ///< the folder
  std::atomic<bool> asked_ = false;
  mutable std::mutex mutex_;
  std::optional<std::string> failed_;
};

}  // namespace takt::command
