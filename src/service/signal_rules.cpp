#include "service/signal_rules.hpp"

#include "domain/cycle.hpp"

namespace takt::service {

using namespace domain;

void check(Draft<Signal>& draft) {
  auto& after = draft.after;
  if (draft.creating()) after.recorded_by = draft.caller.user;
  if (!after.observed_on) after.observed_on = draft.today;
  if (*after.observed_on > draft.today)
    draft.wrong("/observedOn", "in_future", "must not be later than today");
  if (after.market_signal && !store::find<MarketSignal>(draft.session, *after.market_signal))
    draft.wrong("/marketSignal", "unknown_market_signal", "must be a market signal");
  const bool judged = after.nature && after.impact && after.likelihood;
  if (after.state == SignalState::new_ && judged) after.state = SignalState::assessed;
  if (after.state == SignalState::assessed && !judged) after.state = SignalState::new_;
}

void check(Draft<Response>& draft) {
  auto& after = draft.after;
  if (!draft.creating())
    conflict("immutable", "An answer stays in the history; give another one instead.");
  after.decided_by = draft.caller.user;
  const bool needs_no_target =
      after.kind == ResponseKind::watch || after.kind == ResponseKind::dismiss;
  if (needs_no_target && after.target)
    draft.wrong("/target", "not_here", "is nothing that this answer leads to");
  switch (after.kind) {
    case ResponseKind::objective:
      must_exist<Objective>(draft, after.target, "/target");
      break;
    case ResponseKind::key_result:
      must_exist<KeyResult>(draft, after.target, "/target");
      break;
    case ResponseKind::action:
      must_exist<Action>(draft, after.target, "/target");
      break;
    case ResponseKind::meeting:
      must_exist<Meeting>(draft, after.target, "/target");
      break;
    case ResponseKind::watch:
      if (!after.watch_until || *after.watch_until <= draft.today)
        draft.wrong("/watchUntil", "not_later", "must be a day to come");
      return;
    case ResponseKind::dismiss:
      if (after.reason.empty())
        draft.wrong("/reason", "required", "is required: why does it not matter?");
      return;
  }
  if (!after.target) draft.wrong("/target", "required", "is required");
}

void check(Draft<WarningQuestion>& draft) {
  must_exist<Contact>(draft, draft.after.contact, "/contact");
  if (draft.after.asked_on && *draft.after.asked_on > draft.today)
    draft.wrong("/askedOn", "in_future", "must not be later than today");
}

void check(Draft<Meeting>& draft) {
  const auto& after = draft.after;
  must_exist<Cycle>(draft, after.cycle, "/cycle");
  must_exist<Signal>(draft, after.signal, "/signal");
  if (draft.changed(&Meeting::invitees))
    for (std::size_t i = 0; i < after.invitees.size(); ++i)
      must_be_on_team(draft, after.invitees[i], "/invitees/" + std::to_string(i));
  if (draft.before && draft.before->state != MeetingState::planned &&
      draft.before->kind != after.kind)
    draft.wrong("/kind", "fixed", "can't change once the meeting has begun");
}

void check(Draft<MeetingNote>& draft) {
  const auto meeting = store::find<Meeting>(draft.session, draft.after.meeting).value();
  if (meeting.state == MeetingState::planned)
    conflict("not_running", "The meeting has not begun yet.");
}

}  // namespace takt::service
