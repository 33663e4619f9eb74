#pragma once
// What can be said on the command line, in the environment and in the file of options.

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "cli/import_file.hpp"
#include "cli/report_file.hpp"
#include "command/backup.hpp"
#include "outbound/mailer.hpp"

namespace takt::cli {

struct Options {
  std::string data;
  std::string database;
  std::string address = "127.0.0.1";
  unsigned short port = 8080;
  int workers = 8;
  int slow_request = 1'000;  ///< milliseconds; 0: none is
  std::string public_address;
  std::string language = "de";
  std::string log_format = "text";
  outbound::MailSettings mail;
  command::BackupSettings backup;
  std::string backup_command;
  std::vector<std::string> trusted_proxies;
  bool quiet = false;
  std::string email;
  std::string name;
  std::string role = "member";
  std::string term;
  std::string id;
  std::string file;
  bool dry_run = false;
  bool yes = false;
  std::string anchor;
  bool json = false;
  ImportOptions import_;
  ReportOptions report;
};

/// Heads those options in a command's help that may come from elsewhere: see configuration.hpp.
inline constexpr auto kSettings = "Settings, also from the environment (TAKT_…) or a file";

/// Where the data are, and where the server answers.
void database_options(CLI::App* command, Options& options);
/// Of a command that serves.
void server_options(CLI::App* command, Options& options);
void report_options(CLI::App* command, ReportOptions& options);
void import_options(CLI::App* command, ImportOptions& options);

}  // namespace takt::cli
