#include "page/ical.hpp"

#include <libical/ical.h>

#include <algorithm>

#include "access/secrets.hpp"
#include "domain/account.hpp"
#include "domain/meeting.hpp"
#include "domain/organisation.hpp"
#include "domain/problem.hpp"
#include "domain/user.hpp"
#include "mapping/words.hpp"
#include "page/page.hpp"
#include "store/calendar_store.hpp"
#include "store/meeting_store.hpp"
#include "store/user_store.hpp"
#include "store/zone.hpp"

namespace takt::page {

using namespace domain;

namespace {

constexpr int kLastYear = 2582;  ///< libical writes nothing for later ones
/// What is over or called off: a calendar that hears of it later would keep it.
constexpr auto kKeptInFeed = std::chrono::hours{24 * 30};

icaltimetype whole_day(Date date) {
  const std::chrono::year_month_day day(date.days);
  auto out = icaltime_null_date();
  out.year = static_cast<int>(day.year());
  out.month = static_cast<int>(static_cast<unsigned>(day.month()));
  out.day = static_cast<int>(static_cast<unsigned>(day.day()));
  return out;
}

/// By the calendar's fields: libical's own way from seconds knows no day before 1970.
icaltimetype utc(Instant instant) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(instant.time);
  const auto day = std::chrono::floor<std::chrono::days>(seconds);
  const std::chrono::hh_mm_ss clock(seconds - day);
  auto out = whole_day({day});
  out.is_date = 0;
  out.hour = static_cast<int>(clock.hours().count());
  out.minute = static_cast<int>(clock.minutes().count());
  out.second = static_cast<int>(clock.seconds().count());
  out.zone = icaltimezone_get_utc_timezone();
  return out;
}

/// What is due on a day, by CalendarDayKind.
constexpr mapping::Word kDays[] = {{"Zyklus endet", "cycle ends"},
                                   {"langfristiges Ziel", "long-term goal"},
                                   {"Etappe", "milestone"},
                                   {"Signal: handeln bis", "signal: act by"}};

/// The steps of a meeting, by MeetingKind; as many as agenda_steps says.
constexpr mapping::Word kAgendas[][8] = {
    {{"Ergebnisse", "Results"},
     {"Wirksamkeit und Erkenntnisse", "Effectiveness and lessons"},
     {"Signale seither", "Signals since"},
     {"Offene Fragen", "Open questions"},
     {"Langfristige Ziele: ein Schritt näher?", "Long-term goals: one step closer?"},
     {"Schwerpunktthemen", "Focus topics"},
     {"Objectives und Key Results", "Objectives and key results"},
     {"Wer tut was bis wann", "Who does what by when"}},
    {{"Key Results, älteste Nachricht zuerst", "Key results, oldest news first"},
     {"Signale seither", "Signals since"},
     {"Offene Fragen", "Open questions"},
     {"Wer tut was bis wann", "Who does what by when"}},
    {{"Was ist passiert?", "What happened?"},
     {"Was tun wir?", "What do we do?"},
     {"Wer tut was bis wann", "Who does what by when"}}};

/// Whose calendar it is, and where its entries lead.
struct CalendarReader {
  Language language;
  Instant now;
  std::string origin;
};

std::string agenda(const Meeting& meeting, Language language) {
  std::string out;
  for (int step = 0; step < agenda_steps(meeting.kind); ++step)
    out += std::to_string(step + 1) + ". " +
           std::string(kAgendas[static_cast<std::size_t>(meeting.kind)][step].in(language)) + "\n";
  if (meeting.topics_until)
    out += "\n" + std::string(mapping::Word{"Themen nennen bis", "Name topics by"}.in(language)) +
           " " + mapping::day_words(language, *meeting.topics_until) + "\n";
  return out;
}

icalcomponent* event(const store::CalendarMeeting& meeting, const std::string& account,
                     const CalendarReader& reader) {
  const Instant end{meeting.planned_at.time + std::chrono::minutes{meeting.duration.value}};
  // Some calendars show what is called off like all else.
  const auto called_off =
      meeting.archived_at ? mapping::Word{"Abgesagt: ", "Cancelled: "}.in(reader.language) : "";
  const auto summary = std::string(called_off) + account + " · " +
                       std::string(mapping::choice(reader.language, meeting.kind));
  const auto changed_at = meeting.calendar_changed_at.value_or(meeting.created_at);
  const auto uid = meeting.id.text + "@takt";
  const auto address = reader.origin + "/meetings/" + meeting.id.text;
  const auto description = agenda(meeting, reader.language) + "\n" + address;
  auto* out = icalcomponent_vanew(
      ICAL_VEVENT_COMPONENT, icalproperty_new_uid(uid.c_str()),
      icalproperty_new_dtstamp(utc(changed_at)), icalproperty_new_lastmodified(utc(changed_at)),
      icalproperty_new_dtstart(utc(meeting.planned_at)), icalproperty_new_dtend(utc(end)),
      icalproperty_new_summary(summary.c_str()), icalproperty_new_description(description.c_str()),
      icalproperty_new_url(address.c_str()), icalproperty_new_sequence(meeting.calendar_sequence),
      icalproperty_new_status(meeting.archived_at ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED),
      icalproperty_new_transp(meeting.archived_at ? ICAL_TRANSP_TRANSPARENT : ICAL_TRANSP_OPAQUE),
      static_cast<void*>(nullptr));
  if (!meeting.place.empty())
    icalcomponent_add_property(out, icalproperty_new_location(meeting.place.c_str()));
  return out;
}

std::string address_of(const store::CalendarDay& day) {
  switch (day.kind) {
    case store::CalendarDayKind::cycle_end:
      return "/accounts/" + day.account.text + "?cycle=" + day.id.text;
    case store::CalendarDayKind::goal:
    case store::CalendarDayKind::milestone:
      return "/accounts/" + day.account.text + "/long-term#" + day.id.text;
    case store::CalendarDayKind::act_by:
      return "/accounts/" + day.account.text + "/signals#" + day.id.text;
  }
  return "/";
}

/// Takes no time of anybody's day: it lasts all of it and leaves it free.
icalcomponent* event(const store::CalendarDay& day, const CalendarReader& reader) {
  const auto summary = day.account_name + " · " +
                       std::string(kDays[static_cast<std::size_t>(day.kind)].in(reader.language)) +
                       " · " + day.title;
  const auto uid = day.id.text + "@takt";
  const auto address = reader.origin + address_of(day);
  return icalcomponent_vanew(
      ICAL_VEVENT_COMPONENT, icalproperty_new_uid(uid.c_str()),
      icalproperty_new_dtstamp(utc(reader.now)), icalproperty_new_dtstart(whole_day(day.day)),
      icalproperty_new_dtend(whole_day(plus_days(day.day, 1))),
      icalproperty_new_summary(summary.c_str()),
      // Where a calendar shows no addresses it shows descriptions.
      icalproperty_new_description(address.c_str()), icalproperty_new_url(address.c_str()),
      icalproperty_new_sequence(day.version - 1), icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT),
      static_cast<void*>(nullptr));
}

