#include "page/portfolio.hpp"

#include <algorithm>

#include "server.hpp"
#include "store/lease.hpp"

namespace takt::tests {
namespace {

class Portfolio : public OnBothDatabases {
 protected:
  json::value page(const Person& person, const std::string& query = "") {
    while (page::refresh_portfolio(app->context(), 100) > 0) {
    }
    return browser(person).get("/api/v1/portfolio" + query).body;
  }
};

TEST_P(Portfolio, PageCostsTheSameFewStatementsHoweverManyAccounts) {
  auto heads = browser(head);
  const auto cost = [&] {
    return statements_of([&] { EXPECT_EQ(200, heads.get("/api/v1/portfolio").status); });
  };
  plan();
  cost();
  const auto few = cost();
  for (int i = 0; i < 12; ++i) account();
  EXPECT_EQ(few, cost());
  EXPECT_LE(few, 8);
}

TEST_P(Portfolio, ShowsTheHeadAllAccountsAndOthersTheirOwn) {
  account();
  account();
  EXPECT_EQ(2, page(head).at("accounts").as_int64());
  EXPECT_EQ(2, page(jonas).at("accounts").as_int64());
  EXPECT_EQ(0, page(admin).at("accounts").as_int64());
}

TEST_P(Portfolio, NewAccountIsThereAtOnceWithItsManagerAndRunningCycle) {
  plan();
  const auto lines = browser(katrin).get("/api/v1/portfolio").body.at("lines").as_array();
  ASSERT_EQ(1u, lines.size());
  EXPECT_EQ("Teutonia", lines[0].at("name").as_string());
  EXPECT_EQ("2026 H2", lines[0].at("cycle").as_string());
  EXPECT_EQ("Katrin Vogt", lines[0].at("managers").at(0).as_string());
}

TEST_P(Portfolio, OutdatedAccountSaysHowManyOfItsKeyResultsAre) {
  const auto made = plan();
  const auto outdated = [&] {
    const auto line = page(head).at("lines").at(0).at("figures");
    return std::string(line.at("health").as_string()) + " " + json::serialize(line.at("outdated"));
  };
  browser(jonas).post("/api/v1/key-results/" + made.key_result + "/check-ins",
                      R"({"value":9,"confidence":8,"effectiveOn":")" + date(0) + "\"}");
  EXPECT_EQ("on_track 0", outdated());
  let_pass(std::chrono::hours{24 * 25});
  head = signed_in(head.id);
  EXPECT_EQ("outdated 1", outdated());
}

TEST_P(Portfolio, LinesFollowWhatHappensAtOnce) {
  const auto made = plan();
  EXPECT_EQ("pending", page(head).at("lines").at(0).at("figures").at("health").as_string());
  browser(jonas).post("/api/v1/key-results/" + made.key_result + "/check-ins",
                      R"({"value":9,"confidence":8,"effectiveOn":")" + date(0) + "\"}");
  browser(jonas).post("/api/v1/accounts/" + made.account + "/signals", R"({"title":"x"})");
  // Without waiting for the background: the lines on the page are made again when they are read.
  const auto line = browser(head).get("/api/v1/portfolio").body.at("lines").at(0).at("figures");
  EXPECT_EQ("on_track", line.at("health").as_string());
  EXPECT_EQ(1, line.at("waiting").as_int64());
}

TEST_P(Portfolio, TotalsAndFiltersKnowAtOnceWhatWasWritten) {
  const auto made = account();
  account();
  EXPECT_EQ(0, page(head).at("waiting").as_int64());
  browser(jonas).post("/api/v1/accounts/" + made + "/signals", R"({"title":"x"})");
  // Without waiting for the background, and the line is not yet on the page that is asked for.
  const auto waiting = browser(head).get("/api/v1/portfolio?waiting=true").body;
  EXPECT_EQ(1, waiting.at("accounts").as_int64());
  EXPECT_EQ(1, waiting.at("waiting").as_int64());
  EXPECT_EQ(0, waiting.at("older").as_int64());
  ASSERT_EQ(1u, waiting.at("lines").as_array().size());
  EXPECT_EQ(made, waiting.at("lines").at(0).at("figures").at("account").as_string());
}

