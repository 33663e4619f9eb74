#pragma once
// The team's meetings: planned, run live, closed with minutes. See docs/domain.md, sections 1
// and 2.

#include <vector>

#include "domain/record.hpp"
#include "domain/reference.hpp"

namespace takt::domain {

BOOST_DEFINE_ENUM_CLASS(MeetingKind, cycle, check_in, flash)
BOOST_DEFINE_ENUM_CLASS(MeetingState, planned, running, closed)
BOOST_DEFINE_ENUM_CLASS(SteerCommand, start, step, reveal_topics, open_votes, reveal_votes, focus,
                        close)
BOOST_DEFINE_ENUM_CLASS(FocusKind, objective, key_result, proposal)

template <>
inline constexpr bool kHasNoDefault<FocusKind> = true;

/// What the whole room looks at.
struct Focus {
  FocusKind kind = FocusKind::objective;
  Id id;
  bool operator==(const Focus&) const = default;
};
BOOST_DESCRIBE_STRUCT(Focus, (), (kind, id))

/// What somebody wants of a meeting that all are in. Only its facilitator steers, or anybody while
/// there is none; whoever wants to, takes over first, which all see.
struct Steering {
  bool facilitate = false;              ///< take over, before the command if there is one
  std::optional<SteerCommand> command;  ///< no value: only take over
  Whole<0, 20> step{0};                 ///< for `step`
  std::optional<Focus> focus;           ///< for `focus`; no value: nothing more
};
BOOST_DESCRIBE_STRUCT(Steering, (), (facilitate, command, step, focus))

/// What the server notes about a meeting while it runs.
struct GivenMeeting : Record {
  MeetingState state = MeetingState::planned;
  std::optional<Id> facilitator;
  std::optional<Instant> started_at;
  std::optional<Instant> closed_at;
  int step = 0;  ///< of the agenda, from 0
  std::optional<Instant> step_started_at;
  bool topics_revealed = false;
  bool votes_open = false;  ///< topics are put together first, then voted on
  bool votes_revealed = false;
};
BOOST_DESCRIBE_STRUCT(GivenMeeting, (Record),
                      (state, facilitator, started_at, closed_at, step, step_started_at,
                       topics_revealed, votes_open, votes_revealed))

struct Meeting : GivenMeeting {
  static constexpr std::string_view kTerm = "meeting", kCollection = "meetings";
  MeetingKind kind = MeetingKind::check_in;
  Instant planned_at;
  Whole<5, 600> duration{60};               ///< minutes
  Text<300> place;                          ///< a room or a link
  std::vector<TeammateId> invitees;         ///< users of the team; empty: all of it
  std::optional<Reference<Cycle>> cycle;    ///< the one that is planned or reviewed
  std::optional<Reference<Signal>> signal;  ///< what called a flash meeting
  Whole<1, 20> votes{5};                    ///< dots a person has
  std::optional<Date> topics_until;         ///< last day of collecting topics before the meeting
  Text<20000> minutes;                      ///< written at the close, may be edited
};
BOOST_DESCRIBE_STRUCT(Meeting, (GivenMeeting),
                      (kind, planned_at, duration, place, invitees, cycle, signal, votes,
                       topics_until, minutes))

/// When it was begun, which is not always when it was planned; else when it shall be.
inline Instant moment_of(const Meeting& meeting) {
  return meeting.started_at.value_or(meeting.planned_at);
}

struct OfMeeting : Record {
  using Parent = Meeting;
  Id meeting;
  static constexpr auto kParent = &OfMeeting::meeting;
};
BOOST_DESCRIBE_STRUCT(OfMeeting, (Record), (meeting))

/// A topic that somebody proposes, in the days before a cycle meeting or while one runs. Others see
/// it once the facilitator reveals the topics. What finds no time is parked at the end and comes
/// back in the next cycle meeting.
struct Proposal : OfMeeting {
  static constexpr std::string_view kTerm = "proposal", kCollection = "proposals";
  Title title;
  std::optional<Id> group;  ///< the proposal that this one is put to
  std::optional<Id> author;
  bool revealed = false;             ///< else only its author knows it
  std::optional<Instant> parked_at;  ///< waits for the next cycle meeting since then
  std::optional<Id> came_from;       ///< the meeting that parked it
};
BOOST_DESCRIBE_STRUCT(Proposal, (OfMeeting), (title, group, author, revealed, parked_at, came_from))

BOOST_DEFINE_ENUM_CLASS(NoteKind, decision, note)

/// Written down in the meeting, at a step of the agenda.
struct MeetingNote : OfMeeting {
  static constexpr std::string_view kTerm = "meeting_note", kCollection = "meeting-notes";
  NoteKind kind = NoteKind::decision;
  Title title;
  Whole<0, 20> step{0};
};
BOOST_DESCRIBE_STRUCT(MeetingNote, (OfMeeting), (kind, title, step))

/// Whoever was seen within this time is present.
inline constexpr std::chrono::seconds kPresent{60};

/// Whether the agenda of a kind has a step for open questions, after the one for signals.
constexpr bool asks_questions(MeetingKind kind) { return kind != MeetingKind::flash; }

/// Whether the agenda of a kind has a step for topics.
constexpr bool has_topics(MeetingKind kind) { return kind == MeetingKind::cycle; }

/// Whether somebody may propose a topic on their `today`: while the meeting runs, and before a
/// cycle meeting up to the last day of collecting, else until it begins.
inline bool takes_topics(const Meeting& meeting, Date today) {
  if (meeting.state == MeetingState::running) return true;
  return meeting.state == MeetingState::planned && has_topics(meeting.kind) &&
         (!meeting.topics_until || today <= *meeting.topics_until);
}

/// How many steps the agenda of a kind has.
constexpr int agenda_steps(MeetingKind kind) {
  switch (kind) {
    case MeetingKind::cycle:
      return 8;  // results, effectiveness, signals, questions, long-term goals, focus, plan, who
                 // does what
    case MeetingKind::check_in:
      return 4;  // key results, signals, questions, who does what
    case MeetingKind::flash:
      return 3;  // what happened, what we do, who does what
  }
  return 1;
}

}  // namespace takt::domain
