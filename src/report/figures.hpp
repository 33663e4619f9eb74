#pragma once
// Numbers, shares and days as the reader's language writes them, to the letter as the interface
// does (web/src/app/format.ts). "–" is no value.

#include <optional>
#include <string>

#include "domain/user.hpp"
#include "domain/values.hpp"

namespace takt::report {

/// A share in per cent as it is shown, to so many decimals: what is just short of all or nothing is
/// not rounded to it.
double shown_percent(double share, int decimals);

/// What was computed as it is shown: to so many decimals, and what is not 0 to two digits.
double shown_value(double value, int decimals);

class Figures {
 public:
  explicit Figures(domain::Language language) : language_(language) {}

  /// As it was entered, to 15 digits.
  std::string number(std::optional<double> value) const;
  /// Computed, to so many decimals; what is not 0 never reads "0".
  std::string computed(std::optional<double> value, int decimals) const;
  /// 0.55 → "55 %". What is just short of all or nothing is not rounded to it.
  std::string percent(std::optional<double> value) const { return percent(value, 0); }
  /// A share, to a tenth of a per cent: 0.333 → "33,3 %".
  std::string share(std::optional<double> value) const { return percent(value, 1); }
  /// The same without its sign: "33,3".
  std::string bare_share(std::optional<double> value) const { return bare_percent(value, 1); }
  std::string bare_percent(std::optional<double> value, int decimals = 0) const;
  /// What follows a figure of this unit: "%" at once in English, all else after a space.
  std::string of_unit(const std::string& unit, const char* space = "\u00a0") const;
  std::string day(domain::Date day) const;
  /// "Do., 26.11.2026"
  std::string weekday(domain::Date day) const;
  /// "Mo., 30.11."
  std::string near_weekday(domain::Date day) const;
  /// "Mai 2028"
  std::string month(domain::Date day) const;
  /// "09:30", of what a clock shows
  std::string time(domain::Instant local) const;

 private:
  std::string percent(std::optional<double> value, int decimals) const;
  domain::Language language_;
};

}  // namespace takt::report
