#include "command/backup.hpp"

#include <algorithm>
#include <filesystem>

#include "command/draft.hpp"
#include "store/folder_owner.hpp"

namespace takt::command {

namespace fs = std::filesystem;
using namespace domain;

namespace {

std::string backup_name(Instant now) { return "takt-" + stamp(now) + ".db"; }

/// No value for what is no backup's name.
std::optional<Instant> backup_time(const std::string& name) {
  constexpr std::string_view kLike = "takt-00000000T000000Z.db";
  const bool is_one = std::ranges::equal(name, kLike, [](char is, char like) {
    return like == '0' ? is >= '0' && is <= '9' : is == like;
  });
  if (!is_one) return {};
  const auto part = [&](std::size_t at, std::size_t length) { return name.substr(at, length); };
  return parse_instant(part(5, 4) + '-' + part(9, 2) + '-' + part(11, 2) + 'T' + part(14, 2) + ':' +
                       part(16, 2) + ':' + part(18, 2) + ".000Z");
}

}  // namespace

Backups::Backups(BackupSettings settings, std::string location)
    : settings_(std::move(settings)), location_(std::move(location)) {
  if (!settings_.folder.empty() && store::is_postgresql(location_))
    throw std::runtime_error(
        "Takt backs up SQLite only: leave --backup-folder out, and let pg_dump do it.");
}

std::vector<BackupFile> Backups::files() const {
  std::vector<BackupFile> out;
  std::error_code gone;
  for (const auto& entry : fs::directory_iterator(settings_.folder, gone)) {
    auto name = entry.path().filename().string();
    if (!fs::is_regular_file(entry.symlink_status(gone))) continue;
    if (const auto time = backup_time(name))
      out.push_back({std::move(name), *time, static_cast<long long>(entry.file_size(gone))});
  }
  std::ranges::sort(out, {}, &BackupFile::made_at);
  return out;
}

BackupView Backups::view(Context& context, const Caller& caller) const {
  require(context, caller, Permission::administer);
  BackupView out;
  out.place = store::is_postgresql(location_) ? BackupPlace::postgresql
              : settings_.folder.empty()      ? BackupPlace::none
                                              : BackupPlace::folder;
  if (out.place != BackupPlace::folder) return out;
  out.keep = settings_.keep;
  out.running = asked_;
  {
    const std::lock_guard lock(mutex_);
    out.failed = failed_;
  }
  out.files = files();
  std::ranges::reverse(out.files);
  return out;
}

BackupView Backups::ask(Context& context, const Caller& caller) {
  require(context, caller, Permission::administer);
  if (settings_.folder.empty())
    conflict("no_backup_folder", "This server keeps no backups: name a folder for them first.");
  if (asked_.exchange(true))
    conflict("backup_running", "A backup is being made; try again when it has ended.");
  return view(context, caller);
}

std::string Backups::failure() const {
  const std::lock_guard lock(mutex_);
  return failed_.value_or("");
}

bool Backups::is_due(Date today) const {
  return !own_ || std::ranges::none_of(files(), [&](const BackupFile& file) {
    return date_of(file.made_at) == today;
  });
}

std::vector<BackupFile> Backups::files_until(Instant now) const {
  auto out = files();
  // What a wrong clock once named is no reason to let go of what is right.
  std::erase_if(out, [&](const BackupFile& file) { return file.made_at > now; });
  return out;
}

std::optional<BackupFile> Backups::newest(Instant now) const {
  auto made = files_until(now);
  if (made.empty()) return {};
  return std::move(made.back());
}

void Backups::remove_old(Instant now) const {
  const auto old = files_until(now);
  for (std::size_t i = 0; i + static_cast<std::size_t>(settings_.keep) < old.size(); ++i)
    for (const char* ending : {"", ".sha256"})
      fs::remove(fs::path(settings_.folder) / (old[i].name + ending));
}

/// What one leaves that was killed on its way.
void Backups::remove_remains() const {
  std::error_code gone;
  for (const auto& entry : fs::directory_iterator(settings_.folder, gone)) {
    const auto path = entry.path().string();
    for (const std::string_view ending :
         {".part", ".part.lock", ".part-wal", ".part-shm", ".sha256"}) {
      if (!path.ends_with(ending)) continue;
      const fs::path backup = path.substr(0, path.size() - ending.size());
      if (backup_time(backup.filename()) && !fs::exists(backup)) fs::remove(path, gone);
    }
  }
}

void Backups::take_folder() {
  const auto& folder = settings_.folder;
  if (own_ && !fs::exists(folder))
    throw std::runtime_error(folder + " is gone: is what it lies on still there?");
  if (own_) return;
  store::make_folders(folder);
  try {
    own_ = std::make_unique<store::FileLock>(folder + "/.takt", store::FileLock::What::replaced);
  } catch (const std::system_error&) {
    throw;
  } catch (const std::runtime_error&) {
    throw std::runtime_error(folder + " is another server's: give each a folder of its own.");
  }
}

std::optional<store::Backup> Backups::make(Instant now) {
  asked_ = true;
  std::optional<store::Backup> made;
  std::optional<std::string> failed;
  try {
    take_folder();
    remove_remains();
    const auto file = [&] { return fs::path(settings_.folder) / backup_name(now); };
    while (fs::exists(file())) now.time += std::chrono::seconds{1};  // two within one
    made = store::back_up(location_, file().string());
    remove_old(now);
  } catch (const std::exception& error) {
    failed = error.what();
  }
  const std::lock_guard lock(mutex_);
  failed_ = failed;
  asked_ = false;
  return made;
}

void Backups::not_shipped(const std::string& file) {
  const std::lock_guard lock(mutex_);
  failed_ = file + " was made, but the command that takes it away has failed: see the log.";
}

}  // namespace takt::command
