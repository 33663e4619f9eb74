// Who has the rest of a cell of the supply matrix, and when its contract ends.

#include "server.hpp"

namespace takt::tests {
namespace {

class RestOfSupply : public OnBothDatabases {
 protected:
  void SetUp() override {
    id = account();
    area = made("product-areas", R"({"name":"Antriebe"})");
    site = made("sites", R"({"name":"Oelde"})");
  }
  Answer post(const std::string& collection, const std::string& fields) {
    return browser(katrin).post("/api/v1/accounts/" + id + "/" + collection, fields);
  }
  std::string made(const std::string& collection, const std::string& fields) {
    const auto answer = post(collection, fields);
    EXPECT_EQ(201, answer.status) << fields << ' ' << answer.text;
    return answer.id();
  }
  /// A record of Oelde and drives; 40 of 100.
  Answer record(const std::string& period, const std::string& starts_on, const std::string& more) {
    return post("supply-records", R"({"productArea":")" + area + R"(","site":")" + site +
                                      R"(","volume":40,"demand":100,"period":")" + period +
                                      R"(","startsOn":")" + starts_on + "\"" + more + "}");
  }
  Answer quarter(const std::string& starts_on, const std::string& more) {
    const auto answer = record("quarter", starts_on, more);
    EXPECT_EQ(201, answer.status) << answer.text;
    return answer;
  }
  Answer patch(const Answer& record, const std::string& fields) {
    return browser(katrin).patch("/api/v1/supply-records/" + record.id(), fields, record.version());
  }
  json::value page(const std::string& query = "") {
    return browser(katrin).get("/api/v1/accounts/" + id + "/supply" + query).body;
  }
  /// What the matrix says of the cell beside its figures, in one line.
  std::string said(const std::string& query = "") {
    const auto shown = page(query);
    for (const auto& cell : shown.at("cells").as_array()) {
      if (cell.at("site") != json::value(site)) continue;
      return word(cell.at("rest")) + "/" + word(cell.at("competitor")) + "/" +
             word(cell.at("contractEnd"));
    }
    return "no cell";
  }
  static std::string word(const json::value& value) {
    return value.is_null() ? "-" : std::string(value.as_string());
  }
  static std::string error(const Answer& answer) {
    if (answer.status != 422) return std::to_string(answer.status);
    const auto& wrong = answer.body.at("errors").at(0);
    return word(wrong.at("pointer")) + " " + word(wrong.at("code"));
  }
  Answer grid(const std::string& starts_on, const std::string& values, int version) {
    return browser(katrin).put("/api/v1/accounts/" + id + "/supply-grid",
                               R"({"period":"quarter","startsOn":")" + starts_on +
                                   R"(","cells":[{"productArea":")" + area + R"(","site":")" +
                                   site + R"(","version":)" + std::to_string(version) + "," +
                                   values + "}]}");
  }
  std::string id, area, site;
};

TEST_P(RestOfSupply, CompetitorIsNamedExactlyWhereOneHasIt) {
  EXPECT_EQ("/competitor required",
            error(record("quarter", "2026-07-01", R"(,"rest":"competitor")")));
  EXPECT_EQ("/competitor not_here",
            error(record("quarter", "2026-07-01", R"(,"rest":"own_make","competitor":"N")")));
  EXPECT_EQ("/competitor not_here", error(record("quarter", "2026-07-01", R"(,"competitor":"N")")));
  EXPECT_EQ("/rest not_a_choice", error(record("quarter", "2026-07-01", R"(,"rest":"us")")));
  EXPECT_EQ("/contractEnd not_a_date",
            error(record("quarter", "2026-07-01", R"(,"contractEnd":"2201-01-01")")));
  const auto made = quarter("2026-07-01", R"(,"rest":"competitor","competitor":"Nordmotor")");
  EXPECT_EQ("/competitor not_here", error(patch(made, R"({"rest":"nobody"})")));
  EXPECT_EQ(200, patch(made, R"({"rest":"nobody","competitor":""})").status);
  EXPECT_EQ("nobody//-", said());
}

TEST_P(RestOfSupply, IsThatOfThePeriodItselfElseOfTheNewestThatBegan) {
  quarter("2026-01-01", R"(,"rest":"unknown","contractEnd":"2026-12-31")");
  quarter("2026-04-01", "");
  quarter("2026-07-01", R"(,"rest":"competitor","competitor":"Nordmotor")");
  quarter("2026-10-01", "");
  ASSERT_EQ(201, record("month", "2026-10-01", R"(,"rest":"own_make")").status);
  ASSERT_EQ(201, record("year", "2027-01-01", R"(,"rest":"nobody")").status);
  EXPECT_EQ("own_make//2026-12-31", said()) << "a finer record that is newer";
  EXPECT_EQ("competitor/Nordmotor/2026-12-31", said("?period=quarter&at=2026-07-01"));
  EXPECT_EQ("unknown//2026-12-31", said("?period=quarter&at=2026-04-01"));
  EXPECT_EQ("own_make//2026-12-31", said("?period=year&at=2026-01-01")) << "by its end";
}

TEST_P(RestOfSupply, RecordOfThePeriodStandsBeforeFinerOnesInIt) {
  quarter("2026-07-01", R"(,"rest":"own_make","contractEnd":"2027-01-31")");
  ASSERT_EQ(201, record("month", "2026-09-01", R"(,"rest":"nobody")").status);
  EXPECT_EQ("own_make//2027-01-31", said("?period=quarter&at=2026-07-01"));
  EXPECT_EQ("nobody//2027-01-31", said("?period=month&at=2026-09-01"));
}

TEST_P(RestOfSupply, SaysWhichRecordItIsKnownFromWhereThatIsOfAnotherPeriod) {
  quarter("2026-04-01", R"(,"rest":"competitor","competitor":"Nordmotor")");
  const auto own = quarter("2026-07-01", R"(,"contractEnd":"2027-01-31")");
  const auto from = [&](const char* member) {
    const auto shown = page("?period=quarter&at=2026-07-01");
    const auto& source = shown.at("cells").at(0).at(member);
    return source.is_null() ? "-" : word(source.at("period")) + " " + word(source.at("startsOn"));
  };
  EXPECT_EQ("quarter 2026-04-01", from("restFrom"));
  EXPECT_EQ("-", from("contractFrom")) << "it says so itself";
  ASSERT_EQ(200, patch(own, R"({"rest":"unknown","contractEnd":null})").status);
  EXPECT_EQ("-", from("restFrom"));
  EXPECT_EQ("-", from("contractFrom")) << "nobody says so any more";
}

TEST_P(RestOfSupply, CellNamesItsOwnRecordAndNoneWhereFinerPeriodsMakeItUp) {
  const auto own = quarter("2026-07-01", "");
  const auto record = [&](const std::string& query) {
    return word(page(query).at("cells").at(0).at("record"));
  };
  EXPECT_EQ(own.id(), record("?period=quarter&at=2026-07-01"));
  EXPECT_EQ("-", record("?period=year&at=2026-01-01"));
}

TEST_P(RestOfSupply, CellSaysThatItsContractHasEnded) {
  quarter("2026-07-01", R"(,"contractEnd":")" + date(-1) + "\"");
  const auto shown = page();
  const auto& cell = shown.at("cells").at(0);
  EXPECT_TRUE(cell.at("ended").as_bool());
  EXPECT_FALSE(cell.at("endsSoon").as_bool());
}

