// What a meeting leaves to the next cycle and the next meeting, and what is kept of it.

#include "meeting_room.hpp"

namespace takt::tests {
namespace {

class MeetingEnds : public InTheRoom {};

TEST_P(MeetingEnds, TellsTheEndedCycleAndGivesTheNextOneItsFocus) {
  const auto next = cycle("2027 H1", 121, 300);
  look_back();
  id = meeting("cycle", R"("cycle":")" + made.cycle + "\"");
  EXPECT_EQ(made.cycle, room(katrin).at("endedCycle").as_string());
  EXPECT_EQ(next, room(katrin).at("nextCycle").as_string());
  id = meeting("cycle", R"("cycle":")" + next + "\"");
  EXPECT_EQ(made.cycle, room(katrin).at("endedCycle").as_string());
  EXPECT_EQ(next, room(katrin).at("nextCycle").as_string());
  id = meeting("cycle");
  EXPECT_EQ(made.cycle, room(katrin).at("endedCycle").as_string());
  EXPECT_EQ(next, room(katrin).at("nextCycle").as_string());
  steer("start");
  const auto one = propose(katrin, "Bündelung");
  for (const char* command : {"reveal_topics", "open_votes"}) steer(command);
  vote(jonas, one, 2);
  steer("reveal_votes");
  EXPECT_TRUE(focus_of(made.cycle).empty());
  EXPECT_EQ((std::vector<std::string>{"Bündelung 2"}), focus_of(next));
  id = meeting("check_in");
  EXPECT_TRUE(room(katrin).at("endedCycle").is_null());
}

TEST_P(MeetingEnds, TopicsVotedForGoIntoTheCycleThatIsMadeInTheMeeting) {
  look_back();
  id = meeting("cycle");
  EXPECT_TRUE(room(katrin).at("nextCycle").is_null());
  steer("start");
  const auto one = propose(katrin, "Bündelung");
  for (const char* command : {"reveal_topics", "open_votes"}) steer(command);
  vote(jonas, one, 2);
  steer("reveal_votes");
  const auto next = cycle("2027 H1", 121, 300);
  EXPECT_TRUE(focus_of(next).empty());
  step(katrin, 6);
  EXPECT_EQ((std::vector<std::string>{"Bündelung 2"}), focus_of(next));
  step(katrin, 7);
  steer("close");
  EXPECT_EQ((std::vector<std::string>{"Bündelung 2"}), focus_of(next)) << "once";
  EXPECT_TRUE(room(katrin).at("parked").as_array().empty());
}

TEST_P(MeetingEnds, WhatFoundNoTimeIsParkedAndComesBackInTheNextCycleMeeting) {
  steer("start");
  const auto chosen = propose(katrin, "Bündelung");
  const auto left = propose(jonas, "Plattform"), with = propose(katrin, "Plattform 2028");
  for (const char* command : {"reveal_topics", "open_votes"}) steer(command);
  group(with, left);
  vote(jonas, chosen, 1);
  steer("reveal_votes");
  const auto closed = steer("close");
  EXPECT_NE(closed.text.find("Geparkt bis zum nächsten Zyklus-Meeting\\n- Plattform"),
            std::string::npos)
      << closed.text;
  EXPECT_EQ((Texts{"Plattform", "Plattform 2028"}), texts(room(katrin).at("parked"), "title"));
  id = meeting("check_in");
  steer("start");
  EXPECT_TRUE(room(katrin).at("proposals").as_array().empty()) << "it has no step for topics";
  EXPECT_EQ(2u, room(katrin).at("parked").as_array().size());
  steer("close");
  id = meeting("cycle");
  EXPECT_EQ(2u, room(katrin).at("parked").as_array().size());
  steer("start");
  EXPECT_TRUE(room(katrin).at("parked").as_array().empty());
  EXPECT_EQ((Texts{"Plattform", "Plattform 2028"}), texts(room(katrin).at("proposals"), "title"));
  EXPECT_EQ(left, topic(katrin, with).at("group").as_string());
  EXPECT_EQ(jonas.id, topic(katrin, left).at("author").as_string()) << "they are known already";
  const auto fresh = propose(jonas, "GEHEIMES Thema");
  EXPECT_EQ("", leaks(katrin));
  for (const char* command : {"reveal_topics", "open_votes"}) steer(command);
  EXPECT_EQ(204, vote(katrin, left, 2).status);
  EXPECT_EQ(204, vote(jonas, fresh, 1).status);
  steer("reveal_votes");
  EXPECT_EQ(2, topic(jonas, left).at("dots").as_int64());
}

