// Where settings come from, and how the program refuses what is none.

#include "cli/configuration.hpp"

#include <sys/stat.h>
#include <sys/wait.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "cli/nearest.hpp"
#include "cli/options.hpp"
#include "report/read_back.hpp"
#include "server.hpp"

namespace takt::tests {
namespace {

/// `takt serve` up to where it would start, with an environment and a folder of its own.
class Configuration : public testing::Test {
 protected:
  Configuration() {
    std::filesystem::create_directories(folder);
    cli::database_options(&command, options);
    cli::server_options(&command, options);
  }
  ~Configuration() override {
    for (const auto& name : variables) unsetenv(name.c_str());
    std::filesystem::remove_all(folder);
  }
  void set(const std::string& name, const std::string& text) {
    setenv(name.c_str(), text.c_str(), 1);
    variables.push_back(name);
  }
  /// The path of a new file.
  std::string file(const std::string& name, const std::string& text) const {
    std::ofstream(folder / name) << text;
    return (folder / name).string();
  }
  std::vector<cli::Setting> start(std::vector<std::string> arguments = {}) {
    std::ranges::reverse(arguments);  // as CLI11 wants them
    command.parse(arguments);
    return cli::complete_settings(command);
  }
  std::string fault(const std::vector<std::string>& arguments = {}) {
    try {
      start(arguments);
      return "";
    } catch (const std::runtime_error& error) {
      return error.what();
    }
  }
  static std::string shown(const std::vector<cli::Setting>& settings, const std::string& name) {
    const auto found = std::ranges::find(settings, name, &cli::Setting::name);
    return found->value + " by " + found->origin;
  }

  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("takt_config_" + new_id());
  CLI::App command;
  cli::Options options;
  std::vector<std::string> variables;
};

TEST_F(Configuration, IsTakenFromTheCommandLineBeforeTheEnvironmentBeforeTheFile) {
  const auto path = file("takt.conf",
                         "# Takt\n\naddress = 0.0.0.0\nport = 1\nworkers = 2 # few\nquiet = true\n"
                         "mail-from = \"Takt #1 <takt@example.com>\"  # sender\nsmtp-user =\n");
  set("TAKT_PORT", "3");
  set("TAKT_WORKERS", "4");
  set("TAKT_LOG_FORMAT", "");
  set("TAKT_TRUSTED_PROXIES", "10.0.0.0/8,::1");
  const auto settings = start({"--config", path, "--workers", "5"});
  EXPECT_EQ("0.0.0.0", options.address);
  EXPECT_EQ(3, options.port);
  EXPECT_EQ(5, options.workers);
  EXPECT_EQ("text", options.log_format);
  EXPECT_EQ("Takt #1 <takt@example.com>", options.mail.from);
  EXPECT_TRUE(options.quiet);
  EXPECT_EQ((std::vector<std::string>{"10.0.0.0/8", "::1"}), options.trusted_proxies);
  EXPECT_EQ("0.0.0.0 by " + path + ":3", shown(settings, "address"));
  EXPECT_EQ("3 by TAKT_PORT", shown(settings, "port"));
  EXPECT_EQ("5 by --workers", shown(settings, "workers"));
  EXPECT_EQ("text by default", shown(settings, "log-format"));
  EXPECT_EQ("10.0.0.0/8,::1 by TAKT_TRUSTED_PROXIES", shown(settings, "trusted-proxies"));
  EXPECT_EQ("true by " + path + ":6", shown(settings, "quiet"));
  EXPECT_EQ("(none) by default", shown(settings, "smtp-user"));
}

TEST_F(Configuration, FileItselfIsNamedByTheEnvironmentToo) {
  set("TAKT_CONFIG", file("takt.conf", "port = 17"));
  start();
  EXPECT_EQ(17, options.port);
}

TEST_F(Configuration, SecretsAreReadFromFilesAndNotShown) {
  set("TAKT_SMTP_PASSWORD_FILE", file("password", "gar nicht # geheim \n"));
  const auto address = file("address", "postgresql://takt:p@ss:wort@db/takt\r\n");
  const auto settings = start({"--database-file", address});
  EXPECT_EQ("gar nicht # geheim ", options.mail.password);
  EXPECT_EQ("postgresql://takt:p@ss:wort@db/takt", options.database);
  EXPECT_EQ("(set) by " + (folder / "password").string(), shown(settings, "smtp-password"));
  EXPECT_EQ("postgresql://takt:(set)@db/takt by " + address, shown(settings, "database"));
  EXPECT_EQ(address + " by --database-file", shown(settings, "database-file"));
}

TEST_F(Configuration, PlaceOfTheDataOnTheCommandLineIsTheOnlyOne) {
  const auto address = file("address", "postgresql://takt@db/takt");
  set("TAKT_DATA", "/elsewhere");
  set("TAKT_DATABASE_FILE", address);
  const auto settings = start({"--data", "/here", "--config", file("takt.conf", "port = 17")});
  EXPECT_EQ("/here", options.data);
  EXPECT_EQ("", options.database);
  EXPECT_EQ(17, options.port);
  EXPECT_EQ("(none) by default", shown(settings, "database"));
}

TEST_F(Configuration, FolderBesideADatabaseIsSaidNotToBeUsed) {
  set("TAKT_DATA", "/here");
  set("TAKT_DATABASE", "postgresql://takt@db/takt");
  const auto settings = start();
  EXPECT_EQ("/here (not used: the database holds) by TAKT_DATA", shown(settings, "data"));
  EXPECT_EQ("postgresql://takt@db/takt by TAKT_DATABASE", shown(settings, "database"));
  // A database there has no answer, and need not: what is told comes first.
  const auto told = output_of(
      "env -i " TAKT_BINARY
      " migrate --data /nowhere --database postgresql://takt@127.0.0.1:1/takt 2>&1 || true");
  EXPECT_TRUE(told.starts_with("takt: the folder /nowhere of --data is not used: ")) << told;
}

TEST_F(Configuration, NoPasswordOfADatabaseIsShown) {
  for (const auto& [text, expected] : std::map<std::string, std::string>{
           {"postgresql://db:5432/takt", "postgresql://db:5432/takt"},
           {"postgresql://takt@db/takt", "postgresql://takt@db/takt"},
           {"postgresql://takt:a/b@db:1/takt", "postgresql://takt:(set)@db:1/takt"},
           {"postgresql://db/takt?user=takt&password=x&sslmode=require",
            "postgresql://db/takt?user=takt&password=(set)&sslmode=require"},
           {"postgresql://db/takt?pass%77ord=x&%73slpasswor%64=y&user=ta%6bt&",
            "postgresql://db/takt?pass%77ord=(set)&%73slpasswor%64=(set)&user=ta%6bt&"},
           {"postgresql://db/takt?password", "postgresql://db/takt?password=(set)"},
           {"host=db password=x", "host=db password=(set)"}}) {
    EXPECT_EQ(expected + " by --database", shown(start({"--database", text}), "database"));
  }
}

TEST_F(Configuration, NoPasswordOfAMailServerIsShown) {
  EXPECT_EQ("smtps://takt:(set)@mail:465 by --smtp",
            shown(start({"--smtp", "smtps://takt:geheim@mail:465"}), "smtp"));
}

TEST_F(Configuration, AddressThatLeadsNowhereStopsTheStart) {
  for (const auto& [name, wrong, right] : std::vector<std::array<std::string, 3>>{
           {"public-address", "takt.example.com", "https://takt.example.com"},
           {"public-address", "https://a b", "http://127.0.0.1:8080/"},
           {"address", "localhost", "::1"},
           {"address", "127.0.0", "0.0.0.0"},
           {"smtp", "mail.example.com", "smtps://mail.example.com:465"},
           {"mail-from", "takt", "Takt <takt@example.com>"}}) {
    const auto variable = cli::variable(name);
    set(variable, wrong);
    EXPECT_TRUE(fault().starts_with(variable + ": ")) << name << ' ' << wrong;
    set(variable, right);
    EXPECT_EQ("", fault()) << name << ' ' << right;
    unsetenv(variable.c_str());
  }
}

TEST(Origin, PutsAnAddressWithColonsInBrackets) {
  EXPECT_EQ("http://[::1]:8080", cli::origin("", "::1", 8080));
  EXPECT_EQ("http://127.0.0.1:8080", cli::origin("", "127.0.0.1", 8080));
}

TEST_F(Configuration, SecretThatIsSaidTwiceOrInNoFileStopsTheStart) {
  set("TAKT_SMTP_PASSWORD_FILE", file("password", "geheim"));
  EXPECT_EQ(
      "--smtp-password and TAKT_SMTP_PASSWORD_FILE both say what --smtp-password is. Keep one of "
      "them.",
      fault({"--smtp-password", "geheim"}));
  set("TAKT_SMTP_PASSWORD_FILE", file("password", "\n"));
  EXPECT_EQ("TAKT_SMTP_PASSWORD_FILE: " + (folder / "password").string() + " is empty.", fault());
  set("TAKT_SMTP_PASSWORD_FILE", (folder / "none").string());
  EXPECT_EQ("TAKT_SMTP_PASSWORD_FILE: " + (folder / "none").string() + " can't be read.", fault());
  ASSERT_EQ(0, mkfifo((folder / "pipe").c_str(), 0600));
  for (const auto& other : {folder, folder / "pipe"}) {
    set("TAKT_SMTP_PASSWORD_FILE", other.string());
    EXPECT_EQ("TAKT_SMTP_PASSWORD_FILE: " + other.string() + " is no regular file.", fault());
  }
}

TEST_F(Configuration, WrongLineOfTheFileIsNamedWithWhatWouldBeRight) {
  for (const auto& [line, expected] : std::map<std::string, std::string>{
           {"prot = 1", "there is no setting prot. Did you mean port?"},
           {"trust-proxy = true", "there is no setting trust-proxy. Did you mean trusted-proxies?"},
           {"xylophone = 1", "there is no setting xylophone."},
           {"config = x", "there is no setting config."},
           {"[serve]", "a line says, e.g., port = 8080. There are no sections."},
           {"port 8080", "a line says, e.g., port = 8080. There are no sections."},
           {"address = \"::1", "a value that begins with \" must end with it."},
           {"port = 70000", "--port: Value 70000 not in range 0 to 65535"},
           {"workers = many", "--workers: Value many not in range 1 to 256"},
           {"log-format = xml", "--log-format: xml not in {text,json}"},
           {"trusted-proxies = 10.0.0.0/8, all",
            "--trusted-proxies: \"all\" is no address or network such as 10.0.0.0/8 or ::1"}}) {
    const auto path = file("takt.conf", "\n" + line + "\n");
    EXPECT_EQ(path + ":2: " + expected, fault({"--config", path}));
  }
  const auto path = file("takt.conf", "port = 1\nport = 2\n");
  EXPECT_EQ(path + ":2: port was said before, at " + path + ":1.", fault({"--config", path}));
  EXPECT_EQ("The file of settings can't be read: /none", fault({"--config", "/none"}));
}

TEST_F(Configuration, WrongVariableIsNamed) {
  set("TAKT_WORKERS", "0");
  EXPECT_EQ("TAKT_WORKERS: --workers: Value 0 not in range 1 to 256", fault());
}

TEST_F(Configuration, NearestNameIsTheOneWithTheFewestLettersToChange) {
  const std::vector<std::string> words{"--port", "--smtp", "--smtp-user", "--data"};
  EXPECT_EQ("--port", cli::nearest("--prot", words));
  EXPECT_EQ("--smtp-user", cli::nearest("--smtp-usr", words));
  EXPECT_EQ("--data", cli::nearest("--date", words));
  EXPECT_EQ("", cli::nearest("verbose", words));
}

TEST_F(Configuration, UnknownOptionOrVariableStopsTheStartAndIsNamed) {
  const auto takt = [](const std::string& environment, const std::string& arguments) {
    return output_of("env -i " + environment + " " TAKT_BINARY " " + arguments +
                     " 2>&1 && echo started || true");
  };
  EXPECT_EQ("takt: --prot is not expected here. Did you mean --port?\n",
            takt("", "serve --data /nowhere --prot=80"));
  EXPECT_EQ(
      "takt: There is no setting TAKT_TRUST_PROXY, which the environment has. Did you mean "
      "TAKT_TRUSTED_PROXIES?\n",
      takt("TAKT_TRUST_PROXY=1", "serve --data /nowhere"));
  EXPECT_NE(std::string::npos, takt("TAKT_PORT=1", "config").find("TAKT_PORT\n"));
}

/// The guide's table of settings is what the program says of itself.
TEST_F(Configuration, EverySettingIsInTheGuide) {
  std::ifstream guide(TAKT_SOURCE "/docs/operations.md");
  std::set<std::string> told;
  std::string line;
  while (std::getline(guide, line))
    if (line.starts_with("| `--")) told.insert(line);
  std::set<std::string> expected;
  for (const auto* option : command.get_options()) {
    if (option->get_group() != cli::kSettings) continue;
    const auto name = option->get_single_name();
    const auto text = option->get_default_str();
    expected.insert("| `--" + name + "` | `" + cli::variable(name) + "` | " +
                    (text.empty() ? "" : "`" + text + "` ") + "| " + option->get_description() +
                    " |");
  }
  EXPECT_EQ(expected, told);
}

TEST_F(Configuration, OfAServerComesFromAFile) {
  const auto port = std::to_string(free_port());
  std::ofstream(folder / "takt.conf")
      << "data = \"" << (folder / "data").string() << "\"\nport = " << port << "\nquiet = true\n";
  const pid_t child = fork();
  if (child == 0) {
    forget_variables_of_tests();
    const auto file = (folder / "takt.conf").string();
    execl(TAKT_BINARY, TAKT_BINARY, "serve", "--config", file.c_str(), nullptr);
    _exit(127);
  }
  httplib::Client client("127.0.0.1", std::stoi(port));
  int status = 0;
  for (int i = 0; i < 100 && status != 200; ++i) {
    if (const auto answer = client.Get("/readyz")) status = answer->status;
    std::this_thread::sleep_for(std::chrono::milliseconds{30});
  }
  kill(child, SIGTERM);
  waitpid(child, nullptr, 0);
  EXPECT_EQ(200, status);
  EXPECT_TRUE(std::filesystem::exists(folder / "data" / "takt.db"));
}

}  // namespace
}  // namespace takt::tests
