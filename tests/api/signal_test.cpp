#include "domain/signal.hpp"

#include "access/secrets.hpp"
#include "server.hpp"

namespace takt::tests {
namespace {

class Signals : public OnBothDatabases {
 protected:
  void SetUp() override { made = plan(); }
  Answer capture(const std::string& fields) {
    return browser(jonas).post("/api/v1/accounts/" + made.account + "/signals", "{" + fields + "}");
  }
  Answer answer(const std::string& signal, const std::string& fields) {
    return browser(katrin).post("/api/v1/signals/" + signal + "/responses", "{" + fields + "}");
  }
  json::value board() {
    return browser(katrin).get("/api/v1/accounts/" + made.account + "/signal-board").body;
  }
  json::value first() { return board().at("signals").at(0); }
  Plan made;
};

TEST_P(Signals, OneFieldIsEnoughToCaptureOne) {
  const auto signal = capture(R"("title":"Einkauf bündelt Lieferanten")");
  ASSERT_EQ(201, signal.status) << signal.text;
  EXPECT_EQ("new", signal.body.at("state").as_string());
  EXPECT_EQ(date(0), signal.body.at("observedOn").as_string());
  EXPECT_EQ(jonas.id, signal.body.at("recordedBy").as_string());
}

TEST_P(Signals, AreAssessedOnceNatureImpactAndLikelihoodAreGiven) {
  const auto signal = capture(R"("title":"x")");
  auto katrins = browser(katrin);
  const auto path = "/api/v1/signals/" + signal.id();
  EXPECT_EQ("new", katrins.patch(path, R"({"impact":5})", "1").body.at("state").as_string());
  const auto judged = katrins.patch(path, R"({"nature":"both","likelihood":4})", "2");
  EXPECT_EQ("assessed", judged.body.at("state").as_string());
  EXPECT_EQ(20, first().at("priority").at("score").as_int64());
  EXPECT_EQ(date(14), first().at("answerBy").as_string());
}

TEST_P(Signals, FirstResponseStopsTheClockForGood) {
  const auto signal = capture(R"("title":"x","observedOn":")" + date(-2) + "\"");
  let_pass(std::chrono::hours{72});
  auto katrins = browser(katrin);
  const auto action =
      katrins.post("/api/v1/accounts/" + made.account + "/actions", R"({"title":"Anrufen"})");
  EXPECT_EQ(201, answer(signal.id(), R"("kind":"action","target":")" + action.id() + "\"").status);
  let_pass(std::chrono::hours{240});
  answer(signal.id(), R"("kind":"dismiss","reason":"erledigt")");
  const auto view = first();
  EXPECT_NEAR(3, view.at("responseDays").to_number<double>(), 0.01);
  EXPECT_EQ(2, view.at("sensingLag").as_int64());
  EXPECT_EQ(2u, view.at("responses").as_array().size());
}

TEST_P(Signals, WaitsAgainOnceItsAnswerIsTakenBack) {
  const auto signal = capture(R"("title":"x","nature":"threat","impact":3,"likelihood":3)");
  let_pass(std::chrono::hours{72});
  const auto watched = answer(signal.id(), R"("kind":"watch","watchUntil":")" + date(9) + "\"");
  EXPECT_EQ("watched", first().at("signal").at("state").as_string());
  const auto path = "/api/v1/responses/" + watched.id();
  EXPECT_EQ("immutable", browser(katrin).patch(path, R"({"reason":"y"})", "1").code());
  EXPECT_EQ(200, browser(jonas).remove(path, "1").status);
  const auto view = first();
  EXPECT_EQ("assessed", view.at("signal").at("state").as_string());
  EXPECT_TRUE(view.at("signal").at("watchUntil").is_null());
  EXPECT_TRUE(view.at("responseDays").is_null()) << "its clock runs";
  EXPECT_TRUE(view.at("waits").as_bool());
  EXPECT_TRUE(view.at("responses").as_array().empty());
  // It stays in the history as it was, and does not come back.
  EXPECT_EQ("immutable", browser(katrin).post(path + "/restore", "{}", "2").code());
}

