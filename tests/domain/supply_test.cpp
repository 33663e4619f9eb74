#include "domain/supply.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <map>
#include <random>
#include <set>

#include "mapping/describe.hpp"
#include "mapping/json_read.hpp"

namespace takt::domain {
namespace {

namespace json = boost::json;

Date day(int year, unsigned month, unsigned d) {
  return {std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} /
                                std::chrono::day{d}}};
}

SupplyRecord record(std::optional<double> volume, std::optional<double> demand,
                    std::optional<double> share = {}) {
  SupplyRecord out;
  out.product_area = Id{"a"};
  out.starts_on = day(2026, 7, 1);
  out.volume = volume;
  out.demand = demand;
  out.share = share;
  return out;
}

TEST(ShareOfSupply, IsARatioOfSumsAndNotAMeanOfRatios) {
  const std::vector records{record(90, 100), record(10, 900)};
  EXPECT_DOUBLE_EQ(0.1, *share_of_supply(records).share);
}

TEST(ShareOfSupply, FiguresAreAnsweredAsSomebodyWouldEnterThem) {
  EXPECT_EQ(33.3, *share_of_supply(std::vector{record({}, 100, 0.333)}).volume);
  EXPECT_EQ(30.03003003003, *share_of_supply(std::vector{record(10, {}, 0.333)}).demand);
  const auto total = share_of_supply(std::vector{record(0.1, 0.4), record(0.2, 0.8)});
  EXPECT_EQ(0.3, *total.volume);
  EXPECT_EQ(1.2, *total.demand);
  EXPECT_EQ(0.25, *total.share);
}

TEST(ShareOfSupply, HasNoValueWhereNothingIsDemandedOrKnown) {
  EXPECT_FALSE(share_of_supply({}).share);
  EXPECT_FALSE(share_of_supply(std::vector{record(0, 0)}).share);
}

TEST(ShareOfSupply, ShareAloneCountsOnlyWithADemandToWeighItBy) {
  const std::vector records{record(40, 100), record({}, 100, 0.2), record({}, {}, 0.9)};
  const auto total = share_of_supply(records);
  EXPECT_DOUBLE_EQ(0.3, *total.share);
  EXPECT_EQ(2, total.covered);
  EXPECT_EQ(3, total.total);
}

TEST(ShareOfSupply, OneRecordAloneNeedsNoWeight) {
  EXPECT_DOUBLE_EQ(0.33, *share_of_supply(std::vector{record({}, {}, 0.33)}).share);
}

TEST(ShareOfSupply, SaysWhenItIsPartlyEstimated) {
  auto estimate = record(1, 10);
  estimate.estimated = true;
  EXPECT_TRUE(share_of_supply(std::vector{record(5, 10), estimate}).estimated);
  EXPECT_FALSE(share_of_supply(std::vector{record(5, 10)}).estimated);
}

TEST(ShareOfSupply, UnitsAreNeverAddedUp) {
  auto pieces = record(900, 1000);
  pieces.unit = SupplyUnit::pieces;
  const auto total = share_of_supply(std::vector{record(10, 100), record(10, 100), pieces});
  EXPECT_DOUBLE_EQ(0.1, *total.share);
  EXPECT_EQ(2, total.covered);
}

TEST(ShareOfSupply, StaysBetweenTheSmallestAndTheLargestShare) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> demand(1, 1000);
  std::uniform_real_distribution<double> part(0, 1);
  for (int round = 0; round < 500; ++round) {
    std::vector<SupplyRecord> records;
    double low = 1;
    double high = 0;
    for (int i = 0; i < 8; ++i) {
      const double all = demand(random);
      const double share = part(random);
      records.push_back(record(all * share, all));
      low = std::min(low, share);
      high = std::max(high, share);
    }
    const auto total = *share_of_supply(records).share;
    EXPECT_GE(total, low - 1e-9);
    EXPECT_LE(total, high + 1e-9);
  }
}

