#include <chrono>
#include <thread>

#include "importing.hpp"
#include "store/change_log.hpp"

namespace takt::tests {
namespace {

class Imports : public Importing {
 protected:
  void areas() {
    EXPECT_EQ(
        "2 0 0 0",
        counts(take(body("areas", R"(["name","standing"])",
                         {R"(["Dichtungen","Hauptlieferant"])", R"(["Ventile","B-Lieferant"])"}))));
  }
  void sites() {
    EXPECT_EQ("2 0 0 0",
              counts(take(body("sites", R"(["name","city"])",
                               {R"(["Gütersloh Werk 2","Gütersloh"])", R"(["Ameise","Oelde"])"}))));
  }
  static constexpr const char* kShares =
      R"(["site","product_area","period","volume","demand","unit","contract_end","rest"])";
  std::string shares() const {
    return body("supply", kShares,
                {R"(["Gütersloh Werk 2","Dichtungen","Q3 2026","1.355,90 €","3.000","EUR",)"
                 R"("31.12.27","Bosch"])",
                 R"(["Ameise","Dichtungen","Q3 2026",12.5,25,"kg",null,"unbekannt"])",
                 R"([null,"Ventile","2026-07","0","1.000","Stück","2027-12-31",null])"});
  }
};

TEST_P(Imports, DryRunJudgesAndWritesNothing) {
  areas();
  sites();
  const auto before = revision(id);
  const auto answer = preview(shares());
  EXPECT_EQ("2 0 0 1", counts(answer)) << answer.text;
  EXPECT_TRUE(answer.body.at("import").is_null());
  EXPECT_EQ("not_a_choice", code(answer, 1));
  EXPECT_EQ(5, answer.body.at("rows").at(1).at("problems").at(0).at("column").as_int64());
  EXPECT_EQ(before, revision(id));
  EXPECT_TRUE(list("supply-records").empty());
  // Those of the areas and the sites.
  EXPECT_EQ(2U, list("imports").size());
  json::object after;
  for (const auto& value : answer.body.at("rows").at(0).at("values").as_array())
    after[value.at("member").as_string()] = value.at("after");
  EXPECT_EQ(1355.9, after.at("volume").to_number<double>());
  EXPECT_EQ(3000, after.at("demand").to_number<double>());
  EXPECT_EQ("Dichtungen", after.at("productArea").as_string());
  EXPECT_EQ("Bosch", after.at("competitor").as_string());
}

TEST_P(Imports, SameFileTwiceChangesNothingHoweverItWritesTheNames) {
  areas();
  sites();
  const auto row = [](const std::string& site, const std::string& area) {
    return body("supply", kShares,
                {R"([")" + site + R"(",")" + area +
                 R"(","Q3 2026","1.355,90","3.000","EUR","31.12.2027","Bosch"])"});
  };
  EXPECT_EQ("1 0 0 0", counts(take(row("Gütersloh Werk 2", "Dichtungen"))));
  const auto before = revision(id);
  for (const char* site : {"Gütersloh Werk 2", "Gütersloh Werk 2 ", "Gütersloh Werk\u00A02",
                           "GÜTERSLOH WERK 2", "Gu\u0308tersloh  Werk 2"}) {
    const auto again = take(row(site, "dichtungen "));
    EXPECT_EQ("0 0 1 0", counts(again)) << site << again.text;
    EXPECT_TRUE(again.body.at("import").is_null()) << "nothing happened that could be told";
    EXPECT_EQ("0 0 2 0",
              counts(take(body("sites", R"(["name"])",
                               {R"([")" + std::string(site) + R"("])", R"(["ameise"])"}))))
        << site;
  }
  EXPECT_EQ(before, revision(id));
}

TEST_P(Imports, ChangedRowTellsOldAndNewPerCellAndABlankCellLeavesWhatIsThere) {
  sites();
  const auto file = body("sites", R"(["name","city","country","purchasers"])",
                         {R"(["Ameise","Beckum",null,"1.200"])", R"([null,null," ",null])"});
  for (const auto& answer : {preview(file), take(file)}) {
    EXPECT_EQ("0 1 0 0", counts(answer)) << "a blank row is none";
    const auto& row = answer.body.at("rows").at(0);
    EXPECT_EQ(2, row.at("line").as_int64());
    EXPECT_EQ("changed", row.at("verdict").as_string());
    const auto& values = row.at("values").as_array();
    ASSERT_EQ(2u, values.size());
    EXPECT_EQ(1, values[0].at("column").as_int64());
    EXPECT_EQ("Oelde", values[0].at("before").as_string());
    EXPECT_EQ("Beckum", values[0].at("after").as_string());
    EXPECT_TRUE(values[1].at("before").is_null());
    EXPECT_EQ(1200, values[1].at("after").as_int64());
  }
}

TEST_P(Imports, NameThatSeveralHaveIsRefusedWithTheirNames) {
  areas();
  auto katrins = browser(katrin);
  for (int i = 0; i < 2; ++i)
    katrins.post("/api/v1/accounts/" + id + "/sites", R"({"name":"Werk 2"})");
  const auto answer = preview(
      body("supply", kShares, {R"(["Werk 2","Dichtungen","2026","1","2","EUR",null,null])"}));
  EXPECT_EQ("ambiguous", code(answer, 0));
  EXPECT_EQ(2u, answer.body.at("rows").at(0).at("problems").at(0).at("choices").as_array().size());
  const auto sites = preview(body("sites", R"(["name","city"])", {R"(["werk 2","Oelde"])"}));
  EXPECT_EQ("ambiguous", code(sites, 0));
}

TEST_P(Imports, ArchivedEntryIsNamedInsteadOfMatchedSilently) {
  areas();
  auto katrins = browser(katrin);
  const auto old = katrins.post("/api/v1/accounts/" + id + "/sites", R"({"name":"Werk 9"})").id();
  katrins.remove("/api/v1/sites/" + old, "1");
  EXPECT_EQ("archived",
            code(preview(body("supply", kShares,
                              {R"(["Werk 9","Dichtungen","2026","1","2","EUR",null,null])"})),
                 0));
  const auto anew = preview(body("sites", R"(["name"])", {R"(["Werk 9"])"}));
  EXPECT_EQ("1 0 0 0", counts(anew));
  EXPECT_EQ("was_archived", anew.body.at("rows").at(0).at("hints").at(0).at("code").as_string());
}

TEST_P(Imports, RefusedRowsRefuseAllOfItUnlessTheyAreLeftOut) {
  areas();
  const std::vector<std::string> rows{R"(["Neu","main"])", R"(["Falsch","Lieblingslieferant"])",
                                      R"(["neu ","listed"])"};
  const auto before = revision(id);
  const auto refused = take(body("areas", R"(["name","standing"])", rows));
  EXPECT_EQ(409, refused.status) << refused.text;
  EXPECT_EQ("rows_refused", refused.code());
  EXPECT_EQ("/lines/3/1", refused.body.at("errors").at(0).at("pointer").as_string());
  EXPECT_EQ("twice", refused.body.at("errors").at(1).at("code").as_string());
  EXPECT_EQ(before, revision(id));
  EXPECT_EQ(2u, list("product-areas").size());
  const auto taken = take(body("areas", R"(["name","standing"])", rows, R"(,"leaveOut":true)"));
  EXPECT_EQ("1 0 0 2", counts(taken));
  EXPECT_EQ(2, taken.body.at("import").at("leftOut").as_int64());
  EXPECT_EQ(3u, list("product-areas").size());
}

TEST_P(Imports, IsOneEntryOfTheChangeLogThatLeadsToItsRows) {
  areas();
  const auto made = list("imports");
  ASSERT_EQ(1u, made.size());
  const std::string import(made[0].at("id").as_string());
  auto katrins = browser(katrin);
  const auto log = katrins.get("/api/v1/accounts/" + id + "/activity").body.at("changes");
  const auto& newest = log.at(0);
  EXPECT_EQ("import", newest.at("entity").as_string());
  EXPECT_EQ("Tabelle.xlsx", newest.at("title").as_string());
  EXPECT_EQ(import, newest.at("entityId").as_string());
  EXPECT_EQ(std::string(64, 'a'), newest.at("after").at("hash").as_string());
  for (const auto& change : log.as_array())
    EXPECT_NE("product_area", change.at("entity").as_string()) << "a row of the import";
  const auto rows =
      katrins.get("/api/v1/accounts/" + id + "/activity?import=" + import).body.at("changes");
  EXPECT_EQ(2u, rows.as_array().size());
  const auto area = std::string(list("product-areas")[0].at("id").as_string());
  EXPECT_EQ(1u, katrins.get("/api/v1/accounts/" + id + "/activity?entity=" + area)
                    .body.at("changes")
                    .as_array()
                    .size());
  const auto broken = app->context().database.read(
      [](store::Session& session) { return store::verify_chains(session); });
  EXPECT_TRUE(broken.empty());
}

TEST_P(Imports, UndoRestoresWhatChangedAndArchivesWhatIsNew) {
  sites();
  const auto taken = take(
      body("sites", R"(["name","city"])", {R"(["Ameise","Beckum"])", R"(["Neubau","Ahlen"])"}));
  ASSERT_EQ("1 1 0 0", counts(taken)) << taken.text;
  const std::string import(taken.body.at("import").at("id").as_string());
  auto katrins = browser(katrin);
  const auto undone = katrins.post("/api/v1/imports/" + import + "/undo");
  ASSERT_EQ(200, undone.status) << undone.text;
  EXPECT_EQ(katrin.id, undone.body.at("undoneBy").as_string());
  std::string cities;
  for (const auto& site : list("sites")) cities += std::string(site.at("city").as_string()) + " ";
  EXPECT_EQ("Gütersloh Oelde ", cities);
  const auto again = katrins.post("/api/v1/imports/" + import + "/undo");
  EXPECT_EQ(undone.version(), again.version()) << "the same undo";
  EXPECT_EQ("import", katrins.get("/api/v1/accounts/" + id + "/activity")
                          .body.at("changes")
                          .at(0)
                          .at("entity")
                          .as_string());
  EXPECT_EQ("1 1 0 0", counts(take(body("sites", R"(["name","city"])",
                                        {R"(["Ameise","Beckum"])", R"(["Neubau","Ahlen"])"}))))
      << "put right and brought in again";
}

TEST_P(Imports, OneAfterTheOtherIsTakenBackFromTheLastOn) {
  sites();
  EXPECT_EQ("0 1 0 0",
            counts(take(body("sites", R"(["name","city"])", {R"(["Ameise","Beckum"])"}))));
  auto katrins = browser(katrin);
  const auto imports = list("imports");
  const auto undo = [&](std::size_t at) {
    return katrins.post("/api/v1/imports/" + std::string(imports[at].at("id").as_string()) +
                        "/undo");
  };
  EXPECT_EQ("changed_since", undo(1).code());
  EXPECT_EQ(200, undo(0).status);
  EXPECT_EQ(200, undo(1).status) << "what the last one changed is as it was";
  EXPECT_TRUE(list("sites").empty());
}

TEST_P(Imports, UndoIsRefusedWhereSomebodyChangedSomethingSince) {
  sites();
  const std::string import(list("imports")[0].at("id").as_string());
  auto katrins = browser(katrin);
  const std::string site(list("sites")[0].at("id").as_string());
  ASSERT_EQ(200, katrins.patch("/api/v1/sites/" + site, R"({"country":"DE"})", "1").status);
  const auto refused = katrins.post("/api/v1/imports/" + import + "/undo");
  EXPECT_EQ(409, refused.status);
  EXPECT_EQ("changed_since", refused.code());
  EXPECT_EQ("Gütersloh Werk 2", refused.body.at("errors").at(0).at("detail").as_string());
  EXPECT_EQ(2u, list("sites").size());
}

TEST_P(Imports, UndoIsRefusedWhereSomethingElseUsesWhatIsNew) {
  sites();
  take(body("areas", R"(["name"])", {R"(["Dichtungen"])"}));
  const auto undo = [&](const std::string& kind) {
    for (const auto& made : list("imports"))
      if (made.at("kind") == json::value(kind))
        return browser(katrin).post("/api/v1/imports/" + std::string(made.at("id").as_string()) +
                                    "/undo");
    return browser(katrin).get("/api/v1/nothing");
  };
  const auto contact = browser(katrin).post(
      "/api/v1/accounts/" + id + "/contacts",
      R"({"name":"Frau Feldmann","site":)" + json::serialize(list("sites")[0].at("id")) + "}");
  ASSERT_EQ(201, contact.status) << contact.text;
  take(body("supply", R"(["product_area","site","period","share"])",
            {R"(["Dichtungen","Ameise","Q3 2026","40 %"])"}));
  for (const std::string kind : {"sites", "areas"}) {
    const auto refused = undo(kind);
    EXPECT_EQ(409, refused.status) << kind << refused.text;
    EXPECT_EQ("still_used", refused.code());
  }
  EXPECT_NE(std::string::npos, undo("sites").text.find("Frau Feldmann"));
  EXPECT_EQ(2u, list("sites").size());
  EXPECT_EQ(200, undo("supply").status);
  EXPECT_EQ(200, undo("areas").status) << "what used it was taken back before";
  EXPECT_EQ(409, undo("sites").status);
  EXPECT_EQ(200, browser(katrin).remove("/api/v1/contacts/" + contact.id(), "1").status);
  EXPECT_EQ(200, undo("sites").status);
  EXPECT_TRUE(list("sites").empty());
}

TEST_P(Imports, UndoTakesBackWhatRefersToEachOther) {
  const auto taken = take(body("contacts", R"(["name","reports_to"])",
                               {R"(["Frau Feldmann",null])", R"(["Herr Wolf","Frau Feldmann"])"}));
  ASSERT_EQ("2 0 0 0", counts(taken)) << taken.text;
  EXPECT_EQ(200, browser(katrin)
                     .post("/api/v1/imports/" +
                           std::string(taken.body.at("import").at("id").as_string()) + "/undo")
                     .status);
  EXPECT_TRUE(list("contacts").empty());
}

TEST_P(Imports, RepeatedIdIsTheSameImport) {
  const auto own = new_id();
  const auto file = body("areas", R"(["name"])", {R"(["Dichtungen"])"}, R"(,"id":")" + own + "\"");
  EXPECT_EQ("1 0 0 0", counts(take(file)));
  const auto before = revision(id);
  const auto again = take(file);
  EXPECT_EQ("1 0 0 0", counts(again));
  EXPECT_EQ(own, again.body.at("import").at("id").as_string());
  EXPECT_EQ(before, revision(id));
  const std::string area(list("product-areas")[0].at("id").as_string());
  EXPECT_EQ(
      "id_taken",
      take(body("areas", R"(["name"])", {R"(["Ventile"])"}, R"(,"id":")" + area + "\"")).code());
}

