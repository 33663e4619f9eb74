#include "cli/place.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "store/migrations.hpp"

namespace takt::cli {

std::string location(const Options& options) {
  if (!options.database.empty() && !store::is_postgresql(options.database))
    throw std::runtime_error(
        "--database is an address that begins with postgresql://; the folder of an SQLite database "
        "is --data.");
  if (!options.database.empty()) return options.database;
  if (options.data.empty()) throw CLI::RequiredError("--data or --database");
  if (options.data.find("://") != options.data.npos)
    throw std::runtime_error("--data is a folder; an address is --database.");
  return options.data + "/takt.db";
}

std::string existing(const Options& options) {
  auto there = location(options);
  if (!store::is_postgresql(there) && !std::filesystem::exists(there))
    throw std::runtime_error("There is no database at " + there + ".");
  return there;
}

std::string fault_of_place(const Options& options) {
  if (options.data.empty() || options.database.empty()) return "";
  return "the folder " + options.data +
         " of --data is not used: the data are in the database that --database names";
}

void require_newest(store::Database& database) {
  const int step = store::schema_version(database);
  const int newest = store::migrations().back().number;
  if (step > newest)
    throw std::runtime_error("The database has step " + std::to_string(step) +
                             ", this Takt knows " + std::to_string(newest) +
                             ": take a newer Takt.");
  if (step < newest)
    throw std::runtime_error("Bring the database to the newest step first: takt migrate");
}

}  // namespace takt::cli