TEST_P(Signals, IsWhatTheAnswersThatStandMakeOfIt) {
  const auto signal = capture(R"("title":"x")");
  let_pass(std::chrono::hours{24});
  const auto watched = answer(signal.id(), R"("kind":"watch","watchUntil":")" + date(9) + "\"");
  let_pass(std::chrono::hours{24});
  const auto dismissed = answer(signal.id(), R"("kind":"dismiss","reason":"erledigt")");
  browser(katrin).remove("/api/v1/responses/" + dismissed.id(), "1");
  EXPECT_EQ("watched", first().at("signal").at("state").as_string());
  EXPECT_FALSE(first().at("signal").at("watchUntil").is_null());
  EXPECT_NEAR(1, first().at("responseDays").to_number<double>(), 0.01);
  browser(katrin).remove("/api/v1/responses/" + watched.id(), "1");
  EXPECT_EQ("new", first().at("signal").at("state").as_string());
}

TEST_P(Signals, AnswerTakenBackIsSeenAtNeitherEnd) {
  const auto signal = capture(R"("title":"Wettbewerber unterbietet")");
  const auto given =
      answer(signal.id(), R"("kind":"objective","target":")" + made.objective + "\"");
  browser(katrin).remove("/api/v1/responses/" + given.id(), "1");
  const auto cockpit = browser(katrin).get("/api/v1/accounts/" + made.account + "/cockpit").body;
  EXPECT_TRUE(cockpit.at("answered").as_array().empty());
  EXPECT_TRUE(board().at("targets").as_array().empty());
  const auto inbox = browser(katrin).get("/api/v1/signals").body;
  const auto& lines = inbox.at("lines").as_array();
  ASSERT_EQ(1u, lines.size());
  EXPECT_TRUE(lines.at(0).at("view").at("responses").as_array().empty());
}

TEST_P(Signals, BoardTellsTheNewestOfThoseThatAreDoneAndHowManyThereAre) {
  const auto oldest = capture(R"("title":"der älteste","impact":5,"likelihood":5,"nature":"both")");
  answer(oldest.id(), R"("kind":"dismiss","reason":"r")");
  for (int i = 0; i < 50; ++i) {
    let_pass(std::chrono::minutes{1});
    answer(capture(R"("title":"x")").id(), R"("kind":"dismiss","reason":"r")");
  }
  capture(R"("title":"wartet")");
  const auto told = board();
  EXPECT_EQ(51, told.at("dismissed").as_int64());
  EXPECT_EQ(0, told.at("answered").as_int64());
  EXPECT_EQ(51u, told.at("signals").as_array().size()) << "fifty that are done, one that waits";
  EXPECT_EQ(std::string::npos, json::serialize(told).find("älteste"));
  const auto all =
      browser(katrin).get("/api/v1/accounts/" + made.account + "/signal-board?all=true");
  EXPECT_EQ(52u, all.body.at("signals").as_array().size());
}

TEST_P(Signals, WatchedOneComesBackOnItsDay) {
  const auto signal = capture(R"("title":"x")");
  EXPECT_EQ(422, answer(signal.id(), R"("kind":"watch","watchUntil":")" + date(0) + "\"").status);
  EXPECT_EQ(201, answer(signal.id(), R"("kind":"watch","watchUntil":")" + date(5) + "\"").status);
  EXPECT_FALSE(first().at("waits").as_bool());
  let_pass(std::chrono::hours{24 * 5});
  EXPECT_TRUE(first().at("waits").as_bool());
  EXPECT_EQ(1, browser(jonas).get("/api/v1/signals").body.at("waiting").as_int64());
}

TEST_P(Signals, DismissingNeedsAReasonAndAnswersNeedATarget) {
  const auto signal = capture(R"("title":"x")");
  EXPECT_EQ(
      "/reason",
      answer(signal.id(), R"("kind":"dismiss")").body.at("errors").at(0).at("pointer").as_string());
  EXPECT_EQ("/target", answer(signal.id(), R"("kind":"objective")")
                           .body.at("errors")
                           .at(0)
                           .at("pointer")
                           .as_string());
  EXPECT_EQ("new", first().at("signal").at("state").as_string());
}

TEST_P(Signals, AnswerIsSeenAtBothEnds) {
  const auto signal = capture(R"("title":"Wettbewerber unterbietet")");
  answer(signal.id(), R"("kind":"objective","target":")" + made.objective + "\"");
  const auto cockpit = browser(katrin).get("/api/v1/accounts/" + made.account + "/cockpit").body;
  EXPECT_EQ(made.objective, cockpit.at("answered").at(0).at("target").as_string());
  EXPECT_EQ("Lieferanteil 40 auf 50 %", board().at("targets").at(0).at("name").as_string());
}

