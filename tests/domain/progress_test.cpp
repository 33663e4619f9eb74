#include "domain/progress.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>

#include "mapping/json_read.hpp"

namespace takt::domain {
namespace {

namespace json = boost::json;

const json::object& vectors() {
  static const json::value all = [] {
    std::ifstream in(TAKT_SOURCE "/tests/domain/vectors.json");
    std::stringstream text;
    text << in.rdbuf();
    return mapping::parse_json(text.str());
  }();
  return all.as_object();
}

std::optional<double> number(const json::value& value) {
  if (value.is_null()) return {};
  return value.to_number<double>();
}

std::string why(const json::value& row) { return std::string(row.at("why").as_string()); }

void expect_same(std::optional<double> wanted, std::optional<double> got, const json::value& row) {
  ASSERT_EQ(wanted.has_value(), got.has_value()) << why(row);
  EXPECT_NEAR(wanted.value_or(0), got.value_or(0), 1e-12) << why(row);
}

Date day(const json::value& value) { return *parse_date(std::string_view(value.as_string())); }

CheckIn at(const char* date, double value, int entered = 0) {
  CheckIn check_in;
  check_in.id = {"c" + std::to_string(entered) + date};
  check_in.effective_on = *parse_date(date);
  check_in.value = value;
  check_in.created_at.time += std::chrono::seconds{entered};
  return check_in;
}

KeyResult metric(double start, double target) {
  KeyResult key_result;
  key_result.start = start;
  key_result.target = target;
  return key_result;
}

const Date kToday = *parse_date("2026-03-01");

TEST(Stages, ThatAreLeftKeepTheirDistances) {
  const std::vector<Stage> stages{{.title = "a", .degree = 0},
                                  {.title = "b", .degree = 40},
                                  {.title = "c", .degree = 70},
                                  {.title = "d", .degree = 100}};
  const auto left = stages_from(stages, 1);
  ASSERT_EQ(3u, left.size());
  EXPECT_EQ(0, left[0].degree.value);
  EXPECT_EQ(50, left[1].degree.value);
  EXPECT_EQ(100, left[2].degree.value);
}

TEST(Stages, ThatAreLeftRiseHoweverNearTheyAre) {
  std::vector<Stage> stages;
  for (int degree = 0; degree <= 100; ++degree) stages.push_back({.title = "s", .degree = degree});
  for (int place = 0; place < 100; ++place) {
    const auto left = stages_from(stages, place);
    EXPECT_EQ(0, left.front().degree.value);
    EXPECT_EQ(100, left.back().degree.value);
    for (std::size_t i = 1; i < left.size(); ++i)
      EXPECT_LT(left[i - 1].degree.value, left[i].degree.value);
  }
}

TEST(Progress, MetricsFollowTheVectors) {
  for (const auto& row : vectors().at("metric").as_array())
    expect_same(number(row.at("progress")),
                metric_progress(*number(row.at("start")), *number(row.at("target")),
                                *number(row.at("value"))),
                row);
}

TEST(Progress, CorridorsFollowTheVectors) {
  for (const auto& row : vectors().at("corridor").as_array())
    expect_same(number(row.at("progress")),
                corridor_progress(number(row.at("lower")), number(row.at("upper")),
                                  *number(row.at("value"))),
                row);
}

TEST(Progress, AStageIsKnownByItsNameThenByItsDegreeThenByItsPlace) {
  const auto stages = [](std::initializer_list<std::pair<const char*, int>> list) {
    std::vector<Stage> out;
    for (const auto& [title, degree] : list)
      out.push_back({std::string(title), Whole<0, 100>{degree}});
    return out;
  };
  const auto before = stages({{"offen", 0}, {"Angebot", 50}, {"Muster", 80}, {"gelistet", 100}});
  const auto places = [&](const std::vector<Stage>& after) {
    std::vector<int> out;
    for (int i = 0; i < 4; ++i) out.push_back(place_of_stage(before, after, i));
    return out;
  };
  EXPECT_EQ((std::vector{0, 1, 2, 3}), places(before));
  EXPECT_EQ(
      (std::vector{0, 2, 3, 4}),
      places(stages(
          {{"offen", 0}, {"Gespräch", 20}, {"Angebot", 50}, {"Muster", 80}, {"gelistet", 100}})))
      << "one comes between";
  EXPECT_EQ((std::vector{0, 0, 1, 2}),
            places(stages({{"offen", 0}, {"Muster", 80}, {"gelistet", 100}})))
      << "one goes: what reached it is at the one before";
  EXPECT_EQ((std::vector{0, 1, 3, 4}), places(stages({{"offen", 0},
                                                      {"Angebot liegt vor", 50},
                                                      {"Termin", 60},
                                                      {"Muster", 90},
                                                      {"gelistet", 100}})))
      << "renamed by its degree, moved by its name";
  EXPECT_EQ((std::vector{0, 1, 2, 3}),
            places(stages({{"offen", 0}, {"Gespräch", 40}, {"Muster", 80}, {"gelistet", 100}})))
      << "another name and degree, as many as before";
}

TEST(Progress, RollUpsFollowTheVectors) {
  for (const auto& row : vectors().at("roll_up").as_array()) {
    std::vector<WeightedProgress> shares;
    for (const auto& share : row.at("shares").as_array())
      shares.push_back({number(share.at(0)), *number(share.at(1))});
    expect_same(number(row.at("progress")), roll_up(shares), row);
  }
}

TEST(Progress, ResultsFollowTheVectors) {
  for (const auto& row : vectors().at("result").as_array()) {
    std::vector<WeightedProgress> parts;
    for (const auto& part : row.at("parts").as_array())
      parts.push_back({number(part.at(0)), *number(part.at(1))});
    expect_same(number(row.at("result")), result(parts), row);
  }
}

TEST(Progress, ExpectedFollowsTheVectors) {
  for (const auto& row : vectors().at("expected").as_array())
    expect_same(number(row.at("expected")),
                expected_by(day(row.at("starts")), day(row.at("due")), day(row.at("today"))), row);
}

TEST(Health, FollowsTheVectors) {
  for (const auto& row : vectors().at("health").as_array()) {
    Standpoint standpoint;
    standpoint.progress = number(row.at("progress"));
    if (const auto confidence = number(row.at("confidence")))
      standpoint.confidence = static_cast<int>(*confidence);
    if (const auto last = number(row.at("last")))
      standpoint.last_check_in = plus_days(kToday, -static_cast<int>(*last));
    const auto got = health(standpoint, *number(row.at("expected")), 14, kToday);
    EXPECT_EQ(std::string(row.at("health").as_string()), boost::describe::enum_to_string(got, ""))
        << why(row);
  }
}

Health health_of(const json::value& word) {
  for (const auto health :
       {Health::on_track, Health::behind, Health::at_risk, Health::outdated, Health::pending})
    if (word == boost::describe::enum_to_string(health, "")) return health;
  throw std::logic_error("no such health");
}

std::vector<Health> healths_of(const json::value& words) {
  std::vector<Health> out;
  for (const auto& word : words.as_array()) out.push_back(health_of(word));
  return out;
}

TEST(ObjectiveHealth, FollowsTheVectors) {
  for (const auto& row : vectors().at("objective_health").as_array())
    EXPECT_EQ(health_of(row.at("health")),
              objective_health(number(row.at("progress")), *number(row.at("expected")),
                               healths_of(row.at("key_results"))))
        << why(row);
}

TEST(CycleHealth, FollowsTheVectors) {
  for (const auto& row : vectors().at("worst").as_array())
    EXPECT_EQ(health_of(row.at("health")), worst(healths_of(row.at("objectives")))) << why(row);
}

TEST(Slots, FollowTheVectors) {
  const auto from = *parse_date("2026-01-01");
  for (const auto& row : vectors().at("slots").as_array()) {
    const auto day = [&](const json::value& value) {
      return plus_days(from, static_cast<int>(*number(value)));
    };
    std::vector<Date> check_ins;
    for (const auto& one : row.at("check_ins").as_array()) check_ins.push_back(day(one));
    const auto* since = row.as_object().if_contains("since");
    const auto got =
        slots(from, since ? day(*since) : from, static_cast<int>(*number(row.at("every"))),
              day(row.at("until")), day(row.at("today")), check_ins);
    EXPECT_EQ(*number(row.at("due")), got.due) << why(row);
    EXPECT_EQ(*number(row.at("made")), got.made) << why(row);
    ASSERT_EQ(row.at("next").is_null(), !got.next) << why(row);
    if (got.next) {
      EXPECT_EQ(day(row.at("next")), *got.next) << why(row);
    }
  }
}

TEST(Slots, OweWhatTheDatesOfTheVectorsSay) {
  for (const auto& row : vectors().at("check_ins_due").as_array()) {
    std::vector<Date> days;
    for (const auto& on : row.at("check_ins").as_array()) days.push_back(day(on));
    const auto got = slots(day(row.at("from")), day(row.at("added")),
                           static_cast<int>(row.at("every").as_int64()), day(row.at("until")),
                           day(row.at("day")), days);
    EXPECT_EQ(row.at("due").as_int64(), got.due) << why(row);
    EXPECT_EQ(row.at("made").as_int64(), got.made) << why(row);
  }
}

TEST(Slots, NeverMoreAreServedThanDueAndAnotherCheckInNeverTakesOneAway) {
  std::mt19937 random(36);
  const auto any = [&](int most) { return static_cast<int>(random() % unsigned(most + 1)); };
  const Date start = *parse_date("2026-01-01");
  for (int round = 0; round < 2000; ++round) {
    const auto every = 1 + any(40);
    const auto added = plus_days(start, any(60) - 30);
    const auto until = plus_days(start, any(180));
    const auto day = plus_days(start, any(200));
    std::vector<Date> days;
    for (int i = any(12); i > 0; --i) days.push_back(plus_days(start, any(200) - 31));
    const auto before = slots(start, added, every, until, day, days);
    days.push_back(plus_days(start, any(200)));
    const auto after = slots(start, added, every, until, day, days);
    ASSERT_EQ(before.due, after.due);
    ASSERT_LE(before.made, after.made);
    ASSERT_LE(after.made, after.due);
  }
}

TEST(Slots, CheckInOnEverySlotMissesNothing) {
  const auto from = *parse_date("2026-01-01");
  for (int every = 1; every < 40; ++every) {
    std::vector<Date> check_ins;
    for (int day = every; day <= 181; day += every) check_ins.push_back(plus_days(from, day));
    const auto until = plus_days(from, 181);
    const auto got = slots(from, from, every, until, until, check_ins);
    EXPECT_EQ(got.due, got.made);
    EXPECT_FALSE(got.next);
  }
}

TEST(Silence, IsJudgedUntilTheTargetWasReachedForGood) {
  const auto due = plus_days(kToday, 100);
  const auto day = [](int n) { return plus_days(kToday, n); };
  const std::vector<HistoryPoint> past{
      {day(1), {}, 1.0}, {day(2), {}, 0.9}, {day(3), {}, 1.0}, {day(4), {}, 1.2}};
  EXPECT_EQ(day(3), owed_until(metric(0, 10), past, due));
  EXPECT_EQ(due, owed_until(metric(0, 10), std::span(past).first(2), due));
  KeyResult corridor;
  corridor.kind = KeyResultKind::corridor;
  EXPECT_EQ(due, owed_until(corridor, past, due));
}

TEST(Silence, IsFromTheLastDayThatIsBelievedToTheNextNews) {
  const auto day = [](int days) { return plus_days(Date{}, days); };
  const auto told = [&](std::vector<Date> heard, int until) {
    std::vector<std::pair<int, int>> out;
    for (const auto& silence : silences(heard, 14, day(until)))
      out.emplace_back(days_between(day(0), silence.from), days_between(day(0), silence.to));
    return out;
  };
  using Told = std::vector<std::pair<int, int>>;
  EXPECT_EQ(Told{}, told({}, 90));
  EXPECT_EQ(Told{}, told({day(0), day(0), day(21)}, 42));
  EXPECT_EQ((Told{{21, 22}, {43, 50}}), told({day(0), day(22)}, 50));
  // What comes after the day up to which silence is judged ends nothing.
  EXPECT_EQ((Told{{21, 40}}), told({day(0), day(60)}, 40));
}

TEST(Silence, UsualSpacingIsTheMedianDistance) {
  const auto day = [](int n) { return plus_days(kToday, n); };
  EXPECT_EQ(30, usual_spacing(std::vector{day(0), day(30), day(61), day(90)}));
  EXPECT_FALSE(usual_spacing(std::vector{day(0), day(0)}));
}

TEST(Progress, RollUpOfAnythingStaysBetweenZeroAndOne) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> any(-1e6, 1e6);
  std::uniform_real_distribution<double> weight(0, 100);
  for (int i = 0; i < 2000; ++i) {
    std::vector<WeightedProgress> shares;
    for (int n = 0; n < 5; ++n) shares.push_back({any(random), weight(random)});
    const auto progress = roll_up(shares);
    ASSERT_TRUE(progress);
    EXPECT_GE(*progress, 0);
    EXPECT_LE(*progress, 1);
  }
}

TEST(Progress, MeasuringMoreNeverLowersTheResult) {
  std::mt19937 random(11);
  std::uniform_real_distribution<double> any(-0.5, 1.5);
  for (int i = 0; i < 500; ++i) {
    std::vector<WeightedProgress> parts{{any(random), 30}, {{}, 20}, {{}, 50}};
    const auto before = result(parts);
    parts[1].progress = any(random);
    EXPECT_GE(*result(parts), *before);
    EXPECT_LE(*before, *roll_up(std::span(parts).first(1)));
  }
}

TEST(CheckIns, LateOneForLastWeekDoesNotBecomeNow) {
  const std::vector<CheckIn> all{at("2026-02-20", 8, 1), at("2026-02-10", 3, 2)};
  const auto now = standpoint(metric(0, 10), {}, effective_check_ins(all, kToday));
  EXPECT_EQ(8, now.value);
}

TEST(CheckIns, LaterEntryOfTheSameDayHolds) {
  const std::vector<CheckIn> all{at("2026-02-20", 5, 2), at("2026-02-20", 4, 1)};
  EXPECT_EQ(5, standpoint(metric(0, 10), {}, effective_check_ins(all, kToday)).value);
}

TEST(CheckIns, CorrectionTakesThePlaceOfWhatItSupersedes) {
  std::vector<CheckIn> all{at("2026-02-20", 50, 1), at("2026-02-15", 5, 2)};
  all[1].supersedes = all[0].id;
  const auto effective = effective_check_ins(all, kToday);
  ASSERT_EQ(1u, effective.size());
  EXPECT_EQ(5, effective[0].value);
}

TEST(CheckIns, CorrectionOfAnEarlierEntryDoesNotBecomeNow) {
  std::vector<CheckIn> all{at("2026-02-20", 10, 1), at("2026-02-20", 40, 2),
                           at("2026-02-20", 15, 3), at("2026-02-20", 12, 4)};
  all[2].supersedes = all[0].id;
  all[3].supersedes = all[2].id;
  const auto effective = effective_check_ins(all, kToday);
  ASSERT_EQ(2u, effective.size());
  EXPECT_EQ(12, effective[0].value);
  EXPECT_EQ(40, effective[1].value);
}

TEST(CheckIns, CorrectionOfTheLatestEntryIsNow) {
  std::vector<CheckIn> all{at("2026-02-20", 10, 1), at("2026-02-20", 40, 2),
                           at("2026-02-20", 41, 3)};
  all[2].supersedes = all[1].id;
  EXPECT_EQ(41, effective_check_ins(all, kToday).back().value);
}

TEST(CheckIns, OneOfTomorrowDoesNotCountToday) {
  const std::vector<CheckIn> all{at("2026-03-02", 9, 1)};
  EXPECT_TRUE(effective_check_ins(all, kToday).empty());
}

TEST(CheckIns, CorrectionOfTomorrowLeavesWhatItCorrectsToday) {
  std::vector<CheckIn> all{at("2026-02-20", 5, 1), at("2026-03-02", 6, 2)};
  all[1].supersedes = all[0].id;
  const auto today = effective_check_ins(all, kToday);
  ASSERT_EQ(1u, today.size());
  EXPECT_EQ(5, today[0].value);
  // What corrects it back to today takes the place of both.
  all.push_back(at("2026-02-21", 7, 3));
  all[2].supersedes = all[1].id;
  const auto corrected = effective_check_ins(all, kToday);
  ASSERT_EQ(1u, corrected.size());
  EXPECT_EQ(7, corrected[0].value);
}

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

TEST(Weights, FixedOnesStayAndTheRestIsSpreadEqually) {
  std::vector<KeyResult> key_results(3);
  key_results[0].weight = 50;
  EXPECT_EQ((std::vector<double>{50, 25, 25}), weights(key_results));
}

TEST(Weights, DroppedOnesWeighNothing) {
  std::vector<KeyResult> key_results(3);
  key_results[1].state = KeyResultState::dropped;
  EXPECT_EQ((std::vector<double>{50, 0, 50}), weights(key_results));
}

TEST(Confidence, IsHighFromSevenAndLowWhereItPutsAKeyResultAtRisk) {
  EXPECT_EQ(Band::high, confidence_band(7));
  EXPECT_EQ(Band::medium, confidence_band(6));
  EXPECT_EQ(Band::medium, confidence_band(4));
  EXPECT_EQ(Band::low, confidence_band(3));
}

TEST(ObjectiveHealth, OutdatedKeyResultKeepsItFromGreen) {
  const std::vector<Health> key_results{Health::on_track, Health::outdated};
  EXPECT_EQ(Health::outdated, objective_health(0.9, 0.5, key_results));
}

TEST(ObjectiveHealth, BeingBehindIsSaidBeforeSilence) {
  const std::vector<Health> key_results{Health::behind, Health::outdated};
  EXPECT_EQ(Health::behind, objective_health(0.3, 0.5, key_results));
}

}  // namespace
}  // namespace takt::domain
