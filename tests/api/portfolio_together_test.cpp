// Lines of the portfolio that are made together are those that each account's own would be.

#include <algorithm>

#include "cli/demo.hpp"
#include "figure/portfolio.hpp"
#include "page/portfolio.hpp"
#include "store/account_store.hpp"
#include "told_account.hpp"

namespace takt::tests {
namespace {

/// All figures of each line and of what unfolds under it, made together or one by one, each within
/// a read of its own.
std::vector<std::string> lines_made(store::Database& database, std::span<const domain::Id> accounts,
                                    domain::Instant now, bool together) {
  std::vector<std::string> out;
  const auto add = [&](const figure::PortfolioKept& line) {
    out.push_back(mapping::to_json(line.figures) + '\n' + mapping::to_json(line.detail));
  };
  if (together) {
    for (const auto& line : database.read([&](store::Session& session) {
           return figure::portfolio_kept(session, accounts, now);
         }))
      add(line);
    return out;
  }
  for (const auto& account : accounts)
    add(database.read(
        [&](store::Session& session) { return figure::portfolio_kept(session, account, now); }));
  return out;
}

std::vector<domain::Id> accounts_in_order(store::Database& database) {
  std::vector<domain::Id> out;
  for (const auto& account : database.peek([](store::Session& session) {
         return session.rows<domain::Account>(store::select_all<domain::Account>() +
                                              " order by id");
       }))
    out.push_back(account.id);
  return out;
}

void expect_same_lines(store::Database& database, domain::Instant now) {
  const auto accounts = accounts_in_order(database);
  ASSERT_LE(3u, accounts.size());
  const auto expected = lines_made(database, accounts, now, false);
  EXPECT_EQ(expected, lines_made(database, accounts, now, true));
  EXPECT_LT(1u, std::set(expected.begin(), expected.end()).size());
}

class DemoPortfolioTogether : public testing::TestWithParam<std::string> {
 protected:
  NewDatabase made{GetParam() == "PostgreSQL"};
  store::Database database{made.location, 2};
  domain::Instant now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 24} +
                      std::chrono::hours{9}};
  access::Context context{database, [this] { return now; }};
};

TEST_P(DemoPortfolioTogether, SaysOfEachAccountWhatItsOwnRowsSay) {
  store::migrate(database);
  cli::tell_demo_story(context, domain::Language::de);
  for (const int days : {0, 12, 40, 200}) {
    SCOPED_TRACE(days);
    expect_same_lines(database, {now.time + std::chrono::hours{24 * days}});
  }
}

TAKT_ON_BOTH_DATABASES(DemoPortfolioTogether);

/// Accounts in several states of what a seed makes, and empty ones.
class PortfolioTogether : public ToldAccount {
 protected:
  void SetUp() override {}
  void tell(unsigned seed) {
    areas.clear();
    sites.clear();
    goals.clear();
    sign_in_again();
    ToldAccount::SetUp();
    random_.seed(seed);
    first = plan_cycle("erster", 60);
    pass(7);
    check_in(first);
    signals();
    if (seed % 4 == 0) return;
    pass(9);
    drop(first);
    change("key-results/" + first.asked.back().id,
           {{"title", "anders"}, {"weight", 2}, {"reason", "r"}});
    write("objectives/" + first.with_readings + "/outcome-readings",
          {{"on", date(0)}, {"value", 4}});
    check_in(first);
    write("key-results/" + first.asked.front().id + "/check-ins",
          {{"effectiveOn", date(0)}, {"value", 7}});
    write(here("meetings"), {{"kind", "check_in"}, {"plannedAt", date(3) + "T08:00:00.000Z"}});
    if (seed % 4 == 1) return;
    pass(50);
    measure();
    change("cycles/" + first.id, {{"state", "review"}});
    review(first);
    if (seed % 4 == 2) return;
    change("cycles/" + first.id, {{"state", "closed"}});
    second = plan_cycle("zweiter", 90);
    check_in(second);
  }
  void sign_in_again() {
    head = signed_in(head.id);
    katrin = signed_in(katrin.id);
  }
  void execute(const std::string& sql, const store::Binds& binds) {
    app->context().database.write_apart(
        [&](store::Session& session) { EXPECT_LT(0, session.execute(sql, binds)); });
  }
  domain::Instant now() { return app->context().now(); }
  store::Database& database() { return app->context().database; }
};