TEST_P(Imports, TwoAtOnceMakeNoTwins) {
  const auto file = body("sites", R"(["name"])", {R"(["Werk 1"])", R"(["Werk 2"])"});
  std::string counted[2];
  {
    std::jthread one([&] { counted[0] = counts(take(file)); });
    std::jthread other([&] { counted[1] = counts(take(file)); });
  }
  std::sort(counted, counted + 2);
  EXPECT_EQ("0 0 2 0", counted[0]);
  EXPECT_EQ("2 0 0 0", counted[1]);
  EXPECT_EQ(2u, list("sites").size());
}

TEST_P(Imports, ReaderMayNotAndAStrangerKnowsNothing) {
  auto katrins = browser(katrin);
  const auto observer = add_user("Olga Neumann", "member");
  katrins.post("/api/v1/accounts/" + id + "/team-members",
               R"({"user":")" + observer.id + R"(","role":"observer"})");
  const auto file = body("areas", R"(["name"])", {R"(["Dichtungen"])"});
  for (const char* query : {"", "?dryRun=true"}) {
    EXPECT_EQ(403, browser(observer).post(path() + query, file).status);
    EXPECT_EQ(404, browser(add_user("Fremd", "member")).post(path() + query, file).status);
  }
  EXPECT_EQ(200, browser(observer).get(path()).status);
}