TEST_P(RestOfSupply, ArchivedRecordTellsNothing) {
  quarter("2026-04-01", R"(,"rest":"competitor","competitor":"Nordmotor")");
  const auto gone = quarter("2026-07-01", R"(,"rest":"own_make","contractEnd":"2027-01-31")");
  quarter("2026-10-01", "");
  EXPECT_EQ("own_make//2027-01-31", said());
  const auto path = "/api/v1/supply-records/" + gone.id();
  const auto archived = browser(katrin).remove(path, gone.version());
  ASSERT_EQ(200, archived.status);
  EXPECT_EQ("competitor/Nordmotor/-", said());
  EXPECT_TRUE(page().at("contracts").as_array().empty());
  ASSERT_EQ(200, browser(katrin).restore(path, archived.version()).status);
  EXPECT_EQ("own_make//2027-01-31", said());
}

TEST_P(RestOfSupply, RecordForAllSitesSpeaksOfWhatIsNotSplitOnly) {
  quarter("2026-07-01", R"(,"rest":"unknown")");
  made("supply-records", R"({"productArea":")" + area +
                             R"(","startsOn":"2026-07-01","volume":90,"demand":300,)"
                             R"("rest":"competitor","competitor":"Alpen-Servo"})");
  EXPECT_EQ("unknown//-", said());
  const auto shown = page();
  std::string not_split;
  for (const auto& cell : shown.at("cells").as_array())
    if (cell.at("site").is_null()) not_split = word(cell.at("competitor"));
  EXPECT_EQ("Alpen-Servo", not_split);
}