TEST_P(Portfolio, MakesFiftyLinesAtMostWhereAllAreOfYesterdayAndSaysSo) {
  auto heads = browser(head);
  for (int i = 0; i < 60; ++i)
    heads.post("/api/v1/accounts?manager=" + katrin.id,
               R"({"name":"Borussia","code":"B)" + std::to_string(i) + R"("})");
  const auto written = account();
  EXPECT_EQ(0, page(head).at("older").as_int64());
  let_pass(std::chrono::hours{24});
  browser(jonas).post("/api/v1/accounts/" + written + "/signals", R"({"title":"x"})");
  const auto waiting = heads.get("/api/v1/portfolio?waiting=true").body;
  EXPECT_EQ(1, waiting.at("accounts").as_int64()) << "what was written comes first";
  EXPECT_EQ(11, waiting.at("older").as_int64());
  const auto rows = app->context().database.read([](store::Session& session) {
    return store::portfolio_rows(session, {}, store::PortfolioOrder::name, 100, 0);
  });
  EXPECT_EQ(61u, rows.size());
  EXPECT_EQ(50, std::ranges::count(rows, today(), &store::PortfolioRow::day));
  EXPECT_EQ(0, page(head).at("older").as_int64());
}

TEST_P(Portfolio, IsMadeAgainAsSoonAsTheDayBegins) {
  const auto made = account();
  page(head);
  browser(jonas).post("/api/v1/accounts/" + made + "/signals", R"({"title":"x"})");
  auto refreshing = settings();
  refreshing.refresh_portfolio = true;
  const Serving other(refreshing);
  // Less than the refresher's ten seconds, since it looks every second which day it is.
  const auto becomes = [&](auto&& is) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{8};
    while (std::chrono::steady_clock::now() < end) {
      const auto rows = app->context().database.read([](store::Session& session) {
        return store::portfolio_rows(session, {}, store::PortfolioOrder::name, 10, 0);
      });
      if (rows.size() == 1 && is(rows[0])) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return false;
  };
  // It has looked once and waits.
  ASSERT_TRUE(becomes([](const auto& row) { return row.revision == row.latest; }));
  let_pass(std::chrono::hours{24});
  EXPECT_TRUE(becomes([&](const auto& row) { return row.day == today(); }));
}

