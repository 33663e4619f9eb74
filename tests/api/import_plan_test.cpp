#include "importing.hpp"

namespace takt::tests {
namespace {

class PlanImports : public Importing {
 protected:
  /// A cycle of the account that is still being planned.
  std::string planned(const std::string& name, int from, int to) {
    const auto made = browser(katrin).post("/api/v1/accounts/" + id + "/cycles",
                                           R"({"name":")" + name + R"(","startsOn":")" +
                                               date(from) + R"(","endsOn":")" + date(to) + "\"}");
    EXPECT_EQ(201, made.status) << made.text;
    return made.id();
  }
  static constexpr const char* kPlan =
      R"(["objective","key_result","start","target","unit","assignee"])";
  static std::string flat() {
    return body(
        "plan", kPlan,
        {R"(["Lieferanteil 40 auf 50 %","10 Bestellungen","0","10","Stück","Jonas Albers"])",
         R"(["lieferanteil 40 auf 50 %","Reklamationen","12,5","3",null,null])",
         R"(["Ein zweites Ziel",null,null,null,null,null])"});
  }
  static std::string log(const std::vector<std::string>& rows, const std::string& more = "") {
    return body("check_ins", R"(["key_result","on","value","confidence","note","progress"])", rows,
                more);
  }
  json::array check_ins(const std::string& key_result) {
    return browser(katrin)
        .get("/api/v1/key-results/" + key_result + "/page")
        .body.at("checkIns")
        .as_array();
  }
  /// The day, value and confidence of each one that is present.
  std::string stands(const std::string& key_result) {
    std::set<std::string> lines;
    for (const auto& one : check_ins(key_result))
      lines.insert(std::string(one.at("effectiveOn").as_string()) + ' ' +
                   json::serialize(one.at("value")) + ' ' + json::serialize(one.at("confidence")));
    std::string out;
    for (const auto& line : lines) out += line + '\n';
    return out;
  }
  Answer undo() {
    const std::string last(list("imports")[0].at("id").as_string());
    return browser(katrin).post("/api/v1/imports/" + last + "/undo");
  }
};

TEST_P(PlanImports, FlatListMakesObjectivesAndTheirKeyResultsOnce) {
  const auto cycle = planned("2027 H1", 10, 190);
  const auto before = revision(id);
  const auto judged = preview(flat());
  EXPECT_EQ("3 0 0 0", counts(judged)) << judged.text;
  EXPECT_EQ("brings_objective",
            judged.body.at("rows").at(0).at("hints").at(0).at("code").as_string());
  EXPECT_TRUE(judged.body.at("rows").at(1).at("hints").as_array().empty());
  EXPECT_EQ("Ein zweites Ziel", judged.body.at("rows").at(2).at("title").as_string());
  EXPECT_EQ(before, revision(id)) << "a dry run writes nothing";

  EXPECT_EQ("3 0 0 0", counts(take(flat())));
  const auto objectives = list("objectives"), key_results = list("key-results");
  ASSERT_EQ(2u, objectives.size());
  ASSERT_EQ(2u, key_results.size());
  EXPECT_EQ(cycle, objectives[0].at("cycle").as_string());
  for (const auto& one : key_results) EXPECT_EQ(objectives[0].at("id"), one.at("objective"));
  EXPECT_EQ(12.5, key_results[1].at("start").as_double());
  EXPECT_EQ(jonas.id, key_results[0].at("owner").as_string());

  EXPECT_EQ("0 0 3 0", counts(take(flat()))) << "the same file twice changes nothing";
  EXPECT_EQ(1u, list("imports").size());
}

TEST_P(PlanImports, GoesToTheCycleThatIsNamedElseToTheOneThatIsPlanned) {
  const auto row = R"(["Ziel","Ergebnis",0,10])";
  const auto columns = R"(["objective","key_result","start","target"])";
  EXPECT_EQ("no_cycle", code(preview(body("plan", columns, {row})), 0));
  const auto second = planned("2027 H2", 200, 300);
  const auto first = planned("2027 H1", 10, 190);
  EXPECT_EQ("1 0 0 0", counts(take(body("plan", columns, {row}))));
  EXPECT_EQ(first, list("objectives")[0].at("cycle").as_string());
  const auto named = R"(["cycle","objective","key_result","start","target"])";
  EXPECT_EQ("1 0 0 0",
            counts(take(body("plan", named, {R"(["2027 h2","Ziel","Ergebnis",0,10])"}))));
  EXPECT_EQ(second, list("objectives")[1].at("cycle").as_string());
  EXPECT_EQ("unknown_cycle",
            code(preview(body("plan", named, {R"(["2031","Ziel","Ergebnis",0,10])"})), 0));
}

TEST_P(PlanImports, ChangesAPlanThatRunsWithTheImportAsItsReason) {
  const auto made = plan();
  id = made.account;
  const auto file = body("plan", R"(["objective","key_result","target","unit"])",
                         {R"(["Lieferanteil 40 auf 50 %","10 Bestellungen",12,"Stück"])"});
  const auto judged = preview(file);
  ASSERT_EQ("0 1 0 0", counts(judged)) << judged.text;
  const auto& target = judged.body.at("rows").at(0).at("values").at(1);
  EXPECT_EQ("target", target.at("member").as_string());
  EXPECT_EQ(10, target.at("before").to_number<int>());
  EXPECT_EQ(12, target.at("after").to_number<int>());
  EXPECT_EQ("0 1 0 0", counts(take(file)));
  EXPECT_EQ(12, list("key-results")[0].at("target").to_number<int>());
  EXPECT_EQ(200, undo().status);
  EXPECT_EQ(10, list("key-results")[0].at("target").to_number<int>());
}

TEST_P(PlanImports, RefusesWhatAFormWouldRefuseAtItsCell) {
  planned("2027 H1", 10, 190);
  const auto answer = preview(body(
      "plan", kPlan,
      {R"(["Ziel","Ergebnis","10","10",null,null])", R"(["Ziel","Ohne Start",null,"10",null,null])",
       R"([null,"Ohne Ziel","0","10",null,null])",
       R"(["Ziel","Fremd","0","10",null,"Fremde Person"])",
       R"(["Ziel","Komma","0","1.5",null,null])",
       R"([")" + std::string(400, 'x') + R"(","Lang",0,1,null,null])",
       R"(["Ziel","Doppelt",0,10,null,null])", R"(["Ziel","doppelt",0,10,null,null])"}));
  ASSERT_EQ("1 0 0 7", counts(answer)) << answer.text;
  std::string codes;
  for (std::size_t row = 0; row < 8; ++row) codes += code(answer, row) + ' ';
  EXPECT_EQ("no_way required required unknown_team_member other_decimal_sign too_long  twice ",
            codes);
  EXPECT_EQ(3, answer.body.at("rows").at(0).at("problems").at(0).at("column").as_int64());
  EXPECT_EQ(0, answer.body.at("rows").at(2).at("problems").at(0).at("column").as_int64());
}

TEST_P(PlanImports, BoundsMakeACorridor) {
  planned("2027 H1", 10, 190);
  EXPECT_EQ("1 0 0 0", counts(take(body("plan", R"(["objective","key_result","lower","upper"])",
                                        {R"(["Ziel","Lagerreichweite",10,20])"}))));
  EXPECT_EQ("corridor", list("key-results")[0].at("kind").as_string());
}

TEST_P(PlanImports, UndoTakesObjectivesAndKeyResultsBackUnlessTheyWereGoneOnWith) {
  planned("2027 H1", 10, 190);
  take(flat());
  const std::string objective(list("objectives")[0].at("id").as_string());
  const auto own = browser(katrin).post("/api/v1/objectives/" + objective + "/key-results",
                                        R"({"title":"Von Hand","start":0,"target":1})");
  ASSERT_EQ(201, own.status) << own.text;
  EXPECT_EQ("changed_since", undo().code());
  ASSERT_EQ(200, browser(katrin).remove("/api/v1/key-results/" + own.id(), own.version()).status);
  EXPECT_EQ("changed_since", undo().code()) << "it stays part of the objective's history";
}

TEST_P(PlanImports, UndoLeavesNothingOfAPlan) {
  planned("2027 H1", 10, 190);
  take(flat());
  const auto undone = undo();
  ASSERT_EQ(200, undone.status) << undone.text;
  EXPECT_TRUE(list("objectives").empty());
  EXPECT_TRUE(list("key-results").empty());
  EXPECT_EQ("3 0 0 0", counts(take(flat()))) << "put right and brought in again";
}

TEST_P(PlanImports, CheckInsKeepTheirDaysAndAreCorrectedByALaterFile) {
  const auto made = plan();
  id = made.account;
  const auto file = log({R"(["10 Bestellungen","KW 45","2",null,null,null])",
                         R"(["10 bestellungen","2026-W46","3,5","gelb","zäh",null])",
                         R"(["10 Bestellungen","10/2026","1",null,null,null])",
                         R"(["10 Bestellungen","20.11.26",4,"hoch",null,"40 %"])"});
  const auto judged = preview(file);
  ASSERT_EQ("4 0 0 0", counts(judged)) << judged.text;
  EXPECT_TRUE(judged.body.at("rows").at(3).at("hints").as_array().empty()) << "40 % it is";
  EXPECT_EQ("4 0 0 0", counts(take(file)));
  const auto first = "2026-10-31 1 null\n2026-11-02 2 null\n2026-11-09 3.5E0 5\n2026-11-20 4 8\n";
  EXPECT_EQ(first, stands(made.key_result));
  bool kept = false;
  for (const auto& one : check_ins(made.key_result))
    kept = kept || one.at("note").as_string() == "zäh\n“gelb”";
  EXPECT_TRUE(kept) << "the file's own word";
  EXPECT_EQ("0 0 4 0", counts(take(file)));

  const auto later = log({R"(["10 Bestellungen","KW 45",2.5,null,null,null])"});
  ASSERT_EQ("0 1 0 0", counts(preview(later)));
  let_pass(std::chrono::seconds(1));
  EXPECT_EQ("0 1 0 0", counts(take(later)));
  EXPECT_EQ("0 0 1 0", counts(take(later)));
  let_pass(std::chrono::seconds(1));
  ASSERT_EQ(200, undo().status);
  EXPECT_EQ(first, stands(made.key_result)) << "what was corrected holds again";
  let_pass(std::chrono::seconds(1));
  EXPECT_EQ("0 1 0 0", counts(take(later))) << "and is corrected again";
}

TEST_P(PlanImports, RunningMonthCountsAsOfToday) {
  const auto made = plan();
  id = made.account;
  EXPECT_EQ("1 0 0 1", counts(take(log({R"(["10 Bestellungen","11/2026",4,null,null,null])",
                                        R"(["10 Bestellungen","Dez 2026",5,null,null,null])"},
                                       R"(,"leaveOut":true)"))));
  EXPECT_EQ(date(0) + " 4 null\n", stands(made.key_result));
}

TEST_P(PlanImports, StagesComeInOneCellAndWeightsInPercent) {
  planned("2027 H1", 10, 190);
  const auto file = body(
      "plan", R"(["objective","key_result","stages","weight","start","target"])",
      {R"(["Ziel","Rahmenvertrag","0 % offen; 60 % verhandelt; 100 % unterschrieben","40 %",null,null])",
       R"(["Ziel","Bestellungen",null,25,0,10])"});
  EXPECT_EQ("2 0 0 0", counts(take(file)));
  const auto key_results = list("key-results");
  EXPECT_EQ("stages", key_results[0].at("kind").as_string());
  EXPECT_EQ("verhandelt", key_results[0].at("stages").at(1).at("title").as_string());
  EXPECT_EQ(60, key_results[0].at("stages").at(1).at("degree").to_number<int>());
  EXPECT_EQ(40, key_results[0].at("weight").to_number<double>());
  EXPECT_EQ(25, key_results[1].at("weight").to_number<double>());
  EXPECT_EQ("0 0 2 0", counts(take(file)));
  EXPECT_EQ("not_stages", code(preview(body("plan", R"(["objective","key_result","stages"])",
                                            {R"(["Ziel","Anderes","offen, fertig"])"})),
                               0));
}

TEST_P(PlanImports, UndoChangesNoCycleThatIsClosed) {
  const auto made = plan();
  id = made.account;
  take(log({R"(["10 Bestellungen","KW 45",4,null,null,null])"}));
  auto katrins = browser(katrin);
  const auto cycle = "/api/v1/cycles/" + made.cycle;
  const auto step = [&](const std::string& state) {
    return katrins.patch(cycle, R"({"state":")" + state + "\"}", katrins.get(cycle).version());
  };
  ASSERT_EQ(200, step("review").status);
  katrins.post("/api/v1/objectives/" + made.objective + "/reviews", R"({"decision":"done"})");
  const auto closed = step("closed");
  ASSERT_EQ(200, closed.status) << closed.text;
  EXPECT_EQ("cycle_closed", undo().code());
  EXPECT_EQ("2026-11-02 4 null\n", stands(made.key_result));
}

