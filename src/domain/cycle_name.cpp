#include "domain/cycle_name.hpp"

#include <cstdio>

namespace takt::domain {

Date cycle_end(Date starts_on, int months) { return plus_days(plus_months(starts_on, months), -1); }

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

}  // namespace

std::string cycle_name(std::string_view pattern, int fiscal_month, Date starts_on) {
  // A cycle that starts in the last days of a month belongs to the next one.
  const std::chrono::year_month_day ymd{plus_days(starts_on, 7).days};
  const int month = static_cast<int>(unsigned(ymd.month()));
  const int since = (month - fiscal_month + 12) % 12;
  const int year = int(ymd.year()) - (month < fiscal_month ? 1 : 0);
  std::string out(pattern);
  replace(out, "{year}", std::to_string(year));
  replace(out, "{yy}", two_digits(year));
  replace(out, "{next}", two_digits(year + 1));
  replace(out, "{half}", std::to_string(since / 6 + 1));
  replace(out, "{quarter}", std::to_string(since / 3 + 1));
  replace(out, "{month}", two_digits(month));
  return out;
}

}  // namespace takt::domain