/// Instants are in UTC; a calendar that knows no zone of its own shows them in this one.
std::string zone_of(store::Session& session, const User& user) {
  return user.time_zone.empty() ? store::organisation_zone(session) : std::string(user.time_zone);
}

void add(icalcomponent* calendar, const char* name, const std::string& value) {
  auto* property = icalproperty_new_x(value.c_str());
  icalproperty_set_x_name(property, name);
  icalcomponent_add_property(calendar, property);
}

using Calendar = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

Calendar calendar_of(store::Session& session, const std::vector<store::CalendarMeeting>& meetings,
                     icalproperty_method method, const CalendarReader& reader,
                     const std::string& zone) {
  Calendar calendar(
      icalcomponent_vanew(ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"),
                          icalproperty_new_prodid("-//Takt//Takt//EN"),
                          icalproperty_new_method(method), static_cast<void*>(nullptr)),
      icalcomponent_free);
  add(calendar.get(), "X-WR-TIMEZONE", zone);
  for (const auto& meeting : meetings) {
    if (utc(meeting.planned_at).year > kLastYear) continue;
    const auto account = store::must_find<Account>(session, meeting.account);
    icalcomponent_add_component(calendar.get(), event(meeting, account.name, reader));
  }
  return calendar;
}

std::string text_of(const Calendar& calendar) {
  const std::unique_ptr<char, decltype(&icalmemory_free_buffer)> text(
      icalcomponent_as_ical_string_r(calendar.get()), icalmemory_free_buffer);
  return text.get();
}

/// What a subscribed calendar is called, and how often it is asked for: RFC 7986, and the names by
/// which Outlook, Google and Apple knew both before.
void name_feed(const Calendar& calendar, const std::string& organisation) {
  const auto name = organisation.empty() ? "Takt" : "Takt · " + organisation;
  icalcomponent_add_property(calendar.get(), icalproperty_new_name(name.c_str()));
  add(calendar.get(), "X-WR-CALNAME", name);
  icalcomponent_add_property(calendar.get(),
                             icalproperty_new_from_string("REFRESH-INTERVAL;VALUE=DURATION:PT1H"));
  add(calendar.get(), "X-PUBLISHED-TTL", "PT1H");
}

}  // namespace

std::string meeting_calendar(Context& context, const Caller& caller, const Id& id,
                             const std::string& origin) {
  get<Meeting>(context, caller, id);
  return context.database.read([&](store::Session& session) {
    const auto meeting = store::calendar_meeting(session, id);
    if (!meeting) throw Problem::not_found();
    const auto language = store::must_find<User>(session, caller.user).language;
    return text_of(calendar_of(session, {*meeting},
                               meeting->archived_at ? ICAL_METHOD_CANCEL : ICAL_METHOD_PUBLISH,
                               {language, context.now(), origin}, context.zone_of(caller)));
  });
}

std::string calendar_feed(Context& context, const std::string& secret, const std::string& origin) {
  return context.database.read([&](store::Session& session) {
    const auto id = store::user_with_calendar(session, access::token_hash(secret));
    if (!id)
      throw Problem(Problem::Kind::not_found, "link_used_up",
                    "This calendar address is not valid any more.");
    const auto user = store::must_find<User>(session, *id);
    const Instant from{context.now().time - kKeptInFeed};
    auto meetings = store::meetings_of_user(session, *id, from);
    std::erase_if(meetings, [&](const Meeting& meeting) {
      return !meeting.invitees.empty() &&
             std::ranges::find(meeting.invitees, *id) == meeting.invitees.end();
    });
    const CalendarReader reader{user.language, context.now(), origin};
    const auto calendar =
        calendar_of(session, meetings, ICAL_METHOD_PUBLISH, reader, zone_of(session, user));
    for (const auto& day : store::calendar_days(session, *id, store::day_of(session, from)))
      icalcomponent_add_component(calendar.get(), event(day, reader));
    const auto own = store::find<Organisation>(session, store::organisation_ledger());
    name_feed(calendar, own ? std::string(own->name) : "");
    return text_of(calendar);
  });
}

}  // namespace takt::page
