// A key result that is rolled out to several sites.

#include <algorithm>
#include <random>

#include "domain/measured.hpp"

namespace takt::domain {
namespace {

TEST(RollOut, MetricIsTheSumOfItsSitesAndCoverageCountsThoseThatReachedTheirTarget) {
  std::vector<SiteTarget> sites(3);
  for (int i = 0; i < 3; ++i) {
    sites[static_cast<std::size_t>(i)].site = Id{"site" + std::to_string(i)};
    sites[static_cast<std::size_t>(i)].target = 2;
  }
  std::vector<CheckIn> all{at("2026-02-01", 1, 1), at("2026-02-10", 2, 2), at("2026-02-11", 1, 3)};
  all[0].site = all[1].site = sites[0].site;
  all[2].site = sites[1].site;
  const auto now = standpoint(metric(0, 6), sites, effective_check_ins(all, kToday));
  EXPECT_EQ(3, now.value);
  EXPECT_DOUBLE_EQ(0.5, *now.progress);
  EXPECT_EQ(1, now.sites_reached);
  EXPECT_EQ(3, now.sites_total);
}

TEST(RollOut, KeepsItsWayWhileItsStartsStandBeforeTheTarget) {
  for (const double start : {4.0, 0.0, -3.0}) EXPECT_TRUE(keeps_way(metric(0, 10), start)) << start;
  for (const double start : {10.0, 50.0}) EXPECT_FALSE(keeps_way(metric(0, 10), start)) << start;
  for (const double start : {20.0, 6.0}) EXPECT_TRUE(keeps_way(metric(20, 5), start)) << start;
  for (const double start : {5.0, 4.0}) EXPECT_FALSE(keeps_way(metric(20, 5), start)) << start;
  std::vector<SiteTarget> sites(3);
  sites[0].start = 4;
  EXPECT_EQ(16, sum_of_starts(metric(18, 5), sites));
}

TEST(RollOut, FollowsTheVectors) {
  for (const auto& row : vectors().at("roll_out").as_array()) {
    KeyResult key_result;
    const auto field = [&](const char* name) {
      const auto* value = row.as_object().if_contains(name);
      return value ? number(*value) : std::nullopt;
    };
    if (row.at("kind") == "corridor") key_result.kind = KeyResultKind::corridor;
    key_result.start = field("start");
    key_result.target = field("target");
    key_result.lower = field("lower");
    key_result.upper = field("upper");
    std::vector<SiteTarget> sites;
    std::vector<CheckIn> check_ins;
    for (const auto& one : row.at("sites").as_array()) {
      SiteTarget site;
      site.site = Id{"site" + std::to_string(sites.size())};
      site.start = number(one.at(0));
      site.target = number(one.at(1));
      if (const auto value = number(one.at(2))) {
        check_ins.push_back(at("2026-02-01", *value, static_cast<int>(sites.size())));
        check_ins.back().site = site.site;
      }
      sites.push_back(std::move(site));
    }
    const auto now = standpoint(key_result, sites, check_ins);
    expect_same(field("value"), now.value, row);
    expect_same(field("progress"), now.progress, row);
    EXPECT_EQ(*field("reached"), now.sites_reached) << why(row);
    EXPECT_EQ(*field("reported"), now.sites_reported) << why(row);
  }
}

TEST(RollOut, ReportOfAnUnchangedValueMovesNothing) {
  std::mt19937 random(13);
  std::uniform_real_distribution<double> any(-100, 100);
  for (int i = 0; i < 300; ++i) {
    std::vector<SiteTarget> sites(4);
    std::vector<CheckIn> check_ins;
    for (std::size_t n = 0; n < sites.size(); ++n) {
      sites[n].site = Id{"site" + std::to_string(n)};
      sites[n].start = any(random);
      if (n % 2 == 0) continue;
      check_ins.push_back(at("2026-02-01", *sites[n].start, static_cast<int>(n)));
      check_ins.back().site = sites[n].site;
    }
    EXPECT_NEAR(0, *standpoint(metric(0, 1000), sites, check_ins).progress, 1e-12);
  }
}

TEST(RollOut, MetricIsTheSumOfWhatItsSitesStandAtInWhateverOrderTheyAreKept) {
  constexpr unsigned kSeed = 34;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  // Whole numbers, so that sums are exact.
  const auto to = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
  int measured = 0;
  for (int round = 0; round < 1000; ++round) {
    SCOPED_TRACE("round " + std::to_string(round));
    std::vector<SiteTarget> sites(static_cast<std::size_t>(1 + to(5)));
    std::vector<CheckIn> check_ins;
    double starts = 0;
    double sum = 0;
    int reached = 0;
    for (std::size_t n = 0; n < sites.size(); ++n) {
      sites[n].site = Id{"site" + std::to_string(n)};
      sites[n].start = to(100);
      sites[n].target = *sites[n].start + 1 + to(100);
      starts += *sites[n].start;
      double now = *sites[n].start;
      for (int reports = to(2); reports > 0; --reports) {
        now = to(200);
        check_ins.push_back(at("2026-02-01", now, static_cast<int>(check_ins.size())));
        check_ins.back().site = sites[n].site;
      }
      sum += now;
      if (now >= *sites[n].target) ++reached;
    }
    const auto goal = metric(starts, starts + 1 + to(500));
    const auto all = standpoint(goal, sites, check_ins);
    if (check_ins.empty()) {
      EXPECT_FALSE(all.value);
      continue;
    }
    EXPECT_EQ(sum, all.value);
    EXPECT_EQ(reached, all.sites_reached);
    EXPECT_EQ(metric_progress(starts, *goal.target, sum), all.progress);
    std::ranges::shuffle(sites, random);
    EXPECT_EQ(sum, standpoint(goal, sites, check_ins).value);
    // Carried over, each site starts where it stood (3.14): what it reports again moves nothing.
    const auto ends = site_standpoints(goal, sites, check_ins);
    std::vector<CheckIn> again;
    for (std::size_t n = 0; n < sites.size(); ++n) {
      const auto stood = ends[n].value ? ends[n].value : ends[n].start;
      sites[n].start = stood;
      if (to(1) == 0) continue;
      again.push_back(at("2026-02-20", *stood, static_cast<int>(n)));
      again.back().site = sites[n].site;
    }
    const auto carried = standpoint(metric(sum, sum + 10), sites, again);
    if (again.empty()) continue;
    EXPECT_EQ(sum, carried.value);
    EXPECT_EQ(0, carried.progress);
    ++measured;
  }
  EXPECT_GT(measured, 500);
}

TEST(RollOut, StagesAreTheMeanDegreeOverAllSites) {
  KeyResult key_result;
  key_result.kind = KeyResultKind::stages;
  key_result.stages = {{Title("open"), {0}}, {Title("half"), {50}}, {Title("done"), {100}}};
  std::vector<SiteTarget> sites(2);
  sites[0].site = Id{"a"};
  sites[1].site = Id{"b"};
  CheckIn check_in;
  check_in.effective_on = kToday;
  check_in.stage = {2};
  check_in.site = sites[0].site;
  const auto now = standpoint(key_result, sites, std::vector{check_in});
  EXPECT_DOUBLE_EQ(0.5, *now.progress);
  EXPECT_EQ(1, now.sites_reached);
}

}  // namespace
}  // namespace takt::domain
