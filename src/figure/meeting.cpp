#include "figure/meeting.hpp"

#include "domain/life_cycle.hpp"

namespace takt::figure {

using namespace domain;

std::optional<Cycle> cycle_at_hand(const std::vector<Cycle>& cycles) {
  auto shown = shown_cycle(cycles);
  if (shown && shown->state == CycleState::closed) shown.reset();
  return shown;
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
