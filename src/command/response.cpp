#include "command/draft.hpp"
#include "command/entity.hpp"
#include "domain/action.hpp"
#include "domain/key_result.hpp"
#include "domain/life_cycle.hpp"
#include "domain/meeting.hpp"
#include "domain/objective.hpp"
#include "domain/signal.hpp"

namespace takt::command {

using namespace domain;

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

/// A response moves its signal on and, being the first one, stops the clock.
long long follow_up(const Draft<Response>& draft, long long revision) {
  if (!draft.creating()) return revision;
  auto& session = draft.session;
  const auto before = store::must_find<Signal>(session, draft.after.signal);
  auto after = before;
  after.state = step(before.state, event_of(draft.after.kind));
  after.watch_until.reset();
  if (after.state == SignalState::watched) after.watch_until = draft.after.watch_until;
  if (!after.answered_at) after.answered_at = draft.context.now();
  ++after.version;
  store::update(session, after);
  return record(draft.context, session, draft.caller, &before, after, draft.after.reason);
}

}  // namespace takt::command
