#pragma once
// The small values that every entity is made of. Each knows its own limits, so that a field's
// limits stand where the field is declared and reach JSON, OpenAPI and the forms from there.

#include <chrono>
#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace takt::domain {

/// Identifies an entity: a UUID in its lower-case text form, usually UUIDv7 (RFC 9562).
struct Id {
  std::string text;
  auto operator<=>(const Id&) const = default;
  bool empty() const { return text.empty(); }
};

/// The id in `text`, or no value unless it is a UUID written as 8-4-4-4-12 hexadecimal digits.
std::optional<Id> parse_id(std::string_view text);

/// A calendar date without a time of day or a zone.
struct Date {
  std::chrono::sys_days days{};
  auto operator<=>(const Date&) const = default;
};

/// The last day that may be entered, as 1900 is the first year: what is made of it (the next cycle,
/// a period's end) stays a date of four digits that every reader knows.
inline constexpr Date kLastDay{std::chrono::year{2200} / std::chrono::December / 31};

/// Reads `2026-11-24`; no value for anything else, impossible dates and those before 1900 included.
std::optional<Date> parse_date(std::string_view text);
std::string to_string(Date date);
/// Days from `from` to `to`; negative when `to` is earlier.
int days_between(Date from, Date to);
Date plus_days(Date date, int days);
/// Months from `from` to `to`, to the nearest; negative when `to` is earlier.
int months_between(Date from, Date to);
/// The same day `months` later; the last day of that month where it is shorter.
Date plus_months(Date date, int months);

/// A moment in UTC, to the millisecond.
struct Instant {
  std::chrono::sys_time<std::chrono::milliseconds> time{};
  auto operator<=>(const Instant&) const = default;
};

/// Reads `2026-11-24T09:30:00.000Z`; no value for anything else.
std::optional<Instant> parse_instant(std::string_view text);
std::string to_string(Instant instant);
Date date_of(Instant instant);
/// `20261124T093000Z`, as names of files have it.
std::string stamp(Instant instant);

/// The first `most` characters (Unicode code points) of a text in UTF-8, never half of one.
std::string_view first_characters(std::string_view utf8, std::size_t most);

/// The nearest number of at most 15 significant digits, which is what a person could have entered:
/// for computed values that are kept like entered ones.
double as_entered(double value);

/// left − right, to the digits that the larger one has as entered: 0.5 − 0.4999 is 0.0001.
double difference(double left, double right);

/// Decimals of an entered number, as it was written: 2 for 0.25, 0 for 1e3.
int decimals(double value);

/// Text of `Min` to `Max` characters (Unicode code points). What is that short is one line.
template <std::size_t Max, std::size_t Min = 0>
struct Text : std::string {
  static constexpr std::size_t kMax = Max;
  static constexpr std::size_t kMin = Min;
  static constexpr bool kOneLine = Max <= 500;
  using std::string::string;
  Text() = default;
  Text(std::string text) : std::string(std::move(text)) {}  // NOLINT: a Text is its string
  Text(std::string_view text) : std::string(text) {}        // NOLINT
};

/// A password as it was typed: unlike in any other text, spaces at its ends belong to it.
struct Password : std::string {
  static constexpr std::size_t kMax = 500;
  using std::string::string;
  Password() = default;
  Password(std::string text) : std::string(std::move(text)) {}  // NOLINT: as a Text
};

using Name = Text<120, 1>;
using Title = Text<300, 1>;
using Prose = Text<4000>;
using Word = Text<60>;
using Link = Text<500>;

/// Whether a choice, or a number, has to be made by whoever writes it: none of its values is the
/// usual one.
template <class E>
inline constexpr bool kHasNoDefault = false;

/// A whole number from `Low` to `High`.
template <int Low, int High>
struct Whole {
  static constexpr int kLow = Low;
  static constexpr int kHigh = High;
  int value = Low;
  auto operator<=>(const Whole&) const = default;
};

}  // namespace takt::domain
