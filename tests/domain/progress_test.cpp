#include "domain/progress.hpp"

#include <algorithm>
#include <random>

#include "domain/measured.hpp"

namespace takt::domain {
namespace {

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
