#include "page/ical.hpp"

#include <libical/ical.h>

#include <algorithm>

#include "access/secrets.hpp"
#include "domain/account.hpp"
#include "domain/meeting.hpp"
#include "domain/organisation.hpp"
#include "domain/problem.hpp"
#include "domain/user.hpp"
#include "page/page.hpp"
#include "store/meeting_store.hpp"
#include "store/user_store.hpp"
#include "store/zone.hpp"

namespace takt::page {

using namespace domain;

namespace {

constexpr int kLastYear = 2582;  ///< libical writes nothing for later ones
/// What is over or called off: a calendar that hears of it later would keep it.
constexpr auto kKeptInFeed = std::chrono::hours{24 * 30};

/// By the calendar's fields: libical's own way from seconds knows no day before 1970.
icaltimetype utc(Instant instant) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(instant.time);
  const auto day = std::chrono::floor<std::chrono::days>(seconds);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(seconds - day);
  auto out = icaltime_null_time();
  out.year = static_cast<int>(date.year());
  out.month = static_cast<int>(static_cast<unsigned>(date.month()));
  out.day = static_cast<int>(static_cast<unsigned>(date.day()));
  out.hour = static_cast<int>(clock.hours().count());
  out.minute = static_cast<int>(clock.minutes().count());
  out.second = static_cast<int>(clock.seconds().count());
  out.zone = icaltimezone_get_utc_timezone();
  return out;
}

icalcomponent* event(const store::CalendarMeeting& meeting, const std::string& account,
                     const std::string& origin) {
  const Instant end{meeting.planned_at.time + std::chrono::minutes{meeting.duration.value}};
  static constexpr const char* kKinds[] = {"OKR", "Check-in", "Flash"};
  const auto summary = account + " · " + kKinds[static_cast<std::size_t>(meeting.kind)];
  const auto changed_at = meeting.calendar_changed_at.value_or(meeting.created_at);
  const auto uid = meeting.id.text + "@takt";
  const auto address = origin + "/meetings/" + meeting.id.text;
  auto* out = icalcomponent_vanew(
      ICAL_VEVENT_COMPONENT, icalproperty_new_uid(uid.c_str()),
      icalproperty_new_dtstamp(utc(changed_at)), icalproperty_new_lastmodified(utc(changed_at)),
      icalproperty_new_dtstart(utc(meeting.planned_at)), icalproperty_new_dtend(utc(end)),
      icalproperty_new_summary(summary.c_str()), icalproperty_new_url(address.c_str()),
      icalproperty_new_sequence(meeting.calendar_sequence),
      icalproperty_new_status(meeting.archived_at ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED),
      static_cast<void*>(nullptr));
  if (!meeting.place.empty())
    icalcomponent_add_property(out, icalproperty_new_location(meeting.place.c_str()));
  return out;
}

/// Instants are in UTC; a calendar that knows no zone of its own shows them in this one.
std::string zone_of(store::Session& session, const Id& user) {
  const auto own = store::must_find<User>(session, user).time_zone;
  return own.empty() ? store::organisation_zone(session) : std::string(own);
}

void add(icalcomponent* calendar, const char* name, const std::string& value) {
  auto* property = icalproperty_new_x(value.c_str());
  icalproperty_set_x_name(property, name);
  icalcomponent_add_property(calendar, property);
}

using Calendar = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

Calendar calendar_of(store::Session& session, const std::vector<store::CalendarMeeting>& meetings,
                     icalproperty_method method, const std::string& origin,
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
    icalcomponent_add_component(calendar.get(), event(meeting, account.name, origin));
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
    return text_of(calendar_of(session, {*meeting},
                               meeting->archived_at ? ICAL_METHOD_CANCEL : ICAL_METHOD_PUBLISH,
                               origin, context.zone_of(caller)));
  });
}

std::string calendar_feed(Context& context, const std::string& secret, const std::string& origin) {
  return context.database.read([&](store::Session& session) {
    const auto user = store::user_with_calendar(session, access::token_hash(secret));
    if (!user)
      throw Problem(Problem::Kind::not_found, "link_used_up",
                    "This calendar address is not valid any more.");
    auto meetings =
        store::meetings_of_user(session, *user, Instant{context.now().time - kKeptInFeed});
    std::erase_if(meetings, [&](const Meeting& meeting) {
      return !meeting.invitees.empty() &&
             std::ranges::find(meeting.invitees, *user) == meeting.invitees.end();
    });
    const auto calendar =
        calendar_of(session, meetings, ICAL_METHOD_PUBLISH, origin, zone_of(session, *user));
    const auto own = store::find<Organisation>(session, store::organisation_ledger());
    name_feed(calendar, own ? std::string(own->name) : "");
    return text_of(calendar);
  });
}

}  // namespace takt::page