TEST(Period, StartsAndEndsOnTheCalendar) {
  EXPECT_EQ(day(2026, 10, 1), period_start(Period::quarter, day(2026, 11, 24)));
  EXPECT_EQ(day(2026, 12, 31), period_end(Period::quarter, day(2026, 10, 1)));
  EXPECT_EQ(day(2026, 1, 1), period_start(Period::year, day(2026, 11, 24)));
  EXPECT_EQ(day(2028, 2, 29), period_end(Period::month, day(2028, 2, 1)));
}

/// The row of a record in vectors.json: area, site or null, period, its start, volume, demand,
/// share, unit.
SupplyRecord record_of(const json::array& row) {
  const auto number = [&](std::size_t at) {
    return at < row.size() && !row[at].is_null() ? std::optional(row[at].to_number<double>())
                                                 : std::nullopt;
  };
  auto out = record(number(4), number(5), number(6));
  out.product_area = Id{std::string(row[0].as_string())};
  if (!row[1].is_null()) out.site = Id{std::string(row[1].as_string())};
  out.period = *mapping::enum_of<Period>(std::string(row[2].as_string()));
  out.starts_on = *parse_date(std::string(row[3].as_string()));
  if (row.size() > 7) out.unit = *mapping::enum_of<SupplyUnit>(std::string(row[7].as_string()));
  return out;
}

std::vector<SupplyRecord> records_of(const json::value& rows) {
  std::vector<SupplyRecord> out;
  for (const auto& row : rows.as_array()) out.push_back(record_of(row.as_array()));
  return out;
}

Date date_of(const json::value& text) { return *parse_date(std::string(text.as_string())); }

void expect_number(const json::value& wanted, const std::optional<double>& got) {
  ASSERT_EQ(!wanted.is_null(), got.has_value());
  if (got) {
    EXPECT_NEAR(wanted.to_number<double>(), *got, 1e-9);
  }
}

const json::object& vectors() {
  static const auto read = [] {
    std::ifstream in(TAKT_SOURCE "/tests/domain/vectors.json");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    return mapping::parse_json(text).as_object();
  }();
  return read;
}

TEST(ShareOfSupply, VectorsOfAPeriodHold) {
  for (const auto& row : vectors().at("share_of_period").as_array()) {
    SCOPED_TRACE(std::string(row.at("why").as_string()));
    const auto period = *mapping::enum_of<Period>(std::string(row.at("period").as_string()));
    const auto records = records_of(row.at("records"));
    const auto chosen = records_of_period(records, period, date_of(row.at("starts_on")));
    const auto total = share_of_supply(chosen);
    expect_number(row.at("share"), total.share);
    expect_number(row.at("demand"), total.demand);
    if (const auto* rest = row.as_object().if_contains("not_split")) {
      const auto got = not_split(records, period, date_of(row.at("starts_on")));
      expect_number(*rest, got ? got->demand : std::nullopt);
    }
    if (const auto* other = row.as_object().if_contains("other_share")) {
      const auto others = other_totals(chosen);
      ASSERT_EQ(1u, others.size());
      expect_number(*other, others[0].share);
    }
  }
}

TEST(ShareOfSupply, VectorsOfAnAccountHold) {
  for (const auto& row : vectors().at("share_of_account").as_array()) {
    SCOPED_TRACE(std::string(row.at("why").as_string()));
    const auto kind = *mapping::enum_of<Period>(std::string(row.at("share_period").as_string()));
    const auto records = records_of(row.at("records"));
    const auto today = date_of(row.at("day"));
    const auto series = share_series(records, kind, today);
    const auto share = series.empty() ? SupplyPoint{} : series.back();
    expect_number(row.at("share"), share.total.share);
    if (!series.empty()) {
      EXPECT_EQ(row.at("period").as_string(), mapping::enum_text(share.period));
      EXPECT_EQ(date_of(row.at("starts_on")), share.starts_on);
      EXPECT_EQ(date_of(row.at("read_on")), share.known_on);
      EXPECT_EQ(row.at("running").as_bool(), share.running);
    }
    if (const auto* year = row.as_object().if_contains("year_demand")) {
      const auto got = last_twelve_months(records, share, today);
      expect_number(*year, got ? got->demand : std::nullopt);
    }
  }
}

