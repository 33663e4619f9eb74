// When check-ins are due, how long silence is believed, and which one is now.

#include <algorithm>
#include <random>

#include "domain/measured.hpp"

namespace takt::domain {
namespace {

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

}  // namespace
}  // namespace takt::domain
