// What is forgotten when its time is over.

#include "command/housekeeping.hpp"

#include "command/invitation.hpp"
#include "command/mail.hpp"
#include "server.hpp"
#include "store/mail_store.hpp"
#include "store/meeting_store.hpp"

namespace takt::tests {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;

class Housekeeping : public OnBothDatabases {
 protected:
  int count(const std::string& rows) {
    return app->context().database.peek([&](store::Session& session) {
      return session.value<int>("select count(*) from " + rows).value();
    });
  }
  domain::Id mail(const std::string& subject) {
    const auto now = app->context().now();
    const auto id = access::new_id(now);
    app->context().database.write_apart([&](store::Session& session) {
      store::put_mail(session, {id, "jonas@brandt.example", subject, "Protokoll", 0}, now);
    });
    return id;
  }
  void clean() { command::forget_what_is_over(app->context()); }
};

TEST_P(Housekeeping, SentMailsAreForgottenAfterThirtyDays) {
  command::mail_sent(app->context(), mail("sent"));
  mail("waits");
  let_pass(days{30} - 1min);
  clean();
  EXPECT_EQ(2, count("outgoing_mail"));
  let_pass(2min);
  clean();
  EXPECT_EQ(0, count("outgoing_mail where subject = 'sent'"));
  EXPECT_EQ(1, count("outgoing_mail where subject = 'waits'")) << "nobody has tried to send it";
}

TEST_P(Housekeeping, MailsThatWereGivenUpAreForgottenAfterThirtyDays) {
  mail("failed");
  for (int i = 0; i < command::kMailTries; ++i) {
    ASSERT_TRUE(command::claim_mail(app->context()));
    let_pass(3h);
  }
  let_pass(days{29});
  clean();
  EXPECT_EQ(1, count("outgoing_mail"));
  let_pass(days{1});
  clean();
  EXPECT_EQ(0, count("outgoing_mail"));
}

TEST_P(Housekeeping, SessionsAndLinksAreForgottenOnceTheyHaveEnded) {
  command::make_invitation(app->context(), {}, domain::Id{jonas.id});
  const int sessions = count("session");
  ASSERT_LT(0, sessions);
  let_pass(days{6});
  clean();
  EXPECT_EQ(1, count("invitation"));
  let_pass(days{2});
  clean();
  EXPECT_EQ(0, count("invitation"));
  EXPECT_EQ(sessions, count("session"));
  let_pass(days{23});
  clean();
  EXPECT_EQ(0, count("session"));
}

TEST_P(Housekeeping, AttendanceOfAMeetingThatIsOverIsForgottenAfterAYear) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto held = [&] {
    const auto meeting = katrins
                             .post("/api/v1/accounts/" + id + "/meetings",
                                   R"({"plannedAt":"2026-11-24T09:00:00.000Z"})")
                             .id();
    katrins.post("/api/v1/meetings/" + meeting + "/steer", R"({"command":"start"})");
    app->context().database.write_apart([&](store::Session& session) {
      store::put_attendance(session, {meeting}, {katrin.id}, app->context().now());
    });
    return meeting;
  };
  const auto closed = held();
  const auto open = held();
  ASSERT_EQ(200,
            katrins.post("/api/v1/meetings/" + closed + "/steer", R"({"command":"close"})").status);
  let_pass(days{364});
  clean();
  EXPECT_EQ(2, count("attendance"));
  let_pass(days{2});
  clean();
  EXPECT_EQ(0, count("attendance where meeting = '" + closed + "'"));
  EXPECT_EQ(1, count("attendance where meeting = '" + open + "'"));
}

TEST_P(Housekeeping, AServerThatStartsForgetsWhatIsOver) {
  command::mail_sent(app->context(), mail("sent"));
  app->stop();
  serving_.join();
  app.reset();
  let_pass(days{31});
  app = std::make_unique<cli::App>(settings());
  serving_ = std::jthread([this] { app->run(); });
  EXPECT_EQ(0, count("outgoing_mail"));
}

TEST_P(Housekeeping, AServerThatRunsForgetsWhatIsOverTheNextDay) {
  command::mail_sent(app->context(), mail("sent"));
  let_pass(days{31});
  for (int i = 0; i < 500 && count("outgoing_mail") > 0; ++i) std::this_thread::sleep_for(20ms);
  EXPECT_EQ(0, count("outgoing_mail"));
}

TAKT_ON_BOTH_DATABASES(Housekeeping);

}  // namespace
}  // namespace takt::tests
