#include "domain/cycle_name.hpp"

#include <gtest/gtest.h>

namespace takt::domain {
namespace {

TEST(CycleName, FollowsTheOrganisationsPattern) {
  const auto october = *parse_date("2026-10-01");
  EXPECT_EQ("2026 H2", cycle_name("{year} H{half}", 1, october));
  EXPECT_EQ("GJ 26/27 H1", cycle_name("GJ {yy}/{next} H{half}", 10, october));
  EXPECT_EQ("GJ 26/27 H1", cycle_name("GJ {yy}/{next} H{half}", 7, october));
  EXPECT_EQ("Q3 2026", cycle_name("Q{quarter} {year}", 4, october));
}

TEST(CycleName, CycleThatStartsOnTheLastDaysOfAMonthBelongsToTheNext) {
  EXPECT_EQ("2027 H1", cycle_name("{year} H{half}", 1, *parse_date("2026-12-28")));
}

TEST(CycleEnd, IsTheDayBeforeTheSameDayMonthsLater) {
  EXPECT_EQ(*parse_date("2026-12-31"), cycle_end(*parse_date("2026-07-01"), 6));
  EXPECT_EQ(*parse_date("2027-02-27"), cycle_end(*parse_date("2026-08-31"), 6));
}

}  // namespace
}  // namespace takt::domain
