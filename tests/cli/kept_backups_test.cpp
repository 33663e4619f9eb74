#include <fstream>
#include <thread>

#include "cli/backup_command.hpp"
#include "command/backup.hpp"
#include "heard.hpp"
#include "server.hpp"

namespace takt::tests {
namespace {

namespace fs = std::filesystem;

class KeptBackups : public OnBothDatabases {
 protected:
  void SetUp() override { fs::create_directories(folder()); }
  std::string folder() const {
    return (fs::path(database_.location).parent_path() / "backups").string();
  }
  std::set<std::string> names() const {
    std::set<std::string> out;
    for (const auto& entry : fs::directory_iterator(folder()))
      if (const auto name = entry.path().filename().string(); name != ".takt.lock")
        out.insert(name);
    return out;
  }
  /// Another server of the same database, which keeps backups.
  std::unique_ptr<cli::App> keeping(const std::string& command = "") {
    cli::AppSettings settings;
    settings.database = database_.location;
    settings.port = 0;
    settings.now = [this] { return domain::Instant{now_.load()}; };
    settings.backup.folder = folder();
    settings.backup_command = command;
    return std::make_unique<cli::App>(settings);
  }
  /// What is shown once something has failed.
  static Answer once_failed(Browser& browser) {
    Answer answer;
    for (int i = 0; i < 500; ++i) {
      answer = browser.get("/api/v1/backups");
      if (!answer.body.at("failed").is_null()) break;
      std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    return answer;
  }
};

TEST_P(KeptBackups, AreDueOnceADayAndTheLastOnesAreKept) {
  command::Backups backups({folder(), 3}, database_.location);
  for (int i = 0; i < 5; ++i) {
    EXPECT_TRUE(backups.is_due(today()));
    EXPECT_TRUE(backups.make({now_.load()})) << backups.failure();
    EXPECT_FALSE(backups.is_due(today()));
    let_pass(std::chrono::days(1));
  }
  std::ofstream(folder() + "/takt-before-the-move.db") << "somebody's own";
  EXPECT_TRUE(backups.make({now_.load()}));
  EXPECT_EQ((std::set<std::string>{"takt-20261127T090000Z.db", "takt-20261127T090000Z.db.sha256",
                                   "takt-20261128T090000Z.db", "takt-20261128T090000Z.db.sha256",
                                   "takt-20261129T090000Z.db", "takt-20261129T090000Z.db.sha256",
                                   "takt-before-the-move.db"}),
            names());
}

TEST_P(KeptBackups, WhatAWrongClockOrSomebodyPutThereStopsNone) {
  command::Backups backups({folder(), 1}, database_.location);
  std::ofstream(folder() + "/takt-20991231T000000Z.db") << "of a wrong clock";
  fs::create_directories(folder() + "/takt-20200101T000000Z.db/full");
  fs::create_symlink("/etc/hostname", folder() + "/takt-20200102T000000Z.db");
  EXPECT_TRUE(backups.is_due(today()));
  for (int i = 0; i < 2; ++i) {
    EXPECT_TRUE(backups.make({now_.load()}));
    EXPECT_EQ("", backups.failure());
    EXPECT_FALSE(backups.is_due(today()));
    let_pass(std::chrono::days(1));
  }
  EXPECT_TRUE(names().contains("takt-20261125T090000Z.db"));
  EXPECT_FALSE(names().contains("takt-20261124T090000Z.db"));
  access::Context& context = app->context();
  const auto view =
      backups.view(context, {.user = {admin.id}, .role = domain::OrganisationRole::administrator});
  EXPECT_EQ(2u, view.files.size());
}

TEST_P(KeptBackups, FolderOfAnotherServerIsNone) {
  command::Backups backups({folder(), 3}, database_.location);
  EXPECT_TRUE(backups.make({now_.load()}));
  {
    command::Backups others({folder(), 1}, database_.location);
    EXPECT_TRUE(others.is_due(today())) << "so that it is told";
    let_pass(std::chrono::days(1));
    EXPECT_FALSE(others.make({now_.load()}));
    EXPECT_NE(std::string::npos, others.failure().find("is another server's"));
  }
  EXPECT_TRUE(backups.make({now_.load()})) << backups.failure();
  EXPECT_EQ(4u, names().size());
}

TEST_P(KeptBackups, FoldersThatAreMadeForThemAreForTheirUserOnly) {
  command::Backups backups({folder() + "/far/away", 3}, database_.location);
  EXPECT_TRUE(backups.make({now_.load()})) << backups.failure();
  for (const auto& made : {folder() + "/far", folder() + "/far/away"})
    EXPECT_EQ(fs::perms::owner_all, fs::status(made).permissions()) << made;
}

TEST_P(KeptBackups, FolderThatIsGoneIsTold) {
  command::Backups backups({folder(), 3}, database_.location);
  EXPECT_TRUE(backups.make({now_.load()}));
  fs::remove_all(folder());
  let_pass(std::chrono::days(1));
  EXPECT_FALSE(backups.make({now_.load()}));
  EXPECT_NE(std::string::npos, backups.failure().find("is gone"));
  fs::create_directories(folder());
  EXPECT_TRUE(backups.make({now_.load()})) << backups.failure();
}

TEST_P(KeptBackups, WhatAKilledOneLeftGoesWithTheNext) {
  command::Backups backups({folder(), 3}, database_.location);
  for (const char* remains : {"takt-20261123T000000Z.db.part", "takt-20261123T000000Z.db.sha256"})
    std::ofstream(folder() + '/' + remains) << "half";
  std::ofstream(folder() + "/notes.part") << "somebody's own";
  EXPECT_TRUE(backups.make({now_.load()})) << backups.failure();
  EXPECT_EQ((std::set<std::string>{"takt-20261124T090000Z.db", "takt-20261124T090000Z.db.sha256",
                                   "notes.part"}),
            names());
}

TEST_P(KeptBackups, TwoWithinOneSecondAreTwo) {
  command::Backups backups({folder(), 3}, database_.location);
  for (int i = 0; i < 2; ++i) EXPECT_TRUE(backups.make({now_.load()})) << backups.failure();
  EXPECT_TRUE(names().contains("takt-20261124T090000Z.db"));
  EXPECT_TRUE(names().contains("takt-20261124T090001Z.db"));
}

TEST_P(KeptBackups, AreListedForAdministratorsWhoMayAskForOne) {
  const auto none = browser(admin).get("/api/v1/backups");
  EXPECT_EQ("none", none.body.at("place").as_string());
  EXPECT_EQ("no_backup_folder", browser(admin).post("/api/v1/backups").code());

  const auto keeper = keeping();
  const auto serving = std::jthread([&] { keeper->run(); });
  Browser toms{keeper->port(), admin.cookie};
  const auto until_there = [&](std::size_t count) {
    for (int i = 0; i < 500; ++i) {
      const auto answer = toms.get("/api/v1/backups");
      if (answer.body.at("files").as_array().size() == count &&
          !answer.body.at("running").as_bool())
        return answer;
      std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    return toms.get("/api/v1/backups");
  };
  EXPECT_EQ(1u, until_there(1).body.at("files").as_array().size()) << "the day's by itself";
  let_pass(std::chrono::hours(1));
  const auto asked = toms.post("/api/v1/backups");
  EXPECT_EQ(200, asked.status) << asked.text;
  const auto both = until_there(2);
  ASSERT_EQ(2u, both.body.at("files").as_array().size()) << both.text;
  const auto& newest = both.body.at("files").at(0);
  EXPECT_EQ("takt-20261124T100000Z.db", newest.at("name").as_string());
  EXPECT_EQ("2026-11-24T10:00:00.000Z", newest.at("madeAt").as_string());
  EXPECT_LT(100'000, newest.at("bytes").as_int64());
  EXPECT_EQ(403, Browser(keeper->port(), katrin.cookie).get("/api/v1/backups").status);
  keeper->stop();
}

TEST_P(KeptBackups, FailureIsTold) {
  fs::remove_all(folder());
  std::ofstream(folder()) << "in the way";
  const auto keeper = keeping();
  const auto serving = std::jthread([&] { keeper->run(); });
  Browser toms{keeper->port(), admin.cookie};
  const auto answer = once_failed(toms);
  EXPECT_FALSE(answer.body.at("failed").is_null());
  EXPECT_FALSE(answer.body.at("running").as_bool());
  keeper->stop();
}

TEST_P(KeptBackups, CopyThatWasNotTakenAwayIsTold) {
  const auto keeper = keeping("exit 3");
  const auto serving = std::jthread([&] { keeper->run(); });
  Browser toms{keeper->port(), admin.cookie};
  const auto answer = once_failed(toms);
  keeper->stop();
  ASSERT_FALSE(answer.body.at("failed").is_null());
  EXPECT_NE(std::string::npos, answer.body.at("failed").as_string().find("has failed"));
  EXPECT_EQ(1u, answer.body.at("files").as_array().size());
}

TEST_P(KeptBackups, CommandGetsTheFileAndNoSecret) {
  setenv("TAKT_SMTP_PASSWORD", "geheim", 1);
  const auto file = folder() + "/some file.db";
  std::ofstream(file) << "all of it";
  EXPECT_TRUE(cli::run_backup_command(
      "cp \"$TAKT_BACKUP_FILE\" '" + folder() + "/copy' && env > '" + folder() + "/env'", file,
      {}));
  EXPECT_FALSE(cli::run_backup_command("exit 3", file, {}));
  unsetenv("TAKT_SMTP_PASSWORD");
  EXPECT_TRUE(fs::exists(folder() + "/copy"));
  std::ifstream in(folder() + "/env");
  const std::string environment{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(std::string::npos, environment.find("geheim"));
  EXPECT_NE(std::string::npos, environment.find("PATH="));
}

TEST_P(KeptBackups, CommandIsLoggedLineByLine) {
  const Heard heard(cli::LogFormat::json);
  EXPECT_TRUE(cli::run_backup_command(
      "echo '{\"copied\"'; printf '1 %%\\r2 %%\\r\\n\\nno end' >&2; (sleep 0.2; echo late) &",
      folder(), {}));
  EXPECT_TRUE(cli::run_backup_command("head -c 5000 /dev/zero | tr '\\0' x", folder(), {}));
  std::vector<std::string> said;
  std::istringstream lines(heard.text());
  for (std::string line; std::getline(lines, line);) {
    const auto entry = json::parse(line).as_object();  // throws where it is none
    said.push_back(std::string(entry.at("level").as_string()) + ' ' +
                   std::string(entry.at("text").as_string()));
  }
  ASSERT_EQ(6u, said.size()) << heard.text();
  const auto long_one = said.back();
  said.pop_back();
  std::ranges::sort(said);  // what is printed on two outputs comes in no order
  const std::string info = "info the backup's command: ";
  const std::string warning = "warning the backup's command: ";
  EXPECT_EQ((std::vector{info + "late", info + "{\"copied\"", warning + "1 %", warning + "2 %",
                         warning + "no end"}),
            said);
  EXPECT_EQ(info + std::string(1000, 'x') + "…", long_one);
}

TEST_P(KeptBackups, CommandThatPrintsALotIsNotHeldUpByIt) {
  const auto level = spdlog::get_level();
  spdlog::set_level(spdlog::level::warn);
  EXPECT_TRUE(cli::run_backup_command("seq 300000; exec 1>&- 2>&-; sleep 0.1", folder(), {},
                                      std::chrono::minutes{1}));
  spdlog::set_level(level);
}

TEST_P(KeptBackups, CommandThatDoesNotEndEndsWithTakt) {
  std::stop_source stop;
  std::jthread ending([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds{100});
    stop.request_stop();
  });
  EXPECT_FALSE(cli::run_backup_command("sleep 600 & sleep 600", folder(), stop.get_token()));
  EXPECT_TRUE(stop.stop_requested());
}

TEST_P(KeptBackups, CommandHasNothingOpenThatTaktHas) {
  const auto file = folder() + "/open";
  const auto keeper = keeping();
  EXPECT_TRUE(cli::run_backup_command("ls /proc/self/fd > '" + file + "'", folder(), {}));
  std::ifstream in(file);
  // The list itself is open while it is read.
  EXPECT_GE(5, std::count(std::istreambuf_iterator<char>(in), {}, '\n'));
}

TEST_P(KeptBackups, NothingThatACommandStartedOutlivesItsEnd) {
  const auto file = folder() + "/pid";
  EXPECT_FALSE(cli::run_backup_command(
      "sh -c 'trap \"\" TERM; echo $$ > \"" + file + "\"; sleep 600' & wait", folder(), {},
      std::chrono::milliseconds{300}));
  std::ifstream in(file);
  pid_t child = 0;
  ASSERT_TRUE(in >> child);
  for (int i = 0; i < 500 && kill(child, 0) == 0; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  // A zombie of nobody's counts as ended.
  std::ifstream status("/proc/" + std::to_string(child) + "/stat");
  std::string state;
  status >> state >> state >> state;
  EXPECT_TRUE(state.empty() || state == "Z") << state;
}

TEST_P(KeptBackups, CommandThatDoesNotListenIsEnded) {
  const auto file = folder() + "/begun";
  EXPECT_FALSE(cli::run_backup_command("trap '' TERM; echo > '" + file + "'; sleep 600; sleep 600",
                                       folder(), {}, std::chrono::milliseconds{200}));
  EXPECT_TRUE(fs::exists(file));
}

INSTANTIATE_TEST_SUITE_P(On, KeptBackups, testing::Values("SQLite"),
                         [](const auto& of) { return of.param; });

TEST(KeptBackupsOfPostgresql, AreLeftToItsOwnTool) {
  EXPECT_THROW(command::Backups({"/somewhere", 7}, "postgresql://takt@localhost/takt"),
               std::runtime_error);
}

}  // namespace
}  // namespace takt::tests
