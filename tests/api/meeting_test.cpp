#include <set>

#include "one_meeting.hpp"

namespace takt::tests {
namespace {

class Meetings : public OneMeeting {};

TEST_P(Meetings, EverybodySeesTheStepOfTheFacilitator) {
  steer("start");
  EXPECT_EQ(200, steer("step", 4).status);
  EXPECT_EQ(4, room(jonas).at("meeting").at("step").as_int64());
  EXPECT_EQ(422, steer("step", 8).status);
}

TEST_P(Meetings, StepThatIsPressedJustAsOthersJoinIsTaken) {
  steer("start");
  auto joining = browser(jonas);
  for (int step = 1; step < 8; ++step) {
    // Long enough away to be told of again.
    let_pass(std::chrono::minutes{2});
    Answer joined;
    std::jthread other([&] { joined = joining.post("/api/v1/meetings/" + id + "/presence"); });
    const auto pressed = steer("step", step);
    other.join();
    EXPECT_EQ(204, joined.status) << joined.text;
    EXPECT_EQ(200, pressed.status) << pressed.text;
    for (const auto& person : {katrin, jonas})
      EXPECT_EQ(step, room(person).at("meeting").at("step").as_int64());
  }
}

TEST_P(Meetings, StepThatTwoPressIsOneAndItsTimeCountsFromTheFirst) {
  steer("start");
  const auto first = steer("step", 4);
  const auto before = revision(made.account);
  let_pass(std::chrono::minutes{3});
  const auto second = steer("step", 4);
  EXPECT_EQ(200, second.status) << second.text;
  EXPECT_EQ(first.body.at("stepStartedAt"), second.body.at("stepStartedAt"));
  EXPECT_EQ(before, revision(made.account));
}

TEST_P(Meetings, TopicsAreSecretUntilRevealedInTheLogToo) {
  steer("start");
  propose(katrin, "Bündelung");
  propose(jonas, "Plattform");
  const auto before = room(jonas);
  ASSERT_EQ(1u, before.at("proposals").as_array().size());
  EXPECT_EQ(1, before.at("hidden").as_int64());
  const auto log = browser(jonas).get("/api/v1/accounts/" + made.account + "/activity").text;
  EXPECT_EQ(std::string::npos, log.find("Bündelung"));
  steer("reveal_topics");
  EXPECT_EQ(2u, room(jonas).at("proposals").as_array().size());
  const auto after = browser(jonas).get("/api/v1/accounts/" + made.account + "/activity").text;
  EXPECT_NE(std::string::npos, after.find("Bündelung"));
}

TEST_P(Meetings, TopicSentTwiceIsOneTopicAndAnIdOfAnotherOneIsRefused) {
  steer("start");
  const auto topic = propose(jonas, "Plattform");
  const auto again = [&](const Person& person, const std::string& meeting) {
    return browser(person).post("/api/v1/meetings/" + meeting + "/proposals",
                                R"({"title":"Plattform","id":")" + topic + "\"}");
  };
  EXPECT_EQ(204, again(jonas, id).status);
  EXPECT_EQ("id_taken", again(katrin, id).code());
  auto katrins = browser(katrin);
  const auto other = katrins.post("/api/v1/accounts/" + made.account + "/meetings",
                                  R"({"kind":"flash","plannedAt":"2026-11-25T09:00:00.000Z"})");
  katrins.post("/api/v1/meetings/" + other.id() + "/steer", R"({"command":"start"})");
  EXPECT_EQ("id_taken", again(jonas, other.id()).code());
  EXPECT_EQ(1u, room(jonas).at("proposals").as_array().size());
  EXPECT_EQ(0, room(jonas).at("hidden").as_int64());
}

TEST_P(Meetings, VotesAreSecretUntilRevealedAndNobodyHasMoreThanTheirDots) {
  steer("start");
  const auto topic = propose(katrin, "Bündelung");
  const auto other = propose(jonas, "Plattform");
  EXPECT_EQ("not_revealed", vote(jonas, topic, 1).code());
  steer("reveal_topics");
  steer("open_votes");
  EXPECT_EQ(204, vote(jonas, topic, 2).status);
  EXPECT_EQ(422, vote(jonas, other, 2).status);
  EXPECT_EQ(204, vote(jonas, other, 1).status);
  EXPECT_EQ(204, vote(katrin, topic, 3).status);
  const auto hidden = room(katrin);
  EXPECT_TRUE(hidden.at("proposals").at(0).at("dots").is_null());
  EXPECT_EQ(2, hidden.at("voters").as_int64());
  EXPECT_EQ(0, hidden.at("dotsLeft").as_int64());
  steer("reveal_votes");
  const auto shown = room(katrin);
  EXPECT_EQ("Bündelung", shown.at("proposals").at(0).at("title").as_string());
  EXPECT_EQ(5, shown.at("proposals").at(0).at("dots").as_int64());
  EXPECT_EQ("revealed", vote(katrin, other, 0).code());
}

TEST_P(Meetings, VotesBecomeTheFocusOfTheCycle) {
  steer("start");
  const auto topic = propose(katrin, "Bündelung");
  const auto near = propose(jonas, "Weniger Lieferanten");
  steer("reveal_topics");
  EXPECT_EQ(204, browser(jonas)
                     .put("/api/v1/proposals/" + near + "/group", R"({"into":")" + topic + "\"}")
                     .status);
  steer("open_votes");
  vote(jonas, near, 1);
  vote(katrin, topic, 2);
  steer("reveal_votes");
  const auto page = browser(katrin).get("/api/v1/cycles/" + made.cycle + "/plan").body;
  ASSERT_EQ(1u, page.at("focusTopics").as_array().size());
  EXPECT_EQ(3, page.at("focusTopics").at(0).at("votes").as_int64());
}

