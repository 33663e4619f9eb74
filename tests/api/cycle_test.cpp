#include "cycles.hpp"
#include "domain/cycle_name.hpp"

namespace takt::tests {
namespace {

class Cycles : public CycleSteps {};

TEST_P(Cycles, CloseOnlyWhenEveryObjectiveHasADecision) {
  const auto made = plan();
  check_in(made, 8);
  EXPECT_EQ("no_such_step", step(made, "closed").code());
  EXPECT_EQ(200, step(made, "review").status);
  EXPECT_EQ("not_reviewed", step(made, "closed").code());
  EXPECT_EQ(201, review(made, R"("decision":"done","lesson":"Früh anfangen")").status);
  EXPECT_EQ(200, step(made, "closed").status);
  const auto objective = browser(katrin).get("/api/v1/objectives/" + made.objective).body;
  EXPECT_EQ("achieved", objective.at("state").as_string());
}

TEST_P(Cycles, ReviewThatWasBegunIsTakenBackUntilTheClose) {
  const auto made = plan();
  check_in(made, 8);
  const auto path = "/api/v1/cycles/" + made.cycle;
  auto katrins = browser(katrin);
  const auto begun_on = katrins.get(path).body.at("activatedOn");
  ASSERT_EQ(200, step(made, "review").status);
  const auto back = step(made, "active");
  ASSERT_EQ(200, back.status) << back.text;
  EXPECT_EQ("active", back.body.at("state").as_string());
  EXPECT_EQ(begun_on, back.body.at("activatedOn"));
  EXPECT_EQ(200, katrins.get(path + "/plan").status);
  ASSERT_EQ(200, step(made, "review").status);
  review(made, R"("decision":"done")");
  ASSERT_EQ(200, step(made, "closed").status);
  EXPECT_EQ("cycle_closed", step(made, "active").code());
}

TEST_P(Cycles, ReviewIsNotTakenBackWhileAnotherCycleRuns) {
  const auto made = plan();
  ASSERT_EQ(200, step(made, "review").status);
  auto next = made;
  auto katrins = browser(katrin);
  next.cycle = katrins
                   .post("/api/v1/accounts/" + made.account + "/cycles",
                         R"({"name":"2027 H1","startsOn":")" + date(121) + R"(","endsOn":")" +
                             date(300) + "\"}")
                   .id();
  const auto objective =
      katrins.post("/api/v1/cycles/" + next.cycle + "/objectives", R"({"title":"Preis"})").id();
  ASSERT_EQ(201, katrins
                     .post("/api/v1/objectives/" + objective + "/key-results",
                           R"({"title":"x","start":0,"target":1})")
                     .status);
  ASSERT_EQ(200, step(next, "active").status);
  EXPECT_EQ("another_active", step(made, "active").code());
  EXPECT_EQ("no_such_step", step(made, "planning").code());
  ASSERT_EQ(200, step(next, "review").status);
  EXPECT_EQ(200, step(made, "active").status);
  EXPECT_EQ("another_active", step(next, "active").code());
}

TEST_P(Cycles, ReviewThatIsTakenBackKeepsWhatWasJudgedAndTakesCheckIns) {
  const auto made = plan();
  check_in(made, 8);
  ASSERT_EQ(200, step(made, "review").status);
  const auto judged = review(made, R"("decision":"adapt","lesson":"Früher fragen")");
  ASSERT_EQ(201, judged.status) << judged.text;
  ASSERT_EQ(200, step(made, "active").status);
  EXPECT_EQ("not_in_review", review(made, "").code());
  auto katrins = browser(katrin);
  const auto path = "/api/v1/reviews/" + judged.id();
  EXPECT_EQ("not_in_review", katrins.patch(path, R"({"lesson":"x"})", "1").code());
  let_pass(std::chrono::minutes{1});
  check_in(made, 9);
  ASSERT_EQ(200, step(made, "review").status);
  EXPECT_EQ("Früher fragen", katrins.get(path).body.at("lesson").as_string());
  ASSERT_EQ(200, step(made, "closed").status);
  EXPECT_DOUBLE_EQ(0.9, katrins.get(path).body.at("score").as_double());
}

TEST_P(Cycles, ClosedOneIsReadOnlyAndReachable) {
  const auto made = plan();
  check_in(made, 5);
  step(made, "review");
  review(made, R"("decision":"stop")");
  step(made, "closed");
  auto katrins = browser(katrin);
  EXPECT_EQ("cycle_closed",
            katrins
                .patch("/api/v1/objectives/" + made.objective, R"({"why":"x"})",
                       katrins.get("/api/v1/objectives/" + made.objective).version())
                .code());
  EXPECT_EQ("cycle_closed", katrins
                                .post("/api/v1/key-results/" + made.key_result + "/check-ins",
                                      R"({"value":9,"effectiveOn":")" + date(0) + "\"}")
                                .code());
  EXPECT_EQ(
      "cycle_closed",
      katrins.post("/api/v1/cycles/" + made.cycle + "/focus-topics", R"({"title":"x"})").code());
  const auto page = katrins.get("/api/v1/cycles/" + made.cycle + "/review").body;
  EXPECT_DOUBLE_EQ(0.5, page.at("objectives").at(0).at("score").as_double());
}

