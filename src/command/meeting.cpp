#include "command/meeting.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "access/secrets.hpp"
#include "command/draft.hpp"
#include "command/entity.hpp"
#include "command/minutes.hpp"
#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "domain/life_cycle.hpp"
#include "domain/meeting.hpp"
#include "domain/problem.hpp"
#include "domain/signal.hpp"
#include "domain/user.hpp"
#include "figure/meeting.hpp"
#include "store/meeting_store.hpp"

namespace takt::command {

using namespace domain;

namespace {

/// How many people have spent more dots than a person has.
int spent_more(store::Session& session, const Meeting& meeting) {
  std::map<Id, int> spent;
  for (const auto& vote : store::votes_of(session, meeting.id)) spent[vote.voter] += vote.dots;
  return static_cast<int>(std::ranges::count_if(
      spent, [&](const auto& one) { return one.second > meeting.votes.value; }));
}

}  // namespace

void check(Draft<Meeting>& draft) {
  const auto& after = draft.after;
  if (draft.before && draft.before->state != MeetingState::planned &&
      draft.before->kind != after.kind)
    draft.wrong("/kind", "fixed", "can't change once the meeting has begun");
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
  return revision;
}

void check(Draft<MeetingNote>& draft) {
  const auto meeting = store::must_find<Meeting>(draft.session, draft.after.meeting);
  if (meeting.state == MeetingState::planned)
    conflict("not_running", "The meeting has not begun yet.");
}

/// What is written down once the meeting is over joins its minutes, which are written already: in
/// the text of each language, and in what somebody edited.
long long follow_up(const Draft<MeetingNote>& draft, long long revision) {
  auto& session = draft.session;
  const auto before = store::must_find<Meeting>(session, draft.after.meeting);
  if (draft.before || before.state != MeetingState::closed) return revision;
  auto after = before;
  bool edited = true;
  for (const auto& written : store::minutes_texts(session, before.id)) {
    const auto text = add_afterwards(written.text, draft.after, written.language);
    store::put_minutes_text(session, before.id, {written.language, text});
    if (written.text != std::string_view(before.minutes)) continue;
    after.minutes = text;
    edited = false;
  }
  if (edited) {
    const auto user = store::find<User>(session, draft.caller.user);
    after.minutes =
        add_afterwards(before.minutes, draft.after, user ? user->language : Language::de);
  }
  put<Meeting>(draft.context, session, draft.caller, before, after, "", revision);
  return revision;
}

namespace {

Meeting meeting_of(store::Session& session, const Id& id) {
  return store::must_find<Meeting>(session, id);
}

void must_run(const Meeting& meeting) {
  if (meeting.archived_at) conflict("archived", "This is archived; restore it first.");
  refuse(not_running(meeting.state));
}

/// Runs `change` on the meeting's account in a transaction that only raises the revision: what
/// happens in the room is secret or fleeting, and the change log gets its result later.
template <class F>
void in_room(Context& context, const Id& account, F change) {
  const auto revision = context.database.write(account, [&](store::Session& session) -> long long {
    const auto of = store::find<Account>(session, account);
    if (of && of->archived_at)
      conflict("archived", "What this belongs to is archived; restore that first.");
    if (!change(session)) return 0;
    return store::raise_revision(session, account);
  });
  if (revision) context.announce(account, revision);
}

/// Topics that were secret come into the change log when they are revealed.
void record_topics(Context& context, store::Session& session, const Meeting& meeting) {
  for (const auto& proposal :
       store::present_where<Proposal>(session, meeting.account, "meeting", meeting.id)) {
    Caller author;
    author.user = proposal.author.value_or(Id{});
    record<Proposal>(context, session, author, nullptr, proposal, "");
  }
}

/// What the team concentrates on: the topics by their dots, into the cycle's focus topics.
void keep_focus(Context& context, store::Session& session, const Caller& caller,
                const Meeting& meeting, long long& revision) {
  auto cycle = meeting.cycle ? store::find<Cycle>(session, *meeting.cycle) : std::nullopt;
  const bool takes = cycle && cycle->account == meeting.account && !cycle->archived_at &&
                     cycle->state != CycleState::closed;
  // What a team voted for is not lost because nobody named a cycle, or one that is over.
  if (!takes) cycle = figure::cycle_at_hand(store::present_of<Cycle>(session, meeting.account));
  if (!cycle) return;
  std::map<Id, int> dots;
  for (const auto& vote : store::votes_of(session, meeting.id)) dots[vote.proposal] += vote.dots;
  const auto proposals =
      store::present_where<Proposal>(session, meeting.account, "meeting", meeting.id);
  // A topic whose group is gone stands by itself.
  const auto head_of = [&](const Proposal& one) {
    const bool there =
        one.group && std::ranges::find(proposals, *one.group, &Proposal::id) != proposals.end();
    return there ? *one.group : one.id;
  };
  for (const auto& proposal : proposals)
    if (const auto head = head_of(proposal); head != proposal.id) dots[head] += dots[proposal.id];
  for (const auto& proposal : proposals) {
    if (head_of(proposal) != proposal.id || dots[proposal.id] == 0) continue;
    FocusTopic topic;
    topic.account = meeting.account;
    topic.cycle = cycle->id;
    topic.title = proposal.title;
    topic.votes.value = dots[proposal.id];
    add<FocusTopic>(context, session, caller, topic, "", revision);
  }
}

}  // namespace

Meeting steer(Context& context, const Caller& caller, const Id& id, SteerCommand command,
              int step) {
  const auto account = require_write<Meeting>(context, caller, id);
  long long revision = 0;
  auto out = context.database.write(account, [&](store::Session& session) {
    revision = 0;
    const auto before = meeting_of(session, id);
    auto after = before;
    if (command != SteerCommand::start) must_run(before);
    after.state = state_after(domain::step(before.state, command));
    switch (command) {
      case SteerCommand::start:
        after.started_at = after.step_started_at = context.now();
        after.facilitator = caller.user;
        break;
      case SteerCommand::step:
        if (step < 0 || step >= agenda_steps(before.kind))
          throw Problem::invalid("/step", "out_of_range", "there is no such step");
        // Two who press the same mean the same: its time goes on counting from the first.
        if (step == before.step) return before;
        after.step = step;
        after.step_started_at = context.now();
        after.facilitator = caller.user;
        break;
      case SteerCommand::reveal_topics:
        if (!before.topics_revealed) record_topics(context, session, before);
        after.topics_revealed = true;
        break;
      case SteerCommand::reveal_votes:
        if (!before.votes_revealed) keep_focus(context, session, caller, before, revision);
        after.votes_revealed = true;
        break;
      case SteerCommand::close:
        after.closed_at = context.now();
        if (const auto user = store::find<User>(session, caller.user))
          for (const auto language : {Language::de, Language::en}) {
            auto text = write_minutes(session, after, language);
            store::put_minutes_text(session, id, {language, text});
            if (language == user->language) after.minutes = std::move(text);
          }
        break;
    }
    return put<Meeting>(context, session, caller, before, after, "", revision);
  });
  if (revision) context.announce(account, revision);
  return out;
}

void attend(Context& context, const Caller& caller, const Id& id) {
  const auto account = get<Meeting>(context, caller, id).account;
  in_room(context, account, [&](store::Session& session) {
    const auto meeting = meeting_of(session, id);
    if (meeting.archived_at) conflict("archived", "This is archived; restore it first.");
    if (meeting.state != MeetingState::running) return false;
    const auto now = context.now();
    const auto last = store::last_seen(session, id, caller.user);
    store::put_attendance(session, id, caller.user, now);
    return !last || now.time - last->time > kPresent;
  });
}

void propose(Context& context, const Caller& caller, const Id& id, const Title& title,
             const std::optional<Id>& own_id) {
  const auto account = require_create<Proposal>(context, caller, id);
  in_room(context, account, [&](store::Session& session) {
    const auto meeting = meeting_of(session, id);
    must_run(meeting);
    if (const auto same = own_id ? store::find<Proposal>(session, *own_id) : std::nullopt) {
      if (same->meeting != id || same->author != caller.user)
        conflict("id_taken", "The id is used by another entry.");
      return false;
    }
    Proposal proposal;
    proposal.id = own_id.value_or(access::new_id(context.now()));
    proposal.account = account;
    proposal.meeting = id;
    proposal.created_at = context.now();
    proposal.position = store::next_position<Proposal>(session, account);
    proposal.title = title;
    proposal.author = caller.user;
    store::insert(session, proposal);
    if (meeting.topics_revealed) record<Proposal>(context, session, caller, nullptr, proposal, "");
    return true;
  });
}

void withdraw(Context& context, const Caller& caller, const Id& id) {
  const auto account = require_write<Proposal>(context, caller, id);
  in_room(context, account, [&](store::Session& session) {
    auto proposal = store::must_find<Proposal>(session, id);
    const auto meeting = meeting_of(session, proposal.meeting);
    must_run(meeting);
    if (proposal.author != caller.user)
      conflict("not_yours", "Only whoever proposed a topic takes it back.");
    if (meeting.topics_revealed) conflict("revealed", "The topics are revealed already.");
    proposal.archived_at = context.now();
    ++proposal.version;
    store::update(session, proposal);
    return true;
  });
}

void group(Context& context, const Caller& caller, const Id& id, const std::optional<Id>& into) {
  const auto account = require_write<Proposal>(context, caller, id);
  in_room(context, account, [&](store::Session& session) {
    auto proposal = store::must_find<Proposal>(session, id);
    const auto meeting = meeting_of(session, proposal.meeting);
    must_run(meeting);
    if (!meeting.topics_revealed) conflict("not_revealed", "The topics are not revealed yet.");
    if (proposal.archived_at) conflict("withdrawn", "The topic was taken back.");
    const auto target = into ? store::find<Proposal>(session, *into) : std::nullopt;
    if (into && (!target || target->meeting != meeting.id || target->archived_at || *into == id ||
                 target->group))
      throw Problem::invalid("/into", "unknown_proposal", "must be another topic of the meeting");
    proposal.group = into;
    ++proposal.version;
    store::update(session, proposal);
    // Whatever was put to this one goes along.
    for (auto other :
         store::present_where<Proposal>(session, meeting.account, "meeting", meeting.id)) {
      if (other.group != id || !into) continue;
      other.group = into;
      ++other.version;
      store::update(session, other);
    }
    return true;
  });
}

void vote(Context& context, const Caller& caller, const Id& id, const Id& proposal, int dots) {
  const auto account = require_create<Proposal>(context, caller, id);
  in_room(context, account, [&](store::Session& session) {
    const auto meeting = meeting_of(session, id);
    must_run(meeting);
    if (!meeting.topics_revealed) conflict("not_revealed", "The topics are not revealed yet.");
    if (meeting.votes_revealed) conflict("revealed", "The votes are revealed already.");
    const auto target = store::find<Proposal>(session, proposal);
    if (!target || target->meeting != id || target->archived_at)
      throw Problem::invalid("/proposal", "unknown_proposal", "must be a topic of the meeting");
    int spent = 0;
    for (const auto& one : store::votes_of(session, id))
      if (one.voter == caller.user && one.proposal != proposal) spent += one.dots;
    if (dots < 0 || spent + dots > meeting.votes.value)
      throw Problem::invalid("/dots", "too_many_dots", "you have no dots left");
    store::put_vote(session, id, {caller.user, proposal, dots});
    return true;
  });
}

}  // namespace takt::command
