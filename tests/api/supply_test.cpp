#include "server.hpp"

namespace takt::tests {
namespace {

class Supply : public OnBothDatabases {
 protected:
  void SetUp() override {
    id = account();
    drives = made("product-areas", "a");
    controls = made("product-areas", "b");
    site = made("sites", "Oelde");
  }
  std::string made(const std::string& collection, const std::string& name) {
    return browser(katrin)
        .post("/api/v1/accounts/" + id + "/" + collection, R"({"name":")" + name + "\"}")
        .id();
  }
  Answer store(const std::string& cells, const std::string& starts_on = "2026-07-01") {
    return browser(katrin).put(
        "/api/v1/accounts/" + id + "/supply-grid",
        R"({"period":"quarter","startsOn":")" + starts_on + R"(","cells":[)" + cells + "]}");
  }
  std::string cell(const std::string& area, const std::string& values, int version = 0) {
    return R"({"productArea":")" + area + R"(","site":")" + site + R"(","version":)" +
           std::to_string(version) + "," + values + "}";
  }
  json::value page() { return browser(katrin).get("/api/v1/accounts/" + id + "/supply").body; }
  std::string id, drives, controls, site;
};

TEST_P(Supply, GridFillsTheMatrix) {
  const auto stored = store(cell(drives, R"("volume":40,"demand":100)") + "," +
                            cell(controls, R"("volume":0,"demand":50)"));
  EXPECT_EQ(2, stored.body.at("stored").as_int64()) << stored.text;
  const auto shown = page();
  EXPECT_NEAR(40.0 / 150, shown.at("total").at("total").at("share").as_double(), 1e-12);
  bool white = false;
  for (const auto& each : shown.at("cells").as_array())
    if (each.at("productArea").as_string() == controls) white = each.at("white").as_bool();
  EXPECT_TRUE(white);
}

TEST_P(Supply, CellTellsHowMuchOfItsDemandOthersCoverWhereThatIsKnown) {
  store(cell(drives, R"("volume":40.3,"demand":100)") + "," +
        cell(controls, R"("sharePercent":20)"));
  for (const auto shown = page(); const auto& each : shown.at("cells").as_array()) {
    if (each.at("productArea").as_string() == drives) {
      EXPECT_EQ(59.7, each.at("open").to_number<double>()) << "no more digits than were entered";
    } else {
      EXPECT_TRUE(each.at("open").is_null()) << "a share alone tells no volume";
    }
  }
}

TEST_P(Supply, PageTellsWhatTheYearBroughtInOneUnitOnly) {
  store(cell(drives, R"("volume":30,"demand":100)"), "2025-07-01");
  store(cell(drives, R"("volume":44,"demand":100)"));
  EXPECT_EQ(0.14, page().at("sinceYear").to_number<double>());
  store(cell(controls, R"("volume":20,"demand":100,"unit":"pieces")"), "2025-10-01");
  store(cell(drives, R"("volume":50,"demand":100)"), "2026-10-01");
  EXPECT_TRUE(page().at("sinceYear").is_null()) << "pieces are no euros";
}

TEST_P(Supply, PageTellsTheTargetOfTheWholeShareAndWhatItLacksInThePeriodOfTheShare) {
  const auto made_plan = plan();
  auto katrins = browser(katrin);
  const auto base = "/api/v1/accounts/" + made_plan.account;
  const auto area = katrins.post(base + "/product-areas", R"({"name":"a"})").id();
  const auto enter = [&](const std::string& starts_on, int volume) {
    const auto answer = katrins.post(
        base + "/supply-records", R"({"productArea":")" + area + R"(","startsOn":")" + starts_on +
                                      R"(","demand":200,"volume":)" + std::to_string(volume) + "}");
    ASSERT_EQ(201, answer.status) << answer.text;
  };
  enter("2026-04-01", 70);
  enter("2026-07-01", 80);
  const auto target = [&](const std::string& query = "") {
    return katrins.get(base + "/supply" + query).body.at("target");
  };
  EXPECT_TRUE(target().is_null());
  const auto objective = "/api/v1/objectives/" + made_plan.objective;
  const auto aim = [&](const std::string& fields) {
    const auto version = katrins.get(objective).version();
    const auto answer = katrins.patch(objective, R"({"reason":"Ziel",)" + fields + "}", version);
    ASSERT_EQ(200, answer.status) << answer.text;
  };
  aim(R"("outcomeKind":"supply","outcomeAreas":[")" + area + R"("],"outcomeTarget":50)");
  EXPECT_TRUE(target().is_null()) << "of one area";
  aim(R"("outcomeAreas":[])");
  EXPECT_EQ(made_plan.objective, target().at("objective").as_string());
  EXPECT_EQ(0.5, target().at("share").to_number<double>());
  EXPECT_EQ(20, target().at("missing").to_number<double>());
  EXPECT_TRUE(target("?at=2026-04-01").at("missing").is_null()) << "what it lacked once";
  aim(R"("outcomeTarget":40)");
  EXPECT_TRUE(target().at("missing").is_null()) << "reached";
  aim(R"("state":"dropped")");
  EXPECT_TRUE(target().is_null());
}

