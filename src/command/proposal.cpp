#include "command/proposal.hpp"

#include <algorithm>
#include <map>

#include "access/secrets.hpp"
#include "command/entity.hpp"
#include "command/room.hpp"
#include "domain/cycle.hpp"
#include "domain/life_cycle.hpp"
#include "domain/problem.hpp"
#include "figure/meeting.hpp"
#include "store/meeting_store.hpp"
#include "store/zone.hpp"

namespace takt::command {

using namespace domain;
using namespace figure;

namespace {

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

}  // namespace

void propose(Context& context, const Caller& caller, const Id& id, const Title& title,
             const std::optional<Id>& own_id) {
  const auto account = require_create<Proposal>(context, caller, id);
  in_room(context, account, [&](store::Session& session) {
    const auto meeting = store::must_find<Meeting>(session, id);
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
    const auto meeting = store::must_find<Meeting>(session, proposal.meeting);
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
    const auto meeting = store::must_find<Meeting>(session, proposal.meeting);
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
    const auto meeting = store::must_find<Meeting>(session, topic.meeting);
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
    const auto meeting = store::must_find<Meeting>(session, topic.meeting);
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
    const auto meeting = store::must_find<Meeting>(session, id);
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

int spent_more(store::Session& session, const Meeting& meeting) {
  std::map<Id, int> spent;
  for (const auto& vote : store::votes_of(session, meeting.id)) spent[vote.voter] += vote.dots;
  return static_cast<int>(std::ranges::count_if(
      spent, [&](const auto& one) { return one.second > meeting.votes.value; }));
}

}  // namespace takt::command
