#include "server.hpp"

namespace takt::tests {
namespace {

class CheckIns : public OnBothDatabases {
 protected:
  Answer check_in(const Plan& made, const std::string& fields, int days_ago = 0) {
    return browser(jonas).post("/api/v1/key-results/" + made.key_result + "/check-ins",
                               R"({"effectiveOn":")" + date(-days_ago) + "\"," + fields + "}");
  }
  json::value shown(const Plan& made) {
    return browser(katrin)
        .get("/api/v1/accounts/" + made.account + "/cockpit")
        .body.at("objectives")
        .at(0)
        .at("keyResults")
        .at(0);
  }
};

TEST_P(CheckIns, MoveTheKeyResultAndTheObjective) {
  const auto made = plan();
  EXPECT_EQ(201, check_in(made, R"("value":4,"confidence":7)").status);
  const auto key_result = shown(made);
  EXPECT_DOUBLE_EQ(0.4, key_result.at("progress").as_double());
  EXPECT_EQ("on_track", key_result.at("health").as_string());
}

TEST_P(CheckIns, AreForecastFromTheThirdOnOnEachPageThatShowsIt) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto objective_on = [&](const std::string& path) {
    return katrins.get("/api/v1/" + path).body.at("objectives").at(0);
  };
  check_in(made, R"("value":1.5)", 40);
  check_in(made, R"("value":2)", 20);
  EXPECT_TRUE(shown(made).at("forecast").is_null());
  check_in(made, R"("value":3)");
  const auto cockpit = objective_on("accounts/" + made.account + "/cockpit");
  const auto key_result = cockpit.at("keyResults").at(0);
  ASSERT_TRUE(key_result.at("forecast").is_object());
  ASSERT_TRUE(cockpit.at("forecast").is_object());
  EXPECT_EQ(cockpit, objective_on("cycles/" + made.cycle + "/plan"));
  EXPECT_EQ(cockpit, objective_on("cycles/" + made.cycle + "/review").at("view"));
  EXPECT_EQ(key_result,
            katrins.get("/api/v1/key-results/" + made.key_result + "/page").body.at("view"));
}

TEST_P(CheckIns, PageTellsWhenNothingWasHeard) {
  const auto made = plan();
  const auto page = [&] {
    return browser(katrin).get("/api/v1/key-results/" + made.key_result + "/page").body;
  };
  EXPECT_TRUE(page().at("silences").as_array().empty());
  check_in(made, R"("value":1)", 50);
  check_in(made, R"("value":2)", 20);
  const auto silences = page().at("silences").as_array();
  ASSERT_EQ(1u, silences.size());
  EXPECT_EQ(date(-29), silences[0].at("from").as_string());
  EXPECT_EQ(date(-20), silences[0].at("to").as_string());
}

TEST_P(CheckIns, LoadWhatTheyNeedOnce) {
  const auto made = plan();
  check_in(made, R"("value":4)");
  auto jonases = browser(jonas);
  const auto before = app->context().database.statements();
  const auto answer =
      jonases.post("/api/v1/key-results/" + made.key_result + "/check-ins",
                   R"({"id":")" + new_id() + R"(","value":5,"effectiveOn":")" + date(0) + "\"}");
  EXPECT_EQ(201, answer.status) << answer.text;
  // Counted is all that the request runs, on any connection. Around the write: who asks, the key
  // result for the permission, begin and commit. The write itself: the ledger's lock; is it there
  // already; key result, objective, cycle and account; sites; check-in; what it overtakes; change;
  // ledger.
  constexpr int kAround = 4, kWrite = 8;
  EXPECT_LE(app->context().database.statements() - before, kAround + kWrite);
}

TEST_P(CheckIns, CorrectionThatIsSentTwiceIsOneCorrection) {
  const auto made = plan();
  const auto wrong = check_in(made, R"("value":60)");
  const auto fields = R"("value":6,"id":")" + new_id() + R"(","supersedes":")" + wrong.id() + "\"";
  const auto first = check_in(made, fields);
  const auto before = revision(made.account);
  const auto second = check_in(made, fields);
  EXPECT_EQ(201, second.status) << second.text;
  EXPECT_EQ(first.id(), second.id());
  EXPECT_EQ(before, revision(made.account));
}