TEST_P(Signals, AnswerIsSeenWhereItIsAKeyResult) {
  const auto signal = capture(R"("title":"Einkauf will zwei Lieferanten")");
  answer(signal.id(), R"("kind":"key_result","target":")" + made.key_result + "\"");
  const auto page = browser(katrin).get("/api/v1/key-results/" + made.key_result + "/page").body;
  ASSERT_EQ(1u, page.at("answered").as_array().size());
  EXPECT_EQ("Einkauf will zwei Lieferanten", page.at("answered").at(0).at("title").as_string());
}

TEST_P(Signals, SimilarOnesAreOfferedAndMerged) {
  const auto one = capture(R"("title":"Einkauf will Lieferanten bündeln")");
  const auto two =
      capture(R"("title":"Lieferanten werden im Einkauf gebündelt","detail":"sagt Herr Raabe")");
  EXPECT_EQ(1u, first().at("similar").as_array().size());
  const auto merged = browser(katrin).post("/api/v1/signals/" + two.id() + "/merge",
                                           R"({"into":")" + one.id() + "\"}");
  ASSERT_EQ(200, merged.status) << merged.text;
  EXPECT_NE(std::string::npos, merged.text.find("sagt Herr Raabe"));
  EXPECT_EQ(1u, board().at("signals").as_array().size());
  const auto gone = browser(katrin).get("/api/v1/signals/" + two.id()).body;
  EXPECT_EQ(one.id(), gone.at("mergedInto").as_string());
}

TEST_P(Signals, PutTogetherHaveNoMoreLinksThanOneMayHave) {
  const auto links = [](int count) {
    json::array out;
    for (int i = 0; i < count; ++i)
      out.push_back(json::string("https://example.com/" + std::to_string(i)));
    return R"("evidence":)" + json::serialize(out);
  };
  const auto one = capture(R"("title":"eins",)" + links(300));
  const auto two = capture(R"("title":"zwei",)" + links(300));
  const auto refused = browser(katrin).post("/api/v1/signals/" + two.id() + "/merge",
                                            R"({"into":")" + one.id() + "\"}");
  EXPECT_EQ(422, refused.status);
  EXPECT_EQ("/into", refused.body.at("errors").at(0).at("pointer").as_string());
  EXPECT_EQ(2u, board().at("signals").as_array().size());
}

TEST_P(Signals, StoredWithMoreLinksThanAllowedIsShownAndCanBeMended) {
  const auto one = capture(R"("title":"eins")");
  json::array links;
  for (int i = 0; i < 600; ++i)
    links.push_back(json::string("https://example.com/" + std::to_string(i)));
  app->context().database.write(domain::Id{made.account}, [&](store::Session& session) {
    session.execute("update signal set evidence = :evidence where id = :id",
                    {store::bound("evidence", json::serialize(links)),
                     store::bound("id", domain::Id{one.id()})});
    store::raise_revision(session, {made.account});
  });
  auto katrins = browser(katrin);
  const std::vector<std::string> pages{
      "/api/v1/signals/" + one.id(),
      "/api/v1/signals",
      "/api/v1/accounts/" + made.account + "/signal-board",
      "/api/v1/accounts/" + made.account + "/cockpit",
      "/api/v1/accounts/" + made.account + "/similar-signals?title=eins",
      std::string("/api/v1/portfolio")};
  for (const auto& page : pages) EXPECT_EQ(200, katrins.get(page).status) << page;
  EXPECT_EQ(200, browser(head).get("/api/v1/portfolio").status);
  EXPECT_EQ(200, katrins.remove("/api/v1/signals/" + one.id(), "1").status);
}

TEST_P(Signals, InboxTellsOfResponsesHoweverManyAccountsThereAre) {
  auto katrins = browser(katrin);
  const std::string watch = R"("kind":"watch","reason":"abwarten","watchUntil":")" + date(1) + "\"";
  ASSERT_EQ(201, answer(capture(R"("title":"eins")").id(), watch).status);
  const auto other = account();
  const auto second = katrins.post("/api/v1/accounts/" + other + "/signals", R"({"title":"zwei"})");
  ASSERT_EQ(201, answer(second.id(), watch).status);
  let_pass(std::chrono::hours{48});
  const auto lines = [&] { return katrins.get("/api/v1/signals").body.at("lines").as_array(); };
  ASSERT_EQ(2u, lines().size());
  for (const auto& line : lines()) {
    const auto& responses = line.at("view").at("responses").as_array();
    ASSERT_EQ(1u, responses.size()) << line;
    EXPECT_EQ("abwarten", responses.at(0).at("reason").as_string());
  }
  ASSERT_EQ(1u, katrins.get("/api/v1/signal-themes").body.as_array().size());
  EXPECT_EQ(2, katrins.get("/api/v1/signal-themes").body.at(0).at("accounts").as_int64());
  // What is archived waits for nobody.
  ASSERT_EQ(200, katrins.remove("/api/v1/accounts/" + other, "1").status);
  ASSERT_EQ(1u, lines().size());
  EXPECT_EQ("eins", lines().at(0).at("view").at("signal").at("title").as_string());
  EXPECT_EQ(1, katrins.get("/api/v1/signals").body.at("waiting").as_int64());
  EXPECT_EQ(1, katrins.get("/api/v1/signal-themes").body.at(0).at("accounts").as_int64());
}

