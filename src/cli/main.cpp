// takt: the command line.

#include <sodium.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <thread>

#include "access/context.hpp"
#include "access/session.hpp"
#include "cli/app.hpp"
#include "cli/demo.hpp"
#include "cli/import_file.hpp"
#include "cli/log.hpp"
#include "command/erasure.hpp"
#include "command/invitation.hpp"
#include "command/user.hpp"
#include "domain/text.hpp"
#include "domain/user.hpp"
#include "report/account_workbook.hpp"
#include "store/account_store.hpp"
#include "store/migrations.hpp"
#include "store/user_store.hpp"

namespace {

using namespace takt;

struct Options {
  std::string data;
  std::string database;
  std::string address = "127.0.0.1";
  unsigned short port = 8080;
  int workers = 8;
  std::string public_address;
  std::string language = "de";
  std::string log_format = "text";
  outbound::MailSettings mail;
  bool trust_proxy = false;
  bool quiet = false;
  std::string email;
  std::string name;
  std::string role = "member";
  std::string term;
  std::string id;
  bool yes = false;
  std::string code;
  std::string output;
  bool contacts = false;
  cli::ImportOptions import_;
};

domain::Language language(const Options& options) {
  return options.language == "en" ? domain::Language::en : domain::Language::de;
}

domain::Instant now() {
  return {std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())};
}

std::string location(const Options& options) {
  if (!options.database.empty()) return options.database;
  if (options.data.empty()) throw CLI::RequiredError("--data or --database");
  return options.data + "/takt.db";
}

void choose_log(const Options& options) {
  spdlog::set_formatter(cli::log_formatter(options.log_format == "json" ? cli::LogFormat::json
                                                                        : cli::LogFormat::text));
  if (options.quiet) spdlog::set_level(spdlog::level::warn);
}

std::string origin(const Options& options, unsigned short port) {
  return cli::origin(options.public_address, options.address, port);
}

