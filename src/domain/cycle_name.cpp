#include "domain/cycle_name.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace takt::domain {

Date cycle_end(Date starts_on, int months) { return plus_days(plus_months(starts_on, months), -1); }

Date period_start(int fiscal_month, Date day, int months) {
  const std::chrono::year_month_day ymd{day.days};
  const int since = (static_cast<int>(unsigned(ymd.month())) - fiscal_month + 12) % 12;
  const Date first{std::chrono::sys_days{ymd.year() / ymd.month() / 1}};
  return plus_months(first, -(since % months));
}

Date first_start(int fiscal_month, Date today, int months) {
  const auto present = period_start(fiscal_month, today, months);
  const auto after = plus_months(present, months);
  return 2 * days_between(today, after) < days_between(present, after) ? after : present;
}

namespace {

std::string two_digits(int number) {
  char out[16];
  std::snprintf(out, sizeof out, "%02d", number % 100);
  return out;
}

void replace(std::string& text, std::string_view what, const std::string& by) {
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

constexpr std::array<std::string_view, 7> kPlaceholders{"{year}", "{yy}",      "{next}", "{period}",
                                                        "{half}", "{quarter}", "{month}"};

}  // namespace

std::string cycle_name(std::string_view pattern, int fiscal_month, Date starts_on, int months) {
  // A cycle that starts in the last days of a month belongs to the next one.
  const std::chrono::year_month_day ymd{plus_days(starts_on, 7).days};
  const int month = static_cast<int>(unsigned(ymd.month()));
  const int since = (month - fiscal_month + 12) % 12;
  const int year = int(ymd.year()) - (month < fiscal_month ? 1 : 0);
  const auto half = std::to_string(since / 6 + 1);
  const auto quarter = std::to_string(since / 3 + 1);
  const auto period = months == 3    ? "Q" + quarter
                      : months == 6  ? "H" + half
                      : months == 12 ? std::string()
                                     : "M" + two_digits(month);
  std::string out(pattern);
  replace(out, "{year}", std::to_string(year));
  replace(out, "{yy}", two_digits(year));
  replace(out, "{next}", two_digits(year + 1));
  replace(out, "{period}", period);
  replace(out, "{half}", half);
  replace(out, "{quarter}", quarter);
  replace(out, "{month}", two_digits(month));
  // A year has no part to name.
  replace(out, "  ", " ");
  if (out.starts_with(' ')) out.erase(0, 1);
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::optional<std::string_view> unknown_placeholder(std::string_view pattern) {
  for (auto at = pattern.find('{'); at != pattern.npos; at = pattern.find('{', at + 1)) {
    const auto end = pattern.find('}', at);
    const auto one = pattern.substr(at, end == pattern.npos ? pattern.npos : end - at + 1);
    if (std::ranges::find(kPlaceholders, one) == kPlaceholders.end()) return one;
  }
  return {};
}

}  // namespace takt::domain
