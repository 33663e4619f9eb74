// The workbooks of accounts and of the portfolio, asked for as people do and opened by openpyxl.

#include "report/workbook.hpp"

#include "page/portfolio.hpp"
#include "report/account_workbook.hpp"
#include "server.hpp"

namespace takt::tests {
namespace {

class Workbooks : public OnBothDatabases {
 protected:
  std::string create(const std::string& path, const json::object& fields) {
    const auto made = browser(katrin).post("/api/v1/" + path, json::serialize(fields));
    EXPECT_EQ(201, made.status) << path << made.text;
    return made.status == 201 ? made.id() : "";
  }
  Opened open(const Person& person, const std::string& path) {
    const auto answer = browser(person).get("/api/v1/" + path);
    EXPECT_EQ(200, answer.status) << answer.text;
    return Opened(answer.text);
  }
  Opened open_account(const Person& person, const std::string& account) {
    return open(person, "accounts/" + account + "/workbook");
  }
  void speak_english(const Person& person) {
    const auto path = "/api/v1/users/" + person.id;
    EXPECT_EQ(200, browser(person).patch(path, R"({"language":"en"})", "1").status);
  }
  /// What the file is to be called, as it is sent: the client of these tests decodes headers.
  std::string disposition(const Person& person, const std::string& account) {
    const auto sent = app->router().handle({.method = "GET",
                                            .path = "/api/v1/accounts/" + account + "/workbook",
                                            .headers = {{"cookie", person.cookie}}});
    for (const auto& [name, value] : sent.headers)
      if (name == "Content-Disposition") return value;
    return "";
  }
};

TEST_P(Workbooks, HaveASheetForEachPartOfThePlan) {
  const auto made = plan();
  EXPECT_EQ(
      "attachment; filename=\"Key-Account-Plan Teutonia 2026 H2.xlsx\"; "
      "filename*=UTF-8''Key-Account-Plan%20Teutonia%202026%20H2.xlsx",
      disposition(katrin, made.account));
  const auto opened = open_account(katrin, made.account);
  EXPECT_EQ(json::serialize(json::array{"Übersicht", "Objectives", "Check-ins", "Roll-outs",
                                        "Lieferanteile", "Matrix", "Kennzahlen", "Signale",
                                        "Ansprechpartner", "Offene Fragen", "Maßnahmen",
                                        "Langfristige Ziele"}),
            opened.names());
  EXPECT_EQ("Key-Account-Plan Teutonia", opened.title());
  EXPECT_EQ("Katrin Vogt", opened.author());
}

TEST_P(Workbooks, OverviewTellsAsOfWhenAndWhoMadeItOnOnePage) {
  const auto made = plan();
  auto admins = browser(admin);
  const auto own = admins.get("/api/v1/organisation");
  ASSERT_EQ(200, admins
                     .patch("/api/v1/organisation/" + own.id(), R"({"timeZone":"Europe/Berlin"})",
                            own.version())
                     .status);
  const auto opened = open_account(jonas, made.account);
  EXPECT_EQ("date 2026-11-24T10:00", opened.beside("Übersicht", "Stand"));
  EXPECT_EQ("text Jonas Albers", opened.beside("Übersicht", "erstellt von"));
  EXPECT_EQ("date " + date(-60), opened.beside("Übersicht", "Zyklus beginnt am"));
  const auto printed = json::serialize(opened.sheet("Übersicht").at("printed"));
  EXPECT_NE(printed.npos, printed.find("$A$1:$C$")) << printed;
}

TEST_P(Workbooks, FiguresAreThoseOfThePagesAsNumbersAndDays) {
  const auto made = plan();
  create("key-results/" + made.key_result + "/check-ins",
         {{"value", 4}, {"effectiveOn", date(-3)}, {"confidence", 7}, {"note", "läuft"}});
  const auto cockpit = browser(katrin).get("/api/v1/accounts/" + made.account + "/cockpit").body;
  const auto& view = cockpit.at("objectives").at(0).at("keyResults").at(0);
  const auto opened = open_account(katrin, made.account);
  const std::string sheet = "Objectives";
  ASSERT_EQ(2u, opened.rows(sheet));
  EXPECT_EQ("text Lieferanteil 40 auf 50 %", opened.at(sheet, 1, "Objective"));
  EXPECT_EQ("text 10 Bestellungen", opened.at(sheet, 1, "Key Result"));
  EXPECT_EQ("number 0", opened.at(sheet, 1, "Ausgangswert"));
  EXPECT_EQ("number 10", opened.at(sheet, 1, "Zielwert"));
  EXPECT_EQ("number 4", opened.at(sheet, 1, "aktueller Wert"));
  EXPECT_EQ("number 0.4", opened.at(sheet, 1, "Fortschritt"));
  EXPECT_EQ("0 %", opened.format(sheet, 1, "Fortschritt"));
  EXPECT_DOUBLE_EQ(view.at("expected").to_number<double>(),
                   std::stod(opened.at(sheet, 1, "bis heute erwartet").substr(7)));
  EXPECT_EQ("", opened.at(sheet, 1, "Gewicht")) << "nobody fixed it";
  EXPECT_EQ("number 7", opened.at(sheet, 1, "Zuversicht"));
  EXPECT_EQ("", opened.at(sheet, 1, "fällig")) << "with the cycle";
  EXPECT_EQ("text im Plan", opened.at(sheet, 1, "Zustand"));
  EXPECT_EQ("text " + made.key_result, opened.at(sheet, 1, "Kennung"));
  const auto hidden = opened.sheet(sheet).at("hidden").as_array();
  ASSERT_EQ(1u, hidden.size());
  EXPECT_EQ(opened.column(sheet, "Kennung"), hidden[0].to_number<std::size_t>());
  EXPECT_EQ("A2", opened.sheet(sheet).at("frozen").as_string());
  ASSERT_EQ(2u, opened.rows("Check-ins"));
  EXPECT_EQ("date " + date(-3), opened.at("Check-ins", 1, "Datum"));
  EXPECT_EQ("number 4", opened.at("Check-ins", 1, "Wert"));
  EXPECT_EQ("text läuft", opened.at("Check-ins", 1, "Bemerkung"));
  EXPECT_EQ("text Katrin Vogt", opened.at("Check-ins", 1, "eingetragen von"));
}

TEST_P(Workbooks, CorrectedCheckInsAreKeptAndSaidToBe) {
  const auto made = plan();
  const auto at = "key-results/" + made.key_result + "/check-ins";
  const auto first = create(at, {{"value", -5}, {"effectiveOn", date(-3)}});
  let_pass(std::chrono::minutes{1});
  create(at, {{"value", 5}, {"effectiveOn", date(-3)}, {"supersedes", first}});
  const auto opened = open_account(katrin, made.account);
  ASSERT_EQ(3u, opened.rows("Check-ins"));
  EXPECT_EQ("number 5", opened.at("Check-ins", 1, "Wert"));
  EXPECT_EQ("", opened.at("Check-ins", 1, "korrigiert"));
  EXPECT_EQ("number -5", opened.at("Check-ins", 2, "Wert"));
  EXPECT_EQ("text ja", opened.at("Check-ins", 2, "korrigiert"));
}

TEST_P(Workbooks, SharesOfSupplyComeAsAListAndAsAMatrix) {
  const auto id = account();
  const auto here = "accounts/" + id + "/";
  const auto area = create(here + "product-areas", {{"name", "Getriebe"}});
  const auto other = create(here + "product-areas", {{"name", "Motoren"}});
  const auto site = create(here + "sites", {{"name", "Oelde"}});
  create(here + "supply-records", {{"productArea", area},
                                   {"site", site},
                                   {"startsOn", "2026-10-01"},
                                   {"volume", 40.5},
                                   {"demand", 162},
                                   {"estimated", true},
                                   {"rest", "competitor"},
                                   {"competitor", "Nordwerk"},
                                   {"contractEnd", "2027-06-30"}});
  create(
      here + "supply-records",
      {{"productArea", other}, {"startsOn", "2026-10-01"}, {"share", 0.3}, {"rest", "own_make"}});
  const auto opened = open_account(katrin, id);
  const std::string sheet = "Lieferanteile";
  ASSERT_EQ(3u, opened.rows(sheet));
  const std::size_t row = opened.at(sheet, 1, "Standort") == "text Oelde" ? 1 : 2;
  EXPECT_EQ("text Getriebe", opened.at(sheet, row, "Produktbereich"));
  EXPECT_EQ("text Q4 2026", opened.at(sheet, row, "Zeitraum"));
  EXPECT_EQ("date 2026-10-01", opened.at(sheet, row, "beginnt am"));
  EXPECT_EQ("number 40.5", opened.at(sheet, row, "unser Volumen"));
  EXPECT_EQ("number 162", opened.at(sheet, row, "Gesamtbedarf"));
  EXPECT_EQ("text EUR", opened.at(sheet, row, "Einheit"));
  EXPECT_EQ("number 0.25", opened.at(sheet, row, "Lieferanteil"));
  EXPECT_EQ("text ja", opened.at(sheet, row, "geschätzt"));
  EXPECT_EQ("text Nordwerk", opened.at(sheet, row, "Rest bei"));
  EXPECT_EQ("date 2027-06-30", opened.at(sheet, row, "Vertragsende"));
  EXPECT_EQ("text Kunde gesamt", opened.at(sheet, 3 - row, "Standort"));
  EXPECT_EQ("number 0.3", opened.at(sheet, 3 - row, "Lieferanteil"));
  EXPECT_EQ("text Eigenfertigung", opened.at(sheet, 3 - row, "Rest bei"));
  EXPECT_EQ("text Q4 2026", opened.at("Matrix", 1, "Zeitraum"));
  EXPECT_EQ("text nicht aufgeteilt", opened.at("Matrix", 1, "Standort"));
  EXPECT_EQ("", opened.at("Matrix", 1, "Getriebe"));
  EXPECT_EQ("number 0.3", opened.at("Matrix", 1, "Motoren"));
  EXPECT_EQ("text Oelde", opened.at("Matrix", 2, "Standort"));
  EXPECT_EQ("number 0.25", opened.at("Matrix", 2, "Getriebe"));
  EXPECT_EQ("0 %", opened.format("Matrix", 2, "Getriebe"));
  EXPECT_EQ("", opened.at("Matrix", 2, "Motoren"));
  const auto last = opened.rows("Matrix") - 1;
  EXPECT_EQ("text Kunde gesamt", opened.at("Matrix", last, "Standort"));
  EXPECT_EQ("number 0.3", opened.at("Matrix", last, "Motoren"));
  EXPECT_EQ("number 0.25", opened.at("Matrix", last, "gesamt"));
}

TEST_P(Workbooks, TextsThatLookLikeFormulasStayWhatTheyAre) {
  const auto id = account();
  const auto here = "accounts/" + id + "/";
  const std::string formula = R"(=HYPERLINK("http://x","Klick"))";
  create(here + "long-term-goals",
         {{"title", formula}, {"measure", "- zweite Zeile\n&<>\"]]> 😀"}, {"due", "2028-01-01"}});
  const auto site = create(here + "sites", {{"name", "+49 Werk"}});
  create(here + "contacts", {{"name", "@Feldmann"}, {"site", site}, {"attitude", -2}});
  create(here + "signals", {{"title", "-0,02"}, {"tags", {"=1+1"}}});
  create(here + "actions", {{"title", "'=1"}, {"due", date(5)}});
  const auto opened = open_account(katrin, id);
  EXPECT_EQ("text " + formula, opened.at("Langfristige Ziele", 1, "Ziel"));
  EXPECT_EQ("text - zweite Zeile\n&<>\"]]> 😀", opened.at("Langfristige Ziele", 1, "Maß"));
  EXPECT_EQ("date 2028-01-01", opened.at("Langfristige Ziele", 1, "Termin"));
  EXPECT_EQ("text @Feldmann", opened.at("Ansprechpartner", 1, "Name"));
  EXPECT_EQ("text +49 Werk", opened.at("Ansprechpartner", 1, "Standort"));
  EXPECT_EQ("number -2", opened.at("Ansprechpartner", 1, "Haltung"));
  EXPECT_EQ("text -0,02", opened.at("Signale", 1, "Signal"));
  EXPECT_EQ("text =1+1", opened.at("Signale", 1, "Schlagworte"));
  EXPECT_EQ("text '=1", opened.at("Maßnahmen", 1, "Maßnahme"));
  EXPECT_EQ("date " + date(5), opened.at("Maßnahmen", 1, "Termin"));
}

TEST_P(Workbooks, SpeakTheLanguageOfTheirReader) {
  const auto made = plan();
  create("key-results/" + made.key_result + "/check-ins",
         {{"value", 4}, {"effectiveOn", date(-3)}});
  speak_english(jonas);
  const auto opened = open_account(jonas, made.account);
  EXPECT_EQ(json::serialize(json::array{"Overview", "Objectives", "Check-ins", "Roll-outs",
                                        "Shares of supply", "Matrix", "KPIs", "Signals", "Contacts",
                                        "Open questions", "Actions", "Long-term goals"}),
            opened.names());
  EXPECT_EQ("text on track", opened.at("Objectives", 1, "Health"));
  EXPECT_EQ("date " + date(-3), opened.at("Check-ins", 1, "Date"));
  EXPECT_EQ("yyyy-mm-dd", opened.format("Check-ins", 1, "Date"));
  EXPECT_EQ("text im Plan", open_account(katrin, made.account).at("Objectives", 1, "Zustand"));
}

TEST_P(Workbooks, ContactsAreMarkedPersonalAndSaidToBeThere) {
  const auto id = account();
  create("accounts/" + id + "/contacts", {{"name", "Frau Dr. Feldmann"}});
  const auto opened = open_account(katrin, id);
  EXPECT_EQ("text Blatt Ansprechpartner", opened.beside("Übersicht", "Personenbezogene Daten"));
  EXPECT_FALSE(opened.sheet("Ansprechpartner").at("tab").is_null());
  EXPECT_TRUE(opened.sheet("Signale").at("tab").is_null());
}

TEST_P(Workbooks, AreForWhoeverSeesTheAccount) {
  const auto id = account();
  const auto path = "/api/v1/accounts/" + id + "/workbook";
  EXPECT_EQ(200, browser(head).get(path).status);
  EXPECT_EQ(404, browser(admin).get(path).status);
  EXPECT_EQ(404, browser(add_user("Fremd", "member")).get(path).status);
  EXPECT_EQ(404, browser(katrin).get("/api/v1/accounts/" + new_id() + "/workbook").status);
  EXPECT_EQ(401, browser().get(path).status);
}

TEST_P(Workbooks, FileIsCalledByTheAccountWhateverItIsCalled) {
  const auto id = account();
  auto heads = browser(head);
  const auto path = "/api/v1/accounts/" + id;
  ASSERT_EQ(200,
            heads.patch(path, R"({"name":"Müller/\"Söhne\" 100 % 😀"})", heads.get(path).version())
                .status);
  EXPECT_EQ(
      "attachment; filename=\"Key-Account-Plan M__ller--S__hne- 100 % ____.xlsx\"; "
      "filename*=UTF-8''Key-Account-Plan%20M%C3%BCller--S%C3%B6hne-%20100%20%25%20"
      "%F0%9F%98%80.xlsx",
      disposition(head, id));
}

TEST_P(Workbooks, PortfolioHasOneRowAnAccountThatTheCallerSees) {
  const auto made = plan();
  for (int i = 0; i < 60; ++i) account();
  create("key-results/" + made.key_result + "/check-ins",
         {{"value", 4}, {"effectiveOn", date(-3)}, {"confidence", 7}});
  while (page::refresh_portfolio(app->context(), 100) > 0) {
  }
  const auto opened = open(katrin, "portfolio/workbook?order=progress&reversed=true");
  EXPECT_EQ(R"(["Übersicht","Portfolio"])", opened.names());
  ASSERT_EQ(62u, opened.rows("Portfolio"));
  EXPECT_EQ("text Teutonia", opened.at("Portfolio", 1, "Kunde"));
  EXPECT_EQ("text " + made.account, opened.at("Portfolio", 1, "Kennung"));
  EXPECT_EQ("number 0.4", opened.at("Portfolio", 1, "Fortschritt"));
  EXPECT_EQ("date " + date(-3), opened.at("Portfolio", 1, "letzter Check-in"));
  EXPECT_EQ("number 61", opened.beside("Übersicht", "Kunden"));
  EXPECT_EQ(2u, open(katrin, "portfolio/workbook?health=on_track").rows("Portfolio"));
  EXPECT_EQ(1u, open(admin, "portfolio/workbook").rows("Portfolio"));
  EXPECT_EQ(422, browser(katrin).get("/api/v1/portfolio/workbook?health=good").status);
}

TEST_P(Workbooks, QuestionsTellNoNamesOfContactsWhereThoseAreLeftOut) {
  const auto id = account();
  const auto boss = create("accounts/" + id + "/contacts", {{"name", "Frau Dr. Feldmann"}});
  create("accounts/" + id + "/open-questions",
         {{"text", "Was will sie?"}, {"contact", boss}, {"aboutKind", "contact"}, {"about", boss}});
  const auto opened = open_account(katrin, id);
  EXPECT_EQ("text Ansprechpartner: Frau Dr. Feldmann", opened.at("Offene Fragen", 1, "betrifft"));
  EXPECT_EQ("text Frau Dr. Feldmann", opened.at("Offene Fragen", 1, "zu fragen"));
  const Opened without(
      report::account_workbook(app->context(), {.zone = "UTC"}, domain::Id{id}).content);
  EXPECT_EQ("text Ansprechpartner", without.at("Offene Fragen", 1, "betrifft"));
  EXPECT_EQ("", without.at("Offene Fragen", 1, "zu fragen"));
}

TEST_P(Workbooks, CommandWritesOneByTheCodeOfTheAccountWithoutContacts) {
  const auto id = account();
  create("accounts/" + id + "/contacts", {{"name", "Frau Dr. Feldmann"}});
  const auto folder = std::filesystem::temp_directory_path() / ("takt_report_" + new_id());
  std::filesystem::create_directories(folder);
  const auto from =
      GetParam() == "PostgreSQL"
          ? " --database '" + database_.location + "'"
          : " --data " + std::filesystem::path(database_.location).parent_path().string();
  const auto run = [&](const std::string& more) {
    return output_of("cd " + folder.string() + " && " TAKT_BINARY " report T1 --format xlsx" +
                     from + more);
  };
  const auto read = [&](const std::string& name) {
    std::ifstream file(folder / name, std::ios::binary);
    return Opened({std::istreambuf_iterator<char>(file), {}});
  };
  EXPECT_EQ("Key-Account-Plan Teutonia.xlsx\n", run(""));
  EXPECT_EQ(std::string::npos,
            read("Key-Account-Plan Teutonia.xlsx").names().find("Ansprechpartner"));
  EXPECT_EQ("mit.xlsx\n", run(" --contacts --output mit.xlsx"));
  EXPECT_EQ("text Frau Dr. Feldmann", read("mit.xlsx").at("Ansprechpartner", 1, "Name"));
  run(" --language en --output en.xlsx");
  EXPECT_EQ("text takt report", read("en.xlsx").beside("Overview", "made by"));
  std::filesystem::remove_all(folder);
}

TAKT_ON_BOTH_DATABASES(Workbooks);

}  // namespace
}  // namespace takt::tests