TEST_P(PlanImports, ForeignProgressIsComparedNeverTaken) {
  const auto made = plan();
  id = made.account;
  const auto answer = preview(log({R"(["10 Bestellungen","23.11.2026",4,null,null,"70 %"])"}));
  ASSERT_EQ("1 0 0 0", counts(answer)) << answer.text;
  const auto& hint = answer.body.at("rows").at(0).at("hints").at(0);
  EXPECT_EQ("progress_differs", hint.at("code").as_string());
  EXPECT_EQ("70 %", hint.at("choices").at(0).as_string());
  EXPECT_EQ("40 %", hint.at("choices").at(1).as_string());
  EXPECT_EQ(5, hint.at("column").as_int64());
}

TEST_P(PlanImports, CheckInIsRefusedAtItsCellWhereItCannotBe) {
  const auto made = plan();
  id = made.account;
  const auto answer = preview(log({R"(["10 Bestellungen","KW 2",4,null,null,null])",
                                   R"(["Unbekannt","KW 45",4,null,null,null])",
                                   R"(["10 Bestellungen","KW 30",4,null,null,null])",
                                   R"(["10 Bestellungen","bald",4,null,null,null])",
                                   R"(["10 Bestellungen","KW 45","vier",null,null,null])",
                                   R"(["10 Bestellungen","KW 45",4,"na ja",null,null])",
                                   R"(["10 Bestellungen",null,4,null,null,null])",
                                   R"(["10 Bestellungen","KW 45",null,null,null,null])"}));
  ASSERT_EQ("0 0 0 8", counts(answer)) << answer.text;
  std::string codes;
  for (std::size_t row = 0; row < 8; ++row) codes += code(answer, row) + ' ';
  EXPECT_EQ(
      "in_future unknown_key_result outside_cycle not_a_date not_a_number not_a_confidence "
      "required required ",
      codes);
}

