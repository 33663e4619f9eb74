#pragma once
// Meetings run live: everybody sees the same step; topics and votes are secret until revealed.

#include "service/signal_service.hpp"

namespace takt::service {

BOOST_DEFINE_ENUM_CLASS(SteerCommand, start, step, reveal_topics, reveal_votes, close)

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
  std::optional<Id> cycle;  ///< the cycle at hand: the meeting's own, else the running one
  std::optional<domain::Signal> signal;
  bool can_mail = false;  ///< a mail server is set up
  std::vector<Person> people;
};
BOOST_DESCRIBE_STRUCT(RoomView, (),
                      (meeting, account, revision, now, today, steps, present, attended, proposals,
                       hidden, voters, dots_left, notes, actions, cycle, signal, can_mail, people))

RoomView room(Context& context, const Caller& caller, const Id& meeting);

/// Starts, moves the step, reveals, closes. Whoever starts facilitates; anybody who may contribute
/// may take over. Closing writes the minutes.
domain::Meeting steer(Context& context, const Caller& caller, const Id& meeting,
                      SteerCommand command, int step);

/// Says that the caller is there. Raises the revision only for whoever was not before.
void attend(Context& context, const Caller& caller, const Id& meeting);

/// Proposes a topic. The change log hears of it when the topics are revealed.
void propose(Context& context, const Caller& caller, const Id& meeting, const domain::Title& title,
             const std::optional<Id>& id);

/// Takes back one's own topic; after the reveal it stays.
void withdraw(Context& context, const Caller& caller, const Id& proposal);

/// Puts a topic to another one, or by itself again.
void group(Context& context, const Caller& caller, const Id& proposal,
           const std::optional<Id>& into);

/// Gives `dots` of the caller's to a topic; 0 takes them back. Conflict where they do not suffice
/// or the votes are revealed.
void vote(Context& context, const Caller& caller, const Id& meeting, const Id& proposal, int dots);

/// The minutes as plain text in a language, from what happened.
std::string write_minutes(store::Session& session, const domain::Meeting& meeting,
                          domain::Language language);

/// An iCalendar (RFC 5545) of one meeting, or of all that a person is invited to.
std::string calendar_of(store::Session& session, const std::vector<domain::Meeting>& meetings,
                        const std::string& origin);
std::string meeting_calendar(Context& context, const Caller& caller, const Id& meeting,
                             const std::string& origin);

/// Makes a secret address part for the caller's calendar feed; an older one stops to work.
std::string calendar_secret(Context& context, const Caller& caller);
/// The feed behind a secret; not_found for an unknown one.
std::string calendar_feed(Context& context, const std::string& secret, const std::string& origin);

/// The meetings of an account: running and planned ones by date, then the closed ones, newest
/// first.
struct MeetingsPage {
  domain::Account account;
  domain::Date today;
  std::vector<domain::Meeting> meetings;
  std::vector<Person> people;
};
BOOST_DESCRIBE_STRUCT(MeetingsPage, (), (account, today, meetings, people))
MeetingsPage meetings_page(Context& context, const Caller& caller, const Id& account);

}  // namespace takt::service