TEST_P(Cycles, StartsOfARollOutStayWhenASiteComesOrGoesAfterTheirStart) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto post = [&](const std::string& path, const std::string& body) {
    const auto answer = katrins.post("/api/v1/" + path, body);
    EXPECT_EQ(201, answer.status) << answer.text;
    return answer.id();
  };
  const auto cycle =
      post("accounts/" + made.account + "/cycles",
           R"({"name":"n","startsOn":")" + date(130) + R"(","endsOn":")" + date(220) + "\"}");
  const auto objective = post("cycles/" + cycle + "/objectives", R"({"title":"O"})");
  const auto key_result = post("objectives/" + objective + "/key-results",
                               R"({"title":"KR","kind":"metric","start":20,"target":50})");
  const auto roll_out = [&](const std::string& name) {
    const auto site = post("accounts/" + made.account + "/sites", R"({"name":")" + name + "\"}");
    return "/api/v1/site-targets/" + post("key-results/" + key_result + "/site-targets",
                                          R"({"reason":"x","site":")" + site + "\"}");
  };
  const auto start_of = [&](const std::string& target) {
    return katrins.get(target).body.at("start").to_number<double>();
  };
  const auto oelde = roll_out("Oelde");
  const auto graz = roll_out("Graz");
  ASSERT_EQ(200, step(made, "review").status);
  ASSERT_EQ(200, katrins.patch("/api/v1/cycles/" + cycle, R"({"state":"active"})", "1").status);
  const auto moved = katrins.patch(oelde, R"({"start":3,"reason":"x"})", "1");
  ASSERT_EQ(422, moved.status) << moved.text;
  EXPECT_EQ("locked", moved.body.at("errors").at(0).at("code").as_string());
  const auto told = katrins.patch(oelde, R"({"told":3})", "1");
  ASSERT_EQ(200, told.status) << told.text;
  const auto lahr = roll_out("Lahr");
  EXPECT_EQ(10, start_of(oelde));
  EXPECT_EQ(10, start_of(graz));
  EXPECT_EQ(0, start_of(lahr));
  ASSERT_EQ(200, katrins.remove(graz + "?reason=weg", katrins.get(graz).version()).status);
  EXPECT_EQ(10, start_of(oelde));
  EXPECT_EQ(0, start_of(lahr));
}

TEST_P(Cycles, StartLocksBaselinesAndKeepsThePlanAsItWas) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto path = "/api/v1/key-results/" + made.key_result;
  const auto locked = katrins.patch(path, R"({"start":3,"reason":"r"})", "1");
  EXPECT_EQ("locked", locked.body.at("errors").at(0).at("code").as_string());
  EXPECT_EQ(422, katrins.patch(path, R"({"target":20})", "1").status);
  EXPECT_EQ(200, katrins.patch(path, R"({"target":20,"reason":"Neues Werk"})", "1").status);
  const auto page = katrins.get("/api/v1/cycles/" + made.cycle + "/plan").body;
  EXPECT_EQ(10, page.at("atStart").at(0).at("keyResults").at(0).at("target").to_number<double>());
  EXPECT_EQ(1u, page.at("sinceStart").as_array().size());
  EXPECT_EQ("Neues Werk", page.at("sinceStart").at(0).at("reason").as_string());
}

