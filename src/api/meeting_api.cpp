#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "command/entity.hpp"
#include "command/mail.hpp"
#include "command/meeting.hpp"
#include "command/proposal.hpp"
#include "domain/meeting.hpp"
#include "page/meeting_room.hpp"
#include "page/meetings.hpp"
#include "report/printed.hpp"

namespace takt::api {

using namespace domain;

struct ReadyInput {
  bool ready = true;
  std::optional<Whole<0, 20>> step;  ///< that it is said of; one that is over changes nothing
};
BOOST_DESCRIBE_STRUCT(ReadyInput, (), (ready, step))

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
  /// What the topic showed of one's own dots: what it has gained by being put together with others
  /// since then is kept.
  std::optional<Whole<0, 20>> seen;
};
BOOST_DESCRIBE_STRUCT(VoteInput, (), (proposal, dots, seen))

struct MailAnswer {
  int recipients = 0;
};
BOOST_DESCRIBE_STRUCT(MailAnswer, (), (recipients))

namespace {

void declare_room(Router& router) {
  auto& context = router.context();
  router
      .add<void, page::RoomView>(
          "GET", "/api/v1/meetings/{id}/room", Permission::see,
          "A meeting as its reader may see it right now.",
          [&](Call& call) { return answer(page::room(context, call.caller, call.id())); })
      .named("getMeetingRoom");
  router
      .add<Steering, Meeting>(
          "POST", "/api/v1/meetings/{id}/steer", Permission::contribute,
          "Takes over; starts, moves the step, reveals topics, opens or "
          "reveals votes, shows all the same thing, closes.",
          [&](Call& call) {
            command::require_write<Meeting>(context, call.caller, call.id());
            const auto in = read_body<Steering>(call.request);
            return entity_answer(command::steer(context, call.caller, call.id(), in));
          })
      .named("steerMeeting");
  router
      .add<ReadyInput, void>("PUT", "/api/v1/meetings/{id}/ready", Permission::contribute,
                             "Says that the caller is ready with the step, or is not after all.",
                             [&](Call& call) {
                               command::require_write<Meeting>(context, call.caller, call.id());
                               const auto in = read_body<ReadyInput>(call.request);
                               std::optional<int> step;
                               if (in.step) step = in.step->value;
                               command::be_ready(context, call.caller, call.id(), in.ready, step);
                               return no_content();
                             })
      .named("sayReady");
  router
      .add<void, MailAnswer>(
          "POST", "/api/v1/meetings/{id}/mail", Permission::contribute,
          "Mails the minutes of a closed meeting to everybody invited, in their language: the same "
          "ones once, changed ones after five minutes.",
          [&](Call& call) {
            return answer(MailAnswer{command::mail_minutes(context, call.caller, call.id())});
          })
      .named("mailMinutes")
      .refuses(429);
  router
      .add<void, void>("POST", "/api/v1/meetings/{id}/presence", Permission::see,
                       "Says that the caller is there.",
                       [&](Call& call) {
                         command::attend(context, call.caller, call.id());
                         return no_content();
                       })
      .named("attendMeeting");
  router
      .add<ProposalInput, void>(
          "POST", "/api/v1/meetings/{parent}/proposals", Permission::contribute,
          "Proposes a topic, which others see once the topics are revealed.",
          [&](Call& call) {
            command::require_create<Proposal>(context, call.caller, call.id());
            const auto in = read_body<ProposalInput>(call.request);
            command::propose(context, call.caller, call.id(), in.title, in.id);
            return no_content();
          })
      .named("proposeTopic");
  router
      .add<void, void>("DELETE", "/api/v1/proposals/{id}", Permission::contribute,
                       "Takes back one's own topic before the reveal.",
                       [&](Call& call) {
                         command::withdraw(context, call.caller, call.id());
                         return no_content();
                       })
      .named("withdrawTopic");
  router
      .add<Grouping, void>("PUT", "/api/v1/proposals/{id}/group", Permission::contribute,
                           "Puts a topic to another one, or by itself again.",
                           [&](Call& call) {
                             command::require_write<Proposal>(context, call.caller, call.id());
                             const auto in = read_body<Grouping>(call.request);
                             command::group(context, call.caller, call.id(), in.into);
                             return no_content();
                           })
      .named("groupTopic");
  router
      .add<void, void>("PUT", "/api/v1/proposals/{id}/parked", Permission::contribute,
                       "Parks a topic of a running meeting: it comes back in the next cycle "
                       "meeting.",
                       [&](Call& call) {
                         command::park(context, call.caller, call.id());
                         return no_content();
                       })
      .named("parkTopic");
  router
      .add<void, void>("DELETE", "/api/v1/proposals/{id}/parked", Permission::contribute,
                       "Takes a topic out of the parked ones: in a running meeting it is a topic "
                       "again, else it does not come back.",
                       [&](Call& call) {
                         command::take_out_parked(context, call.caller, call.id());
                         return no_content();
                       })
      .named("takeOutParkedTopic");
  router
      .add<VoteInput, void>("PUT", "/api/v1/meetings/{id}/votes", Permission::contribute,
                            "Gives dots to a topic; secret until the votes are revealed.",
                            [&](Call& call) {
                              command::require_create<Proposal>(context, call.caller, call.id());
                              const auto in = read_body<VoteInput>(call.request);
                              std::optional<int> seen;
                              if (in.seen) seen = in.seen->value;
                              command::vote(context, call.caller, call.id(), in.proposal,
                                            in.dots.value, seen);
                              return no_content();
                            })
      .named("voteForTopic");
}

}  // namespace

void declare_meeting_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  declare_entity<Meeting>(router);
  declare_entity<MeetingNote>(router);
  router
      .add<void, page::MeetingsPage>(
          "GET", "/api/v1/accounts/{account}/meetings-page", Permission::see,
          "The meetings of an account, the next ones first.",
          [&](Call& call) { return answer(page::meetings_page(context, call.caller, call.id())); })
      .named("getMeetingsPage");
  declare_room(router);
  router
      .add<void, void>(
          "GET", "/api/v1/meetings/{id}/minutes/pdf", Permission::see,
          "The minutes of a closed meeting as a PDF of A4, in the caller's language.",
          [&](Call& call) {
            const auto room = page::room(context, call.caller, call.id());
            if (room.meeting.state != MeetingState::closed)
              command::conflict("not_closed", "The minutes are written when the meeting closes.");
            return file_answer(
                report::minutes_pdf(context, report::reader_of(context, call.caller), room,
                                    parts.public_address + "/meetings/" + call.id().text),
                kPdf);
          })
      .named("getMinutesPdf")
      .refuses(409)
      .answers_file(kPdf);
}

}  // namespace takt::api