TEST_P(Signals, ThousandOpenOnesNameThreeSimilarOnesEachAtTheMost) {
  const std::vector<std::string> words{"Einkauf", "Lieferant", "Werk",   "Preis",  "Ausschreibung",
                                       "Umsatz",  "Plattform", "Leiter", "Bedarf", "Vertrag"};
  app->context().database.write(domain::Id{made.account}, [&](store::Session& session) {
    for (int i = 0; i < 1000; ++i) {
      domain::Signal signal;
      signal.id = access::new_id(app->context().now());
      signal.account = {made.account};
      signal.created_at = app->context().now();
      signal.recorded_by = {jonas.id};
      std::string title;
      for (int word = 0; word < 5; ++word)
        title += words[static_cast<std::size_t>(i / (1 + word * 3) + word) % words.size()] + " ";
      signal.title = title;
      store::insert(session, signal);
    }
    store::raise_revision(session, {made.account});
  });
  auto katrins = browser(katrin);
  const auto shown = katrins.get("/api/v1/accounts/" + made.account + "/signal-board");
  ASSERT_EQ(200, shown.status);
  const auto& signals = shown.body.at("signals").as_array();
  ASSERT_EQ(1000u, signals.size());
  std::size_t named = 0;
  for (const auto& view : signals) {
    ASSERT_LE(view.at("similar").as_array().size(), 3u);
    named += view.at("similar").as_array().size();
  }
  EXPECT_LT(0u, named);
  // The answer grows with the signals, not with their pairs.
  EXPECT_LT(shown.text.size(), 1'500'000u);
  const auto cockpit = katrins.get("/api/v1/accounts/" + made.account + "/cockpit").body;
  for (const auto& view : cockpit.at("signals").as_array())
    ASSERT_TRUE(view.at("similar").as_array().empty()) << "no page shows them there";
}

TEST_P(Signals, SimilarOnesAreOfferedWhileOneIsWritten) {
  const auto known = capture(R"("title":"Einkauf will Lieferanten bündeln")");
  capture(R"("title":"Kurzarbeit in Lehrte")");
  const auto similar = [&](const std::string& title) {
    return browser(jonas)
        .get("/api/v1/accounts/" + made.account + "/similar-signals?title=" + title)
        .body.as_array();
  };
  ASSERT_EQ(1u, similar("Lieferanten+im+Einkauf+geb%C3%BCndelt").size());
  EXPECT_EQ(known.id(), similar("Lieferanten+im+Einkauf+geb%C3%BCndelt")[0].at("id").as_string());
  EXPECT_TRUE(similar("Neue+Werkleiterin").empty());
  EXPECT_TRUE(similar("").empty());
}

TEST_P(Signals, InboxShowsTheMostPressingFirstAndNobodyElses) {
  capture(R"("title":"klein","nature":"threat","impact":1,"likelihood":2)");
  capture(R"("title":"groß","nature":"threat","impact":5,"likelihood":5)");
  const auto inbox = browser(jonas).get("/api/v1/signals").body;
  EXPECT_EQ("groß", inbox.at("lines").at(0).at("view").at("signal").at("title").as_string());
  const auto stranger = add_user("Fremd", "member");
  EXPECT_EQ(0, browser(stranger).get("/api/v1/signals").body.at("waiting").as_int64());
}

TEST_P(Signals, MarketSignalIsJudgedForEachAccountByItself) {
  auto katrins = browser(katrin);
  const auto other = account();
  const auto market = katrins.post("/api/v1/market-signals", R"({"title":"Lieferkettengesetz"})");
  capture(R"("title":"Lieferkettengesetz","marketSignal":")" + market.id() + "\"");
  const auto views = katrins.get("/api/v1/market-signals").body;
  int judged = 0;
  int open = 0;
  for (const auto& judgement : views.at(0).at("judgements").as_array())
    ++(judgement.at("signal").is_null() ? open : judged);
  EXPECT_EQ(1, judged);
  EXPECT_EQ(1, open);
}