TEST_P(Cycles, PlanPageOpensWhateverTheSeriesHadForABaseline) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto area =
      katrins.post("/api/v1/accounts/" + id + "/product-areas", R"({"name":"Faltschachteln"})")
          .id();
  katrins.put("/api/v1/accounts/" + id + "/supply-grid",
              R"({"period":"quarter","startsOn":")" + date(-120) +
                  R"(","cells":[{"productArea":")" + area + R"(","volume":417,"demand":1031}]})");
  const auto cycle =
      katrins
          .post("/api/v1/accounts/" + id + "/cycles",
                R"({"name":"Z","startsOn":")" + date(-5) + R"(","endsOn":")" + date(90) + "\"}")
          .id();
  const auto objective =
      katrins
          .post("/api/v1/cycles/" + cycle + "/objectives",
                R"({"title":"Lieferanteil","outcomeKind":"supply","outcomeAreas":[")" + area +
                    R"("],"outcomeTarget":45})")
          .id();
  katrins.post("/api/v1/objectives/" + objective + "/key-results",
               R"({"title":"KR","kind":"metric","start":0,"target":10})");
  ASSERT_EQ(200, katrins.patch("/api/v1/cycles/" + cycle, R"({"state":"active"})", "1").status);
  const auto page = katrins.get("/api/v1/cycles/" + cycle + "/plan");
  ASSERT_EQ(200, page.status) << page.text;
  const auto baseline = page.body.at("atStart").at(0).at("outcomeBaseline").to_number<double>();
  EXPECT_DOUBLE_EQ(41'700.0 / 1031, baseline);
  // What was filled in can be sent back as it was shown.
  const auto shown = katrins.get("/api/v1/objectives/" + objective);
  EXPECT_EQ(200, katrins
                     .patch("/api/v1/objectives/" + objective,
                            R"({"why":"x","reason":"x","outcomeBaseline":)" +
                                json::serialize(shown.body.at("outcomeBaseline")) + "}",
                            shown.version())
                     .status);
}

TEST_P(Cycles, StartTakesTheBaselineThatIsKnownThatDayWhereNoneWasBefore) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto area =
      katrins.post("/api/v1/accounts/" + id + "/product-areas", R"({"name":"Faltschachteln"})")
          .id();
  const auto cycle =
      katrins
          .post("/api/v1/accounts/" + id + "/cycles",
                R"({"name":"Z","startsOn":")" + date(-5) + R"(","endsOn":")" + date(90) + "\"}")
          .id();
  const auto objective =
      katrins
          .post("/api/v1/cycles/" + cycle + "/objectives",
                R"({"title":"Lieferanteil","outcomeKind":"supply","outcomeAreas":[")" + area +
                    R"("],"outcomeTarget":33.3})")
          .id();
  katrins.post("/api/v1/objectives/" + objective + "/key-results",
               R"({"title":"KR","kind":"metric","start":0,"target":10})");
  const auto has_baseline = [&] {
    const auto page = katrins.get("/api/v1/cycles/" + cycle + "/plan").body;
    for (const auto& one : page.at("readiness").as_array())
      if (one.at("code").as_string() == "has_baseline") return one.at("met").as_bool();
    throw std::logic_error("nobody asks for a baseline");
  };
  EXPECT_FALSE(has_baseline());
  // The quarter that runs: read today, after the first day of the cycle.
  ASSERT_EQ(200,
            katrins
                .put("/api/v1/accounts/" + id + "/supply-grid",
                     R"({"period":"quarter","startsOn":"2026-10-01","cells":[{"productArea":")" +
                         area + R"(","volume":125,"demand":1000}]})")
                .status);
  EXPECT_TRUE(has_baseline());
  ASSERT_EQ(200, katrins.patch("/api/v1/cycles/" + cycle, R"({"state":"active"})", "1").status);
  const auto started = katrins.get("/api/v1/objectives/" + objective).body;
  ASSERT_FALSE(started.at("outcomeBaseline").is_null());
  EXPECT_DOUBLE_EQ(12.5, started.at("outcomeBaseline").to_number<double>());
}

