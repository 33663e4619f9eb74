// One meeting carries a team from one cycle into the next: topics before it, who steers, secrecy,
// what is parked, and what is kept of it.

#include <set>

#include "server.hpp"

namespace takt::tests {
namespace {

class MeetingRoom : public OnBothDatabases {
 protected:
  void SetUp() override {
    made = plan();
    id = meeting("cycle", R"("votes":5,"cycle":")" + made.cycle + "\"");
  }
  std::string meeting(const std::string& kind, const std::string& more = R"("place":"Paderborn")") {
    const auto planned = browser(katrin).post(
        "/api/v1/accounts/" + made.account + "/meetings",
        R"({"kind":")" + kind + R"(","plannedAt":"2026-11-30T09:00:00.000Z",)" + more + "}");
    EXPECT_EQ(201, planned.status) << planned.text;
    return planned.id();
  }
  Answer steer(const Person& person, const std::string& body) {
    return browser(person).post("/api/v1/meetings/" + id + "/steer", "{" + body + "}");
  }
  Answer steer(const std::string& command) {
    return steer(katrin, R"("command":")" + command + "\"");
  }
  Answer step(const Person& person, int step) {
    return steer(person, R"("command":"step","step":)" + std::to_string(step));
  }
  Answer try_to_propose(const Person& person, const std::string& title, const std::string& topic) {
    return browser(person).post("/api/v1/meetings/" + id + "/proposals",
                                R"({"title":")" + title + R"(","id":")" + topic + "\"}");
  }
  std::string propose(const Person& person, const std::string& title) {
    const auto topic = new_id();
    const auto answer = try_to_propose(person, title, topic);
    EXPECT_EQ(204, answer.status) << answer.text;
    return topic;
  }
  Answer group(const std::string& topic, const std::string& into) {
    return browser(katrin).put("/api/v1/proposals/" + topic + "/group",
                               into.empty() ? R"({"into":null})" : R"({"into":")" + into + "\"}");
  }
  Answer vote(const Person& person, const std::string& topic, int dots,
              const std::string& more = "") {
    return browser(person).put(
        "/api/v1/meetings/" + id + "/votes",
        R"({"proposal":")" + topic + R"(","dots":)" + std::to_string(dots) + more + "}");
  }
  Answer be_ready(const Person& person, const std::string& body) {
    return browser(person).put("/api/v1/meetings/" + id + "/ready", body);
  }
  json::value room(const Person& person) {
    return browser(person).get("/api/v1/meetings/" + id + "/room").body;
  }
  /// The topic as the person sees it; null where they do not.
  json::value topic(const Person& person, const std::string& topic) {
    const auto seen = room(person);
    for (const auto& one : seen.at("proposals").as_array())
      if (one.at("id").as_string() == topic) return one;
    return nullptr;
  }
  std::string cycle(const std::string& name, int from, int to) {
    const auto answer = browser(katrin).post("/api/v1/accounts/" + made.account + "/cycles",
                                             R"({"name":")" + name + R"(","startsOn":")" +
                                                 date(from) + R"(","endsOn":")" + date(to) + "\"}");
    EXPECT_EQ(201, answer.status) << answer.text;
    return answer.id();
  }
  void look_back() {
    const auto path = "/api/v1/cycles/" + made.cycle;
    auto katrins = browser(katrin);
    EXPECT_EQ(200,
              katrins.patch(path, R"({"state":"review"})", katrins.get(path).version()).status);
  }
  std::vector<std::string> focus_of(const std::string& cycle) {
    std::vector<std::string> out;
    const auto page = browser(katrin).get("/api/v1/cycles/" + cycle + "/plan").body;
    for (const auto& one : page.at("focusTopics").as_array())
      out.push_back(std::string(one.at("title").as_string()) + " " +
                    std::to_string(one.at("votes").as_int64()));
    return out;
  }
  static std::set<std::string> texts(const json::value& list, const std::string& key) {
    std::set<std::string> out;
    for (const auto& one : list.as_array())
      out.insert(std::string(key.empty() ? one.as_string() : one.at(key).as_string()));
    return out;
  }
  using Texts = std::set<std::string>;

  /// Everything that can be read without naming an entry of its own, and of this meeting and cycle.
  std::vector<std::string> surfaces() {
    std::vector<std::string> out;
    for (const auto& [path, methods] : contract_paths()) {
      if (!methods.contains("get") || !path.starts_with("/api/v1/") || path == "/api/v1/live")
        continue;
      auto filled = std::string(path);
      const auto fill = [&](const std::string& place, const std::string& with) {
        if (const auto found = filled.find(place); found != filled.npos)
          filled.replace(found, place.size(), with);
      };
      fill("{account}", made.account);
      fill("/accounts/{id}", "/accounts/" + made.account);
      fill("/meetings/{id}", "/meetings/" + id);
      fill("/cycles/{id}", "/cycles/" + made.cycle);
      fill("/objectives/{id}", "/objectives/" + made.objective);
      fill("/key-results/{id}", "/key-results/" + made.key_result);
      if (filled.find('{') == filled.npos) out.push_back(filled);
    }
    out.push_back("/api/v1/search?q=GEHEIM");
    return out;
  }
  /// What tells somebody of "GEHEIM" who must not know of it.
  std::string leaks(const Person& person) {
    std::string out;
    auto reader = browser(person);
    for (const auto& path : surfaces())
      if (const auto answer = reader.get(path); answer.text.find("GEHEIM") != std::string::npos)
        // A search repeats what was asked for.
        if (path.find("q=") == path.npos || answer.text.find("GEHEIMES") != std::string::npos)
          out += path + "\n";
    return out;
  }
  std::map<std::string, json::object> contract_paths() {
    std::map<std::string, json::object> out;
    const auto document = browser(katrin).get("/openapi.json").body;
    for (const auto& one : document.at("paths").as_object())
      out[std::string(one.key())] = one.value().as_object();
    return out;
  }

  Plan made;
  std::string id;
};

