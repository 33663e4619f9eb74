// Topics of a meeting and the votes on them: collected before it, secret until they are revealed.

#include "meeting_room.hpp"

namespace takt::tests {
namespace {

class MeetingTopics : public InTheRoom {};

TEST_P(MeetingTopics, TopicsAreCollectedInTheDaysBeforeUpToTheirLastDay) {
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

TEST_P(MeetingTopics, TopicsAreCollectedForCycleMeetingsAndNotAfterTheMeetingItself) {
  const auto path = "/api/v1/meetings/" + id;
  const auto late = browser(katrin).patch(path, R"({"topicsUntil":"2026-12-01"})",
                                          browser(katrin).get(path).version());
  ASSERT_EQ(422, late.status) << late.text;
  EXPECT_EQ("/topicsUntil", late.body.at("errors").at(0).at("pointer").as_string());
  EXPECT_EQ("after_meeting", late.body.at("errors").at(0).at("code").as_string());
  id = meeting("check_in");
  EXPECT_EQ("not_running", try_to_propose(jonas, "Plattform", new_id()).code());
}

TEST_P(MeetingTopics, WhoHasNotGivenATopicYetIsToldByNameAndTheTopicsAreNot) {
  propose(jonas, "GEHEIMES Thema");
  propose(jonas, "GEHEIMES zweites");
  const auto seen = room(katrin);
  EXPECT_EQ(2, seen.at("hidden").as_int64());
  std::map<std::string, std::int64_t> given;
  for (const auto& one : seen.at("topicsFrom").as_array())
    given[std::string(one.at("person").as_string())] = one.at("topics").as_int64();
  EXPECT_EQ((std::map<std::string, std::int64_t>{{katrin.id, 0}, {jonas.id, 2}}), given);
}

TEST_P(MeetingTopics, TopicOfTheDaysBeforeIsTakenBackUntilItIsRevealed) {
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

TEST_P(MeetingTopics, TopicsOfAMeetingThatIsCalledOffWaitForTheNextOne) {
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

TEST_P(MeetingTopics, SecretTopicIsToldOnNoSurfaceAtAnyStepUntilItIsRevealed) {
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

TEST_P(MeetingTopics, TopicThatWasNeverRevealedStaysSecretBeyondTheEnd) {
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

TEST_P(MeetingTopics, StreamTellsThatSomethingHappenedAndNotWhat) {
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

TEST_P(MeetingTopics, WhoVotedForWhatIsToldNowhereNotEvenAfterTheReveal) {
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

TEST_P(MeetingTopics, TopicsArePutTogetherBeforeTheVoteIsOpenedAndNotAfterItsReveal) {
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

TEST_P(MeetingTopics, VotesOfTopicsThatArePutTogetherAddUpAndCanBeTakenBack) {
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

TEST_P(MeetingTopics, VoteCountsFromWhatItsVoterSawWhileTopicsArePutTogether) {
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

TAKT_ON_BOTH_DATABASES(MeetingTopics);

}  // namespace
}  // namespace takt::tests
