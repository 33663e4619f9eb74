#include "domain/cycle_name.hpp"

#include <gtest/gtest.h>

namespace takt::domain {
namespace {

TEST(CycleName, FollowsTheOrganisationsPattern) {
  const auto october = *parse_date("2026-10-01");
  EXPECT_EQ("2026 H2", cycle_name("{year} H{half}", 1, october, 6));
  EXPECT_EQ("GJ 26/27 H1", cycle_name("GJ {yy}/{next} H{half}", 10, october, 6));
  EXPECT_EQ("GJ 26/27 H1", cycle_name("GJ {yy}/{next} H{half}", 7, october, 6));
  EXPECT_EQ("Q3 2026", cycle_name("Q{quarter} {year}", 4, october, 3));
}

TEST(CycleName, CycleThatStartsOnTheLastDaysOfAMonthBelongsToTheNext) {
  EXPECT_EQ("2027 H1", cycle_name("{year} H{half}", 1, *parse_date("2026-12-28"), 6));
}

TEST(CycleName, PeriodKnowsHowLongTheCycleIs) {
  std::string names;
  for (const auto* start : {"2027-01-01", "2027-04-01", "2027-07-01", "2027-10-01"})
    names += cycle_name(kCyclePattern, 1, *parse_date(start), 3) + ", ";
  EXPECT_EQ("2027 Q1, 2027 Q2, 2027 Q3, 2027 Q4, ", names);
  const auto july = *parse_date("2027-07-01");
  EXPECT_EQ("2027 H2", cycle_name(kCyclePattern, 1, july, 6));
  EXPECT_EQ("2027", cycle_name(kCyclePattern, 1, july, 12));
  EXPECT_EQ("2027 M07", cycle_name(kCyclePattern, 1, july, 4));
  EXPECT_EQ("GJ 26/27 Q4", cycle_name("GJ {yy}/{next} {period}", 10, july, 3));
}

TEST(CycleName, PatternTakesNoPlaceholderThatThereIsNoneOf) {
  EXPECT_EQ(std::nullopt,
            unknown_placeholder("GJ {yy}/{next} {period} {half}{quarter}{month}{year}"));
  EXPECT_EQ("{foo}", unknown_placeholder("GJ {foo} {quarter}"));
  EXPECT_EQ("{year", unknown_placeholder("{yy} {year"));
}

TEST(PeriodStart, IsThatOfTheFiscalPeriodTheDayLiesIn) {
  const auto day = *parse_date("2026-11-27");
  EXPECT_EQ(*parse_date("2026-10-01"), period_start(1, day, 3));
  EXPECT_EQ(*parse_date("2026-07-01"), period_start(1, day, 6));
  EXPECT_EQ(*parse_date("2026-11-01"), period_start(2, day, 3));
  EXPECT_EQ(*parse_date("2025-12-01"), period_start(12, day, 12));
}

TEST(FirstStart, IsOfThePeriodAfterTodaysWhereLessThanHalfOfThatIsLeft) {
  const struct {
    const char* why;
    int fiscal_month;
    const char* today;
    int months;
    const char* starts;
  } cases[] = {
      {"first day", 1, "2026-07-01", 6, "2026-07-01"},
      {"92 of 184 days are left", 1, "2026-10-01", 6, "2026-07-01"},
      {"91 of 184 days are left", 1, "2026-10-02", 6, "2027-01-01"},
      {"last day", 1, "2026-12-31", 6, "2027-01-01"},
      {"46 of 92 days of a quarter are left", 1, "2026-11-16", 3, "2026-10-01"},
      {"45 of 92 days of a quarter are left", 1, "2026-11-17", 3, "2027-01-01"},
      {"fiscal year from October on", 10, "2026-11-27", 6, "2026-10-01"},
      {"fiscal year from February on", 2, "2026-12-31", 3, "2027-02-01"},
      {"leap February is the last month", 3, "2028-02-29", 3, "2028-03-01"},
  };
  for (const auto& each : cases)
    EXPECT_EQ(*parse_date(each.starts),
              first_start(each.fiscal_month, *parse_date(each.today), each.months))
        << each.why;
}

TEST(CycleEnd, IsTheDayBeforeTheSameDayMonthsLater) {
  EXPECT_EQ(*parse_date("2026-12-31"), cycle_end(*parse_date("2026-07-01"), 6));
  EXPECT_EQ(*parse_date("2027-02-27"), cycle_end(*parse_date("2026-08-31"), 6));
}

}  // namespace
}  // namespace takt::domain