// --- Before the meeting

TEST_P(MeetingRoom, TopicsAreCollectedInTheDaysBeforeUpToTheirLastDay) {
  id = meeting("cycle", R"("topicsUntil":"2026-11-26")");
  EXPECT_TRUE(room(jonas).at("takesTopics").as_bool());
  propose(jonas, "Plattform");
  let_pass(std::chrono::hours{24 * 3});
  EXPECT_FALSE(room(jonas).at("takesTopics").as_bool());
  EXPECT_EQ("topics_collected", try_to_propose(jonas, "Zu spät", new_id()).code());
  EXPECT_EQ(200, steer("start").status);
  propose(jonas, "Im Meeting");
  EXPECT_EQ(2u, room(jonas).at("proposals").as_array().size());
}

TEST_P(MeetingRoom, TopicsAreCollectedForCycleMeetingsAndNotAfterTheMeetingItself) {
  const auto path = "/api/v1/meetings/" + id;
  const auto late = browser(katrin).patch(path, R"({"topicsUntil":"2026-12-01"})",
                                          browser(katrin).get(path).version());
  ASSERT_EQ(422, late.status) << late.text;
  EXPECT_EQ("/topicsUntil", late.body.at("errors").at(0).at("pointer").as_string());
  EXPECT_EQ("after_meeting", late.body.at("errors").at(0).at("code").as_string());
  id = meeting("check_in");
  EXPECT_EQ("not_running", try_to_propose(jonas, "Plattform", new_id()).code());
}

TEST_P(MeetingRoom, WhoHasNotGivenATopicYetIsToldByNameAndTheTopicsAreNot) {
  propose(jonas, "GEHEIMES Thema");
  propose(jonas, "GEHEIMES zweites");
  const auto seen = room(katrin);
  EXPECT_EQ(2, seen.at("hidden").as_int64());
  std::map<std::string, std::int64_t> given;
  for (const auto& one : seen.at("topicsFrom").as_array())
    given[std::string(one.at("person").as_string())] = one.at("topics").as_int64();
  EXPECT_EQ((std::map<std::string, std::int64_t>{{katrin.id, 0}, {jonas.id, 2}}), given);
}

TEST_P(MeetingRoom, TopicOfTheDaysBeforeIsTakenBackUntilItIsRevealed) {
  const auto one = propose(jonas, "Doch nicht");
  const auto other = propose(jonas, "Plattform");
  const auto take_back = [&](const Person& person, const std::string& topic) {
    return browser(person).remove("/api/v1/proposals/" + topic, "1");
  };
  EXPECT_EQ("not_yours", take_back(katrin, one).code());
  EXPECT_EQ(204, take_back(jonas, one).status);
  steer("start");
  steer("reveal_topics");
  EXPECT_EQ("revealed", take_back(jonas, other).code());
  EXPECT_EQ((Texts{"Plattform"}), texts(room(katrin).at("proposals"), "title"));
}