TEST_P(CheckIns, AreEnteredByWhoeverSendsThem) {
  const auto made = plan();
  const auto sent = check_in(made, R"("value":4,"enteredBy":")" + katrin.id + "\"");
  EXPECT_EQ(jonas.id, sent.body.at("enteredBy").as_string());
}

TEST_P(CheckIns, LateOneDoesNotBecomeNow) {
  const auto made = plan();
  check_in(made, R"("value":6)", 2);
  check_in(made, R"("value":3)", 20);
  EXPECT_EQ(6, shown(made).at("value").to_number<double>());
}

TEST_P(CheckIns, AreNeverChanged) {
  const auto made = plan();
  const auto first = check_in(made, R"("value":6)");
  auto jonases = browser(jonas);
  const auto path = "/api/v1/check-ins/" + first.id();
  EXPECT_EQ("immutable", jonases.patch(path, R"({"value":7})", "1").code());
  EXPECT_EQ("immutable", jonases.remove(path, "1").code());
}

TEST_P(CheckIns, CorrectionSupersedesOnce) {
  const auto made = plan();
  const auto wrong = check_in(made, R"("value":60)");
  EXPECT_EQ(201, check_in(made, R"("value":6,"supersedes":")" + wrong.id() + "\"").status);
  EXPECT_EQ(422, check_in(made, R"("value":5,"supersedes":")" + wrong.id() + "\"").status);
  EXPECT_EQ(6, shown(made).at("value").to_number<double>());
}

TEST_P(CheckIns, CorrectionOfAnEarlierEntryDoesNotBecomeNow) {
  const auto made = plan();
  const auto wrong = check_in(made, R"("value":1)");
  let_pass(std::chrono::seconds{1});
  check_in(made, R"("value":4)");
  EXPECT_EQ(201, check_in(made, R"("value":2,"supersedes":")" + wrong.id() + "\"").status);
  EXPECT_EQ(4, shown(made).at("value").to_number<double>());
}

TEST_P(CheckIns, BecomeOutdatedBySilence) {
  const auto made = plan();
  check_in(made, R"("value":9,"confidence":9)");
  let_pass(std::chrono::hours{24 * 22});
  EXPECT_EQ("outdated", shown(made).at("health").as_string());
}

TEST_P(CheckIns, OfTomorrowAreRefused) {
  const auto made = plan();
  const auto refused = check_in(made, R"("value":1)", -1);
  EXPECT_EQ("/effectiveOn", refused.body.at("errors").at(0).at("pointer").as_string());
}

TEST_P(CheckIns, OfADayAfterTheCycleAreRefusedAndLateOnesAreTaken) {
  const auto made = plan();
  let_pass(std::chrono::hours{24 * 122});
  katrin = signed_in(katrin.id);
  jonas = signed_in(jonas.id);
  const auto refused = check_in(made, R"("value":1)", 1);
  EXPECT_EQ("after_cycle", refused.body.at("errors").at(0).at("code").as_string());
  EXPECT_EQ(201, check_in(made, R"("value":1)", 2).status);
}

TEST_P(CheckIns, AreOwedNoMoreOnceTheTargetIsReached) {
  const auto made = plan();
  browser(katrin).patch("/api/v1/key-results/" + made.key_result,
                        R"({"owner":")" + jonas.id + "\"}", "1");
  check_in(made, R"("value":10)");
  let_pass(std::chrono::hours{24 * 25});
  EXPECT_EQ("on_track", shown(made).at("health").as_string());
  EXPECT_EQ(0u, browser(jonas).get("/api/v1/my-work").body.as_array().size());
}

