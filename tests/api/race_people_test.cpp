// Who works where: users, teams, accounts, links, passwords. Their rules look across ledgers.

#include "access/session.hpp"
#include "command/invitation.hpp"
#include "race.hpp"
#include "store/user_store.hpp"

namespace takt::tests {
namespace {

using namespace domain;

class PeopleRaces : public Races {
 protected:
  static Id user(Rows& rows) {
    User user;
    user.account = store::organisation_ledger();
    user.name = std::string("Neu");
    user.email = "neu" + std::to_string(rows.round) + "@brandt.example";
    return rows.put(user);
  }
  /// `change(session)` as nobody could make it.
  template <class F>
  void set_right(F change) {
    app->context().database.write_apart([&](store::Session& session) {
      change(session);
      store::raise_revision(session, store::access_ledger());
    });
  }
};

TEST_P(PeopleRaces, AnAdministratorStays) {
  const auto other = add_user("Zweite", "administrator");
  const auto one_of_two = exactly_one(409);
  set_right([](store::Session& session) { session.execute("update \"user\" set version = 1"); });
  race(
      {admin, other}, [](Rows&) { return 0; },
      [&](Browser& own, int, std::size_t i) {
        return own.patch(at("users", Id{i ? other.id : admin.id}), R"({"role":"member"})", "1");
      },
      [&](int row, const Two& answers) {
        const int first = one_of_two(row, answers);
        EXPECT_EQ(1, number("select count(*) from \"user\" where role = 'administrator'"));
        set_right([&](store::Session& session) {
          session.execute(
              "update \"user\" set role = 'administrator', version = 1 where id in (:one, :two)",
              {store::bound("one", admin.id), store::bound("two", other.id)});
        });
        return first;
      });
}

TEST_P(PeopleRaces, AManagerStays) {
  race(
      {katrin, jonas}, [](Rows& rows) { return rows.account(TeamRole::manager); },
      [](Browser& own, const AccountRow& row, std::size_t i) {
        return own.patch(at("team-members", row.members[i]), R"({"role":"member"})", "1");
      },
      exactly_one(409));
}

TEST_P(PeopleRaces, OneOfTwoAccountsStandsAboveTheOther) {
  race(
      {katrin, jonas},
      [](Rows& rows) {
        return std::array{rows.account(TeamRole::manager).id, rows.account(TeamRole::manager).id};
      },
      [](Browser& own, const auto& both, std::size_t i) {
        return own.patch(at("accounts", both[i]), R"({"parent":")" + both[1 - i].text + "\"}", "1");
      },
      exactly_one(422));
}

TEST_P(PeopleRaces, IdInTheCrmIsGivenToOneAccount) {
  struct Row {
    std::array<Id, 2> accounts;
    int round = 0;
  };
  race(
      {katrin, jonas},
      [](Rows& rows) {
        return Row{{rows.account(TeamRole::manager).id, rows.account(TeamRole::manager).id},
                   rows.round};
      },
      [](Browser& own, const Row& row, std::size_t i) {
        return own.patch(at("accounts", row.accounts[i]),
                         R"({"externalId":"CRM-)" + std::to_string(row.round) + "\"}", "1");
      },
      exactly_one(422));
}

TEST_P(PeopleRaces, SomebodyComesToATeamOnce) {
  race(
      {katrin, jonas}, [](Rows& rows) { return rows.account(TeamRole::manager).id; },
      [&](Browser& own, const Id& account, std::size_t) {
        return own.post(at("accounts", account, "/team-members"), R"({"user":")" + head.id + "\"}");
      },
      exactly_one(422));
}

struct Leaving {
  Id account, first{new_id()}, second;
};
TEST_P(PeopleRaces, WhoLeavesTheTeamAnswersForNothing) {
  const auto in_before = before_or_refused(422);
  race(
      {katrin, katrin},
      [](Rows& rows) {
        const auto made = rows.account();
        Leaving row;
        row.account = made.id;
        row.second = made.members[1];
        return row;
      },
      [&](Browser& own, const Leaving& row, std::size_t i) {
        if (i) return own.remove(at("team-members", row.second), "1");
        return own.post(at("accounts", row.account, "/actions"),
                        R"({"id":")" + row.first.text + R"(","title":"Anrufen","assignee":")" +
                            jonas.id + "\"}");
      },
      [&](const Leaving& row, const Two& answers) {
        EXPECT_EQ(0, number("select count(*) from action where assignee is not null and id = '" +
                            row.first.text + "'"));
        return in_before(row, answers);
      });
}

TEST_P(PeopleRaces, CodeOfANewAccountIsTakenOnce) {
  race(
      {head, head}, [](Rows& rows) { return rows.round; },
      [](Browser& own, int round, std::size_t) {
        return own.post("/api/v1/accounts",
                        R"({"name":"A","code":"C)" + std::to_string(round) + "\"}");
      },
      exactly_one(422));
}