TEST_P(MeetingRoom, TopicsOfAMeetingThatIsCalledOffWaitForTheNextOne) {
  const auto called_off = id;
  const auto path = "/api/v1/meetings/" + called_off;
  auto katrins = browser(katrin);
  propose(jonas, "GEHEIMES Thema");
  ASSERT_EQ(200, katrins.remove(path, katrins.get(path).version()).status);
  id = meeting("cycle");
  EXPECT_EQ((Texts{"GEHEIMES Thema"}), texts(room(jonas).at("parked"), "title"));
  EXPECT_EQ("", leaks(katrin));
  EXPECT_EQ(1, room(katrin).at("parkedHidden").as_int64());
  ASSERT_EQ(200, katrins.restore(path, katrins.get(path).version()).status);
  EXPECT_TRUE(room(jonas).at("parked").as_array().empty()) << "it came back with its meeting";
  ASSERT_EQ(200, katrins.remove(path, katrins.get(path).version()).status);
  steer("start");
  EXPECT_EQ((Texts{"GEHEIMES Thema"}), texts(room(jonas).at("proposals"), "title"));
  EXPECT_EQ("", leaks(katrin));
  steer("reveal_topics");
  EXPECT_EQ((Texts{"GEHEIMES Thema"}), texts(room(katrin).at("proposals"), "title"));
}

// --- Secrets

TEST_P(MeetingRoom, SecretTopicIsToldOnNoSurfaceAtAnyStepUntilItIsRevealed) {
  const auto told = [&](const std::string& when) {
    for (const auto& person : {katrin, head}) EXPECT_EQ("", leaks(person)) << when;
    EXPECT_NE("", leaks(jonas)) << when << ": its author sees it";
  };
  propose(jonas, "GEHEIMES Thema");
  propose(katrin, "Bündelung");
  told("planned");
  steer("start");
  told("begun");
  step(katrin, 5);
  told("at the topics");
  EXPECT_EQ("not_revealed", steer("open_votes").code());
  EXPECT_EQ("not_revealed", steer("reveal_votes").code());
  steer("reveal_topics");
  EXPECT_NE("", leaks(katrin));
}

TEST_P(MeetingRoom, TopicThatWasNeverRevealedStaysSecretBeyondTheEnd) {
  const auto first = id;
  propose(jonas, "GEHEIMES Thema");
  steer("start");
  ASSERT_EQ(200, steer("close").status);
  for (const auto& person : {katrin, head}) EXPECT_EQ("", leaks(person));
  EXPECT_EQ((Texts{"GEHEIMES Thema"}), texts(room(jonas).at("parked"), "title"));
  EXPECT_TRUE(room(jonas).at("parked").at(0).at("secret").as_bool());
  id = meeting("cycle");
  steer("start");
  EXPECT_EQ("", leaks(katrin));
  EXPECT_EQ(first, topic(jonas, std::string(room(jonas).at("proposals").at(0).at("id").as_string()))
                       .at("cameFrom")
                       .as_string());
}

TEST_P(MeetingRoom, StreamTellsThatSomethingHappenedAndNotWhat) {
  httplib::Client client("127.0.0.1", app->port());
  client.set_read_timeout(10);
  std::mutex mutex;
  std::string heard;
  std::condition_variable more;
  std::jthread listening([&] {
    client.Get("/api/v1/live", {{"Cookie", katrin.cookie}},
               [&](const char* data, std::size_t size) {
                 const std::lock_guard lock(mutex);
                 heard.append(data, size);
                 more.notify_all();
                 return true;
               });
  });
  const auto hears = [&](const std::string& text) {
    std::unique_lock lock(mutex);
    return more.wait_for(lock, std::chrono::seconds{10},
                         [&] { return heard.find(text) != heard.npos; });
  };
  EXPECT_TRUE(hears("\n\n"));
  propose(jonas, "GEHEIMES Thema");
  EXPECT_TRUE(hears("\"revision\":" + std::to_string(revision(made.account)) + "}"));
  client.stop();
  listening.join();
  EXPECT_EQ(std::string::npos, heard.find("GEHEIM")) << heard;
  EXPECT_EQ(std::string::npos, heard.find(jonas.id)) << heard;
}

