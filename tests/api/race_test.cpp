// Two at once: what one request must not do, two at the same moment must not do either.

#include <barrier>

#include "command/invitation.hpp"
#include "server.hpp"

namespace takt::tests {
namespace {

class Races : public OnBothDatabases {
 protected:
  static constexpr int kRounds = 4;

  /// Sends both at the same moment.
  template <class F>
  std::vector<Answer> at_once(const std::vector<Person>& people, F send) {
    std::vector<Answer> answers(people.size());
    std::barrier start(static_cast<std::ptrdiff_t>(people.size()));
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < people.size(); ++i)
      threads.emplace_back([&, i] {
        auto own = browser(people[i]);
        own.get("/healthz");
        start.arrive_and_wait();
        answers[i] = send(own, i);
      });
    threads.clear();
    for (const auto& answer : answers) EXPECT_LT(answer.status, 500) << answer.text;
    return answers;
  }
  static int count(const std::vector<Answer>& answers, int status) {
    return static_cast<int>(std::ranges::count(answers, status, &Answer::status));
  }
  int rows(const std::string& sql) {
    return app->context()
        .database.peek([&](store::Session& session) { return session.value<int>(sql); })
        .value();
  }
};

TEST_P(Races, AnAdministratorStays) {
  for (int round = 0; round < kRounds; ++round) {
    const auto other = add_user("Zweite", "administrator");
    at_once({admin, other}, [&](Browser& own, std::size_t i) {
      const auto& target = i ? admin : other;
      return own.patch("/api/v1/users/" + target.id, R"({"role":"member"})", "1");
    });
    ASSERT_LE(1, rows("select count(*) from \"user\" where role = 'administrator' and archived_at "
                      "is null"));
    // Whoever is left goes on as the administrator of the next round.
    const auto left = app->context().database.peek([&](store::Session& session) {
      return session.value<domain::Id>(
          "select id from \"user\" where role = 'administrator' order by version limit 1");
    });
    admin = signed_in(left->text);
  }
}

TEST_P(Races, AManagerStays) {
  for (int round = 0; round < kRounds; ++round) {
    const auto id = account();
    auto katrins = browser(katrin);
    std::vector<std::string> members(2);
    const auto team = katrins.get("/api/v1/accounts/" + id + "/team-members").body;
    for (const auto& member : team.as_array())
      members[member.at("user").as_string() == katrin.id ? 0 : 1] = member.at("id").as_string();
    ASSERT_EQ(
        200,
        katrins.patch("/api/v1/team-members/" + members[1], R"({"role":"manager"})", "1").status);
    at_once({katrin, jonas}, [&](Browser& own, std::size_t i) {
      return own.patch("/api/v1/team-members/" + members[i], R"({"role":"member"})", i ? "2" : "1");
    });
    ASSERT_EQ(1, rows("select count(*) from team_member where role = 'manager' and archived_at is "
                      "null and account = '" +
                      id + "'"));
  }
}

TEST_P(Races, OneTimeLinkIsUsedOnce) {
  for (int round = 0; round < kRounds; ++round) {
    const auto link = command::make_invitation(app->context(), {}, domain::Id{jonas.id});
    const auto answers = at_once({Person{}, Person{}}, [&](Browser& own, std::size_t i) {
      return own.post(
          "/api/v1/invitations",
          R"({"token":")" + link + R"(","password":"ganz geheim )" + std::to_string(i) + "\"}");
    });
    ASSERT_EQ(1, count(answers, 200));
    ASSERT_EQ(1, count(answers, 404));
  }
}

TEST_P(Races, OneCycleIsActive) {
  for (int round = 0; round < kRounds; ++round) {
    const auto id = account();
    auto katrins = browser(katrin);
    std::vector<std::string> cycles;
    for (int i = 0; i < 2; ++i) {
      cycles.push_back(katrins
                           .post("/api/v1/accounts/" + id + "/cycles",
                                 R"({"name":"Z","startsOn":")" + date(i * 100) + R"(","endsOn":")" +
                                     date(i * 100 + 90) + "\"}")
                           .id());
      const auto objective =
          katrins.post("/api/v1/cycles/" + cycles.back() + "/objectives", R"({"title":"Z"})").id();
      katrins.post("/api/v1/objectives/" + objective + "/key-results",
                   R"({"title":"KR","kind":"metric","start":0,"target":10})");
    }
    const auto answers = at_once({katrin, jonas}, [&](Browser& own, std::size_t i) {
      return own.patch("/api/v1/cycles/" + cycles[i], R"({"state":"active"})", "1");
    });
    ASSERT_EQ(1, count(answers, 200));
    ASSERT_EQ(1, count(answers, 409));
  }
}

TEST_P(Races, CyclesDoNotOverlap) {
  for (int round = 0; round < kRounds; ++round) {
    const auto id = account();
    const auto answers = at_once({katrin, jonas}, [&](Browser& own, std::size_t) {
      return own.post(
          "/api/v1/accounts/" + id + "/cycles",
          R"({"name":"Z","startsOn":")" + date(0) + R"(","endsOn":")" + date(90) + "\"}");
    });
    ASSERT_EQ(1, count(answers, 201));
    ASSERT_EQ(1, count(answers, 422));
  }
}