TEST_P(CheckIns, ServeTheSlotThatTheyAreNearestTo) {
  const auto made = plan();
  let_pass(std::chrono::hours{24 * 20});
  check_in(made, R"("value":2)");
  const auto now = shown(made);
  EXPECT_EQ(1, now.at("checkInsDue").as_int64());
  EXPECT_EQ(1, now.at("checkInsMade").as_int64());
  // Six days late, and the next one is due when it would have been anyway.
  EXPECT_EQ(date(8), now.at("nextCheckIn").as_string());
}

TEST_P(CheckIns, SilentSitesAreCounted) {
  const auto made = plan();
  auto katrins = browser(katrin);
  std::string last;
  for (const auto* name : {"Oelde", "Graz"}) {
    last = katrins
               .post("/api/v1/accounts/" + made.account + "/sites",
                     R"({"name":")" + std::string(name) + "\"}")
               .id();
    katrins.post("/api/v1/key-results/" + made.key_result + "/site-targets",
                 R"({"target":5,"reason":"x","site":")" + last + "\"}");
  }
  check_in(made, R"("value":2,"site":")" + last + "\"");
  EXPECT_EQ(1, shown(made).at("sitesSilent").as_int64());
}

TEST_P(CheckIns, LowConfidenceKeepsTheObjectiveFromGreen) {
  const auto made = plan();
  check_in(made, R"("value":8,"confidence":2)");
  EXPECT_EQ("at_risk", shown(made).at("health").as_string());
  const auto cockpit = browser(katrin).get("/api/v1/accounts/" + made.account + "/cockpit").body;
  EXPECT_EQ("behind", cockpit.at("objectives").at(0).at("health").as_string());
}

TEST_P(CheckIns, ConfidenceIsTheOneThatWasNamedLast) {
  const auto made = plan();
  check_in(made, R"("value":8,"confidence":2)", 2);
  check_in(made, R"("value":9)");
  EXPECT_EQ(9, shown(made).at("value").to_number<double>());
  EXPECT_EQ(2, shown(made).at("confidence").as_int64());
  EXPECT_EQ("at_risk", shown(made).at("health").as_string());
}

TEST_P(CheckIns, SilenceIsJudgedUntilTheEndOfTheCycleAndNotWeeksLaterInItsReview) {
  const auto made = plan();
  const auto pass = [&](int days) {
    let_pass(std::chrono::hours{24 * days});
    katrin = signed_in(katrin.id);
    jonas = signed_in(jonas.id);
  };
  pass(110);
  ASSERT_EQ(201, check_in(made, R"("value":9.5,"confidence":8)").status);
  pass(10);  // its last day
  const auto at_the_end = shown(made);
  EXPECT_EQ("on_track", at_the_end.at("health").as_string());
  pass(1);
  auto katrins = browser(katrin);
  const auto cycle = "/api/v1/cycles/" + made.cycle;
  ASSERT_EQ(200,
            katrins.patch(cycle, R"({"state":"review"})", katrins.get(cycle).version()).status);
  pass(35);
  const auto later = shown(made);
  EXPECT_EQ("on_track", later.at("health").as_string());
  EXPECT_EQ(at_the_end.at("checkInsDue"), later.at("checkInsDue"));
  EXPECT_TRUE(later.at("nextCheckIn").is_null());
}

TEST_P(CheckIns, ExpectedIsThatOfTheKeyResultsThatAreMeasured) {
  const auto made = plan();
  browser(katrin).post(
      "/api/v1/objectives/" + made.objective + "/key-results",
      R"({"title":"früh fällig","start":0,"target":1,"reason":"r","due":")" + date(-30) + "\"}");
  check_in(made, R"("value":3)");
  const auto view = browser(katrin)
                        .get("/api/v1/accounts/" + made.account + "/cockpit")
                        .body.at("objectives")
                        .at(0);
  EXPECT_NEAR(view.at("keyResults").at(0).at("expected").as_double(),
              view.at("expected").as_double(), 1e-12);
  EXPECT_EQ(1, view.at("measured").as_int64());
  EXPECT_EQ(2, view.at("total").as_int64());
  EXPECT_EQ("pending", view.at("health").as_string());
}

