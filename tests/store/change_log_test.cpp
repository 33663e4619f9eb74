#include "store/change_log.hpp"

#include <sodium.h>

#include <algorithm>

#include "server.hpp"

namespace takt::tests {
namespace {

class ChangeLog : public OnBothDatabases {
 protected:
  std::vector<std::string> broken() { return app->context().database.read(store::verify_chains); }
  void run(const std::string& sql, const store::Binds& binds) {
    app->context().database.write_apart(
        [&](store::Session& session) { session.execute(sql, binds); });
  }
  /// Oldest first.
  std::vector<store::Change> changes(const std::string& ledger) {
    auto out = app->context().database.read([&](store::Session& session) {
      return store::changes(session, {ledger}, {.limit = 10'000});
    });
    std::ranges::reverse(out);
    return out;
  }
  std::vector<std::string> hashes(const std::string& ledger) {
    std::vector<std::string> out;
    for (const auto& change : changes(ledger)) out.push_back(change.hash);
    return out;
  }
  /// An account with two changes of a site, and the site.
  std::pair<std::string, std::string> site() {
    const auto id = account();
    auto katrins = browser(katrin);
    const auto made = katrins.post("/api/v1/accounts/" + id + "/sites", R"({"name":"Oelde"})").id();
    katrins.patch("/api/v1/sites/" + made, R"({"name":"Oelde II"})", "1");
    return {id, made};
  }
  std::optional<long long> erase(const std::string& ledger, const std::string& entity) {
    return app->context().database.write({ledger}, [&](store::Session& session) {
      store::Change change;
      change.ledger = {ledger};
      change.at = app->context().now();
      change.entity = "site";
      change.entity_id = {entity};
      const domain::Id id{entity};
      return store::erase(session, change, std::span(&id, 1));
    });
  }
  /// Makes the ledger's changes what they were before they could be erased.
  void make_old(const std::string& ledger) {
    std::string previous;
    for (auto change : changes(ledger)) {
      change.hash = previous;
      const auto text = mapping::to_json(change);
      unsigned char digest[crypto_hash_sha256_BYTES];
      crypto_hash_sha256(digest, reinterpret_cast<const unsigned char*>(text.data()), text.size());
      char hex[2 * sizeof digest + 1];
      sodium_bin2hex(hex, sizeof hex, digest, sizeof digest);
      previous = hex;
      run("update \"change\" set hash = :hash, payload_hash = null, salt = null"
          " where ledger = :ledger and revision = :revision",
          {store::bound("hash", previous), store::bound("ledger", change.ledger),
           store::bound("revision", change.revision)});
    }
    run("update ledger set hash = :hash where id = :id",
        {store::bound("hash", previous), store::bound("id", domain::Id{ledger})});
  }
};

TEST_P(ChangeLog, EveryWriteIsRecordedWithBeforeAndAfter) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto site = katrins.post("/api/v1/accounts/" + id + "/sites", R"({"name":"Oelde"})");
  katrins.patch("/api/v1/sites/" + site.id(), R"({"name":"Oelde II"})", "1");

  const auto log = katrins.get("/api/v1/accounts/" + id + "/activity");

  const auto& newest = log.body.at("changes").at(0).as_object();
  EXPECT_EQ("changed", newest.at("action").as_string());
  EXPECT_EQ("Oelde", newest.at("before").at("name").as_string());
  EXPECT_EQ("Oelde II", newest.at("after").at("name").as_string());
  EXPECT_EQ(katrin.id, newest.at("byUser").as_string());
}

TEST_P(ChangeLog, WholeChainsAreFoundWhole) {
  plan();
  EXPECT_TRUE(app->context().database.read(store::verify_chains).empty());
}

TEST_P(ChangeLog, SeveralChangesOfAWriteAndARaiseBetweenThemMakeOneChain) {
  const auto id = account();
  const auto before = revision(id);
  app->context().database.write({id}, [&](store::Session& session) {
    store::Change change;
    change.ledger = {id};
    change.at = app->context().now();
    change.entity = "site";
    change.entity_id = {new_id()};
    change.before.text = "null";
    change.after.text = "{}";
    EXPECT_EQ(before + 1, store::append(session, change));
    EXPECT_EQ(before + 2, store::raise_revision(session, {id}));
    EXPECT_EQ(before + 3, store::append(session, change));
  });
  EXPECT_EQ(before + 3, revision(id));
  EXPECT_TRUE(app->context().database.read(store::verify_chains).empty());
}

TEST_P(ChangeLog, AnEditedChangeIsFound) {
  const auto id = account();
  app->context().database.write_apart([&](store::Session& session) {
    session.execute("update \"change\" set title = 'forged' where ledger = :id and revision = 1",
                    {store::bound("id", domain::Id{id})});
  });
  const auto broken = app->context().database.read(store::verify_chains);
  ASSERT_EQ(1u, broken.size());
  EXPECT_TRUE(broken[0].starts_with("Change 1 of " + id)) << broken[0];
}

TEST_P(ChangeLog, ACutOffEndIsFound) {
  const auto id = account();
  app->context().database.write_apart([&](store::Session& session) {
    session.execute("delete from \"change\" where ledger = :id and revision = 3",
                    {store::bound("id", domain::Id{id})});
  });
  EXPECT_EQ(1u, app->context().database.read(store::verify_chains).size());
}

TEST_P(ChangeLog, AnAlteredColumnOutsideOfThePayloadIsFound) {
  const auto id = account();
  run("update \"change\" set at = '2020-01-01T00:00:00.000Z' where ledger = :id and revision = 1",
      {store::bound("id", domain::Id{id})});
  ASSERT_EQ(1u, broken().size());
  EXPECT_NE(std::string::npos, broken()[0].find("does not fit what went before")) << broken()[0];
}

TEST_P(ChangeLog, WhatIsErasedSaysNothingAndTheChainStaysWhole) {
  const auto [id, site] = this->site();
  const auto before = hashes(id);

  ASSERT_TRUE(erase(id, site));

  EXPECT_TRUE(broken().empty()) << broken()[0];
  const auto log = changes(id);
  int emptied = 0;
  for (const auto& change : log) {
    if (change.entity_id.text != site || change.action == store::ChangeAction::erased) continue;
    ++emptied;
    EXPECT_EQ(store::kErased, change.title);
    EXPECT_EQ("null", change.before.text);
    EXPECT_EQ("null", change.after.text);
  }
  EXPECT_EQ(2, emptied);
  EXPECT_EQ(store::ChangeAction::erased, log.back().action);
  auto after = hashes(id);
  after.pop_back();
  EXPECT_EQ(before, after) << "only a record is added";
  EXPECT_EQ(2, app->context().database.read(store::count_erased));
}

TEST_P(ChangeLog, WhatIsErasedKeepsNoSaltToGuessBy) {
  const auto [id, site] = this->site();
  erase(id, site);
  EXPECT_EQ(0, app->context().database.read([&](store::Session& session) {
    return session
        .value<int>(
            "select count(*) from \"change\" where entity_id = :id"
            " and action <> 'erased' and salt is not null",
            {store::bound("id", domain::Id{site})})
        .value();
  }));
}

TEST_P(ChangeLog, ErasingTwiceRecordsItOnce) {
  const auto [id, site] = this->site();
  ASSERT_TRUE(erase(id, site));
  EXPECT_FALSE(erase(id, site));
  EXPECT_TRUE(broken().empty());
}

TEST_P(ChangeLog, AChangeEmptiedWithoutARecordIsFound) {
  const auto [id, site] = this->site();
  run("update \"change\" set title = 'N. N.', reason = '', before = 'null', after = 'null', "
      "salt = null where ledger = :ledger and entity_id = :id and action = 'created'",
      {store::bound("ledger", domain::Id{id}), store::bound("id", domain::Id{site})});
  ASSERT_EQ(1u, broken().size());
  EXPECT_NE(std::string::npos, broken()[0].find("(site " + site + ") was emptied")) << broken()[0];
}

TEST_P(ChangeLog, WordsPutIntoAnErasedChangeAreFound) {
  const auto [id, site] = this->site();
  erase(id, site);
  run("update \"change\" set title = 'forged' where entity_id = :id and action = 'created'",
      {store::bound("id", domain::Id{site})});
  ASSERT_EQ(1u, broken().size());
  EXPECT_NE(std::string::npos, broken()[0].find("says something again")) << broken()[0];
}

TEST_P(ChangeLog, AForgedRecordOfAnErasureIsFound) {
  const auto [id, site] = this->site();
  erase(id, site);
  run("update \"change\" set after = '{\"revisions\":[1]}' where ledger = :id and action = "
      "'erased'",
      {store::bound("id", domain::Id{id})});
  EXPECT_EQ(3u, broken().size()) << "the record, and two changes that it named";
}

TEST_P(ChangeLog, ChangesFromBeforeTheyCouldBeErasedAreVerifiedByTheirOwnRule) {
  const auto [id, site] = this->site();
  make_old(id);
  EXPECT_TRUE(broken().empty()) << broken()[0];
  browser(katrin).patch("/api/v1/sites/" + site, R"({"city":"Oelde"})", "2");
  EXPECT_TRUE(broken().empty()) << "new changes go on from old ones";
  run("update \"change\" set title = 'forged' where ledger = :id and revision = 2",
      {store::bound("id", domain::Id{id})});
  ASSERT_EQ(1u, broken().size());
  EXPECT_TRUE(broken()[0].starts_with("Change 2 of " + id)) << broken()[0];
}

TEST(OldChanges, AreHashedOverTheTextThatTheyAlwaysWere) {
  store::Change change;
  change.ledger = {"00000000-0000-7000-8000-00000000000a"};
  change.revision = 7;
  change.at = *domain::parse_instant("2026-11-24T09:30:00.000Z");
  change.entity = "contact";
  change.entity_id = {"00000000-0000-7000-8000-00000000000b"};
  change.title = "Frau Dr. Feldmann";
  change.before.text = R"({"influence":1})";
  change.after.text = R"({"influence":2})";
  change.hash = "ab";
  EXPECT_EQ(
      R"({"ledger":"00000000-0000-7000-8000-00000000000a","revision":7,)"
      R"("at":"2026-11-24T09:30:00.000Z","byUser":null,"entity":"contact",)"
      R"("entityId":"00000000-0000-7000-8000-00000000000b","parentId":null,"action":"created",)"
      R"("reason":"","title":"Frau Dr. Feldmann","before":{"influence":1},)"
      R"("after":{"influence":2},"hash":"ab"})",
      mapping::to_json(change));
}

TEST_P(ChangeLog, ErasingAnOldChangeChainsTheLedgerAnew) {
  const auto [id, site] = this->site();
  make_old(id);
  const auto old = hashes(id);

  ASSERT_TRUE(erase(id, site));

  EXPECT_TRUE(broken().empty()) << broken()[0];
  const auto now = hashes(id);
  for (const auto& hash : old)
    EXPECT_EQ(now.end(), std::ranges::find(now, hash)) << "what was erased can be guessed by it";
  EXPECT_NE(std::string::npos, changes(id).back().after.text.find(R"("chainedAnew":true)"));
}

TEST_P(ChangeLog, ChainingAnewHidesNoDamage) {
  const auto [id, site] = this->site();
  make_old(id);
  run("update \"change\" set title = 'forged' where ledger = :id and revision = 1",
      {store::bound("id", domain::Id{id})});
  erase(id, site);
  ASSERT_EQ(1u, broken().size());
  EXPECT_TRUE(broken()[0].starts_with("Change 1 of " + id)) << broken()[0];
}

TEST_P(ChangeLog, LongChainsAreVerifiedToTheirEnd) {
  const auto id = account();
  app->context().database.write({id}, [&](store::Session& session) {
    store::Change change;
    change.ledger = {id};
    change.at = app->context().now();
    change.entity = "site";
    change.entity_id = {id};
    for (int i = 0; i < 1'100; ++i) store::append(session, change);
  });
  EXPECT_TRUE(broken().empty());
  const auto last = revision(id);
  run("update \"change\" set title = 'forged' where ledger = :id and revision = :last",
      {store::bound("id", domain::Id{id}), store::bound("last", last)});
  ASSERT_EQ(1u, broken().size());
  EXPECT_TRUE(broken()[0].starts_with("Change " + std::to_string(last) + " of ")) << broken()[0];
}

TEST_P(ChangeLog, LedgerThatWasTakenAwayIsMissed) {
  if (GetParam() == "SQLite") GTEST_SKIP() << "its foreign keys are off only for other programs";
  const auto id = account();
  app->context().database.write_apart([&](store::Session& session) {
    session.run("set local session_replication_role = replica");
    session.execute("delete from ledger where id = :id", {store::bound("id", domain::Id{id})});
  });
  EXPECT_EQ(std::vector<std::string>{"The ledger of " + id + " is missing."}, broken());
}

TEST_P(ChangeLog, ANewerDatabaseIsRefused) {
  app->context().database.write_apart([](store::Session& session) {
    session.execute("insert into schema_version (number, name) values (9999, 'future')");
  });
  EXPECT_THROW(store::migrate(app->context().database), std::runtime_error);
}

TAKT_ON_BOTH_DATABASES(ChangeLog);

}  // namespace
}  // namespace takt::tests
