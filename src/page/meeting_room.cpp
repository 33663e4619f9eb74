#include "page/meeting_room.hpp"

#include <algorithm>
#include <map>

#include "access/secrets.hpp"
#include "domain/account.hpp"
#include "domain/action.hpp"
#include "domain/cycle.hpp"
#include "domain/meeting.hpp"
#include "domain/signal.hpp"
#include "figure/people.hpp"
#include "figure/question.hpp"
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
    std::map<Id, int> dots;
    std::map<Id, int> own;
    std::map<Id, int> voters;
    int spent = 0;
    for (const auto& vote : store::votes_of(session, id)) {
      dots[vote.proposal] += vote.dots;
      ++voters[vote.voter];
      if (vote.voter != caller.user) continue;
      own[vote.proposal] = vote.dots;
      spent += vote.dots;
    }
    view.voters = static_cast<int>(voters.size());
    view.dots_left = std::max(0, view.meeting.votes.value - spent);
    const auto proposals = store::present_where<Proposal>(session, account, "meeting", id);
    for (const auto& proposal : proposals) {
      const bool mine = proposal.author == caller.user;
      if (!mine && !view.meeting.topics_revealed) {
        ++view.hidden;
        continue;
      }
      ProposalView one{proposal.id, proposal.title, proposal.group, {}, mine, own[proposal.id], {}};
      // Where the group is gone it stands by itself.
      if (one.group && std::ranges::find(proposals, *one.group, &Proposal::id) == proposals.end())
        one.group.reset();
      if (view.meeting.topics_revealed) one.author = proposal.author;
      if (view.meeting.votes_revealed) one.dots = dots[proposal.id];
      view.proposals.push_back(std::move(one));
    }
    if (view.meeting.votes_revealed)
      std::ranges::stable_sort(view.proposals, std::greater{}, &ProposalView::dots);
    view.notes = store::present_where<MeetingNote>(session, account, "meeting", id);
    view.actions = store::present_where<Action>(session, account, "meeting", id);
    view.questions = open_questions(session, account, view.today);
    const auto of_meeting = of_account<Cycle>(session, account, view.meeting.cycle);
    if (of_meeting) view.cycle = of_meeting->id;
    const auto cycles = store::present_of<Cycle>(session, account);
    if (const auto at_hand = cycle_at_hand(cycles); at_hand && !view.cycle)
      view.cycle = at_hand->id;
    if (view.meeting.state == MeetingState::closed)
      view.next =
          next_meeting(view.account, cycles, view.meeting.kind,
                       store::day_in(context.zone_of(caller), view.meeting.planned_at), view.today);
    view.signal = of_account<Signal>(session, account, view.meeting.signal);
    view.can_mail = context.has_mail;
    if (view.meeting.state == MeetingState::closed)
      if (const auto last =
              store::last_minutes_mailing(session, id, access::token_hash(view.meeting.minutes)))
        view.mailed = MailedView{last->mailed_at, last->mailed_by};
    view.people = people_of(session, account);
    return view;
  });
}

}  // namespace takt::page
