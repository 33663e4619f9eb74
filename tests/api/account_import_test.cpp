// Accounts with their teams, brought in from one table.

#include <set>

#include "importing.hpp"
#include "store/account_store.hpp"
#include "store/change_log.hpp"

namespace takt::tests {
namespace {

class AccountImports : public OnBothDatabases {
 protected:
  static constexpr const char* kColumns =
      R"(["name","code","industry","managers","members","observers"])";
  static std::string body(const std::string& columns, const std::vector<std::string>& rows,
                          const std::string& more = "") {
    return table_body("", columns, rows, more);
  }
  Answer preview(const std::string& what, const Person& person) {
    return browser(person).post("/api/v1/account-imports?dryRun=true", what);
  }
  Answer preview(const std::string& what) { return preview(what, head); }
  Answer take(const std::string& what, const Person& person) {
    return browser(person).post("/api/v1/account-imports", what);
  }
  Answer take(const std::string& what) { return take(what, head); }
  static json::object problem(const Answer& answer, std::size_t row = 0) {
    const auto& problems = answer.body.at("rows").at(row).at("problems").as_array();
    return problems.empty() ? json::object{{"code", ""}} : problems[0].as_object();
  }
  static std::string code(const Answer& answer, std::size_t row = 0) {
    return std::string(problem(answer, row).at("code").as_string());
  }
  json::array accounts() { return browser(head).get("/api/v1/accounts").body.as_array(); }
  json::object account_called(const std::string& name) {
    for (const auto& one : accounts())
      if (one.at("name").as_string() == name) return one.as_object();
    return {};
  }
  std::string id_of(const std::string& name) {
    return std::string(account_called(name).at("id").as_string());
  }
  /// "manager Katrin Vogt, member Jonas Albers"
  std::string team(const std::string& name) {
    std::string out;
    app->context().database.peek([&](store::Session& session) {
      for (const auto& one : store::team(session, {id_of(name)}))
        out +=
            (out.empty() ? "" : ", ") + std::string(mapping::enum_text(one.role)) + ' ' + one.name;
    });
    return out;
  }
};

TEST_P(AccountImports, ThirtyAccountsWithTheirTeamsComeInOnOneMorning) {
  std::vector<std::string> rows;
  for (int i = 1; i <= 30; ++i) {
    const auto number = std::to_string(i);
    rows.push_back(R"(["Kunde )" + number + R"(","K)" + number +
                   R"(","Maschinenbau","Vogt, Katrin","jonas albers; Ute Krämer",null])");
  }
  const auto file = body(kColumns, rows);
  const auto judged = preview(file);
  EXPECT_EQ("30 0 0 0", counts(judged)) << judged.text;
  EXPECT_TRUE(accounts().empty()) << "a dry run stores nothing";
  EXPECT_EQ("30 0 0 0", counts(take(file)));
  EXPECT_EQ(30u, accounts().size());
  EXPECT_EQ("manager Katrin Vogt, member Jonas Albers, member Ute Krämer", team("Kunde 7"));
  EXPECT_EQ("K7", account_called("Kunde 7").at("code").as_string());
  EXPECT_EQ(200, browser(jonas).get("/api/v1/accounts/" + id_of("Kunde 7")).status)
      << "whoever is on the team sees it";
  const auto lines = browser(katrin).get("/api/v1/portfolio").body.at("accounts").as_int64();
  EXPECT_EQ(30, lines) << "the portfolio shows them at once";
}

