#include "access/throttle.hpp"

#include <gtest/gtest.h>

#include "domain/problem.hpp"

namespace takt::access {
namespace {

using namespace std::chrono_literals;

class ThrottleTest : public testing::Test {
 protected:
  explicit ThrottleTest(FreeTries of_email = {}) : throttle(of_email) {}
  void fail(const std::string& address, const std::string& email, int times = 1) {
    for (int i = 0; i < times; ++i) throttle.failed(address, email, now);
  }
  void get_in(const std::string& address, const std::string& email) {
    throttle.succeeded(address, email, now);
  }
  /// How long a try would have to wait.
  std::chrono::seconds wait(const std::string& address, const std::string& email) {
    try {
      throttle.admit(address, email, now);
      return 0s;
    } catch (const domain::Problem& problem) {
      EXPECT_EQ(domain::Problem::Kind::too_many, problem.kind);
      return problem.wait;
    }
  }
  void let_pass(std::chrono::milliseconds time) { now.time += time; }

  Throttle throttle;
  domain::Instant now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 24}};
  const std::string office = "203.0.113.9", elsewhere = "198.51.100.1";
  const std::string katrin = "katrin@brandt.example", jonas = "jonas@brandt.example";
};

std::string nth(int n) { return "n" + std::to_string(n) + "@brandt.example"; }

TEST_F(ThrottleTest, FifthFailureOfAPersonAtAnAddressWaitsEachFurtherOneTwiceAsLong) {
  fail(office, katrin, 4);
  EXPECT_EQ(0s, wait(office, katrin));
  for (const auto expected : {1s, 2s, 4s, 8s, 16s, 32s, 64s, 64s}) {
    fail(office, katrin);
    EXPECT_EQ(expected, wait(office, katrin));
  }
  EXPECT_EQ(64s, wait(office, "KATRIN@brandt.example"));
  EXPECT_EQ(0s, wait(office, jonas));
  EXPECT_EQ(0s, wait(elsewhere, katrin));
}

TEST_F(ThrottleTest, FailuresAreForgottenWithTimeEvenWhileSomebodyGoesOnMistyping) {
  fail(office, katrin, 8);
  let_pass(15min);
  fail(office, katrin);
  EXPECT_EQ(1s, wait(office, katrin));
  let_pass(2h);
  fail(office, katrin, 4);
  EXPECT_EQ(0s, wait(office, katrin));
}

TEST_F(ThrottleTest, OfficeOfManyWhoMistypeAndThenGetInIsNeverBarred) {
  for (int i = 0; i < 500; ++i) {
    fail(office, nth(i), 3);
    get_in(office, nth(i));
  }
  EXPECT_EQ(0s, wait(office, "new@brandt.example"));
}

TEST_F(ThrottleTest, AddressThatTriesManyPeopleHasToWaitAndStopsHavingTo) {
  for (int i = 0; i < 100; ++i) fail(office, nth(i));
  EXPECT_EQ(1s, wait(office, katrin));
  for (int i = 0; i < 10; ++i) fail(office, nth(i));
  EXPECT_EQ(64s, wait(office, katrin));
  EXPECT_EQ(0s, wait(elsewhere, katrin));
  let_pass(15min);
  EXPECT_EQ(0s, wait(office, katrin));
}

TEST_F(ThrottleTest, SigningInAsOneselfDoesNotClearWhatOneTriedOfOthers) {
  for (int i = 0; i < 110; ++i) {
    fail(office, nth(i));
    get_in(office, jonas);
  }
  EXPECT_EQ(64s, wait(office, katrin));
}

TEST_F(ThrottleTest, ColleagueBehindTheSameAddressKeepsNobodyOutWhoSignsInThere) {
  get_in(office, katrin);
  for (int i = 0; i < 300; ++i) fail(office, nth(i));
  EXPECT_EQ(0s, wait(office, katrin));
  EXPECT_EQ(64s, wait(office, jonas));
  let_pass(std::chrono::hours{24 * 30});
  for (int i = 0; i < 300; ++i) fail(office, nth(i));
  EXPECT_EQ(64s, wait(office, katrin));
}

TEST_F(ThrottleTest, CrowdThatGuessesOnePersonWaitsWithoutKeepingThemOutOfWhereTheySignIn) {
  get_in(office, katrin);
  for (int i = 0; i < 150; ++i) fail("192.0.2." + std::to_string(i), katrin);
  EXPECT_EQ(64s, wait("192.0.2.200", katrin));
  EXPECT_EQ(0s, wait(office, katrin));
  EXPECT_EQ(0s, wait("192.0.2.200", jonas));
}