TEST_P(Signals, ThemesAreCountedOverAccounts) {
  capture(R"("title":"a","theme":"single_sourcing")");
  const auto other = account();
  browser(jonas).post("/api/v1/accounts/" + other + "/signals",
                      R"({"title":"b","theme":"single_sourcing"})");
  const auto themes = browser(head).get("/api/v1/signal-themes").body;
  EXPECT_EQ("single_sourcing", themes.at(0).at("theme").as_string());
  EXPECT_EQ(2, themes.at(0).at("accounts").as_int64());
  EXPECT_EQ(2, themes.at(0).at("months").at(11).as_int64());
}

TEST_P(Signals, NoneIsObservedAfterTheDayOfItsRecordingNorBySomeLaterChange) {
  const auto signal = capture(R"("title":"x","observedOn":")" + date(-2) + "\"");
  const auto path = "/api/v1/signals/" + signal.id();
  const auto recorded = date(0);
  let_pass(std::chrono::hours{24 * 5});
  auto katrins = browser(katrin);
  const auto late = katrins.patch(path, R"({"observedOn":")" + date(-1) + "\"}", "1");
  ASSERT_EQ(422, late.status) << late.text;
  EXPECT_NE(std::string::npos, late.text.find("after_recorded")) << late.text;
  EXPECT_EQ(200, katrins.patch(path, R"({"observedOn":")" + recorded + "\"}", "1").status);
  EXPECT_EQ(0, first().at("sensingLag").as_int64());
  // Taken out, it is the day of the recording again, not today.
  const auto none = katrins.patch(path, R"({"observedOn":null})", "2");
  EXPECT_EQ(recorded, none.body.at("observedOn").as_string()) << none.text;
}

TEST_P(Signals, ThemeHasTheSameCountOnEveryPage) {
  capture(R"("title":"a","theme":"nearshoring","observedOn":")" + date(-70) + "\"");
  capture(R"("title":"b","theme":"nearshoring")");
  capture(R"("title":"c","theme":"merger","observedOn":")" + date(-400) + "\"");
  const auto gone = capture(R"("title":"d","theme":"merger")");
  ASSERT_EQ(200, browser(katrin).remove("/api/v1/signals/" + gone.id(), "1").status);
  const auto on_board = board().at("themes").as_array();
  const auto over_accounts = browser(katrin).get("/api/v1/signal-themes").body;
  EXPECT_EQ(on_board, over_accounts.as_array());
  ASSERT_EQ(1u, on_board.size()) << "a year ago and archived: neither is counted";
  EXPECT_EQ("nearshoring", on_board[0].at("theme").as_string());
  EXPECT_EQ(2, on_board[0].at("signals").as_int64());
  EXPECT_EQ(1, on_board[0].at("accounts").as_int64());
  const auto& months = on_board[0].at("months").as_array();
  ASSERT_EQ(12u, months.size());
  EXPECT_EQ(1, months[9].as_int64()) << "observed in September";
  EXPECT_EQ(1, months[11].as_int64());
}

TEST_P(Signals, InboxCountsWhatIsOverdueBeyondItsLines) {
  app->context().database.write(domain::Id{made.account}, [&](store::Session& session) {
    for (int i = 0; i < 250; ++i) {
      domain::Signal signal;
      signal.id = access::new_id(app->context().now());
      signal.account = {made.account};
      signal.created_at = app->context().now();
      signal.recorded_by = {jonas.id};
      signal.title = "Signal " + std::to_string(i);
      store::insert(session, signal);
    }
    store::raise_revision(session, {made.account});
  });
  let_pass(std::chrono::hours{24 * 15});
  capture(R"("title":"frisch und dringend","nature":"threat","impact":5,"likelihood":5)");
  const auto inbox = browser(signed_in(jonas.id)).get("/api/v1/signals").body;
  EXPECT_EQ(251, inbox.at("waiting").as_int64());
  EXPECT_EQ(250, inbox.at("overdue").as_int64());
  ASSERT_EQ(200u, inbox.at("lines").as_array().size());
}

TAKT_ON_BOTH_DATABASES(Signals);

}  // namespace
}  // namespace takt::tests