TEST_P(Races, NobodyHasMoreDotsThanTheirs) {
  for (int round = 0; round < kRounds; ++round) {
    const auto id = account();
    auto katrins = browser(katrin);
    const auto meeting =
        "/api/v1/meetings/" + katrins
                                  .post("/api/v1/accounts/" + id + "/meetings",
                                        R"({"kind":"cycle","plannedAt":"2026-11-24T09:00:00.000Z",)"
                                        R"("votes":3})")
                                  .id();
    katrins.post(meeting + "/steer", R"({"command":"start"})");
    std::vector<std::string> topics{new_id(), new_id()};
    for (const auto& topic : topics)
      katrins.post(meeting + "/proposals", R"({"title":"T","id":")" + topic + "\"}");
    katrins.post(meeting + "/steer", R"({"command":"reveal_topics"})");
    const auto answers = at_once({jonas, jonas}, [&](Browser& own, std::size_t i) {
      return own.put(meeting + "/votes", R"({"proposal":")" + topics[i] + R"(","dots":2})");
    });
    ASSERT_EQ(1, count(answers, 204));
    ASSERT_EQ(1, count(answers, 422));
  }
}

TEST_P(Races, SameCreateSentTwiceIsOne) {
  const auto made = plan();
  for (int round = 0; round < kRounds; ++round) {
    const auto id = new_id();
    const auto answers = at_once({jonas, jonas, jonas}, [&](Browser& own, std::size_t) {
      return own.post("/api/v1/key-results/" + made.key_result + "/check-ins",
                      R"({"id":")" + id + R"(","value":1,"effectiveOn":")" + date(-1) + "\"}");
    });
    ASSERT_EQ(3, count(answers, 201));
    ASSERT_EQ(1, rows("select count(*) from check_in where id = '" + id + "'"));
  }
}

TEST_P(Races, NamesThatMustBeUniqueAreTakenOnce) {
  for (int round = 0; round < kRounds; ++round) {
    const auto number = std::to_string(round);
    const auto accounts = at_once({head, head}, [&](Browser& own, std::size_t) {
      return own.post("/api/v1/accounts", R"({"name":"A","code":"C)" + number + "\"}");
    });
    ASSERT_EQ(1, count(accounts, 201));
    ASSERT_EQ(1, count(accounts, 422));
    const auto users = at_once({admin, admin}, [&](Browser& own, std::size_t) {
      return own.post("/api/v1/users", R"({"name":"U","email":"u)" + number +
                                           R"(@brandt.example","role":"member"})");
    });
    ASSERT_EQ(1, count(users, 201));
    ASSERT_EQ(1, count(users, 422));
  }
}

TEST_P(Races, CodeOfAnAccountIsTakenOnceByAChange) {
  for (int round = 0; round < kRounds; ++round) {
    const std::vector<std::string> accounts{account(), account()};
    const auto answers = at_once({katrin, katrin}, [&](Browser& own, std::size_t i) {
      return own.patch("/api/v1/accounts/" + accounts[i],
                       R"({"code":"NEU)" + std::to_string(round) + "\"}", "1");
    });
    ASSERT_EQ(1, count(answers, 200));
    ASSERT_EQ(1, count(answers, 422));
  }
}

TEST_P(Races, KpiHasOneValueADay) {
  const auto id = account();
  const auto kpi =
      browser(katrin).post("/api/v1/accounts/" + id + "/kpis", R"({"name":"Liefertreue"})").id();
  for (int round = 0; round < kRounds; ++round) {
    const auto answers = at_once({katrin, jonas}, [&](Browser& own, std::size_t i) {
      return own.put("/api/v1/kpis/" + kpi + "/values/" + date(-round),
                     R"({"value":)" + std::to_string(i) + "}");
    });
    ASSERT_EQ(2, count(answers, 200));
    ASSERT_EQ(round + 1, rows("select count(*) from kpi_value where kpi = '" + kpi + "'"));
  }
  EXPECT_EQ("taken", browser(katrin)
                         .post("/api/v1/kpis/" + kpi + "/kpi-values",
                               R"({"on":")" + date(0) + R"(","value":3})")
                         .code());
}

TEST_P(Races, SiblingsKeepAnOrderWithoutGaps) {
  for (int round = 0; round < kRounds; ++round) {
    const auto id = account();
    std::vector<std::string> sites;
    for (int i = 0; i < 4; ++i)
      sites.push_back(
          browser(katrin).post("/api/v1/accounts/" + id + "/sites", R"({"name":"Werk"})").id());
    at_once({katrin, jonas, katrin}, [&](Browser& own, std::size_t i) {
      return own.put("/api/v1/sites/" + sites[i] + "/position", R"({"position":4})", "1");
    });
    std::vector<std::int64_t> order;
    const auto shown = browser(katrin).get("/api/v1/accounts/" + id + "/sites").body;
    for (const auto& site : shown.as_array()) order.push_back(site.at("position").as_int64());
    ASSERT_EQ((std::vector<std::int64_t>{1, 2, 3, 4}), order);
  }
}

TAKT_ON_BOTH_DATABASES(Races);

}  // namespace
}  // namespace takt::tests