TEST_F(ThrottleTest, SingleGuesserFromOneAddressNeverKeepsThePersonOutElsewhere) {
  for (int i = 0; i < 2000; ++i) {
    let_pass(wait(office, katrin));
    fail(office, katrin);
  }
  EXPECT_EQ(64s, wait(office, katrin));
  EXPECT_EQ(0s, wait(elsewhere, katrin));
}

TEST_F(ThrottleTest, PlaceWhereSomebodySignsInIsStillNoPlaceToGuessFrom) {
  get_in(office, katrin);
  fail(office, katrin, 5);
  EXPECT_EQ(1s, wait(office, katrin));
  get_in(office, katrin);
  EXPECT_EQ(0s, wait(office, katrin));
}

TEST_F(ThrottleTest, AddressesOfOneNetworkAreOnePlace) {
  const std::string network = "2001:db8:0:7:";
  for (int i = 1; i <= 110; ++i) fail(network + ":" + std::to_string(i), nth(i));
  EXPECT_EQ(64s, wait(network + "ffff:1:2:3", katrin));
  EXPECT_EQ(64s, wait("2001:DB8::7:0:0:0:1", katrin)) << "in another spelling";
  EXPECT_EQ(0s, wait("2001:db8:0:8::1", katrin)) << "the next one";
  fail("2001:db8:1::1", jonas, 6);
  EXPECT_EQ(2s, wait("2001:db8:1::2", jonas));
}

TEST_F(ThrottleTest, AddressOfIpv4IsOnePlaceWithinIpv6Too) {
  fail("::ffff:" + office, katrin, 6);
  EXPECT_EQ(2s, wait(office, katrin));
  EXPECT_EQ(2s, wait("::FFFF:cb00:7109", katrin));
  EXPECT_EQ(0s, wait("::ffff:203.0.113.10", katrin)) << "no network of 64 bits";
}

TEST_F(ThrottleTest, PortThatAProxyForwardsIsNoPlaceOfItsOwn) {
  for (int i = 1; i <= 6; ++i) fail(office + ":" + std::to_string(4000 + i), katrin);
  EXPECT_EQ(2s, wait(office, katrin));
  for (int i = 1; i <= 6; ++i) fail("[2001:db8::1]:" + std::to_string(4000 + i), jonas);
  EXPECT_EQ(2s, wait("2001:db8::2", jonas));
}

TEST_F(ThrottleTest, WhatIsNoAddressStandsForItself) {
  fail("unknown", katrin, 6);
  EXPECT_EQ(2s, wait("unknown", katrin));
  EXPECT_EQ(0s, wait("unknown2", katrin));
}

/// The throttle of share links' passwords.
class GuestsThrottle : public ThrottleTest {
 protected:
  GuestsThrottle() : ThrottleTest(kOfLink) {}
  const std::string link = "0190a1b2-0000-7000-8000-000000000001";
};

TEST_F(GuestsThrottle, CrowdThatGuessesOneLinkIsSlowedDownTogether) {
  for (int i = 0; i < 9; ++i) fail("192.0.2." + std::to_string(i), link);
  EXPECT_EQ(0s, wait(elsewhere, link));
  for (const auto expected : {1s, 2s, 4s, 8s, 8s}) {
    fail("192.0.2." + std::to_string(100 + expected.count()), link);
    EXPECT_EQ(expected, wait(elsewhere, link));
  }
  EXPECT_EQ(0s, wait(elsewhere, "another link"));
  int tries = 0;
  for (int i = 0; i < 60; ++i, let_pass(1s))
    if (const auto from = "198.51.100." + std::to_string(i); wait(from, link) == 0s) {
      fail(from, link);
      ++tries;
    }
  EXPECT_GE(10, tries) << "in a minute";
}

TEST_F(GuestsThrottle, CrowdKeepsNoGuestOutForLong) {
  get_in(office, link);
  for (int i = 0; i < 500; ++i) fail("192.0.2." + std::to_string(i % 200), link);
  EXPECT_EQ(0s, wait(office, link)) << "who was in before";
  EXPECT_EQ(8s, wait(elsewhere, link));
  let_pass(8s);
  EXPECT_EQ(0s, wait(elsewhere, link));
}

TEST_F(GuestsThrottle, GuesserFromOneAddressLeavesMostOfTheTimeToOthers) {
  for (int i = 0; i < 200; ++i) {
    let_pass(wait(office, link));
    fail(office, link);
  }
  let_pass(8s);
  EXPECT_EQ(0s, wait(elsewhere, link));
  EXPECT_LT(50s, wait(office, link));
}

TEST_F(ThrottleTest, ClockThatIsSetBackBarsNobodyForLonger) {
  fail(office, katrin, 20);
  let_pass(-std::chrono::hours{48});
  EXPECT_EQ(64s, wait(office, katrin));
  let_pass(64s);
  EXPECT_EQ(0s, wait(office, katrin));
}

}  // namespace
}  // namespace takt::access
