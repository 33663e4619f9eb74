#include "seed.hpp"

#include <array>

#include "access/context.hpp"
#include "access/secrets.hpp"
#include "domain/account.hpp"
#include "domain/check_in.hpp"
#include "domain/cycle.hpp"
#include "domain/goal.hpp"
#include "domain/key_result.hpp"
#include "domain/objective.hpp"
#include "domain/product_area.hpp"
#include "domain/signal.hpp"
#include "domain/site.hpp"
#include "domain/supply.hpp"
#include "domain/team_member.hpp"
#include "domain/user.hpp"
#include "store/change_log.hpp"
#include "store/check_in_store.hpp"

namespace takt::bench {

using namespace domain;

namespace {

class Seeder {
 public:
  Seeder(access::Context& context, store::Session& session)
      : context_(context), session_(session), today_(context.today()) {}

  User user() {
    User user = with<User>(store::organisation_ledger());
    user.name = std::string("Bench");
    user.email = "bench-" + user.id.text + "@brandt.example";
    store::insert(session_, user);
    return user;
  }

  Id account(const Id& manager, int number, bool with_cycle = true) {
    auto account = with<Account>({});
    account.account = account.id;
    account.name = "Account " + std::to_string(number);
    account.code = "B" + std::to_string(number);
    store::open_ledger(session_, account.id);
    store::raise_revision(session_, account.id);
    store::insert(session_, account);
    auto member = with<TeamMember>(account.id);
    member.user = manager;
    member.role = TeamRole::manager;
    store::insert(session_, member);
    if (!with_cycle) return account.id;
    auto cycle = with<Cycle>(account.id);
    cycle.name = std::string("Cycle");
    cycle.starts_on = plus_days(today_, -60);
    cycle.ends_on = plus_days(today_, 120);
    cycle.state = CycleState::active;
    store::insert(session_, cycle);
    for (int i = 0; i < 2; ++i) objective(account.id, cycle.id, manager);
    return account.id;
  }

  void signal(const Id& account, const Id& by, int number) {
    auto signal = with<Signal>(account);
    signal.recorded_by = by;
    signal.title = std::string("Purchasing consolidates its suppliers");
    signal.observed_on = today_;
    signal.theme = static_cast<SignalTheme>(number % 17);
    signal.nature = SignalNature::threat;
    signal.impact = Whole<1, 5>{number % 5 + 1};
    signal.likelihood = Whole<1, 5>{number / 5 % 5 + 1};
    signal.state = number % 3 == 0 ? SignalState::assessed : SignalState::answered;
    if (number % 3 != 0) signal.answered_at = signal.created_at;
    store::insert(session_, signal);
  }

  /// Titles of words that come again and again, as people's do.
  void open_signal(const Id& account, const Id& by, int number) {
    constexpr std::array kWho{"Purchasing",   "The new board",        "Their plant",
                              "A competitor", "The development team", "Logistics"};
    constexpr std::array kDoes{"consolidates", "asks for",  "doubts", "tenders",
                               "moves",        "cancels",   "tests",  "standardises",
                               "postpones",    "looks into"};
    constexpr std::array kWhat{"suppliers",    "drives",      "lead times", "prices",
                               "the platform", "samples",     "contracts",  "volumes",
                               "the assembly", "spare parts", "reports",    "deliveries",
                               "quality"};
    auto signal = with<Signal>(account);
    signal.recorded_by = by;
    signal.title = std::string(kWho[number % kWho.size()]) + ' ' +
                   kDoes[number / 3 % kDoes.size()] + ' ' + kWhat[number / 7 % kWhat.size()] +
                   " of line " + std::to_string(number);
    signal.observed_on = plus_days(today_, -(number % 200));
    signal.theme = static_cast<SignalTheme>(number % 17);
    signal.impact = Whole<1, 5>{number % 5 + 1};
    signal.likelihood = Whole<1, 5>{number / 5 % 5 + 1};
    signal.state = SignalState::assessed;
    store::insert(session_, signal);
  }

  /// `check_ins` of them over the last sixty days, as a machine would send them.
  void check_in_often(const KeyResult& key_result, int check_ins) {
    for (int i = 0; i < check_ins; ++i) {
      auto check_in = with<CheckIn>(key_result.account);
      check_in.key_result = key_result.id;
      check_in.effective_on = plus_days(today_, -60 + i * 60 / check_ins);
      check_in.value = 10.0 * i / check_ins;
      check_in.confidence = Whole<0, 10>{7};
      store::insert(session_, check_in);
      store::mark_overtaken(session_, check_in);
    }
  }