TEST_P(RestOfSupply, IsToldInAWhiteCellAndInTheCockpit) {
  made("supply-records",
       R"({"productArea":")" + area + R"(","site":")" + site +
           R"(","startsOn":"2026-07-01","volume":0,"demand":50,"rest":"own_make"})");
  const auto cockpit = browser(katrin).get("/api/v1/accounts/" + id + "/cockpit").body;
  for (const auto& supply : {page(), cockpit.at("supply")}) {
    const auto& cell = supply.at("cells").at(0);
    EXPECT_TRUE(cell.at("white").as_bool());
    EXPECT_EQ("own_make", cell.at("rest").as_string());
  }
}

TEST_P(RestOfSupply, GridLeavesItAsItIsUnlessTheCellSpeaksOfIt) {
  ASSERT_EQ(1, grid("2026-07-01",
                    R"("volume":40,"demand":100,"rest":"competitor",)"
                    R"("competitor":"Nordmotor","contractEnd":"2027-03-31")",
                    0)
                   .body.at("stored")
                   .as_int64());
  grid("2026-07-01", R"("volume":41,"demand":100)", 1);
  EXPECT_EQ("competitor/Nordmotor/2027-03-31", said());
  grid("2026-07-01", R"("volume":42,"demand":100,"rest":null,"competitor":"")", 2);
  EXPECT_EQ("-//2027-03-31", said());
  const auto wrong = grid("2026-07-01", R"("volume":42,"demand":100,"rest":"competitor")", 3);
  EXPECT_EQ("/cells/0/competitor", word(wrong.body.at("errors").at(0).at("pointer")));
}

TEST_P(RestOfSupply, GridCellThatTellsNothingElseKeepsItsFiguresAndAnEmptyOneIsArchived) {
  grid("2026-07-01", R"("volume":40,"demand":100)", 0);
  EXPECT_EQ(1, grid("2026-07-01", R"("rest":"own_make")", 1).body.at("stored").as_int64());
  EXPECT_EQ("own_make//-", said());
  EXPECT_NEAR(0.4, page().at("total").at("total").at("share").to_number<double>(), 1e-12);
  grid("2026-07-01", R"("volume":null,"demand":null,"rest":"nobody")", 2);
  EXPECT_TRUE(page().at("records").as_array().empty());
}

TEST_P(RestOfSupply, GridCellWithoutARecordIsJudgedAndNotLost) {
  const auto refused = [&](const std::string& values) {
    const auto answer = grid("2026-07-01", values, 0);
    EXPECT_EQ(0, answer.body.at("unchanged").as_int64()) << answer.text;
    const auto& errors = answer.body.at("errors").as_array();
    return errors.empty() ? "none" : word(errors[0].at("pointer"));
  };
  EXPECT_EQ("/cells/0/demand", refused(R"("rest":"own_make")"));
  EXPECT_EQ("/cells/0/demand", refused(R"("contractEnd":"2027-03-31")"));
  const auto nowhere = browser(katrin).put(
      "/api/v1/accounts/" + id + "/supply-grid",
      R"({"period":"quarter","startsOn":"2026-07-01","cells":[{"site":")" + site + "\"}]}");
  EXPECT_EQ("/cells/0/productArea", word(nowhere.body.at("errors").at(0).at("pointer")));
}

