#pragma once
// Which database a command is about.

#include <string>

#include "cli/options.hpp"
#include "store/database.hpp"

namespace takt::cli {

/// The database that the options name, as store::Database takes it. Throws std::runtime_error, or
/// CLI::RequiredError where they name none.
std::string location(const Options& options);

/// The same where a database is there already: a wrong folder must not become a new one.
std::string existing(const Options& options);

/// What is to be told of a folder that is said, but not used: an address holds, and the folder
/// must not be taken for where the data are. Empty: nothing.
std::string fault_of_place(const Options& options);

/// Throws std::runtime_error where the database has another step than this program knows.
void require_newest(store::Database& database);

}  // namespace takt::cli