TEST_P(Supply, BadCellsAreNamedWhereTheyAreAndGoodOnesKept) {
  const auto stored = store(cell(drives, R"("volume":40,"demand":100)") + "," +
                            cell(controls, R"("volume":"viel","demand":50)"));
  EXPECT_EQ(200, stored.status);
  EXPECT_EQ(1, stored.body.at("stored").as_int64());
  EXPECT_EQ("/cells/1/volume", stored.body.at("errors").at(0).at("pointer").as_string());
  const auto more = store(cell(controls, R"("volume":60,"demand":50)"));
  EXPECT_EQ("/cells/0/volume", more.body.at("errors").at(0).at("pointer").as_string());
  EXPECT_EQ(1u, page().at("records").as_array().size());
}

TEST_P(Supply, CellSaysWhatIsWrongWithItFirstHoweverMuchThatIs) {
  std::string members = R"("a0":1)";
  for (int i = 1; i < 90; ++i) members += ",\"a" + std::to_string(i) + "\":1";
  const auto refused = store(cell(drives, members) + R"(,null,{"volume":1})");
  std::vector<std::string> pointers;
  for (const auto& error : refused.body.at("errors").as_array())
    pointers.emplace_back(error.at("pointer").as_string());
  EXPECT_EQ((std::vector<std::string>{"/cells/0/a0", "/cells/0/a1", "/cells/0/a2", "/cells/1",
                                      "/cells/2/productArea"}),
            pointers);
}

TEST_P(Supply, CellThatIsThereTwiceIsTakenOnceAndTheOthersAreKept) {
  store(cell(drives, R"("volume":40,"demand":100)"));
  const auto twice = store(cell(drives, R"("volume":41,"demand":100)", 1) + "," +
                           cell(drives, R"("volume":42,"demand":100)", 1) + "," +
                           cell(controls, R"("volume":5,"demand":50)") + "," +
                           cell(controls, R"("volume":6,"demand":50)"));
  ASSERT_EQ(200, twice.status) << twice.text;
  EXPECT_EQ(2, twice.body.at("stored").as_int64());
  const auto& errors = twice.body.at("errors").as_array();
  ASSERT_EQ(2u, errors.size()) << twice.text;
  for (const std::size_t i : {0, 1}) {
    EXPECT_EQ(i == 0 ? "/cells/1" : "/cells/3", errors[i].at("pointer").as_string());
    EXPECT_EQ("taken", errors[i].at("code").as_string());
  }
  const auto emptied = store(cell(drives, R"("volume":null)", 2) + "," +
                             cell(drives, R"("volume":43,"demand":100)", 2));
  ASSERT_EQ(200, emptied.status) << emptied.text;
  EXPECT_EQ("/cells/1", emptied.body.at("errors").at(0).at("pointer").as_string());
  const auto shown = page();
  const auto& records = shown.at("records").as_array();
  ASSERT_EQ(1u, records.size());
  EXPECT_EQ(5, records[0].at("volume").to_number<double>());
}

TEST_P(Supply, VolumeAndShareThatContradictEachOtherAreRefused) {
  for (const char* wrong : {R"("volume":6,"share":0)", R"("volume":0,"share":0.5)"}) {
    const auto refused = store(cell(drives, wrong));
    EXPECT_EQ(0, refused.body.at("stored").as_int64()) << wrong;
    const auto& errors = refused.body.at("errors").as_array();
    ASSERT_FALSE(errors.empty()) << wrong;
    EXPECT_EQ("/cells/0/share", errors[0].at("pointer").as_string()) << wrong;
    EXPECT_EQ("out_of_range", errors[0].at("code").as_string()) << wrong;
  }
}