TEST_P(Imports, ForeignPercentagesAreNeverTakenWhereVolumesTell) {
  areas();
  const auto answer = take(body(
      "supply", R"(["product_area","period","volume","demand","share"])",
      {R"(["Dichtungen","Q1 2026","40","100","45 %"])", R"(["Dichtungen","Q2 2026","40","100",40])",
       R"(["Dichtungen","Q3 2026",null,null,"45"])"}));
  EXPECT_EQ("3 0 0 0", counts(answer)) << answer.text;
  EXPECT_EQ("share_differs", answer.body.at("rows").at(0).at("hints").at(0).at("code").as_string());
  EXPECT_TRUE(answer.body.at("rows").at(1).at("hints").as_array().empty());
  int alone = 0;
  for (const auto& record : list("supply-records")) {
    if (record.at("share").is_null()) continue;
    ++alone;
    EXPECT_EQ(0.45, record.at("share").to_number<double>());
  }
  EXPECT_EQ(1, alone);
}

TEST_P(Imports, TextsAreKeptAsTheyAreWritten) {
  areas();
  take(body("supply", R"(["product_area","period","volume","demand","competitor"])",
            {R"(["Dichtungen","Q3 2026",1,2,"L’Oréal–Nord "])"}));
  EXPECT_EQ("L’Oréal–Nord", list("supply-records").at(0).at("competitor").as_string());
  take(body("signals", R"(["title","detail","tags","evidence"])",
            {R"(["Preis – neu","„So nicht“","Preis–Leistung; L’eau",)"
             R"("https://example.com/Bosch–Rexroth"])"}));
  const auto signals = list("signals");
  const auto& signal = signals.at(0);
  EXPECT_EQ("Preis – neu", signal.at("title").as_string());
  EXPECT_EQ((json::array{"Preis–Leistung", "L’eau"}), signal.at("tags").as_array());
  EXPECT_EQ((json::array{"https://example.com/Bosch–Rexroth"}), signal.at("evidence").as_array());
}

TEST_P(Imports, ContactsNameSitesEachOtherAndTheTeam) {
  sites();
  const auto file = body(
      "contacts", R"(["name","site","roles","reports_to","attitude","kept_by","last_contact"])",
      {R"(["Dr. Ina Weber","ameise","Entscheider, Einkäufer",null,"+2","Katrin Vogt","3.11.26"])",
       R"(["Paul Kurz","Ameise","Anwender","dr. ina weber",-1,"jonas albers",null])",
       R"(["Eva Lang","Ameise","Chefin","Paul Kurz",0,null,null])"},
      R"(,"leaveOut":true)");
  for (const auto& answer : {preview(file), take(file)}) {
    EXPECT_EQ("2 0 0 1", counts(answer)) << answer.text;
    EXPECT_EQ("not_a_choice", code(answer, 2));
  }
  EXPECT_EQ("0 0 2 1", counts(preview(file)));
  const auto people = list("contacts");
  ASSERT_EQ(2u, people.size());
  EXPECT_EQ(2u, people[0].at("roles").as_array().size());
  EXPECT_EQ("2026-11-03", people[0].at("lastContact").as_string());
  EXPECT_EQ(people[0].at("id"), people[1].at("reportsTo"));
  EXPECT_EQ(jonas.id, people[1].at("keptBy").as_string());
}

TEST_P(Imports, KpiValuesSignalsAndActionsComeInToo) {
  auto katrins = browser(katrin);
  katrins.post("/api/v1/accounts/" + id + "/kpis", R"({"name":"Liefertreue","unit":"%"})");
  const auto values =
      body("kpi_values", R"(["kpi","on","value"])",
           {R"(["liefertreue","30.09.2026","97,5 %"])", R"(["Liefertreue","2026-10-31",-0.02])",
            R"(["Liefertreue","31.12.2026","98"])"},
           R"(,"leaveOut":true)");
  const auto brought = take(values);
  EXPECT_EQ("2 0 0 1", counts(brought)) << brought.text;
  EXPECT_EQ("in_future", code(brought, 2));
  EXPECT_EQ("0 0 2 1", counts(preview(values)));

  const auto signals = body(
      "signals", R"(["title","observed_on","theme","nature","impact","likelihood","tags"])",
      {R"x(["=HYPERLINK(\"http://x\",\"Klick\")","1.11.2026","Preisdruck","Gefahr",4,"3","a; b"])x",
       R"(["Preisrunde","1.10.2026",null,null,null,null,null])",
       R"(["Preisrunde","2.10.2026",null,null,null,null,null])"});
  EXPECT_EQ("3 0 0 0", counts(take(signals)));
  EXPECT_EQ("0 0 3 0", counts(take(signals)));

  const auto actions = body(
      "actions", R"(["title","assignee","due"])",
      {R"(["Angebot schreiben","Jonas Albers","1.12.2026"])", R"(["- zweite Zeile",null,null])"});
  EXPECT_EQ("2 0 0 0", counts(take(actions)));
  EXPECT_EQ("0 0 2 0", counts(take(actions)));
  for (const auto& import : list("imports"))
    EXPECT_EQ(200,
              katrins.post("/api/v1/imports/" + std::string(import.at("id").as_string()) + "/undo")
                  .status);
  EXPECT_TRUE(list("actions").empty());
  EXPECT_TRUE(list("signals").empty());
}

TEST_P(Imports, NumberOfMoreDigitsThanAreKeptIsRefusedInEveryColumn) {
  areas();
  EXPECT_EQ("too_many_digits",
            code(preview(body("sites", R"(["name"])", {"[0.30000000000000004]"})), 0));
  EXPECT_EQ("too_many_digits", code(preview(body("supply", R"(["product_area","period","share"])",
                                                 {R"(["Ventile","2026",0.30000000000000004])"})),
                                    0));
  EXPECT_EQ(1U, list("imports").size()) << "that of the areas";
}

TEST_P(Imports, DaysArePeriodsInTheOrderDeclared) {
  areas();
  const auto answer =
      preview(body("supply", R"(["product_area","period","share"])",
                   {R"(["Ventile","01.10.2025","40"])", R"(["Ventile","2026-01-01","40"])",
                    R"(["Ventile","02.10.2025","40"])"}));
  EXPECT_EQ("2 0 0 1", counts(answer)) << answer.text;
  EXPECT_EQ("not_a_period", code(answer, 2));
  std::string starts;
  for (const auto& value : answer.body.at("rows").at(0).at("values").as_array())
    if (value.at("member").as_string() == "startsOn") starts = value.at("after").as_string();
  EXPECT_EQ("2025-10-01", starts);
}

TEST_P(Imports, ColumnsAndRowsThatAreNoneAreNamed) {
  const auto wrong =
      preview(body("sites", R"(["name","name","demand"])", {R"(["a","b","c","d"])"}));
  EXPECT_EQ(422, wrong.status);
  std::string pointers;
  for (const auto& error : wrong.body.at("errors").as_array())
    pointers += std::string(error.at("pointer").as_string()) + " ";
  EXPECT_EQ("/columns/1 /columns/2 /rows/0 ", pointers);
  EXPECT_EQ(422, preview(R"({"kind":"sites"})").status);
}

TEST_P(Imports, LargeBodyIsTakenHereOnly) {
  const std::vector<std::string> rows(400, R"([null,")" + std::string(3900, 'x') + "\"]");
  const auto large = body("sites", R"(["name",null])", rows);
  ASSERT_LT(1024u * 1024, large.size());
  EXPECT_EQ("0 0 0 0", counts(preview(large)));
  EXPECT_EQ(413, browser(katrin).post("/api/v1/accounts/" + id + "/sites", large).status);
}

TEST_P(Imports, TenThousandRowsArePreviewed) {
  areas();
  std::string sites_body;
  std::vector<std::string> sites, rows;
  for (int i = 0; i < 100; ++i) sites.push_back(R"(["Werk )" + std::to_string(i) + "\"]");
  ASSERT_EQ("100 0 0 0", counts(take(body("sites", R"(["name"])", sites))));
  for (int i = 0; i < 10'000; ++i)
    rows.push_back(R"(["Werk )" + std::to_string(i % 100) + R"(","Dichtungen",")" +
                   std::to_string(1990 + i / 100 / 12 + 20) + "-" + (i / 100 % 12 < 9 ? "0" : "") +
                   std::to_string(i / 100 % 12 + 1) +
                   R"(","1.355,90","3.000","EUR",null,"Bosch"])");
  const auto file = body("supply", kShares, rows);
  const auto statements = app->context().database.statements();
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ("10000 0 0 0", counts(preview(file)));
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  RecordProperty("seconds", std::to_string(took.count()));
  const auto asked = app->context().database.statements() - statements;
  std::printf("%zu bytes, %.2f s, %lld statements\n", file.size(), took.count(), asked);
  EXPECT_GT(100, asked) << "the database is asked once, not row by row";
}

TAKT_ON_BOTH_DATABASES(Imports);

}  // namespace
}  // namespace takt::tests