TEST_P(MeetingEnds, ParkedTopicIsTakenOutAndThenDoesNotComeBack) {
  const auto parked = [&](const std::string& topic, bool put) {
    const auto path = "/api/v1/proposals/" + topic + "/parked";
    return put ? browser(jonas).put(path, "{}") : browser(jonas).remove(path);
  };
  steer("start");
  const auto one = propose(katrin, "Bündelung"), other = propose(katrin, "Plattform");
  EXPECT_EQ("not_revealed", parked(one, true).code());
  for (const char* command : {"reveal_topics", "open_votes"}) steer(command);
  vote(jonas, one, 4);
  EXPECT_EQ("not_parked", parked(one, false).code());
  EXPECT_EQ(204, parked(one, true).status);
  EXPECT_EQ(5, room(jonas).at("dotsLeft").as_int64()) << "its dots are free again";
  EXPECT_EQ("parked", vote(jonas, one, 1).code());
  EXPECT_EQ("parked", group(one, other).code());
  EXPECT_EQ(204, parked(one, false).status);
  EXPECT_EQ(204, vote(jonas, one, 1).status) << "it is a topic again";
  steer("close");
  EXPECT_EQ(2u, room(jonas).at("parked").as_array().size()) << "the votes were never revealed";
  EXPECT_EQ(204, parked(one, false).status);
  EXPECT_EQ("not_parked", parked(one, false).code());
  id = meeting("cycle");
  steer("start");
  EXPECT_EQ((Texts{"Plattform"}), texts(room(jonas).at("proposals"), "title"));
}

TEST_P(MeetingEnds, OpenActionsOfTheLastMeetingComeFirst) {
  const auto act = [&](const std::string& title) {
    const auto answer =
        browser(katrin).post("/api/v1/accounts/" + made.account + "/actions",
                             R"({"title":")" + title + R"(","meeting":")" + id + "\"}");
    EXPECT_EQ(201, answer.status) << answer.text;
    return answer.id();
  };
  steer("start");
  act("Vom vorletzten");
  steer("close");
  let_pass(std::chrono::hours{1});
  id = meeting("check_in");
  steer("start");
  const auto done = act("Erledigt");
  act("Vom letzten");
  steer("close");
  EXPECT_EQ(
      200,
      browser(katrin).patch("/api/v1/actions/" + done, R"({"doneOn":"2026-11-24"})", "1").status);
  id = meeting("cycle");
  const auto owed = room(jonas).at("owed").as_array();
  ASSERT_EQ(2u, owed.size());
  EXPECT_EQ("Vom letzten", owed.at(0).at("title").as_string());
  EXPECT_EQ("Vom vorletzten", owed.at(1).at("title").as_string());
}

TEST_P(MeetingEnds, MinutesAreKeptAsDataAndReadInTheLanguageOfTheirReader) {
  cycle("2027 H1", 121, 300);
  look_back();
  ASSERT_EQ(200,
            browser(admin).patch("/api/v1/users/" + jonas.id, R"({"language":"en"})", "1").status);
  jonas = signed_in(jonas.id);
  id = meeting("cycle");
  steer("start");
  const auto one = propose(katrin, "Bündelung");
  propose(katrin, "Plattform");
  for (const char* command : {"reveal_topics", "open_votes"}) steer(command);
  vote(jonas, one, 1);
  steer("reveal_votes");
  auto katrins = browser(katrin);
  const auto path = "/api/v1/meetings/" + id;
  katrins.post(path + "/meeting-notes", R"({"title":"Muster zuerst"})");
  katrins.post("/api/v1/accounts/" + made.account + "/actions",
               R"({"title":"Raabe anrufen","meeting":")" + id + R"(","due":"2026-12-01"})");
  ASSERT_EQ(200, steer("close").status);
  const auto minutes = room(jonas).at("minutes");
  EXPECT_EQ("2026 H2", minutes.at("endedCycle").as_string());
  EXPECT_EQ("2027 H1", minutes.at("nextCycle").as_string());
  EXPECT_EQ((Texts{"Lieferanteil 40 auf 50 %"}), texts(minutes.at("results"), "title"));
  EXPECT_EQ((Texts{"Plattform"}), texts(minutes.at("parked"), ""));
  EXPECT_EQ((Texts{"Muster zuerst"}), texts(minutes.at("decisions"), ""));
  EXPECT_EQ("2026-12-01", minutes.at("actions").at(0).at("due").as_string());
  const auto text = [&](const Person& person) {
    return std::string(room(person).at("minutesText").as_string());
  };
  for (const char* wanted : {"Ergebnisse von 2026 H2\n- Lieferanteil 40 auf 50 %: ",
                             "Themen für 2027 H1\n- Bündelung (1 Stimme)", "bis 01.12.2026"})
    EXPECT_NE(text(katrin).find(wanted), std::string::npos) << text(katrin);
  for (const char* wanted : {"Results of 2026 H2\n- Lieferanteil 40 auf 50 %: ",
                             "Topics for 2027 H1\n- Bündelung (1 vote)", "by 01/12/2026"})
    EXPECT_NE(text(jonas).find(wanted), std::string::npos) << text(jonas);
  katrins.post(path + "/meeting-notes", R"({"title":"Preis danach"})");
  EXPECT_EQ((Texts{"Preis danach"}), texts(room(jonas).at("minutes").at("afterwards"), ""));
  EXPECT_TRUE(text(jonas).ends_with("\n\nAdded afterwards\n- Preis danach")) << text(jonas);
  ASSERT_EQ(200,
            katrins.patch(path, R"({"minutes":"Von Hand"})", katrins.get(path).version()).status);
  EXPECT_EQ("Von Hand", text(jonas));
  EXPECT_TRUE(room(jonas).at("minutes").is_null());
}

