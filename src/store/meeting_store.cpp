#include "store/meeting_store.hpp"

#include <algorithm>

#include "store/account_store.hpp"
#include "store/named_id.hpp"

namespace takt::store {

using domain::Action;
using domain::Instant;
using domain::Meeting;
using domain::Proposal;

std::vector<Meeting> next_meetings(Session& session, const Id& account, Instant from) {
  static const auto sql = select_all<Meeting>() + R"(
      where account = :account and archived_at is null
        and (state = 'running' or (state = 'planned' and planned_at >= :from))
      order by planned_at
      limit 3)";
  return session.rows<Meeting>(sql, {bound("account", account), bound("from", from)});
}

std::vector<Meeting> next_meetings_of_user(Session& session, const Id& user, Instant from) {
  static const auto sql = select_all<Meeting>() + R"(
      where archived_at is null
        and (state = 'running' or (state = 'planned' and planned_at >= :from))
        and account in )" +
                          kAccountsOfUser + " order by planned_at, id";
  return session.rows<Meeting>(sql, {bound("from", from), bound("user", user)});
}

namespace {

struct NextMeeting {
  Id account;
  Instant planned_at;
};
BOOST_DESCRIBE_STRUCT(NextMeeting, (), (account, planned_at))

}  // namespace

std::optional<Instant> next_meeting_at(Session& session, const Id& account, Instant from) {
  static const ListedSelect select{R"(
      select account, min(planned_at) as planned_at
      from meeting
      where account in ()",
                                   R"()
        and state = 'planned' and archived_at is null and planned_at >= :from
      group by account)"};
  const auto found =
      rows_of<NextMeeting>(session, account, select, &NextMeeting::account, {bound("from", from)});
  if (found.empty()) return {};
  return found.front().planned_at;
}

std::optional<CalendarMeeting> calendar_meeting(Session& session, const Id& meeting) {
  static const auto sql =
      "select " + mapping::columns<CalendarMeeting>() + " from meeting where id = :id";
  return session.row<CalendarMeeting>(sql, {bound("id", meeting)});
}

std::vector<CalendarMeeting> meetings_of_user(Session& session, const Id& user, Instant from) {
  static const auto sql = "select " + mapping::columns<CalendarMeeting>() + R"(
      from meeting
      where (archived_at is null or archived_at >= :since) and planned_at >= :from
        and account in )" +
                          kAccountsOfUser + " and account in " + kPresentAccounts + R"(
      order by planned_at)";
  return session.rows<CalendarMeeting>(
      sql, {bound("since", from), bound("from", from), bound("user", user)});
}

void raise_calendar_sequence(Session& session, const Id& meeting, Instant now) {
  session.execute(R"(
      update meeting
      set calendar_sequence = calendar_sequence + 1, calendar_changed_at = :now
      where id = :id)",
                  {bound("now", now), bound("id", meeting)});
}

std::vector<MinutesText> minutes_texts(Session& session, const Id& meeting) {
  return session.rows<MinutesText>(R"(
      select language, text
      from minutes_text
      where meeting = :meeting)",
                                   {bound("meeting", meeting)});
}

void put_minutes_text(Session& session, const Id& meeting, const MinutesText& minutes) {
  session.execute(R"(
      insert into minutes_text (meeting, language, text)
      values (:meeting, :language, :text)
      on conflict (meeting, language) do update set text = excluded.text)",
                  {bound("meeting", meeting), bound("language", minutes.language),
                   bound("text", minutes.text)});
}

bool as_written(const Meeting& meeting, const std::vector<MinutesText>& written) {
  return std::ranges::any_of(written, [&](const MinutesText& one) {
    return one.text == std::string_view(meeting.minutes);
  });
}

std::string minutes_for(domain::Language language, const Meeting& meeting,
                        const std::vector<MinutesText>& written) {
  const auto own = std::ranges::find(written, language, &MinutesText::language);
  return own != written.end() && as_written(meeting, written) ? own->text
                                                              : std::string(meeting.minutes);
}

std::optional<std::string> minutes_data(Session& session, const Id& meeting) {
  return session.value<std::string>(R"(
      select data
      from minutes_data
      where meeting = :meeting)",
                                    {bound("meeting", meeting)});
}

void put_minutes_data(Session& session, const Id& meeting, const std::string& data) {
  session.execute(R"(
      insert into minutes_data (meeting, data)
      values (:meeting, :data)
      on conflict (meeting) do update set data = excluded.data)",
                  {bound("meeting", meeting), bound("data", data)});
}

