#pragma once
// A dump (store/dump.hpp) as a file: its lines packed by Zstandard, as `zstd -d` reads them.

#include <string>

#include "store/dump.hpp"

namespace takt::cli {

/// Writes `file`, which must not be there, for its user only; "-" is the standard output. It
/// appears under its name once it is whole. Throws std::runtime_error where it can't be written.
store::Dump dump_to(store::Database& database, domain::Instant now, const std::string& file);

/// Loads `file`, "-" for the standard input, packed or plain. Throws std::runtime_error as
/// store::load() does.
store::Dump load_from(store::Database& database, const std::string& file);

}  // namespace takt::cli
