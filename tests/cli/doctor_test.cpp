#include "cli/doctor.hpp"

#include <fstream>
#include <sstream>

#include "server.hpp"

namespace takt::tests {
namespace {

namespace fs = std::filesystem;
using cli::Check;
using cli::Verdict;

class Doctor : public OnBothDatabases {
 protected:
  void SetUp() override {
    fs::create_directories(folder_);
    settings_.anchor = folder_ + "/anchor";
  }
  void TearDown() override { fs::remove_all(folder_); }
  void run(const std::string& sql) {
    app->context().database.write_apart([&](store::Session& session) { session.run(sql); });
  }
  cli::Examination examine() {
    return cli::examine(app->context().database, settings_, {now_.load()});
  }
  static std::vector<cli::Finding> of(const cli::Examination& all, Check check) {
    std::vector<cli::Finding> out;
    for (const auto& finding : all.findings)
      if (finding.check == check) out.push_back(finding);
    return out;
  }
  cli::Finding only(Check check) {
    const auto found = of(examine(), check);
    EXPECT_EQ(1u, found.size()) << mapping::enum_text(check);
    return found.empty() ? cli::Finding{} : found.front();
  }
  const std::string folder_ = fs::temp_directory_path() / ("takt-doctor-" + new_id());
  cli::DoctorSettings settings_;
};

TEST_P(Doctor, FindsNothingWrongInWhatIsWell) {
  plan();
  for (const auto& finding : examine().findings)
    EXPECT_NE(Verdict::wrong, finding.verdict)
        << mapping::enum_text(finding.check) << ": " << finding.detail;
  std::ostringstream told;
  cli::tell(examine(), told);
  EXPECT_NE(std::string::npos, told.str().find("  ok  change_log: The change log is whole.\n"))
      << told.str();
  EXPECT_NE(std::string::npos,
            mapping::to_json(examine()).find(R"({"check":"entities","verdict":"well",)"));
}

TEST_P(Doctor, TellsWhatWasChangedPastTaktAndNotesNoAnchorThen) {
  plan();
  examine();
  ASSERT_TRUE(fs::exists(settings_.anchor));
  const auto noted = fs::last_write_time(settings_.anchor);
  run("update account set name = 'Anders'");
  const auto found = examine();
  EXPECT_EQ(Verdict::wrong, found.verdict);
  EXPECT_EQ(Verdict::wrong, of(found, Check::entities).front().verdict);
  EXPECT_EQ(noted, fs::last_write_time(settings_.anchor));
}

TEST_P(Doctor, NamesDamageThatItCannotRead) {
  plan();
  run(R"(update "change" set at = 'garbage' where revision = 1)");
  const auto found = examine();
  EXPECT_EQ(Verdict::wrong, found.verdict);
  EXPECT_EQ(Verdict::wrong, of(found, Check::change_log).front().verdict);
  EXPECT_FALSE(of(found, Check::files).empty() && GetParam() == "SQLite") << "all else is told";
}

TEST_P(Doctor, EmptyAnchorHasLostWhatItHeld) {
  plan();
  std::ofstream out(settings_.anchor);
  out.close();
  EXPECT_EQ(Verdict::wrong, only(Check::anchor).verdict);
}

TEST_P(Doctor, HoldsTheLogAgainstItsAnchor) {
  const auto made = plan();
  EXPECT_EQ(Verdict::well, only(Check::anchor).verdict) << "there was none yet";
  browser(katrin).patch("/api/v1/objectives/" + made.objective, R"({"title":"Anders"})", "1");
  EXPECT_EQ(Verdict::well, only(Check::anchor).verdict) << "it goes on";
  std::ofstream(settings_.anchor) << R"({"ledger":")" << made.account
                                  << R"(","revision":999,"hash":"00"})" << '\n';
  EXPECT_EQ(Verdict::wrong, only(Check::anchor).verdict);
  std::ofstream(settings_.anchor) << "no anchor\n";
  EXPECT_THROW(examine(), std::runtime_error);
}

TEST_P(Doctor, TellsAClockThatWasSetBackAndAMailServerThatIsNotThere) {
  plan();
  EXPECT_EQ(Verdict::well, only(Check::clock).verdict);
  let_pass(-std::chrono::hours{1});
  EXPECT_EQ(Verdict::wrong, only(Check::clock).verdict);
  EXPECT_EQ(Verdict::doubtful, only(Check::mail).verdict) << "none is set";
  settings_.mail.server = "smtp://127.0.0.1:" + std::to_string(free_port());
  EXPECT_EQ(Verdict::wrong, only(Check::mail).verdict);
}

TEST_P(Doctor, AsksTheServerWhetherAProxyIsNotTrusted) {
  settings_.address = "127.0.0.1";
  settings_.port = app->port();
  EXPECT_EQ(Verdict::well, only(Check::proxies).verdict) << only(Check::proxies).detail;
  httplib::Client client("127.0.0.1", app->port());
  client.Get("/api/v1/session", {{"X-Forwarded-For", "203.0.113.7"}});
  EXPECT_EQ(Verdict::doubtful, only(Check::proxies).verdict);
  EXPECT_NE(std::string::npos, only(Check::proxies).detail.find(" 1 requests"));
  for (const std::string answer : {"\ntakt_untrusted_forwards_total abc\n", "<html>",
                                   "\ntakt_untrusted_forwards_total NaN\n"}) {
    httplib::Server other;
    other.Get("/metrics", [&](const auto&, auto& out) { out.set_content(answer, "text/plain"); });
    settings_.port = static_cast<unsigned short>(other.bind_to_any_port("127.0.0.1"));
    std::jthread serving([&] { other.listen_after_bind(); });
    EXPECT_EQ(Verdict::doubtful, only(Check::proxies).verdict) << answer;
    other.stop();
  }
  settings_.port = static_cast<unsigned short>(free_port());
  EXPECT_EQ(Verdict::doubtful, only(Check::proxies).verdict) << "no server runs";
}

TEST_P(Doctor, OfSqliteLooksAtFilesAndBackups) {
  if (GetParam() != "SQLite") {
    EXPECT_TRUE(of(examine(), Check::files).empty());
    return;
  }
  fs::permissions(fs::path(database_.location).parent_path(), fs::perms::owner_all);
  fs::permissions(database_.location, fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(Verdict::well, only(Check::files).verdict);
  fs::permissions(database_.location, fs::perms::others_read, fs::perm_options::add);
  EXPECT_EQ(Verdict::doubtful, only(Check::files).verdict);
  EXPECT_EQ(Verdict::doubtful, only(Check::backup).verdict) << "none is set up";
  settings_.backup.folder = folder_;
  EXPECT_EQ(Verdict::wrong, only(Check::backup).verdict) << "there is none";
  command::Backups backups(settings_.backup, database_.location);
  EXPECT_TRUE(backups.make({now_.load()}));
  EXPECT_EQ(Verdict::well, only(Check::backup).verdict);
  let_pass(std::chrono::hours{72});
  EXPECT_EQ(Verdict::wrong, only(Check::backup).verdict) << "it is old";
}

TAKT_ON_BOTH_DATABASES(Doctor);

}  // namespace
}  // namespace takt::tests
