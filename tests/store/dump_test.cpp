// All data as lines of JSON: from each database to each, and what becomes of broken ones.

#include "store/dump.hpp"

#include <sodium.h>

#include <fstream>
#include <sstream>

#include "cli/demo.hpp"
#include "cli/dump_command.hpp"
#include "server.hpp"
#include "store/change_log.hpp"
#include "store/hex.hpp"

namespace takt::tests {
namespace {

namespace fs = std::filesystem;

class Dumps : public OnBothDatabases {
 protected:
  const domain::Instant at_{std::chrono::sys_days{std::chrono::year{2026} / 11 / 27}};

  std::string dumped(store::Database& database) {
    std::ostringstream out;
    store::dump(database, at_, out);
    return out.str();
  }
  static store::Dump load(const NewDatabase& into, const std::string& text) {
    store::Database database(into.location, 1);
    std::istringstream in(text);
    return store::load(database, in);
  }
  /// Why it is refused, and nothing of it may be there then; empty where it is taken.
  static std::string refusal(const std::string& text) {
    const NewDatabase into(GetParam() == "PostgreSQL");
    try {
      load(into, text);
    } catch (const std::runtime_error& error) {
      store::Database database(into.location, 1);
      EXPECT_TRUE(store::is_new(database));
      return error.what();
    }
    return "";
  }
  void goes_to_both(store::Database& here) {
    const auto text = dumped(here);
    for (const bool postgresql : {false, true}) {
      const NewDatabase there(postgresql);
      const auto loaded = load(there, text);
      EXPECT_EQ(static_cast<long long>(lines_of(text).size()) - 2, loaded.rows);
      store::Database database(there.location, 2);
      EXPECT_EQ(text, dumped(database));
      EXPECT_EQ(std::vector<std::string>{}, database.read(store::verify_chains));
    }
  }
  static bool says(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos ? true : (std::cerr << text << '\n', false);
  }
  static std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) out.push_back(line);
    return out;
  }
  /// The lines with a last one that fits them, as somebody would write it who knows the format.
  static std::string summed(std::vector<std::string> lines) {
    lines.pop_back();
    std::string rows, all;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      all += lines[i] + '\n';
      if (i) rows += lines[i] + '\n';
    }
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(rows.data()),
                       rows.size());
    return all + R"({"rows":)" + std::to_string(lines.size() - 1) + R"(,"sha256":")" +
           store::hex(hash) + "\"}\n";
  }
  static std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    EXPECT_NE(text.npos, at) << from;
    return text.replace(at, from.size(), to);
  }
};

TEST_P(Dumps, GoFromEachDatabaseToEachAndBackWithoutADifference) {
  {
    const NewDatabase told(GetParam() == "PostgreSQL", NewDatabase::Shape::migrated);
    store::Database database(told.location, 2);
    access::Context context{database, [this] { return domain::Instant{now_.load()}; }};
    cli::tell_demo_story(context, domain::Language::de);
    goes_to_both(database);
  }
  // What JSON, SQL and collations could each spoil.
  const auto account = this->account();
  for (const char* name : {R"(\"Zoë\" \\ O'Neill)", "ZZ \xF0\x9F\x8F\xAD", "äz", "az", "Az", "a-z",
                           ":name", "\\u20ac"})
    EXPECT_EQ(201, browser(katrin)
                       .post("/api/v1/accounts/" + account + "/sites",
                             std::string(R"({"name":")") + name + "\"}")
                       .status)
        << name;
  goes_to_both(app->context().database);
}

TEST_P(Dumps, ServerOnTheOtherDatabaseShowsTheSame) {
  const auto made = plan();
  EXPECT_EQ(201, browser(jonas)
                     .post("/api/v1/key-results/" + made.key_result + "/check-ins",
                           R"({"value":3.3,"effectiveOn":")" + date(0) + "\"}")
                     .status);
  const auto cockpit = "/api/v1/accounts/" + made.account + "/cockpit";
  const auto search = "/api/v1/search?q=Bestellungen";
  const NewDatabase there(GetParam() != "PostgreSQL");
  load(there, dumped(app->context().database));
  Serving other(settings(there));
  // Whoever was signed in still is.
  Browser moved(other->port(), jonas.cookie);
  EXPECT_EQ(browser(jonas).get(cockpit).text, moved.get(cockpit).text);
  EXPECT_EQ(browser(jonas).get(search).text, moved.get(search).text);
  EXPECT_EQ(201, moved
                     .post("/api/v1/key-results/" + made.key_result + "/check-ins",
                           R"({"value":4,"effectiveOn":")" + date(0) + "\"}")
                     .status);
}