TEST_P(AccountImports, SameFileTwiceChangesNothingAndOneMorePersonChangesOneAccount) {
  const auto row = [](const std::string& name, const std::string& members) {
    return R"([")" + name + R"(","TEU","Hausgeräte","Katrin Vogt",")" + members + R"(",null])";
  };
  EXPECT_EQ("1 0 0 0", counts(take(body(kColumns, {row("Teutonia Süd", "Jonas Albers")}))));
  const auto before = revision(id_of("Teutonia Süd"));
  for (const char* name : {"Teutonia Süd", "TEUTONIA  SÜD ", "Teutonia\u00A0Su\u0308d"})
    EXPECT_EQ("0 0 1 0", counts(take(body(kColumns, {row(name, "Albers, Jonas")})))) << name;
  EXPECT_EQ("0 0 1 0", counts(take(body(kColumns, {row("Teutonia Süd", "")}))))
      << "nobody is taken off a team";
  EXPECT_EQ(before, revision(id_of("Teutonia Süd")));
  const auto more = body(kColumns, {row("Teutonia Süd", "Jonas Albers, Ute Krämer")});
  for (const auto& answer : {preview(more), take(more)}) {
    EXPECT_EQ("0 1 0 0", counts(answer)) << answer.text;
    const auto& values = answer.body.at("rows").at(0).at("values").as_array();
    ASSERT_EQ(1u, values.size());
    EXPECT_EQ("members", values[0].at("member").as_string());
    EXPECT_EQ(4, values[0].at("column").as_int64());
    EXPECT_EQ((json::array{"Jonas Albers"}), values[0].at("before"));
    EXPECT_EQ((json::array{"Jonas Albers", "Ute Krämer"}), values[0].at("after"));
  }
  EXPECT_EQ(before + 1, revision(id_of("Teutonia Süd"))) << "one change, that of the new one";
}

TEST_P(AccountImports, OnlyWhoMayAddAccountsBringsThemIn) {
  const auto file = body(kColumns, {R"(["Ahlmann","AHL",null,null,null,null])"});
  for (const auto& person : {katrin, jonas}) {
    EXPECT_EQ(403, preview(file, person).status);
    EXPECT_EQ(403, take(file, person).status);
  }
  EXPECT_EQ(401, take(file, {}).status);
  EXPECT_EQ("1 0 0 0", counts(take(file)));
  EXPECT_EQ("manager Ute Krämer", team("Ahlmann")) << "without another one it is the caller's own";
}

TEST_P(AccountImports, AdministratorHandsAccountsOverAndTheSameFileStillChangesNothing) {
  const auto file = body(R"(["name","managers"])", {R"(["Deutsche Achsen","Katrin Vogt"])",
                                                    R"(["Deutsche Bremsen","Katrin Vogt"])"});
  EXPECT_EQ("2 0 0 0", counts(take(file, admin)));
  EXPECT_EQ("DEU", account_called("Deutsche Achsen").at("code").as_string());
  EXPECT_EQ("DEUT", account_called("Deutsche Bremsen").at("code").as_string());
  EXPECT_TRUE(browser(admin).get("/api/v1/accounts").body.as_array().empty());
  const auto again = take(file, admin);
  EXPECT_EQ("0 0 2 0", counts(again)) << again.text;
  EXPECT_EQ("handed_over", again.body.at("rows").at(0).at("hints").at(0).at("code").as_string());
  EXPECT_EQ(2u, accounts().size());
}

TEST_P(AccountImports, AdministratorChangesNoAccountOfOthersAndHearsNothingOfThem) {
  auto ute = browser(head);
  const auto made = ute.post("/api/v1/accounts?manager=" + katrin.id,
                             R"({"name":"Ahlmann","code":"AHL","industry":"Stahl"})");
  const auto before = revision(made.id());
  const auto hidden =
      take(body(kColumns, {R"(["Ahlmann","AHL","Holz",null,"Jonas Albers",null])"}), admin);
  EXPECT_EQ(409, hidden.status);
  EXPECT_EQ("taken", hidden.body.at("errors").at(0).at("code").as_string());
  EXPECT_EQ(std::string::npos, hidden.text.find("Stahl"));
  // On its team as an observer, they see it and still don't change it.
  browser(katrin).post("/api/v1/accounts/" + made.id() + "/team-members",
                       R"({"user":")" + admin.id + R"(","role":"observer"})");
  const auto seen = preview(body(kColumns, {R"(["Ahlmann",null,"Holz",null,null,null])",
                                            R"(["Ahlmann",null,null,null,null,null])"}),
                            admin);
  EXPECT_EQ("not_allowed", code(seen));
  EXPECT_EQ(before + 1, revision(made.id()));
}

