#include "domain/values.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace takt::domain {
namespace {

using namespace std::chrono;

/// The digits at `from` as a number, or no value where there is anything but digits.
std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count) {
  if (from + count > text.size()) return {};
  int value = 0;
  for (const char c : text.substr(from, count)) {
    if (c < '0' || c > '9') return {};
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Id> parse_id(std::string_view text) {
  if (text.size() != 36) return {};
  Id id{std::string(text)};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !std::isxdigit(static_cast<unsigned char>(text[i]))) return {};
    id.text[i] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[i])));
  }
  return id;
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  const auto y = digits(text, 0, 4);
  const auto m = digits(text, 5, 2);
  const auto d = digits(text, 8, 2);
  if (!y || !m || !d || *y < 1900) return {};
  const year_month_day date{year{*y}, month(static_cast<unsigned>(*m)),
                            day(static_cast<unsigned>(*d))};
  if (!date.ok()) return {};
  return Date{sys_days{date}};
}

std::string to_string(Date date) {
  const year_month_day ymd{date.days};
  std::array<char, 16> out{};
  const int n = std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", int(ymd.year()),
                              unsigned(ymd.month()), unsigned(ymd.day()));
  return {out.data(), static_cast<std::size_t>(n)};
}

int days_between(Date from, Date to) { return static_cast<int>((to.days - from.days).count()); }

Date plus_days(Date date, int n) { return {date.days + days{n}}; }

Date plus_months(Date date, int n) {
  year_month_day ymd{date.days};
  ymd += months{n};
  if (!ymd.ok()) ymd = ymd.year() / ymd.month() / last;
  return {sys_days{ymd}};
}

int months_between(Date from, Date to) {
  return static_cast<int>(std::lround(days_between(from, to) * 12 / 365.2425));
}

std::optional<Instant> parse_instant(std::string_view text) {
  if (text.size() != 24 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
      text[19] != '.' || text[23] != 'Z')
    return {};
  const auto date = parse_date(text.substr(0, 10));
  const auto h = digits(text, 11, 2);
  const auto m = digits(text, 14, 2);
  const auto s = digits(text, 17, 2);
  const auto ms = digits(text, 20, 3);
  if (!date || !h || !m || !s || !ms || *h > 23 || *m > 59 || *s > 59) return {};
  return Instant{date->days + hours{*h} + minutes{*m} + seconds{*s} + milliseconds{*ms}};
}

std::string to_string(Instant instant) {
  const auto day = floor<days>(instant.time);
  const hh_mm_ss clock{instant.time - day};
  std::array<char, 48> out{};
  const int n = std::snprintf(
      out.data(), out.size(), "%sT%02d:%02d:%02d.%03dZ", to_string(Date{day}).c_str(),
      static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
      static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
  return {out.data(), static_cast<std::size_t>(n)};
}

std::string stamp(Instant instant) {
  auto text = to_string(instant).substr(0, 19);
  std::erase_if(text, [](char sign) { return sign == '-' || sign == ':'; });
  return text + 'Z';
}

Date date_of(Instant instant) { return {floor<days>(instant.time)}; }

std::string_view first_characters(std::string_view utf8, std::size_t most) {
  std::size_t begun = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const bool continues = (static_cast<unsigned char>(utf8[i]) & 0xC0) == 0x80;
    if (!continues && ++begun > most) return utf8.substr(0, i);
  }
  return utf8;
}

double as_entered(double value) {
  char text[40];
  const auto end =
      std::to_chars(text, text + sizeof text, value, std::chars_format::scientific, 14).ptr;
  std::from_chars(text, end, value);
  return value;
}

double difference(double left, double right) {
  const double larger = std::max(std::abs(left), std::abs(right));
  if (larger == 0) return 0;
  const double unit = std::pow(10, 14 - std::floor(std::log10(larger)));
  return as_entered(std::round((left - right) * unit) / unit);
}

int decimals(double value) {
  char text[400];  // the smallest number is written out
  const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed).ptr;
  const std::string_view digits(text, static_cast<std::size_t>(end - text));
  const auto point = digits.find('.');
  return point == digits.npos ? 0 : static_cast<int>(digits.size() - point - 1);
}

}  // namespace takt::domain