TEST_P(CheckIns, RolledOutOnesNameTheirSite) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto site = katrins.post("/api/v1/accounts/" + made.account + "/sites",
                                 R"({"name":"Oelde","purchasers":5})");
  const auto targets = "/api/v1/key-results/" + made.key_result + "/site-targets";
  EXPECT_EQ(
      422,
      katrins.post(targets, R"({"site":")" + site.id() + R"(","told":6,"reason":"x"})").status);
  EXPECT_EQ(
      201,
      katrins.post(targets, R"({"site":")" + site.id() + R"(","told":3,"target":2,"reason":"x"})")
          .status);
  EXPECT_EQ(422, check_in(made, R"("value":2)").status);
  EXPECT_EQ(201, check_in(made, R"("value":2,"site":")" + site.id() + "\"").status);
  EXPECT_EQ(1, shown(made).at("sitesReached").as_int64());
}

TEST_P(CheckIns, SiteThatHasNotReportedStandsAtItsOwnStart) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto roll_out = [&](const std::string& name, int start) {
    const auto site =
        katrins.post("/api/v1/accounts/" + made.account + "/sites", R"({"name":")" + name + "\"}");
    const auto target =
        katrins.post("/api/v1/key-results/" + made.key_result + "/site-targets",
                     R"({"target":6,"reason":"x","start":)" + std::to_string(start) +
                         R"(,"site":")" + site.id() + "\"}");
    EXPECT_EQ(201, target.status) << target.text;
    return site.id();
  };
  const auto first = roll_out("Oelde", 1);
  roll_out("Graz", 1);
  EXPECT_EQ(201, check_in(made, R"("value":3,"site":")" + first + "\"").status);
  const auto now = shown(made);
  EXPECT_EQ(2, now.at("start").to_number<double>());
  EXPECT_EQ(4, now.at("value").to_number<double>());
  EXPECT_EQ(0.25, now.at("progress").to_number<double>());
  EXPECT_EQ(1, now.at("sitesReported").as_int64());
  EXPECT_EQ(2, now.at("sitesTotal").as_int64());
}

TEST_P(CheckIns, OfARollOutCountFromStartsThatGoTheWayOfTheKeyResult) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto site = [&](const std::string& name) {
    return katrins
        .post("/api/v1/accounts/" + made.account + "/sites", R"({"name":")" + name + "\"}")
        .id();
  };
  const auto roll_out = [&](const std::string& key_result, const std::string& at,
                            const std::string& values) {
    return katrins.post("/api/v1/key-results/" + key_result + "/site-targets",
                        "{" + values + R"("reason":"x","site":")" + at + "\"}");
  };
  const auto expect_no_way = [](const Answer& answer, const std::string& pointer) {
    ASSERT_EQ(422, answer.status) << answer.text;
    EXPECT_EQ(pointer, answer.body.at("errors").at(0).at("pointer").as_string()) << answer.text;
    EXPECT_EQ("no_way", answer.body.at("errors").at(0).at("code").as_string()) << answer.text;
  };
  const auto oelde = site("Oelde");
  const auto graz = site("Graz");
  for (const std::string start : {"10", "50"})
    expect_no_way(roll_out(made.key_result, oelde, R"("start":)" + start + ","), "/start");
  ASSERT_EQ(201, roll_out(made.key_result, oelde, R"("start":6,)").status);
  expect_no_way(roll_out(made.key_result, graz, R"("start":5,)"), "/start");
  expect_no_way(roll_out(made.key_result, graz, R"("target":0,)"), "/target");
  const auto path = "/api/v1/key-results/" + made.key_result;
  expect_no_way(katrins.patch(path, R"({"target":6,"reason":"x"})", katrins.get(path).version()),
                "/target");

  const auto falling =
      katrins
          .post("/api/v1/objectives/" + made.objective + "/key-results",
                R"({"title":"Fehler","kind":"metric","start":20,"target":5,"reason":"x"})")
          .id();
  expect_no_way(roll_out(falling, oelde, R"("start":4,)"), "/start");
  // Without a start of its own the first site has the whole start of the key result.
  expect_no_way(roll_out(falling, oelde, R"("target":20,)"), "/target");
  const auto whole = roll_out(falling, oelde, R"("target":3,)");
  ASSERT_EQ(201, whole.status) << whole.text;
  EXPECT_EQ(20, whole.body.at("start").to_number<double>());
}