TEST_P(Supply, FiguresAndTrendsHaveNoMoreDigitsThanWereEntered) {
  store(cell(drives, R"("demand":100,"sharePercent":23.3)"), "2026-04-01");
  store(cell(drives, R"("demand":100,"sharePercent":33.3)"));
  const auto shown = page();
  const auto& cell = shown.at("cells").at(0);
  EXPECT_EQ(33.3, cell.at("volume").to_number<double>());
  EXPECT_EQ(0.1, cell.at("trend").to_number<double>());
}

TEST_P(Supply, EveryPercentageIsTakenAsItIsTyped) {
  for (int tenths = 0; tenths <= 1000; tenths += 13) {
    const auto typed = std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
    const auto stored = store(cell(drives, R"("sharePercent":)" + typed), "2020-01-01");
    ASSERT_EQ(200, stored.status) << stored.text;
    ASSERT_TRUE(stored.body.at("errors").as_array().empty()) << typed << ' ' << stored.text;
    const auto records = browser(katrin)
                             .get("/api/v1/accounts/" + id + "/supply?period=quarter&at=2020-01-01")
                             .body.at("records")
                             .as_array();
    ASSERT_EQ(1u, records.size());
    EXPECT_DOUBLE_EQ(tenths / 1000.0, records[0].at("share").to_number<double>());
    ASSERT_EQ(200,
              browser(katrin)
                  .remove("/api/v1/supply-records/" + std::string(records[0].at("id").as_string()),
                          std::to_string(records[0].at("version").as_int64()))
                  .status);
  }
  const auto refused = store(cell(drives, R"("sharePercent":101)"));
  EXPECT_EQ("/cells/0/sharePercent", refused.body.at("errors").at(0).at("pointer").as_string());
  const auto both = store(cell(drives, R"("sharePercent":10,"share":0.1)"));
  EXPECT_EQ("/cells/0/sharePercent", both.body.at("errors").at(0).at("pointer").as_string());
}

TEST_P(Supply, CellThatSomebodyElseChangedIsNotOverwritten) {
  store(cell(drives, R"("volume":40,"demand":100)"));
  store(cell(drives, R"("volume":41,"demand":100)", 1));
  const auto stale = store(cell(drives, R"("volume":10,"demand":100)", 1));
  EXPECT_EQ("stale", stale.body.at("errors").at(0).at("code").as_string());
  EXPECT_NEAR(0.41, page().at("total").at("total").at("share").as_double(), 1e-12);
}

TEST_P(Supply, OffersTheLastPeriodsAndAllWithRecordsNewestFirst) {
  EXPECT_EQ("2026-10-01", page().at("startsOn").as_string()) << "the running one, to begin with";
  store(cell(drives, R"("volume":40,"demand":100)"), "2020-01-01");
  const auto choices = page().at("choices").as_array();
  ASSERT_EQ(10u, choices.size());
  EXPECT_EQ("2026-10-01", choices.front().as_string());
  EXPECT_EQ("2024-10-01", choices[8].as_string());
  EXPECT_EQ("2020-01-01", choices.back().as_string());
}

TEST_P(Supply, SameGridAgainChangesNothing) {
  store(cell(drives, R"("volume":40,"demand":100)"));
  const auto before = revision(id);
  const auto again = store(cell(drives, R"("volume":40,"demand":100)", 1));
  EXPECT_EQ(1, again.body.at("unchanged").as_int64());
  EXPECT_EQ(before, revision(id));
}

TEST_P(Supply, EmptiedCellIsArchivedAndTrendLooksAtThePeriodBefore) {
  store(cell(drives, R"("volume":40,"demand":100)"), "2026-04-01");
  store(cell(drives, R"("share":0.44)"));
  EXPECT_NEAR(0.04, page().at("total").at("trend").as_double(), 1e-12);
  store(cell(drives, R"("volume":null)", 1));
  EXPECT_EQ(1u, page().at("periods").as_array().size());
}

