// The demo lets everybody in as anybody: into its own story and nowhere else.

#include "cli/demo.hpp"

#include <sys/wait.h>

#include "server.hpp"
#include "store/about.hpp"
#include "store/account_store.hpp"
#include "store/change_log.hpp"
#include "store/entity_store.hpp"
#include "store/question_store.hpp"
#include "store/user_store.hpp"
#include "store/zone.hpp"

namespace takt::tests {
namespace {

class Demos : public testing::TestWithParam<std::string> {
 protected:
  void add(const std::string& email) {
    domain::User user;
    user.name = std::string("Erika Muster");
    user.email = email;
    user.role = domain::OrganisationRole::administrator;
    database.write(store::organisation_ledger(), [&](store::Session& session) {
      return command::add_user(context, session, {}, user);
    });
  }
  int people() {
    return static_cast<int>(
        database.peek([](store::Session& session) { return store::users(session, true); }).size());
  }

  NewDatabase made{GetParam() == "PostgreSQL"};
  store::Database database{made.location, 2};
  domain::Instant now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 24} +
                      std::chrono::hours{9}};
  access::Context context{database, [this] { return now; }};
};

TEST_P(Demos, OpensAnEmptyDatabaseAndItsOwnStoryAgain) {
  EXPECT_NO_THROW(cli::require_own_story(database)) << "before anything is in it";
  store::migrate(database);
  EXPECT_NO_THROW(cli::require_own_story(database)) << "before anybody is in it";
  cli::tell_demo_story(context, domain::Language::de);
  EXPECT_EQ(7, people());
  now.time += std::chrono::hours{24};
  add("erika@muster.example");
  EXPECT_NO_THROW(cli::require_own_story(database));
  EXPECT_NO_THROW(cli::tell_demo_story(context, domain::Language::de));
  EXPECT_EQ(8, people()) << "somebody whom a visitor added is no reason to refuse it";
}

TEST_P(Demos, TellsWhatItsTeamDoesNotKnowAndWhatItAssumes) {
  store::migrate(database);
  cli::tell_demo_story(context, domain::Language::en);
  const auto accounts =
      database.peek([](store::Session& session) { return store::accounts(session, {}); });
  const auto teutonia = std::ranges::find(accounts, "TEU", &domain::Account::code);
  ASSERT_NE(accounts.end(), teutonia);
  database.read([&](store::Session& session) {
    EXPECT_EQ(4u, store::open_questions(session, teutonia->id).size());
    EXPECT_EQ(1u, store::answered_questions(session, teutonia->id, 50).size());
    const auto assumed = store::unconfirmed_assumptions(session, teutonia->id);
    EXPECT_EQ(1u, assumed.size());
    for (const auto& one : assumed)
      EXPECT_EQ("a Drives · Lehrte", store::about_name(session, one.about_kind, one.about));
    return 0;
  });
}

TEST_P(Demos, MeetsOnWorkingDaysWhateverTheDayItIsToldOn) {
  now = domain::Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 27} +
                        std::chrono::hours{9}};  // a Friday: two days later is a Sunday
  store::migrate(database);
  cli::tell_demo_story(context, domain::Language::de);
  database.read([&](store::Session& session) {
    for (const auto& account : store::accounts(session, {}))
      for (const auto& meeting : store::all_of<domain::Meeting>(session, account.id)) {
        const std::chrono::weekday day{
            std::chrono::floor<std::chrono::days>(meeting.planned_at.time)};
        EXPECT_NE(std::chrono::Saturday, day);
        EXPECT_NE(std::chrono::Sunday, day);
        if (meeting.started_at) {
          EXPECT_EQ(store::day_of(session, meeting.planned_at),
                    store::day_of(session, *meeting.started_at));
        }
      }
    return 0;
  });
}

TEST_P(Demos, TellsWhatFollowsTheStartOfAMeetingNotAsEarlier) {
  now = domain::Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 26} +
                        std::chrono::hours{9}};  // a Thursday, from which meetings fell on Sundays
  store::migrate(database);
  cli::tell_demo_story(context, domain::Language::de);
  database.read([&](store::Session& session) {
    for (const auto& account : store::accounts(session, {})) {
      auto changes = store::changes(session, account.id, {.limit = 5000});
      std::ranges::reverse(changes);
      for (const auto& meeting : store::all_of<domain::Meeting>(session, account.id)) {
        if (!meeting.started_at) continue;
        bool begun = false;
        for (const auto& change : changes) {
          begun |= change.entity_id == meeting.id && change.at == *meeting.started_at;
          if (begun) {
            EXPECT_LE(*meeting.started_at, change.at) << change.title;
          }
        }
        EXPECT_TRUE(begun);
      }
    }
    return 0;
  });
}

TEST_P(Demos, RefusesWhatOthersBegan) {
  store::migrate(database);
  add("erika@muster.example");
  EXPECT_THROW(cli::require_own_story(database), std::runtime_error);
  now.time += std::chrono::hours{24};
  add("katrin.vogt@brandt.example");
  EXPECT_THROW(cli::tell_demo_story(context, domain::Language::de), std::runtime_error);
  EXPECT_EQ(2, people());
}

TEST_P(Demos, CommandEndsWithoutAnsweringWhereOthersAre) {
  store::migrate(database);
  add("erika@muster.example");
  const pid_t child = fork();
  if (child == 0) {
    const bool postgresql = GetParam() == "PostgreSQL";
    const auto folder = std::filesystem::path(made.location).parent_path().string();
    execl(TAKT_BINARY, TAKT_BINARY, "demo", postgresql ? "--database" : "--data",
          postgresql ? made.location.c_str() : folder.c_str(), "--port", "0", "--quiet", nullptr);
    _exit(127);
  }
  int status = 0;
  pid_t over = 0;
  for (int i = 0; i < 2000 && over == 0; ++i) {
    over = waitpid(child, &status, WNOHANG);
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
  if (over == 0) {
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
  }
  ASSERT_TRUE(WIFEXITED(status)) << "it answers";
  EXPECT_EQ(1, WEXITSTATUS(status));
}

TAKT_ON_BOTH_DATABASES(Demos);

}  // namespace
}  // namespace takt::tests
