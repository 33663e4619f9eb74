// What somebody owes over all their accounts, by what they are there, and what they see beside it.

#include "server.hpp"

namespace takt::tests {
namespace {

class MyWork : public OnBothDatabases {
 protected:
  void SetUp() override { made = plan(); }
  std::string here(const std::string& below) const {
    return "/api/v1/accounts/" + made.account + "/" + below;
  }
  static Answer create(Browser browser, const std::string& path, const json::object& body) {
    auto answer = browser.post(path, json::serialize(body));
    EXPECT_EQ(201, answer.status) << path << ' ' << answer.text;
    return answer;
  }
  Answer create(const std::string& below, const json::object& body) {
    return create(browser(katrin), here(below), body);
  }
  Answer patch(const std::string& path, const json::object& body) {
    auto katrins = browser(katrin);
    const auto version = katrins.get(path).version();
    auto answer = katrins.patch(path, json::serialize(body), version);
    EXPECT_EQ(200, answer.status) << path << ' ' << answer.text;
    return answer;
  }
  void give_key_result(const Person& person) {
    patch("/api/v1/key-results/" + made.key_result, {{"owner", person.id}, {"reason", "x"}});
  }
  void check_in(const std::string& on) {
    create(browser(katrin), "/api/v1/key-results/" + made.key_result + "/check-ins",
           {{"value", 4}, {"confidence", 7}, {"effectiveOn", on}});
  }
  Person teammate(const std::string& name, const std::string& role) {
    auto person = add_user(name, "member");
    create("team-members", {{"user", person.id}, {"role", role}});
    return person;
  }
  Browser browser_in(const Person& person, const std::string& zone) {
    auto out = browser(person);
    out.client().set_default_headers({{"X-Takt-Time-Zone", zone}});
    return out;
  }
  void pass_days(int days) {
    let_pass(std::chrono::hours{24 * days});
    for (auto* person : {&head, &katrin, &jonas}) *person = signed_in(person->id);
  }

  static json::value page(Browser browser) {
    const auto answer = browser.get("/api/v1/my-work/page");
    EXPECT_EQ(200, answer.status) << answer.text;
    return answer.body;
  }
  json::value page(const Person& person) { return page(browser(person)); }
  static json::array of(const json::value& page, std::string_view kind) {
    json::array out;
    for (const auto& duty : page.at("duties").as_array())
      if (duty.at("kind").as_string() == kind) out.push_back(duty);
    return out;
  }
  json::array owed(const Person& person, std::string_view kind) { return of(page(person), kind); }