TEST_P(Cycles, PlanStoredWithMoreDigitsThanAnybodyMayEnterOpens) {
  const auto made = plan();
  app->context().database.write({made.account}, [&](store::Session& session) {
    session.execute(
        "update activation set plan = :plan where cycle = :cycle",
        {store::bound("plan", std::string(R"([{"id":")" + made.objective +
                                          R"(","title":"x","outcomeBaseline":22.645925925925926,)"
                                          R"("outcomeTarget":35.5,"keyResults":[],"gone":1}])")),
         store::bound("cycle", domain::Id{made.cycle})});
  });
  const auto page = browser(katrin).get("/api/v1/cycles/" + made.cycle + "/plan");
  ASSERT_EQ(200, page.status) << page.text;
  EXPECT_EQ(22.645925925925926,
            page.body.at("atStart").at(0).at("outcomeBaseline").to_number<double>());
}

TEST_P(Cycles, ReadAsOftenForTwelveObjectivesAsForThree) {
  struct Cost {
    long long planning, start, running, close, closed;
  };
  const auto cost_with = [&](int objectives) {
    const auto id = account();
    auto katrins = browser(katrin);
    const auto made = [&](const std::string& path, const std::string& body) {
      const auto answer = katrins.post("/api/v1/" + path, body);
      EXPECT_EQ(201, answer.status) << answer.text;
      return answer.id();
    };
    const auto cycle = made("accounts/" + id + "/cycles", R"({"name":"Z","startsOn":")" + date(-5) +
                                                              R"(","endsOn":")" + date(90) + "\"}");
    const auto path = "/api/v1/cycles/" + cycle;
    const auto read = [&](const std::string& what) {
      auto answer = katrins.get(path + what);
      EXPECT_EQ(200, answer.status) << answer.text;
      return answer;
    };
    const auto page = [&] { return read("/plan"); };
    const auto step = [&](const std::string& state) {
      const auto now = read("");
      const auto before = app->context().database.statements();
      const auto answer = katrins.patch(path, R"({"state":")" + state + "\"}", now.version());
      EXPECT_EQ(200, answer.status) << answer.text;
      return app->context().database.statements() - before;
    };
    std::vector<std::string> ids;
    for (int i = 0; i < objectives; ++i) {
      ids.push_back(made("cycles/" + cycle + "/objectives", R"({"title":"O"})"));
      made("objectives/" + ids.back() + "/key-results", R"({"title":"K","start":0,"target":1})");
      const auto goal = made("accounts/" + id + "/long-term-goals",
                             R"({"title":"G","due":")" + date(600) + "\"}");
      made("long-term-goals/" + goal + "/milestones", R"({"title":"M","due":")" + date(30) + "\"}");
    }
    Cost cost{};
    cost.planning = statements_of(page);
    cost.start = step("active");
    for (const auto& objective : ids) {
      const auto one = "/api/v1/objectives/" + objective;
      EXPECT_EQ(200, katrins
                         .patch(one, R"({"title":"O II","reason":"Neu gefasst"})",
                                katrins.get(one).version())
                         .status);
    }
    const auto changed = page();
    EXPECT_EQ(ids.size(), changed.body.at("suggestions").as_array().size());
    // The start has no reason and is not told; that somebody wrote an objective anew is.
    EXPECT_EQ(ids.size(), changed.body.at("sinceStart").as_array().size());
    cost.running = statements_of(page);
    step("review");
    for (const auto& objective : ids)
      made("objectives/" + objective + "/reviews", R"({"decision":"stop","notJudged":true})");
    cost.close = step("closed");
    cost.closed = statements_of([&] { read("/review"); });
    return cost;
  };
  const auto few = cost_with(3);
  const auto many = cost_with(12);
  EXPECT_EQ(few.planning, many.planning);
  EXPECT_EQ(few.running, many.running);
  EXPECT_EQ(few.closed, many.closed);
  // What is written costs four each: the row, its change, the ledger and what the search finds. The
  // start writes every objective, the close its review as well.
  // Who asks and what they may is known, or takes a statement each.
  EXPECT_NEAR(static_cast<double>(few.start + 9 * 4), static_cast<double>(many.start), 2);
  EXPECT_NEAR(static_cast<double>(few.close + 9 * 8), static_cast<double>(many.close), 2);
}