TEST_P(Supply, KeyResultCanFollowTheShareByItself) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto area =
      katrins.post("/api/v1/accounts/" + made.account + "/product-areas", R"({"name":"a"})");
  const auto key_result = katrins.post(
      "/api/v1/objectives/" + made.objective + "/key-results",
      R"({"title":"Anteil","start":40,"target":50,"unit":"%","follows":"supply","reason":"neu"})");
  ASSERT_EQ(201, key_result.status) << key_result.text;
  const auto record = katrins.post(
      "/api/v1/accounts/" + made.account + "/supply-records",
      R"({"productArea":")" + area.id() + R"(","startsOn":"2026-10-01","volume":45,"demand":100})");
  ASSERT_EQ(201, record.status) << record.text;
  const auto shown = katrins.get("/api/v1/key-results/" + key_result.id() + "/page");
  EXPECT_NEAR(0.5, shown.body.at("view").at("progress").as_double(), 1e-9);
  const auto by_hand = katrins.post("/api/v1/key-results/" + key_result.id() + "/check-ins",
                                    R"({"value":49,"effectiveOn":")" + date(0) + "\"}");
  EXPECT_EQ("not_here", by_hand.body.at("errors").at(0).at("code").as_string());
}

TEST_P(Supply, GridLeavesUnitSourceAndEstimateAsTheyAreUnlessTheCellSpeaksOfThem) {
  store(
      cell(drives, R"("volume":40,"demand":100,"unit":"pieces","source":"SAP","estimated":true)"));
  store(cell(drives, R"("volume":41,"demand":100)", 1));
  const auto record = page().at("records").at(0);
  EXPECT_EQ("pieces", record.at("unit").as_string());
  EXPECT_EQ("SAP", record.at("source").as_string());
  EXPECT_TRUE(record.at("estimated").as_bool());
}

TEST_P(Supply, ShareAndProgressAreTheSameOnAllPagesWhileTheCycleRunsAndInReview) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto base = "/api/v1/accounts/" + made.account;
  const auto area = katrins.post(base + "/product-areas", R"({"name":"a"})").id();
  const auto enter = [&](const std::string& period, const std::string& starts_on, int volume) {
    const auto answer = katrins.post(base + "/supply-records",
                                     R"({"productArea":")" + area + R"(","period":")" + period +
                                         R"(","startsOn":")" + starts_on + R"(","volume":)" +
                                         std::to_string(volume) + R"(,"demand":100})");
    ASSERT_EQ(201, answer.status) << answer.text;
  };
  const auto year = std::stoi(date(0).substr(0, 4));
  enter("year", std::to_string(year - 2) + "-01-01", 10);
  enter("year", std::to_string(year - 1) + "-01-01", 12);
  katrins.post("/api/v1/key-results/" + made.key_result + "/check-ins",
               R"({"value":4,"effectiveOn":")" + date(0) + "\"}");
  const auto same = [&](const std::string& period, double share) {
    const auto cockpit = katrins.get(base + "/cockpit").body;
    const auto own = katrins.get(base + "/supply").body;
    json::value line;
    const auto portfolio = katrins.get("/api/v1/portfolio");
    for (const auto& each : portfolio.body.at("lines").as_array())
      if (each.at("figures").at("account").as_string() == made.account) line = each.at("figures");
    EXPECT_EQ(period, own.at("period").as_string());
    EXPECT_EQ(period, cockpit.at("supply").at("period").as_string());
    EXPECT_EQ(period, line.at("sharePeriod").as_string());
    EXPECT_NEAR(share, own.at("total").at("total").at("share").to_number<double>(), 1e-12);
    EXPECT_NEAR(share, own.at("share").at("total").at("share").to_number<double>(), 1e-12);
    EXPECT_NEAR(share, cockpit.at("supply").at("total").at("total").at("share").to_number<double>(),
                1e-12);
    EXPECT_NEAR(share, line.at("share").to_number<double>(), 1e-12);
    EXPECT_EQ(made.cycle, cockpit.at("cycle").as_string());
    EXPECT_NEAR(0.4, cockpit.at("progress").to_number<double>(), 1e-12);
    EXPECT_NEAR(0.4, line.at("progress").to_number<double>(), 1e-12);
  };
  same("year", 0.12);
  enter("quarter", std::to_string(year - 1) + "-10-01", 45);
  same("quarter", 0.45);
  const auto review = katrins.patch("/api/v1/cycles/" + made.cycle, R"({"state":"review"})", "2");
  ASSERT_EQ(200, review.status) << review.text;
  same("quarter", 0.45);
}

