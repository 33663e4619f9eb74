#include "domain/values.hpp"

#include <gtest/gtest.h>

namespace takt::domain {
namespace {

TEST(Dates, AreReadAndWrittenTheSame) {
  EXPECT_EQ("2028-02-29", to_string(*parse_date("2028-02-29")));
}

TEST(Dates, ImpossibleOnesAreRefused) {
  for (const auto* text : {"2026-02-29", "2026-13-01", "2026-1-1", "24.11.2026", "", "2026-11-24x"})
    EXPECT_FALSE(parse_date(text)) << text;
}

TEST(Dates, AMonthLaterIsTheLastDayOfAShorterMonth) {
  EXPECT_EQ("2026-02-28", to_string(plus_months(*parse_date("2026-01-31"), 1)));
}

TEST(Instants, KeepTheirMilliseconds) {
  EXPECT_EQ("2026-11-24T09:30:00.007Z", to_string(*parse_instant("2026-11-24T09:30:00.007Z")));
}

TEST(Ids, AreLowerCaseUuids) {
  EXPECT_EQ("01a20e3d-3b12-7c58-858b-ac397f08cb1e",
            parse_id("01A20E3D-3B12-7C58-858B-AC397F08CB1E")->text);
  EXPECT_FALSE(parse_id("01a20e3d3b127c58858bac397f08cb1e"));
  EXPECT_FALSE(parse_id("01a20e3d-3b12-7c58-858b-ac397f08cb1g"));
}

TEST(FirstCharacters, NeverCutOneInHalf) {
  EXPECT_EQ("Grö", first_characters("Größe", 3));
  EXPECT_EQ("Größe", first_characters("Größe", 5));
  EXPECT_EQ("Größe", first_characters("Größe", 6));
  EXPECT_EQ("", first_characters("Größe", 0));
}

TEST(Values, ComputedOnesAreRoundedToWhatCouldBeEntered) {
  EXPECT_EQ(0.333, as_entered(33.3 / 100));
  EXPECT_EQ(22.6459259259259, as_entered(22.645925925925926));
  EXPECT_EQ(0, as_entered(0));
  EXPECT_EQ(-1e15, as_entered(-1e15));
}

TEST(Months, AreRoundedToTheNearest) {
  const auto from = *parse_date("2026-01-01");
  EXPECT_EQ(18, months_between(from, *parse_date("2027-07-01")));
  EXPECT_EQ(6, months_between(from, *parse_date("2026-07-01")));
  EXPECT_EQ(0, months_between(from, from));
  EXPECT_EQ(-1, months_between(from, *parse_date("2025-12-01")));
}

TEST(Numbers, HaveTheDecimalsWithWhichTheyWereEntered) {
  EXPECT_EQ(0, decimals(0));
  EXPECT_EQ(0, decimals(-1200));
  EXPECT_EQ(1, decimals(35.5));
  EXPECT_EQ(4, decimals(0.0144));
  EXPECT_EQ(7, decimals(1e-7));
  EXPECT_EQ(0, decimals(1e300));
}

TEST(Difference, HasNoMoreDigitsThanWhatItIsMadeOf) {
  EXPECT_EQ(0.1, difference(0.4, 0.3));
  EXPECT_EQ(-0.1, difference(0.3, 0.4));
  EXPECT_EQ(0.0001, difference(0.5, 0.4999));
  EXPECT_EQ(0.2, difference(1000.1, 999.9));
  EXPECT_EQ(0, difference(7, 7));
  EXPECT_EQ(0, difference(0, 0));
  EXPECT_EQ(2.5e9, difference(3e9, 5e8));
}

}  // namespace
}  // namespace takt::domain