TEST_P(Dumps, FileIsPackedForItsUserOnlyAndNeverWrittenOver) {
  plan();
  const auto folder = fs::temp_directory_path() / ("takt-dump-" + new_id());
  fs::create_directories(folder);
  const auto file = (folder / "all.jsonl.zst").string();
  auto& here = app->context().database;
  const auto made = cli::dump_to(here, at_, file);
  EXPECT_EQ(fs::perms::owner_read | fs::perms::owner_write, fs::status(file).permissions());
  EXPECT_LT(fs::file_size(file), dumped(here).size() / 3);
  EXPECT_THROW(cli::dump_to(here, at_, file), std::runtime_error);
  EXPECT_THROW(cli::dump_to(here, at_, (folder / "no" / "folder").string()), std::runtime_error);
  const NewDatabase there(GetParam() != "PostgreSQL");
  {
    store::Database database(there.location, 1);
    EXPECT_EQ(made.sha256, cli::load_from(database, file).sha256);
  }
  // As `zstd -d` leaves it.
  const auto plain = (folder / "all.jsonl").string();
  std::ofstream(plain) << dumped(here);
  const NewDatabase third(GetParam() == "PostgreSQL");
  {
    store::Database database(third.location, 1);
    EXPECT_EQ(made.sha256, cli::load_from(database, plain).sha256);
    EXPECT_THROW(cli::load_from(database, plain), std::runtime_error) << "it is there already";
  }
  // Cut off as a packed file, too.
  fs::resize_file(file, fs::file_size(file) / 2);
  const NewDatabase fourth(GetParam() == "PostgreSQL");
  store::Database database(fourth.location, 1);
  EXPECT_THROW(cli::load_from(database, file), std::exception);
  EXPECT_TRUE(store::is_new(database));
  fs::remove_all(folder);
}

/// So little is packed that all of it is written at the very end.
TEST_P(Dumps, WithoutRoomForItsEndIsNone) {
  const auto where = GetParam() == "SQLite"
                         ? "--data " + fs::path(database_.location).parent_path().string()
                         : "--database '" + database_.location + "'";
  const auto dump = std::string(TAKT_BINARY) + " dump - " + where;
  EXPECT_EQ(0, std::system((dump + " >/dev/null 2>&1").c_str()));
  EXPECT_NE(0, std::system((dump + " >/dev/full 2>/dev/null").c_str()));
}

TEST_P(Dumps, IsNotTakenInWhereAnotherOneWasMeanwhile) {
  const auto text = dumped(app->context().database);
  const NewDatabase into(GetParam() == "PostgreSQL");
  EXPECT_LT(0, load(into, text).rows);
  EXPECT_THROW(load(into, text), std::runtime_error);
  store::Database database(into.location, 1);
  EXPECT_EQ(text, dumped(database));
}

TEST_P(Dumps, BrokenOnesAreRefusedWithTheLineAndNothingIsTakenIn) {
  const auto made = plan();
  const auto text = dumped(app->context().database);
  const auto lines = lines_of(text);
  const auto last = std::to_string(lines.size());

  EXPECT_TRUE(says(refusal(""), "Line 1 of the dump is missing"));
  EXPECT_TRUE(says(refusal("PK\x03\x04"), "does not say that it is one of Takt's"));
  EXPECT_TRUE(says(refusal(text.substr(0, text.rfind("{\"rows\""))), "cut off"));
  EXPECT_TRUE(says(refusal(text.substr(0, text.size() / 2)), "is no object of JSON"));
  EXPECT_TRUE(says(refusal(replaced(text, "Bestellungen", "Bestellungem")),
                   "Line " + last + " of the dump says another number or sum"));
  EXPECT_TRUE(says(refusal(replaced(text, R"("step":)", R"("step":9)")), "take a newer Takt"));
  EXPECT_TRUE(says(refusal(replaced(text, R"({"account":)", R"({"accounts":)")), "\"accounts\""));

  // Somebody changed it and knows how the sum is made.
  auto twice = lines;
  twice.insert(twice.begin() + 1, twice[1]);
  EXPECT_TRUE(says(refusal(summed(twice)), "Line 3 of the dump is refused by the database"));
  auto orphaned = lines;
  std::erase_if(orphaned, [](const auto& line) { return line.starts_with(R"({"objective":)"); });
  EXPECT_TRUE(says(refusal(summed(orphaned)), "refers to what the dump does not hold"));
  EXPECT_TRUE(says(
      refusal(summed(lines_of(replaced(text, R"("action":"created")", R"("action":"erased")")))),
      "change log is damaged"));
  EXPECT_TRUE(says(refusal(replaced(text, R"("version":1)", R"("version":"1")")),
                   "has no integer in \"version\""));
  EXPECT_TRUE(says(refusal(replaced(text, R"("version":1,)", "")), "lacks \"version\""));
}

TEST_P(Dumps, OneOfAnOlderReleaseIsBroughtToThisOnesStep) {
  const NewDatabase old(GetParam() == "PostgreSQL");
  std::string text;
  {
    store::Database database(old.location, 1);
    database.write_apart([](store::Session& session) {
      store::migrate_to(session, 17);
      const std::string id = "'019c08c4-0000-7000-8000-000000000001'";
      session.run("insert into ledger (id) values (" + id + ")");
      session.run(
          "insert into account (id, account, version, position, created_at, name, code, industry, "
          "cadence, check_in_interval, status_note) values (" +
          id + ", " + id + ", 1, 0, '2026-11-05T08:02:56.000Z', 'Teutonia', 'T', '', 6, 14, '')");
    });
    text = dumped(database);
  }
  const NewDatabase into(GetParam() != "PostgreSQL");
  EXPECT_EQ(17, load(into, text).step);
  store::Database database(into.location, 1);
  EXPECT_EQ(store::migrations().back().number, store::schema_version(database));
  EXPECT_EQ(1, database.peek([](store::Session& session) {
    return session.value<int>("select count(*) from account where search_key <> ''").value_or(0);
  }));
}

TAKT_ON_BOTH_DATABASES(Dumps);

}  // namespace
}  // namespace takt::tests
