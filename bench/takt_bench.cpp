// What scripts/bench can't measure from outside: raw commits, and pages built in-process.
//   takt-bench commits DATABASE SECONDS  durable one-row transactions a second: raw SQLite C API on
//                                        one connection, or libpq on eight
//   takt-bench seed DATABASE ACCOUNTS    see seed.hpp
//   takt-bench long DATABASE             median microseconds of the share matrix and the long-term
//                                        line of an account with ten years × 50 sites × 20 areas
//   takt-bench portfolio DATABASE        adds 200,000 signals; microseconds to make all lines, to
//                                        answer a page (median), to count the themes, to search
//                                        all accounts (median)
//   takt-bench busy DATABASE             adds an account with 100,000 check-ins; microseconds
//                                        (median) of cockpit, key result's page, effectiveness
//   takt-bench board DATABASE SIGNALS    adds an account with so many open signals; median
//                                        microseconds of its board
//   takt-bench cockpit DATABASE          median microseconds to build a cockpit from the database

#include <libpq-fe.h>
#include <sodium.h>
#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <iostream>
#include <memory>
#include <thread>

#include "access/caller.hpp"
#include "access/context.hpp"
#include "access/secrets.hpp"
#include "domain/account.hpp"
#include "domain/key_result.hpp"
#include "domain/user.hpp"
#include "page/cockpit.hpp"
#include "page/effect.hpp"
#include "page/key_result.hpp"
#include "page/long_term.hpp"
#include "page/market.hpp"
#include "page/portfolio.hpp"
#include "page/search.hpp"
#include "page/signal_board.hpp"
#include "page/supply.hpp"
#include "seed.hpp"
#include "store/migrations.hpp"

namespace {

using namespace takt;
using Clock = std::chrono::steady_clock;

domain::Instant now() {
  return {std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())};
}

void must(int result, sqlite3* database) {
  if (result != SQLITE_OK && result != SQLITE_DONE)
    throw std::runtime_error(sqlite3_errmsg(database));
}

double raw_commits(const char* file, double seconds) {
  sqlite3* database = nullptr;
  must(sqlite3_open(file, &database), database);
  for (const char* sql : {"pragma journal_mode = wal", "pragma synchronous = full",
                          "create table check_in (id integer primary key, text text)"})
    must(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), database);
  sqlite3_stmt* insert = nullptr;
  must(sqlite3_prepare_v2(database, "insert into check_in (text) values (?)", -1, &insert, nullptr),
       database);
  const std::string text(400, 'x');
  int count = 0;
  const auto start = Clock::now();
  const auto elapsed = [&] { return std::chrono::duration<double>(Clock::now() - start).count(); };
  for (; elapsed() < seconds; ++count) {
    sqlite3_bind_text(insert, 1, text.c_str(), static_cast<int>(text.size()), SQLITE_STATIC);
    must(sqlite3_step(insert), database);
    sqlite3_reset(insert);
  }
  const double rate = count / elapsed();
  sqlite3_finalize(insert);
  sqlite3_close(database);
  return rate;
}

/// The same on PostgreSQL, from eight connections at once.
double raw_postgresql_commits(const std::string& address, double seconds) {
  using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;
  const auto connect = [&] { return Connection(PQconnectdb(address.c_str()), PQfinish); };
  const auto run = [](const Connection& connection, const char* sql, int count,
                      const char* const* values) {
    PGresult* result =
        PQexecParams(connection.get(), sql, count, nullptr, values, nullptr, nullptr, 0);
    const bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
    PQclear(result);
    if (!done) throw std::runtime_error(PQerrorMessage(connection.get()));
  };
  const auto first = connect();
  run(first, "create table if not exists raw_commit (id bigserial primary key, text text)", 0,
      nullptr);
  const std::string text(400, 'x');
  std::atomic<int> count = 0;
  const auto start = Clock::now();
  const auto elapsed = [&] { return std::chrono::duration<double>(Clock::now() - start).count(); };
  {
    std::vector<std::jthread> writers;
    for (int i = 0; i < 8; ++i)
      writers.emplace_back([&] {
        const auto own = connect();
        const char* values[] = {text.c_str()};
        for (; elapsed() < seconds; ++count)
          run(own, "insert into raw_commit (text) values ($1)", 1, values);
      });
  }
  const double rate = count / elapsed();
  run(first, "drop table raw_commit", 0, nullptr);
  return rate;
}

