#pragma once
// The cycle that a meeting is about, and the meeting that follows it.

#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "domain/meeting.hpp"
#include "figure/figure.hpp"

namespace takt::figure {

/// The cycle of the account that its team works on: the current one, else the first that is
/// planned.
std::optional<domain::Cycle> cycle_at_hand(const std::vector<domain::Cycle>& cycles);

/// The cycles of a meeting that carries a team from one into the next.
struct MeetingCycles {
  std::optional<domain::Cycle> ended;  ///< whose results, effect and lessons are told
  std::optional<domain::Cycle> next;   ///< that takes topics and objectives
};

/// Of a meeting on `day` that names the cycle `named`, or none. The next one is what it names,
/// unless that is over (closed, in review, or ended before the day); else the active one in its
/// first half, the first in planning after that, the active one where none is planned. The ended
/// one is what it names where that is over, else the last that began before the next.
MeetingCycles meeting_cycles(const std::vector<domain::Cycle>& cycles,
                             const std::optional<Id>& named, domain::Date day);

/// Who steers the meeting. No value where whoever did may not any more: they left the team, look on
/// only, or are gone.
std::optional<Id> facilitator_of(store::Session& session, const domain::Meeting& meeting);

/// What the next meeting may be; whoever plans it may say otherwise.
struct MeetingProposal {
  domain::MeetingKind kind = domain::MeetingKind::check_in;
  domain::Date on;
  std::optional<Id> cycle;  ///< takes what a cycle meeting votes for
  std::string cycle_name;
};
BOOST_DESCRIBE_STRUCT(MeetingProposal, (), (kind, on, cycle, cycle_name))

/// After a meeting on `day`, in the account's rhythm: its cadence from one cycle meeting to the
/// next, its check-in interval else, not before `today`. Once the cycle at hand is over it is time
/// for a cycle meeting. The cycle is the one that the day lies in, else the one at hand.
MeetingProposal next_meeting(const domain::Account& account,
                             const std::vector<domain::Cycle>& cycles, domain::MeetingKind kind,
                             domain::Date day, domain::Date today);

}  // namespace takt::figure