TEST_P(Meetings, TopicThatWasTakenBackIsNoGroupForAnother) {
  steer("start");
  const auto topic = propose(katrin, "Bündelung");
  const auto withdrawn = propose(jonas, "Doch nicht");
  ASSERT_EQ(204, browser(jonas).remove("/api/v1/proposals/" + withdrawn, "1").status);
  steer("reveal_topics");
  const auto group = [&](const std::string& one, const std::string& into) {
    return browser(jonas).put("/api/v1/proposals/" + one + "/group", R"({"into":")" + into + "\"}");
  };
  const auto refused = group(topic, withdrawn);
  ASSERT_EQ(422, refused.status) << refused.text;
  EXPECT_EQ("/into", refused.body.at("errors").at(0).at("pointer").as_string());
  EXPECT_EQ("withdrawn", group(withdrawn, topic).code());
  steer("open_votes");
  vote(katrin, topic, 2);
  steer("reveal_votes");
  const auto page = browser(katrin).get("/api/v1/cycles/" + made.cycle + "/plan").body;
  ASSERT_EQ(1u, page.at("focusTopics").as_array().size());
  EXPECT_EQ(2, page.at("focusTopics").at(0).at("votes").as_int64());
}

TEST_P(Meetings, TopicWhoseGroupIsGoneKeepsItsVotes) {
  steer("start");
  const auto head = propose(katrin, "Bündelung");
  const auto topic = propose(jonas, "Weniger Lieferanten");
  steer("reveal_topics");
  ASSERT_EQ(204, browser(jonas)
                     .put("/api/v1/proposals/" + topic + "/group", R"({"into":")" + head + "\"}")
                     .status);
  steer("open_votes");
  vote(jonas, topic, 2);
  app->context().database.write_apart([&](store::Session& session) {
    session.execute("update proposal set archived_at = created_at where id = :id",
                    {store::bound("id", domain::Id{head})});
  });
  steer("reveal_votes");
  const auto page = browser(katrin).get("/api/v1/cycles/" + made.cycle + "/plan").body;
  ASSERT_EQ(1u, page.at("focusTopics").as_array().size());
  EXPECT_EQ(2, page.at("focusTopics").at(0).at("votes").as_int64());
}

