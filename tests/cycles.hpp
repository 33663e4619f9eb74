#pragma once
// What tests of cycles, their reviews and what is carried over have in common.

#include "server.hpp"

namespace takt::tests {

/// The cycle that was planned as the next one.
inline std::string cycle_of(const Answer& planned) {
  return std::string(planned.body.at("cycle").at("id").as_string());
}

/// A planned cycle that goes on step by step.
class CycleSteps : public OnBothDatabases {
 protected:
  Answer step(const Plan& made, const std::string& state) {
    auto katrins = browser(katrin);
    const auto path = "/api/v1/cycles/" + made.cycle;
    return katrins.patch(path, R"({"state":")" + state + "\"}", katrins.get(path).version());
  }
  void check_in(const Plan& made, double value) {
    browser(jonas).post(
        "/api/v1/key-results/" + made.key_result + "/check-ins",
        R"({"value":)" + std::to_string(value) + R"(,"effectiveOn":")" + date(0) + "\"}");
  }
  Answer review(const Plan& made, const std::string& fields) {
    return browser(katrin).post("/api/v1/objectives/" + made.objective + "/reviews",
                                "{" + fields + "}");
  }
  /// The objective aims at ten mentions, which somebody counts.
  void aim_at_mentions(const Plan& made, int baseline = 0) {
    auto katrins = browser(katrin);
    const auto path = "/api/v1/objectives/" + made.objective;
    const auto aimed =
        katrins.patch(path,
                      R"({"outcomeKind":"own","outcome":"Nennungen","outcomeBaseline":)" +
                          std::to_string(baseline) + R"(,"outcomeTarget":10,"reason":"Maß"})",
                      katrins.get(path).version());
    ASSERT_EQ(200, aimed.status) << aimed.text;
  }
  Answer plan_next(const Plan& made) {
    return browser(katrin).post(
        "/api/v1/accounts/" + made.account + "/next-cycle",
        R"({"name":"n","startsOn":")" + date(130) + R"(","endsOn":")" + date(220) + "\"}");
  }
};

}  // namespace takt::tests
