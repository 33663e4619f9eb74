#pragma once
// Where settings come from: the command line, else the environment, else a file, else their
// default. `public-address` is --public-address, TAKT_PUBLIC_ADDRESS and a line of that name in the
// file.

#include <CLI/App.hpp>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace takt::cli {

/// A setting as it holds.
struct Setting {
  std::string name;
  std::string value;   ///< without what is secret
  std::string origin;  ///< e.g. --port, TAKT_PORT, /etc/takt/takt.conf:3, default
};

/// The command that was chosen, e.g. `add` of `takt user add`.
CLI::App& chosen_command(CLI::App& program);

/// The variable that says a setting: TAKT_PUBLIC_ADDRESS.
std::string variable(std::string_view setting);

/// Adds to a command's settings (kSettings) what the command line leaves open: where it says the
/// place of the data, by whichever setting, no other place does. `smtp-password-file` names the
/// file that holds `smtp-password`. Throws std::runtime_error that names the setting that
/// is unknown, wrong or said twice, and the place that says so.
std::vector<Setting> complete_settings(CLI::App& command);

/// Throws std::runtime_error for variables TAKT_… that are no setting.
void refuse_unknown_variables();

void print_settings(const std::vector<Setting>& settings, std::ostream& out);

/// What is wrong with a command line that says too much.
std::string unexpected_arguments(CLI::App& program);

}  // namespace takt::cli
