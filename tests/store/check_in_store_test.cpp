// Which check-ins figures are made from, and a key result's by pages.

#include "store/check_in_store.hpp"

#include <random>

#include "domain/progress.hpp"
#include "importing.hpp"

namespace takt::tests {
namespace {

using namespace domain;

class ToldCheckIns : public OnBothDatabases {
 protected:
  KeyResult key_result(const Plan& made) {
    return app->context().database.peek([&](store::Session& session) {
      return store::must_find<KeyResult>(session, Id{made.key_result});
    });
  }
  CheckIn of(const KeyResult& key_result, Date day) {
    CheckIn out;
    out.id = Id{new_id()};
    out.account = key_result.account;
    out.version = 1;
    out.created_at = app->context().now();
    out.key_result = key_result.id;
    out.effective_on = day;
    return out;
  }
  void store_all(const std::vector<CheckIn>& check_ins) {
    app->context().database.write_apart([&](store::Session& session) {
      for (const auto& each : check_ins) {
        store::insert(session, each);
        store::mark_overtaken(session, each);
      }
    });
  }
  std::vector<CheckIn> told(const KeyResult& of) {
    return app->context().database.peek(
        [&](store::Session& session) { return store::told_check_ins(session, of); });
  }
  /// All that figures make of the check-ins that hold on a day.
  static auto made_of(const KeyResult& key_result, const std::vector<SiteTarget>& sites,
                      const std::vector<CheckIn>& check_ins, Date day) {
    const auto those = effective_check_ins(check_ins, day);
    const auto now = standpoint(key_result, sites, those);
    std::string out;
    const auto say = [&](const auto& member) { out += mapping::to_json(member) + ' '; };
    say(now.value);
    say(now.stage);
    say(now.progress);
    say(now.confidence);
    say(now.last_check_in);
    say(now.sites_reached);
    say(now.sites_reported);
    for (const auto& point : history(key_result, sites, those)) say(point);
    for (const auto& site : site_standpoints(key_result, sites, those)) {
      say(site.value);
      say(site.last_check_in);
    }
    std::set<Date> days;
    for (const auto& each : those) days.insert(each.effective_on);
    for (const auto& each : days) say(each);
    if (!those.empty()) say(those.back());
    return out;
  }
};

TEST_P(ToldCheckIns, MakeTheSameFiguresAsAll) {
  const auto made = plan();
  auto katrins = browser(katrin);
  std::vector<SiteTarget> sites;
  for (const auto* name : {"Kassel", "Linz"}) {
    const auto id = katrins
                        .post("/api/v1/accounts/" + made.account + "/sites",
                              R"({"name":")" + std::string(name) + "\"}")
                        .id();
    sites.emplace_back().site = Id{id};
  }
  const auto followed = key_result(made);
  std::mt19937 random(36);
  const auto any = [&](int most) { return static_cast<int>(random() % unsigned(most + 1)); };
  const auto first = plus_days(app->context().today(), -30);
  std::vector<CheckIn> all;
  std::vector<std::string> corrected;
  for (int round = 0; round < 60; ++round) {
    std::vector<CheckIn> added;
    for (int i = any(5); i >= 0; --i) {
      auto one = of(followed, plus_days(first, any(4)));
      // Some come in one moment, and a clock may be set back.
      one.created_at.time += std::chrono::milliseconds{any(3) - 1};
      if (any(3)) one.value = any(20);
      if (any(2)) one.confidence = Whole<0, 10>{any(10)};
      if (const auto at = any(2); at < 2) one.site = sites[static_cast<std::size_t>(at)].site;
      if (!all.empty() && any(4) == 0) {
        const auto& before = all[static_cast<std::size_t>(any(static_cast<int>(all.size()) - 1))];
        if (std::ranges::find(corrected, before.id.text) == corrected.end()) {
          one.supersedes = before.id;
          corrected.push_back(before.id.text);
        }
      }
      all.push_back(one);
      added.push_back(one);
    }
    store_all(added);
    const auto few = told(followed);
    for (int day = 0; day <= 5; ++day)
      for (const auto& places : {std::vector<SiteTarget>{}, sites})
        ASSERT_EQ(made_of(followed, places, all, plus_days(first, day)),
                  made_of(followed, places, few, plus_days(first, day)))
            << "round " << round << ", day " << day;
  }
  EXPECT_LT(told(followed).size(), all.size());
}

TEST_P(ToldCheckIns, AreAsFewAsTheDaysHoweverOftenSomebodyChecksIn) {
  const auto made = plan();
  const auto followed = key_result(made);
  const auto today = app->context().today();
  std::vector<CheckIn> many;
  for (int i = 0; i < 300; ++i) {
    many.push_back(of(followed, plus_days(today, -(i % 3))));
    many.back().created_at.time += std::chrono::milliseconds{i};
    many.back().value = i;
    many.back().confidence = Whole<0, 10>{7};
  }
  store_all(many);
  EXPECT_EQ(3u, told(followed).size());
}

TEST_P(ToldCheckIns, TakingBackAnImportGivesBackWhatItHadOvertaken) {
  const auto made = plan();
  auto jonases = browser(jonas);
  const auto check_in = [&](int value) {
    return jonases.post(
        "/api/v1/key-results/" + made.key_result + "/check-ins",
        R"({"value":)" + std::to_string(value) + R"(,"effectiveOn":")" + date(0) + "\"}");
  };
  EXPECT_EQ(201, check_in(3).status);
  const auto now = [&] {
    return browser(katrin)
        .get("/api/v1/key-results/" + made.key_result + "/page")
        .body.at("view")
        .at("value")
        .to_number<double>();
  };
  const auto here = "/api/v1/accounts/" + made.account;
  const auto imported = browser(katrin).post(
      here + "/imports",
      table_body(R"("kind":"check_ins",)", R"(["key_result","on","value"])",
                 {"[\"" + std::string(key_result(made).title) + "\",\"" + date(0) + "\",\"8\"]"}));
  ASSERT_EQ(200, imported.status) << imported.text;
  EXPECT_DOUBLE_EQ(8, now());
  const auto undone = browser(katrin).post(
      "/api/v1/imports/" + std::string(imported.body.at("import").at("id").as_string()) + "/undo");
  ASSERT_EQ(200, undone.status) << undone.text;
  EXPECT_DOUBLE_EQ(3, now());
}