struct Codes {
  int round;
  std::array<Id, 2> accounts;
  std::string code() const { return R"("code":"C)" + std::to_string(round) + '"'; }
};
TEST_P(PeopleRaces, CodeOfAnAccountIsTakenOnceByAChange) {
  race(
      {katrin, katrin},
      [](Rows& rows) {
        return Codes{rows.round, {rows.account().id, rows.account().id}};
      },
      [](Browser& own, const Codes& row, std::size_t i) {
        return own.patch(at("accounts", row.accounts[i]), "{" + row.code() + "}", "1");
      },
      exactly_one(422));
}

TEST_P(PeopleRaces, CodeIsTakenOnceByANewAccountOrAChange) {
  race(
      {head, katrin},
      [](Rows& rows) {
        return Codes{rows.round, {rows.account().id, {}}};
      },
      [](Browser& own, const Codes& row, std::size_t i) {
        if (i) return own.patch(at("accounts", row.accounts[0]), "{" + row.code() + "}", "1");
        return own.post("/api/v1/accounts", R"({"name":"A",)" + row.code() + "}");
      },
      exactly_one(422));
}

TEST_P(PeopleRaces, EmailOfAUserIsTakenOnce) {
  race(
      {admin, admin}, [](Rows& rows) { return rows.round; },
      [](Browser& own, int round, std::size_t) {
        return own.post("/api/v1/users", R"({"name":"U","role":"member","email":"u)" +
                                             std::to_string(round) + R"(@brandt.example"})");
      },
      exactly_one(422));
}

TEST_P(PeopleRaces, SomebodyComesToATeamWhileTheirEmailChanges) {
  struct Row {
    Id account, user;
    int round;
  };
  race(
      {admin, katrin},
      [](Rows& rows) {
        return Row{rows.account().id, user(rows), rows.round};
      },
      [](Browser& own, const Row& row, std::size_t i) {
        if (i)
          return own.post(at("accounts", row.account, "/team-members"),
                          R"({"user":")" + row.user.text + "\"}");
        return own.patch(at("users", row.user),
                         R"({"email":"anders)" + std::to_string(row.round) + R"(@brandt.example"})",
                         "1");
      },
      both(1, [](const Row& row) {
        return "select count(*) from team_member where \"user\" = '" + row.user.text + "'";
      }));
}

TEST_P(PeopleRaces, OneTimeLinkIsUsedOnce) {
  std::vector<std::string> links;
  race(
      {Person{}, Person{}},
      [&](Rows& rows) {
        links.push_back(access::random_token());
        store::put_invitation(rows.session, access::token_hash(links.back()),
                              {user(rows), {rows.now.time + std::chrono::hours{1}}}, rows.now);
        return links.back();
      },
      [](Browser& own, const std::string& link, std::size_t i) {
        return own.post(
            "/api/v1/invitations",
            R"({"token":")" + link + R"(","password":"ganz geheim )" + std::to_string(i) + "\"}");
      },
      exactly_one(404), 8);
}

TEST_P(PeopleRaces, PresentPasswordIsChangedOnce) {
  const auto hash = access::hash_password("das alte Passwort");
  const auto old_again = [&](store::Session& session) {
    store::put_password_hash(session, Id{jonas.id}, hash);
  };
  set_right(old_again);
  const auto one_of_two = exactly_one(422);
  race(
      {jonas, jonas}, [](Rows&) { return 0; },
      [](Browser& own, int, std::size_t i) {
        return own.put("/api/v1/password",
                       R"({"present":"das alte Passwort","wanted":"ein neues Wort )" +
                           std::to_string(i) + "\"}");
      },
      [&](int row, const Two& answers) {
        const int first = one_of_two(row, answers);
        set_right(old_again);
        return first;
      },
      10);
}

TEST_P(PeopleRaces, WhoeverIsArchivedHasNoSession) {
  const auto hash = access::hash_password("ganz geheim");
  race(
      {Person{}, admin},
      [&](Rows& rows) {
        const auto id = user(rows);
        store::put_password_hash(rows.session, id, hash);
        return id;
      },
      [&](Browser& own, const Id& id, std::size_t i) {
        if (i) return own.remove(at("users", id), "1");
        // As after a password that fitted, which takes too long for a narrow race.
        try {
          access::open_session(app->context(), id, hash);
        } catch (const Problem& problem) {
          return Answer{401, {}, problem.code, {}};
        }
        return Answer{200, {}, {}, {}};
      },
      [&](const Id& id, const Two& answers) {
        EXPECT_EQ(200, answers[1].status) << answers[1].text;
        EXPECT_EQ(0, number("select count(*) from session where user_id = '" + id.text + "'"));
        return is_done(answers[0]) ? 0 : 1;
      });
}

TAKT_ON_BOTH_DATABASES(PeopleRaces);

}  // namespace
}  // namespace takt::tests
