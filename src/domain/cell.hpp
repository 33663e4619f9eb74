#pragma once
// What stands in the cells of other people's files: numbers, days, periods, choices. How a file
// writes numbers and dates is declared, never guessed; what does not fit is refused with what would
// be right.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/period.hpp"
#include "domain/values.hpp"

namespace takt::domain {

BOOST_DEFINE_ENUM_CLASS(DecimalSign, comma, point)
BOOST_DEFINE_ENUM_CLASS(DateOrder, dmy, mdy, ymd)
/// What a number without a percent sign means in a column of shares: 40 is 40 %, or 0.4 is.
BOOST_DEFINE_ENUM_CLASS(PercentMeaning, as_written, fraction)

/// What the highest confidence is in a file's numbers: 10, 5 (from 1), 1 or 100 %.
BOOST_DEFINE_ENUM_CLASS(ConfidenceScale, ten, five, fraction, percent)

template <>
inline constexpr bool kHasNoDefault<DecimalSign> = true;
template <>
inline constexpr bool kHasNoDefault<DateOrder> = true;
template <>
inline constexpr bool kHasNoDefault<PercentMeaning> = true;

/// How a file writes numbers, dates, shares and confidence.
struct CellFormat {
  DecimalSign decimal_sign = DecimalSign::comma;
  DateOrder date_order = DateOrder::dmy;
  PercentMeaning percent = PercentMeaning::as_written;
  ConfidenceScale confidence = ConfidenceScale::ten;
};
BOOST_DESCRIBE_STRUCT(CellFormat, (), (decimal_sign, date_order, percent, confidence))

/// Why a cell can't be read: a stable code that the interface translates, the same in English with
/// what would be right, and what could be chosen instead, if there is a choice.
struct Unreadable {
  std::string code;
  std::string detail;
  std::vector<std::string> choices{};
};

template <class T>
using Read = std::variant<T, Unreadable>;

/// The text with a plain space for each run of spaces of any kind (no-break, narrow, figure), none
/// around it.
std::string one_spaced(std::string_view text);

/// The same with a plain minus for a typographic one and a plain apostrophe: for numbers, days and
/// words of choice, not for what is kept as it was written.
std::string plain_cell(std::string_view text);

/// `1.355,90 €`, `1'234.50`, `−5`, `(5)`, `5-`, `12,5 %` (which is 12.5): parts of thousands only
/// where they part thousands, so that a number with the other decimal sign is refused.
Read<double> read_number(std::string_view text, DecimalSign sign);

/// A share, unit 1: `40 %` is 0.4 whatever is declared; a number without the sign is as declared.
Read<double> read_share(std::string_view text, const CellFormat& format);
double share_of_number(double number, PercentMeaning percent);

/// An ISO day in any file; else `24.11.26`, `24/11/2026`, `24. November 2026` in the order
/// declared. Years of two digits are from 1980 to 2079. A time of day is taken for none only at
/// midnight.
Read<Date> read_day(std::string_view text, DateOrder order);

/// A week as ISO 8601 counts them.
struct WeekOf {
  int week = 1;
  std::optional<int> year{};
  bool operator==(const WeekOf&) const = default;
};

/// `KW 27`, `W27`, `week 27 2026`, `2026-W27`.
Read<WeekOf> read_week(std::string_view text);

/// A confidence from 0 to 10: a number on the file's scale, a share with its sign on any, or a
/// word: `hoch`, `gelb`, `at risk`, and the lights of that colour.
Read<int> read_confidence(std::string_view text, const CellFormat& format);

struct PeriodOf {
  Period period = Period::quarter;
  Date starts_on;
  bool operator==(const PeriodOf&) const = default;
};

/// `2026`, `Q3 2026`, `3. Quartal 26`, `2026-07`, `07/2026`, `Juli 2026`.
Read<PeriodOf> read_period(std::string_view text);

/// Yes or no: `ja`, `x`, `wahr`, `1`, `nein`, `-`, …
Read<bool> read_truth(std::string_view text);

}  // namespace takt::domain
