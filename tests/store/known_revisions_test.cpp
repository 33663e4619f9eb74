#include "store/known_revisions.hpp"

#include "server.hpp"

namespace takt::tests {
namespace {

using namespace std::chrono_literals;

class Knowing : public OnBothDatabases {
 protected:
  store::Database& database() { return app->context().database; }
  static long long raise(store::Database& database, const domain::Id& ledger) {
    return database.write(
        ledger, [&](store::Session& session) { return store::raise_revision(session, ledger); });
  }
};

TEST_P(Knowing, WhoeverWroteReadsNoLessWhoeverElseWritesAndReads) {
  const domain::Id ledger{account()};
  // Another process: what it commits is no commit of this one's writers.
  store::Database other(database_.location, 1);
  std::atomic<bool> over = false;
  std::vector<std::jthread> threads;
  for (int reader = 0; reader < 2; ++reader)
    threads.emplace_back([&] {
      for (long long last = 0; !over;) {
        const auto now = store::revision(database(), ledger);
        EXPECT_GE(now, last);
        last = now;
      }
    });
  threads.emplace_back([&] {
    while (!over) {
      const auto since = std::chrono::steady_clock::now();
      try {
        raise(other, ledger);
      } catch (const store::Unavailable&) {
        // SQLite hands nobody their turn: where the disk is slow, the others may be quicker for
        // long.
      }
      // Nor would they have theirs, where this one never let go of it.
      std::this_thread::sleep_for(std::chrono::steady_clock::now() - since);
    }
  });
  {
    std::vector<std::jthread> writers;
    for (int writer = 0; writer < 2; ++writer)
      writers.emplace_back([&] {
        for (int i = 0; i < 200; ++i) {
          const auto written = raise(database(), ledger);
          EXPECT_GE(store::revision(database(), ledger), written);
          EXPECT_GE(store::revisions(database(), ledger).account, written);
        }
      });
  }
  over = true;
}

TEST_P(Knowing, WhatAnotherProcessCommitsIsNoticed) {
  const domain::Id ledger{account()};
  store::Database other(database_.location, 1);
  for (int i = 0; i < 5; ++i) {
    store::revision(database(), ledger);
    const auto raised = raise(other, ledger);
    for (int wait = 0; wait < 1000 && store::revision(database(), ledger) < raised; ++wait)
      std::this_thread::sleep_for(5ms);
    EXPECT_EQ(raised, store::revision(database(), ledger));
  }
}

TEST_P(Knowing, AskingAgainCostsNoStatement) {
  const domain::Id ledger{account()};
  const auto asked_again = [&] {
    store::revision(database(), ledger);
    const auto before = database().statements();
    store::revision(database(), ledger);
    return database().statements() - before;
  };
  // Somebody else's thread may have looked in between, or written: once is enough to see it.
  long long least = asked_again();
  for (int i = 0; i < 100 && least > 0; ++i) least = std::min(least, asked_again());
  EXPECT_EQ(0, least);
}

TEST_P(Knowing, WhoeverAsksAnewIsToldByTheDatabase) {
  const domain::Id ledger{account()};
  store::revision(database(), ledger);
  const store::AskAnew anew;
  const auto before = database().statements();
  store::revision(database(), ledger);
  EXPECT_EQ(before + 1, database().statements());
}

TEST(KnownRevisions, DropAnAnswerThatSomethingOvertook) {
  store::KnownRevisions known;
  known.hold_until(store::KnownRevisions::Clock::now() + 1h);
  const domain::Id ledger{"a"};
  const auto era = known.era();
  known.forget({ledger});  // a commit, after the answer was read and before it is kept
  EXPECT_FALSE(known.keep(era, ledger, 1));
  EXPECT_EQ(std::nullopt, known.of(ledger));
  EXPECT_TRUE(known.keep(known.era(), ledger, 3));
  known.keep(known.era(), ledger, 2);  // asked before another process committed, kept after it
  EXPECT_EQ(3, known.of(ledger));
}

TEST(KnownRevisions, HoldNoLongerThanSomebodyWatches) {
  store::KnownRevisions known;
  const domain::Id ledger{"a"};
  known.keep(known.era(), ledger, 1);
  EXPECT_EQ(std::nullopt, known.of(ledger)) << "nobody watches";
  known.hold_until(store::KnownRevisions::Clock::now() + 1h);
  known.keep(known.era(), ledger, 1);
  EXPECT_EQ(1, known.of(ledger));
  known.hold_until(store::KnownRevisions::Clock::now() - 1s);
  EXPECT_EQ(std::nullopt, known.of(ledger));
}

TAKT_ON_BOTH_DATABASES(Knowing);

}  // namespace
}  // namespace takt::tests