TEST(ShareOfSupply, VolumeAndShareTellTheDemand) {
  const auto total = share_of_supply(std::vector{record(10, {}, 0.2), record(0, 50)});
  EXPECT_DOUBLE_EQ(0.1, *total.share);
  EXPECT_EQ(2, total.covered);
}

TEST(NotSplit, HasNoFigureWhereTheSitesContradictTheirTotal) {
  auto whole = record(10, 100);
  auto site = record(50, 300);
  site.site = Id{"s"};
  const auto rest = not_split(std::vector{whole, site}, Period::quarter, day(2026, 7, 1));
  ASSERT_TRUE(rest);
  EXPECT_FALSE(rest->demand);
  EXPECT_EQ(0, rest->covered);
}

/// Random records of two years, each of a cell of its own; whole numbers, so that sums are exact.
std::vector<SupplyRecord> random_records(std::mt19937& random) {
  const auto to = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
  std::map<std::string, SupplyRecord> cells;
  for (int i = to(24); i >= 0; --i) {
    auto one = record(to(100), 100 + to(100));
    one.product_area = Id{std::string(1, static_cast<char>('a' + to(1)))};
    if (to(2) > 0) one.site = Id{std::string(1, static_cast<char>('s' + to(2)))};
    one.period = static_cast<Period>(to(2));
    one.starts_on = period_start(one.period, plus_months(day(2025, 1, 1), to(23)));
    one.unit = to(4) == 0 ? SupplyUnit::pieces : SupplyUnit::eur;
    one.id = Id{one.product_area.text + (one.site ? one.site->text : "-") +
                std::to_string(static_cast<int>(one.period)) + to_string(one.starts_on)};
    cells[one.id.text] = one;
  }
  std::vector<SupplyRecord> out;
  for (auto& [id, one] : cells) out.push_back(one);
  std::ranges::shuffle(out, random);
  return out;
}

/// The rule of precedence as it is said of one record, by looking at all others again and again.
class Rule {
 public:
  Rule(const std::vector<SupplyRecord>& records, Period period, Date starts_on)
      : records_(records), period_(period), starts_on_(starts_on) {}

  bool counts(const SupplyRecord& one) const {
    std::vector<std::pair<Period, Date>> path;  // from the period that is asked for down to its own
    for (int kind = static_cast<int>(period_); kind >= static_cast<int>(one.period); --kind)
      path.emplace_back(static_cast<Period>(kind),
                        period_start(static_cast<Period>(kind), one.starts_on));
    if (path.empty() || path[0].second != starts_on_) return false;
    if (!one.site) {
      // Down to where records for all sites make it up, no site may have a record of its own there;
      // from there on, nothing above it may be a record of its own.
      bool made_up = false;
      for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        made_up = made_up || covered(one, path[i]);
        if (!made_up && own_of_sites(one, path[i])) return false;
        if (made_up && own(one, path[i], false)) return false;
      }
      return true;
    }
    bool split = false;
    for (std::size_t i = 0; i < path.size(); ++i) {
      if (!split && covered(one, path[i])) return false;
      split = split || own_of_sites(one, path[i]);
      if (split && i + 1 < path.size() && own(one, path[i], true)) return false;
    }
    return true;
  }

 private:
  using Slot = std::pair<Period, Date>;
  bool same_area(const SupplyRecord& one, const SupplyRecord& other) const {
    return one.unit == other.unit && one.product_area == other.product_area;
  }
  bool own(const SupplyRecord& one, const Slot& slot, bool of_its_site) const {
    return std::ranges::any_of(records_, [&](const SupplyRecord& other) {
      return same_area(one, other) && Slot(other.period, other.starts_on) == slot &&
             (of_its_site ? other.site == one.site : !other.site);
    });
  }
  bool own_of_sites(const SupplyRecord& one, const Slot& slot) const {
    return std::ranges::any_of(records_, [&](const SupplyRecord& other) {
      return same_area(one, other) && Slot(other.period, other.starts_on) == slot && other.site;
    });
  }
  /// Every month of the slot lies in a record for all sites within it.
  bool covered(const SupplyRecord& one, const Slot& slot) const {
    const auto end = period_end(slot.first, slot.second);
    for (auto month = slot.second; month < end; month = plus_months(month, 1))
      if (std::ranges::none_of(records_, [&](const SupplyRecord& other) {
            return same_area(one, other) && !other.site && other.period <= slot.first &&
                   other.starts_on <= month && month <= period_end(other.period, other.starts_on);
          }))
        return false;
    return true;
  }
  const std::vector<SupplyRecord>& records_;
  Period period_;
  Date starts_on_;
};

