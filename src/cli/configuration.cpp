#include "cli/configuration.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/algorithm/string/trim.hpp>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <map>
#include <ostream>
#include <regex>

#include "cli/nearest.hpp"
#include "cli/options.hpp"
#include "http/message.hpp"

namespace takt::cli {
namespace {

constexpr std::string_view kFileEnding = "-file";
constexpr auto kDataUnused = " (not used: the database holds)";

/// Where a setting was said, and what.
struct SaidSetting {
  std::string text;
  std::string place;
};

std::vector<CLI::Option*> settings_of(CLI::App& command) {
  return command.get_options(
      [](const CLI::Option* option) { return option->get_group() == kSettings; });
}

/// Of all commands: they share a file, in which each finds more than it needs.
std::vector<std::string> known_settings() {
  CLI::App every;
  Options options;
  database_options(&every, options);
  server_options(&every, options);
  std::vector<std::string> names;
  for (const auto* option : settings_of(every)) names.push_back(option->get_single_name());
  return names;
}

/// What follows the equals sign. Quotes keep blanks at the ends and what looks like a comment.
std::string value_in_file(std::string text, const std::string& place) {
  const char quote = text.empty() ? ' ' : text.front();
  if (quote != '"' && quote != '\'') {
    const auto comment = text.starts_with('#') ? 0 : text.find(" #");
    return boost::algorithm::trim_copy(text.substr(0, comment));
  }
  const auto end = text.find(quote, 1);
  const auto rest = end == text.npos ? "" : boost::algorithm::trim_copy(text.substr(end + 1));
  if (end == text.npos || (!rest.empty() && rest.front() != '#'))
    throw std::runtime_error(place + ": a value that begins with " + quote + " must end with it.");
  return text.substr(1, end - 1);
}

std::string no_such_setting(const std::string& place, const std::string& name,
                            const std::vector<std::string>& known) {
  return place + ": there is no setting " + name + '.' + did_you_mean(name, known);
}

std::string said_before(const std::string& place, const std::string& name,
                        const std::string& before) {
  return place + ": " + name + " was said before, at " + before + '.';
}

std::map<std::string, SaidSetting> read_file(const std::string& path) {
  std::ifstream file(path);
  auto known = known_settings();
  std::erase(known, "config");
  std::map<std::string, SaidSetting> said;
  std::string line;
  int number = 0;
  for (; std::getline(file, line);) {
    const auto place = path + ':' + std::to_string(++number);
    boost::algorithm::trim(line);
    if (line.empty() || line.front() == '#') continue;
    const auto equals = line.find('=');
    if (line.front() == '[' || equals == line.npos)
      throw std::runtime_error(place + ": a line says, e.g., port = 8080. There are no sections.");
    const auto name = boost::algorithm::trim_copy(line.substr(0, equals));
    if (std::ranges::find(known, name) == known.end())
      throw std::runtime_error(no_such_setting(place, name, known));
    const SaidSetting value{
        value_in_file(boost::algorithm::trim_copy(line.substr(equals + 1)), place), place};
    if (const auto [before, first] = said.emplace(name, value); !first)
      throw std::runtime_error(said_before(place, name, before->second.place));
  }
  if (number == 0 && !file.eof())
    throw std::runtime_error("The file of settings can't be read: " + path);
  return said;
}

std::string secret_in(const SaidSetting& file) {
  // A pipe would be waited for, maybe for ever.
  std::error_code unknown;
  const auto kind = std::filesystem::status(file.text, unknown);
  if (std::filesystem::exists(kind) && !std::filesystem::is_regular_file(kind))
    throw std::runtime_error(file.place + ": " + file.text + " is no regular file.");
  std::ifstream in(file.text);
  std::string secret;
  if (!std::getline(in, secret, '\0') && !in.eof())
    throw std::runtime_error(file.place + ": " + file.text + " can't be read.");
  while (secret.ends_with('\n') || secret.ends_with('\r')) secret.pop_back();
  if (secret.empty()) throw std::runtime_error(file.place + ": " + file.text + " is empty.");
  return secret;
}

/// An address as it may be shown. A parameter's name is the same however it is encoded.
std::string without_secrets(std::string address) {
  // Rather too much is hidden than a part of a password with an @ in it shown.
  address = std::regex_replace(address, std::regex("(//[^:@/?]*):.*@"), "$1:(set)@");
  const auto question = std::min(address.find('?'), address.size());
  auto out = address.substr(0, question);
  for (auto at = question; at < address.size();) {
    const auto end = std::min(address.find('&', at + 1), address.size());
    const auto name = address.substr(at + 1, std::min(address.find('=', at), end) - at - 1);
    const bool secret = http::url_decode(name).ends_with("password");
    out += secret ? address[at] + name + "=(set)" : address.substr(at, end - at);
    at = end;
  }
  return std::regex_replace(out, std::regex("(password=)[^&\\s]*"), "$1(set)");
}

/// Whether a setting says where the data are.
bool is_place(const CLI::Option& setting) {
  const auto& name = setting.get_single_name();
  return name == "data" || name == "database" || name == "database-file";
}

/// A command's settings while they are gathered.
class Settings {
 public:
  explicit Settings(CLI::App& command) : command_(command), options_(settings_of(command)) {
    for (const auto* option : options_)
      if (option->count() > 0) origins_[option] = option->get_name();
    // Who names a place for one command means no other one.
    if (std::ranges::any_of(options_, [](auto* each) { return is_place(*each) && each->count(); }))
      std::erase_if(options_to_add_, [](auto* each) { return is_place(*each); });
  }

