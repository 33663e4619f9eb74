// Lists as CSV: as bytes, beside the sheets of the workbook, and as our own import takes them back.

#include "report/csv.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/import_file.hpp"
#include "report/account_lists.hpp"
#include "report/workbook.hpp"
#include "server.hpp"
#include "store/entity_store.hpp"

namespace takt::tests {
namespace {

using domain::Language;
using report::Cell;
using report::Csv;

const std::string kMark = "\xEF\xBB\xBF";

/// A file of one row, without its mark.
std::string written(Language language, const std::vector<Cell>& cells) {
  Csv csv(language);
  std::vector<report::Column> columns;
  for (std::size_t i = 0; i < cells.size(); ++i) columns.push_back({"H"});
  csv.sheet("S", columns).add(cells);
  const auto& text = csv.text();
  return text.substr(text.find("\r\n") + 2);
}

TEST(CsvFile, IsWhatExcelOfItsLanguageOpens) {
  const auto day = *domain::parse_date("2026-11-24");
  const report::Moment moment{*domain::parse_instant("2026-11-24T10:05:59.999Z")};
  const std::vector<Cell> cells{
      "Müller", -1234.5, report::Percent{0.29}, report::Amount{1.5e6}, day, moment, {}, ""};
  EXPECT_EQ("Müller;-1234,5;29%;1500000;24.11.2026;24.11.2026 10:05;;\r\n",
            written(Language::de, cells));
  EXPECT_EQ("Müller,-1234.5,29%,1500000,2026-11-24,2026-11-24 10:05,,\r\n",
            written(Language::en, cells));
  Csv csv(Language::de);
  csv.sheet("Blatt", {{"Kunde"}, {"Wert; Einheit"}});
  EXPECT_EQ(kMark + "Kunde;\"Wert; Einheit\"\r\n", csv.text());
}

TEST(CsvFile, KeepsNumbersAsNumbersToAllTheirDigits) {
  EXPECT_EQ("-0.02,0,0.0000001,123456789012345,0.3\r\n",
            written(Language::en, {-0.02, -0.0, 1e-7, 123456789012345, 0.1 + 0.2}));
  EXPECT_EQ("12.3456789012345%\r\n",
            written(Language::en, {report::Percent{0.123456789012345, true}}));
}

TEST(CsvFile, WritesWhatWasComputedAsItIsShown) {
  EXPECT_EQ("33.3%,99.9%,100%,-12.4%,0.1%\r\n",
            written(Language::en, {report::Percent{1.0 / 3}, report::Percent{0.9999},
                                   report::Percent{1.0 - 1e-12}, report::Percent{-0.1236},
                                   report::Percent{1e-5}}));
  EXPECT_EQ("40,33.3,0.014,0,-7\r\n",
            written(Language::en, {report::computed(39.9999999999, 1),
                                   report::computed(100.0 / 3, 1), report::computed(0.0144, 1),
                                   report::computed(0, 2), report::computed(-6.9999999, 0)}));
}

TEST(CsvFile, QuotesWhatWouldPartCellsAndRows) {
  EXPECT_EQ("\"a;b\";\"a,b\";\"sagt \"\"ja\"\"\";\"eins\nzwei\";\" vorn\";a b\r\n",
            written(Language::de, {"a;b", "a,b", "sagt \"ja\"", "eins\nzwei", " vorn", "a b"}));
}

TEST(CsvFile, TextsThatLookLikeFormulasAreHarmlessAndComeBackAsTheyWere) {
  EXPECT_EQ("'=1+1\r\n", written(Language::de, {"=1+1"}));
  EXPECT_EQ("'-2\r\n", written(Language::de, {"-2"}));
  for (const std::string text :
       {"=HYPERLINK(\"http://x\";\"Klick\")", "- zweite Zeile", "+49 Werk", "@SUM(A1)", "\tgeführt",
        "\reins", "\nzwei", "-0,02", "'=1", "''=1", "'Anführung", "O'Neill", "=", "'", "a=b",
        "😀; \"Ø\",\r\nß"})
    for (const auto language : {Language::de, Language::en}) {
      const auto row = written(language, {text, "Ende"});
      EXPECT_EQ((std::vector<std::vector<std::string>>{{text, "Ende"}}),
                cli::csv_rows(row, language == Language::de ? ';' : ','));
      EXPECT_EQ(std::string::npos, std::string_view("=+-@\t\r\n").find(row[row[0] == '"'])) << row;
    }
}

class Lists : public OnBothDatabases {
 protected:
  using Rows = std::vector<std::vector<std::string>>;

