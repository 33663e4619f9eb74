#include "figure/next_cycle.hpp"

#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "domain/cycle_name.hpp"
#include "domain/organisation.hpp"
#include "store/change_log.hpp"

namespace takt::figure {

using namespace domain;

namespace {

Organisation organisation_of(store::Session& session) {
  return store::find<Organisation>(session, store::organisation_ledger()).value_or(Organisation{});
}

/// The day after its last cycle, else the one that the account says; no value where it says none.
std::optional<Date> known_start(store::Session& session, const Account& account) {
  std::optional<Date> end;
  for (const auto& cycle : store::present_of<Cycle>(session, account.id))
    end = std::max(end.value_or(cycle.ends_on), cycle.ends_on);
  return end ? plus_days(*end, 1) : account.first_cycle_start;
}

}  // namespace

std::optional<Cycle> cycle_before(store::Session& session, const Cycle& cycle) {
  std::optional<Cycle> out;
  for (const auto& other : store::present_of<Cycle>(session, cycle.account))
    if (other.starts_on < cycle.starts_on && (!out || other.starts_on > out->starts_on))
      out = other;
  return out;
}

NextCycle next_cycle(store::Session& session, const Account& account, Date today) {
  const int fiscal_month = organisation_of(session).fiscal_month.value;
  return next_cycle_from(session, account,
                         known_start(session, account)
                             .value_or(first_start(fiscal_month, today, account.cadence.value)));
}

NextCycle next_cycle_from(store::Session& session, const Account& account, Date starts_on) {
  const auto organisation = organisation_of(session);
  const int months = account.cadence.value;
  return {
      cycle_name(organisation.cycle_pattern, organisation.fiscal_month.value, starts_on, months),
      starts_on, cycle_end(starts_on, months)};
}

std::vector<NextCycle> coming_cycles(store::Session& session, const Account& account, Date today,
                                     Date farthest) {
  const auto organisation = organisation_of(session);
  const int months = account.cadence.value;
  std::vector<NextCycle> out;
  const auto start = known_start(session, account);
  auto next =
      next_cycle_from(session, account,
                      start.value_or(period_start(organisation.fiscal_month.value, today, months)));
  while (out.size() < 40 && next.starts_on <= farthest) {
    out.push_back(next);
    next.starts_on = plus_days(next.ends_on, 1);
    next.ends_on = cycle_end(next.starts_on, months);
    next.name = cycle_name(organisation.cycle_pattern, organisation.fiscal_month.value,
                           next.starts_on, months);
  }
  return out;
}

}  // namespace takt::figure