TEST_P(AccountImports, UnknownPersonRefusesTheRowAndNamesThoseWhoMayBeMeant) {
  const auto file =
      body(kColumns, {R"(["Ahlmann","AHL",null,"Katrin Vogd","Jonas Albers; Vogt",null])"});
  const auto answer = preview(file);
  EXPECT_EQ("0 0 0 1", counts(answer));
  const auto& problems = answer.body.at("rows").at(0).at("problems").as_array();
  ASSERT_EQ(2u, problems.size());
  EXPECT_EQ("unknown_user", problems[0].at("code").as_string());
  EXPECT_EQ(3, problems[0].at("column").as_int64());
  EXPECT_EQ("Katrin Vogd", problems[0].at("value").as_string());
  EXPECT_EQ("Katrin Vogt", problems[0].at("choices").at(0).as_string());
  // Of a list a choice is the whole cell.
  EXPECT_EQ("Vogt", problems[1].at("value").as_string());
  EXPECT_EQ("Jonas Albers; Katrin Vogt", problems[1].at("choices").at(0).as_string());
  EXPECT_EQ(409, take(file).status);
  EXPECT_TRUE(accounts().empty());
}

TEST_P(AccountImports, OneOfTwoPeopleOfOneNameIsNamedByAddress) {
  const auto other = add_user("Katrin Vogt", "member");
  const auto with = [&](const std::string& who) {
    return body(R"(["name","managers"])", {R"(["Ahlmann",")" + who + R"("])"});
  };
  const auto answer = preview(with("Katrin Vogt"));
  EXPECT_EQ("ambiguous_user", code(answer));
  const auto choices = problem(answer).at("choices").as_array();
  ASSERT_EQ(2u, choices.size());
  const std::string address(choices[1].as_string());
  EXPECT_NE(std::string::npos, address.find('@'));
  EXPECT_EQ("1 0 0 0", counts(take(with("Vogt, Katrin <" + address + ">"))));
  EXPECT_EQ(address, app->context().database.peek([&](store::Session& session) {
    const auto members = store::team(session, {id_of("Ahlmann")});
    return std::string(store::must_find<domain::User>(session, members.at(0).user).email);
  }));
}

TEST_P(AccountImports, ArchivedPersonIsNamedAsSuch) {
  const auto left = add_user("Rolf Petri", "member");
  browser(admin).remove("/api/v1/users/" + left.id, "1");
  EXPECT_EQ("archived",
            code(preview(body(R"(["name","managers"])", {R"(["Ahlmann","Rolf Petri"])"}))));
}

TEST_P(AccountImports, PersonInTwoRolesIsRefusedAndInOneRoleTwiceIsNamedOnce) {
  const auto answer = preview(
      body(kColumns, {R"(["Ahlmann","AHL",null,"Katrin Vogt; Katrin Vogt","Vogt, Katrin",null])"}));
  EXPECT_EQ("person_twice", code(answer));
  EXPECT_EQ(4, problem(answer).at("column").as_int64());
  EXPECT_EQ("Katrin Vogt", problem(answer).at("value").as_string());
  EXPECT_EQ("1 0 0 0",
            counts(preview(body(
                kColumns, {R"(["Ahlmann","AHL",null,"Katrin Vogt; Katrin Vogt",null,null])"}))));
}

TEST_P(AccountImports, AnotherManagerTakesOverAndTheFormerOneStepsBack) {
  EXPECT_EQ("1 0 0 0",
            counts(take(body(kColumns, {R"(["Ahlmann","AHL",null,"Katrin Vogt",null,null])"}))));
  EXPECT_EQ("last_manager",
            code(preview(body(kColumns, {R"(["Ahlmann",null,null,null,"Katrin Vogt",null])"}))));
  const auto answer =
      take(body(kColumns, {R"(["Ahlmann",null,null,"Jonas Albers","Katrin Vogt",null])"}));
  EXPECT_EQ("0 1 0 0", counts(answer)) << answer.text;
  EXPECT_EQ("member Katrin Vogt, manager Jonas Albers", team("Ahlmann"));
}

