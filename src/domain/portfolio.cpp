#include "domain/portfolio.hpp"

#include <algorithm>
#include <cmath>

namespace takt::domain {

bool drifts(Health health, const std::optional<ShareMoved>& share) {
  if (health == Health::behind || health == Health::at_risk) return true;
  return share && share_clause({}, *share).severity != Severity::plain;
}

namespace {

int days_quiet(const std::optional<Date>& last, Date since, Date today) {
  return days_between(std::max(last.value_or(since), since), today);
}

}  // namespace

bool without_signals(const Quiet& quiet) {
  return days_quiet(quiet.last_signal, quiet.there_since, quiet.today) > kQuietSignalDays;
}

bool rests(const Quiet& quiet) {
  if (without_signals(quiet)) return true;
  const auto runs_since = std::max(quiet.runs_since, quiet.there_since);
  return quiet.asks && days_quiet(quiet.last_check_in, runs_since, quiet.today) > kQuietCheckInDays;
}

std::optional<Moved> moved(const std::optional<double>& from, const std::optional<double>& to,
                           int decimals) {
  if (!from || !to) return {};
  const double step = std::pow(10.0, decimals);
  const auto by = std::llround(*to * step) - std::llround(*from * step);
  return by == 0 ? Moved::held : by > 0 ? Moved::rose : Moved::fell;
}

}  // namespace takt::domain
