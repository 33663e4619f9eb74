#include "cli/database_commands.hpp"

#include <iostream>

#include "cli/app.hpp"
#include "cli/clock.hpp"
#include "cli/doctor.hpp"
#include "cli/dump_command.hpp"
#include "cli/place.hpp"
#include "mapping/json_write.hpp"
#include "store/backup.hpp"
#include "store/migrations.hpp"

namespace takt::cli {

namespace {

Examination examined(const Options& options) {
  try {
    store::Database database(existing(options), 1);
    return examine(database,
                   {.anchor = options.anchor,
                    .mail = options.mail,
                    .backup = options.backup,
                    .address = options.address,
                    .port = options.port},
                   system_now());
  } catch (const std::runtime_error& error) {
    // Whoever reads JSON reads this, too.
    return {Verdict::wrong, {{Check::schema, Verdict::wrong, error.what()}}};
  }
}

/// The SQLite file that is meant. Throws for PostgreSQL, with what does it there.
std::string sqlite_file(const Options& options, const char* what, const char* instead) {
  auto file = location(options);
  if (store::is_postgresql(file))
    throw std::runtime_error(std::string("Takt ") + what +
                             " SQLite only. PostgreSQL has its own tool: " + instead);
  return file;
}

}  // namespace

void migrate(const Options& options) {
  store::Database database(location(options), 1);
  const int steps = store::migrate(database);
  std::cout << "Made " << steps << " step(s); the database has step "
            << store::schema_version(database) << ".\n";
}

int doctor(const Options& options) {
  const auto found = examined(options);
  if (options.json)
    std::cout << mapping::to_json(found) << '\n';
  else
    tell(found, std::cout);
  return found.verdict == Verdict::wrong ? 1 : 0;
}

void back_up(const Options& options) {
  const auto file = sqlite_file(
      options, "backs up",
      "pg_dump --format=custom --file=FILE ADDRESS, while Takt runs; every night by its "
      "server's schedule.");
  const auto made = store::back_up(file, options.file);
  std::cout << made.file << ": " << made.bytes << " bytes, step " << made.step
            << " of the database, read back and whole.\nSHA-256 " << made.sha256 << '\n';
}

void restore(const Options& options) {
  const auto file =
      sqlite_file(options, "restores",
                  "pg_restore --dbname=ADDRESS FILE into a new database, while Takt is stopped.");
  if (options.dry_run) {
    const auto checked = store::check_backup(options.file, file);
    std::cout << checked.file << " is whole: " << checked.bytes << " bytes, step " << checked.step
              << " of the database. Nothing was restored: this was a dry run.\n";
    return;
  }
  const auto aside = store::restore(options.file, file, system_now(), [&] {
    AppSettings settings;
    settings.database = file;
    settings.port = 0;
    settings.refresh_portfolio = false;
    const App app(settings);
  });
  std::cout << options.file << " is in place at " << file << ".\n";
  if (!aside.empty()) std::cout << "What was there before is " << aside << ".\n";
}

void dump(const Options& options) {
  store::Database database(existing(options), 1);
  require_newest(database);
  const auto made = dump_to(database, system_now(), options.file);
  // The standard output may be the dump itself.
  std::cerr << made.rows << " rows of step " << made.step << ", SHA-256 " << made.sha256 << '\n';
}

void load(const Options& options) {
  store::Database database(location(options), 1);
  const auto loaded = load_from(database, options.file);
  std::cout << "Loaded " << loaded.rows << " rows of step " << loaded.step
            << "; the change log is whole.\nSHA-256 " << loaded.sha256 << '\n';
}

}  // namespace takt::cli
