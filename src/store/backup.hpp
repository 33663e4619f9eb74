#pragma once
// Whole copies of an SQLite database: made while it is written, looked through before they count,
// put back without losing what was there.

#include <functional>
#include <string>

#include "domain/values.hpp"

namespace takt::store {

/// What a copy is.
struct Backup {
  std::string file;
  long long bytes = 0;
  std::string sha256;  ///< in hexadecimal digits; beside the file as `sha256sum -c` reads it
  int step = 0;        ///< the newest migration that it has
};

/// Copies the database at `location` as it is at one moment into `file`, which must not be there.
/// It appears under its name only once it was read back: every page, every key, the change log's
/// chains. Throws std::runtime_error where somebody else copies the database, for one that is not
/// whole, and where the copy can't be written; nothing is left of it then.
Backup back_up(const std::string& location, const std::string& file);

/// Does all that restore() does with a copy short of putting it in the place of the database at
/// `location`. Throws std::runtime_error where it is not what was written (by the sum beside it, if
/// there is one), not whole, no database of Takt, or newer than this program.
Backup check_backup(const std::string& file, const std::string& location);

/// Puts the copy in the database's place, at once: read through and brought to this program's step
/// beside it first, so that nothing is touched before it is known to be good. A log beside the copy
/// (`-wal`) counts. What was there is kept in the same folder, and comes back where `start`, which
/// opens the new one, throws.
/// Returns where what was there is now; empty where nothing was.
/// Throws std::runtime_error while anybody has the database open, and for what is refused.
std::string restore(const std::string& file, const std::string& location, domain::Instant now,
                    const std::function<void()>& start);

}  // namespace takt::store