TEST_P(Meetings, VotesOfOneThatNamesNoCycleBecomeTheFocusOfTheRunningOne) {
  id = browser(katrin)
           .post("/api/v1/accounts/" + made.account + "/meetings",
                 R"({"kind":"cycle","plannedAt":"2026-11-24T10:00:00.000Z"})")
           .id();
  steer("start");
  EXPECT_EQ(made.cycle, room(jonas).at("cycle").as_string());
  const auto topic = propose(katrin, "Bündelung");
  steer("reveal_topics");
  steer("open_votes");
  vote(jonas, topic, 2);
  steer("reveal_votes");
  const auto page = browser(katrin).get("/api/v1/cycles/" + made.cycle + "/plan").body;
  ASSERT_EQ(1u, page.at("focusTopics").as_array().size());
  EXPECT_EQ(2, page.at("focusTopics").at(0).at("votes").as_int64());
}

TEST_P(Meetings, NextOneIsProposedInTheRhythmOfTheAccountWithItsRunningCycle) {
  const auto after = [&](const std::string& kind, const std::string& day) {
    id = browser(katrin)
             .post("/api/v1/accounts/" + made.account + "/meetings",
                   R"({"kind":")" + kind + R"(","plannedAt":")" + day + "T09:00:00.000Z\"}")
             .id();
    steer("start");
    EXPECT_TRUE(room(katrin).at("next").is_null());
    steer("close");
    const auto next = room(katrin).at("next");
    EXPECT_EQ(made.cycle, next.at("cycle").as_string());
    EXPECT_EQ("2026 H2", next.at("cycleName").as_string());
    return std::string(next.at("kind").as_string()) + " " + std::string(next.at("on").as_string());
  };
  EXPECT_EQ("check_in 2026-12-08", after("check_in", "2026-11-24"));
  EXPECT_EQ("check_in 2026-12-09", after("flash", "2026-11-25"));
  EXPECT_EQ("cycle 2027-05-24", after("cycle", "2026-11-24"));
  EXPECT_EQ("check_in 2026-11-28", after("check_in", "2026-10-03"))
      << "none is planned in the past";
  EXPECT_EQ("cycle 2027-04-03", after("check_in", "2027-03-20")) << "the cycle is over by then";
  const auto account = "/api/v1/accounts/" + made.account;
  ASSERT_EQ(200,
            browser(katrin).patch(account, R"({"cadence":3,"checkInInterval":7})", "1").status);
  EXPECT_EQ("check_in 2026-12-01", after("check_in", "2026-11-24"));
  EXPECT_EQ("cycle 2027-02-24", after("cycle", "2026-11-24"));
}

TEST_P(Meetings, ThoseOfADayThatIsOverAreNotNext) {
  const auto next = [&] {
    const auto account = made.account;
    auto katrins = browser(signed_in(katrin.id));
    const auto cockpit = katrins.get("/api/v1/accounts/" + account + "/cockpit").body;
    const auto figures = katrins.get("/api/v1/portfolio").body.at("lines").at(0).at("figures");
    EXPECT_EQ(cockpit.at("meetings").as_array().empty(), figures.at("nextMeeting").is_null());
    return cockpit.at("meetings").as_array().size();
  };
  EXPECT_EQ(1u, next());
  let_pass(std::chrono::hours{3});
  EXPECT_EQ(1u, next()) << "it may begin late";
  let_pass(std::chrono::hours{24});
  EXPECT_EQ(0u, next());
}

TEST_P(Meetings, MinutesWriteThemselvesFromWhatHappened) {
  steer("start");
  browser(jonas).post("/api/v1/meetings/" + id + "/presence");
  const auto topic = propose(jonas, "Plattform 2028");
  steer("reveal_topics");
  steer("open_votes");
  vote(jonas, topic, 2);
  steer("reveal_votes");
  auto katrins = browser(katrin);
  katrins.post("/api/v1/meetings/" + id + "/meeting-notes", R"({"title":"Muster zuerst"})");
  katrins.post("/api/v1/accounts/" + made.account + "/actions",
               R"({"title":"Raabe anrufen","meeting":")" + id +
                   R"(","due":"2026-12-01","assignee":")" + jonas.id + "\"}");
  const auto objective = "/api/v1/objectives/" + made.objective;
  for (const char* why : {"Weil sie 2028 neu baut", "Weil sie 2028 alles neu baut"})
    EXPECT_EQ(200, katrins
                       .patch(objective,
                              R"({"reason":"Neu\n- gefasst","why":")" + std::string(why) + "\"}",
                              katrins.get(objective).version())
                       .status);
  const auto closed = steer("close");
  ASSERT_EQ(200, closed.status) << closed.text;
  const std::string minutes(closed.body.at("minutes").as_string());
  // In one line: a reason makes no entry of its own. What was changed twice is told once, from what
  // it was to what it became.
  const std::string changed =
      "- Objective „Lieferanteil 40 auf 50 %“: Status Entwurf → aktiv, Warum – → Weil sie 2028 "
      "alles neu baut (Neu - gefasst)";
  EXPECT_NE(std::string::npos, minutes.find(changed)) << minutes;
  EXPECT_EQ(minutes.find("Neu - gefasst"), minutes.rfind("Neu - gefasst")) << minutes;
  for (const char* wanted : {"Jonas Albers", "Plattform 2028 (2 Stimmen)", "Muster zuerst",
                             "Raabe anrufen: Jonas Albers, bis 01.12.2026"})
    EXPECT_NE(std::string::npos, minutes.find(wanted)) << wanted << "\n" << minutes;
  EXPECT_EQ("not_running", steer("step", 1).code());
}

