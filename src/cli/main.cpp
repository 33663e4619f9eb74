// takt: the command line.

#include <fcntl.h>
#include <malloc.h>
#include <sodium.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <thread>

#include "access/context.hpp"
#include "access/session.hpp"
#include "cli/app.hpp"
#include "cli/clock.hpp"
#include "cli/configuration.hpp"
#include "cli/database_commands.hpp"
#include "cli/demo.hpp"
#include "cli/import_file.hpp"
#include "cli/log.hpp"
#include "cli/notify.hpp"
#include "cli/options.hpp"
#include "cli/place.hpp"
#include "cli/report_file.hpp"
#include "command/erasure.hpp"
#include "command/invitation.hpp"
#include "command/user.hpp"
#include "domain/text.hpp"
#include "domain/user.hpp"
#include "store/migrations.hpp"
#include "store/user_store.hpp"

namespace {

using namespace takt;
using cli::Options;

domain::Language language(const Options& options) {
  return options.language == "en" ? domain::Language::en : domain::Language::de;
}

void choose_log(const Options& options) {
  spdlog::set_formatter(cli::log_formatter(options.log_format == "json" ? cli::LogFormat::json
                                                                        : cli::LogFormat::text));
  if (options.quiet) spdlog::set_level(spdlog::level::warn);
}

std::string origin(const Options& options, unsigned short port) {
  return cli::origin(options.public_address, options.address, port);
}

/// What a request used goes back to the system instead of staying with the thread that served it:
/// with an arena a thread each would keep the most that it ever needed.
void keep_memory_small() {
  mallopt(M_ARENA_MAX, 2);
  mallopt(M_TRIM_THRESHOLD, 128 * 1024);
}

/// Serves until one of `signals`, which are held back from all threads.
void serve_until_signal(cli::App& app, const sigset_t& signals) {
  const std::jthread waiter([&] {
    int signal = 0;
    sigwait(&signals, &signal);
    spdlog::info("stopping: finishing what runs");
    cli::notify_stopping();
    app.stop();
  });
  app.run();
  if (!app.still_running()) return;
  spdlog::error("what runs does not end; stopping without it");
  std::_Exit(1);  // whatever is stored is stored whole
}

sigset_t hold_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  // Its terminal has gone; but whoever starts a program by nohup wants it to go on.
  struct sigaction hang_up {};
  sigaction(SIGHUP, nullptr, &hang_up);
  if (hang_up.sa_handler != SIG_IGN) sigaddset(&signals, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return signals;
}

cli::AppSettings app_settings(const Options& options) {
  cli::AppSettings settings;
  settings.database = cli::location(options);
  settings.address = options.address;
  settings.port = options.port;
  settings.workers = options.workers;
  settings.slow_request = std::chrono::milliseconds{options.slow_request};
  settings.public_address = options.public_address;
  settings.version = TAKT_VERSION;
  settings.mail = options.mail;
  settings.backup = options.backup;
  settings.backup_command = options.backup_command;
  settings.trusted_proxies = options.trusted_proxies;
  settings.access_log = !options.quiet;
  settings.assets = http::assets();
  return settings;
}

/// To whoever has started the server; where programs read the log, as its entry.
void tell_at_start(const Options& options, spdlog::level::level_enum level,
                   const std::string& text) {
  if (options.log_format == "json")
    spdlog::log(level, "{}", text);
  else
    std::cout << text << std::endl;
}

void serve(const Options& options) {
  const auto signals = hold_signals();
  cli::App app(app_settings(options));
  const auto here = origin(options, app.port());
  if (!command::has_users(app.context()))
    tell_at_start(options, spdlog::level::warn,
                  "Nobody is here yet. Create the administrator with this one-time link:\n  " +
                      here + "/invitation/" + command::make_invitation(app.context(), {}, {}));
  tell_at_start(options, spdlog::level::info, "Takt answers on " + here);
  const auto notifier = cli::keep_notifying(options.address, app.port());
  serve_until_signal(app, signals);
}

int check_health(const Options& options) {
  const auto fault = cli::fault_of_server(options.address, options.port);
  if (!fault.empty()) std::cerr << "takt: " << fault << '\n';
  return fault.empty() ? 0 : 1;
}

void demo(Options options) {
  const auto signals = hold_signals();
  std::filesystem::path thrown_away;
  if (options.data.empty() && options.database.empty()) {
    char folder[] = "/tmp/takt-demo-XXXXXX";
    if (!mkdtemp(folder)) throw std::runtime_error("Can't make a folder below /tmp.");
    options.data = folder;
    thrown_away = folder;
  }
  {
    // Before anything is migrated or answered.
    store::Database database(cli::location(options), 1);
    cli::require_own_story(database);
  }
  auto settings = app_settings(options);
  settings.demo = true;
  {
    cli::App app(settings);
    cli::tell_demo_story(app.context(), language(options));
    std::cout << "Takt's demo answers on " << origin(options, app.port())
              << "\nChoose one of its people on the page. Ctrl-C ends it"
              << (thrown_away.empty() ? "." : " and throws its data away.") << std::endl;
    serve_until_signal(app, signals);
  }
  if (!thrown_away.empty()) std::filesystem::remove_all(thrown_away);
}

void add_user(const Options& options) {
  store::Database database(cli::location(options), 1);
  store::migrate(database);
  access::Context context{database, cli::system_now};
  domain::User user;
  user.name = domain::composed(options.name);
  user.email = options.email;
  const auto role = mapping::enum_of<domain::OrganisationRole>(options.role);
  if (!role) throw std::runtime_error("The role must be administrator, head or member.");
  user.role = *role;
  const auto made = database.write(store::organisation_ledger(), [&](store::Session& session) {
    return command::add_user(context, session, {}, user);
  });
  std::cout << "One-time link for " << options.email << ":\n  " << origin(options, options.port)
            << "/invitation/" << command::make_invitation(context, {}, made.id) << '\n';
}

void reset_user(const Options& options) {
  store::Database database(cli::existing(options), 1);
  cli::require_newest(database);
  access::Context context{database, cli::system_now};
  const auto id = database.peek([&](store::Session& session) {
    return store::user_with_email(session, domain::email_key(options.email));
  });
  if (!id) throw std::runtime_error("Nobody has the e-mail " + options.email + ".");
  std::cout << "One-time link for " << options.email << ":\n  " << origin(options, options.port)
            << "/invitation/" << command::make_invitation(context, {}, *id) << '\n';
}

int erase(const Options& options) {
  store::Database database(cli::existing(options), 1);
  store::migrate(database);
  access::Context context{database, cli::system_now};
  const auto id = domain::parse_id(options.id);
  if (!id) throw std::runtime_error("An id looks like 0190f3a0-0000-7000-8000-000000000001.");
  const bool user = options.term == "user";
  const auto data = user ? command::personal_data_of_user(context, *id)
                         : command::personal_data_of_contact(context, *id);
  std::cout << "This erases for good the " << options.term << " \"" << data.name
            << "\": what the entry itself holds"
            << (user ? ", what lets them in, mails to them" : "") << " and what " << data.changes
            << " change(s) of the change log say of them.\nTexts that others wrote, minutes and "
               "backups keep what they hold.\n";
  if (!data.archived) throw std::runtime_error("Only what is archived can be erased.");
  if (!options.yes) {
    std::cout << "Nothing was erased. Say --yes to do it; there is no way back.\n";
    return 1;
  }
  if (user)
    command::erase_user(context, *id);
  else
    command::erase_contact(context, *id);
  std::cout << "Erased.\n";
  return 0;
}

void print_licences() {
  const auto assets = http::assets();
  const auto found = std::ranges::find(assets, "/licences.txt", &http::Asset::path);
  if (found == assets.end())
    throw std::runtime_error("This program was built without the web interface and its licences.");
  std::cout << found->plain;
}

int take_in(const Options& options) {
  store::Database database(cli::existing(options), 1);
  cli::require_newest(database);
  access::Context context{database, cli::system_now};
  access::access_revision(context);  // reads the organisation's zone
  return cli::import_file(context, options.import_, std::cout) ? 0 : 1;
}

void make_report(const Options& options) {
  store::Database database(cli::existing(options), 1);
  cli::require_newest(database);
  access::Context context{database, cli::system_now};
  access::access_revision(context);  // reads the organisation's zone
  auto report = options.report;
  report.public_address = options.public_address;
  std::cout << cli::report_file(context, report) << '\n';
}

/// A database must never get the number of an output that was closed.
void open_outputs() {
  int file = 0;
  do {
    file = open("/dev/null", O_RDWR);
  } while (file >= 0 && file <= STDERR_FILENO);
  close(file);
}

}  // namespace

