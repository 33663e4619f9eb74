#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "service/mail_service.hpp"
#include "service/meeting_service.hpp"

namespace takt::api {

using namespace domain;

struct Steering {
  service::SteerCommand command = service::SteerCommand::start;
  Whole<0, 20> step{0};
};
BOOST_DESCRIBE_STRUCT(Steering, (), (command, step))

struct ProposalInput {
  std::optional<Id> id;
  Title title;
};
BOOST_DESCRIBE_STRUCT(ProposalInput, (), (id, title))

struct Grouping {
  std::optional<Id> into;
};
BOOST_DESCRIBE_STRUCT(Grouping, (), (into))

struct VoteInput {
  Id proposal;
  Whole<0, 20> dots{0};
};
BOOST_DESCRIBE_STRUCT(VoteInput, (), (proposal, dots))

struct MailAnswer {
  int recipients = 0;
};
BOOST_DESCRIBE_STRUCT(MailAnswer, (), (recipients))

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

http::Response done() {
  http::Response response;
  response.status = 204;
  return response;
}

void declare_room(Router& router) {
  auto& context = router.context();
  router.add<void, service::RoomView>(
      "GET", "/api/v1/meetings/{id}/room", Permission::see,
      "A meeting as its reader may see it right now.",
      [&](Call& call) { return answer(service::room(context, call.caller, call.id())); });
  router.add<Steering, Meeting>("POST", "/api/v1/meetings/{id}/steer", Permission::contribute,
                                "Starts, moves the step, reveals topics or votes, closes.",
                                [&](Call& call) {
                                  service::require_write<Meeting>(context, call.caller, call.id());
                                  const auto in = read_body<Steering>(call.request);
                                  return entity_answer(service::steer(
                                      context, call.caller, call.id(), in.command, in.step.value));
                                });
  router.add<void, MailAnswer>(
      "POST", "/api/v1/meetings/{id}/mail", Permission::contribute,
      "Mails the minutes of a closed meeting to everybody invited.", [&](Call& call) {
        return answer(MailAnswer{service::mail_minutes(context, call.caller, call.id())});
      });
  router.add<void, void>("POST", "/api/v1/meetings/{id}/presence", Permission::see,
                         "Says that the caller is there.", [&](Call& call) {
                           service::attend(context, call.caller, call.id());
                           return done();
                         });
  router.add<ProposalInput, void>(
      "POST", "/api/v1/meetings/{parent}/proposals", Permission::contribute,
      "Proposes a topic, which others see once the topics are revealed.", [&](Call& call) {
        service::require_create<Proposal>(context, call.caller, call.id());
        const auto in = read_body<ProposalInput>(call.request);
        service::propose(context, call.caller, call.id(), in.title, in.id);
        return done();
      });
  router.add<void, void>("DELETE", "/api/v1/proposals/{id}", Permission::contribute,
                         "Takes back one's own topic before the reveal.", [&](Call& call) {
                           service::withdraw(context, call.caller, call.id());
                           return done();
                         });
  router.add<Grouping, void>("PUT", "/api/v1/proposals/{id}/group", Permission::contribute,
                             "Puts a topic to another one, or by itself again.", [&](Call& call) {
                               service::require_write<Proposal>(context, call.caller, call.id());
                               const auto in = read_body<Grouping>(call.request);
                               service::group(context, call.caller, call.id(), in.into);
                               return done();
                             });
  router.add<VoteInput, void>(
      "PUT", "/api/v1/meetings/{id}/votes", Permission::contribute,
      "Gives dots to a topic; secret until the votes are revealed.", [&](Call& call) {
        service::require_create<Proposal>(context, call.caller, call.id());
        const auto in = read_body<VoteInput>(call.request);
        service::vote(context, call.caller, call.id(), in.proposal, in.dots.value);
        return done();
      });
}

void declare_calendar(Router& router, Parts& parts) {
  auto& context = router.context();
  router.add<void, void>("GET", "/api/v1/meetings/{id}/invitation.ics", Permission::see,
                         "The meeting as an iCalendar file.", [&](Call& call) {
                           return calendar_answer(service::meeting_calendar(
                               context, call.caller, call.id(), parts.public_address));
                         });
  router.add<void, CalendarAddress>(
      "POST", "/api/v1/calendar", Permission::signed_in,
      "Makes the caller's secret calendar address; an older one stops to work.", [&](Call& call) {
        return answer(
            CalendarAddress{"/api/v1/calendar/" + service::calendar_secret(context, call.caller)},
            201);
      });
  router.add<void, void>("GET", "/api/v1/calendar/{token}", Permission::anyone,
                         "The meetings of whoever made this secret address, as iCalendar.",
                         [&](Call& call) {
                           return calendar_answer(service::calendar_feed(
                               context, call.captured.at(0), parts.public_address));
                         });
}

}  // namespace

void declare_meeting_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  declare_entity<Meeting>(router);
  declare_entity<MeetingNote>(router);
  router.add<void, service::MeetingsPage>(
      "GET", "/api/v1/accounts/{account}/meetings-page", Permission::see,
      "The meetings of an account, the next ones first.",
      [&](Call& call) { return answer(service::meetings_page(context, call.caller, call.id())); });
  declare_room(router);
  declare_calendar(router, parts);
}

}  // namespace takt::api
