// What the database holds against what was written through Takt.

#include "store/audit.hpp"

#include "cli/demo.hpp"
#include "told_account.hpp"

namespace takt::tests {
namespace {

class Audit : public ToldAccount {
 protected:
  store::Database& database() { return app->context().database; }
  std::string rows() {
    std::string out;
    for (const auto& sentence : database().read(store::verify_rows)) out += sentence + '\n';
    return out;
  }
  std::string against(const std::vector<store::Anchor>& noted) {
    std::string out;
    for (const auto& sentence : database().read(
             [&](store::Session& session) { return store::verify_anchors(session, noted); }))
      out += sentence + '\n';
    return out;
  }
  void run(const std::string& sql) {
    database().write_apart([&](store::Session& session) { session.run(sql); });
  }
};

TEST_P(Audit, FindsNothingInWhatWasWrittenThroughTakt) {
  EXPECT_EQ("", rows());
  EXPECT_EQ((std::vector<std::string>{}), database().read(store::verify_references));
  const auto noted = database().read(store::anchors);
  EXPECT_LE(2u, noted.size());
  EXPECT_EQ("", against(noted));
  write(ToldAccount::here("sites"), {{"name", "Neu"}});
  EXPECT_EQ("", against(noted)) << "it goes on from there";
}

TEST_P(Audit, FindsNothingInTheDemo) {
  const NewDatabase told(GetParam() == "PostgreSQL", NewDatabase::Shape::migrated);
  store::Database database(told.location, 2);
  access::Context context{database, [this] { return domain::Instant{now_.load()}; }};
  cli::tell_demo_story(context, domain::Language::de);
  EXPECT_EQ((std::vector<std::string>{}), database.read(store::verify_rows));
}

TEST_P(Audit, TellsARowThatWasChangedPastTheLog) {
  run("update site set name = 'Anderswo' where id = '" + sites[0] + "'");
  EXPECT_EQ("site " + sites[0] + " is otherwise than its changes say, in name.\n", rows());
}

TEST_P(Audit, TellsARowThatIsGoneOrThatNoChangeTellsOf) {
  run("delete from vision");
  EXPECT_NE(std::string::npos, rows().find("is gone; its changes say that it is there"));
  run("delete from \"change\" where ledger = '" + id + "'");
  run("update ledger set hash = '', revision = 0 where id = '" + id + "'");
  EXPECT_TRUE(database().read(store::verify_chains).empty()) << "the chain alone can't tell";
  EXPECT_NE(std::string::npos, rows().find("No change tells of site " + sites[0]));
}

TEST_P(Audit, AnchorTellsAnEndThatWasCutOffAndAHistoryThatWasWrittenAnew) {
  const auto before = database().read(store::anchors);
  write(ToldAccount::here("sites"), {{"name", "Neu"}});
  const auto noted = database().read(store::anchors);
  run("delete from site where name = 'Neu'");
  run("delete from \"change\" where ledger = '" + id + "' and title = 'Neu'");
  for (const auto& anchor : before)
    if (anchor.ledger.text == id)
      run("update ledger set hash = '" + anchor.hash +
          "', revision = " + std::to_string(anchor.revision) + " where id = '" + id + "'");
  EXPECT_TRUE(database().read(store::verify_chains).empty()) << "the chain alone can't tell";
  EXPECT_EQ("", rows());
  EXPECT_NE(std::string::npos, against(noted).find("which the anchor notes, is gone"));
  EXPECT_EQ("", against(before));
  write(ToldAccount::here("sites"), {{"name", "Anders"}});
  EXPECT_NE(std::string::npos, against(noted).find("is another one than the anchor notes"));
}

TAKT_ON_BOTH_DATABASES(Audit);

}  // namespace
}  // namespace takt::tests