TEST_P(Cycles, PlaybookMakesAnObjectiveWithItsKeyResultsInOneStep) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto books = katrins.get("/api/v1/playbooks?language=de").body;
  ASSERT_EQ(5u, books.as_array().size());
  const auto& book = books.at(0).at("playbook");
  const json::value input{{"title", book.at("title")},
                          {"keyResults", book.at("keyResults")},
                          {"id", new_id()},
                          {"reason", "Einkauf bündelt"}};
  const auto path = "/api/v1/cycles/" + made.cycle + "/planned-objectives";
  const auto first = katrins.post(path, json::serialize(input));
  ASSERT_EQ(201, first.status) << first.text;
  EXPECT_EQ(first.id(), katrins.post(path, json::serialize(input)).id());
  const auto all = katrins.get("/api/v1/accounts/" + made.account + "/key-results").body;
  EXPECT_EQ(4u, all.as_array().size());
}

TEST_P(Cycles, LongTermLineAsksWhereAGoalHasNoStep) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto goal =
      katrins.post("/api/v1/accounts/" + made.account + "/long-term-goals",
                   R"({"title":"Ausschreibung gewinnen","due":")" + date(540) + "\"}");
  const auto page = [&] {
    return katrins.get("/api/v1/accounts/" + made.account + "/long-term").body;
  };
  const auto cockpit_asks = [&] {
    const auto cockpit = katrins.get("/api/v1/accounts/" + made.account + "/cockpit").body;
    return cockpit.at("goals").at(0).at("asks").as_bool();
  };
  EXPECT_TRUE(page().at("goals").at(0).at("asks").as_bool());
  EXPECT_TRUE(cockpit_asks());
  EXPECT_GE(page().at("cycles").as_array().size(), 3u);
  katrins.patch("/api/v1/objectives/" + made.objective,
                R"({"goals":[{"goal":")" + goal.id() + R"(","kind":"contributes"}]})", "2");
  EXPECT_FALSE(page().at("goals").at(0).at("asks").as_bool());
  EXPECT_FALSE(cockpit_asks());
  const auto late = katrins.post("/api/v1/long-term-goals/" + goal.id() + "/milestones",
                                 R"({"title":"zu spät","due":")" + date(600) + "\"}");
  EXPECT_EQ("after_goal", late.body.at("errors").at(0).at("code").as_string());
}

TEST_P(Cycles, NextOneIsCalledByItsLengthAndEndsWithItsStart) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto proposed = [&](const std::string& day) {
    const auto next = katrins.get("/api/v1/accounts/" + id + "/next-cycle?startsOn=" + day).body;
    return std::string(next.at("name").as_string()) + " to " +
           std::string(next.at("endsOn").as_string());
  };
  EXPECT_EQ("2027 H1 to 2027-06-30", proposed("2027-01-01"));
  ASSERT_EQ(200, katrins.patch("/api/v1/accounts/" + id, R"({"cadence":3})", "1").status);
  EXPECT_EQ("2027 Q1 to 2027-03-31", proposed("2027-01-01"));
  EXPECT_EQ("2027 Q2 to 2027-06-30", proposed("2027-04-01"));
}

TEST_P(Cycles, FirstOneIsThePeriodOfWhichHalfOrMoreIsLeft) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto version = katrins.get("/api/v1/accounts/" + id).version();
  const auto proposed = [&] { return katrins.get("/api/v1/accounts/" + id + "/next-cycle").body; };
  const auto start = domain::to_string(domain::first_start(1, today(), 6));
  EXPECT_EQ(start, proposed().at("startsOn").as_string());
  EXPECT_GE(std::string(proposed().at("endsOn").as_string()), date(89));
  ASSERT_EQ(200, katrins
                     .patch("/api/v1/accounts/" + id,
                            R"({"firstCycleStart":")" + date(-100) + "\"}", version)
                     .status);
  EXPECT_EQ(date(-100), proposed().at("startsOn").as_string());
}

TEST_P(Cycles, PatternOfTheirNamesTakesOnlyPlaceholdersThatThereAre) {
  auto toms = browser(admin);
  const auto organisation = toms.get("/api/v1/organisation");
  const auto path = "/api/v1/organisation/" + organisation.id();
  const auto refused =
      toms.patch(path, R"({"cyclePattern":"GJ {foo} {quarter}"})", organisation.version());
  EXPECT_EQ(422, refused.status);
  EXPECT_EQ("unknown_placeholder", refused.body.at("errors").at(0).at("code").as_string());
  EXPECT_EQ("/cyclePattern", refused.body.at("errors").at(0).at("pointer").as_string());
  EXPECT_EQ(
      200, toms.patch(path, R"({"cyclePattern":"GJ {yy}/{next} {period}"})", organisation.version())
               .status);
}

