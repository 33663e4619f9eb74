#include "page/meeting_room.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "access/secrets.hpp"
#include "domain/access.hpp"
#include "domain/account.hpp"
#include "domain/action.hpp"
#include "domain/cycle.hpp"
#include "domain/meeting.hpp"
#include "domain/signal.hpp"
#include "domain/user.hpp"
#include "figure/people.hpp"
#include "figure/question.hpp"
#include "mapping/stored.hpp"
#include "page/page.hpp"
#include "store/mail_store.hpp"
#include "store/meeting_store.hpp"
#include "store/zone.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

namespace {

/// What an entry of the account refers to, where that is the account's, too.
template <class T>
std::optional<T> of_account(store::Session& session, const Id& account,
                            const std::optional<Reference<T>>& reference) {
  auto found = reference ? store::find<T>(session, *reference) : std::nullopt;
  if (found && found->account != account) found.reset();
  return found;
}

/// The topics of the meeting as the caller may see them, and the dots on them.
void add_topics(RoomView& view, store::Session& session, const Caller& caller) {
  const auto& meeting = view.meeting;
  const auto topics =
      store::present_where<Proposal>(session, meeting.account, "meeting", meeting.id);
  std::map<Id, Id> head;
  for (const auto& topic : topics) {
    // Where the group is gone it stands by itself.
    const bool there =
        topic.group && std::ranges::find(topics, *topic.group, &Proposal::id) != topics.end();
    head[topic.id] = there ? *topic.group : topic.id;
  }
  std::map<Id, int> dots;
  std::map<Id, int> own;
  std::set<Id> voters;
  int spent = 0;
  const auto count = [&](std::map<Id, int>& sums, const store::Vote& vote) {
    sums[vote.proposal] += vote.dots;
    if (const auto found = head.find(vote.proposal);
        found != head.end() && found->second != vote.proposal)
      sums[found->second] += vote.dots;
  };
  for (const auto& vote : store::votes_of(session, meeting.id)) {
    count(dots, vote);
    voters.insert(vote.voter);
    if (vote.voter != caller.user) continue;
    count(own, vote);
    spent += vote.dots;
  }
  view.voters = static_cast<int>(voters.size());
  view.dots_left = std::max(0, meeting.votes.value - spent);
  for (const auto& topic : topics) {
    const bool mine = topic.author == caller.user;
    if (!mine && !topic.revealed) {
      ++view.hidden;
      continue;
    }
    ProposalView one{.id = topic.id, .title = topic.title, .mine = mine, .my_dots = own[topic.id]};
    if (head[topic.id] != topic.id) one.group = head[topic.id];
    if (topic.revealed) one.author = topic.author;
    if (meeting.votes_revealed) one.dots = dots[topic.id];
    one.parked = topic.parked_at.has_value();
    one.came_from = topic.came_from;
    view.proposals.push_back(std::move(one));
  }
  if (meeting.votes_revealed)
    std::ranges::stable_sort(view.proposals, std::greater{}, &ProposalView::dots);
}

/// Who is asked for topics: whoever is invited and may contribute, and whoever gave some besides.
/// How many they gave is no secret, what they are is.
void add_topics_from(RoomView& view, store::Session& session) {
  const auto& meeting = view.meeting;
  if (!has_topics(meeting.kind) || meeting.state == MeetingState::closed) return;
  std::map<Id, int> given;
  for (const auto& topic :
       store::present_where<Proposal>(session, meeting.account, "meeting", meeting.id))
    if (topic.author && !topic.came_from) ++given[*topic.author];
  for (const auto& one : team_of(session, meeting.account)) {
    const auto invited = [&] {
      return meeting.invitees.empty() ||
             std::ranges::find(meeting.invitees, one.person.id) != meeting.invitees.end();
    };
    const bool asked =
        allowed(Permission::contribute, OrganisationRole::member, one.role) && invited();
    if (asked || given.contains(one.person.id))
      view.topics_from.push_back({one.person.id, given[one.person.id]});
  }
}

/// The topics that wait in the account, or after the end those that this meeting parked.
void add_parked(RoomView& view, store::Session& session, const Caller& caller,
                const std::string& zone) {
  for (const auto& topic : store::parked_topics(session, view.account.id)) {
    if (view.meeting.state == MeetingState::closed && topic.meeting != view.meeting.id) continue;
    const bool mine = topic.author == caller.user;
    if (!mine && !topic.revealed) {
      ++view.parked_hidden;
      continue;
    }
    ParkedTopic one{.id = topic.id, .title = topic.title, .meeting = topic.meeting, .mine = mine};
    if (topic.revealed) one.author = topic.author;
    one.secret = !topic.revealed;
    if (const auto from = store::find<Meeting>(session, topic.meeting))
      one.on = store::day_in(zone, from->started_at.value_or(from->planned_at));
    view.parked.push_back(std::move(one));
  }
}

/// What earlier meetings agreed and nobody has done yet, that of the last one first.
void add_owed(RoomView& view, store::Session& session) {
  if (view.meeting.state == MeetingState::closed) return;
  std::vector<std::pair<Instant, Action>> owed;
  for (auto& action : store::open_actions_of_meetings(session, view.account.id)) {
    const auto from = store::find<Meeting>(session, *action.meeting);
    if (!from || from->id == view.meeting.id || from->state != MeetingState::closed) continue;
    owed.emplace_back(from->closed_at.value_or(from->planned_at), std::move(action));
  }
  std::ranges::stable_sort(
      owed, [](const auto& left, const auto& right) { return left.first > right.first; });
  for (auto& [at, action] : owed) view.owed.push_back(std::move(action));
}

/// The cycles that the meeting is about.
void add_cycles(RoomView& view, store::Session& session, const std::vector<Cycle>& cycles) {
  const auto& meeting = view.meeting;
  const auto of_meeting = of_account<Cycle>(session, view.account.id, meeting.cycle);
  if (of_meeting) view.cycle = of_meeting->id;
  if (const auto at_hand = cycle_at_hand(cycles); at_hand && !view.cycle) view.cycle = at_hand->id;
  if (!has_topics(meeting.kind)) return;
  const auto day = store::day_of(session, meeting.started_at.value_or(meeting.planned_at));
  const auto about = meeting_cycles(cycles, meeting.cycle, day);
  if (about.ended) view.ended_cycle = about.ended->id;
  if (about.next) view.next_cycle = about.next->id;
}

/// What the room is told once the meeting is closed.
void add_end(RoomView& view, store::Session& session, const Caller& caller) {
  const auto& meeting = view.meeting;
  if (meeting.state != MeetingState::closed) return;
  if (const auto last =
          store::last_minutes_mailing(session, meeting.id, access::token_hash(meeting.minutes)))
    view.mailed = MailedView{last->mailed_at, last->mailed_by};
  const auto written = store::minutes_texts(session, meeting.id);
  const auto reader = store::find<User>(session, caller.user);
  view.minutes_text =
      store::minutes_for(reader ? reader->language : Language::de, meeting, written);
  if (!store::as_written(meeting, written)) return;
  if (const auto kept = store::minutes_data(session, meeting.id))
    view.minutes = mapping::from_stored_json<Minutes>(*kept);
}

}  // namespace