RoomState room_state(Session& session, const Id& meeting) {
  const auto row = session.row<RoomState>(R"(
      select focus_kind, focus, focus_kept
      from meeting
      where id = :id)",
                                          {bound("id", meeting)});
  return row.value_or(RoomState{});
}

void put_room_state(Session& session, const Id& meeting, const RoomState& state) {
  session.execute(R"(
      update meeting
      set focus_kind = :kind, focus = :focus, focus_kept = :kept
      where id = :id)",
                  {bound("kind", state.focus_kind), bound("focus", state.focus),
                   bound("kept", state.focus_kept), bound("id", meeting)});
}

std::vector<Id> ready_in(Session& session, const Id& meeting) {
  std::vector<Id> out;
  for (const auto& one : session.rows<NamedId>(R"(
      select u.id, u.name
      from ready r
      join "user" u on u.id = r.person
      where r.meeting = :meeting
      order by u.name, u.id)",
                                               {bound("meeting", meeting)}))
    out.push_back(one.id);
  return out;
}

void put_ready(Session& session, const Id& meeting, const Id& person, bool ready) {
  const Binds key{bound("meeting", meeting), bound("person", person)};
  if (!ready) {
    session.execute("delete from ready where meeting = :meeting and person = :person", key);
    return;
  }
  session.execute(R"(
      insert into ready (meeting, person)
      values (:meeting, :person)
      on conflict (meeting, person) do nothing)",
                  key);
}

void clear_ready(Session& session, const Id& meeting) {
  session.execute("delete from ready where meeting = :meeting", {bound("meeting", meeting)});
}

std::vector<Proposal> parked_topics(Session& session, const Id& account) {
  static const auto sql = select_all<Proposal>() + R"(
      where account = :account and parked_at is not null and archived_at is null
      order by parked_at, position, id)";
  return session.rows<Proposal>(sql, {bound("account", account)});
}

std::vector<Action> open_actions_of_meetings(Session& session, const Id& account) {
  static const auto sql = select_all<Action>() + R"(
      where account = :account and meeting is not null and done_on is null
        and archived_at is null
      order by position, created_at, id)";
  return session.rows<Action>(sql, {bound("account", account)});
}

std::vector<Vote> votes_of(Session& session, const Id& meeting) {
  return session.rows<Vote>(R"(
      select voter, proposal, dots
      from vote
      where meeting = :meeting)",
                            {bound("meeting", meeting)});
}

void put_vote(Session& session, const Id& meeting, const Vote& vote) {
  const Binds key{bound("meeting", meeting), bound("voter", vote.voter),
                  bound("proposal", vote.proposal)};
  session.execute(R"(
      delete from vote
      where meeting = :meeting and voter = :voter and proposal = :proposal)",
                  key);
  if (vote.dots == 0) return;
  auto binds = key;
  binds.push_back(bound("dots", vote.dots));
  session.execute(R"(
      insert into vote (meeting, voter, proposal, dots)
      values (:meeting, :voter, :proposal, :dots))",
                  binds);
}

void take_back_votes(Session& session, const Id& meeting, const Id& proposal) {
  session.execute("delete from vote where meeting = :meeting and proposal = :proposal",
                  {bound("meeting", meeting), bound("proposal", proposal)});
}

std::vector<Attendance> attendance_of(Session& session, const Id& meeting) {
  return session.rows<Attendance>(R"(
      select a.attendee, u.name, a.last_at
      from attendance a
      join "user" u on u.id = a.attendee
      where a.meeting = :meeting
      order by a.first_at)",
                                  {bound("meeting", meeting)});
}

std::optional<Instant> last_seen(Session& session, const Id& meeting, const Id& attendee) {
  return session.value<Instant>(R"(
      select last_at
      from attendance
      where meeting = :meeting and attendee = :attendee)",
                                {bound("meeting", meeting), bound("attendee", attendee)});
}

void put_attendance(Session& session, const Id& meeting, const Id& attendee, Instant now) {
  session.execute(R"(
      insert into attendance (meeting, attendee, first_at, last_at)
      values (:meeting, :attendee, :first, :last)
      on conflict (meeting, attendee) do update set last_at = excluded.last_at)",
                  {bound("meeting", meeting), bound("attendee", attendee), bound("first", now),
                   bound("last", now)});
}

long long forget_attendance(Session& session, Instant before) {
  return session.execute(R"(
      delete from attendance
      where last_at < :before
        and meeting in (select id from meeting where state = 'closed' or archived_at is not null))",
                         {bound("before", before)});
}

}  // namespace takt::store
