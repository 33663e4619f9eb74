#pragma once
// Two at once, for many rounds: what one request must not do, two at the same moment must not do
// either. A pair is a call of race(): who they are, what a round needs, what each of them sends,
// and what must be so afterwards.

#include <barrier>

#include "domain/account.hpp"
#include "domain/key_result.hpp"
#include "domain/meeting.hpp"
#include "domain/team_member.hpp"
#include "server.hpp"
#include "store/change_log.hpp"
#include "store/entity_store.hpp"

namespace takt::tests {

using domain::Id;

inline std::string at(const std::string& collection, const Id& id, const std::string& below = "") {
  return "/api/v1/" + collection + '/' + id.text + below;
}

/// An account of a round, with the team members of Katrin and Jonas.
struct AccountRow {
  Id id;
  std::array<Id, 2> members;
};

/// Makes what a round needs, past all rules and without a change record.
struct Rows {
  store::Session& session;
  domain::Instant now;
  Id katrin, jonas;
  int round = 0;

  domain::Date day(int days) const { return domain::plus_days(domain::date_of(now), days); }

  template <class T>
  Id put(T entity) {
    if (entity.id.empty()) entity.id = Id{new_id()};
    if (entity.account.empty()) entity.account = entity.id;
    entity.created_at = now;
    store::insert(session, entity);
    return entity.id;
  }
  AccountRow account(domain::TeamRole of_jonas = domain::TeamRole::member) {
    AccountRow out;
    domain::Account account;
    account.id = out.id = Id{new_id()};
    account.name = std::string("Teutonia");
    account.code = "R" + out.id.text.substr(out.id.text.size() - 11);
    store::open_ledger(session, account.id);
    put(account);
    for (std::size_t i = 0; i < 2; ++i) {
      domain::TeamMember member;
      member.account = account.id;
      member.user = i ? jonas : katrin;
      member.role = i ? of_jonas : domain::TeamRole::manager;
      out.members[i] = put(member);
    }
    return out;
  }
  template <class T>
  Id named(const Id& account, const std::string& name, int position = 1) {
    T entity;
    entity.account = account;
    entity.name = name;
    entity.position = position;
    return put(entity);
  }
  Id cycle(const Id& account, domain::CycleState state, int from = -60, int days = 90) {
    domain::Cycle cycle;
    cycle.account = account;
    cycle.name = std::string("Z");
    cycle.starts_on = day(from);
    cycle.ends_on = day(from + days);
    cycle.state = state;
    return put(cycle);
  }
  Id objective(const Id& account, const Id& cycle,
               domain::ObjectiveState state = domain::ObjectiveState::active) {
    domain::Objective objective;
    objective.account = account;
    objective.cycle = cycle;
    objective.title = std::string("Lieferanteil");
    objective.state = state;
    return put(objective);
  }
  /// A metric from 0 to 10.
  Id key_result(const Id& account, const Id& objective) {
    domain::KeyResult key_result;
    key_result.account = account;
    key_result.objective = objective;
    key_result.title = std::string("10 Bestellungen");
    key_result.start = 0;
    key_result.target = 10;
    return put(key_result);
  }
  /// A running meeting whose topics are revealed; everybody has three dots.
  Id meeting(const Id& account, const std::optional<Id>& cycle = {}) {
    domain::Meeting meeting;
    meeting.account = account;
    meeting.kind = domain::MeetingKind::cycle;
    meeting.planned_at = now;
    meeting.state = domain::MeetingState::running;
    meeting.started_at = now;
    meeting.topics_revealed = meeting.votes_open = true;
    meeting.votes.value = 3;
    if (cycle) meeting.cycle = *cycle;
    return put(meeting);
  }
  Id proposal(const Id& account, const Id& meeting) {
    domain::Proposal proposal;
    proposal.account = account;
    proposal.meeting = meeting;
    proposal.title = std::string("Thema");
    proposal.revealed = true;
    return put(proposal);
  }
};

/// A round in which something is in before something else happens, or refused.
struct Before {
  Id account, parent;
  Id first{new_id()};
  Id second;
  std::string named() const { return R"({"id":")" + first.text + R"(",)"; }
};

class Races : public OnBothDatabases {
 protected:
  using Two = std::array<Answer, 2>;
  static constexpr int kNobodyKnows = -1;

