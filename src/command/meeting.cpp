#include "command/meeting.hpp"

#include <algorithm>
#include <tuple>

#include "command/draft.hpp"
#include "command/entity.hpp"
#include "command/minutes.hpp"
#include "command/proposal.hpp"
#include "command/room.hpp"
#include "domain/key_result.hpp"
#include "domain/life_cycle.hpp"
#include "domain/meeting.hpp"
#include "domain/objective.hpp"
#include "domain/problem.hpp"
#include "domain/user.hpp"
#include "figure/meeting.hpp"
#include "mapping/stored.hpp"
#include "store/meeting_store.hpp"
#include "store/zone.hpp"

namespace takt::command {

using namespace domain;
using namespace figure;

void check(Draft<Meeting>& draft) {
  const auto& after = draft.after;
  if (draft.before && draft.before->state != MeetingState::planned &&
      draft.before->kind != after.kind)
    draft.wrong("/kind", "fixed", "can't change once the meeting has begun");
  // Whoever moves the meeting says until when its topics are collected, too.
  if (after.topics_until &&
      (draft.changed(&Meeting::topics_until) || draft.changed(&Meeting::planned_at)) &&
      store::day_in(draft.context.zone_of(draft.caller), after.planned_at) < *after.topics_until)
    draft.wrong("/topicsUntil", "after_meeting", "must not be after the meeting");
  // Whose votes they are stays secret.
  if (draft.before && after.votes.value < draft.before->votes.value)
    if (const int many = spent_more(draft.session, after); many > 0)
      draft.wrong("/votes", "votes_spent",
                  "must not be fewer than were spent: " + std::to_string(many) +
                      (many == 1 ? " person has" : " people have") + " spent more");
}

long long follow_up(const Draft<Meeting>& draft, long long revision) {
  const auto shown = [](const Meeting& meeting) {
    return std::tuple(meeting.planned_at, meeting.duration.value, meeting.place, meeting.kind,
                      meeting.archived_at.has_value());
  };
  if (draft.before && shown(*draft.before) != shown(draft.after))
    store::raise_calendar_sequence(draft.session, draft.after.id, draft.context.now());
  const bool comes_or_goes =
      draft.before && draft.before->archived_at.has_value() != draft.after.archived_at.has_value();
  if (comes_or_goes && draft.after.state != MeetingState::closed)
    return keep_collected(draft, revision);
  return revision;
}

void check(Draft<MeetingNote>& draft) {
  const auto meeting = store::must_find<Meeting>(draft.session, draft.after.meeting);
  if (meeting.state == MeetingState::planned)
    conflict("not_running", "The meeting has not begun yet.");
}

namespace {

/// Whether the minutes, which are written already, lack what the note says now.
bool is_afterwards(const Draft<MeetingNote>& draft, const Meeting& meeting) {
  const auto* before = draft.before;
  if (meeting.state != MeetingState::closed || draft.after.archived_at) return false;
  if (!before || before->title != draft.after.title) return true;
  return before->archived_at && *before->archived_at < *meeting.closed_at;
}

}  // namespace

/// What is written down once the meeting is over joins its minutes: in the text of each language,
/// or in what somebody edited. So nothing is lost to whoever writes while another one closes.
long long follow_up(const Draft<MeetingNote>& draft, long long revision) {
  auto& session = draft.session;
  const auto before = store::must_find<Meeting>(session, draft.after.meeting);
  if (!is_afterwards(draft, before)) return revision;
  auto after = before;
  auto texts = store::minutes_texts(session, before.id);
  if (!store::as_written(before, texts)) {
    const auto user = store::find<User>(session, draft.caller.user);
    after.minutes =
        add_afterwards(before.minutes, draft.after, user ? user->language : Language::de);
    texts.clear();
  }
  for (const auto& written : texts) {
    const auto text = add_afterwards(written.text, draft.after, written.language);
    store::put_minutes_text(session, before.id, {written.language, text});
    if (written.text == std::string_view(before.minutes)) after.minutes = text;
  }
  if (const auto kept = store::minutes_data(session, before.id)) {
    auto minutes = mapping::from_stored_json<Minutes>(*kept);
    minutes.afterwards.push_back(draft.after.title);
    store::put_minutes_data(session, before.id, mapping::to_json(minutes));
  }
  put<Meeting>(draft.context, session, draft.caller, before, after, "", revision);
  return revision;
}

namespace {

/// What the room looks at: something present of the account; a topic only once all know it.
void check_focus(store::Session& session, const Meeting& meeting,
                 const std::optional<Focus>& focus) {
  if (!focus) return;
  const auto there = [&]() -> bool {
    switch (focus->kind) {
      case FocusKind::objective:
        return is_present<Objective>(session, meeting.account, focus->id);
      case FocusKind::key_result:
        return is_present<KeyResult>(session, meeting.account, focus->id);
      case FocusKind::proposal: {
        const auto topic = store::find<Proposal>(session, focus->id);
        return topic && topic->meeting == meeting.id && topic->revealed && !topic->archived_at;
      }
    }
    return false;
  };
  if (!there())
    throw Problem::invalid("/focus/id", "unknown_focus", "must be one of the account's entries");
}

void put_focus(store::Session& session, const Id& meeting, const std::optional<Focus>& focus) {
  auto state = store::room_state(session, meeting);
  state.focus_kind.reset();
  state.focus.reset();
  if (focus) {
    state.focus_kind = focus->kind;
    state.focus = focus->id;
  }
  store::put_room_state(session, meeting, state);
}

void close(Context& context, store::Session& session, const Caller& caller, Meeting& meeting,
           long long& revision) {
  meeting.closed_at = context.now();
  keep_focus(context, session, caller, meeting, revision);
  park_the_rest(context, session, caller, meeting);
  store::clear_ready(session, meeting.id);
  put_focus(session, meeting.id, {});
  const auto minutes = gather_minutes(session, meeting);
  store::put_minutes_data(session, meeting.id, mapping::to_json(minutes));
  const auto user = store::find<User>(session, caller.user);
  for (const auto language : {Language::de, Language::en}) {
    auto text = word_minutes(minutes, language);
    store::put_minutes_text(session, meeting.id, {language, text});
    if (language == (user ? user->language : Language::de)) meeting.minutes = std::move(text);
  }
}

/// Whether the command asks for what is so already: two who press the same mean the same, and its
/// time goes on counting from the first.
bool done_already(const Meeting& meeting, const Steering& in) {
  switch (*in.command) {
    case SteerCommand::step:
      return in.step.value == meeting.step;
    case SteerCommand::reveal_topics:
      return meeting.topics_revealed;
    case SteerCommand::open_votes:
      return meeting.votes_open;
    case SteerCommand::reveal_votes:
      return meeting.votes_revealed;
    case SteerCommand::start:
    case SteerCommand::focus:
    case SteerCommand::close:
      break;
  }
  return false;
}

/// Carries out the command of whoever steers; `after` is the meeting as it becomes.
void carry_out(Context& context, store::Session& session, const Caller& caller, const Steering& in,
               Meeting& after, long long& revision) {
  switch (*in.command) {
    case SteerCommand::start:
      after.started_at = after.step_started_at = context.now();
      take_up_parked(context, session, caller, after);
      break;
    case SteerCommand::step:
      if (in.step.value >= agenda_steps(after.kind))
        throw Problem::invalid("/step", "out_of_range", "there is no such step");
      after.step = in.step.value;
      after.step_started_at = context.now();
      store::clear_ready(session, after.id);
      put_focus(session, after.id, {});
      keep_focus(context, session, caller, after, revision);
      break;
    case SteerCommand::reveal_topics:
      reveal_topics(context, session, after);
      after.topics_revealed = true;
      break;
    case SteerCommand::open_votes:
    case SteerCommand::reveal_votes:
      if (!after.topics_revealed) conflict("not_revealed", "The topics are not revealed yet.");
      after.votes_open = true;
      if (in.command == SteerCommand::open_votes) break;
      after.votes_revealed = true;
      keep_focus(context, session, caller, after, revision);
      break;
    case SteerCommand::focus:
      check_focus(session, after, in.focus);
      put_focus(session, after.id, in.focus);
      break;
    case SteerCommand::close:
      close(context, session, caller, after, revision);
      break;
  }
}

}  // namespace

Meeting steer(Context& context, const Caller& caller, const Id& id, const Steering& in) {
  const auto account = require_write<Meeting>(context, caller, id);
  if (!in.command && !in.facilitate)
    throw Problem::invalid("/command", "required", "must say what to do");
  long long revision = 0;
  auto out = context.database.write(account, [&](store::Session& session) {
    revision = 0;
    const auto before = store::must_find<Meeting>(session, id);
    auto after = before;
    if (in.command != SteerCommand::start) must_run(before);
    if (in.facilitate) after.facilitator = caller.user;
    if (in.command && !done_already(before, in)) {
      after.state = state_after(domain::step(before.state, *in.command));
      // What is archived, or hangs on what is, takes none of the writes below either.
      if (before.archived_at) conflict("archived", "This is archived; restore it first.");
      must_hang_on_present(session, before);
      const bool starts = in.command == SteerCommand::start;
      const auto steers = starts ? std::nullopt : facilitator_of(session, after);
      if (steers && *steers != caller.user)
        conflict("not_facilitator", "Somebody else steers the meeting; take over first.");
      // Whoever steers while nobody does facilitates from then on, which all see.
      after.facilitator = caller.user;
      carry_out(context, session, caller, in, after, revision);
    }
    auto meeting = put<Meeting>(context, session, caller, before, after, "", revision);
    // What the room looks at is fleeting: no change of the meeting.
    if (!revision && in.command == SteerCommand::focus)
      revision = store::raise_revision(session, account);
    return meeting;
  });
  tell(context, account, revision);
  return out;
}

void be_ready(Context& context, const Caller& caller, const Id& id, bool ready,
              std::optional<int> step) {
  const auto account = require_write<Meeting>(context, caller, id);
  in_room(context, account, [&](store::Session& session) {
    const auto meeting = store::must_find<Meeting>(session, id);
    must_run(meeting);
    if (step && *step != meeting.step) return false;
    const auto now = store::ready_in(session, id);
    if (ready == (std::ranges::find(now, caller.user) != now.end())) return false;
    store::put_ready(session, id, caller.user, ready);
    return true;
  });
}

void attend(Context& context, const Caller& caller, const Id& id) {
  const auto account = get<Meeting>(context, caller, id).account;
  in_room(context, account, [&](store::Session& session) {
    const auto meeting = store::must_find<Meeting>(session, id);
    if (meeting.archived_at) conflict("archived", "This is archived; restore it first.");
    if (meeting.state != MeetingState::running) return false;
    const auto now = context.now();
    const auto last = store::last_seen(session, id, caller.user);
    store::put_attendance(session, id, caller.user, now);
    return !last || now.time - last->time > kPresent;
  });
}

}  // namespace takt::command
