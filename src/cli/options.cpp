#include "cli/options.hpp"

#include <arpa/inet.h>

#include <CLI/CLI.hpp>
#include <regex>

#include "access/proxies.hpp"
#include "cli/choice.hpp"
#include "domain/import.hpp"

namespace takt::cli {

namespace {

/// What is wrong with one of the trusted proxies; empty: nothing.
std::string fault_of_proxy(const std::string& network) {
  try {
    const access::TrustedProxies tried(std::vector{network});
    return "";
  } catch (const std::runtime_error& error) {
    return error.what();
  }
}

/// What is wrong with an address to listen on; empty: nothing.
std::string fault_of_address(const std::string& address) {
  in6_addr any{};
  if (inet_pton(AF_INET, address.c_str(), &any) == 1 ||
      inet_pton(AF_INET6, address.c_str(), &any) == 1)
    return "";
  return address + " is no IP address such as 127.0.0.1, 0.0.0.0 or ::1";
}

/// The same of what links begin with.
std::string fault_of_public_address(const std::string& address) {
  static const std::regex form(R"(https?://[^\s/?#@]+(/[^\s?#]*)?)");
  if (address.empty() || std::regex_match(address, form)) return "";
  return address + " is no address such as https://takt.example.com";
}

std::string fault_of_mail_server(const std::string& server) {
  static const std::regex form(R"(smtps?://[^\s/?#]+/?)");
  if (server.empty() || std::regex_match(server, form)) return "";
  return "a mail server is named like smtps://mail.example.com:465";
}

std::string fault_of_sender(const std::string& sender) {
  static const std::regex form(R"(([^<>]*<)?[^\s<>@]+@[^\s<>@]+>?)");
  if (sender.empty() || std::regex_match(sender, form)) return "";
  return sender + " is no e-mail address such as takt@example.com";
}

}  // namespace

void database_options(CLI::App* command, Options& options) {
  command->option_defaults()->group(kSettings);
  command->add_option("--config", "File of settings, a line each: port = 8080");
  command->add_option("--data", options.data, "Folder of the SQLite database");
  command->add_option("--database", options.database, "postgresql://user:password@host/name");
  command->add_option("--database-file", "File that holds what --database would say");
  command
      ->add_option("--public-address", options.public_address,
                   "Address that people use, e.g. https://takt.example.com")
      ->check(fault_of_public_address);
  command->add_option("--address", options.address, "Address to listen on")
      ->check(fault_of_address)
      ->capture_default_str();
  command->add_option("--port", options.port, "Port to listen on; 0 for any free one")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  command->option_defaults()->group("Options");
}

void server_options(CLI::App* command, Options& options) {
  command->option_defaults()->group(kSettings);
  command->add_option("--workers", options.workers, "Threads that may block on the database")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
  command
      ->add_option("--slow-request", options.slow_request,
                   "Milliseconds from which a request is logged with its statements; 0: none")
      ->check(CLI::Range(0, 3'600'000))
      ->capture_default_str();
  command->add_option("--log-format", options.log_format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command
      ->add_option("--trusted-proxies", options.trusted_proxies,
                   "Addresses and networks, parted by commas, whose X-Forwarded-For is believed")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(fault_of_proxy);
  command
      ->add_option("--smtp", options.mail.server, "Mail server, e.g. smtps://host:465; empty: none")
      ->check(fault_of_mail_server);
  command->add_option("--smtp-user", options.mail.user, "Name at the mail server");
  command->add_option("--smtp-password", options.mail.password, "Better in a file of its own");
  command->add_option("--smtp-password-file", "File that holds the password");
  command->add_option("--mail-from", options.mail.from, "Sender of mails")->check(fault_of_sender);
  command->add_option("--backup-folder", options.backup.folder,
                      "Folder for a backup a day of the SQLite database; empty: none");
  command->add_option("--backup-keep", options.backup.keep, "How many of them are kept")
      ->check(CLI::Range(1, 10'000))
      ->capture_default_str();
  command->add_option("--backup-command", options.backup_command,
                      "Run by the shell after each, with its path in $TAKT_BACKUP_FILE");
  command->add_flag("--quiet", options.quiet, "Log warnings and errors only");
  command->option_defaults()->group("Options");
}

void report_options(CLI::App* command, ReportOptions& options) {
  command->add_option("account", options.account, "Code of the account")->required();
  command
      ->add_option("--format", options.format,
                   "xlsx: the account plan as an Excel workbook; csv: one of its sheets, by "
                   "--list; pdf: the one-pager")
      ->check(CLI::IsMember({"xlsx", "csv", "pdf"}))
      ->capture_default_str();
  command->add_option("--kind", options.audience, "Of a one-pager, for whom it is made")
      ->transform(CLI::CheckedTransformer(
          std::map<std::string, domain::Audience>{{"management", domain::Audience::management},
                                                  {"team", domain::Audience::team},
                                                  {"customer", domain::Audience::customer}}))
      ->default_str("management");
  command->add_option("--list", options.list, "Sheet of a CSV file, e.g. supply");
  command->add_option("--output", options.output,
                      "File to write; without it named after "
                      "account and cycle, in this folder");
  command->add_option("--language", options.language, "Language of the file")
      ->check(CLI::IsMember({"de", "en"}))
      ->capture_default_str();
  command->add_flag("--contacts", options.contacts,
                    "With the people at the customer, which are personal data");
}

void import_options(CLI::App* command, ImportOptions& options) {
  command->add_option("file", options.file, "File to read")->required()->check(CLI::ExistingFile);
  command->add_option("--account", options.account, "Code of the account");
  command
      ->add_option("--as", options.person,
                   "Address of whoever brings it in, with whose rights and under whose name")
      ->required();
  command->add_flag("--accounts", options.accounts,
                    "Its rows are accounts with their teams: without --account and --kind");
  command->add_option("--kind", options.kind, "What its rows are")
      ->check(CLI::IsMember(choices_of<domain::ImportKind>()));
  command->add_option(
      "--column", options.columns,
      "NAME=FIELD: what a column holds whose name says something else; of amounts "
      "NAME=FIELD*1000 where they are in thousands, NAME=FIELD*1000000 in millions");
  command->add_option("--header", options.header, "Row of the names of the columns")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command->add_option("--delimiter", options.delimiter,
                      "What parts the cells: one sign or tab; a comma, for .tsv a tab");
  command->add_option("--encoding", options.encoding, "utf-8 or windows-1252")
      ->check(CLI::IsMember({"utf-8", "windows-1252"}))
      ->capture_default_str();
  command->add_option("--decimal-sign", options.decimal_sign, "comma or point")
      ->check(CLI::IsMember(choices_of<domain::DecimalSign>()))
      ->capture_default_str();
  command->add_option("--date-order", options.date_order, "dmy, mdy or ymd")
      ->check(CLI::IsMember(choices_of<domain::DateOrder>()))
      ->capture_default_str();
  command
      ->add_option("--percent", options.percent,
                   "What 0.4 is in a column of shares: as_written 0.4 %, as a fraction 40 %")
      ->check(CLI::IsMember(choices_of<domain::PercentMeaning>()))
      ->capture_default_str();
  command
      ->add_option("--confidence", options.confidence,
                   "What numbers of confidence go up to: ten, five (from 1), fraction (1), percent")
      ->check(CLI::IsMember(choices_of<domain::ConfidenceScale>()))
      ->capture_default_str();
  command->add_flag("--dry-run", options.dry_run, "Judge only; nothing is stored");
  command->add_flag("--leave-out", options.leave_out, "Take the others in where rows are refused");
}

}  // namespace takt::cli