TEST_P(MeetingEnds, MinutesTellWhatWasAndWhatItBecameInTheLanguageOfTheirReader) {
  ASSERT_EQ(200,
            browser(admin).patch("/api/v1/users/" + jonas.id, R"({"language":"en"})", "1").status);
  jonas = signed_in(jonas.id);
  const auto contact = browser(katrin).post("/api/v1/accounts/" + made.account + "/contacts",
                                            R"({"name":"Beate Wrobel","attitude":-1})");
  auto katrins = browser(katrin);
  const auto change = [&](const std::string& path, const std::string& fields) {
    const auto answer = katrins.patch(path, fields, katrins.get(path).version());
    EXPECT_EQ(200, answer.status) << answer.text;
  };
  change("/api/v1/key-results/" + made.key_result, R"({"reason":"r","unit":"Stück"})");
  id = meeting("check_in");
  let_pass(std::chrono::seconds{1});
  steer("start");
  let_pass(std::chrono::seconds{1});
  change(
      "/api/v1/key-results/" + made.key_result,
      R"({"reason":"Bedarf sinkt","target":7.5,"due":"2027-02-01","owner":")" + jonas.id + "\"}");
  change("/api/v1/contacts/" + contact.id(), R"({"attitude":2})");
  EXPECT_EQ(201, katrins
                     .post("/api/v1/key-results/" + made.key_result + "/check-ins",
                           R"({"value":4.5,"confidence":3,"effectiveOn":"2026-11-24",)"
                           R"("note":"Das Werk hat umgestellt"})")
                     .status);
  EXPECT_EQ(
      201,
      katrins.post("/api/v1/accounts/" + made.account + "/product-areas", R"({"name":"Hydraulik"})")
          .status);
  ASSERT_EQ(200, steer("close").status);
  const auto text = [&](const Person& person) {
    return std::string(room(person).at("minutesText").as_string());
  };
  for (const char* wanted :
       {"Key Result „10 Bestellungen“: ", "Zielwert 10 → 7,5", "fällig am – → 01.02.2027",
        "verantwortlich – → Jonas Albers", "(Bedarf sinkt)",
        "- Neu: Check-in „10 Bestellungen“: 4,5 Stück · Das Werk hat umgestellt\n",
        "- Neu: Produktbereich „Hydraulik“"})
    EXPECT_NE(text(katrin).find(wanted), std::string::npos) << wanted << text(katrin);
  for (const char* wanted : {"“10 Bestellungen”: ", "Target 10 → 7.5", " – → 01/02/2027"})
    EXPECT_NE(text(jonas).find(wanted), std::string::npos) << wanted << text(jonas);
  EXPECT_NE(text(katrin).find("Ansprechpartner „Beate Wrobel“\n"), std::string::npos)
      << "no word of an attitude" << text(katrin);
}

TEST_P(MeetingEnds, MinutesOfAFlashMeetingNameTheSignalThatCalledIt) {
  const auto signal = browser(jonas).post("/api/v1/accounts/" + made.account + "/signals",
                                          R"({"title":"Wettbewerber senkt den Preis"})");
  ASSERT_EQ(201, signal.status) << signal.text;
  id = meeting("flash", R"("signal":")" + signal.id() + "\"");
  steer("start");
  const auto closed = steer("close");
  EXPECT_NE(closed.text.find("Signal\\n- Wettbewerber senkt den Preis"), std::string::npos)
      << closed.text;
  EXPECT_EQ("Wettbewerber senkt den Preis", room(katrin).at("minutes").at("signal").as_string());
}

TAKT_ON_BOTH_DATABASES(MeetingEnds);

}  // namespace
}  // namespace takt::tests