TEST_P(Supply, YearsAloneGiveABaseline) {
  auto katrins = browser(katrin);
  const auto base = "/api/v1/accounts/" + id;
  for (const auto* year : {"2024-01-01", "2025-01-01"}) {
    const auto entered =
        katrins.post(base + "/supply-records", R"({"productArea":")" + drives +
                                                   R"(","period":"year","volume":12,"demand":100,)"
                                                   R"("startsOn":")" +
                                                   year + "\"}");
    ASSERT_EQ(201, entered.status) << entered.text;
  }
  const auto made = [&](const std::string& path, const std::string& fields) {
    const auto answer = katrins.post("/api/v1/" + path, fields);
    EXPECT_EQ(201, answer.status) << answer.text;
    return answer.id();
  };
  const auto cycle = made("accounts/" + id + "/cycles", R"({"name":"Z","startsOn":")" + date(0) +
                                                            R"(","endsOn":")" + date(180) + "\"}");
  const auto objective = made("cycles/" + cycle + "/objectives",
                              R"({"title":"o","outcomeKind":"supply","outcomeTarget":40})");
  made("objectives/" + objective + "/key-results", R"({"title":"k","start":0,"target":1})");
  const auto expect_twelve = [&] {
    const auto cockpit = katrins.get(base + "/cockpit").body;
    const auto plan = katrins.get("/api/v1/cycles/" + cycle + "/plan").body;
    for (const auto& page : {cockpit, plan})
      EXPECT_EQ(12, page.at("objectives").at(0).at("outcome").at("baseline").to_number<double>());
  };
  expect_twelve();
  ASSERT_EQ(200, katrins.patch("/api/v1/cycles/" + cycle, R"({"state":"active"})", "1").status);
  expect_twelve();
}

TEST_P(Supply, ShareAsAnOutcomeIsTheSameInReviewAndInEffectiveness) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto base = "/api/v1/accounts/" + made.account;
  const auto area = katrins.post(base + "/product-areas", R"({"name":"a"})").id();
  const auto objective = "/api/v1/objectives/" + made.objective;
  const auto changed = katrins.patch(objective,
                                     R"({"outcomeKind":"supply","outcomeBaseline":30,)"
                                     R"("outcomeTarget":50,"reason":"r"})",
                                     "2");
  ASSERT_EQ(200, changed.status) << changed.text;
  let_pass(std::chrono::hours{24 * 110});
  katrin = signed_in(katrin.id);
  auto later = browser(katrin);
  // More months than quarters: the kind of period that is newest counts, not the more frequent.
  const auto enter = [&](const std::string& period, const std::string& starts_on, int volume) {
    const auto answer =
        later.post(base + "/supply-records",
                   R"({"productArea":")" + area + R"(","period":")" + period + R"(","startsOn":")" +
                       starts_on + R"(","demand":100,"volume":)" + std::to_string(volume) + "}");
    ASSERT_EQ(201, answer.status) << answer.text;
  };
  for (const auto* month : {"2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01", "2025-05-01"})
    enter("month", month, 10);
  enter("quarter", "2026-07-01", 30);
  enter("quarter", "2027-01-01", 40);
  later.post("/api/v1/key-results/" + made.key_result + "/check-ins",
             R"({"value":9,"effectiveOn":")" + date(0) + "\"}");
  const auto cycle = "/api/v1/cycles/" + made.cycle;
  ASSERT_EQ(200, later.patch(cycle, R"({"state":"review"})", later.get(cycle).version()).status);
  const auto review = later.get(cycle + "/review").body.at("objectives").at(0);
  const auto row = later.get(base + "/effectiveness").body.at("cycles").at(0).at("rows").at(0);
  EXPECT_NEAR(0.5, review.at("view").at("outcome").at("effect").to_number<double>(), 1e-12);
  EXPECT_NEAR(0.5, row.at("effect").to_number<double>(), 1e-12);
  EXPECT_EQ("worked", review.at("quadrant").as_string());
  EXPECT_EQ("worked", row.at("quadrant").as_string());
  EXPECT_EQ(review.at("view").at("outcome").at("baseline"), row.at("baseline"));
  EXPECT_EQ(review.at("view").at("outcome").at("now"), row.at("now"));
  EXPECT_EQ(review.at("view").at("outcome").at("target"), row.at("target"));
  EXPECT_EQ(review.at("view").at("outcome").at("decimals"), row.at("decimals"));
  EXPECT_EQ(review.at("view").at("objective").at("outcomeUnit"), row.at("outcomeUnit"));
  EXPECT_EQ("supply", row.at("outcomeKind").as_string());
}