std::set<std::string> ids_of(const std::vector<SupplyRecord>& records) {
  std::set<std::string> out;
  for (const auto& one : records) out.insert(one.id.text);
  return out;
}

TEST(PrecedenceOfRecords, IsWhatTheRuleSaysOfEachOne) {
  std::mt19937 random(38);
  int counted = 0;
  for (int round = 0; round < 4000; ++round) {
    const auto records = random_records(random);
    for (const auto period : {Period::month, Period::quarter, Period::year}) {
      const auto starts_on = period_start(period, plus_months(day(2025, 1, 1), round % 24));
      const Rule rule(records, period, starts_on);
      std::set<std::string> wanted;
      for (const auto& one : records)
        if (rule.counts(one)) wanted.insert(one.id.text);
      const auto chosen = records_of_period(records, period, starts_on);
      ASSERT_EQ(wanted, ids_of(chosen)) << round;
      ASSERT_EQ(wanted.size(), chosen.size()) << "a record counts twice";
      counted += static_cast<int>(chosen.size());
    }
  }
  EXPECT_GT(counted, 10'000);
}

TEST(PrecedenceOfRecords, CountsEachPieceOfTimeOfASiteOnce) {
  std::mt19937 random(381);
  for (int round = 0; round < 1000; ++round) {
    const auto chosen = records_of_period(random_records(random), Period::year, day(2025, 1, 1));
    for (const auto& one : chosen)
      for (const auto& other : chosen) {
        if (one.id == other.id || one.unit != other.unit || one.product_area != other.product_area)
          continue;
        // A record for all sites is of the same goods as those of each site.
        if (one.site && other.site && one.site != other.site) continue;
        EXPECT_TRUE(period_end(one.period, one.starts_on) < other.starts_on ||
                    period_end(other.period, other.starts_on) < one.starts_on)
            << one.id.text << ' ' << other.id.text;
      }
  }
}

TEST(PrecedenceOfRecords, DoesNotDependOnTheirOrderNorOnTheOtherUnit) {
  std::mt19937 random(382);
  for (int round = 0; round < 500; ++round) {
    auto records = random_records(random);
    const auto total = [&] {
      return share_of_supply(records_of_period(records, Period::year, day(2025, 1, 1)),
                             SupplyUnit::eur);
    };
    const auto before = total();
    std::ranges::shuffle(records, random);
    EXPECT_EQ(before.demand, total().demand);
    std::erase_if(records, [](const SupplyRecord& one) { return one.unit != SupplyUnit::eur; });
    EXPECT_EQ(before.volume, total().volume);
    EXPECT_EQ(before.demand, total().demand);
  }
}

TEST(NotSplit, AndTheSitesTogetherAreTheTotal) {
  std::mt19937 random(383);
  int seen = 0;
  for (int round = 0; round < 4000; ++round) {
    auto records = random_records(random);
    std::erase_if(records, [](const SupplyRecord& one) {
      return one.product_area != Id{"a"} || one.unit != SupplyUnit::eur;
    });
    const auto rest = not_split(records, Period::year, day(2025, 1, 1));
    if (!rest || !rest->demand) continue;
    double demand = *rest->demand;
    double volume = *rest->volume;
    for (const auto* site : {"s", "t", "u"}) {
      std::vector<SupplyRecord> of_site;
      for (const auto& one : records)
        if (one.site == Id{site}) of_site.push_back(one);
      const auto line = share_of_supply(records_of_period(of_site, Period::year, day(2025, 1, 1)));
      demand += line.demand.value_or(0);
      volume += line.volume.value_or(0);
    }
    const auto total = share_of_supply(records_of_period(records, Period::year, day(2025, 1, 1)));
    EXPECT_NEAR(*total.demand, demand, 1e-6);
    EXPECT_NEAR(*total.volume, volume, 1e-6);
    ++seen;
  }
  EXPECT_GT(seen, 100);
}

SupplyRecord saying(Period period, Date starts_on, std::optional<Rest> rest,
                    std::optional<Date> contract_end = {}) {
  auto out = record(1, 2);
  out.period = period;
  out.starts_on = starts_on;
  out.rest = rest;
  out.contract_end = contract_end;
  return out;
}

TEST(SupplyTerms, AreThoseOfThePeriodItselfElseOfTheNewestThatBeganByItsEnd) {
  const std::vector records{
      saying(Period::year, day(2026, 1, 1), Rest::unknown, day(2027, 6, 30)),
      saying(Period::month, day(2026, 1, 1), Rest::competitor),
      saying(Period::quarter, day(2026, 4, 1), {}),
      saying(Period::quarter, day(2026, 7, 1), Rest::own_make),
      saying(Period::month, day(2026, 8, 1), Rest::nobody),
  };
  const auto rest = [&](Period period, Date starts_on) {
    return supply_terms(records, period, starts_on).rest;
  };
  EXPECT_EQ(Rest::own_make, rest(Period::quarter, day(2026, 7, 1))) << "its own";
  EXPECT_EQ(Rest::nobody, rest(Period::quarter, day(2026, 10, 1))) << "the newest";
  EXPECT_EQ(Rest::competitor, rest(Period::quarter, day(2026, 4, 1))) << "the finer of two";
  EXPECT_EQ(Rest::unknown, rest(Period::year, day(2026, 1, 1))) << "its own, though older";
  EXPECT_FALSE(rest(Period::quarter, day(2025, 10, 1))) << "nobody had said so";
  EXPECT_EQ(day(2027, 6, 30), supply_terms(records, Period::quarter, day(2026, 7, 1)).contract_end)
      << "each by itself";
}

TEST(ShareSeries, EndsWithTheNewestPeriodOfItsKindThatBeganByTheDay) {
  std::mt19937 random(384);
  for (int round = 0; round < 2000; ++round) {
    const auto records = random_records(random);
    const auto kind = static_cast<Period>(round % 3);
    const auto today = plus_days(day(2024, 12, 1), round % 800);
    const auto series = share_series(records, kind, today);
    // The newest period of the kind, itself or its parts; else of any kind, the finest first.
    std::optional<std::pair<Date, Period>> newest;
    const auto look = [&](Period each) {
      for (const auto& one : records) {
        const auto starts_on = period_start(each, one.starts_on);
        if (one.period <= each && one.starts_on <= today && (!newest || starts_on > newest->first))
          newest = {starts_on, each};
      }
    };
    look(kind);
    if (!newest)
      for (const auto each : {Period::month, Period::quarter, Period::year}) look(each);
    ASSERT_EQ(newest.has_value(), !series.empty()) << round;
    if (series.empty()) continue;
    EXPECT_EQ(newest->first, series.back().starts_on) << round;
    EXPECT_EQ(newest->second, series.back().period) << round;
    for (std::size_t i = 1; i < series.size(); ++i)
      EXPECT_LT(series[i - 1].ends_on, series[i].starts_on) << "time is counted once";
  }
}

TEST(ShareSeries, IsReadTodayWhileThePeriodRunsAndThenOnItsLastDay) {
  const std::vector records{record(1, 10)};
  EXPECT_TRUE(share_series(records, Period::quarter, day(2026, 6, 30)).empty());
  const auto running = share_series(records, Period::quarter, day(2026, 8, 5));
  ASSERT_EQ(1u, running.size());
  EXPECT_EQ(day(2026, 8, 5), running[0].known_on);
  EXPECT_TRUE(running[0].running);
  const auto over = share_series(records, Period::quarter, day(2026, 11, 1));
  EXPECT_EQ(day(2026, 9, 30), over[0].known_on);
  EXPECT_FALSE(over[0].running);
}

}  // namespace
}  // namespace takt::domain