TEST_P(PlanImports, ConfidenceIsReadOnTheScaleDeclared) {
  const auto made = plan();
  id = made.account;
  const auto with = [&](const std::string& scale, const std::string& cell) {
    auto file = log({R"(["10 Bestellungen","KW 45",4,)" + cell + ",null,null]"});
    file.replace(file.find(R"("percent")"), 9, R"("confidence":")" + scale + R"(","percent")");
    const auto answer = preview(file);
    if (counts(answer) != "1 0 0 0") return code(answer, 0);
    for (const auto& value : answer.body.at("rows").at(0).at("values").as_array())
      if (value.at("member") == json::value("confidence"))
        return json::serialize(value.at("after"));
    return std::string("none");
  };
  EXPECT_EQ("7", with("ten", "7"));
  EXPECT_EQ("5", with("five", "3"));
  EXPECT_EQ("10", with("five", "\"5\""));
  EXPECT_EQ("7", with("fraction", "0.7"));
  EXPECT_EQ("7", with("fraction", "\"0,7\""));
  EXPECT_EQ("7", with("percent", "70"));
  EXPECT_EQ("7", with("ten", "\"70 %\""));
  EXPECT_EQ("2", with("ten", "\"rot\""));
  EXPECT_EQ("not_a_confidence", with("five", "0"));
  EXPECT_EQ("not_a_confidence", with("ten", "11"));
}

