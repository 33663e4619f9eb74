#include "store/change_log.hpp"

#include "server.hpp"

namespace takt::tests {
namespace {

class ChangeLog : public OnBothDatabases {};

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

TEST_P(ChangeLog, ANewerDatabaseIsRefused) {
  app->context().database.write_apart([](store::Session& session) {
    session.execute("insert into schema_version (number, name) values (9999, 'future')");
  });
  EXPECT_THROW(store::migrate(app->context().database), std::runtime_error);
}

TAKT_ON_BOTH_DATABASES(ChangeLog);

}  // namespace
}  // namespace takt::tests