TEST_P(AccountImports, WhoWasOnTheTeamComesBack) {
  const auto file = body(kColumns, {R"(["Ahlmann","AHL",null,"Katrin Vogt","Jonas Albers",null])"});
  EXPECT_EQ("1 0 0 0", counts(take(file)));
  auto katrins = browser(katrin);
  const auto members =
      katrins.get("/api/v1/accounts/" + id_of("Ahlmann") + "/team-members").body.as_array();
  ASSERT_EQ(2u, members.size());
  katrins.remove("/api/v1/team-members/" + std::string(members[1].at("id").as_string()), "1");
  EXPECT_EQ("manager Katrin Vogt", team("Ahlmann"));
  EXPECT_EQ("0 1 0 0", counts(take(file)));
  EXPECT_EQ("manager Katrin Vogt, member Jonas Albers", team("Ahlmann"));
}

TEST_P(AccountImports, EveryFieldIsReadAsFilesWriteIt) {
  const auto answer = take(body(
      R"(["name","code","cadence","check_in_interval","first_cycle_start","share_period",)"
      R"("customer_fiscal_month","external_id","status_note","purchasing_strategy","parent"])",
      {R"(["Ahlmann Gruppe","AHL","3",7,"01.01.2027","quartalsweise","Oktober",10023,)"
       R"("Neu dabei","Zentral",null])",
       R"(["Ahlmann Nord","AHN",null,null,null,"Monat",4,null,null,null,"AHL"])",
       R"(["Ahlmann West","AHW","13",null,"32.01.2027","Woche","Foo",null,null,null,"Ahlman"])"},
      R"(,"leaveOut":true)"));
  EXPECT_EQ("2 0 0 1", counts(answer)) << answer.text;
  const auto group = account_called("Ahlmann Gruppe");
  EXPECT_EQ(3, group.at("cadence").as_int64());
  EXPECT_EQ(7, group.at("checkInInterval").as_int64());
  EXPECT_EQ("2027-01-01", group.at("firstCycleStart").as_string());
  EXPECT_EQ("quarter", group.at("sharePeriod").as_string());
  EXPECT_EQ(10, group.at("customerFiscalMonth").as_int64());
  EXPECT_EQ("10023", group.at("externalId").as_string());
  EXPECT_EQ("Neu dabei", group.at("statusNote").as_string());
  EXPECT_EQ("Zentral", group.at("purchasingStrategy").as_string());
  const auto north = account_called("Ahlmann Nord");
  EXPECT_EQ("month", north.at("sharePeriod").as_string());
  EXPECT_EQ(4, north.at("customerFiscalMonth").as_int64());
  EXPECT_EQ(group.at("id"), north.at("parent"));
  std::string codes;
  for (const auto& one : answer.body.at("rows").at(2).at("problems").as_array())
    codes += std::string(one.at("code").as_string()) + ' ';
  EXPECT_EQ("not_a_date not_a_choice not_a_number unknown_account out_of_range ", codes);
}

TEST_P(AccountImports, RefusedRowsRefuseAllOfItUnlessTheyAreLeftOut) {
  const std::vector<std::string> rows{
      R"(["Ahlmann","AHL",null,null,null,null])", R"(["Berger","AHL",null,null,null,null])",
      R"([null,"CAR",null,null,null,null])", R"(["Ahlmann","ZWO",null,null,null,null])",
      R"(["ahlmann",null,null,null,null,null])"};
  const auto answer = take(body(kColumns, rows));
  EXPECT_EQ(409, answer.status);
  EXPECT_EQ("rows_refused", answer.code());
  EXPECT_TRUE(accounts().empty());
  const auto left = take(body(kColumns, rows, R"(,"leaveOut":true)"));
  EXPECT_EQ("2 0 0 3", counts(left)) << "two of one name and two codes are two";
  EXPECT_EQ("taken", code(left, 1));
  EXPECT_EQ("required", code(left, 2));
  EXPECT_EQ(0, problem(left, 2).at("column").as_int64());
  EXPECT_EQ("twice", code(left, 4));
  EXPECT_EQ(2u, accounts().size());
  const auto which = preview(body(R"(["name"])", {R"(["Ahlmann"])"}));
  EXPECT_EQ("ambiguous", code(which));
  std::set<std::string> told;
  const auto ambiguous = problem(which);
  for (const auto& choice : ambiguous.at("choices").as_array()) told.emplace(choice.as_string());
  EXPECT_EQ((std::set<std::string>{"Ahlmann (AHL)", "Ahlmann (ZWO)"}), told);
}