template <class F>
double median_microseconds(int times, F&& f) {
  std::vector<double> each;
  for (int i = 0; i < times; ++i) {
    const auto start = Clock::now();
    f(i);
    each.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count());
  }
  std::ranges::sort(each);
  return each[each.size() / 2];
}

double cockpit(access::Context& context) {
  const auto accounts = context.database.peek([](store::Session& session) {
    return session.rows<domain::Account>(store::select_all<domain::Account>() +
                                         " where code like 'B%' order by id");
  });
  return median_microseconds(600, [&](int i) {
    page::cockpit(context, accounts[static_cast<std::size_t>(i) * 7919 % accounts.size()].id, {});
  });
}

/// Ten years of quarters × fifty sites × twenty product areas, four goals, twenty cycles.
void matrix_and_line(access::Context& context) {
  const auto account = bench::seed_long_account(context);
  std::cout << median_microseconds(5, [&](int) { page::supply_page(context, account, {}, {}); })
            << '\n';
  std::cout << median_microseconds(20, [&](int) { page::long_term_page(context, account); })
            << '\n';
}

void busy_account(access::Context& context) {
  const auto account = bench::seed_busy_account(context, 100'000);
  const auto key_result = context.database.peek([&](store::Session& session) {
    return store::present_of<domain::KeyResult>(session, account).front().id;
  });
  access::Caller head;
  head.user = access::new_id(now());
  head.role = domain::OrganisationRole::head;
  std::cout << median_microseconds(20, [&](int) { page::cockpit(context, account, {}); }) << '\n';
  std::cout << median_microseconds(20, [&](int) {
    page::key_result_page(context, head, key_result);
  }) << '\n';
  std::cout << median_microseconds(20, [&](int) { page::effect_page(context, account); }) << '\n';
}

double board(access::Context& context, int signals) {
  const auto account = bench::seed_observed_account(context, signals);
  access::Caller head;
  head.user = access::new_id(now());
  head.role = domain::OrganisationRole::head;
  return median_microseconds(7, [&](int) { page::signal_board(context, head, account, false); });
}

/// An account by its code, a word that is everywhere, one that is nowhere, two.
double searches_of(access::Context& context, const access::Caller& caller) {
  return median_microseconds(20, [&](int i) {
    constexpr const char* kWanted[] = {"b9123", "suppl", "vergabeplattform", "raise share"};
    page::search(context, caller, kWanted[i % 4], 20);
  });
}

/// As the head of KAM: the first page in several orders, a search, the themes.
void portfolio_of(access::Context& context) {
  bench::seed_signals(context, 200'000);
  const auto start = Clock::now();
  while (page::refresh_portfolio(context, 2048) > 0) {
  }
  std::cout << std::chrono::duration<double, std::micro>(Clock::now() - start).count() << '\n';
  access::Caller head;
  head.user = access::new_id(now());
  head.role = domain::OrganisationRole::head;
  using Order = page::PortfolioOrder;
  std::cout << median_microseconds(30, [&](int i) {
    constexpr Order kOrders[] = {Order::health, Order::waiting, Order::agility, Order::name};
    page::PortfolioQuery query;
    query.choice.order = kOrders[i % 4];
    query.page = i % 7;
    if (i % 3 == 0) query.choice.search = "account 77";
    page::portfolio(context, head, query);
  }) << '\n';
  std::cout << median_microseconds(5, [&](int) { page::signal_themes(context, head); }) << '\n';
  std::cout << searches_of(context, head) << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (sodium_init() < 0 || words.size() < 2) return 2;
    if (words[0] == "commits") {
      const auto seconds = std::stod(words.at(2));
      std::cout << (words[1].starts_with("postgresql") ? raw_postgresql_commits(words[1], seconds)
                                                       : raw_commits(words[1].c_str(), seconds))
                << '\n';
      return 0;
    }
    store::Database database(words[1], 2);
    store::migrate(database);
    access::Context context{database, now};
    if (words[0] == "seed") bench::seed_accounts(context, std::stoi(words.at(2)));
    if (words[0] == "portfolio") portfolio_of(context);
    if (words[0] == "long") matrix_and_line(context);
    if (words[0] == "busy") busy_account(context);
    if (words[0] == "board") std::cout << board(context, std::stoi(words.at(2))) << '\n';
    if (words[0] == "cockpit") std::cout << cockpit(context) << '\n';
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "takt-bench: " << error.what() << '\n';
    return 1;
  }
}
