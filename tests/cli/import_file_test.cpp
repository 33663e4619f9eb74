// Files as people have them, taken in by `takt import`.

#include "cli/import_file.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/demo.hpp"
#include "cli/report_file.hpp"
#include "domain/word.hpp"
#include "mapping/words.hpp"
#include "server.hpp"
#include "store/entity_store.hpp"

namespace takt::tests {
namespace {

using Rows = std::vector<std::vector<std::string>>;

TEST(CsvRows, KeepQuotesLineBreaksAndBlankRows) {
  EXPECT_EQ(
      (Rows{{"Werk", "Ort"}, {"Süd; \"Neu\"", "Oelde\nMitte"}, {}, {"Nord", ""}}),
      cli::csv_rows("Werk;Ort\r\n\"Süd; \"\"Neu\"\"\";\"Oelde\nMitte\"\r\n\r\nNord;\r\n", ';'));
  EXPECT_EQ((Rows{{"a", "b"}, {}, {"c"}}), cli::csv_rows("a\tb\n\nc", '\t'));
  EXPECT_TRUE(cli::csv_rows("", ',').empty());
  EXPECT_THROW(cli::csv_rows("a,\"b\nc", ','), std::runtime_error);
}

TEST(ImportWords, ReadWhatTheInterfaceCallsEachChoiceInBothLanguages) {
  const auto all_read = []<class E>(E) {
    for (const auto language : {domain::Language::de, domain::Language::en})
      boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
        const auto word = mapping::choice(language, d.value);
        const auto read = domain::read_choice<E>(word);
        const auto* choice = std::get_if<E>(&read);
        EXPECT_TRUE(choice && *choice == d.value) << word;
      });
  };
  all_read(domain::SiteKind{});
  all_read(domain::Standing{});
  all_read(domain::BuyingRole{});
  all_read(domain::SupplyUnit{});
  all_read(domain::Rest{});
  all_read(domain::SignalSource{});
  all_read(domain::SignalTheme{});
  all_read(domain::SignalNature{});
  all_read(domain::Period{});
}

class ImportFiles : public OnBothDatabases {
 protected:
  void SetUp() override {
    id = account();
    options.account = browser(katrin).get("/api/v1/accounts/" + id).body.at("code").as_string();
    options.person = email_of(katrin);
  }
  std::string email_of(const Person& person) {
    return app->context().database.peek([&](store::Session& session) {
      return store::must_find<domain::User>(session, domain::Id{person.id}).email;
    });
  }
  /// Writes the file and takes it in; what is told of it.
  std::string take(const std::string& content, const std::string& kind) {
    options.kind = kind;
    options.file = folder + "/Datei von Jonas" + extension;
    std::ofstream(options.file, std::ios::binary) << content;
    std::ostringstream told;
    whole = cli::import_file(app->context(), options, told);
    return told.str();
  }
  std::string refusal(const std::string& content, const std::string& kind) {
    try {
      take(content, kind);
    } catch (const std::exception& wrong) {
      return wrong.what();
    }
    return "";
  }
  json::array list(const std::string& collection) {
    return browser(katrin).get("/api/v1/accounts/" + id + "/" + collection).body.as_array();
  }

  std::string id;
  std::string folder = [] {
    std::string made = std::filesystem::temp_directory_path() / "takt-import-XXXXXX";
    EXPECT_NE(nullptr, mkdtemp(made.data()));
    return made;
  }();
  std::string extension = ".csv";
  cli::ImportOptions options;
  bool whole = false;

  ~ImportFiles() override { std::filesystem::remove_all(folder); }
};

TEST_P(ImportFiles, GermanExcelSavesSemicolonsAndItsOwnEncoding) {
  options.delimiter = ";";
  const std::string sites = "Name;Ort\r\nG\xFCtersloh;G\xFCtersloh\r\nOelde;Oelde\r\n";
  EXPECT_EQ("The file is not UTF-8: say --encoding windows-1252.", refusal(sites, "sites"));
  options.encoding = "windows-1252";
  EXPECT_EQ("2 new, 0 changed, 0 unchanged, 0 refused\nStored.\n", take(sites, "sites"));
  EXPECT_EQ("Gütersloh", list("sites")[0].at("name").as_string());
  EXPECT_EQ(
      "0 new, 0 changed, 2 unchanged, 0 refused\n"
      "Nothing to store: all of it is there already.\n",
      take(sites, "sites"));
  options.encoding = "utf-8";
  EXPECT_EQ("2 new, 0 changed, 0 unchanged, 0 refused\nStored.\n",
            take("\xEF\xBB\xBFName;Unsere Stellung\nPumpen;Hauptlieferant\n"
                 "Ventile;gelistet\n",
                 "areas"))
      << "the byte order mark is no part of the first name";
}