TEST_P(MeetingRoom, WhoVotedForWhatIsToldNowhereNotEvenAfterTheReveal) {
  steer("start");
  const auto one = propose(katrin, "Bündelung");
  steer("reveal_topics");
  steer("open_votes");
  const auto log = browser(katrin).get("/api/v1/accounts/" + made.account + "/activity").text;
  EXPECT_EQ(204, vote(jonas, one, 3).status);
  EXPECT_EQ(log, browser(katrin).get("/api/v1/accounts/" + made.account + "/activity").text);
  EXPECT_TRUE(topic(katrin, one).at("dots").is_null());
  EXPECT_EQ(0, topic(katrin, one).at("myDots").as_int64());
  EXPECT_EQ(1, room(katrin).at("voters").as_int64());
  steer("reveal_votes");
  EXPECT_EQ(3, topic(katrin, one).at("dots").as_int64());
  EXPECT_EQ(0, topic(katrin, one).at("myDots").as_int64());
}

// --- Who steers

TEST_P(MeetingRoom, OnlyTheFacilitatorStepsAndAnybodyTakesOverByOneClickThatAllSee) {
  steer("start");
  EXPECT_EQ("not_facilitator", step(jonas, 1).code());
  EXPECT_EQ("not_facilitator", steer(jonas, R"("command":"close")").code());
  EXPECT_EQ(katrin.id, room(jonas).at("facilitator").as_string());
  EXPECT_EQ(200, steer(jonas, R"("facilitate":true)").status);
  EXPECT_EQ(jonas.id, room(katrin).at("facilitator").as_string());
  EXPECT_EQ(200, step(jonas, 2).status);
  EXPECT_EQ(200, step(katrin, 2).status) << "who asks for what is so already is not refused";
  EXPECT_EQ("not_facilitator", step(katrin, 3).code());
  EXPECT_EQ(200, steer(katrin, R"("facilitate":true,"command":"step","step":1)").status)
      << "back again, taking over at once";
  EXPECT_EQ(1, room(jonas).at("meeting").at("step").as_int64());
  EXPECT_EQ(katrin.id, room(jonas).at("facilitator").as_string());
  EXPECT_EQ(422, steer(katrin, "").status);
}

TEST_P(MeetingRoom, NobodySteersOnceTheFacilitatorHasLeftTheTeamSoThatAnybodyMay) {
  steer("start");
  steer(jonas, R"("facilitate":true)");
  auto katrins = browser(katrin);
  const auto members = katrins.get("/api/v1/accounts/" + made.account + "/team-members");
  for (const auto& member : members.body.as_array()) {
    if (member.at("user").as_string() != jonas.id) continue;
    const auto path = "/api/v1/team-members/" + std::string(member.at("id").as_string());
    EXPECT_EQ(200, katrins.remove(path, katrins.get(path).version()).status);
  }
  EXPECT_TRUE(room(katrin).at("facilitator").is_null());
  EXPECT_EQ(200, step(katrin, 1).status);
  EXPECT_EQ(katrin.id, room(katrin).at("facilitator").as_string());
  EXPECT_EQ(200, steer("close").status);
}

TEST_P(MeetingRoom, GoesOnWhereItWasOnceItsAccountComesBackFromTheArchive) {
  const auto of_account = "/api/v1/accounts/" + made.account;
  steer("start");
  step(katrin, 3);
  auto katrins = browser(katrin);
  ASSERT_EQ(200, katrins.remove(of_account, katrins.get(of_account).version()).status);
  EXPECT_EQ(3, room(jonas).at("meeting").at("step").as_int64()) << "it can be read";
  EXPECT_EQ("archived", step(katrin, 4).code());
  EXPECT_EQ("archived", steer(jonas, R"("facilitate":true)").code());
  EXPECT_EQ("archived", be_ready(jonas, R"({"ready":true})").code());
  ASSERT_EQ(200, katrins.restore(of_account, katrins.get(of_account).version()).status);
  EXPECT_EQ(200, step(katrin, 4).status);
  EXPECT_EQ(200, steer("close").status);
}