TEST_P(Supply, ArchivedAreaKeepsItsRecordsByNameButIsNoneThatIsLeftToCover) {
  store(cell(drives, R"("volume":40,"demand":100)") + "," + cell(controls, R"("share":0.5)"));
  const auto before = page().at("total").at("total");
  EXPECT_EQ(2, before.at("total").as_int64());
  EXPECT_EQ(1, before.at("covered").as_int64());
  EXPECT_TRUE(page().at("archivedAreas").as_array().empty());
  const auto gone = browser(katrin).remove("/api/v1/product-areas/" + controls, "1");
  ASSERT_EQ(200, gone.status) << gone.text;
  const auto shown = page();
  const auto total = shown.at("total").at("total");
  EXPECT_EQ(1, total.at("total").as_int64());
  EXPECT_EQ(1, total.at("covered").as_int64());
  EXPECT_NEAR(0.4, total.at("share").to_number<double>(), 1e-12);
  ASSERT_EQ(1u, shown.at("archivedAreas").as_array().size());
  EXPECT_EQ(controls, shown.at("archivedAreas").at(0).at("id").as_string());
  EXPECT_EQ("b", shown.at("archivedAreas").at(0).at("name").as_string());
  EXPECT_EQ(2u, shown.at("areas").as_array().size());
}

TEST_P(Supply, FiguresAreEnteredForThePeriodThatRuns) {
  store(cell(drives, R"("volume":40,"demand":100)"));
  EXPECT_EQ("2026-07-01", page().at("startsOn").as_string()) << "what is known is shown";
  EXPECT_EQ("quarter", page().at("entryPeriod").as_string());
  EXPECT_EQ("2026-10-01", page().at("entryStartsOn").as_string());
  const auto years = browser(katrin).get("/api/v1/accounts/" + id + "/supply?period=year").body;
  EXPECT_EQ("2026-01-01", years.at("entryStartsOn").as_string());
}

TEST_P(Supply, FiguresThatAreKeptByTheQuarterAreNamedWhereThereAreNoMonths) {
  const auto by = [&](const std::string& period) {
    return browser(katrin).get("/api/v1/accounts/" + id + "/supply?period=" + period).body;
  };
  EXPECT_TRUE(by("month").at("keptBy").is_null()) << "nothing is kept at all";
  store(cell(drives, R"("volume":40,"demand":100)"));
  EXPECT_EQ("quarter", by("month").at("keptBy").as_string());
  EXPECT_TRUE(by("quarter").at("keptBy").is_null());
  EXPECT_TRUE(by("year").at("keptBy").is_null()) << "quarters make up the year";
}

TEST_P(Supply, OutcomeSaysThatItsShareIsEstimatedInPart) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto base = "/api/v1/accounts/" + made.account;
  const auto area = katrins.post(base + "/product-areas", R"({"name":"a"})").id();
  const auto changed = katrins.patch("/api/v1/objectives/" + made.objective,
                                     R"({"outcomeKind":"supply","outcomeBaseline":30,)"
                                     R"("outcomeTarget":50,"reason":"r"})",
                                     "2");
  ASSERT_EQ(200, changed.status) << changed.text;
  const auto estimated = [&](const std::string& page) {
    const auto one = katrins.get(page).body.at("objectives").at(0);
    const auto& view = one.as_object().contains("view") ? one.at("view") : one;
    return view.at("outcome").at("estimated").as_bool();
  };
  const auto record = katrins.post(
      base + "/supply-records",
      R"({"productArea":")" + area +
          R"(","period":"quarter","startsOn":"2026-10-01","demand":100,"volume":40,"estimated":true})");
  ASSERT_EQ(201, record.status) << record.text;
  EXPECT_TRUE(estimated(base + "/cockpit"));
  EXPECT_TRUE(estimated("/api/v1/cycles/" + made.cycle + "/review"));
  const auto path = "/api/v1/supply-records/" + record.id();
  ASSERT_EQ(200, katrins.patch(path, R"({"estimated":false})", "1").status);
  EXPECT_FALSE(estimated(base + "/cockpit"));
}

TAKT_ON_BOTH_DATABASES(Supply);

}  // namespace
}  // namespace takt::tests
