#include "figure/meeting.hpp"

#include <algorithm>

#include "domain/access.hpp"
#include "domain/life_cycle.hpp"
#include "domain/user.hpp"
#include "store/account_store.hpp"

namespace takt::figure {

using namespace domain;

std::optional<Cycle> cycle_at_hand(const std::vector<Cycle>& cycles) {
  auto shown = shown_cycle(cycles);
  if (shown && shown->state == CycleState::closed) shown.reset();
  return shown;
}

MeetingCycles meeting_cycles(const std::vector<Cycle>& cycles, const std::optional<Id>& named,
                             Date day) {
  auto sorted = cycles;
  std::ranges::sort(sorted, {},
                    [](const Cycle& cycle) { return std::pair(cycle.starts_on, cycle.id.text); });
  const auto over = [&](const Cycle& cycle) {
    return cycle.state == CycleState::closed || cycle.state == CycleState::review ||
           (cycle.state == CycleState::active && cycle.ends_on < day);
  };
  const auto first = [&](auto fits) {
    const auto found = std::ranges::find_if(sorted, fits);
    return found == sorted.end() ? std::nullopt : std::optional<Cycle>(*found);
  };
  const auto own = first([&](const Cycle& cycle) { return named && cycle.id == *named; });
  MeetingCycles out;
  if (own && over(*own)) out.ended = own;
  if (own && !over(*own)) out.next = own;
  const auto active =
      first([&](const Cycle& cycle) { return cycle.state == CycleState::active && !over(cycle); });
  if (!out.next && active && day.days - active->starts_on.days < active->ends_on.days - day.days)
    out.next = active;
  if (!out.next)
    out.next = first([&](const Cycle& cycle) {
      return cycle.state == CycleState::planning &&
             (!out.ended || cycle.starts_on > out.ended->starts_on);
    });
  if (!out.next) out.next = active;
  if (!out.ended)
    for (const auto& cycle : sorted)
      if (cycle.state != CycleState::planning && (!out.next || cycle.id != out.next->id) &&
          (out.next ? cycle.starts_on < out.next->starts_on : over(cycle)))
        out.ended = cycle;
  return out;
}

std::optional<Id> facilitator_of(store::Session& session, const Meeting& meeting) {
  if (!meeting.facilitator) return {};
  const auto user = store::find<User>(session, *meeting.facilitator);
  if (!user || user->archived_at) return {};
  const auto team = store::team_role(session, meeting.account, user->id);
  if (!allowed(Permission::contribute, user->role, team)) return {};
  return meeting.facilitator;
}

MeetingProposal next_meeting(const Account& account, const std::vector<Cycle>& cycles,
                             MeetingKind kind, Date day, Date today) {
  const bool of_cycle = kind == MeetingKind::cycle;
  MeetingProposal out{.kind = of_cycle ? MeetingKind::cycle : MeetingKind::check_in, .on = day};
  for (int times = 1; out.on == day || out.on < today; ++times)
    out.on = of_cycle ? plus_months(day, times * account.cadence.value)
                      : plus_days(day, times * account.check_in_interval.value);
  auto cycle = cycle_at_hand(cycles);
  if (cycle && cycle->ends_on < out.on) out.kind = MeetingKind::cycle;
  for (const auto& other : cycles)
    if (other.state != CycleState::closed && other.starts_on <= out.on && out.on <= other.ends_on)
      cycle = other;
  if (cycle) {
    out.cycle = cycle->id;
    out.cycle_name = cycle->name;
  }
  return out;
}

}  // namespace takt::figure
