#pragma once
#include <span>
#include <string_view>

#include "store/database.hpp"

namespace takt::store {

/// One step of the database's shape, from migrations/NNNN_name.sql.
struct Migration {
  int number;
  std::string_view name;
  std::string_view sql;
};

/// The steps this program knows, in order.
std::span<const Migration> migrations();

/// Brings the database to the newest step and its keys (row_keys.hpp) to this program's, under a
/// lock, in one transaction. Returns how many steps it made. Throws std::runtime_error where the
/// database is newer than this program.
int migrate(Database& database);

/// Makes the steps up to `step` that are missing, within the session's transaction; how many.
int migrate_to(Session& session, int step);

/// Whether nothing of Takt is in the database yet.
bool is_new(Database& database);
bool is_new(Session& session);

/// The newest step the database has; 0 for one whose first step is still to be made.
int schema_version(Database& database);
int schema_version(Session& session);

}  // namespace takt::store