  void add_environment() {
    for (auto* option : options_to_add_) {
      const auto name = variable(option->get_single_name());
      const char* text = std::getenv(name.c_str());
      if (text && *text) add(*option, {text, name});
    }
  }

  void add_file() {
    auto* file = command_.get_option_no_throw("--config");
    if (!file || file->count() == 0) return;
    for (const auto& [name, said] : read_file(file->as<std::string>()))
      for (auto* option : options_to_add_)
        if (option->get_single_name() == name && !said.text.empty()) add(*option, said);
  }

  void add_secrets() {
    for (auto* option : options_) {
      const auto name = option->get_single_name();
      if (!name.ends_with(kFileEnding) || option->count() == 0) continue;
      auto* secret = command_.get_option("--" + name.substr(0, name.size() - kFileEnding.size()));
      if (secret->count() > 0)
        throw std::runtime_error(origins_[secret] + " and " + origins_[option] +
                                 " both say what --" + secret->get_single_name() +
                                 " is. Keep one of them.");
      const auto path = option->as<std::string>();
      add(*secret, {secret_in({path, origins_[option]}), path});
    }
  }

  std::vector<Setting> list() {
    const auto* database = command_.get_option_no_throw("--database");
    std::vector<Setting> list;
    for (const auto* option : options_) {
      const auto origin = origins_.find(option);
      list.push_back({option->get_single_name(), shown(*option),
                      origin == origins_.end() ? "default" : origin->second});
      if (list.back().name == "data" && option->count() > 0 && database->count() > 0)
        list.back().value += kDataUnused;
    }
    return list;
  }

 private:
  /// Does nothing where a stronger place has said it.
  void add(CLI::Option& option, const SaidSetting& said) {
    if (option.count() > 0) return;
    try {
      option.add_result(said.text);
      option.run_callback();
    } catch (const CLI::Error& error) {
      throw std::runtime_error(said.place + ": " + error.what());
    }
    origins_[&option] = said.place;
  }

  static std::string shown(const CLI::Option& option) {
    const auto& name = option.get_single_name();
    auto text =
        option.count() > 0 ? CLI::detail::join(option.results(), ",") : option.get_default_str();
    if (text.empty()) return option.get_expected_max() == 0 ? "false" : "(none)";
    if (name == "smtp-password") return "(set)";
    if (name != "database" && name != "smtp") return text;
    return without_secrets(text);
  }

  CLI::App& command_;
  std::vector<CLI::Option*> options_;
  std::vector<CLI::Option*> options_to_add_ = options_;  ///< of what the command line leaves open
  std::map<const CLI::Option*, std::string> origins_;
};

}  // namespace

CLI::App& chosen_command(CLI::App& program) {
  auto* command = &program;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
  return *command;
}

std::string variable(std::string_view setting) {
  std::string text = "TAKT_";
  for (const char letter : setting)
    text +=
        letter == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
  return text;
}

std::vector<Setting> complete_settings(CLI::App& command) {
  Settings settings(command);
  settings.add_environment();
  settings.add_file();
  settings.add_secrets();
  return settings.list();
}

void refuse_unknown_variables() {
  auto known = known_settings();
  std::ranges::transform(known, known.begin(), variable);
  for (char** entry = environ; *entry; ++entry) {
    const std::string_view text = *entry;
    const auto name = text.substr(0, text.find('='));
    if (name.starts_with("TAKT_") && std::ranges::find(known, name) == known.end())
      throw std::runtime_error("There is no setting " + std::string(name) +
                               ", which the environment has." + did_you_mean(name, known));
  }
}

void print_settings(const std::vector<Setting>& settings, std::ostream& out) {
  std::size_t names = 0;
  std::size_t values = 0;
  for (const auto& setting : settings) {
    names = std::max(names, setting.name.size());
    values = std::max(values, setting.value.size());
  }
  for (const auto& [name, value, origin] : settings)
    out << std::left << std::setw(static_cast<int>(names) + 2) << name
        << std::setw(static_cast<int>(values) + 2) << value << origin << '\n';
}

std::string unexpected_arguments(CLI::App& program) {
  std::vector<std::string> known;
  for (const auto* option : chosen_command(program).get_options())
    known.push_back(option->get_name());
  for (const auto* other : program.get_subcommands({})) known.push_back(other->get_name());
  std::string text;
  for (const auto& argument : program.remaining(true)) {
    const auto name = argument.substr(0, argument.find('='));
    text += "takt: " + name + " is not expected here." + did_you_mean(name, known) + '\n';
  }
  return text;
}

}  // namespace takt::cli