TEST_P(CheckIns, WaitForTheCycleToStart) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto cycle =
      katrins.post("/api/v1/accounts/" + id + "/cycles",
                   R"({"name":"x","startsOn":")" + date(0) + R"(","endsOn":")" + date(90) + "\"}");
  const auto objective =
      katrins.post("/api/v1/cycles/" + cycle.id() + "/objectives", R"({"title":"O"})");
  const auto key_result = katrins.post("/api/v1/objectives/" + objective.id() + "/key-results",
                                       R"({"title":"K","start":0,"target":1})");
  const auto refused = katrins.post("/api/v1/key-results/" + key_result.id() + "/check-ins",
                                    R"({"value":1,"effectiveOn":")" + date(0) + "\"}");
  EXPECT_EQ("cycle_planning", refused.code());
}

TEST_P(CheckIns, OwedOnesAreInMyWorkMostOverdueFirst) {
  const auto made = plan();
  let_pass(std::chrono::hours{24 * 20});
  auto katrins = browser(katrin);
  katrins.patch("/api/v1/key-results/" + made.key_result, R"({"owner":")" + jonas.id + "\"}", "1");
  katrins.post("/api/v1/accounts/" + made.account + "/actions",
               R"({"title":"Anrufen","assignee":")" + jonas.id + R"(","due":")" + date(-1) + "\"}");
  const auto work = browser(jonas).get("/api/v1/my-work").body.as_array();
  ASSERT_EQ(2u, work.size());
  EXPECT_EQ("check_in", work[0].at("kind").as_string());
  EXPECT_EQ(1, work[1].at("daysOverdue").as_int64());
}

TEST_P(CheckIns, ManagerIsToldWhatNobodyMinds) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto told = [&](auto& reader, std::string_view kind) {
    std::vector<json::value> out;
    const auto page = reader.get("/api/v1/my-work");
    for (const auto& duty : page.body.as_array())
      if (duty.at("kind").as_string() == kind) out.push_back(duty);
    return out;
  };
  const auto give = [&](const std::string& path, const std::string& owner) {
    katrins.patch(path, R"({"owner":)" + owner + R"(,"reason":"r"})", katrins.get(path).version());
  };
  const auto objective = "/api/v1/objectives/" + made.objective;
  const auto key_result = "/api/v1/key-results/" + made.key_result;
  give(objective, "null");
  give(key_result, "null");
  ASSERT_EQ(1u, told(katrins, "objective").size());
  EXPECT_EQ(made.objective, told(katrins, "objective")[0].at("id").as_string());
  EXPECT_EQ(1u, told(katrins, "key_result").size());
  give(objective, "\"" + katrin.id + "\"");
  give(key_result, "\"" + katrin.id + "\"");
  EXPECT_EQ(0u, told(katrins, "objective").size());
  EXPECT_EQ(0u, told(katrins, "key_result").size());
}

TEST_P(CheckIns, ManyAtTheSameTimeAreAllKeptInOneWholeChain) {
  const auto made = plan();
  std::vector<std::jthread> people;
  for (int person = 0; person < 6; ++person)
    people.emplace_back([&] {
      for (int i = 0; i < 10; ++i) EXPECT_EQ(201, check_in(made, R"("value":1)").status);
    });
  people.clear();
  const auto kept = app->context().database.peek([&](store::Session& session) {
    return store::present_where<domain::CheckIn>(session, domain::Id{made.account}, "key_result",
                                                 domain::Id{made.key_result});
  });
  EXPECT_EQ(60u, kept.size());
  EXPECT_TRUE(app->context().database.read(store::verify_chains).empty());
}

TAKT_ON_BOTH_DATABASES(CheckIns);

}  // namespace
}  // namespace takt::tests