RoomView room(Context& context, const Caller& caller, const Id& id) {
  const auto account = get<Meeting>(context, caller, id).account;
  return context.database.read([&](store::Session& session) {
    RoomView view;
    view.meeting = store::must_find<Meeting>(session, id);
    view.account = store::must_find<Account>(session, account);
    view.revision = store::revision(session, account);
    view.now = context.now();
    view.today = context.today();
    view.steps = agenda_steps(view.meeting.kind);
    for (const auto& one : store::attendance_of(session, id)) {
      view.attended.push_back(one.attendee);
      if (view.now.time - one.last_at.time < kPresent) view.present.push_back(one.attendee);
    }
    view.facilitator = facilitator_of(session, view.meeting);
    view.ready = store::ready_in(session, id);
    if (const auto state = store::room_state(session, id); state.focus_kind && state.focus)
      view.focus = Focus{*state.focus_kind, *state.focus};
    view.takes_topics = takes_topics(view.meeting, context.today_of(caller));
    add_topics(view, session, caller);
    add_topics_from(view, session);
    add_parked(view, session, caller, context.zone_of(caller));
    add_owed(view, session);
    view.notes = store::present_where<MeetingNote>(session, account, "meeting", id);
    view.actions = store::present_where<Action>(session, account, "meeting", id);
    view.questions = open_questions(session, account, view.today);
    const auto cycles = store::present_of<Cycle>(session, account);
    add_cycles(view, session, cycles);
    if (view.meeting.state == MeetingState::closed)
      view.next =
          next_meeting(view.account, cycles, view.meeting.kind,
                       store::day_in(context.zone_of(caller), view.meeting.planned_at), view.today);
    view.signal = of_account<Signal>(session, account, view.meeting.signal);
    view.can_mail = context.has_mail;
    add_end(view, session, caller);
    view.people = people_of(session, account);
    return view;
  });
}

}  // namespace takt::page
