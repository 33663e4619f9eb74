#include "api/routes.hpp"
#include "command/calendar.hpp"
#include "page/ical.hpp"

namespace takt::api {

using namespace domain;

struct CalendarAddress {
  std::string path;
};
BOOST_DESCRIBE_STRUCT(CalendarAddress, (), (path))

namespace {

http::Response calendar_answer(std::string text) {
  http::Response response;
  response.body = std::move(text);
  response.headers = {{"Content-Type", "text/calendar; charset=utf-8"},
                      {"Cache-Control", "no-store"},
                      {"Content-Disposition", "attachment; filename=\"takt.ics\""}};
  return response;
}

}  // namespace

void declare_calendar_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  router
      .add<void, void>("GET", "/api/v1/meetings/{id}/invitation.ics", Permission::see,
                       "The meeting as an iCalendar file.",
                       [&](Call& call) {
                         return calendar_answer(page::meeting_calendar(
                             context, call.caller, call.id(), parts.public_address));
                       })
      .named("getMeetingCalendar")
      .answers("text/calendar");
  router
      .add<void, CalendarAddress>(
          "POST", "/api/v1/calendar", Permission::signed_in,
          "Makes the caller's secret calendar address; an older one stops working.",
          [&](Call& call) {
            return answer(CalendarAddress{"/api/v1/calendar/" +
                                          command::calendar_secret(context, call.caller)},
                          201);
          })
      .named("createCalendarAddress")
      .creates();
  router
      .add<void, void>("GET", "/api/v1/calendar/{token}", Permission::anyone,
                       "The meetings of whoever made this secret address and the days "
                       "on which something is due in their accounts, as iCalendar.",
                       [&](Call& call) {
                         return calendar_answer(page::calendar_feed(context, call.captured.at(0),
                                                                    parts.public_address));
                       })
      .named("getCalendar")
      .answers("text/calendar");
}

}  // namespace takt::api
