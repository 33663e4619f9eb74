// Who steers a meeting, and what all in its room see.

#include "meeting_room.hpp"

namespace takt::tests {
namespace {

class MeetingRoom : public InTheRoom {};

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

TAKT_ON_BOTH_DATABASES(MeetingRoom);

}  // namespace
}  // namespace takt::tests