  void long_line(const Id& account, const Id& manager) {
    std::vector<Id> sites;
    std::vector<Id> areas;
    std::vector<Id> goals;
    for (int i = 0; i < 50; ++i) sites.push_back(named<Site>(account, i));
    for (int i = 0; i < 20; ++i) areas.push_back(named<ProductArea>(account, i));
    for (int i = 0; i < 4; ++i) {
      auto goal = with<LongTermGoal>(account);
      goal.title = std::string("Win the tender");
      goal.due = plus_months(today_, 6 * (i + 1));
      store::insert(session_, goal);
      goals.push_back(goal.id);
    }
    for (int quarter = 0; quarter < 40; ++quarter)
      for (const auto& site : sites)
        for (const auto& area : areas) {
          auto record = with<SupplyRecord>(account);
          record.site = site;
          record.product_area = area;
          record.starts_on = period_start(Period::quarter, plus_months(today_, -3 * quarter));
          record.volume = 40 + quarter % 7;
          record.demand = 100;
          store::insert(session_, record);
        }
    for (int half = 0; half < 20; ++half) {
      auto cycle = with<Cycle>(account);
      cycle.name = "Cycle " + std::to_string(half);
      cycle.starts_on = plus_months(today_, -6 * half - 3);
      cycle.ends_on = plus_days(plus_months(cycle.starts_on, 6), -1);
      cycle.state = half == 0 ? CycleState::active : CycleState::closed;
      store::insert(session_, cycle);
      for (int i = 0; i < 3; ++i) objective(account, cycle.id, manager, goals[half % 4]);
    }
  }

 private:
  template <class T>
  Id named(const Id& account, int number) {
    auto entity = with<T>(account);
    entity.name = std::to_string(number);
    store::insert(session_, entity);
    return entity.id;
  }

  template <class T>
  T with(const Id& account) {
    T entity;
    entity.id = access::new_id(context_.now());
    entity.account = account;
    entity.created_at = context_.now();
    entity.position = ++position_;
    return entity;
  }

  void objective(const Id& account, const Id& cycle, const Id& owner, const Id& goal = {}) {
    auto objective = with<Objective>(account);
    objective.cycle = cycle;
    objective.title = std::string("Raise our share of supply from 40 to 50 %");
    objective.owner = owner;
    objective.state = ObjectiveState::active;
    if (!goal.empty()) objective.goals.push_back({goal, GoalLinkKind::contributes});
    store::insert(session_, objective);
    for (int i = 0; i < 3; ++i) {
      auto key_result = with<KeyResult>(account);
      key_result.objective = objective.id;
      key_result.title = std::string("The first ten orders are in");
      key_result.owner = owner;
      key_result.start = 0;
      key_result.target = 10;
      store::insert(session_, key_result);
      for (int day = 0; day < 5; ++day) {
        auto check_in = with<CheckIn>(account);
        check_in.key_result = key_result.id;
        check_in.effective_on = plus_days(today_, -10 * (5 - day));
        check_in.value = day;
        check_in.confidence = Whole<0, 10>{7};
        store::insert(session_, check_in);
      }
    }
  }

  access::Context& context_;
  store::Session& session_;
  Date today_;
  int position_ = 0;
};

}  // namespace

void seed_accounts(access::Context& context, int count) {
  const auto have = context.database.peek([](store::Session& session) {
    return session.value<int>("select count(*) from account").value_or(0);
  });
  const auto manager = context.database.write_apart(
      [&](store::Session& session) { return Seeder(context, session).user(); });
  for (int from = have; from < count; from += 1000)
    context.database.write_apart([&](store::Session& session) {
      Seeder seeder(context, session);
      for (int i = from; i < std::min(from + 1000, count); ++i) seeder.account(manager.id, i);
    });
  // As the database's own housekeeping would have done by then.
  context.database.peek([](store::Session& session) { session.run("analyze"); });
}

void seed_signals(access::Context& context, int count) {
  const auto accounts = context.database.peek([](store::Session& session) {
    return session.rows<TeamMember>(store::select_all<TeamMember>() + " where role = 'manager'");
  });
  for (int from = 0; from < count; from += 20'000)
    context.database.write_apart([&](store::Session& session) {
      Seeder seeder(context, session);
      for (int i = from; i < std::min(from + 20'000, count); ++i) {
        const auto& member = accounts[static_cast<std::size_t>(i) % accounts.size()];
        seeder.signal(member.account, member.user, i);
      }
    });
  context.database.peek([](store::Session& session) { session.run("analyze"); });
}

Id seed_long_account(access::Context& context) {
  return context.database.write_apart([&](store::Session& session) {
    Seeder seeder(context, session);
    const auto manager = seeder.user();
    const auto account = seeder.account(manager.id, 1'000'000, false);
    seeder.long_line(account, manager.id);
    return account;
  });
}

Id seed_busy_account(access::Context& context, int check_ins) {
  return context.database.write_apart([&](store::Session& session) {
    Seeder seeder(context, session);
    const auto account = seeder.account(seeder.user().id, 1'000'001);
    const auto key_results = store::present_of<KeyResult>(session, account);
    for (const auto& key_result : key_results)
      seeder.check_in_often(key_result, check_ins / static_cast<int>(key_results.size()));
    session.run("analyze");
    return account;
  });
}

Id seed_observed_account(access::Context& context, int signals) {
  return context.database.write_apart([&](store::Session& session) {
    Seeder seeder(context, session);
    const auto manager = seeder.user().id;
    const auto account = seeder.account(manager, 2'000'000 + signals);
    for (int i = 0; i < signals; ++i) seeder.open_signal(account, manager, i);
    return account;
  });
}

}  // namespace takt::bench
