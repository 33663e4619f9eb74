// Figures in files read to the letter as those of the interface: web/src/app/format.test.ts asks
// the same of web/src/app/format.ts.

#include "report/figures.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace takt::report {
namespace {

using domain::Language;
using domain::parse_date;

const Figures kGerman(Language::de), kEnglish(Language::en);

struct Vector {
  std::optional<double> value;
  std::string german, english;
};

TEST(Figures, ProgressReadsAllAt100AndNothingMovedAt0) {
  const std::vector<Vector> vectors{
      {0, "0 %", "0%"},
      {-0.0, "0 %", "0%"},
      {1e-17, "0 %", "0%"},
      {0.003, "1 %", "1%"},
      {-0.003, "−1 %", "−1%"},
      {-0.015, "−1 %", "−1%"},
      {0.554, "55 %", "55%"},
      {0.285, "28 %", "28%"},
      {0.29, "29 %", "29%"},
      {0.996, "99 %", "99%"},
      {0.9999999999999999, "100 %", "100%"},
      {1, "100 %", "100%"},
      {1.3, "130 %", "130%"},
      {12.345, "1.235 %", "1,235%"},
      {-2.67, "−267 %", "−267%"},
      {{}, "–", "–"},
  };
  for (const auto& [value, german, english] : vectors) {
    EXPECT_EQ(german, kGerman.percent(value));
    EXPECT_EQ(english, kEnglish.percent(value));
  }
}

TEST(Figures, ShareReadsToATenthOfAPerCent) {
  const std::vector<Vector> vectors{
      {1.0 / 3, "33,3 %", "33.3%"},
      {0.745, "74,5 %", "74.5%"},
      {0.9996, "99,9 %", "99.9%"},
      {0.0001, "0,1 %", "0.1%"},
      {0.5, "50 %", "50%"},
      {-1.5, "−150 %", "−150%"},
      {{}, "–", "–"},
  };
  for (const auto& [value, german, english] : vectors) {
    EXPECT_EQ(german, kGerman.share(value));
    EXPECT_EQ(english, kEnglish.share(value));
  }
}

TEST(Figures, StandsWithoutItsSignWhereAColumnSaysIt) {
  EXPECT_EQ("33,3", kGerman.bare_share(1.0 / 3));
  EXPECT_EQ("33", kEnglish.bare_percent(1.0 / 3));
  EXPECT_EQ("−2", kGerman.bare_percent(-0.02));
  EXPECT_EQ("–", kGerman.bare_percent({}));
}

TEST(Figures, ComputedReadsToTheDecimalsOfWhatWasEnteredAndNeverAsNothing) {
  EXPECT_EQ("22,6", kGerman.computed(22.645925925925926, 1));
  EXPECT_EQ("0,01", kGerman.computed(0.0144, 2));
  EXPECT_EQ("0,014", kGerman.computed(0.0144, 1));
  EXPECT_EQ("−0,014", kGerman.computed(-0.0144, 1));
  EXPECT_EQ("0", kGerman.computed(0, 1));
  EXPECT_EQ("12", kGerman.computed(12, 3));
  EXPECT_EQ("1,234.5", kEnglish.computed(1234.5, 1));
  EXPECT_EQ("–", kGerman.computed({}, 1));
}

TEST(Figures, HalfIsRoundedAwayFromNothing) {
  EXPECT_EQ("0,13", kGerman.computed(0.125, 2));
  EXPECT_EQ("−0,13", kGerman.computed(-0.125, 2));
  EXPECT_EQ("3", kGerman.computed(2.5, 0));
  EXPECT_EQ("0,025", kGerman.computed(0.0245, 1));
}

TEST(Figures, EnteredLosesNoDigit) {
  const std::vector<Vector> vectors{
      {0.00000004, "0,00000004", "0.00000004"},
      {0.12345678, "0,12345678", "0.12345678"},
      {22.6459259259259, "22,6459259259259", "22.6459259259259"},
      {999999999999.999, "999.999.999.999,999", "999,999,999,999.999"},
      {0.1 + 0.2, "0,3", "0.3"},
      {12, "12", "12"},
      {0, "0", "0"},
      {-0.0, "0", "0"},
      {-5, "−5", "−5"},
      {{}, "–", "–"},
  };
  for (const auto& [value, german, english] : vectors) {
    EXPECT_EQ(german, kGerman.number(value));
    EXPECT_EQ(english, kEnglish.number(value));
  }
}

TEST(Figures, UnitFollowsAsTheLanguageHasIt) {
  EXPECT_EQ("\u00a0%", kGerman.of_unit("%"));
  EXPECT_EQ("\u00a0ppm", kGerman.of_unit("ppm"));
  EXPECT_EQ("", kGerman.of_unit(""));
  EXPECT_EQ("%", kEnglish.of_unit("%"));
  EXPECT_EQ("\u00a0ppm", kEnglish.of_unit("ppm"));
}

TEST(Figures, DaysAndTimesReadAsTheLanguageHasThem) {
  const auto day = parse_date("2026-11-26").value();
  EXPECT_EQ("26.11.2026", kGerman.day(day));
  EXPECT_EQ("26/11/2026", kEnglish.day(day));
  EXPECT_EQ("Do., 26.11.2026", kGerman.weekday(day));
  EXPECT_EQ("Thu 26/11/2026", kEnglish.weekday(day));
  EXPECT_EQ("Do., 26.11.", kGerman.near_weekday(day));
  EXPECT_EQ("Thu 26/11", kEnglish.near_weekday(day));
  EXPECT_EQ("März 2028", kGerman.month(parse_date("2028-03-01").value()));
  EXPECT_EQ("March 2028", kEnglish.month(parse_date("2028-03-01").value()));
  EXPECT_EQ("09:05", kGerman.time(domain::parse_instant("2026-11-26T09:05:59.999Z").value()));
}

}  // namespace
}  // namespace takt::report
