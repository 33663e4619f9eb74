// What is assumed until it is confirmed: what that may be, and how the log calls it.

#include <set>

#include "asking.hpp"

namespace takt::tests {
namespace {

class Assumptions : public Asking {};

TEST_P(Assumptions, AssumptionSaysOfWhatKindItsEntryIs) {
  EXPECT_EQ("/aboutKind required", wrong(try_to(here("assumptions"), {{"about", made.account}})));
}

// --- Assumptions.

TEST_P(Assumptions, AnEntryIsAssumedUntilItIsConfirmed) {
  const auto contact = in_account("contacts", {{"name", "Frau Hoppe"}});
  const auto mark = assume("contact", contact);
  EXPECT_EQ(json::array{contact}, assumed());
  EXPECT_EQ("/about taken",
            wrong(try_to(here("assumptions"), {{"aboutKind", "contact"}, {"about", contact}})));
  const auto asked = ask({{"aboutKind", "contact"}, {"about", contact}});
  {
    const auto now = page();
    const auto& view = now.at("assumptions").at(0);
    EXPECT_EQ("Frau Hoppe", view.at("aboutName").as_string());
    EXPECT_EQ(asked, view.at("asked").as_string());
    EXPECT_TRUE(view.at("assumption").at("confirmedBy").is_null());
  }
  const auto path = "/api/v1/assumptions/" + mark;
  EXPECT_EQ("/confirmedOn in_future", wrong(patch(path, {{"confirmedOn", date(1)}})));
  const auto confirmed = patch(path, {{"confirmedOn", date(0)}});
  ASSERT_EQ(200, confirmed.status) << confirmed.text;
  EXPECT_EQ(katrin.id, confirmed.body.at("confirmedBy").as_string());
  EXPECT_TRUE(assumed().empty());
  // What is assumed again later is another assumption, and comes first.
  const auto again = assume("contact", contact);
  EXPECT_NE(mark, again);
  const auto now = page();
  EXPECT_EQ(again, now.at("assumptions").at(0).at("assumption").at("id").as_string());
  EXPECT_EQ(mark, now.at("assumptions").at(1).at("assumption").at("id").as_string());
  EXPECT_EQ("/about taken", wrong(patch(path, {{"confirmedOn", nullptr}})));
}

TEST_P(Assumptions, AMarkThatWasTakenOffIsToldWithWhatItWasAbout) {
  const auto mark = assume("contact", in_account("contacts", {{"name", "Frau Hoppe"}}));
  EXPECT_TRUE(page().at("takenOff").as_array().empty());
  ASSERT_EQ(200, archive("/api/v1/assumptions/" + mark).status);
  const auto now = page();
  EXPECT_TRUE(now.at("assumptions").as_array().empty());
  EXPECT_EQ("Frau Hoppe", now.at("takenOff").at(0).at("aboutName").as_string());
}

TEST_P(Assumptions, WhatAnAssumptionIsAboutIsFixed) {
  const auto site = in_account("sites", {{"name", "Lehrte"}});
  const auto path = "/api/v1/assumptions/" + assume("account", made.account);
  const auto answer = patch(path, {{"aboutKind", "site"}, {"about", site}});
  ASSERT_EQ(422, answer.status) << answer.text;
  std::set<std::string> wrong;
  for (const auto& error : answer.body.at("errors").as_array())
    wrong.insert(std::string(error.at("pointer").as_string()) + " " +
                 std::string(error.at("code").as_string()));
  EXPECT_EQ((std::set<std::string>{"/about fixed", "/aboutKind fixed"}), wrong);
  EXPECT_EQ(200, patch(path, {{"note", "aus dem Geschäftsbericht"}}).status);
}

TEST_P(Assumptions, MarkThatWasTakenOffComesBackOnlyWhereThereIsNoOther) {
  const auto first = "/api/v1/assumptions/" + assume("account", made.account);
  ASSERT_EQ(200, archive(first).status);
  EXPECT_TRUE(assumed().empty());
  const auto second = "/api/v1/assumptions/" + assume("account", made.account);
  EXPECT_EQ("/about taken", wrong(browser(katrin).restore(first, "2")));
  ASSERT_EQ(200, archive(second).status);
  EXPECT_EQ(200, browser(katrin).restore(first, "2").status);
  EXPECT_EQ(json::array{made.account}, assumed());
}

TEST_P(Assumptions, AssumptionIsCalledInTheLogByWhatItIsAbout) {
  const auto site = in_account("sites", {{"name", "Lehrte"}});
  const auto area = in_account("product-areas", {{"name", "Antriebe"}});
  const auto record = in_account("supply-records", {{"productArea", area},
                                                    {"site", site},
                                                    {"startsOn", date(-90)},
                                                    {"demand", 10},
                                                    {"share", 0.4}});
  const auto mark = assume("supply_record", record);
  const auto log = browser(katrin).get(here("activity?entity=" + mark)).body;
  EXPECT_EQ("Antriebe · Lehrte", log.at("changes").at(0).at("title").as_string());
  const auto of_record = browser(katrin).get(here("activity?entity=" + record)).body;
  EXPECT_EQ("Antriebe · Lehrte", of_record.at("changes").at(0).at("title").as_string());
}

TEST_P(Assumptions, SupplyRecordForAllSitesIsCalledInTheLogByItsArea) {
  const auto area = in_account("product-areas", {{"name", "Antriebe"}});
  const auto record =
      in_account("supply-records",
                 {{"productArea", area}, {"startsOn", date(-90)}, {"demand", 10}, {"share", 0.4}});
  const auto log = browser(katrin).get(here("activity?entity=" + record)).body;
  EXPECT_EQ("Antriebe", log.at("changes").at(0).at("title").as_string());
}

TAKT_ON_BOTH_DATABASES(Assumptions);

}  // namespace
}  // namespace takt::tests
