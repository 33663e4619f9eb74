#include "service/meeting_service.hpp"

#include <map>

namespace takt::service {

using namespace domain;

namespace {

using namespace std::chrono_literals;
constexpr auto kPresent = 60s;

struct Attendance {
  Id attendee;
  Instant last_at;
};
BOOST_DESCRIBE_STRUCT(Attendance, (), (attendee, last_at))

struct Vote {
  Id voter;
  Id proposal;
  int dots = 0;
};
BOOST_DESCRIBE_STRUCT(Vote, (), (voter, proposal, dots))

std::vector<Vote> votes_of(store::Session& session, const Id& meeting) {
  return session.rows<Vote>("select voter, proposal, dots from vote where meeting = :meeting",
                            {store::bound("meeting", meeting)});
}

Meeting meeting_of(store::Session& session, const Id& id) {
  return store::find<Meeting>(session, id).value();
}

void must_run(const Meeting& meeting) {
  if (meeting.archived_at) conflict("archived", "This is archived; restore it first.");
  if (meeting.state != MeetingState::running)
    conflict("not_running", "The meeting is not running.");
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
    store::raise_revision(session, account);
    return store::revision(session, account);
  });
  if (revision) context.announce(account, revision);
}

}  // namespace

RoomView room(Context& context, const Caller& caller, const Id& id) {
  const auto account = get<Meeting>(context, caller, id).account;
  return context.database.read([&](store::Session& session) {
    RoomView view;
    view.meeting = meeting_of(session, id);
    view.account = store::find<Account>(session, account).value();
    view.revision = store::revision(session, account);
    view.now = context.now();
    view.today = context.today();
    view.steps = agenda_steps(view.meeting.kind);
    for (const auto& one : session.rows<Attendance>(
             "select attendee, last_at from attendance where meeting = :meeting order by first_at",
             {store::bound("meeting", id)})) {
      view.attended.push_back(one.attendee);
      if (view.now.time - one.last_at.time < kPresent) view.present.push_back(one.attendee);
    }
    std::map<Id, int> dots;
    std::map<Id, int> own;
    std::map<Id, int> voters;
    int spent = 0;
    for (const auto& vote : votes_of(session, id)) {
      dots[vote.proposal] += vote.dots;
      ++voters[vote.voter];
      if (vote.voter != caller.user) continue;
      own[vote.proposal] = vote.dots;
      spent += vote.dots;
    }
    view.voters = static_cast<int>(voters.size());
    view.dots_left = view.meeting.votes.value - spent;
    for (const auto& proposal : store::present_where<Proposal>(session, "meeting", id)) {
      const bool mine = proposal.author == caller.user;
      if (!mine && !view.meeting.topics_revealed) {
        ++view.hidden;
        continue;
      }
      ProposalView one{proposal.id, proposal.title, proposal.group, {}, mine, own[proposal.id], {}};
      if (view.meeting.topics_revealed) one.author = proposal.author;
      if (view.meeting.votes_revealed) one.dots = dots[proposal.id];
      view.proposals.push_back(std::move(one));
    }
    if (view.meeting.votes_revealed)
      std::ranges::stable_sort(view.proposals, std::greater{}, &ProposalView::dots);
    view.notes = store::present_where<MeetingNote>(session, "meeting", id);
    view.actions = store::present_where<Action>(session, "meeting", id);
    view.cycle = view.meeting.cycle;
    for (const auto& cycle : store::present_of<Cycle>(session, account))
      if (!view.cycle && (cycle.state == CycleState::active || cycle.state == CycleState::review))
        view.cycle = cycle.id;
    if (view.meeting.signal) view.signal = store::find<Signal>(session, *view.meeting.signal);
    view.can_mail = context.has_mail;
    view.people = people_of(session, account);
    return view;
  });
}

