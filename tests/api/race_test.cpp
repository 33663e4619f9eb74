// What an account holds besides its plan and meetings: entries of every kind, signals, figures.

#include "race.hpp"

#include "command/entity.hpp"
#include "page/portfolio.hpp"

namespace takt::tests {
namespace {

using namespace domain;

TEST_P(Races, OneEntryIsAssumedOnce) {
  race(
      {katrin, jonas}, [](Rows& rows) { return rows.account().id; },
      [&](Browser& own, const Id& account, std::size_t) {
        return own.post(at("accounts", account, "/assumptions"),
                        R"({"aboutKind":"account","about":")" + account.text + "\"}");
      },
      exactly_one(422));
}

TEST_P(Races, TwoDoNotReportToEachOther) {
  race(
      {katrin, jonas},
      [](Rows& rows) {
        const auto account = rows.account().id;
        return std::array{rows.named<Contact>(account, "Feldmann"),
                          rows.named<Contact>(account, "Petersen")};
      },
      [](Browser& own, const auto& people, std::size_t i) {
        return own.patch(at("contacts", people[i]),
                         R"({"reportsTo":")" + people[1 - i].text + "\"}", "1");
      },
      exactly_one(422));
}

TEST_P(Races, SameCreateSentTwiceIsOne) {
  struct Row {
    Id key_result, id{new_id()};
  };
  race(
      {jonas, jonas},
      [](Rows& rows) {
        const auto account = rows.account().id;
        return Row{rows.key_result(
            account, rows.objective(account, rows.cycle(account, CycleState::active)))};
      },
      [&](Browser& own, const Row& row, std::size_t) {
        return own.post(
            at("key-results", row.key_result, "/check-ins"),
            R"({"id":")" + row.id.text + R"(","value":1,"effectiveOn":")" + date(-1) + "\"}");
      },
      both(1, [](const Row& row) {
        return "select count(*) from \"change\" where entity_id = '" + row.id.text + "'";
      }));
}

TEST_P(Races, IdIsUsedOnceInAllAccounts) {
  struct Row {
    std::array<Id, 2> accounts;
    Id id{new_id()};
  };
  race(
      {katrin, jonas},
      [](Rows& rows) {
        return Row{{rows.account().id, rows.account().id}};
      },
      [](Browser& own, const Row& row, std::size_t i) {
        return own.post(at("accounts", row.accounts[i], "/sites"),
                        R"({"id":")" + row.id.text + R"(","name":"Werk"})");
      },
      exactly_one(409));
}

TEST_P(Races, OneOfTwoEditsOfTheSameVersionIsStale) {
  race(
      {katrin, jonas}, [](Rows& rows) { return rows.named<Site>(rows.account().id, "Werk"); },
      [](Browser& own, const Id& site, std::size_t i) {
        return own.patch(at("sites", site), R"({"name":"Werk )" + std::to_string(i) + "\"}", "1");
      },
      exactly_one(412));
}

TEST_P(Races, SiblingsKeepAnOrderWithoutGaps) {
  struct Row {
    Id account;
    std::vector<Id> sites;
  };
  race(
      {katrin, jonas},
      [](Rows& rows) {
        Row row{rows.account().id, {}};
        for (int i = 1; i <= 4; ++i) row.sites.push_back(rows.named<Site>(row.account, "Werk", i));
        return row;
      },
      [](Browser& own, const Row& row, std::size_t i) {
        // Neither moves the other one's site, whose version would be another one then.
        return own.put(at("sites", row.sites[2 * i], "/position"),
                       i ? R"({"position":4})" : R"({"position":2})", "1");
      },
      [&](const Row& row, const Two& answers) {
        std::vector<int> order;
        app->context().database.peek([&](store::Session& session) {
          for (const auto& site : store::present_of<Site>(session, row.account))
            order.push_back(site.position);
        });
        EXPECT_EQ((std::vector{1, 2, 3, 4}), order);
        for (const auto& answer : answers) EXPECT_EQ(200, answer.status) << answer.text;
        return kNobodyKnows;
      });
}