TEST_P(ToldCheckIns, AreReadByPagesNewestFirst) {
  const auto made = plan();
  const auto followed = key_result(made);
  std::vector<CheckIn> many;
  for (int i = 0; i < 120; ++i) {
    many.push_back(of(followed, plus_days(app->context().today(), -(i / 10))));
    many.back().value = i;
  }
  store_all(many);
  auto katrins = browser(katrin);
  const auto page = katrins.get("/api/v1/key-results/" + made.key_result + "/page").body;
  ASSERT_EQ(50u, page.at("checkIns").as_array().size());
  EXPECT_TRUE(page.at("moreCheckIns").as_bool());
  std::set<std::string> seen;
  std::string last = "9999";
  auto part = page;
  for (bool more = true; more;) {
    for (const auto& each : part.at("checkIns").as_array()) {
      EXPECT_LE(each.at("effectiveOn").as_string(), last);
      last = each.at("effectiveOn").as_string();
      EXPECT_TRUE(seen.insert(std::string(each.at("id").as_string())).second);
    }
    more = part.at(part.as_object().contains("more") ? "more" : "moreCheckIns").as_bool();
    const auto after = part.at("checkIns").as_array().back().at("id").as_string();
    const auto next = katrins.get("/api/v1/key-results/" + made.key_result +
                                  "/check-ins?after=" + std::string(after));
    ASSERT_EQ(200, next.status) << next.text;
    part = next.body;
  }
  EXPECT_EQ(120u, seen.size());
  const auto foreign =
      katrins.get("/api/v1/key-results/" + made.key_result + "/check-ins?after=" + made.objective);
  EXPECT_EQ(422, foreign.status) << foreign.text;
}

TAKT_ON_BOTH_DATABASES(ToldCheckIns);

}  // namespace
}  // namespace takt::tests