TEST_P(PlanImports, StagesAreCalledByNameOrDegree) {
  const auto made = plan();
  id = made.account;
  const auto staged = browser(katrin).post(
      "/api/v1/objectives/" + made.objective + "/key-results",
      R"({"title":"Rahmenvertrag","kind":"stages","reason":"neu","stages":[{"title":"offen",)"
      R"("degree":0},{"title":"verhandelt","degree":60},{"title":"unterschrieben","degree":100}]})");
  ASSERT_EQ(201, staged.status) << staged.text;
  const auto answer = preview(log({R"(["Rahmenvertrag","KW 44","Offen",null,null,null])",
                                   R"(["Rahmenvertrag","KW 45","verhandelt",null,null,"60 %"])",
                                   R"(["Rahmenvertrag","KW 46",100,null,null,null])",
                                   R"(["Rahmenvertrag","KW 47","fast",null,null,null])"}));
  ASSERT_EQ("3 0 0 1", counts(answer)) << answer.text;
  EXPECT_EQ("not_a_choice", code(answer, 3));
  EXPECT_EQ(3u, answer.body.at("rows").at(3).at("problems").at(0).at("choices").as_array().size());
}

TEST_P(PlanImports, AmountsInThousandsAreMultipliedWhatIsPerCentIsNot) {
  planned("2027 H1", 10, 190);
  const auto file = body("plan", R"(["objective","key_result","start","target","unit","weight"])",
                         {R"(["Ziel","Umsatz","1.355,9","2.000","€",null])",
                          R"(["Ziel","Liefertreue","94 %","98 %","%","40 %"])"},
                         R"(,"factors":[1,1,1000,1000])");
  EXPECT_EQ("2 0 0 0", counts(take(file)));
  EXPECT_EQ("0 0 2 0", counts(take(file)));
  for (const auto& one : list("key-results")) {
    const bool revenue = one.at("title").as_string() == "Umsatz";
    EXPECT_EQ(revenue ? 1355900 : 94, one.at("start").to_number<double>());
    EXPECT_EQ(revenue ? 2000000 : 98, one.at("target").to_number<double>());
  }
  const auto weighted = body("plan", R"(["objective","key_result","weight"])",
                             {R"(["Ziel","Umsatz","40"])"}, R"(,"factors":[1,1,1000])");
  EXPECT_EQ("not_here", preview(weighted).body.at("errors").at(0).at("code").as_string());
}

