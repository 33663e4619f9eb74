#pragma once
// The room of a meeting as one of its people sees it.

#include "domain/account.hpp"
#include "domain/action.hpp"
#include "domain/meeting.hpp"
#include "domain/signal.hpp"
#include "figure/meeting.hpp"
#include "figure/people.hpp"
#include "figure/question.hpp"
#include "page/page.hpp"

namespace takt::page {

/// A proposed topic as its reader may see it.
struct ProposalView {
  Id id;
  std::string title;
  std::optional<Id> group;
  std::optional<Id> author;  ///< once the topics are revealed
  bool mine = false;
  int my_dots = 0;
  std::optional<int> dots;  ///< of all, once the votes are revealed
};
BOOST_DESCRIBE_STRUCT(ProposalView, (), (id, title, group, author, mine, my_dots, dots))

/// When the minutes, as they are, were mailed last, and by whom where that is known.
struct MailedView {
  domain::Instant at;
  std::optional<Id> by;
};
BOOST_DESCRIBE_STRUCT(MailedView, (), (at, by))

struct RoomView {
  domain::Meeting meeting;
  domain::Account account;
  long long revision = 0;
  domain::Instant now;
  domain::Date today;
  int steps = 0;             ///< of the agenda
  std::vector<Id> present;   ///< seen within the last minute
  std::vector<Id> attended;  ///< were there at some time
  std::vector<ProposalView> proposals;
  int hidden = 0;  ///< topics of others that are not revealed yet
  int voters = 0;  ///< how many people have voted
  int dots_left = 0;
  std::vector<domain::MeetingNote> notes;
  std::vector<domain::Action> actions;
  std::vector<figure::QuestionView> questions;  ///< open ones, most urgent first
  std::optional<Id> cycle;                      ///< the meeting's own, else the one at hand
  std::optional<figure::MeetingProposal> next;  ///< the one to plan, once this is closed
  std::optional<domain::Signal> signal;
  bool can_mail = false;  ///< a mail server is set up
  std::optional<MailedView> mailed;
  std::vector<figure::Person> people;
};
BOOST_DESCRIBE_STRUCT(RoomView, (),
                      (meeting, account, revision, now, today, steps, present, attended, proposals,
                       hidden, voters, dots_left, notes, actions, questions, cycle, next, signal,
                       can_mail, mailed, people))

RoomView room(Context& context, const Caller& caller, const Id& meeting);

}  // namespace takt::page