TEST_P(ImportFiles, ListsThatTaktWroteComeBackWithoutAChange) {
  const NewDatabase told_of(GetParam() == "PostgreSQL");
  cli::AppSettings settings;
  settings.database = told_of.location;
  settings.port = 0;
  settings.refresh_portfolio = false;
  cli::App story(settings);
  cli::tell_demo_story(story.context(), domain::Language::de);
  options.account = "TEU";
  options.person = "katrin.vogt@brandt.example";
  const std::map<std::string, std::string> lists{
      {"contacts", "contacts"},  {"supply", "supply"},         {"signals", "signals"},
      {"actions", "actions"},    {"kpi_values", "kpi_values"}, {"plan", "objectives"},
      {"check_ins", "check_ins"}};
  for (const std::string language : {"de", "en"})
    for (const auto& [kind, list] : lists) {
      options.kind = kind;
      options.file = cli::report_file(story.context(), {.account = options.account,
                                                        .format = "csv",
                                                        .list = list,
                                                        .language = language,
                                                        .output = folder + "/" + list + ".csv",
                                                        .contacts = true});
      options.delimiter = language == "de" ? ";" : ",";
      options.decimal_sign = language == "de" ? "comma" : "point";
      options.dry_run = true;
      std::ostringstream told;
      EXPECT_TRUE(cli::import_file(story.context(), options, told))
          << kind << ' ' << language << ": " << told.str();
      EXPECT_NE(std::string::npos, told.str().find("0 new, 0 changed, ")) << kind << told.str();
      EXPECT_EQ(std::string::npos, told.str().find(" 0 unchanged, ")) << kind << told.str();
      std::filesystem::remove(options.file);
    }
}

TEST_P(ImportFiles, SharesComeInWithTheirDecimalsAndTheDeedHasAName) {
  options.delimiter = ";";
  take("name\nPumpen\n", "areas");
  options.columns = {"Umsatz=volume", "Bedarf in T€=demand*1"};
  EXPECT_EQ(
      "not taken: the column \"Bemerkung\"\n"
      "1 new, 0 changed, 0 unchanged, 0 refused\nStored.\n",
      take("Produktbereich;Zeitraum;Umsatz;Bedarf in T€;Bemerkung\n"
           "Pumpen;Q3 2026;1.355,9;3.000;geschätzt\n",
           "supply"));
  const auto records = list("supply-records");
  ASSERT_EQ(1U, records.size());
  EXPECT_EQ(1355.9, records[0].at("volume").to_number<double>());
  const auto imports = list("imports");
  EXPECT_EQ("Datei von Jonas.csv", imports[0].at("file").as_string());
  EXPECT_EQ(katrin.id, imports[0].at("importedBy").as_string());
}

TEST_P(ImportFiles, ColumnsSayThatTheirAmountsAreInThousandsOrMillions) {
  options.delimiter = ";";
  take("name\nPumpen\n", "areas");
  const std::string shares =
      "Produktbereich;Zeitraum;Umsatz in T€;Gesamtbedarf\nPumpen;Q3 2026;1.355,9;3,5\n";
  options.columns = {"Umsatz in T€=volume*100"};
  EXPECT_EQ("--column \"Umsatz in T€=volume*100\": amounts are multiplied by 1, 1000 or 1000000.",
            refusal(shares, "supply"));
  options.columns = {"Umsatz in T€=volume*1000", "Gesamtbedarf=demand*1000000"};
  EXPECT_EQ("1 new, 0 changed, 0 unchanged, 0 refused\nStored.\n", take(shares, "supply"));
  const auto records = list("supply-records");
  ASSERT_EQ(1U, records.size());
  EXPECT_EQ(1355900, records[0].at("volume").to_number<double>());
  EXPECT_EQ(3500000, records[0].at("demand").to_number<double>());
  EXPECT_EQ(
      "0 new, 0 changed, 1 unchanged, 0 refused\n"
      "Nothing to store: all of it is there already.\n",
      take(shares, "supply"));
  options.columns = {"Gesamtbedarf=demand*1000000", "Umsatz in T€=volume"};
  EXPECT_NE(std::string::npos, refusal(shares, "supply").find("\"Umsatz in T€\" says T€"));
  options.columns = {};
  EXPECT_NE(std::string::npos,
            refusal("Produktbereich;Zeitraum;Unser Volumen (TEUR)\nPumpen;Q3 2026;1\n", "supply")
                .find("says TEUR"));
  options.columns = {"Umsatz in T€=volume*1", "Gesamtbedarf=demand*1000"};
  EXPECT_NE(std::string::npos, take(shares, "supply").find("0 new, 1 changed"));
  options.columns = {"Umsatz in T€=volume*1000", "Zeitraum=period*1000"};
  EXPECT_THROW(take(shares, "supply"), domain::Problem);
}