TEST_P(PlanImports, CheckInsInThousandsAreMultipliedStagesAreNot) {
  const auto made = plan();
  id = made.account;
  const auto staged = browser(katrin).post(
      "/api/v1/objectives/" + made.objective + "/key-results",
      R"({"title":"Rahmenvertrag","kind":"stages","reason":"neu","stages":[{"title":"offen",)"
      R"("degree":0},{"title":"verhandelt","degree":60},{"title":"unterschrieben","degree":100}]})");
  ASSERT_EQ(201, staged.status) << staged.text;
  const auto file = log({R"(["Rahmenvertrag","KW 46",60,null,null,"60 %"])",
                         R"(["10 Bestellungen","KW 45","0,004",null,null,"40 %"])",
                         R"(["10 Bestellungen","KW 46",0.005,null,null,null])"},
                        R"(,"factors":[1,1,1000])");
  const auto judged = preview(file);
  ASSERT_EQ("3 0 0 0", counts(judged)) << judged.text;
  for (const auto& row : judged.body.at("rows").as_array())
    EXPECT_TRUE(row.at("hints").as_array().empty()) << "the file's progress fits what it makes";
  EXPECT_EQ("3 0 0 0", counts(take(file)));
  EXPECT_EQ("2026-11-02 4 null\n2026-11-09 5 null\n", stands(made.key_result));
  EXPECT_EQ("0 0 3 0", counts(take(file)));
}

TEST_P(PlanImports, NameInTwoCyclesIsToldApartByTheDay) {
  const auto made = plan();
  id = made.account;
  planned("2027 H2", 130, 300);
  ASSERT_EQ("1 0 0 0",
            counts(take(body("plan", R"(["objective","key_result","start","target"])",
                             {R"(["Lieferanteil 40 auf 50 %","10 Bestellungen",0,20])"}))));
  EXPECT_EQ("1 0 0 0", counts(preview(log({R"(["10 Bestellungen","20.11.2026",4,"","",""])"}))));
  EXPECT_EQ("ambiguous", code(preview(log({R"(["10 Bestellungen","KW 45",4,"","",""])"})), 0));
  const auto named = body("check_ins", R"(["cycle","key_result","on","value"])",
                          {R"(["2026 H2","10 Bestellungen","KW 45",4])"});
  EXPECT_EQ("1 0 0 0", counts(preview(named)));
}

TAKT_ON_BOTH_DATABASES(PlanImports);

}  // namespace
}  // namespace takt::tests