TEST_P(Races, KpiHasOneValueADay) {
  race(
      {katrin, jonas}, [](Rows& rows) { return rows.named<Kpi>(rows.account().id, "Liefertreue"); },
      [&](Browser& own, const Id& kpi, std::size_t i) {
        return own.put(at("kpis", kpi, "/values/" + date(0)),
                       R"({"value":)" + std::to_string(i) + "}");
      },
      both(1, [](const Id& kpi) {
        return "select count(*) from kpi_value where kpi = '" + kpi.text + "'";
      }));
  auto katrins = browser(katrin);
  const auto kpi =
      at("kpis",
         Id{katrins.post("/api/v1/accounts/" + account() + "/kpis", R"({"name":"Liefertreue"})")
                .id()});
  katrins.put(kpi + "/values/" + date(0), R"({"value":1})");
  EXPECT_EQ("taken",
            katrins.post(kpi + "/kpi-values", R"({"on":")" + date(0) + R"(","value":3})").code());
}

TEST_P(Races, CellOfSupplyIsEnteredByOne) {
  struct Row {
    Id account, area;
  };
  race(
      {katrin, jonas},
      [](Rows& rows) {
        const auto account = rows.account().id;
        return Row{account, rows.named<ProductArea>(account, "Antriebe")};
      },
      [](Browser& own, const Row& row, std::size_t i) {
        return own.put(at("accounts", row.account, "/supply-grid"),
                       R"({"period":"quarter","startsOn":"2026-07-01","cells":[{"productArea":")" +
                           row.area.text + R"(","volume":)" + std::to_string(i + 1) +
                           R"(,"demand":9,"version":0}]})");
      },
      [](const Row&, const Two& answers) {
        const std::size_t first = answers[0].body.at("stored") == 1 ? 0 : 1;
        EXPECT_EQ(1, answers[first].body.at("stored").as_int64());
        EXPECT_EQ("stale", answers[1 - first].body.at("errors").at(0).at("code").as_string());
        return static_cast<int>(first);
      });
}

struct SignalRows : Before {
  Id other;
};

SignalRows signals(Rows& rows) {
  SignalRows row;
  row.account = rows.account().id;
  Signal signal;
  signal.account = row.account;
  signal.title = std::string("Ausschreibung");
  signal.recorded_by = rows.katrin;
  row.second = rows.put(signal);
  row.other = rows.put(signal);
  return row;
}

TEST_P(Races, SignalIsAnsweredBeforeItIsMergedOrNotAtAll) {
  race(
      {katrin, jonas}, signals,
      [](Browser& own, const SignalRows& row, std::size_t i) {
        if (i)
          return own.post(at("signals", row.second, "/merge"),
                          R"({"into":")" + row.other.text + "\"}");
        return own.post(at("signals", row.second, "/responses"),
                        row.named() + R"("kind":"dismiss","reason":"betrifft uns nicht"})");
      },
      before_or_refused(409));
}

TEST_P(Races, SignalsAreNotMergedIntoEachOther) {
  race(
      {katrin, jonas}, signals,
      [](Browser& own, const SignalRows& row, std::size_t i) {
        const auto& [from, into] =
            i ? std::tie(row.other, row.second) : std::tie(row.second, row.other);
        return own.post(at("signals", from, "/merge"), R"({"into":")" + into.text + "\"}");
      },
      exactly_one(422));
}

TEST_P(Races, LinesOfThePortfolioAreMadeAgainByManyAtOnce) {
  const auto raise_all = [](store::Session& session) {
    session.execute("update ledger set revision = revision + 1");
  };
  race(
      {head, head},
      [](Rows& rows) {
        // The portfolio shows by name what was entered the other way round.
        if (rows.round < 12) {
          auto account = store::must_find<Account>(rows.session, rows.account().id);
          account.name = std::string(1, static_cast<char>('Z' - rows.round));
          ++account.version;
          store::update(rows.session, account);
        }
        return rows.round;
      },
      [&](Browser& own, int, std::size_t i) {
        if (i == 0) return own.get("/api/v1/portfolio?order=name");
        page::refresh_portfolio(app->context(), 100);
        return Answer{200, {}, {}, {}};
      },
      [&](int, const Two&) {
        app->context().database.write_apart(raise_all);
        return kNobodyKnows;
      },
      4);
}

TAKT_ON_BOTH_DATABASES(Races);

}  // namespace
}  // namespace takt::tests