TEST_P(Meetings, HeldOnesStandInTheOrderInWhichTheyWereHeld) {
  const auto planned_later = id;
  steer("start");
  steer("close");
  let_pass(std::chrono::hours(1));
  auto katrins = browser(katrin);
  id = katrins
           .post("/api/v1/accounts/" + made.account + "/meetings",
                 R"({"kind":"check_in","plannedAt":"2026-11-23T09:00:00.000Z"})")
           .id();
  steer("start");
  steer("close");
  const auto page = katrins.get("/api/v1/accounts/" + made.account + "/meetings-page").body;
  const auto& meetings = page.at("meetings").as_array();
  ASSERT_EQ(2u, meetings.size());
  EXPECT_EQ(id, meetings.at(0).at("id").as_string());
  EXPECT_EQ(planned_later, meetings.at(1).at("id").as_string());
}

TEST_P(Meetings, WhatIsWrittenDownAfterTheEndJoinsTheMinutes) {
  steer("start");
  steer("close");
  const auto path = "/api/v1/meetings/" + id;
  auto jonases = browser(jonas);
  const auto minutes = [&] {
    return std::string(jonases.get(path).body.at("minutes").as_string());
  };
  const auto note = [&](const std::string& title) {
    EXPECT_EQ(201, jonases.post(path + "/meeting-notes", R"({"title":")" + title + "\"}").status);
  };
  const auto before = minutes();
  note("Muster zuerst");
  EXPECT_EQ(before + "\n\nNachgetragen\n- Muster zuerst", minutes());
  ASSERT_EQ(
      200,
      browser(katrin).patch(path, R"({"minutes":"Von Hand"})", jonases.get(path).version()).status);
  note("Preis danach");
  note("Termin steht");
  EXPECT_EQ("Von Hand\n\nNachgetragen\n- Preis danach\n- Termin steht", minutes());
}

TEST_P(Meetings, NoteThatIsWordedAnewOrComesBackAfterTheEndJoinsTheMinutes) {
  steer("start");
  const auto path = "/api/v1/meetings/" + id;
  auto jonases = browser(jonas);
  const auto note = [&](const std::string& title) {
    return "/api/v1/meeting-notes/" +
           jonases.post(path + "/meeting-notes", R"({"title":")" + title + "\"}").id();
  };
  const auto kept = note("Muster zuerst"), gone = note("Preis danach");
  ASSERT_EQ(200, jonases.remove(gone, "1").status);
  let_pass(std::chrono::minutes{1});
  steer("close");
  const auto written = std::string(jonases.get(path).body.at("minutes").as_string());
  EXPECT_EQ(std::string::npos, written.find("Preis danach")) << written;
  ASSERT_EQ(200, jonases.patch(kept, R"({"title":"Muster im Mai"})", "1").status);
  ASSERT_EQ(200, jonases.restore(gone, "2").status);
  const auto joined = written + "\n\nNachgetragen\n- Muster im Mai\n- Preis danach";
  EXPECT_EQ(joined, jonases.get(path).body.at("minutes").as_string());
  ASSERT_EQ(200, jonases.remove(kept, "2").status);
  let_pass(std::chrono::minutes{1});
  ASSERT_EQ(200, jonases.restore(kept, "3").status);
  ASSERT_EQ(200, jonases.patch(kept, R"({"kind":"note"})", "4").status);
  EXPECT_EQ(joined, jonases.get(path).body.at("minutes").as_string()) << "it is in there already";
}

