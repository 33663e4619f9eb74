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
#include "domain/key_result.hpp"
#include "domain/life_cycle.hpp"
#include "domain/meeting.hpp"
#include "domain/objective.hpp"
#include "domain/problem.hpp"
#include "domain/signal.hpp"
#include "domain/user.hpp"
#include "figure/meeting.hpp"
#include "mapping/stored.hpp"
#include "store/meeting_store.hpp"
#include "store/zone.hpp"

namespace takt::command {

using namespace domain;
using namespace figure;

namespace {

/// How many people have spent more dots than a person has.
int spent_more(store::Session& session, const Meeting& meeting) {
  std::map<Id, int> spent;
  for (const auto& vote : store::votes_of(session, meeting.id)) spent[vote.voter] += vote.dots;
  return static_cast<int>(std::ranges::count_if(
      spent, [&](const auto& one) { return one.second > meeting.votes.value; }));
}

/// Stores a topic that changed. The change log hears of it where it is known already; the account's
/// revision then, else 0.
long long keep_topic(Context& context, store::Session& session, const Caller& caller,
                     const Proposal& before, Proposal after) {
  ++after.version;
  store::update(session, after);
  return after.revealed ? record<Proposal>(context, session, caller, &before, after, "") : 0;
}

/// The topics of the meeting, in their order.
std::vector<Proposal> topics_of(store::Session& session, const Meeting& meeting) {
  return store::present_where<Proposal>(session, meeting.account, "meeting", meeting.id);
}

/// The topics of a meeting that is called off wait for the next one, unless it comes back: then
/// they do, too, save those that were parked by hand. The account's last revision.
long long keep_collected(const Draft<Meeting>& draft, long long revision) {
  const auto& called_off = draft.after.archived_at;
  for (const auto& before : topics_of(draft.session, draft.after)) {
    if (called_off ? before.parked_at.has_value() : before.parked_at != draft.before->archived_at)
      continue;
    auto after = before;
    after.parked_at = called_off;
    revision =
        std::max(revision, keep_topic(draft.context, draft.session, draft.caller, before, after));
  }
  return revision;
}

}  // namespace

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

Meeting meeting_of(store::Session& session, const Id& id) {
  return store::must_find<Meeting>(session, id);
}

void must_run(const Meeting& meeting) {
  if (meeting.archived_at) conflict("archived", "This is archived; restore it first.");
  refuse(not_running(meeting.state));
}

void must_take_topics(const Meeting& meeting, Date today) {
  if (meeting.archived_at) conflict("archived", "This is archived; restore it first.");
  if (takes_topics(meeting, today)) return;
  if (meeting.state == MeetingState::planned && has_topics(meeting.kind))
    conflict("topics_collected", "The topics were collected until a day that is over.");
  refuse(not_running(meeting.state));
}

/// A topic that the caller knows: its author, until all do.
Proposal known_topic(store::Session& session, const Caller& caller, const Id& id) {
  auto topic = store::must_find<Proposal>(session, id);
  if (!topic.revealed && topic.author != caller.user)
    conflict("not_revealed", "The topics are not revealed yet.");
  if (topic.archived_at) conflict("withdrawn", "The topic was taken back.");
  return topic;
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
void reveal_topics(Context& context, store::Session& session, const Meeting& meeting) {
  for (auto topic : topics_of(session, meeting)) {
    if (topic.revealed) continue;
    topic.revealed = true;
    ++topic.version;
    store::update(session, topic);
    Caller author;
    author.user = topic.author.value_or(Id{});
    record<Proposal>(context, session, author, nullptr, topic, "");
  }
}

/// The topic that `one` is put to, or itself. A topic whose group is gone stands by itself.
Id head_of(const std::vector<Proposal>& topics, const Proposal& one) {
  const bool there =
      one.group && std::ranges::find(topics, *one.group, &Proposal::id) != topics.end();
  return there ? *one.group : one.id;
}

/// The dots of each topic that stands by itself, with those of what is put to it.
std::map<Id, int> dots_of(store::Session& session, const Meeting& meeting,
                          const std::vector<Proposal>& topics) {
  std::map<Id, Id> head;
  for (const auto& topic : topics) head[topic.id] = head_of(topics, topic);
  std::map<Id, int> dots;
  for (const auto& vote : store::votes_of(session, meeting.id))
    if (const auto found = head.find(vote.proposal); found != head.end())
      dots[found->second] += vote.dots;
  return dots;
}

MeetingCycles cycles_of(store::Session& session, const Meeting& meeting) {
  const auto day = store::day_of(session, meeting.started_at.value_or(meeting.planned_at));
  return meeting_cycles(store::present_of<Cycle>(session, meeting.account), meeting.cycle, day);
}

/// What the team concentrates on: the topics by their dots, into the focus topics of the next
/// cycle. Once there is one: what a team voted for is not lost because it is made in this meeting.
void keep_focus(Context& context, store::Session& session, const Caller& caller,
                const Meeting& meeting, long long& revision) {
  auto state = store::room_state(session, meeting.id);
  if (!meeting.votes_revealed || state.focus_kept) return;
  const auto cycle = cycles_of(session, meeting).next;
  if (!cycle) return;
  const auto topics = topics_of(session, meeting);
  auto dots = dots_of(session, meeting, topics);
  for (const auto& one : topics) {
    if (dots[one.id] == 0 || one.parked_at) continue;
    FocusTopic topic;
    topic.account = meeting.account;
    topic.cycle = cycle->id;
    topic.title = one.title;
    topic.votes.value = dots[one.id];
    add<FocusTopic>(context, session, caller, topic, "", revision);
  }
  state.focus_kept = true;
  store::put_room_state(session, meeting.id, state);
}

/// What found no time waits for the next meeting: all that did not become the focus of a cycle.
void park_the_rest(Context& context, store::Session& session, const Caller& caller,
                   const Meeting& meeting) {
  const bool kept = store::room_state(session, meeting.id).focus_kept;
  const auto topics = topics_of(session, meeting);
  auto dots = dots_of(session, meeting, topics);
  for (const auto& before : topics) {
    if (before.parked_at || (kept && dots[head_of(topics, before)] > 0)) continue;
    auto after = before;
    after.parked_at = context.now();
    keep_topic(context, session, caller, before, after);
  }
}

/// What was parked before becomes a topic of a meeting that begins. What is parked in one that runs
/// is that one's.
void take_up_parked(Context& context, store::Session& session, const Caller& caller,
                    const Meeting& meeting) {
  if (!has_topics(meeting.kind)) return;
  for (const auto& before : store::parked_topics(session, meeting.account)) {
    const auto from = store::find<Meeting>(session, before.meeting);
    if (from && from->state == MeetingState::running && !from->archived_at) continue;
    auto after = before;
    after.parked_at.reset();
    after.came_from = before.meeting;
    after.meeting = meeting.id;
    keep_topic(context, session, caller, before, after);
  }
}

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
    const auto before = meeting_of(session, id);
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
  if (revision) context.announce(account, revision);
  return out;
}

void be_ready(Context& context, const Caller& caller, const Id& id, bool ready,
              std::optional<int> step) {
  const auto account = require_write<Meeting>(context, caller, id);
  in_room(context, account, [&](store::Session& session) {
    const auto meeting = meeting_of(session, id);
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
    must_take_topics(meeting, context.today_of(caller));
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
    proposal.revealed = meeting.topics_revealed;
    store::insert(session, proposal);
    if (proposal.revealed) record<Proposal>(context, session, caller, nullptr, proposal, "");
    return true;
  });
}

void withdraw(Context& context, const Caller& caller, const Id& id) {
  const auto account = require_write<Proposal>(context, caller, id);
  in_room(context, account, [&](store::Session& session) {
    auto proposal = store::must_find<Proposal>(session, id);
    const auto meeting = meeting_of(session, proposal.meeting);
    // What was collected can be taken back until the meeting begins, whatever the day.
    if (meeting.state != MeetingState::planned) must_run(meeting);
    if (meeting.archived_at) conflict("archived", "This is archived; restore it first.");
    if (proposal.author != caller.user)
      conflict("not_yours", "Only whoever proposed a topic takes it back.");
    if (proposal.revealed) conflict("revealed", "The topics are revealed already.");
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
    if (meeting.votes_revealed) conflict("revealed", "The votes are revealed already.");
    if (proposal.archived_at) conflict("withdrawn", "The topic was taken back.");
    if (proposal.parked_at) conflict("parked", "The topic is parked.");
    const auto target = into ? store::find<Proposal>(session, *into) : std::nullopt;
    if (into && (!target || target->meeting != meeting.id || target->archived_at || *into == id ||
                 target->parked_at || target->group))
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

void park(Context& context, const Caller& caller, const Id& id) {
  const auto account = require_write<Proposal>(context, caller, id);
  in_room(context, account, [&](store::Session& session) {
    const auto topic = known_topic(session, caller, id);
    const auto meeting = meeting_of(session, topic.meeting);
    must_run(meeting);
    if (topic.parked_at) return false;
    // What is put to it goes along; what is put to another goes by itself.
    for (const auto& before : topics_of(session, meeting)) {
      if (before.id != id && before.group != id) continue;
      auto after = before;
      after.parked_at = context.now();
      if (before.id == id) after.group.reset();
      // Its dots are free for what there is time for.
      if (!meeting.votes_revealed) store::take_back_votes(session, meeting.id, before.id);
      keep_topic(context, session, caller, before, after);
    }
    return true;
  });
}

void take_out_parked(Context& context, const Caller& caller, const Id& id) {
  const auto account = require_write<Proposal>(context, caller, id);
  in_room(context, account, [&](store::Session& session) {
    const auto topic = known_topic(session, caller, id);
    if (!topic.parked_at) conflict("not_parked", "The topic is not parked.");
    const auto meeting = meeting_of(session, topic.meeting);
    for (const auto& before : topics_of(session, meeting)) {
      if (!before.parked_at || (before.id != id && before.group != id)) continue;
      auto after = before;
      after.parked_at.reset();
      keep_topic(context, session, caller, before, after);
    }
    return true;
  });
}

void vote(Context& context, const Caller& caller, const Id& id, const Id& proposal, int dots,
          std::optional<int> seen) {
  const auto account = require_create<Proposal>(context, caller, id);
  in_room(context, account, [&](store::Session& session) {
    const auto meeting = meeting_of(session, id);
    must_run(meeting);
    if (!meeting.topics_revealed) conflict("not_revealed", "The topics are not revealed yet.");
    if (meeting.votes_revealed) conflict("revealed", "The votes are revealed already.");
    if (!meeting.votes_open) conflict("votes_not_open", "Topics are put together first.");
    const auto topics = topics_of(session, meeting);
    const auto target = std::ranges::find(topics, proposal, &Proposal::id);
    if (target == topics.end())
      throw Problem::invalid("/proposal", "unknown_proposal", "must be a topic of the meeting");
    if (target->parked_at) conflict("parked", "The topic is parked.");
    int spent = 0;          // on everything
    std::map<Id, int> own;  // on the topic and what is put to it
    for (const auto& one : store::votes_of(session, id)) {
      if (one.voter != caller.user) continue;
      spent += one.dots;
      const auto topic = std::ranges::find(topics, one.proposal, &Proposal::id);
      if (topic != topics.end() && (topic->id == proposal || head_of(topics, *topic) == proposal))
        own[topic->id] = one.dots;
    }
    int now = 0;
    for (const auto& [topic, given] : own) now += given;
    const int wanted = std::max(0, seen ? now + dots - *seen : dots);
    if (wanted > now && spent - now + wanted > meeting.votes.value)
      throw Problem::invalid("/dots", "too_many_dots", "you have no dots left");
    // What a topic has brought into its group stays its own, as long as there is enough: so it goes
    // along when the group is taken apart.
    int more = wanted - now;
    const auto give = [&](const Id& topic) {
      const int kept = std::max(0, own[topic] + more);
      more -= kept - own[topic];
      if (kept != own[topic]) store::put_vote(session, id, {caller.user, topic, kept});
      own[topic] = kept;
    };
    give(proposal);
    for (const auto& [topic, given] : std::map(own)) give(topic);
    return wanted != now;
  });
}

}  // namespace takt::command