  Plan made;
};

TEST_P(MyWork, IsTheSameListOnThePageAndByItself) {
  create("signals", {{"title", "Werk schließt"}});
  create("actions", {{"title", "Anrufen"}, {"assignee", katrin.id}, {"due", date(-3)}});
  const auto listed = browser(katrin).get("/api/v1/my-work").body;
  EXPECT_LE(2u, listed.as_array().size());
  EXPECT_EQ(listed, page(katrin).at("duties"));
}

TEST_P(MyWork, SignalsAreTheManagersToAnswerAndTheirRecordersToAssess) {
  const auto path = "/api/v1/signals/" +
                    create(browser(jonas), here("signals"), {{"title", "Neue Plattform"}}).id();
  create("signals", {{"title", "Preisnachlass"}});
  EXPECT_EQ(2u, owed(katrin, "signal").size());
  const auto jonases = owed(jonas, "signal");
  ASSERT_EQ(1u, jonases.size());
  EXPECT_EQ("Neue Plattform", jonases[0].at("title").as_string());
  EXPECT_TRUE(jonases[0].at("signal").at("priority").is_null());
  patch(path, {{"nature", "threat"}, {"impact", 4}, {"likelihood", 3}});
  EXPECT_EQ(0u, owed(jonas, "signal").size());
  json::value assessed;
  for (const auto& duty : owed(katrin, "signal"))
    if (duty.at("title").as_string() == "Neue Plattform") assessed = duty.at("signal");
  EXPECT_EQ(12, assessed.at("priority").at("score").as_int64());
  EXPECT_EQ("threat", assessed.at("nature").as_string());
}

TEST_P(MyWork, SignalsAreLateByWhatTheyWaitBeyondTheirLimit) {
  create("signals", {{"title", "Bündelung"}});
  create("signals", {{"title", "Ausschreibung"}, {"actBy", date(2)}});
  pass_days(18);
  const auto late = owed(katrin, "signal");
  ASSERT_EQ(2u, late.size());
  EXPECT_EQ("Ausschreibung", late[0].at("title").as_string()) << "longest beyond its limit first";
  EXPECT_EQ(16, late[0].at("daysOverdue").as_int64());
  EXPECT_EQ(4, late[1].at("daysOverdue").as_int64());
  EXPECT_EQ(18, late[1].at("signal").at("days").as_int64());
  EXPECT_EQ(date(-4), late[1].at("due").as_string());
}

TEST_P(MyWork, ObserversOweNothingAndSponsorsWhatIsInTheirName) {
  const auto watcher = teammate("Wanda Berg", "observer");
  const auto sponsor = teammate("Silke Prinz", "sponsor");
  create("signals", {{"title", "Werk schließt"}});
  create("meetings", {{"kind", "check_in"}, {"plannedAt", date(1) + "T09:00:00.000Z"}});
  for (const auto& person : {watcher, sponsor})
    create("actions", {{"title", "Vorstand anrufen"}, {"assignee", person.id}, {"due", date(1)}});
  EXPECT_EQ(0u, page(watcher).at("duties").as_array().size());
  const auto sponsors = page(sponsor);
  ASSERT_EQ(1u, sponsors.at("duties").as_array().size());
  EXPECT_EQ("action", sponsors.at("duties").at(0).at("kind").as_string());
  EXPECT_FALSE(sponsors.at("accounts").at(0).at("writes").as_bool());
  EXPECT_EQ(1u, sponsors.at("meetings").as_array().size()) << "the whole team takes part";
  EXPECT_EQ(0u, page(head).at("accounts").as_array().size()) << "sees it, and is not on its team";
  EXPECT_EQ(0u, page(head).at("duties").as_array().size());
}

TEST_P(MyWork, MeetingsOfTheWeekSayWhatTheirTeamLacks) {
  create("signals", {{"title", "Werk schließt"}});
  const auto meeting =
      create("meetings", {{"kind", "check_in"}, {"plannedAt", date(2) + "T09:00:00.000Z"}});
  create("meetings", {{"kind", "check_in"}, {"plannedAt", date(16) + "T09:00:00.000Z"}});
  const auto told = owed(katrin, "meeting");
  ASSERT_EQ(1u, told.size());
  EXPECT_EQ(meeting.id(), told[0].at("id").as_string());
  EXPECT_EQ(-2, told[0].at("daysOverdue").as_int64());
  EXPECT_EQ(1, told[0].at("meeting").at("silent").as_int64());
  EXPECT_EQ(1, told[0].at("meeting").at("waiting").as_int64());
  EXPECT_EQ(2u, page(katrin).at("meetings").as_array().size());
  check_in(date(0));
  EXPECT_EQ(0, owed(katrin, "meeting")[0].at("meeting").at("silent").as_int64());
  patch("/api/v1/meetings/" + meeting.id(), {{"invitees", json::array{jonas.id}}});
  EXPECT_EQ(0u, owed(katrin, "meeting").size());
  EXPECT_EQ(1u, owed(jonas, "meeting").size());
}

TEST_P(MyWork, DaysAreThoseOfWhereItIsRead) {
  create("meetings", {{"kind", "check_in"}, {"plannedAt", date(1) + "T17:00:00.000Z"}});
  let_pass(std::chrono::hours{11});
  const auto in_utc = page(browser_in(katrin, "UTC"));
  const auto in_shanghai = page(browser_in(katrin, "Asia/Shanghai"));
  EXPECT_EQ(date(0), in_utc.at("today").as_string());
  EXPECT_EQ(date(1), in_shanghai.at("today").as_string());
  EXPECT_EQ(date(1), in_utc.at("meetings").at(0).at("day").as_string());
  EXPECT_EQ(date(2), in_shanghai.at("meetings").at(0).at("day").as_string());
  EXPECT_EQ(date(2), of(in_shanghai, "meeting")[0].at("due").as_string());
  EXPECT_EQ(-1, of(in_shanghai, "meeting")[0].at("daysOverdue").as_int64());
}

TEST_P(MyWork, CyclesThatAreOverAreTheManagersToClose) {
  pass_days(120);
  EXPECT_EQ(0u, owed(katrin, "cycle").size()) << "its last day";
  pass_days(3);
  const auto over = owed(katrin, "cycle");
  ASSERT_EQ(1u, over.size());
  EXPECT_EQ(made.cycle, over[0].at("id").as_string());
  EXPECT_EQ("2026 H2", over[0].at("title").as_string());
  EXPECT_EQ(3, over[0].at("daysOverdue").as_int64());
  EXPECT_EQ(0u, owed(jonas, "cycle").size());
  patch("/api/v1/cycles/" + made.cycle, {{"state", "review"}});
  EXPECT_EQ("review", owed(katrin, "cycle")[0].at("cycleState").as_string());
}

TEST_P(MyWork, KeyResultsStandAsInTheCockpit) {
  give_key_result(katrin);
  check_in(date(0));
  const auto own = page(katrin).at("keyResults");
  ASSERT_EQ(1u, own.as_array().size());
  const auto there =
      browser(katrin).get(here("cockpit")).body.at("objectives").at(0).at("keyResults").at(0);
  for (const auto* figure : {"progress", "expected", "health", "value", "confidence", "lastCheckIn",
                             "daysSilent", "nextCheckIn"})
    EXPECT_EQ(there.at(figure), own.at(0).at("view").at(figure)) << figure;
  EXPECT_EQ(0u, page(jonas).at("keyResults").as_array().size());
}

TEST_P(MyWork, OthersAreWaitedForOnceTheirDayIsOver) {
  give_key_result(jonas);
  create("actions", {{"title", "Oelde klären"}, {"assignee", jonas.id}, {"due", date(16)}});
  create("actions", {{"title", "Eigene"}, {"assignee", katrin.id}, {"due", date(1)}});
  EXPECT_EQ(0u, page(katrin).at("awaited").as_array().size());
  pass_days(22);
  const auto awaited = page(katrin).at("awaited").as_array();
  ASSERT_EQ(2u, awaited.size());
  EXPECT_EQ("check_in", awaited[0].at("duty").at("kind").as_string()) << "of the fourteenth day";
  EXPECT_EQ(8, awaited[0].at("duty").at("daysOverdue").as_int64());
  EXPECT_TRUE(awaited[0].at("daysSilent").is_null());
  EXPECT_EQ("Oelde klären", awaited[1].at("duty").at("title").as_string());
  EXPECT_EQ(6, awaited[1].at("duty").at("daysOverdue").as_int64());
  for (const auto& one : awaited) EXPECT_EQ("Jonas Albers", one.at("person").as_string());
  EXPECT_EQ(0u, page(jonas).at("awaited").as_array().size()) << "only the manager waits";
}

TEST_P(MyWork, QuestionsNameWhomToAskAndContactsHowLongTheyAreSilent) {
  const auto klose = create("contacts", {{"name", "Martin Klose"},
                                         {"function", "Leiter Qualität"},
                                         {"keptBy", katrin.id},
                                         {"lastContact", date(-60)}})
                         .id();
  create("open-questions", {{"text", "Ohne Tag"}, {"contact", klose}, {"askedOn", date(-6)}});
  create("open-questions", {{"text", "Bald"}, {"askBy", date(9)}});
  const auto before = page(katrin);
  ASSERT_EQ(2u, before.at("questions").as_array().size());
  EXPECT_EQ("Bald", before.at("questions").at(0).at("text").as_string()) << "most urgent first";
  const auto second = before.at("questions").at(1);
  EXPECT_EQ("Martin Klose", second.at("contactName").as_string());
  EXPECT_EQ("Leiter Qualität", second.at("contactFunction").as_string());
  EXPECT_EQ(date(-6), second.at("askedOn").as_string());
  EXPECT_EQ(0u, before.at("contacts").as_array().size());
  EXPECT_EQ(0u, of(before, "question").size()) << "due in nine days";
  pass_days(1);
  const auto contacts = page(katrin).at("contacts").as_array();
  ASSERT_EQ(1u, contacts.size());
  EXPECT_EQ(61, contacts[0].at("days").as_int64());
  EXPECT_EQ(0u, page(jonas).at("questions").as_array().size());
  EXPECT_EQ(0u, page(jonas).at("contacts").as_array().size());
}

TEST_P(MyWork, WhoOwesNothingHearsWhenTheNextThingIsDue) {
  EXPECT_TRUE(page(jonas).at("nextDue").is_null());
  create(browser(jonas), here("open-questions"), {{"text", "Wer?"}, {"askBy", date(20)}});
  create("meetings", {{"kind", "check_in"}, {"plannedAt", date(12) + "T09:00:00.000Z"}});
  const auto jonases = page(jonas);
  EXPECT_EQ(0u, jonases.at("duties").as_array().size());
  EXPECT_EQ(date(12), jonases.at("nextDue").as_string());
}

TEST_P(MyWork, CostsTheSameStatementsHoweverMuchThereIs) {
  auto katrins = browser(katrin);
  const auto cost = [&] {
    return statements_of([&] { EXPECT_EQ(200, katrins.get("/api/v1/my-work/page").status); });
  };
  const auto few = cost();
  for (int i = 0; i < 12; ++i) {
    const auto title = std::to_string(i);
    create("signals", {{"title", title}});
    create("actions", {{"title", title}, {"assignee", jonas.id}, {"due", date(-i - 1)}});
    const auto contact = create("contacts", {{"name", title}, {"keptBy", katrin.id}}).id();
    create("open-questions", {{"text", title}, {"contact", contact}});
    create("meetings", {{"kind", "check_in"}, {"plannedAt", date(i) + "T19:00:00.000Z"}});
    create(browser(katrin), "/api/v1/objectives/" + made.objective + "/key-results",
           {{"title", title}, {"start", 0}, {"target", 1}, {"owner", katrin.id}, {"reason", "x"}});
  }
  EXPECT_EQ(few, cost());
  EXPECT_LE(few, 32) << "of one account";
}

TAKT_ON_BOTH_DATABASES(MyWork);

}  // namespace
}  // namespace takt::tests