namespace {

/// Topics that were secret come into the change log when they are revealed.
void record_topics(Context& context, store::Session& session, const Meeting& meeting) {
  for (const auto& proposal : store::present_where<Proposal>(session, "meeting", meeting.id)) {
    Caller author;
    author.user = proposal.author.value_or(Id{});
    record<Proposal>(context, session, author, nullptr, proposal, "");
  }
}

/// What the team concentrates on: the topics by their dots, into the cycle's focus topics.
void keep_focus(Context& context, store::Session& session, const Caller& caller,
                const Meeting& meeting, long long& revision) {
  if (!meeting.cycle) return;
  const auto cycle = store::find<Cycle>(session, *meeting.cycle).value();
  if (cycle.state == CycleState::closed) return;
  std::map<Id, int> dots;
  for (const auto& vote : votes_of(session, meeting.id)) dots[vote.proposal] += vote.dots;
  const auto proposals = store::present_where<Proposal>(session, "meeting", meeting.id);
  for (const auto& proposal : proposals)
    if (proposal.group) dots[*proposal.group] += dots[proposal.id];
  for (const auto& proposal : proposals) {
    if (proposal.group || dots[proposal.id] == 0) continue;
    FocusTopic topic;
    topic.account = meeting.account;
    topic.cycle = cycle.id;
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
    switch (command) {
      case SteerCommand::start:
        if (before.state != MeetingState::planned)
          conflict("begun", "The meeting has begun already.");
        after.state = MeetingState::running;
        after.started_at = after.step_started_at = context.now();
        after.facilitator = caller.user;
        break;
      case SteerCommand::step:
        if (step < 0 || step >= agenda_steps(before.kind))
          throw Problem::invalid("/step", "out_of_range", "there is no such step");
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
        after.state = MeetingState::closed;
        after.closed_at = context.now();
        if (const auto user = store::find<User>(session, caller.user))
          after.minutes = write_minutes(session, after, user->language);
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
    if (meeting_of(session, id).state != MeetingState::running) return false;
    const auto now = context.now();
    const store::Binds who{store::bound("meeting", id), store::bound("attendee", caller.user)};
    const auto last = session.value<Instant>(
        "select last_at from attendance where meeting = :meeting and attendee = :attendee", who);
    auto binds = who;
    binds.push_back(store::bound("now", now));
    if (last) {
      session.execute(
          "update attendance set last_at = :now where meeting = :meeting and attendee = :attendee",
          binds);
      return now.time - last->time > kPresent;
    }
    binds.push_back(store::bound("first", now));
    session.execute(
        "insert into attendance (meeting, attendee, first_at, last_at) values (:meeting, "
        ":attendee, :first, :now)",
        binds);
    return true;
  });
}

void propose(Context& context, const Caller& caller, const Id& id, const Title& title,
             const std::optional<Id>& own_id) {
  const auto account = require_create<Proposal>(context, caller, id);
  in_room(context, account, [&](store::Session& session) {
    const auto meeting = meeting_of(session, id);
    must_run(meeting);
    if (own_id && store::find<Proposal>(session, *own_id)) return false;
    Proposal proposal;
    proposal.id = own_id.value_or(new_id(context.now()));
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
    auto proposal = store::find<Proposal>(session, id).value();
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
    auto proposal = store::find<Proposal>(session, id).value();
    const auto meeting = meeting_of(session, proposal.meeting);
    must_run(meeting);
    if (!meeting.topics_revealed) conflict("not_revealed", "The topics are not revealed yet.");
    const auto target = into ? store::find<Proposal>(session, *into) : std::nullopt;
    if (into && (!target || target->meeting != meeting.id || *into == id || target->group))
      throw Problem::invalid("/into", "unknown_proposal", "must be another topic of the meeting");
    proposal.group = into;
    ++proposal.version;
    store::update(session, proposal);
    // Whatever was put to this one goes along.
    for (auto other : store::present_where<Proposal>(session, "meeting", meeting.id)) {
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
    for (const auto& one : votes_of(session, id))
      if (one.voter == caller.user && one.proposal != proposal) spent += one.dots;
    if (dots < 0 || spent + dots > meeting.votes.value)
      throw Problem::invalid("/dots", "too_many_dots", "you have no dots left");
    const store::Binds key{store::bound("meeting", id), store::bound("voter", caller.user),
                           store::bound("proposal", proposal)};
    session.execute(
        "delete from vote where meeting = :meeting and voter = :voter and proposal = :proposal",
        key);
    if (dots == 0) return true;
    auto binds = key;
    binds.push_back(store::bound("dots", dots));
    session.execute(
        "insert into vote (meeting, voter, proposal, dots) values (:meeting, :voter, :proposal, "
        ":dots)",
        binds);
    return true;
  });
}

MeetingsPage meetings_page(Context& context, const Caller& caller, const Id& account) {
  require(context, caller, Permission::see, account);
  return context.database.read([&](store::Session& session) {
    MeetingsPage page;
    page.today = context.today();
    page.account = store::find<Account>(session, account).value();
    page.meetings = store::present_of<Meeting>(session, account);
    std::ranges::sort(page.meetings, [](const Meeting& left, const Meeting& right) {
      const bool left_closed = left.state == MeetingState::closed;
      const bool right_closed = right.state == MeetingState::closed;
      if (left_closed != right_closed) return right_closed;
      return left_closed ? left.planned_at > right.planned_at : left.planned_at < right.planned_at;
    });
    page.people = people_of(session, account);
    return page;
  });
}

}  // namespace takt::service
