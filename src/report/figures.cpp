#include "report/figures.hpp"

#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>

#include <algorithm>
#include <cmath>

namespace takt::report {

using namespace domain;
using icu::number::NumberFormatter;
using icu::number::Precision;

namespace {

const icu::Locale& locale(Language language) {
  static const icu::Locale german("de", "DE");
  static const icu::Locale english("en", "GB");
  return language == Language::de ? german : english;
}

constexpr std::string_view kNone = "–";

/// With the sign of minus instead of a hyphen, and none before 0.
std::string written(Language language, double value, const Precision& precision) {
  UErrorCode error = U_ZERO_ERROR;
  std::string out;
  NumberFormatter::withLocale(locale(language))
      .precision(precision)
      .roundingMode(UNUM_ROUND_HALFUP)
      .formatDouble(value + 0.0, error)
      .toString(error)
      .toUTF8String(out);
  if (out.starts_with('-')) out.replace(0, 1, "−");
  return out;
}

std::string dated(Language language, Date day, const char* pattern) {
  UErrorCode error = U_ZERO_ERROR;
  icu::SimpleDateFormat format(pattern, locale(language), error);
  format.adoptTimeZone(icu::TimeZone::getGMT()->clone());
  icu::UnicodeString text;
  format.format(static_cast<UDate>(day.days.time_since_epoch().count()) * 86'400'000.0, text);
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace

double shown_percent(double share, int decimals) {
  const auto step = 0.01 / std::pow(10.0, decimals);
  const auto exact = std::round(share * 1e9) / 1e9;  // what is computed may miss all by a bit
  const auto rounded = std::floor(exact / step + 0.5);
  const auto shown = rounded == 0 ? (exact > 0) - (exact < 0)
                     : exact < 1  ? std::min(rounded, 1 / step - 1)
                                  : rounded;
  return shown / std::pow(10.0, decimals);
}

double shown_value(double value, int decimals) {
  const auto most = std::pow(10.0, std::clamp(decimals, 0, 15));
  if (value == 0 || std::abs(value) >= 0.5 / most) return std::round(value * most) / most;
  const auto two = std::pow(10.0, 1 - std::floor(std::log10(std::abs(value))));
  return std::round(value * two) / two;
}

std::string Figures::number(std::optional<double> value) const {
  if (!value) return std::string(kNone);
  return written(language_, *value, Precision::maxSignificantDigits(15));
}

std::string Figures::computed(std::optional<double> value, int decimals) const {
  if (!value) return std::string(kNone);
  const bool vanishes = *value != 0 && std::abs(*value) < 0.5 / std::pow(10.0, decimals);
  return written(language_, *value,
                 vanishes ? Precision(Precision::maxSignificantDigits(2))
                          : Precision(Precision::maxFraction(std::clamp(decimals, 0, 15))));
}

std::string Figures::bare_percent(std::optional<double> value, int decimals) const {
  if (!value) return std::string(kNone);
  return written(language_, shown_percent(*value, decimals), Precision::maxFraction(decimals));
}

std::string Figures::percent(std::optional<double> value, int decimals) const {
  return value ? bare_percent(value, decimals) + of_unit("%") : std::string(kNone);
}

std::string Figures::of_unit(const std::string& unit, const char* space) const {
  if (unit.empty()) return {};
  return unit == "%" && language_ == Language::en ? unit : space + unit;
}

std::string Figures::day(Date day) const {
  return dated(language_, day, language_ == Language::de ? "dd.MM.yyyy" : "dd/MM/yyyy");
}
std::string Figures::weekday(Date day) const {
  return dated(language_, day, language_ == Language::de ? "EE, dd.MM.yyyy" : "EE dd/MM/yyyy");
}
std::string Figures::near_weekday(Date day) const {
  return dated(language_, day, language_ == Language::de ? "EE, dd.MM." : "EE dd/MM");
}
std::string Figures::month(Date day) const { return dated(language_, day, "MMMM yyyy"); }

std::string Figures::time(Instant local) const { return to_string(local).substr(11, 5); }

}  // namespace takt::report