TEST_P(RestOfSupply, ContractsThatEndAreListedNextOneFirstWithOurShare) {
  quarter("2026-07-01",
          R"(,"rest":"competitor","competitor":"Nordmotor","contractEnd":")" + date(150) + "\"");
  const auto whole = [&](const std::string& name, int days) {
    const auto other = made("product-areas", R"({"name":")" + name + "\"}");
    made("supply-records", R"({"productArea":")" + other +
                               R"(","startsOn":"2026-07-01","share":0.7,"contractEnd":")" +
                               date(days) + "\"}");
    return other;
  };
  whole("später", 250);
  whole("vorbei", -90);
  whole("vergessen", -91);
  const auto gone = whole("archiviert", 30);
  ASSERT_EQ(200, browser(katrin).remove("/api/v1/product-areas/" + gone, "1").status);
  const auto shown = page();
  const auto& contracts = shown.at("contracts").as_array();
  ASSERT_EQ(3u, contracts.size()) << json::serialize(shown.at("contracts"));
  EXPECT_EQ("vorbei", word(contracts[0].at("areaName")));
  EXPECT_TRUE(contracts[0].at("ended").as_bool());
  EXPECT_FALSE(contracts[0].at("endsSoon").as_bool());
  EXPECT_EQ("Oelde", word(contracts[1].at("siteName")));
  EXPECT_EQ("Nordmotor", word(contracts[1].at("competitor")));
  EXPECT_EQ(date(150), word(contracts[1].at("endsOn")));
  EXPECT_TRUE(contracts[1].at("endsSoon").as_bool());
  EXPECT_NEAR(0.4, contracts[1].at("share").to_number<double>(), 1e-12);
  EXPECT_EQ("quarter", word(contracts[1].at("period")));
  EXPECT_EQ("2026-07-01", word(contracts[1].at("startsOn")));
  EXPECT_EQ("später", word(contracts[2].at("areaName")));
  EXPECT_EQ("", word(contracts[2].at("siteName")));
  EXPECT_FALSE(contracts[2].at("endsSoon").as_bool());
  EXPECT_NEAR(0.7, contracts[2].at("share").to_number<double>(), 1e-12);
}

TEST_P(RestOfSupply, LongTermLineShowsTheContractsThatEndOnIt) {
  quarter("2026-07-01", R"(,"contractEnd":")" + date(150) + "\"");
  const auto line = [&] {
    return browser(katrin).get("/api/v1/accounts/" + id + "/long-term").body.at("contracts");
  };
  EXPECT_TRUE(line().as_array().empty()) << "the line ends with the running cycle";
  made("long-term-goals", R"({"title":"Ausschreibung","due":")" + date(300) + "\"}");
  const auto shown = line();
  EXPECT_EQ(page().at("contracts"), shown);
  ASSERT_EQ(1u, shown.as_array().size());
  quarter("2026-10-01", R"(,"contractEnd":")" + date(900) + "\"");
  EXPECT_TRUE(line().as_array().empty()) << "the newest record holds, and is beyond the line";
}

TEST_P(RestOfSupply, CompetitorsNamedBeforeAreOfferedOnceInTheOrderOfADictionary) {
  for (const auto* name : {"Zahnrad Süd", "Ärmel & Co", "Zahnrad Süd", "Bremer Antriebe"})
    made("supply-records", R"({"productArea":")" + made("product-areas", R"({"name":"x"})") +
                               R"(","startsOn":"2026-07-01","demand":1,"rest":"competitor",)"
                               R"("competitor":")" +
                               name + "\"}");
  const auto shown = page();
  std::vector<std::string> names;
  for (const auto& name : shown.at("competitors").as_array()) names.push_back(word(name));
  EXPECT_EQ((std::vector<std::string>{"Ärmel & Co", "Bremer Antriebe", "Zahnrad Süd"}), names);
}

TEST_P(RestOfSupply, ChangeLogTellsItByItsMembers) {
  const auto made = quarter("2026-07-01", "");
  ASSERT_EQ(200, patch(made, R"({"rest":"own_make","contractEnd":"2027-03-31"})").status);
  const auto log = browser(katrin).get("/api/v1/accounts/" + id + "/activity");
  EXPECT_NE(std::string::npos, log.text.find("own_make")) << log.text;
  EXPECT_NE(std::string::npos, log.text.find("contractEnd")) << log.text;
}

TAKT_ON_BOTH_DATABASES(RestOfSupply);

}  // namespace
}  // namespace takt::tests