TEST_P(Cycles, HaveEnoughWithThreeObjectivesAndAnObjectiveWithFiveKeyResults) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto expect = [&](bool objectives, bool key_results) {
    const auto cockpit = katrins.get("/api/v1/accounts/" + made.account + "/cockpit").body;
    const auto page = katrins.get("/api/v1/cycles/" + made.cycle + "/plan").body;
    EXPECT_EQ(objectives, cockpit.at("enoughObjectives").as_bool());
    EXPECT_EQ(objectives, page.at("enoughObjectives").as_bool());
    EXPECT_EQ(key_results, page.at("objectives").at(0).at("enoughKeyResults").as_bool());
  };
  expect(false, false);
  for (int i = 0; i < 2; ++i)
    katrins.post("/api/v1/cycles/" + made.cycle + "/objectives", R"({"title":"o","reason":"r"})");
  std::string last;
  for (int i = 0; i < 4; ++i)
    last = katrins
               .post("/api/v1/objectives/" + made.objective + "/key-results",
                     R"({"title":"k","start":0,"target":1,"reason":"r"})")
               .id();
  expect(true, true);
  EXPECT_EQ(200,
            katrins.patch("/api/v1/key-results/" + last, R"({"state":"dropped","reason":"r"})", "1")
                .status);
  expect(true, false);
}

TEST_P(Cycles, ThatRunOnPaperBeforeTheirStartOweNoCheckInForThatTime) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto make = [&](const std::string& path, const std::string& body) {
    return katrins.post("/api/v1/" + path, body).id();
  };
  const auto cycle = make("accounts/" + id + "/cycles", R"({"name":"c","startsOn":")" + date(-60) +
                                                            R"(","endsOn":")" + date(120) + "\"}");
  const auto objective = make("cycles/" + cycle + "/objectives", R"({"title":"o"})");
  make("objectives/" + objective + "/key-results", R"({"title":"k","start":0,"target":1})");
  let_pass(std::chrono::hours{24 * 29});
  ASSERT_EQ(200, katrins.patch("/api/v1/cycles/" + cycle, R"({"state":"active"})", "1").status);
  const auto key_result = [&] {
    return katrins.get("/api/v1/accounts/" + id + "/cockpit")
        .body.at("objectives")
        .at(0)
        .at("keyResults")
        .at(0);
  };
  const auto agility = katrins.get("/api/v1/accounts/" + id + "/agility").body.at("now");
  EXPECT_EQ(0, key_result().at("checkInsDue").as_int64());
  EXPECT_EQ("[0,0]", json::serialize(agility.at("figures").at(4).at("raw")));
  EXPECT_GE(key_result().at("nextCheckIn").as_string(), date(0));
}

TEST_P(Cycles, KeyResultIsToldWithItsDirectionConfidenceAndDecimals) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto falling =
      katrins.post("/api/v1/objectives/" + made.objective + "/key-results",
                   R"({"title":"Reklamationen","start":12,"target":0.25,"reason":"r"})");
  katrins.post("/api/v1/key-results/" + falling.id() + "/check-ins",
               R"({"value":5,"confidence":6,"effectiveOn":")" + date(0) + "\"}");
  const auto views = katrins.get("/api/v1/accounts/" + made.account + "/cockpit")
                         .body.at("objectives")
                         .at(0)
                         .at("keyResults")
                         .as_array();
  ASSERT_EQ(2u, views.size());
  EXPECT_FALSE(views[0].at("falling").as_bool());
  EXPECT_TRUE(views[0].at("confidenceBand").is_null());
  EXPECT_EQ(1, views[0].at("decimals").as_int64());
  EXPECT_TRUE(views[1].at("falling").as_bool());
  EXPECT_EQ("medium", views[1].at("confidenceBand").as_string());
  EXPECT_EQ(2, views[1].at("decimals").as_int64());
}

TAKT_ON_BOTH_DATABASES(Cycles);

}  // namespace
}  // namespace takt::tests