TEST_P(MeetingRoom, OneThatEverybodyLeftOpenIsEndedByAnybodyLater) {
  steer("start");
  browser(katrin).post("/api/v1/meetings/" + id + "/presence");
  let_pass(std::chrono::hours{24 * 40});
  jonas = signed_in(jonas.id);
  EXPECT_TRUE(room(jonas).at("present").as_array().empty());
  EXPECT_EQ(200, steer(jonas, R"("facilitate":true,"command":"close")").status);
  EXPECT_EQ("closed", room(jonas).at("meeting").at("state").as_string());
}

TEST_P(MeetingRoom, TickSaysWhoIsReadyWithTheStepAndGoesWithIt) {
  EXPECT_EQ("not_running", be_ready(jonas, R"({"ready":true})").code());
  steer("start");
  EXPECT_EQ(204, be_ready(jonas, R"({"ready":true})").status);
  EXPECT_EQ((Texts{jonas.id}), texts(room(katrin).at("ready"), ""));
  const auto before = revision(made.account);
  EXPECT_EQ(204, be_ready(jonas, R"({"ready":true})").status);
  EXPECT_EQ(before, revision(made.account)) << "said twice is said once";
  EXPECT_EQ(204, be_ready(katrin, R"({"ready":true,"step":0})").status);
  EXPECT_EQ((Texts{jonas.id, katrin.id}), texts(room(katrin).at("ready"), ""));
  EXPECT_EQ(204, be_ready(katrin, R"({"ready":false})").status);
  EXPECT_EQ((Texts{jonas.id}), texts(room(katrin).at("ready"), ""));
  step(katrin, 1);
  EXPECT_TRUE(room(katrin).at("ready").as_array().empty());
  EXPECT_EQ(204, be_ready(jonas, R"({"ready":true,"step":0})").status);
  EXPECT_TRUE(room(katrin).at("ready").as_array().empty()) << "that step is over";
  EXPECT_EQ(403, be_ready(head, R"({"ready":true})").status);
}

TEST_P(MeetingRoom, RoomLooksAtOneThingUntilTheStepChangesAndTheLogIsNotToldOfIt) {
  steer("start");
  const auto look = [&](const std::string& kind, const std::string& what) {
    return steer(katrin,
                 R"("command":"focus","focus":{"kind":")" + kind + R"(","id":")" + what + "\"}");
  };
  const auto secret = propose(katrin, "Bündelung");
  const auto activity = "/api/v1/accounts/" + made.account + "/activity";
  const auto log = browser(katrin).get(activity).text;
  const auto before = revision(made.account);
  EXPECT_EQ(200, look("key_result", made.key_result).status);
  EXPECT_LT(before, revision(made.account)) << "all are told";
  EXPECT_EQ(made.key_result, room(jonas).at("focus").at("id").as_string());
  EXPECT_EQ(log, browser(katrin).get(activity).text);
  EXPECT_EQ(422, look("objective", made.key_result).status);
  EXPECT_EQ(422, look("proposal", secret).status) << "the others do not know it yet";
  EXPECT_EQ("not_facilitator", steer(jonas, R"("command":"focus","focus":null)").code());
  EXPECT_EQ(200, steer(katrin, R"("command":"focus","focus":null)").status);
  EXPECT_TRUE(room(jonas).at("focus").is_null());
  look("objective", made.objective);
  step(katrin, 1);
  EXPECT_TRUE(room(jonas).at("focus").is_null());
}

// --- Topics, groups and votes

TEST_P(MeetingRoom, TopicsArePutTogetherBeforeTheVoteIsOpenedAndNotAfterItsReveal) {
  steer("start");
  const auto one = propose(katrin, "Liste"), other = propose(jonas, "Listung");
  steer("reveal_topics");
  EXPECT_EQ("votes_not_open", vote(jonas, one, 1).code());
  EXPECT_EQ(204, group(other, one).status);
  EXPECT_EQ(200, steer("open_votes").status);
  EXPECT_EQ(204, vote(jonas, one, 1).status);
  EXPECT_EQ(200, steer("reveal_votes").status);
  EXPECT_EQ("revealed", group(other, "").code());
}