/// Serves until SIGTERM or SIGINT, which `signals` holds back from all threads.
void serve_until_signal(cli::App& app, const sigset_t& signals) {
  const std::jthread waiter([&] {
    int signal = 0;
    sigwait(&signals, &signal);
    spdlog::info("stopping: finishing what runs");
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
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return signals;
}

cli::AppSettings app_settings(const Options& options) {
  cli::AppSettings settings;
  settings.database = location(options);
  settings.address = options.address;
  settings.port = options.port;
  settings.workers = options.workers;
  settings.public_address = options.public_address;
  settings.version = TAKT_VERSION;
  settings.mail = options.mail;
  settings.trust_proxy = options.trust_proxy;
  settings.access_log = !options.quiet;
  settings.assets = http::assets();
  return settings;
}

void serve(const Options& options) {
  const auto signals = hold_signals();
  cli::App app(app_settings(options));
  if (!command::has_users(app.context())) {
    const auto token = command::make_invitation(app.context(), {}, {});
    std::cout << "Nobody is here yet. Create the administrator with this one-time link:\n  "
              << origin(options, app.port()) << "/invitation/" << token << std::endl;
  }
  std::cout << "Takt answers on " << origin(options, app.port()) << std::endl;
  serve_until_signal(app, signals);
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
    store::Database database(location(options), 1);
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

void migrate(const Options& options) {
  store::Database database(location(options), 1);
  const int steps = store::migrate(database);
  std::cout << "Made " << steps << " step(s); the database has step "
            << store::schema_version(database) << ".\n";
}

int doctor(const Options& options) {
  store::Database database(location(options), 1);
  const int step = store::schema_version(database);
  const int newest = store::migrations().back().number;
  std::cout << "Database step " << step << " of " << newest << "\n";
  if (step != newest) throw std::runtime_error("Bring it to the newest step first: takt migrate");
  const auto broken = database.read(store::verify_chains);
  for (const auto& sentence : broken) std::cout << sentence << '\n';
  if (const auto erased = database.read(store::count_erased))
    std::cout << erased << " change(s) are erased.\n";
  std::cout << (broken.empty() ? "The change log is whole.\n" : "The change log is damaged.\n");
  return broken.empty() ? 0 : 1;
}

void add_user(const Options& options) {
  store::Database database(location(options), 1);
  store::migrate(database);
  access::Context context{database, now};
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
  store::Database database(location(options), 1);
  access::Context context{database, now};
  const auto id = database.peek([&](store::Session& session) {
    return store::user_with_email(session, domain::email_key(options.email));
  });
  if (!id) throw std::runtime_error("Nobody has the e-mail " + options.email + ".");
  std::cout << "One-time link for " << options.email << ":\n  " << origin(options, options.port)
            << "/invitation/" << command::make_invitation(context, {}, *id) << '\n';
}

int erase(const Options& options) {
  store::Database database(location(options), 1);
  store::migrate(database);
  access::Context context{database, now};
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

void require_newest(store::Database& database) {
  if (store::schema_version(database) != store::migrations().back().number)
    throw std::runtime_error("Bring the database to the newest step first: takt migrate");
}

int take_in(const Options& options) {
  store::Database database(location(options), 1);
  require_newest(database);
  access::Context context{database, now};
  access::access_revision(context);  // reads the organisation's zone
  return cli::import_file(context, options.import_, std::cout) ? 0 : 1;
}

void make_report(const Options& options) {
  store::Database database(location(options), 1);
  require_newest(database);
  access::Context context{database, now};
  access::access_revision(context);  // reads the organisation's zone
  const auto account = database.peek(
      [&](store::Session& session) { return store::account_with_code(session, options.code); });
  if (!account) throw std::runtime_error("No account has the code " + options.code + ".");
  const auto file = report::account_workbook(context,
                                             {.language = language(options),
                                              .zone = context.zone.name(),
                                              .name = "takt report",
                                              .contacts = options.contacts},
                                             *account);
  const auto path = options.output.empty() ? file.name : options.output;
  std::ofstream out(path, std::ios::binary);
  out << file.content;
  out.close();
  if (!out) throw std::runtime_error("Can't write " + path + ".");
  std::cout << path << '\n';
}

void database_options(CLI::App* command, Options& options) {
  command->add_option("--data", options.data, "Folder of the SQLite database")
      ->envname("TAKT_DATA");
  command->add_option("--database", options.database, "postgresql://user:password@host/name")
      ->envname("TAKT_DATABASE");
  command
      ->add_option("--public-address", options.public_address,
                   "Address that people use, e.g. https://takt.example.com")
      ->envname("TAKT_PUBLIC_ADDRESS");
  command->add_option("--address", options.address, "Address to listen on")
      ->envname("TAKT_ADDRESS")
      ->capture_default_str();
  command->add_option("--port", options.port, "Port to listen on; 0 for any free one")
      ->envname("TAKT_PORT")
      ->capture_default_str();
}

void server_options(CLI::App* command, Options& options) {
  command->add_option("--workers", options.workers, "Threads that may block on the database")
      ->envname("TAKT_WORKERS")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
  command->add_option("--log-format", options.log_format, "text or json")
      ->envname("TAKT_LOG_FORMAT")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command
      ->add_flag("--trust-proxy", options.trust_proxy,
                 "Take the client's address from X-Forwarded-For")
      ->envname("TAKT_TRUST_PROXY");
  command
      ->add_option("--smtp", options.mail.server, "Mail server, e.g. smtps://host:465; empty: none")
      ->envname("TAKT_SMTP");
  command->add_option("--smtp-user", options.mail.user, "Name at the mail server")
      ->envname("TAKT_SMTP_USER");
  command->add_option("--smtp-password", options.mail.password, "Better in the environment")
      ->envname("TAKT_SMTP_PASSWORD");
  command->add_option("--mail-from", options.mail.from, "Sender of mails")
      ->envname("TAKT_MAIL_FROM");
  command->add_flag("--quiet", options.quiet, "Log warnings and errors only")
      ->envname("TAKT_QUIET");
  // The file is read by the program; a command passes the flag on to it.
  command->fallthrough();
}

void import_options(CLI::App* command, cli::ImportOptions& options) {
  command->add_option("file", options.file, "File to read")->required()->check(CLI::ExistingFile);
  command->add_option("--account", options.account, "Code of the account")->required();
  command
      ->add_option("--as", options.person,
                   "Address of whoever brings it in, with whose rights and under whose name")
      ->required();
  command->add_option("--kind", options.kind, "What its rows are")
      ->required()
      ->check(CLI::IsMember(
          {"sites", "areas", "contacts", "supply", "kpi_values", "signals", "actions"}));
  command->add_option("--column", options.columns,
                      "NAME=FIELD: what a column holds whose name says something else");
  command->add_option("--header", options.header, "Row of the names of the columns")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command->add_option("--delimiter", options.delimiter,
                      "What parts the cells: one sign or tab; a comma, for .tsv a tab");
  command->add_option("--encoding", options.encoding, "utf-8 or windows-1252")
      ->check(CLI::IsMember({"utf-8", "windows-1252"}))
      ->capture_default_str();
  command->add_option("--decimal-sign", options.decimal_sign, "comma or point")
      ->check(CLI::IsMember({"comma", "point"}))
      ->capture_default_str();
  command->add_option("--date-order", options.date_order, "dmy, mdy or ymd")
      ->check(CLI::IsMember({"dmy", "mdy", "ymd"}))
      ->capture_default_str();
  command
      ->add_option("--percent", options.percent,
                   "What 0.4 is in a column of shares: as_written 0.4 %, as a fraction 40 %")
      ->check(CLI::IsMember({"as_written", "fraction"}))
      ->capture_default_str();
  command->add_flag("--dry-run", options.dry_run, "Judge only; nothing is stored");
  command->add_flag("--leave-out", options.leave_out, "Take the others in where rows are refused");
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App program("Takt runs the agile cadence (OKR) of key account teams.");
  program.set_version_flag("--version", std::string("takt " TAKT_VERSION));
  program.set_config("--config", "", "TOML file with options below [serve] or [demo]")
      ->envname("TAKT_CONFIG");
  program.require_subcommand(1);
  Options options;
  auto* demo_command = program.add_subcommand("demo", "Start with a complete story to look at");
  database_options(demo_command, options);
  server_options(demo_command, options);
  demo_command->add_option("--language", options.language, "Language of the story")
      ->check(CLI::IsMember({"de", "en"}))
      ->capture_default_str();
  auto* serve_command = program.add_subcommand("serve", "Start the real thing");
  database_options(serve_command, options);
  server_options(serve_command, options);
  auto* migrate_command =
      program.add_subcommand("migrate", "Bring the database to the newest step");
  database_options(migrate_command, options);
  auto* doctor_command =
      program.add_subcommand("doctor", "Verify the change log, chains and contents");
  database_options(doctor_command, options);
  auto* user_command = program.add_subcommand("user", "Add users and reset passwords");
  user_command->require_subcommand(1);
  auto* add_command = user_command->add_subcommand("add", "Add a user and print a one-time link");
  database_options(add_command, options);
  add_command->add_option("email", options.email)->required();
  add_command->add_option("--name", options.name)->required();
  add_command->add_option("--role", options.role, "administrator, head or member")
      ->capture_default_str();
  auto* reset_command = user_command->add_subcommand("reset", "Print a link for a new password");
  database_options(reset_command, options);
  reset_command->add_option("email", options.email)->required();
  auto* erase_command =
      program.add_subcommand("erase", "Erase the personal data of somebody who was archived");
  database_options(erase_command, options);
  erase_command->add_option("term", options.term, "user or contact")
      ->required()
      ->check(CLI::IsMember({"user", "contact"}));
  erase_command->add_option("id", options.id)->required();
  erase_command->add_flag("--yes", options.yes, "Do it; without it, only say what would be erased");
  auto* report_command =
      program.add_subcommand("report", "Write an account plan to a file that can be taken along");
  database_options(report_command, options);
  report_command->add_option("account", options.code, "Code of the account")->required();
  report_command->add_option("--format", "xlsx: an Excel workbook")
      ->check(CLI::IsMember({"xlsx"}))
      ->default_str("xlsx");
  report_command->add_option("--output", options.output,
                             "File to write; without it named after "
                             "account and cycle, in this folder");
  report_command->add_option("--language", options.language, "Language of the file")
      ->check(CLI::IsMember({"de", "en"}))
      ->capture_default_str();
  report_command->add_flag("--contacts", options.contacts,
                           "With the people at the customer, which are personal data");
  auto* import_command =
      program.add_subcommand("import", "Take the rows of a CSV or TSV file into an account");
  database_options(import_command, options);
  import_options(import_command, options.import_);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error);
  }
  try {
    if (sodium_init() < 0) throw std::runtime_error("libsodium can't start");
    choose_log(options);
    if (*demo_command) demo(options);
    if (*serve_command) serve(options);
    if (*migrate_command) migrate(options);
    if (*add_command) add_user(options);
    if (*reset_command) reset_user(options);
    if (*report_command) make_report(options);
    if (*erase_command) return erase(options);
    if (*import_command) return take_in(options);
    return *doctor_command ? doctor(options) : 0;
  } catch (const domain::Problem& problem) {
    std::cerr << "takt: " << problem.detail << '\n';
    for (const auto& field : problem.fields)
      std::cerr << "  " << field.pointer << ' ' << field.detail << '\n';
  } catch (const std::exception& error) {
    std::cerr << "takt: " << error.what() << '\n';
  }
  return 1;
}