  /// Lets two people send at the same moment, round after round, each on rows of its own.
  /// `make(rows)` makes a round's row, `send(browser, row, i)` is what the first (0) and the second
  /// (1) do, `judge(row, answers)` looks at what came of it and says who of them was first.
  ///
  /// Who was first starts a little later in the next round, so that the two meet ever closer and
  /// each of them is first at times: where that never happens, the two do not race at all.
  /// `part` of the rounds is enough where a round takes long.
  template <class Make, class Send, class Judge>
  void race(const std::array<Person, 2>& people, Make make, Send send, Judge judge, int part = 1) {
    static const auto wanted = static_cast<int>(number_from("TAKT_RACE_ROUNDS", 200));
    const int rounds = (GetParam() == "PostgreSQL" ? wanted : wanted / 10) / part;
    std::vector<std::invoke_result_t<Make, Rows&>> all;
    app->context().database.write_apart([&](store::Session& session) {
      all.clear();
      for (int round = 0; round < rounds; ++round) {
        Rows rows{session, app->context().now(), {katrin.id}, {jonas.id}, round};
        all.push_back(make(rows));
      }
    });
    std::array<Browser, 2> own{browser(people[0]), browser(people[1])};
    for (auto& each : own) each.get("/healthz");
    Two answers;
    std::array<std::chrono::microseconds, 2> late{};
    std::size_t round = 0;
    const auto take_part = [&](std::size_t i) {
      std::this_thread::sleep_for(late[i]);
      try {
        answers[i] = send(own[i], all[round], i);
      } catch (const std::exception& error) {
        answers[i] = {};
        answers[i].text = error.what();
      }
    };
    std::barrier<> gate(2);
    bool over = false;
    std::jthread second([&] {
      for (;;) {
        gate.arrive_and_wait();
        if (over) return;
        take_part(1);
        gate.arrive_and_wait();
      }
    });
    // However this ends, the second one must not wait for ever.
    struct End {
      bool& over;
      std::barrier<>& gate;
      ~End() {
        over = true;
        gate.arrive_and_wait();
      }
    } const end{over, gate};
    std::array<int, 2> was_first{};
    int last = kNobodyKnows;
    std::chrono::microseconds lead{0}, step{100};
    for (; round < all.size() && !HasFailure(); ++round) {
      late = {std::max(lead, decltype(lead){}), std::max(-lead, decltype(lead){})};
      gate.arrive_and_wait();
      take_part(0);
      gate.arrive_and_wait();
      for (const auto& answer : answers)
        EXPECT_TRUE(answer.status >= 200 && answer.status < 500) << answer.status << answer.text;
      const int first = judge(all[round], answers);
      if (first == kNobodyKnows) {
        lead = std::chrono::microseconds{100} * (static_cast<int>(round % 9) - 4);
        continue;
      }
      ++was_first[static_cast<std::size_t>(first)];
      step = first == last ? std::min(step * 2, std::chrono::microseconds{50'000})
                           : std::max(step / 2, std::chrono::microseconds{20});
      lead += first == 0 ? step : -step;
      last = first;
    }
    // In a few rounds it may be chance.
    if (last == kNobodyKnows || rounds < 20 || HasFailure()) return;
    EXPECT_LT(0, was_first[0]) << "of " << rounds << " rounds";
    EXPECT_LT(0, was_first[1]) << "of " << rounds << " rounds";
  }

  static bool is_done(const Answer& answer) { return answer.status >= 200 && answer.status < 300; }

  /// One of the two gets what they want, the other one is refused.
  static auto exactly_one(int refusal) {
    return [refusal](const auto&, const Two& answers) {
      const std::size_t first = is_done(answers[0]) ? 0 : 1;
      EXPECT_TRUE(is_done(answers[first])) << answers[0].text << answers[1].text;
      EXPECT_EQ(refusal, answers[1 - first].status) << answers[1 - first].text;
      return static_cast<int>(first);
    };
  }
  /// Both get what they want, and the count that `sql(row)` asks for is `wanted`.
  template <class Sql>
  auto both(int wanted, Sql sql) {
    return [this, wanted, sql](const auto& row, const Two& answers) {
      for (const auto& answer : answers) EXPECT_TRUE(is_done(answer)) << answer.text;
      EXPECT_EQ(wanted, number(sql(row)));
      return kNobodyKnows;
    };
  }
  /// The second gets what they want. What the first wants is in before that, or refused and not in
  /// at all: so says the change log of `row.account`, in which the first's change is that of
  /// `row.first` and the second's that of `row.second`.
  auto before_or_refused(int refusal) {
    return [this, refusal](const auto& row, const Two& answers) {
      EXPECT_TRUE(is_done(answers[1])) << answers[1].text;
      const int first = change_of(row.account, row.first);
      if (is_done(answers[0])) {
        EXPECT_LT(0, first);
        EXPECT_LT(first, change_of(row.account, row.second));
        return 0;
      }
      EXPECT_EQ(refusal, answers[0].status) << answers[0].text;
      EXPECT_EQ(0, first);
      return 1;
    };
  }

  int number(const std::string& sql) {
    return app->context()
        .database.peek([&](store::Session& session) { return session.value<int>(sql); })
        .value_or(0);
  }
  /// The revision of an entity's first change; 0 where it has none.
  int change_of(const Id& ledger, const Id& entity) {
    return number("select coalesce(min(revision), 0) from \"change\" where ledger = '" +
                  ledger.text + "' and entity_id = '" + entity.text + "'");
  }

  /// A deadlock is not seen from outside, but everybody in it has waited for a second.
  void TearDown() override {
    if (GetParam() != "PostgreSQL") return;
    PGconn* connection = PQconnectdb(database_.location.c_str());
    // A connection says what happened to it when it ends.
    PQclear(PQexec(connection,
                   "select pg_terminate_backend(pid, 5000) from pg_stat_activity "
                   "where datname = current_database() and pid <> pg_backend_pid()"));
    PGresult* result = PQexec(
        connection, "select deadlocks from pg_stat_database where datname = current_database()");
    ASSERT_EQ(1, PQntuples(result)) << PQerrorMessage(connection);
    EXPECT_STREQ("0", PQgetvalue(result, 0, 0)) << "deadlocks";
    PQclear(result);
    PQfinish(connection);
  }
};

}  // namespace takt::tests