TEST_P(AccountImports, TextOfAThousandCharactersIsRefusedAtItsCell) {
  const std::string text(1000, 'x');
  const auto answer =
      preview(body(kColumns, {"[\"" + text + "\",\"AHL\",null,null,null,null]",
                              "[\"Berger\",\"" + text + "\",null,null,null,null]",
                              "[\"Cramer\",\"CRA\",null,\"" + text + "\",null,null]"}));
  EXPECT_EQ("0 0 0 3", counts(answer));
  EXPECT_EQ("too_long", code(answer, 0));
  EXPECT_EQ(0, problem(answer, 0).at("column").as_int64());
  EXPECT_EQ("too_long", code(answer, 1));
  EXPECT_EQ("unknown_user", code(answer, 2));
}

TEST_P(AccountImports, ArchivedAccountOfTheNameIsToldAndAnotherOneIsMade) {
  auto ute = browser(head);
  const auto old = ute.post("/api/v1/accounts", R"({"name":"Ahlmann","code":"AHL"})");
  ute.remove("/api/v1/accounts/" + old.id(), "1");
  const auto answer = take(body(R"(["name"])", {R"(["Ahlmann"])"}));
  EXPECT_EQ("1 0 0 0", counts(answer)) << answer.text;
  EXPECT_EQ("was_archived", answer.body.at("rows").at(0).at("hints").at(0).at("code").as_string());
  EXPECT_EQ("AHLM", account_called("Ahlmann").at("code").as_string());
}

TEST_P(AccountImports, EachAccountsChangesNameTheFile) {
  EXPECT_EQ("1 0 0 0",
            counts(take(body(kColumns, {R"(["Ahlmann","AHL",null,null,"Jonas Albers",null])"}))));
  const auto changes = app->context().database.peek(
      [&](store::Session& session) { return store::changes(session, {id_of("Ahlmann")}, {}); });
  ASSERT_EQ(3u, changes.size()) << "the account and two people";
  for (const auto& change : changes) {
    EXPECT_EQ("Import: Tabelle.xlsx (SHA-256 aaaaaaaaaaaa)", change.reason);
    EXPECT_EQ(head.id, change.by_user.value().text);
  }
  EXPECT_TRUE(app->context().database.peek(
      [](store::Session& session) { return store::verify_chains(session).empty(); }));
}

TEST_P(AccountImports, BodyThatIsNoneIsRefusedWithAllThatIsWrong) {
  EXPECT_EQ(422, take(body(R"(["name","site"])", {R"(["Ahlmann",null])"})).status);
  EXPECT_EQ(422, take(body(R"(["name","name"])", {R"(["Ahlmann",null])"})).status);
  const std::vector<std::string> many(1'001, R"(["Ahlmann"])");
  const auto answer = take(body(R"(["name"])", many));
  EXPECT_EQ(422, answer.status);
  EXPECT_EQ("too_many", answer.body.at("errors").at(0).at("code").as_string());
}

TEST_P(AccountImports, TwoAtOnceMakeNoDoubles) {
  std::vector<std::string> rows;
  for (int i = 0; i < 10; ++i)
    rows.push_back(R"(["Kunde )" + std::to_string(i) + R"(","Katrin Vogt"])");
  const auto file = body(R"(["name","managers"])", rows);
  std::vector<std::jthread> threads;
  for (int i = 0; i < 2; ++i) threads.emplace_back([&] { EXPECT_EQ(200, take(file).status); });
  threads.clear();
  EXPECT_EQ(10u, accounts().size());
}

TAKT_ON_BOTH_DATABASES(AccountImports);

}  // namespace
}  // namespace takt::tests
