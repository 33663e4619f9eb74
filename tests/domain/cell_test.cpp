#include "domain/cell.hpp"

#include <gtest/gtest.h>

#include <optional>

#include "domain/word.hpp"

namespace takt::domain {
namespace {

template <class T>
std::optional<T> value(const Read<T>& read) {
  const auto* out = std::get_if<T>(&read);
  return out ? std::optional(*out) : std::nullopt;
}
template <class T>
std::string code(const Read<T>& read) {
  const auto* wrong = std::get_if<Unreadable>(&read);
  return wrong ? wrong->code : "";
}

TEST(Cell, NumbersAreReadAsTheFileIsDeclaredToWriteThem) {
  const struct {
    const char* text;
    std::optional<double> comma, point;
  } kVectors[] = {
      {"10.02", {}, 10.02},
      {"10,02", 10.02, {}},
      {"1.234", 1234, 1.234},
      {"1,234", 1.234, 1234},
      {"1.234,5", 1234.5, {}},
      {"1,234.5", {}, 1234.5},
      {"1\u202F234,5", 1234.5, {}},
      {"1\u00A0234", 1234, 1234},
      {"1 234 567", 1234567, 1234567},
      {"1'234.50", {}, 1234.5},
      {"1’234,50", 1234.5, {}},
      {"12,5 %", 12.5, {}},
      {"12,5", 12.5, {}},
      {"€ 1.200", 1200, 1.2},
      {"1.355,90 €", 1355.9, {}},
      {"1.355,90\u00A0€", 1355.9, {}},
      {"3.000", 3000, 3},
      {"250 Stk.", 250, 250},
      {"\u22125", -5, -5},
      {"-5", -5, -5},
      {"-0,02", -0.02, {}},
      {"-1234.5", {}, -1234.5},
      {"€ -5", -5, -5},
      {"-€5", -5, -5},
      {"(5)", -5, -5},
      {"5-", -5, -5},
      {"+2", 2, 2},
      {",5", 0.5, {}},
      {"0", 0, 0},
      {"1.2.3", {}, {}},
      {"12.34.567", {}, {}},
      {"1.234 567", {}, {}},
      {"-", {}, {}},
      {"", {}, {}},
      {"n/a", {}, {}},
      {"5 m", {}, {}},
      {"#REF!", {}, {}},
      {"1e3", {}, {}},
      {"5,", {}, {}},
      {"1234567890123456", {}, {}},
      {"100000000000000000", 1e17, 1e17},
  };
  for (const auto& [text, comma, point] : kVectors) {
    EXPECT_EQ(comma, value(read_number(text, DecimalSign::comma))) << text;
    EXPECT_EQ(point, value(read_number(text, DecimalSign::point))) << text;
  }
}

TEST(Cell, NumberThatIsTooLargeIsNoZero) {
  const auto huge = "1" + std::string(400, '0');
  EXPECT_EQ("too_many_digits", code(read_number(huge, DecimalSign::comma)));
  EXPECT_EQ("too_many_digits", code(read_share(huge + " %", {})));
}

TEST(Cell, OnlySpacesOfATextAreMadePlain) {
  EXPECT_EQ("L’Oréal – Nord−Süd", one_spaced("\u00A0L’Oréal\u2003–\nNord−Süd\t"));
  EXPECT_EQ("L'Oréal - Nord-Süd", plain_cell("L’Oréal – Nord−Süd"));
}

TEST(Cell, NumberWithTheOtherDecimalSignSaysSo) {
  EXPECT_EQ("other_decimal_sign", code(read_number("10.02", DecimalSign::comma)));
  EXPECT_EQ("other_decimal_sign", code(read_number("12,5", DecimalSign::point)));
  EXPECT_EQ("not_a_number", code(read_number("1.2.3", DecimalSign::comma)));
  EXPECT_EQ("too_many_digits", code(read_number("1234567890123456", DecimalSign::comma)));
}

TEST(Cell, ShareWithAPercentSignIsOneWhateverIsDeclared) {
  const CellFormat written{.percent = PercentMeaning::as_written};
  const CellFormat fraction{.percent = PercentMeaning::fraction};
  EXPECT_EQ(0.4, value(read_share("40 %", written)));
  EXPECT_EQ(0.4, value(read_share("40 %", fraction)));
  EXPECT_EQ(0.4, value(read_share("40", written)));
  EXPECT_EQ(0.4, value(read_share("0,4", fraction)));
  EXPECT_EQ(0.333, value(read_share("33,3", written)));
}

TEST(Cell, DaysAreReadInTheDeclaredOrder) {
  const struct {
    const char* text;
    const char *dmy, *mdy, *ymd;
  } kVectors[] = {
      {"2026-11-24", "2026-11-24", "2026-11-24", "2026-11-24"},
      {"24.11.26", "2026-11-24", "", "2024-11-26"},
      {"24.11.2026", "2026-11-24", "", ""},
      {" 1. 2. 2026 ", "2026-02-01", "2026-01-02", ""},
      {"11/12/2026", "2026-12-11", "2026-11-12", ""},
      {"11/24/2026", "", "2026-11-24", ""},
      {"2026/11/24", "", "", "2026-11-24"},
      {"24. November 2026", "2026-11-24", "2026-11-24", "2026-11-24"},
      {"24 Nov 26", "2026-11-24", "2026-11-24", "2026-11-24"},
      {"3. März 2026", "2026-03-03", "2026-03-03", "2026-03-03"},
      {"24.11.2026 00:00:00", "2026-11-24", "", ""},
      {"2026-11-24T00:00:00.000Z", "2026-11-24", "2026-11-24", "2026-11-24"},
      {"24.11.2026 09:30", "", "", ""},
      {"24.11.79", "2079-11-24", "", ""},
      {"24.11.80", "1980-11-24", "", ""},
      {"30.02.2026", "", "", ""},
      {"45985", "", "", ""},
      {"KW 27", "", "", ""},
      {"", "", "", ""},
  };
  for (const auto& [text, dmy, mdy, ymd] : kVectors) {
    const auto shown = [&](DateOrder order) {
      const auto day = value(read_day(text, order));
      return day ? to_string(*day) : "";
    };
    EXPECT_EQ(dmy, shown(DateOrder::dmy)) << text;
    EXPECT_EQ(mdy, shown(DateOrder::mdy)) << text;
    EXPECT_EQ(ymd, shown(DateOrder::ymd)) << text;
  }
  EXPECT_EQ("other_date_order", code(read_day("11/24/2026", DateOrder::dmy)));
  EXPECT_EQ("not_a_date", code(read_day("30.02.2026", DateOrder::dmy)));
}

TEST(Cell, PeriodsAreMonthsQuartersAndYears) {
  const struct {
    const char* text;
    Period period;
    const char* starts_on;
  } kVectors[] = {
      {"2026", Period::year, "2026-01-01"},
      {"Q3 2026", Period::quarter, "2026-07-01"},
      {"2026-Q3", Period::quarter, "2026-07-01"},
      {"Q3/26", Period::quarter, "2026-07-01"},
      {"3. Quartal 2026", Period::quarter, "2026-07-01"},
      {"2026 Quarter 3", Period::quarter, "2026-07-01"},
      {"2026-07", Period::month, "2026-07-01"},
      {"07/2026", Period::month, "2026-07-01"},
      {"Juli 2026", Period::month, "2026-07-01"},
      {"Mär 26", Period::month, "2026-03-01"},
  };
  for (const auto& [text, period, starts_on] : kVectors) {
    const auto read = value(read_period(text));
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(period, read->period) << text;
    EXPECT_EQ(starts_on, to_string(read->starts_on)) << text;
  }
  for (const char* text : {"", "Q5 2026", "H1 2026", "2026-13", "KW 27", "20261"})
    EXPECT_EQ("not_a_period", code(read_period(text))) << text;
}

TEST(Cell, YesAndNo) {
  for (const char* text : {"ja", "X", "Yes", "wahr", "1", "✓"})
    EXPECT_EQ(true, value(read_truth(text))) << text;
  for (const char* text : {"nein", "No", "0", "falsch", "-"})
    EXPECT_EQ(false, value(read_truth(text))) << text;
  EXPECT_EQ("not_a_truth", code(read_truth("vielleicht")));
}

TEST(Cell, WeeksWithAndWithoutAYear) {
  for (const char* text : {"KW 27", "kw27", "W27", "Week 27", "Kalenderwoche 27", "KW\u00A027"})
    EXPECT_EQ((WeekOf{27}), value(read_week(text))) << text;
  for (const char* text : {"KW 27 2026", "2026-W27", "2026W27", "KW 27/2026", "week 27, 26"})
    EXPECT_EQ((WeekOf{27, 2026}), value(read_week(text))) << text;
  for (const char* text : {"KW", "KW 0", "KW 54", "27", "W 2026", "Werk 27"})
    EXPECT_EQ("not_a_week", code(read_week(text))) << text;
}

TEST(Cell, ConfidenceInWordsLightsAndOnEveryScale) {
  CellFormat format;
  for (const char* text : {"hoch", "GRÜN", "High", "🟢", "on track"})
    EXPECT_EQ(8, value(read_confidence(text, format))) << text;
  for (const char* text : {"mittel", "Gelb", "medium", "🟡", "at risk"})
    EXPECT_EQ(5, value(read_confidence(text, format))) << text;
  for (const char* text : {"niedrig", "rot", "low", "🔴", "off track"})
    EXPECT_EQ(2, value(read_confidence(text, format))) << text;
  EXPECT_EQ(7, value(read_confidence("70 %", format)));
  for (const char* text : {"11", "-1", "na ja"})
    EXPECT_EQ("not_a_confidence", code(read_confidence(text, format))) << text;
}

TEST(Cell, ChoicesAreKnownByTheirWordsInBothLanguages) {
  for (const char* text : {"Hauptlieferant", "HAUPTLIEFERANT ", "main", "Main supplier", "A"})
    EXPECT_EQ(Standing::main, value(read_choice<Standing>(text))) << text;
  EXPECT_EQ(Standing::none, value(read_choice<Standing>("nicht gelistet")));
  EXPECT_EQ(BuyingRole::buyer, value(read_choice<BuyingRole>("Einka\u0308ufer")));
  EXPECT_EQ(BuyingRole::buyer, value(read_choice<BuyingRole>("einkaufer")));
  for (const char* text : {"EUR", " €\u00A0", "Euro"})
    EXPECT_EQ(SupplyUnit::eur, value(read_choice<SupplyUnit>(text))) << text;
  EXPECT_EQ(Rest::own_make, value(read_choice<Rest>("own_make")));
  EXPECT_EQ(SignalTheme::payment_risk,
            value(read_choice<SignalTheme>("Zahlungs- oder Insolvenzrisiko")));
  const auto wrong = read_choice<Standing>("Lieblingslieferant");
  EXPECT_EQ("not_a_choice", code(wrong));
  EXPECT_EQ((std::vector<std::string>{"none", "listed", "secondary", "main"}),
            std::get<Unreadable>(wrong).choices);
}

TEST(Cell, NamesMatchWhateverTheirSpacesFormsAndCase) {
  const auto key = name_key("Gütersloh Werk 2");
  for (const char* same : {"Gütersloh Werk 2 ", "Gütersloh Werk\u00A02", "GÜTERSLOH  WERK 2",
                           "Gu\u0308tersloh Werk 2", "\u00A0Gütersloh\tWerk 2\u200B"})
    EXPECT_EQ(key, name_key(same)) << same;
  EXPECT_NE(key, name_key("Gutersloh Werk 2"));
  EXPECT_NE(key, name_key("Gütersloh Werk2"));
}

}  // namespace
}  // namespace takt::domain