TEST_P(PortfolioTogether, SaysOfEachAccountWhatItsOwnRowsSay) {
  for (const unsigned seed : {4U, 1U, 2U, 3U}) tell(seed);
  sign_in_again();
  account();
  account();
  expect_same_lines(database(), now());
  pass(30);
  expect_same_lines(database(), now());
}

TEST_P(PortfolioTogether, LeavesToEachAccountWhatRefersToAnotherOnes) {
  std::vector<CycleMade> cycles;
  std::vector<std::string> ids;
  for (const unsigned seed : {1U, 5U, 9U}) {
    tell(seed);
    cycles.push_back(first);
    ids.push_back(id);
  }
  // As an older version let them: some rows of the second are the first one's.
  using store::bound;
  const store::Binds binds{bound("account", domain::Id{ids[0]}),
                           bound("of", domain::Id{cycles[1].asked[0].id})};
  execute("update check_in set account = :account where key_result = :of", binds);
  execute("update key_result set account = :account where id = :of", binds);
  execute("update objective set account = :account where id = :of",
          {bound("account", domain::Id{ids[0]}), bound("of", domain::Id{cycles[1].objectives[1]})});
  execute(
      "update site_target set account = :account where key_result in "
      "(select id from key_result where account = :of)",
      {bound("account", domain::Id{ids[0]}), bound("of", domain::Id{ids[1]})});
  expect_same_lines(database(), now());
}

TEST_P(PortfolioTogether, AsksForTheRowsOfFortyAccountsAsOftenAsForThoseOfTwo) {
  std::vector<domain::Id> accounts;
  const auto add = [&](std::size_t count) {
    while (accounts.size() < count) accounts.push_back({plan().account});
  };
  const auto reads = [&] {
    return statements_of([&] { lines_made(database(), accounts, now(), true); });
  };
  add(2);
  const auto few = reads();
  add(40);
  EXPECT_EQ(few, reads());
  pass(1);
  // Of this thread alone: on a new day the server's housekeeping asks, too.
  store::Trace trace;
  {
    const store::Tracing tracing(&trace);
    EXPECT_EQ(40, page::refresh_portfolio(app->context(), 100));
  }
  long long asked = 0;
  for (const auto& [sql, cost] : trace.statements) asked += cost.times;
  EXPECT_LT(20, asked);
  EXPECT_GE(few + 10, asked);
  EXPECT_GE(35, few);
}

TEST_P(PortfolioTogether, KeepsTheLinesOfManyAndNoneThatIsOlderThanTheOneKept) {
  std::vector<domain::Id> accounts;
  accounts.reserve(7);
  for (int i = 0; i < 7; ++i) accounts.push_back({account()});
  pass(1);
  while (page::refresh_portfolio(app->context(), 100) > 0) {
  }
  auto lines = database().read([&](store::Session& session) {
    std::vector<store::PortfolioFigures> out;
    for (const auto& line : figure::portfolio_kept(session, accounts, now()))
      out.push_back(line.figures);
    return out;
  });
  for (auto& line : lines) line.waiting = 5;
  lines[2].revision -= 1;
  database().write_apart(
      [&](store::Session& session) { store::put_portfolio_figures(session, lines); });
  const auto kept = database().read([](store::Session& session) {
    return store::portfolio_rows(session, {}, store::PortfolioOrder::name, 100, 0);
  });
  ASSERT_EQ(7u, kept.size());
  for (const auto& row : kept) EXPECT_EQ(row.account == accounts[2] ? 0 : 5, row.waiting);
}

TAKT_ON_BOTH_DATABASES(PortfolioTogether);

}  // namespace
}  // namespace takt::tests