TEST_P(Portfolio, IsMadeAgainByOneOfSeveralServersAndByAnotherOnceThatIsGone) {
  if (GetParam() == "SQLite") GTEST_SKIP() << "one server per SQLite file";
  browser(jonas).post("/api/v1/accounts/" + account() + "/signals", R"({"title":"x"})");
  auto first = std::make_unique<store::Lease>(database_.location, store::kPortfolioLease);
  ASSERT_TRUE(first->hold());
  ASSERT_TRUE(first->hold());
  auto refreshing = settings();
  refreshing.refresh_portfolio = true;
  const Serving other(refreshing);
  const auto is_fresh = [&] {
    const auto rows = app->context().database.read([](store::Session& session) {
      return store::portfolio_rows(session, {}, store::PortfolioOrder::name, 10, 0);
    });
    return rows.at(0).revision == rows.at(0).latest;
  };
  std::this_thread::sleep_for(std::chrono::milliseconds{1500});
  EXPECT_FALSE(is_fresh());
  first.reset();
  for (int i = 0; i < 1000 && !is_fresh(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  EXPECT_TRUE(is_fresh());
  EXPECT_FALSE(store::Lease(database_.location, store::kPortfolioLease).hold());
}

TEST_P(Portfolio, LeaseIsLostWithItsConnectionAndTakenAgain) {
  if (GetParam() == "SQLite") {
    EXPECT_TRUE(store::Lease(database_.location, 1).hold());
    return;
  }
  store::Lease lease(database_.location, 1), other(database_.location, 1);
  ASSERT_TRUE(lease.hold());
  ASSERT_FALSE(other.hold());
  app->context().database.peek([](store::Session& session) {
    return session.value<int>(
        "select count(pg_terminate_backend(pid, 5000)) from pg_locks where locktype = 'advisory' "
        "and granted and database = (select oid from pg_database where datname = "
        "current_database())");
  });
  EXPECT_TRUE(other.hold());
  EXPECT_ANY_THROW(lease.hold()) << "it was told that it has it, and has not";
  EXPECT_FALSE(lease.hold());
  other.cut();
  EXPECT_ANY_THROW(other.hold());
  for (int i = 0; i < 1000 && !lease.hold(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  EXPECT_TRUE(lease.hold());
}

TEST_P(Portfolio, IsSearchedFilteredAndPutInOrder) {
  const auto calm = account();
  const auto loud = account();
  browser(jonas).post("/api/v1/accounts/" + loud + "/signals", R"({"title":"x"})");
  EXPECT_EQ(1, page(head, "?waiting=true").at("accounts").as_int64());
  EXPECT_EQ(loud,
            page(head, "?order=waiting").at("lines").at(0).at("figures").at("account").as_string());
  EXPECT_EQ(1, page(head, "?search=t1").at("accounts").as_int64());
  EXPECT_EQ(0, page(head, "?search=100%25").at("accounts").as_int64());
  const auto all = page(head, "").at("accounts").as_int64();
  for (const char* nothing : {"%CC%81", "%E2%80%8B", "%CC%88%E2%80%8D"})
    EXPECT_EQ(all, page(head, std::string("?search=") + nothing).at("accounts").as_int64())
        << nothing << " leaves nothing to search for";
  EXPECT_EQ(0, page(head, "?health=at_risk").at("accounts").as_int64());
}

TEST_P(Portfolio, KeepsTheNewerFiguresWhoeverMadeThemLast) {
  auto& database = app->context().database;
  store::PortfolioFigures line{.account = {account()}, .day = today()};
  const auto kept_after = [&](long long revision, int waiting) {
    line.revision = revision;
    line.waiting = waiting;
    database.write_apart([&](store::Session& session) {
      store::put_portfolio_figures(session, {&line, 1});
    });
    return database
        .read([](store::Session& session) {
          return store::portfolio_rows(session, {}, store::PortfolioOrder::name, 10, 0);
        })
        .at(0)
        .waiting;
  };
  EXPECT_EQ(1, kept_after(7, 1));
  EXPECT_EQ(1, kept_after(6, 2)) << "older ones, made more slowly";
  EXPECT_EQ(3, kept_after(7, 3)) << "of the same revision on another day";
  EXPECT_EQ(4, kept_after(8, 4));
}

TEST_P(Portfolio, PutsWhatIsNotKnownLast) {
  auto& database = app->context().database;
  const auto keep = [&](double figure, bool known) {
    store::PortfolioFigures line{.account = {account()}, .day = today()};
    line.revision = revision(line.account.text);
    if (known) line.progress = line.expected = line.effect = line.agility = figure;
    if (known) line.expected = 0.5;
    database.write_apart([&](store::Session& session) {
      store::put_portfolio_figures(session, {&line, 1});
    });
    return line.account;
  };
  const auto unknown = keep(0, false);
  const auto high = keep(0.9, true);
  const auto low = keep(-0.2, true);
  for (const auto order : {store::PortfolioOrder::progress, store::PortfolioOrder::effect,
                           store::PortfolioOrder::agility}) {
    const auto rows = database.read(
        [&](store::Session& session) { return store::portfolio_rows(session, {}, order, 10, 0); });
    std::vector<domain::Id> accounts;
    for (const auto& row : rows) accounts.push_back(row.account);
    EXPECT_EQ((std::vector{low, high, unknown}), accounts) << static_cast<int>(order);
  }
}

TEST_P(Portfolio, FindsUmlautsAndPutsThemInOrderOnEveryDatabase) {
  const auto add = [&](const std::string& name, const std::string& code) {
    const auto made =
        browser(head).post("/api/v1/accounts?manager=" + katrin.id,
                           json::serialize(json::value{{"name", name}, {"code", code}}));
    EXPECT_EQ(201, made.status) << made.text;
    return made;
  };
  // The first one decomposed, as a Mac's file names are.
  const auto foundry = add("O\u0308sterreichische Gießwerke", "A1");
  EXPECT_EQ("Österreichische Gießwerke", foundry.body.at("name").as_string());
  add("Müller & Söhne", "A2");
  add("Übersee AG", "A3");
  add("Zange 100% GmbH", "A4");
  add("Ulm Werk_2", "A5");
  add("apfel eG", "A6");
  add("Ost Handel", "A7");
  add("Ozean", "A8");
  const auto found = [&](const std::string& term) {
    std::string encoded;
    for (const unsigned char byte : term) {
      constexpr const char* kDigits = "0123456789ABCDEF";
      encoded += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
    const auto lines = page(head, "?order=name&search=" + encoded).at("lines").as_array();
    std::string names;
    for (const auto& line : lines)
      names += (names.empty() ? "" : ", ") + std::string(line.at("name").as_string());
    return names;
  };
  for (const char* term : {"österreich", "ÖSTERREICH", "O\u0308sterreich", "osterreich",
                           "giesswerke", "GIESSWERKE", "gießwerke", "Ｇｉｅｓｓ"})
    EXPECT_EQ("Österreichische Gießwerke", found(term)) << term;
  EXPECT_EQ("Müller & Söhne", found("MÜLLER"));
  EXPECT_EQ("Übersee AG", found("ÜBERSEE"));
  EXPECT_EQ("Zange 100% GmbH", found("100%"));
  EXPECT_EQ("Zange 100% GmbH", found("％"));
  EXPECT_EQ("Ulm Werk_2", found("_"));
  EXPECT_EQ("", found("\\"));
  const std::string in_order =
      "apfel eG, Müller & Söhne, Ost Handel, Österreichische Gießwerke, Ozean, Übersee AG, "
      "Ulm Werk_2, Zange 100% GmbH";
  EXPECT_EQ(in_order, found(""));
  std::string names;
  const auto accounts = browser(head).get("/api/v1/accounts");
  for (const auto& account : accounts.body.as_array())
    names += (names.empty() ? "" : ", ") + std::string(account.at("name").as_string());
  EXPECT_EQ(in_order, names);
  // A new name is found at once, the old one no longer.
  const auto path = "/api/v1/accounts/" + foundry.id();
  ASSERT_EQ(200, browser(katrin).patch(path, R"({"name":"Ärzte AG"})", "1").status);
  EXPECT_EQ("Ärzte AG", found("ÄRZTE"));
  EXPECT_EQ("", found("österreich"));
}

TEST_P(Portfolio, PutsPeopleInOrderToo) {
  add_user("Zoe Adam", "member");
  add_user("Özlem Kaya", "member");
  add_user("Oskar Wild", "member");
  std::vector<std::string> names;
  const auto users = browser(head).get("/api/v1/users");
  for (const auto& user : users.body.as_array()) names.emplace_back(user.at("name").as_string());
  EXPECT_EQ((std::vector<std::string>{"Jonas Albers", "Katrin Vogt", "Oskar Wild", "Özlem Kaya",
                                      "Tom Lindqvist", "Ute Krämer", "Zoe Adam"}),
            names);
}

TEST_P(Portfolio, NamesWhoseLastTwelveMonthsTheShareLeavesOut) {
  const auto whole = account();
  const auto gap = account();
  const auto none = account();
  auto katrins = browser(katrin);
  const auto call = [&](const std::string& one, const std::string& name) {
    ASSERT_EQ(200,
              katrins.patch("/api/v1/accounts/" + one, R"({"name":")" + name + "\"}", "1").status);
  };
  call(whole, "Ganz");
  call(gap, "Lücke");
  call(none, "Nichts");
  const auto enter = [&](const std::string& one, const std::vector<std::string>& quarters) {
    const auto base = "/api/v1/accounts/" + one;
    const auto area = katrins.post(base + "/product-areas", R"({"name":"a"})").id();
    for (const auto& starts_on : quarters) {
      const auto answer = katrins.post(
          base + "/supply-records", R"({"productArea":")" + area + R"(","startsOn":")" + starts_on +
                                        R"(","volume":20,"demand":100})");
      ASSERT_EQ(201, answer.status) << answer.text;
    }
  };
  enter(whole, {"2025-10-01", "2026-01-01", "2026-04-01", "2026-07-01"});
  enter(gap, {"2025-10-01", "2026-01-01", "2026-07-01"});
  const auto shown = page(head);
  EXPECT_EQ(2, shown.at("withoutShare").as_int64());
  EXPECT_EQ(R"(["Lücke","Nichts"])", json::serialize(shown.at("leftOutNames")));
  EXPECT_NEAR(0.2, shown.at("share").to_number<double>(), 1e-12);
}

TEST_P(Portfolio, AgilityCheckNamesItsFiguresWithTheirRawNumbers) {
  const auto made = plan();
  browser(jonas).post("/api/v1/accounts/" + made.account + "/signals",
                      R"({"title":"x","nature":"threat","impact":5,"likelihood":5})");
  let_pass(std::chrono::hours{24 * 20});
  const auto agility = browser(katrin).get("/api/v1/accounts/" + made.account + "/agility").body;
  const auto& figures = agility.at("now").at("figures").as_array();
  ASSERT_EQ(7u, figures.size());
  EXPECT_EQ("response", figures[2].at("code").as_string());
  EXPECT_EQ("answer_signals", figures[2].at("advice").as_string());
  EXPECT_EQ(0, figures[2].at("raw").at(1).to_number<double>());
  EXPECT_EQ(1, figures[2].at("raw").at(2).to_number<double>());
}

TAKT_ON_BOTH_DATABASES(Portfolio);

}  // namespace
}  // namespace takt::tests
