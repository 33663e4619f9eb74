#include "domain/supply.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace takt::domain {
namespace {

using namespace std::chrono;

int months_of(Period period) {
  return period == Period::month ? 1 : period == Period::quarter ? 3 : 12;
}

using Cell = std::pair<Id, std::optional<Id>>;
Cell cell_of(const SupplyRecord& record) { return {record.product_area, record.site}; }

}  // namespace

Date period_start(Period period, Date day) {
  const year_month_day ymd{day.days};
  const unsigned length = static_cast<unsigned>(months_of(period));
  const unsigned first = (unsigned(ymd.month()) - 1) / length * length + 1;
  return {sys_days{ymd.year() / month(first) / 1}};
}

Date period_end(Period period, Date starts_on) {
  return plus_days(plus_months(starts_on, months_of(period)), -1);
}

std::optional<double> share_of(const SupplyRecord& record) {
  if (record.volume && record.demand) {
    if (*record.demand <= 0) return {};
    return *record.volume / *record.demand;
  }
  return record.share;
}

SupplyTotal share_of_supply(std::span<const SupplyRecord> records) {
  SupplyTotal out;
  out.total = static_cast<int>(records.size());
  const auto pieces = std::ranges::count(records, SupplyUnit::pieces, &SupplyRecord::unit);
  const auto unit = 2 * pieces > std::ssize(records) ? SupplyUnit::pieces : SupplyUnit::eur;
  double ours = 0;
  double all = 0;
  for (const auto& record : records) {
    const auto share = share_of(record);
    if (record.unit != unit || !record.demand || !share) continue;
    ours += record.volume.value_or(*share * *record.demand);
    all += *record.demand;
    ++out.covered;
    out.estimated = out.estimated || record.estimated;
  }
  if (out.covered > 0) out.demand = all;
  if (all > 0) out.share = ours / all;
  // One record alone needs no weight.
  if (records.size() == 1 && !out.share) {
    out.share = share_of(records[0]);
    out.covered = out.share.has_value();
    out.estimated = records[0].estimated;
  }
  return out;
}

std::vector<SupplyRecord> records_of_period(std::span<const SupplyRecord> records, Period period,
                                            Date starts_on) {
  const Date ends_on = period_end(period, starts_on);
  std::set<Cell> exact;
  for (const auto& record : records)
    if (record.period == period && record.starts_on == starts_on) exact.insert(cell_of(record));
  std::vector<SupplyRecord> out;
  for (const auto& record : records) {
    const bool is_exact = record.period == period && record.starts_on == starts_on;
    const bool within = record.period < period && record.starts_on >= starts_on &&
                        record.starts_on <= ends_on && !exact.contains(cell_of(record));
    if (is_exact || within) out.push_back(record);
  }
  return out;
}

std::vector<SupplyRecord> records_of(std::span<const SupplyRecord> records,
                                     std::span<const Id> areas, std::span<const Id> sites) {
  const auto wanted = [](std::span<const Id> ids, const std::optional<Id>& id) {
    return ids.empty() || (id && std::ranges::find(ids, *id) != ids.end());
  };
  std::vector<SupplyRecord> out;
  for (const auto& record : records)
    if (wanted(areas, record.product_area) && wanted(sites, record.site)) out.push_back(record);
  return out;
}

Period usual_period(std::span<const SupplyRecord> records) {
  std::map<Period, int> count;
  for (const auto& record : records) ++count[record.period];
  Period usual = Period::quarter;
  for (const auto& [period, n] : count)
    if (n > count[usual]) usual = period;
  return usual;
}

std::vector<SupplyPoint> share_series(std::span<const SupplyRecord> records, Period period) {
  // Grouped first, so that ten years of fifty sites are walked once and not once a period.
  std::map<Date, std::vector<SupplyRecord>> by_start;
  for (const auto& record : records)
    if (record.period <= period) by_start[period_start(period, record.starts_on)].push_back(record);
  std::vector<SupplyPoint> out;
  for (const auto& [starts_on, group] : by_start) {
    const auto chosen = records_of_period(group, period, starts_on);
    Date entered{};
    for (const auto& record : chosen) entered = std::max(entered, date_of(record.created_at));
    out.push_back(
        {starts_on, std::min(period_end(period, starts_on), entered), share_of_supply(chosen)});
  }
  return out;
}

}  // namespace takt::domain