TEST_P(MeetingRoom, VotesOfTopicsThatArePutTogetherAddUpAndCanBeTakenBack) {
  steer("start");
  const auto list = propose(katrin, "Liste"), listing = propose(jonas, "Listung");
  steer("reveal_topics");
  steer("open_votes");
  vote(katrin, list, 2);
  vote(jonas, listing, 3);
  vote(katrin, listing, 1);
  EXPECT_EQ(204, group(listing, list).status);
  EXPECT_EQ(3, topic(katrin, list).at("myDots").as_int64());
  EXPECT_EQ(3, topic(jonas, list).at("myDots").as_int64());
  EXPECT_EQ(2, room(katrin).at("dotsLeft").as_int64());
  EXPECT_EQ(422, vote(katrin, list, 6).status);
  EXPECT_EQ(204, vote(jonas, list, 2).status) << "of what came with the other topic";
  EXPECT_EQ(3, room(jonas).at("dotsLeft").as_int64());
  EXPECT_EQ(204, group(listing, "").status);
  EXPECT_EQ(2, topic(katrin, list).at("myDots").as_int64()) << "each keeps its own";
  EXPECT_EQ(1, topic(katrin, listing).at("myDots").as_int64());
  EXPECT_EQ(2, topic(jonas, listing).at("myDots").as_int64());
  EXPECT_EQ(204, group(listing, list).status);
  steer("reveal_votes");
  EXPECT_EQ(5, topic(jonas, list).at("dots").as_int64());
  EXPECT_EQ((std::vector<std::string>{"Liste 5"}), focus_of(made.cycle));
}

TEST_P(MeetingRoom, VoteCountsFromWhatItsVoterSawWhileTopicsArePutTogether) {
  steer("start");
  const auto list = propose(katrin, "Liste"), listing = propose(jonas, "Listung");
  steer("reveal_topics");
  steer("open_votes");
  vote(jonas, listing, 3);
  group(listing, list);
  // Jonas still sees a topic without dots, and gives it one.
  EXPECT_EQ(204, vote(jonas, list, 1, R"(,"seen":0)").status);
  EXPECT_EQ(4, topic(jonas, list).at("myDots").as_int64());
  EXPECT_EQ(422, vote(jonas, list, 3, R"(,"seen":1)").status) << "six are too many";
}

// --- From one cycle into the next

TEST_P(MeetingRoom, TellsTheEndedCycleAndGivesTheNextOneItsFocus) {
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

TEST_P(MeetingRoom, TopicsVotedForGoIntoTheCycleThatIsMadeInTheMeeting) {
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

TEST_P(MeetingRoom, WhatFoundNoTimeIsParkedAndComesBackInTheNextCycleMeeting) {
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

TEST_P(MeetingRoom, ParkedTopicIsTakenOutAndThenDoesNotComeBack) {
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

TEST_P(MeetingRoom, OpenActionsOfTheLastMeetingComeFirst) {
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

// --- Minutes

TEST_P(MeetingRoom, MinutesAreKeptAsDataAndReadInTheLanguageOfTheirReader) {
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
  for (const char* wanted : {"Ergebnisse 2026 H2\n- Lieferanteil 40 auf 50 %: ",
                             "Themen für 2027 H1\n- Bündelung (1 Stimme)", "bis 01.12.2026"})
    EXPECT_NE(text(katrin).find(wanted), std::string::npos) << text(katrin);
  for (const char* wanted : {"Results 2026 H2\n- Lieferanteil 40 auf 50 %: ",
                             "Topics for 2027 H1\n- Bündelung (1 vote)", "by 2026-12-01"})
    EXPECT_NE(text(jonas).find(wanted), std::string::npos) << text(jonas);
  katrins.post(path + "/meeting-notes", R"({"title":"Preis danach"})");
  EXPECT_EQ((Texts{"Preis danach"}), texts(room(jonas).at("minutes").at("afterwards"), ""));
  EXPECT_TRUE(text(jonas).ends_with("\n\nAdded afterwards\n- Preis danach")) << text(jonas);
  ASSERT_EQ(200,
            katrins.patch(path, R"({"minutes":"Von Hand"})", katrins.get(path).version()).status);
  EXPECT_EQ("Von Hand", text(jonas));
  EXPECT_TRUE(room(jonas).at("minutes").is_null());
}

TEST_P(MeetingRoom, MinutesOfAFlashMeetingNameTheSignalThatCalledIt) {
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

TAKT_ON_BOTH_DATABASES(MeetingRoom);

}  // namespace
}  // namespace takt::tests