int main(int argc, char** argv) {
  open_outputs();
  keep_memory_small();
  CLI::App program("Takt runs the agile cadence (OKR) of key account teams.");
  program.set_version_flag("--version", std::string("takt " TAKT_VERSION));
  program.require_subcommand(1);
  Options options;
  auto* demo_command = program.add_subcommand("demo", "Start with a complete story to look at");
  cli::database_options(demo_command, options);
  cli::server_options(demo_command, options);
  demo_command->add_option("--language", options.language, "Language of the story")
      ->check(CLI::IsMember({"de", "en"}))
      ->capture_default_str();
  auto* serve_command = program.add_subcommand("serve", "Start the real thing");
  cli::database_options(serve_command, options);
  cli::server_options(serve_command, options);
  auto* config_command =
      program.add_subcommand("config", "Print the settings of serve, and where each was said");
  cli::database_options(config_command, options);
  cli::server_options(config_command, options);
  auto* health_command = program.add_subcommand(
      "healthcheck", "End with 0 where the server and its database answer, else with 1");
  cli::database_options(health_command, options);
  auto* migrate_command =
      program.add_subcommand("migrate", "Bring the database to the newest step");
  cli::database_options(migrate_command, options);
  auto* doctor_command =
      program.add_subcommand("doctor", "Look for what is wrong or soon will be; 1 where it is");
  cli::database_options(doctor_command, options);
  cli::server_options(doctor_command, options);
  doctor_command->add_option(
      "--anchor", options.anchor,
      "File, best on another machine, that notes how far the change log had come");
  doctor_command->add_flag("--json", options.json, "What was found, for a program");
  auto* backup_command = program.add_subcommand(
      "backup", "Copy the SQLite database, while Takt runs, and read the copy back");
  cli::database_options(backup_command, options);
  backup_command->add_option("file", options.file, "File to make; FILE.sha256 beside it")
      ->required();
  auto* restore_command = program.add_subcommand(
      "restore", "Put a copy in the database's place; what was there is kept beside it");
  cli::database_options(restore_command, options);
  restore_command->add_option("file", options.file, "What takt backup made")->required();
  restore_command->add_flag("--dry-run", options.dry_run, "Only read the copy through");
  auto* dump_command = program.add_subcommand(
      "dump", "Write all data as lines of JSON, packed by Zstandard; also while Takt runs");
  cli::database_options(dump_command, options);
  dump_command->add_option("file", options.file, "File to make; - for the standard output")
      ->required();
  auto* load_command =
      program.add_subcommand("load", "Take a dump into an empty database, SQLite or PostgreSQL");
  cli::database_options(load_command, options);
  load_command->add_option("file", options.file, "What takt dump made; - for the standard input")
      ->required();
  auto* user_command = program.add_subcommand("user", "Add users and reset passwords");
  user_command->require_subcommand(1);
  auto* add_command = user_command->add_subcommand("add", "Add a user and print a one-time link");
  cli::database_options(add_command, options);
  add_command->add_option("email", options.email)->required();
  add_command->add_option("--name", options.name)->required();
  add_command->add_option("--role", options.role, "administrator, head or member")
      ->capture_default_str();
  auto* reset_command = user_command->add_subcommand("reset", "Print a link for a new password");
  cli::database_options(reset_command, options);
  reset_command->add_option("email", options.email)->required();
  auto* erase_command =
      program.add_subcommand("erase", "Erase the personal data of somebody who was archived");
  cli::database_options(erase_command, options);
  erase_command->add_option("term", options.term, "user or contact")
      ->required()
      ->check(CLI::IsMember({"user", "contact"}));
  erase_command->add_option("id", options.id)->required();
  erase_command->add_flag("--yes", options.yes, "Do it; without it, only say what would be erased");
  auto* report_command =
      program.add_subcommand("report", "Write an account plan to a file that can be taken along");
  cli::database_options(report_command, options);
  cli::report_options(report_command, options.report);
  auto* import_command = program.add_subcommand("import", "Take the rows of a CSV or TSV file in");
  cli::database_options(import_command, options);
  cli::import_options(import_command, options.import_);
  auto* licences_command =
      program.add_subcommand("licences", "Print the licences of what this program carries");
  try {
    program.parse(argc, argv);
  } catch (const CLI::ExtrasError& error) {
    std::cerr << cli::unexpected_arguments(program);
    return error.get_exit_code();
  } catch (const CLI::ParseError& error) {
    return program.exit(error);
  }
  try {
    const auto settings = cli::complete_settings(cli::chosen_command(program));
    if (*serve_command || *config_command) cli::refuse_unknown_variables();
    if (*config_command) {
      cli::print_settings(settings, std::cout);
      return 0;
    }
    if (*health_command) return check_health(options);
    if (sodium_init() < 0) throw std::runtime_error("libsodium can't start");
    choose_log(options);
    if (const auto fault = cli::fault_of_place(options); !fault.empty()) {
      // The output of a command may be what it makes.
      if (*serve_command || *demo_command)
        spdlog::warn("{}", fault);
      else
        std::cerr << "takt: " << fault << '\n';
    }
    if (*licences_command) print_licences();
    if (*demo_command) demo(options);
    if (*serve_command) serve(options);
    if (*migrate_command) cli::migrate(options);
    if (*backup_command) cli::back_up(options);
    if (*restore_command) cli::restore(options);
    if (*dump_command) cli::dump(options);
    if (*load_command) cli::load(options);
    if (*add_command) add_user(options);
    if (*reset_command) reset_user(options);
    if (*report_command) make_report(options);
    if (*erase_command) return erase(options);
    if (*import_command) return take_in(options);
    return *doctor_command ? cli::doctor(options) : 0;
  } catch (const domain::Problem& problem) {
    std::cerr << "takt: " << problem.detail << '\n';
    for (const auto& field : problem.fields)
      std::cerr << "  " << field.pointer << ' ' << field.detail << '\n';
  } catch (const std::exception& error) {
    std::cerr << "takt: " << error.what() << '\n';
  }
  return 1;
}