TEST_P(Meetings, NoteThatFullMinutesHaveNoRoomForIsRefused) {
  steer("start");
  steer("close");
  const auto path = "/api/v1/meetings/" + id;
  auto katrins = browser(katrin);
  const auto edit = [&](std::size_t length) {
    const auto edited = katrins.patch(path, R"({"minutes":")" + std::string(length, 'x') + "\"}",
                                      katrins.get(path).version());
    EXPECT_EQ(200, edited.status) << edited.text;
  };
  const auto note = [&] {
    return katrins.post(path + "/meeting-notes", R"({"title":"Muster zuerst"})");
  };
  edit(19'990);
  EXPECT_EQ("minutes_full", note().code());
  const auto notes = "/api/v1/accounts/" + made.account + "/meeting-notes";
  EXPECT_TRUE(katrins.get(notes).body.as_array().empty());
  edit(19'000);
  EXPECT_EQ(201, note().status);
  EXPECT_NE(std::string::npos, katrins.get(path).text.find("Muster zuerst"));
}

TEST_P(Meetings, PresenceIsWhoeverWasSeenWithinAMinute) {
  steer("start");
  browser(jonas).post("/api/v1/meetings/" + id + "/presence");
  EXPECT_EQ(1u, room(katrin).at("present").as_array().size());
  const auto before = revision(made.account);
  browser(jonas).post("/api/v1/meetings/" + id + "/presence");
  EXPECT_EQ(before, revision(made.account));
  let_pass(std::chrono::minutes{2});
  EXPECT_EQ(0u, room(katrin).at("present").as_array().size());
  EXPECT_EQ(1u, room(katrin).at("attended").as_array().size());
}

TEST_P(Meetings, VotesAreNotMadeFewerThanSomebodyHasSpent) {
  const auto path = "/api/v1/meetings/" + id;
  auto katrins = browser(katrin);
  const auto set = [&](int votes) {
    return katrins.patch(path, R"({"votes":)" + std::to_string(votes) + "}",
                         katrins.get(path).version());
  };
  steer("start");
  const auto one = propose(jonas, "Plattform");
  const auto other = propose(jonas, "Bündelung");
  steer("reveal_topics");
  steer("open_votes");
  EXPECT_EQ(204, vote(jonas, one, 2).status);
  EXPECT_EQ(204, vote(jonas, other, 1).status);
  const auto refused = set(2);
  EXPECT_EQ(422, refused.status) << refused.text;
  EXPECT_EQ("votes_spent", refused.body.at("errors").at(0).at("code").as_string());
  EXPECT_NE(std::string::npos, refused.text.find("1 person has")) << refused.text;
  EXPECT_EQ(std::string::npos, refused.text.find("Jonas")) << refused.text;
  EXPECT_EQ(0, room(jonas).at("dotsLeft").as_int64());
  EXPECT_EQ(204, vote(jonas, other, 0).status);
  EXPECT_EQ(200, set(2).status);
  EXPECT_EQ(0, room(jonas).at("dotsLeft").as_int64());
  EXPECT_EQ(2, room(katrin).at("dotsLeft").as_int64());
  EXPECT_EQ(200, set(3).status);
}

TEST_P(Meetings, AnotherServerServesTheSameMeeting) {
  if (GetParam() == "SQLite") GTEST_SKIP() << "one server per SQLite file";
  Serving second(settings());
  steer("start");
  Browser elsewhere(second->port(), jonas.cookie);
  EXPECT_EQ(
      204,
      elsewhere.post("/api/v1/meetings/" + id + "/proposals", R"({"title":"Von dort"})").status);
  steer("step", 3);
  const auto there = elsewhere.get("/api/v1/meetings/" + id + "/room").body;
  EXPECT_EQ(3, there.at("meeting").at("step").as_int64());
  steer("reveal_topics");
  EXPECT_EQ(1u, room(katrin).at("proposals").as_array().size());
}

TAKT_ON_BOTH_DATABASES(Meetings);

}  // namespace
}  // namespace takt::tests
