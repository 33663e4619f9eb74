#include "domain/visit.hpp"

#include <gtest/gtest.h>

namespace takt::domain {
namespace {

Instant at(int minutes) {
  return {std::chrono::sys_days{std::chrono::year{2026} / 11 / 24} + std::chrono::minutes{minutes}};
}

TEST(Visits, BringNoNewsTheFirstTime) {
  EXPECT_FALSE(visit_before({}, at(0)));
  const auto first = seen({}, at(0), 7);
  EXPECT_FALSE(visit_before(first, at(10)));
}

TEST(Visits, EndAfterHalfAnHourOfSilence) {
  const auto first = seen({}, at(0), 7);
  EXPECT_FALSE(visit_before(first, at(30)));
  const auto before = visit_before(first, at(31));
  ASSERT_TRUE(before);
  EXPECT_EQ(at(0).time, before->at.time);
  EXPECT_EQ(7, before->revision);
}

TEST(Visits, KeepTheirNewsAsLongAsTheyGoOn) {
  auto visit = seen(seen({}, at(0), 7), at(100), 9);
  for (const int minutes : {110, 130, 160}) {
    visit = seen(visit, at(minutes), 12);
    const auto before = visit_before(visit, at(minutes));
    ASSERT_TRUE(before);
    EXPECT_EQ(7, before->revision) << minutes;
  }
  EXPECT_EQ(12, visit_before(visit, at(200))->revision) << "the next visit";
}

TEST(Visits, NeverGoBack) {
  const auto visit = seen(seen({}, at(10), 9), at(5), 8);
  EXPECT_EQ(at(10).time, visit.seen_at.time);
  EXPECT_EQ(9, visit.seen_revision);
}

}  // namespace
}  // namespace takt::domain
