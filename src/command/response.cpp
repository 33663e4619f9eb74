#include <span>

#include "command/draft.hpp"
#include "command/entity.hpp"
#include "domain/action.hpp"
#include "domain/key_result.hpp"
#include "domain/life_cycle.hpp"
#include "domain/meeting.hpp"
#include "domain/objective.hpp"
#include "domain/signal.hpp"
#include "store/signal_store.hpp"

namespace takt::command {

using namespace domain;

void check(Draft<Response>& draft) {
  auto& after = draft.after;
  if (!draft.creating()) {
    // Taken back, it is archived for good.
    if (after.archived_at) return;
    conflict("immutable", "An answer stays as it was given; take it back or give another one.");
  }
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
      if (!after.watch_until || *after.watch_until <= draft.entry_day())
        draft.wrong("/watchUntil", "not_later", "must be a day to come");
      return;
    case ResponseKind::dismiss:
      if (after.reason.empty())
        draft.wrong("/reason", "required", "is required: why does it not matter?");
      return;
  }
  if (!after.target) draft.wrong("/target", "required", "is required");
}

namespace {

/// A response moves its signal on and, being the first one, stops the clock.
void move_on(Signal& signal, const Response& response) {
  signal.state = step(signal.state, event_of(response.kind));
  signal.watch_until.reset();
  if (signal.state == SignalState::watched) signal.watch_until = response.watch_until;
  if (!signal.answered_at) signal.answered_at = response.created_at;
}

/// The signal as the responses that stand leave it; without any it waits again, and its clock runs
/// as if there had been none.
void reopen(Signal& signal, std::span<const Response> standing) {
  signal.state =
      step(SignalState::new_, judged(signal) ? SignalEvent::assess : SignalEvent::unassess);
  signal.watch_until.reset();
  signal.answered_at.reset();
  for (const auto& response : standing) move_on(signal, response);
}

}  // namespace

long long follow_up(const Draft<Response>& draft, long long) {
  auto& session = draft.session;
  const auto before = store::must_find<Signal>(session, draft.after.signal);
  auto after = before;
  if (draft.creating())
    move_on(after, draft.after);
  else
    reopen(after, store::responses_to(session, std::span(&before.id, 1)));
  ++after.version;
  store::update(session, after);
  return record(draft.context, session, draft.caller, &before, after,
                draft.creating() ? draft.after.reason : draft.reason);
}

}  // namespace takt::command
