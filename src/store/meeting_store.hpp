#pragma once
// Meetings by their time; votes and attendance: rows that change often and that no change log
// keeps.

#include "domain/action.hpp"
#include "domain/meeting.hpp"
#include "domain/user.hpp"
#include "store/entity_store.hpp"

namespace takt::store {

/// The account's next three, the earliest first: running ones and those planned from `from` on.
std::vector<domain::Meeting> next_meetings(Session& session, const Id& account,
                                           domain::Instant from);

/// The same of all accounts whose team the user is on, invited or not, and all of them.
std::vector<domain::Meeting> next_meetings_of_user(Session& session, const Id& user,
                                                   domain::Instant from);

/// When the account's next meeting is planned, from `from` on.
std::optional<domain::Instant> next_meeting_at(Session& session, const Id& account,
                                               domain::Instant from);

/// A meeting with what calendars tell its versions by.
struct CalendarMeeting : domain::Meeting {
  int calendar_sequence = 0;
  std::optional<domain::Instant> calendar_changed_at;  ///< no value: never since it was made
};
BOOST_DESCRIBE_STRUCT(CalendarMeeting, (domain::Meeting), (calendar_sequence, calendar_changed_at))

std::optional<CalendarMeeting> calendar_meeting(Session& session, const Id& meeting);

/// Those planned from `from` on, of the present accounts whose team the user is on, invited or not;
/// archived ones for as long, from when they were archived.
std::vector<CalendarMeeting> meetings_of_user(Session& session, const Id& user,
                                              domain::Instant from);

/// Notes that calendars have to take the meeting anew.
void raise_calendar_sequence(Session& session, const Id& meeting, domain::Instant now);

/// The minutes as they were written in a language.
struct MinutesText {
  domain::Language language = domain::Language::de;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(MinutesText, (), (language, text))

std::vector<MinutesText> minutes_texts(Session& session, const Id& meeting);
void put_minutes_text(Session& session, const Id& meeting, const MinutesText& minutes);

/// The minutes for a reader of that language; as they are, once somebody has edited them.
std::string minutes_for(domain::Language language, const domain::Meeting& meeting,
                        const std::vector<MinutesText>& written);
/// Whether they are still as they were written, in one language or the other.
bool as_written(const domain::Meeting& meeting, const std::vector<MinutesText>& written);

/// The minutes as data; no value for meetings that closed when none were kept.
std::optional<std::string> minutes_data(Session& session, const Id& meeting);
void put_minutes_data(Session& session, const Id& meeting, const std::string& data);

/// What is fleeting in the room.
struct RoomState {
  std::optional<domain::FocusKind> focus_kind;
  std::optional<Id> focus;
  bool focus_kept = false;  ///< the topics voted for have become the focus of a cycle
};
BOOST_DESCRIBE_STRUCT(RoomState, (), (focus_kind, focus, focus_kept))

RoomState room_state(Session& session, const Id& meeting);
void put_room_state(Session& session, const Id& meeting, const RoomState& state);

/// Who is ready with the step, in the order of their names.
std::vector<Id> ready_in(Session& session, const Id& meeting);
void put_ready(Session& session, const Id& meeting, const Id& person, bool ready);
/// Nobody is ready any more.
void clear_ready(Session& session, const Id& meeting);

/// The account's topics that were parked, longest ago first.
std::vector<domain::Proposal> parked_topics(Session& session, const Id& account);

/// The present actions of the account that were agreed in a meeting and are not done.
std::vector<domain::Action> open_actions_of_meetings(Session& session, const Id& account);

struct Vote {
  domain::Id voter;
  domain::Id proposal;
  int dots = 0;
};
BOOST_DESCRIBE_STRUCT(Vote, (), (voter, proposal, dots))

std::vector<Vote> votes_of(Session& session, const domain::Id& meeting);

/// Replaces the voter's dots for a proposal; 0 takes them back.
void put_vote(Session& session, const domain::Id& meeting, const Vote& vote);

/// Gives everybody's dots for a proposal back.
void take_back_votes(Session& session, const domain::Id& meeting, const domain::Id& proposal);

struct Attendance {
  domain::Id attendee;
  std::string name;
  domain::Instant last_at;
};
BOOST_DESCRIBE_STRUCT(Attendance, (), (attendee, name, last_at))

/// Who was there, in the order in which they came.
std::vector<Attendance> attendance_of(Session& session, const domain::Id& meeting);

/// When the person was seen last; no value for whoever was not there yet.
std::optional<domain::Instant> last_seen(Session& session, const domain::Id& meeting,
                                         const domain::Id& attendee);

void put_attendance(Session& session, const domain::Id& meeting, const domain::Id& attendee,
                    domain::Instant now);

/// Forgets who was at a meeting that is over, where they were seen last before `before`; how many.
long long forget_attendance(Session& session, domain::Instant before);

}  // namespace takt::store