TEST_P(ImportFiles, RefusedRowsAreToldAndRefuseAllUntilTheyAreLeftOut) {
  extension = ".tsv";
  const std::string areas = "Name\tUnsere Stellung\nPumpen\tHauptlieferant\nVentile\tChef\n";
  const auto told = take(areas, "areas");
  EXPECT_FALSE(whole);
  EXPECT_NE(told.npos, told.find("line 3, refused in \"Unsere Stellung\": must be one of none, "))
      << told;
  EXPECT_NE(told.npos, told.find("Nothing was stored: put the refused rows right")) << told;
  EXPECT_TRUE(list("product-areas").empty());
  options.leave_out = options.dry_run = true;
  EXPECT_NE(told.npos, take(areas, "areas").find("Nothing was stored: this was a dry run."));
  EXPECT_TRUE(list("product-areas").empty());
  options.dry_run = false;
  EXPECT_NE(told.npos, take(areas, "areas").find("Stored."));
  EXPECT_TRUE(whole);
  EXPECT_EQ(1U, list("product-areas").size());
}

TEST_P(ImportFiles, WhatIsMissingOrUnknownIsSaid) {
  EXPECT_EQ("The file has no rows below its header.", refusal("Name\n", "sites"));
  EXPECT_NE(std::string::npos,
            refusal("Werk;Stadt\nOelde;Oelde\n", "sites").find("No column of row 1 is known"));
  options.columns = {"Werk=name"};
  EXPECT_NE(std::string::npos, refusal("Name\nOelde\n", "sites").find("No column is called"));
  options.columns.clear();
  options.person = "niemand@example.org";
  EXPECT_EQ("Nobody has the address niemand@example.org.", refusal("Name\nOelde\n", "sites"));
  options.person = email_of(katrin);
  options.account = "GIBTSNICHT";
  EXPECT_EQ("No account has the code GIBTSNICHT.", refusal("Name\nOelde\n", "sites"));
}

TEST_P(ImportFiles, AccountsComeInWithTheirTeams) {
  options.accounts = true;
  EXPECT_EQ("Say --account and --kind, or --accounts without them.",
            refusal("Name\nAhlmann\n", ""));
  options.account.clear();
  options.delimiter = ";";
  options.person = email_of(head);
  const std::string table =
      "Name;Kürzel;Key Account Manager;Mitglieder des Teams\n"
      "Ahlmann;AHL;Vogt, Katrin;Jonas Albers\nBerger;;Katrin Vogt;\"Jonas Albers; Ute Krämer\"\n";
  EXPECT_EQ("2 new, 0 changed, 0 unchanged, 0 refused\nStored.\n", take(table, ""));
  EXPECT_EQ(
      "0 new, 0 changed, 2 unchanged, 0 refused\n"
      "Nothing to store: all of it is there already.\n",
      take(table, ""));
  const auto told = take("Name;Key Account Manager\nCramer;Katrin Vogd\n", "");
  EXPECT_NE(told.npos,
            told.find("line 2, refused in \"Key Account Manager\": “Katrin Vogd” is no user"))
      << told;
  options.person = email_of(katrin);
  EXPECT_THROW(take(table, ""), domain::Problem);
}

TEST_P(ImportFiles, NobodyBringsInWhatTheyMayNotWrite) {
  options.person = email_of(add_user("Fremd", "member"));
  EXPECT_THROW(take("Name\nOelde\n", "sites"), domain::Problem);
  EXPECT_TRUE(list("sites").empty());
}

TAKT_ON_BOTH_DATABASES(ImportFiles);

}  // namespace
}  // namespace takt::tests