  std::string create(const std::string& path, const json::object& fields) {
    const auto made = browser(katrin).post("/api/v1/" + path, json::serialize(fields));
    EXPECT_EQ(201, made.status) << path << made.text;
    return made.status == 201 ? made.id() : "";
  }
  std::string csv(const Person& person, const std::string& path) {
    const auto answer = browser(person).get("/api/v1/" + path);
    EXPECT_EQ(200, answer.status) << path << answer.text;
    EXPECT_EQ(kMark, answer.text.substr(0, 3));
    return answer.text.substr(3);
  }
  std::string list(const Person& person, const std::string& account, const std::string& name) {
    return csv(person, "accounts/" + account + "/lists/" + name);
  }
  void speak_english(const Person& person) {
    const auto path = "/api/v1/users/" + person.id;
    EXPECT_EQ(200, browser(person).patch(path, R"({"language":"en"})", "1").status);
  }
  std::string header(const std::string& path, const std::string& wanted) {
    const auto sent = app->router().handle(
        {.method = "GET", .path = path, .headers = {{"cookie", katrin.cookie}}});
    for (const auto& [name, value] : sent.headers)
      if (name == wanted) return value;
    return "";
  }

  /// An account of which every list has rows, with what is hard to write.
  std::string full_account() {
    const auto made = plan();
    const auto here = "accounts/" + made.account + "/";
    const auto area = create(here + "product-areas", {{"name", "Getriebe; groß"}});
    const auto site = create(here + "sites", {{"name", "+49 Werk"}, {"purchasers", 7}});
    create("key-results/" + made.key_result + "/site-targets",
           {{"site", site}, {"target", 5}, {"told", 3}, {"reason", "Werk"}});
    create("key-results/" + made.key_result + "/check-ins",
           {{"value", -4.5}, {"site", site}, {"effectiveOn", date(-3)}, {"note", "- läuft"}});
    create(here + "supply-records", {{"productArea", area},
                                     {"site", site},
                                     {"startsOn", "2026-10-01"},
                                     {"volume", 40.5},
                                     {"demand", 162.25},
                                     {"estimated", true},
                                     {"source", "@Einkauf"},
                                     {"rest", "competitor"},
                                     {"competitor", "Nordwerk"},
                                     {"contractEnd", "2027-06-30"}});
    create(here + "supply-records", {{"productArea", area},
                                     {"startsOn", "2026-07-01"},
                                     {"share", 0.123456789012345},
                                     {"rest", "own_make"}});
    const auto kpi = create(here + "kpis", {{"name", "Marge"}, {"unit", "%"}});
    create("kpis/" + kpi + "/kpi-values", {{"on", date(-9)}, {"value", -0.02}, {"source", "=SAP"}});
    create("kpis/" + kpi + "/kpi-values", {{"on", date(-2)}, {"value", -1234.5}});
    create(here + "signals", {{"title", R"(=HYPERLINK("http://x","Klick"))"},
                              {"detail", "- eine Zeile\n+ zwei"},
                              {"nature", "threat"},
                              {"impact", 4},
                              {"likelihood", 2},
                              {"actBy", date(9)},
                              {"evidence", {"https://x.example/a,b;c", "https://x.example/d"}},
                              {"tags", {"=1+1", "Preis"}}});
    const auto boss =
        create(here + "contacts", {{"name", "@Feldmann"}, {"site", site}, {"attitude", -2}});
    create(here + "contacts", {{"name", "Frau O'Neill"},
                               {"function", "-Einkauf-"},
                               {"roles", {"decider", "coach"}},
                               {"reportsTo", boss},
                               {"keptBy", katrin.id},
                               {"lastContact", date(-20)}});
    create(here + "open-questions", {{"text", "Wer entscheidet?"},
                                     {"contact", boss},
                                     {"aboutKind", "contact"},
                                     {"about", boss},
                                     {"askBy", date(-1)}});
    create(here + "open-questions", {{"text", "Seit wann?"}, {"answer", "+2 Jahre"}});
    create(here + "actions", {{"title", "'=1"},
                              {"keyResult", made.key_result},
                              {"assignee", katrin.id},
                              {"due", date(5)}});
    create(here + "actions", {{"title", "- anrufen"}, {"doneOn", date(-1)}});
    create(here + "long-term-goals", {{"title", "Rahmenvertrag"}, {"due", "2028-01-01"}});
    return made.account;
  }

  /// What our own import says of a list, in its last lines.
  std::string taken_back(const std::string& account, const std::string& content,
                         cli::ImportOptions options) {
    options.file = std::filesystem::temp_directory_path() / (new_id() + ".csv");
    std::ofstream(options.file, std::ios::binary) << kMark << content;
    options.account =
        browser(katrin).get("/api/v1/accounts/" + account).body.at("code").as_string();
    options.person = app->context().database.peek([&](store::Session& session) {
      return store::must_find<domain::User>(session, domain::Id{katrin.id}).email;
    });
    std::ostringstream told;
    cli::import_file(app->context(), options, told);
    std::filesystem::remove(options.file);
    const auto text = told.str();
    const auto at = text.find(" new, ");
    return at == text.npos || text.find("refused in") != text.npos
               ? text
               : text.substr(text.rfind('\n', at) + 1);
  }
};

TEST_P(Lists, HaveTheColumnsAndRowsOfTheirSheets) {
  const auto id = full_account();
  const Opened opened(browser(katrin).get("/api/v1/accounts/" + id + "/workbook").text);
  std::vector<std::string> sheets;
  const auto names = json::parse(opened.names());
  for (const auto& name : names.as_array()) sheets.emplace_back(name.as_string());
  std::size_t at = 0;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<report::AccountList>>(
      [&](auto each) {
        const std::string name(mapping::enum_text(each.value));
        const auto& sheet = sheets.at(++at);  // the first is the overview
        const auto rows = cli::csv_rows(list(katrin, id, name), ';');
        const auto& wanted = opened.sheet(sheet).at("rows").as_array();
        ASSERT_EQ(wanted.size(), rows.size()) << name;
        EXPECT_LT(1u, rows.size()) << name;
        for (std::size_t row = 0; row < rows.size(); ++row) {
          ASSERT_EQ(wanted[row].as_array().size(), rows[row].size()) << name;
          for (std::size_t i = 0; i < rows[row].size(); ++i) {
            const auto& cell = wanted[row].at(i);
            if (cell.at("kind") == json::value("text"))
              EXPECT_EQ(std::string(cell.at("value").as_string()), rows[row][i]) << name;
            else
              EXPECT_EQ(cell.at("value").is_null(), rows[row][i].empty()) << name;
          }
        }
      });
  EXPECT_EQ(sheets.size(), at + 1);
}

TEST_P(Lists, SpeakAndCountAsTheirReaderDoes) {
  const auto id = full_account();
  EXPECT_TRUE(
      list(katrin, id, "kpi_values")
          .starts_with(
              "Kennzahl;Tag;Wert;Einheit;Quelle;Kennung\r\nMarge;15.11.2026;-0,02;%;'=SAP;"));
  speak_english(jonas);
  EXPECT_TRUE(list(jonas, id, "kpi_values")
                  .starts_with("KPI,Day,Value,Unit,Source,Id\r\nMarge,2026-11-15,-0.02,%,'=SAP,"));
}

TEST_P(Lists, AreFilesWithANameThatSaysWhatIsInThem) {
  const auto path = "/api/v1/accounts/" + account() + "/lists/";
  EXPECT_EQ("text/csv; charset=utf-8", header(path + "supply", "Content-Type"));
  EXPECT_EQ("no-store", header(path + "supply", "Cache-Control"));
  EXPECT_NE(std::string::npos, header(path + "supply", "Content-Disposition")
                                   .find("filename=\"Teutonia Lieferanteile 2026-11-24.csv\""));
  EXPECT_NE(std::string::npos,
            header(path + "contacts", "Content-Disposition")
                .find("\"Teutonia Ansprechpartner Personenbezogene Daten 2026-11-24.csv\""));
  EXPECT_NE(std::string::npos, header("/api/v1/portfolio/list", "Content-Disposition")
                                   .find("filename=\"Portfolio 2026-11-24.csv\""));
}

TEST_P(Lists, RollOutsKpisAndQuestionsTellWhatPagesTell) {
  const auto id = full_account();
  const auto roll_outs = cli::csv_rows(list(katrin, id, "roll_outs"), ';');
  ASSERT_EQ(2u, roll_outs.size());
  EXPECT_EQ((std::vector<std::string>{"2026 H2", "Lieferanteil 40 auf 50 %", "10 Bestellungen",
                                      "+49 Werk", "", "0", "5", "-4,5", "", "-90%", "", "3", "7"}),
            std::vector(roll_outs[1].begin(), roll_outs[1].end() - 1));
  const auto questions = cli::csv_rows(list(katrin, id, "questions"), ';');
  ASSERT_EQ(3u, questions.size());
  EXPECT_EQ((std::vector<std::string>{"Wer entscheidet?", "Ansprechpartner: @Feldmann",
                                      "Katrin Vogt", "@Feldmann", "23.11.2026", "", "ja", "", ""}),
            std::vector(questions[1].begin(), questions[1].end() - 1));
  EXPECT_EQ("+2 Jahre", questions[2].at(8));
  EXPECT_EQ("24.11.2026", questions[2].at(7));
}

TEST_P(Lists, SupplyIsInTheOrderOfAreasSitesAndPeriods) {
  const auto here = "accounts/" + account() + "/";
  std::vector<std::string> areas, sites;
  for (const auto* name : {"Zylinder", "Öfen"})
    areas.push_back(create(here + "product-areas", {{"name", name}}));
  for (const auto* name : {"Werk Süd", "Werk Ost"})
    sites.push_back(create(here + "sites", {{"name", name}}));
  for (const auto* starts_on : {"2026-07-01", "2026-01-01", "2026-04-01"})
    for (const auto& area : areas)
      for (const auto& site : sites)
        create(here + "supply-records", {{"productArea", area},
                                         {"site", site},
                                         {"startsOn", starts_on},
                                         {"demand", 3},
                                         {"volume", 1}});
  const auto rows = cli::csv_rows(list(katrin, here.substr(9, 36), "supply"), ';');
  std::vector<std::string> told;
  for (std::size_t row = 1; row < rows.size(); ++row)
    told.push_back(rows[row][1] + " " + rows[row][0] + " " + rows[row][2] + " " + rows[row][7]);
  std::vector<std::string> wanted;
  for (const std::string area : {"Öfen", "Zylinder"})
    for (const std::string site : {"Werk Ost", "Werk Süd"})
      for (const std::string period : {"Q1", "Q2", "Q3"})
        wanted.push_back(area + " " + site + " " + period + " 2026 33,3%");
  EXPECT_EQ(wanted, told);
}

TEST_P(Lists, AreForWhoeverSeesTheAccount) {
  const auto path = "/api/v1/accounts/" + account() + "/lists/";
  for (const std::string name : {"supply", "contacts"}) {
    EXPECT_EQ(200, browser(head).get(path + name).status);
    EXPECT_EQ(404, browser(admin).get(path + name).status);
    EXPECT_EQ(404, browser(add_user("Fremd", "member")).get(path + name).status);
    EXPECT_EQ(401, browser().get(path + name).status);
  }
  EXPECT_EQ(404, browser(katrin).get(path + "everything").status);
  EXPECT_EQ(404, browser(katrin).get("/api/v1/accounts/" + new_id() + "/lists/supply").status);
  EXPECT_EQ(401, browser().get("/api/v1/portfolio/list").status);
}

TEST_P(Lists, PortfolioHasTheRowsThatFitAndThatTheCallerSees) {
  plan();
  account();
  const auto rows = cli::csv_rows(csv(katrin, "portfolio/list"), ';');
  ASSERT_EQ(3u, rows.size());
  EXPECT_EQ("Kunde", rows[0].front());
  EXPECT_EQ("Kennung", rows[0].back());
  EXPECT_EQ(1u, cli::csv_rows(csv(admin, "portfolio/list"), ';').size());
  EXPECT_EQ(1u, cli::csv_rows(csv(katrin, "portfolio/list?search=gibtsnicht"), ';').size());
  EXPECT_EQ(422, browser(katrin).get("/api/v1/portfolio/list?health=good").status);
}

TEST_P(Lists, ComeBackWithoutAChange) {
  const auto id = full_account();
  cli::ImportOptions german;
  german.delimiter = ";";
  const auto taken = [&](const Person& person, const std::string& kind, cli::ImportOptions options,
                         const std::vector<std::string>& columns) {
    options.kind = kind;
    options.columns = columns;
    return taken_back(id, list(person, id, kind), options);
  };
  const auto unchanged = [](int rows) {
    return "0 new, 0 changed, " + std::to_string(rows) +
           " unchanged, 0 refused\nNothing to store: all of it is there already.\n";
  };
  EXPECT_EQ(unchanged(2), taken(katrin, "supply", german, {}));
  EXPECT_EQ(unchanged(2), taken(katrin, "contacts", german, {}));
  EXPECT_EQ(unchanged(2), taken(katrin, "kpi_values", german, {}));
  EXPECT_EQ(unchanged(1), taken(katrin, "signals", german,
                                {"Signal=title", "Quelle=signal_source", "Schlagworte=tags"}));
  EXPECT_EQ(unchanged(2), taken(katrin, "actions", german, {"Maßnahme=title", "Termin=due"}));
  speak_english(jonas);
  cli::ImportOptions english;
  english.decimal_sign = "point";
  english.date_order = "ymd";
  EXPECT_EQ(unchanged(2), taken(jonas, "supply", english, {"Contract end=contract_end"}));
  EXPECT_EQ(unchanged(2), taken(jonas, "contacts", english, {"Kept in touch by=kept_by"}));
  EXPECT_EQ(unchanged(2), taken(jonas, "kpi_values", english, {}));
  EXPECT_EQ(unchanged(1), taken(jonas, "signals", english,
                                {"Signal=title", "Detail=detail", "Source=signal_source"}));
  EXPECT_EQ(unchanged(2), taken(jonas, "actions", english, {"Action=title"}));
}

TEST_P(Lists, CommandWritesOneContactsOnlyWhereTheyAreWanted) {
  const auto id = account();
  create("accounts/" + id + "/contacts", {{"name", "Frau Dr. Feldmann"}});
  const auto folder = std::filesystem::temp_directory_path() / ("takt_lists_" + new_id());
  std::filesystem::create_directories(folder);
  const auto from =
      GetParam() == "PostgreSQL"
          ? " --database '" + database_.location + "'"
          : " --data " + std::filesystem::path(database_.location).parent_path().string();
  const auto run = [&](const std::string& more) {
    return output_of("cd " + folder.string() + " && (" TAKT_BINARY " report T1 --format csv" +
                     from + more + " 2>&1 || true)");
  };
  EXPECT_NE(std::string::npos, run("").find("--list must be one of: objectives, check_ins, "));
  EXPECT_NE(std::string::npos, run(" --list contacts").find("say --contacts"));
  EXPECT_EQ("c.csv\n", run(" --list contacts --contacts --language en --output c.csv"));
  std::ifstream file(folder / "c.csv", std::ios::binary);
  const std::string content{std::istreambuf_iterator<char>(file), {}};
  EXPECT_TRUE(content.starts_with(kMark + "Name,Function,Site,")) << content;
  EXPECT_NE(std::string::npos, content.find("\r\nFrau Dr. Feldmann,,"));
  std::filesystem::remove_all(folder);
}

TAKT_ON_BOTH_DATABASES(Lists);

}  // namespace
}  // namespace takt::tests
