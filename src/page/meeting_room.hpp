#pragma once
// The room of a meeting as one of its people sees it.

#include "domain/account.hpp"
#include "domain/action.hpp"
#include "domain/meeting.hpp"
#include "domain/minutes.hpp"
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
  /// Of a topic that others are put to: for the whole group. Of one that is put to another: its own
  /// part of that.
  int my_dots = 0;
  std::optional<int> dots;      ///< of all, counted in the same way, once the votes are revealed
  bool parked = false;          ///< comes back in the next cycle meeting
  std::optional<Id> came_from;  ///< the meeting that parked it
};
BOOST_DESCRIBE_STRUCT(ProposalView, (),
                      (id, title, group, author, mine, my_dots, dots, parked, came_from))

/// Somebody who is asked for topics, and how many they gave to this meeting.
struct TopicsFrom {
  Id person;
  int topics = 0;  ///< 0: none yet
};
BOOST_DESCRIBE_STRUCT(TopicsFrom, (), (person, topics))

/// A topic that waits for a cycle meeting, or was parked at the end of this one.
struct ParkedTopic {
  Id id;
  std::string title;
  std::optional<Id> author;
  Id meeting;       ///< that parked it
  domain::Date on;  ///< its day
  bool mine = false;
  bool secret = false;  ///< only its author sees it
};
BOOST_DESCRIBE_STRUCT(ParkedTopic, (), (id, title, author, meeting, on, mine, secret))

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
  int steps = 0;                  ///< of the agenda
  std::optional<Id> facilitator;  ///< who steers; no value: anybody may
  std::vector<Id> ready;          ///< who is ready with the step
  std::optional<domain::Focus> focus;
  std::vector<Id> present;   ///< seen within the last minute
  std::vector<Id> attended;  ///< were there at some time
  std::vector<ProposalView> proposals;
  int hidden = 0;             ///< topics of others that are not revealed yet
  bool takes_topics = false;  ///< now; before the meeting up to its last day of collecting
  std::vector<TopicsFrom>
      topics_from;  ///< whoever is invited and may contribute; of cycle meetings
  /// Before the end those that wait in the account, of whichever meeting; then those of this one.
  std::vector<ParkedTopic> parked;
  int parked_hidden = 0;  ///< further ones, of others, that were never revealed
  int voters = 0;         ///< how many people have voted
  int dots_left = 0;
  std::vector<domain::MeetingNote> notes;
  std::vector<domain::Action> actions;
  /// Agreed in earlier meetings and still open: those of the last meeting first.
  std::vector<domain::Action> owed;
  std::vector<figure::QuestionView> questions;  ///< open ones, most urgent first
  std::optional<Id> cycle;                      ///< the meeting's own, else the one at hand
  std::optional<Id> ended_cycle;                ///< whose results, effect and lessons are told
  std::optional<Id> next_cycle;                 ///< that takes topics and objectives
  std::optional<figure::MeetingProposal> next;  ///< the one to plan, once this is closed
  std::optional<domain::Signal> signal;
  bool can_mail = false;  ///< a mail server is set up
  std::optional<MailedView> mailed;
  /// Once the meeting is closed: what happened, to be worded; no value for older ones, and where
  /// somebody edited the text.
  std::optional<domain::Minutes> minutes;
  std::string minutes_text;  ///< in the reader's language, as it is once somebody edited it
  std::vector<figure::Person> people;
};
BOOST_DESCRIBE_STRUCT(RoomView, (),
                      (meeting, account, revision, now, today, steps, facilitator, ready, focus,
                       present, attended, proposals, hidden, takes_topics, topics_from, parked,
                       parked_hidden, voters, dots_left, notes, actions, owed, questions, cycle,
                       ended_cycle, next_cycle, next, signal, can_mail, mailed, minutes,
                       minutes_text, people))

RoomView room(Context& context, const Caller& caller, const Id& meeting);

}  // namespace takt::page
