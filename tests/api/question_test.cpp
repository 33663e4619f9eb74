// Open questions: what they may be about, how they are answered, and where they are asked for.

#include "asking.hpp"
#include "command/entity.hpp"
#include "store/about.hpp"

namespace takt::tests {
namespace {

class Questions : public Asking {};

TEST_P(Questions, AreAboutAnyEntryOfTheAccountAndNothingElse) {
  const auto all = entries();
  const auto other = account();
  const auto foreign = create("/api/v1/accounts/" + other + "/sites", {{"name", "Anderswo"}});
  boost::mp11::mp_for_each<
      boost::mp11::mp_transform<boost::mp11::mp_identity, store::AboutEntities>>([&](auto type) {
    using T = typename decltype(type)::type;
    const std::string kind(T::kTerm);
    ASSERT_TRUE(all.contains(kind)) << kind << " has no entry here";
    const auto id = in_account("open-questions",
                               {{"text", kind}, {"aboutKind", kind}, {"about", all.at(kind)}});
    EXPECT_EQ(kind, question(id).at("aboutKind").as_string());
    for (const auto& wrong_one : {new_id(), foreign, all.at(kind == "site" ? "kpi" : "site")}) {
      const json::object about{{"aboutKind", kind}, {"about", wrong_one}, {"text", "?"}};
      EXPECT_EQ("/about unknown_" + kind, wrong(try_to(here("open-questions"), about)));
      const json::object marked{{"aboutKind", kind}, {"about", wrong_one}};
      EXPECT_EQ("/about unknown_" + kind, wrong(try_to(here("assumptions"), marked)));
    }
  });
  const auto now = page();
  EXPECT_EQ(all.size(), now.at("open").as_array().size());
  for (const auto& view : now.at("open").as_array()) {
    EXPECT_FALSE(view.at("aboutName").as_string().empty()) << view;
    EXPECT_FALSE(view.at("aboutArchived").as_bool()) << view;
    const auto& kind = view.at("question").at("aboutKind").as_string();
    if (kind == "check_in") {
      EXPECT_EQ(made.key_result, view.at("aboutKeyResult").as_string());
    }
    if (kind == "supply_record") {
      EXPECT_EQ("Antriebe · Lehrte", view.at("aboutName").as_string());
    }
  }
}

TEST(AboutKinds, AreTheTermsOfTheirEntities) {
  std::size_t at = 0;
  boost::mp11::mp_for_each<
      boost::mp11::mp_transform<boost::mp11::mp_identity, store::AboutEntities>>([&](auto type) {
    using T = typename decltype(type)::type;
    EXPECT_EQ(T::kTerm, mapping::enum_text(static_cast<domain::AboutKind>(at++)));
  });
}

TEST_P(Questions, NameWhatTheyAreAboutByKindAndIdOrNotAtAll) {
  EXPECT_EQ("/about required",
            wrong(try_to(here("open-questions"), {{"text", "?"}, {"aboutKind", "site"}})));
  EXPECT_EQ("/aboutKind required",
            wrong(try_to(here("open-questions"), {{"text", "?"}, {"about", made.account}})));
  const auto id = ask({{"aboutKind", "account"}, {"about", made.account}});
  EXPECT_EQ("/about required", wrong(change(id, {{"about", nullptr}})));
  EXPECT_EQ(200, change(id, {{"about", nullptr}, {"aboutKind", nullptr}}).status);
}

TEST_P(Questions, KeepWhatTheyAreAboutWhenThatIsArchived) {
  const auto site = in_account("sites", {{"name", "Lehrte"}});
  const auto id = ask({{"aboutKind", "site"}, {"about", site}});
  ASSERT_EQ(200, archive("/api/v1/sites/" + site).status);
  const auto now = page();
  const auto& view = now.at("open").at(0);
  EXPECT_EQ("Lehrte", view.at("aboutName").as_string());
  EXPECT_TRUE(view.at("aboutArchived").as_bool());
  // It goes on, and nothing new is asked about what is gone.
  EXPECT_EQ(200, change(id, {{"answer", "Das Werk schließt."}}).status);
  EXPECT_EQ("/about unknown_site",
            wrong(try_to(here("open-questions"),
                         {{"text", "?"}, {"aboutKind", "site"}, {"about", site}})));
}

TEST_P(Questions, SayThatWhatTheirEntryHangsOnIsArchived) {
  const auto kpi = in_account("kpis", {{"name", "Liefertreue"}});
  const auto value =
      create("/api/v1/kpis/" + kpi + "/kpi-values", {{"on", date(0)}, {"value", 97}});
  ask({{"aboutKind", "kpi_value"}, {"about", value}});
  ASSERT_EQ(200, archive("/api/v1/kpis/" + kpi).status);
  EXPECT_TRUE(page().at("open").at(0).at("aboutArchived").as_bool());
}

TEST_P(Questions, AreAskedByTheirAuthorUnlessSomebodyElseIsNamed) {
  EXPECT_EQ(katrin.id, question(ask()).at("askedBy").as_string());
  EXPECT_EQ(jonas.id, question(ask({{"askedBy", jonas.id}})).at("askedBy").as_string());
  const auto stranger = add_user("Fremd", "member");
  EXPECT_EQ("/askedBy not_on_team",
            wrong(try_to(here("open-questions"), {{"text", "?"}, {"askedBy", stranger.id}})));
}

TEST_P(Questions, AreAnsweredTodayOnceThereIsAnAnswer) {
  const auto signal = in_account("signals", {{"title", "Neuer Einkaufsleiter"}});
  const auto check_in = create("/api/v1/key-results/" + made.key_result + "/check-ins",
                               {{"value", 1}, {"effectiveOn", date(0)}});
  for (const auto& answer :
       {json::object{{"answer", "Herr Petersen"}}, json::object{{"answeredBySignal", signal}},
        json::object{{"answeredByCheckIn", check_in}}}) {
    const auto id = ask();
    EXPECT_TRUE(question(id).at("answeredOn").is_null());
    ASSERT_EQ(200, change(id, answer).status);
    EXPECT_EQ(date(0), question(id).at("answeredOn").as_string()) << json::serialize(answer);
  }
  const auto now = page();
  EXPECT_EQ(3u, now.at("answered").as_array().size());
  EXPECT_TRUE(now.at("open").as_array().empty());
}

TEST_P(Questions, TakeNoDayWithoutAnAnswerAndNoDayToCome) {
  const auto id = ask();
  EXPECT_EQ("/answer required", wrong(change(id, {{"answeredOn", date(0)}})));
  EXPECT_EQ("/answer required",
            wrong(try_to(here("open-questions"), {{"text", "?"}, {"answeredOn", date(-1)}})));
  EXPECT_EQ("/answeredOn in_future",
            wrong(change(id, {{"answer", "Ja"}, {"answeredOn", date(1)}})));
  EXPECT_EQ("/askedOn in_future", wrong(change(id, {{"askedOn", date(1)}})));
  EXPECT_EQ(200, change(id, {{"answer", "Ja"}, {"answeredOn", date(-3)}}).status);
  EXPECT_EQ("/answeredOn required", wrong(change(id, {{"answeredOn", nullptr}})));
  EXPECT_EQ(date(-3), question(id).at("answeredOn").as_string());
}

TEST_P(Questions, AreOpenAgainWithoutAnswersWhichTheLogKeeps) {
  const auto id = ask({{"answer", "Herr Petersen"}});
  ASSERT_EQ(200, change(id, {{"answer", ""}}).status);
  EXPECT_TRUE(question(id).at("answeredOn").is_null());
  EXPECT_EQ(1u, page().at("open").as_array().size());
  const auto log = browser(katrin).get(here("activity?entity=" + id)).body;
  const auto& last = log.at("changes").at(0);
  EXPECT_EQ("open_question", last.at("entity").as_string());
  EXPECT_EQ("Wer entscheidet?", last.at("title").as_string());
  EXPECT_EQ("Herr Petersen", last.at("before").at("answer").as_string());
  EXPECT_EQ(date(0), last.at("before").at("answeredOn").as_string());
}

TEST_P(Questions, StandMostUrgentFirstAndAreOverdueWhenTheirDayIsOver) {
  const auto asks = [&](const char* text, const std::string& by) {
    in_account("open-questions", {{"text", text}, {"askBy", by}});
  };
  in_account("open-questions", {{"text", "irgendwann"}});
  asks("in einer Woche", date(7));
  asks("heute", date(0));
  asks("gestern", date(-1));
  const std::vector<std::string> wanted{"gestern", "heute", "in einer Woche", "irgendwann"};
  const auto told = [](const json::value& list) {
    std::vector<std::string> out;
    for (const auto& view : list.as_array()) {
      out.emplace_back(view.at("question").at("text").as_string());
      EXPECT_EQ(out.back() == "gestern", view.at("overdue").as_bool()) << view;
    }
    return out;
  };
  EXPECT_EQ(wanted, told(page().at("open")));
  const auto board = browser(katrin).get(here("signal-board")).body;
  EXPECT_EQ(wanted, told(board.at("questions")));
}

TEST_P(Questions, AreOverdueWithTheDay) {
  ask({{"askBy", date(0)}});
  EXPECT_FALSE(page().at("open").at(0).at("overdue").as_bool());
  let_pass(std::chrono::days{1});
  EXPECT_TRUE(page().at("open").at(0).at("overdue").as_bool()) << "without any write";
}

TEST_P(Questions, AnsweredOnesAreNotOnTheBoardAndNewestFirst) {
  ask({{"text", "erste"}, {"answer", "ja"}, {"answeredOn", date(-2)}});
  ask({{"text", "zweite"}, {"answer", "ja"}, {"answeredOn", date(-1)}});
  EXPECT_TRUE(browser(katrin).get(here("signal-board")).body.at("questions").as_array().empty());
  const auto now = page();
  EXPECT_EQ("zweite", now.at("answered").at(0).at("question").at("text").as_string());
  EXPECT_EQ("erste", now.at("answered").at(1).at("question").at("text").as_string());
}

TEST_P(Questions, OpenOnesLoseWhoLeavesAnsweredOnesKeepThem) {
  const auto open = ask({{"askedBy", jonas.id}});
  const auto done = ask({{"askedBy", jonas.id}, {"answer", "ja"}});
  const auto gone = ask({{"askedBy", jonas.id}});
  ASSERT_EQ(200, archive("/api/v1/open-questions/" + gone).status);
  const auto team = browser(katrin).get(here("team-members")).body;
  for (const auto& member : team.as_array())
    if (member.at("user").as_string() == jonas.id) {
      ASSERT_EQ(200,
                archive("/api/v1/team-members/" + std::string(member.at("id").as_string())).status);
    }
  EXPECT_TRUE(question(open).at("askedBy").is_null());
  EXPECT_EQ(jonas.id, question(done).at("askedBy").as_string());
  // Nor does one that comes back belong to whoever is gone.
  ASSERT_EQ(200, change(done, {{"answer", ""}}).status);
  EXPECT_TRUE(question(done).at("askedBy").is_null());
  ASSERT_EQ(200, browser(katrin).restore("/api/v1/open-questions/" + gone, "2").status);
  EXPECT_TRUE(question(gone).at("askedBy").is_null());
}

TEST_P(Questions, HaveAnIdThatNoOtherEntryHas) {
  const auto site = in_account("sites", {{"name", "Lehrte"}});
  for (const auto& id : {site, made.account, made.objective})
    EXPECT_EQ("id_taken", try_to(here("open-questions"), {{"id", id}, {"text", "?"}}).code());
}

TEST_P(Questions, ManyLeaveRoomForTheRestOfTheMinutes) {
  for (int i = 1; i <= 25; ++i) ask({{"text", std::string(290, 'x') + std::to_string(i)}});
  const auto meeting =
      in_account("meetings", {{"kind", "check_in"}, {"plannedAt", "2026-11-24T09:00:00.000Z"}});
  const auto steer = "/api/v1/meetings/" + meeting + "/steer";
  ASSERT_EQ(200, try_to(steer, {{"command", "start"}}).status);
  in_account("sites", {{"name", "Lehrte"}});
  const auto closed = try_to(steer, {{"command", "close"}});
  ASSERT_EQ(200, closed.status) << closed.text;
  const std::string minutes(closed.body.at("minutes").as_string());
  EXPECT_NE(std::string::npos, minutes.find("x20 (fragt: Katrin Vogt)\n- und 5 weitere\n"))
      << minutes;
  EXPECT_NE(std::string::npos, minutes.find("- Neu: Standort „Lehrte“")) << minutes;
}

TEST_P(Questions, AreToldToWhoAsksThreeDaysBefore) {
  const auto duties = [&](const Person& person) {
    std::map<std::string, int> out;
    const auto told = browser(person).get("/api/v1/my-work").body;
    for (const auto& duty : told.as_array())
      if (duty.at("kind").as_string() == "question")
        out.emplace(duty.at("title").as_string(), duty.at("daysOverdue").as_int64());
    return out;
  };
  const auto soon = ask({{"text", "bald"}, {"askBy", date(3)}});
  ask({{"text", "später"}, {"askBy", date(4)}});
  ask({{"text", "ohne Tag"}});
  ask({{"text", "beantwortet"}, {"askBy", date(0)}, {"answer", "ja"}});
  ask({{"text", "überfällig"}, {"askBy", date(-2)}});
  ask({{"text", "Jonas fragt"}, {"askBy", date(0)}, {"askedBy", jonas.id}});
  EXPECT_EQ((std::map<std::string, int>{{"bald", -3}, {"überfällig", 2}}), duties(katrin));
  EXPECT_EQ((std::map<std::string, int>{{"Jonas fragt", 0}}), duties(jonas));
  ASSERT_EQ(200, change(soon, {{"answer", "ja"}}).status);
  EXPECT_FALSE(duties(katrin).contains("bald"));
}

TEST_P(Questions, AreArchivedAndRestored) {
  const auto id = ask();
  const auto path = "/api/v1/open-questions/" + id;
  ASSERT_EQ(200, archive(path).status);
  EXPECT_TRUE(page().at("open").as_array().empty());
  EXPECT_EQ("archived", change(id, {{"text", "Wer?"}}).code());
  EXPECT_EQ(200, browser(katrin).restore(path, "2").status);
  EXPECT_EQ(1u, page().at("open").as_array().size());
}

TEST_P(Questions, KeepTheContactWhoWasErased) {
  const auto contact = in_account("contacts", {{"name", "Frau Feldmann"}});
  const auto id = ask({{"contact", contact}, {"aboutKind", "contact"}, {"about", contact}});
  const auto mark = assume("contact", contact);
  ASSERT_EQ(200, archive("/api/v1/contacts/" + contact).status);
  ASSERT_EQ(204, browser(admin).post("/api/v1/contacts/" + contact + "/erase", "", "2").status);
  EXPECT_EQ(contact, question(id).at("contact").as_string());
  const auto now = page();
  EXPECT_EQ("N. N.", now.at("open").at(0).at("aboutName").as_string());
  EXPECT_TRUE(now.at("open").at(0).at("aboutArchived").as_bool());
  EXPECT_EQ(mark, now.at("assumptions").at(0).at("assumption").at("id").as_string());
  EXPECT_EQ(std::string::npos, browser(katrin).get(here("activity")).text.find("Feldmann"))
      << "the change log calls an assumption by what it is about";
  EXPECT_TRUE(app->context().database.read(store::verify_chains).empty());
}

TEST_P(Questions, OfAPlanWithoutAnyAreMissedUntilOneIsAskedOrSomethingAssumed) {
  const auto doubt = [&] {
    const auto plan = browser(katrin).get("/api/v1/cycles/" + made.cycle + "/plan").body;
    const bool there = page().at("doubt").as_bool();
    EXPECT_EQ(there, plan.at("doubt").as_bool());
    return there;
  };
  EXPECT_TRUE(doubt());
  const auto id = ask();
  EXPECT_FALSE(doubt());
  ASSERT_EQ(200, change(id, {{"answer", "ja"}}).status);
  EXPECT_TRUE(doubt()) << "all is answered";
  const auto mark = assume("account", made.account);
  EXPECT_FALSE(doubt());
  ASSERT_EQ(200, patch("/api/v1/assumptions/" + mark, {{"confirmedOn", date(0)}}).status);
  EXPECT_TRUE(doubt());
  ASSERT_EQ(200,
            patch("/api/v1/objectives/" + made.objective, {{"state", "dropped"}, {"reason", "x"}})
                .status);
  EXPECT_FALSE(doubt()) << "there is no plan";
}

TEST_P(Questions, AreForReadersToReadOnly) {
  const auto observer = add_user("Leser", "member");
  in_account("team-members", {{"user", observer.id}, {"role", "observer"}});
  ask();
  EXPECT_EQ(1u, page(observer).at("open").as_array().size());
  EXPECT_EQ(403, browser(observer).post(here("open-questions"), R"({"text":"?"})").status);
  EXPECT_EQ(404, browser(add_user("Fremd", "member")).get(here("questions")).status);
  EXPECT_EQ(404, browser(add_user("Fremde", "member")).get(here("assumed")).status);
}

// --- In meetings.

TEST_P(Questions, AreAStepOfMeetingsAndAnsweredInTheMinutes) {
  const auto meeting =
      in_account("meetings", {{"kind", "check_in"}, {"plannedAt", "2026-11-24T09:00:00.000Z"}});
  const auto contact = in_account("contacts", {{"name", "Frau Hoppe"}});
  const auto signal = in_account("signals", {{"title", "Werk Lehrte schließt"}});
  ask({{"text", "Vorher beantwortet?"}, {"answer", "Ja"}});
  const auto first = ask({{"text", "Wer folgt auf Frau Feldmann?"}});
  const auto second = ask({{"text", "Bleibt Lehrte?"}});
  const auto third = ask({{"text", "Doch noch offen?"}});
  ask({{"text", "Wer kauft für Oelde?"}, {"contact", contact}, {"askBy", "2026-11-01"}});
  const auto path = "/api/v1/meetings/" + meeting;
  const auto room = browser(katrin).get(path + "/room").body;
  EXPECT_EQ(4, room.at("steps").as_int64());
  EXPECT_EQ(4u, room.at("questions").as_array().size());
  EXPECT_EQ("Wer kauft für Oelde?",
            room.at("questions").at(0).at("question").at("text").as_string());
  let_pass(std::chrono::minutes{1});
  ASSERT_EQ(200, try_to(path + "/steer", {{"command", "start"}}).status);
  let_pass(std::chrono::minutes{1});
  ASSERT_EQ(200, change(first, {{"answer", "Herr Petersen,\nab März"}}).status);
  ASSERT_EQ(200, change(second, {{"answeredBySignal", signal}}).status);
  ASSERT_EQ(200, change(third, {{"answer", "ja"}}).status);
  ASSERT_EQ(200, change(third, {{"answer", ""}}).status);
  const auto closed = try_to(path + "/steer", {{"command", "close"}});
  ASSERT_EQ(200, closed.status) << closed.text;
  const std::string minutes(closed.body.at("minutes").as_string());
  EXPECT_NE(std::string::npos, minutes.find("Beantwortete Fragen\n"
                                            "- Wer folgt auf Frau Feldmann?: Herr Petersen, ab "
                                            "März\n"
                                            "- Bleibt Lehrte?: Werk Lehrte schließt\n"
                                            "\n"
                                            "Offene Fragen\n"
                                            "- Wer kauft für Oelde? (zu fragen: Frau Hoppe, fragt: "
                                            "Katrin Vogt, bis 01.11.2026, überfällig)\n"
                                            "- Doch noch offen? (fragt: Katrin Vogt)"))
      << minutes;
  EXPECT_EQ(std::string::npos, minutes.find("Vorher beantwortet?")) << minutes;
}

TEST_P(Questions, HaveNoStepInAFlashMeetingNorInItsMinutes) {
  const auto path =
      "/api/v1/meetings/" +
      in_account("meetings", {{"kind", "flash"}, {"plannedAt", "2026-11-24T09:00:00.000Z"}});
  ask({{"text", "Wer kauft für Oelde?"}});
  EXPECT_EQ(3, browser(katrin).get(path + "/room").body.at("steps").as_int64());
  let_pass(std::chrono::minutes{1});
  ASSERT_EQ(200, try_to(path + "/steer", {{"command", "start"}}).status);
  const auto closed = try_to(path + "/steer", {{"command", "close"}});
  EXPECT_EQ(std::string::npos, closed.text.find("Offene Fragen")) << closed.text;
}

TAKT_ON_BOTH_DATABASES(Questions);

}  // namespace
}  // namespace takt::tests
