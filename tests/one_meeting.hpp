#pragma once
// What tests of one planned cycle meeting have in common.

#include "server.hpp"

namespace takt::tests {

class OneMeeting : public OnBothDatabases {
 protected:
  void SetUp() override {
    made = plan();
    const auto planned = browser(katrin).post(
        "/api/v1/accounts/" + made.account + "/meetings",
        R"({"kind":"cycle","plannedAt":"2026-11-24T09:00:00.000Z","place":"Paderborn","votes":3,)"
        R"("cycle":")" +
            made.cycle + "\"}");
    EXPECT_EQ(201, planned.status) << planned.text;
    id = planned.id();
  }
  Answer steer(const std::string& command, int step = 0) {
    return browser(katrin).post(
        "/api/v1/meetings/" + id + "/steer",
        R"({"command":")" + command + R"(","step":)" + std::to_string(step) + "}");
  }
  std::string propose(const Person& person, const std::string& title) {
    const auto proposal = new_id();
    EXPECT_EQ(204, browser(person)
                       .post("/api/v1/meetings/" + id + "/proposals",
                             R"({"title":")" + title + R"(","id":")" + proposal + "\"}")
                       .status);
    return proposal;
  }
  Answer vote(const Person& person, const std::string& proposal, int dots) {
    return browser(person).put(
        "/api/v1/meetings/" + id + "/votes",
        R"({"proposal":")" + proposal + R"(","dots":)" + std::to_string(dots) + "}");
  }
  json::value room(const Person& person) {
    return browser(person).get("/api/v1/meetings/" + id + "/room").body;
  }
  Plan made;
  std::string id;
};

}  // namespace takt::tests
