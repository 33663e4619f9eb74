#include "figure/supply.hpp"

#include <map>
#include <set>

#include "domain/supply.hpp"

namespace takt::figure {

using namespace domain;

namespace {

using Cell = std::pair<Id, std::optional<Id>>;

template <class Key>
using Groups = std::map<Key, std::vector<SupplyRecord>>;

template <class F>
auto grouped(const std::vector<SupplyRecord>& records, F key) {
  Groups<decltype(key(records[0]))> out;
  for (const auto& record : records) out[key(record)].push_back(record);
  return out;
}

std::optional<double> difference(const std::optional<double>& now,
                                 const std::optional<double>& before) {
  if (!now || !before) return {};
  return *now - *before;
}

template <class F>
std::vector<SupplyLine> lines(const std::vector<SupplyRecord>& now,
                              const std::vector<SupplyRecord>& before, F key) {
  const auto earlier = grouped(before, key);
  std::vector<SupplyLine> out;
  for (const auto& [id, records] : grouped(now, key)) {
    SupplyLine line{id, share_of_supply(records), {}};
    const auto found = earlier.find(id);
    if (found != earlier.end())
      line.trend = difference(line.total.share, share_of_supply(found->second).share);
    out.push_back(std::move(line));
  }
  return out;
}

std::vector<SupplyCell> cells(const std::vector<SupplyRecord>& now,
                              const std::vector<SupplyRecord>& before) {
  const auto key = [](const SupplyRecord& record) {
    return Cell(record.product_area, record.site);
  };
  const auto earlier = grouped(before, key);
  std::vector<SupplyCell> out;
  for (const auto& [where, records] : grouped(now, key)) {
    const auto total = share_of_supply(records);
    SupplyCell cell{where.first,  where.second,    total.share, {},
                    total.demand, total.estimated, {},          false};
    if (total.share && total.demand) cell.volume = *total.share * *total.demand;
    const auto found = earlier.find(where);
    if (found != earlier.end())
      cell.trend = difference(total.share, share_of_supply(found->second).share);
    cell.white = total.demand.value_or(0) > 0 && total.share.value_or(0) == 0;
    out.push_back(std::move(cell));
  }
  return out;
}

}  // namespace

SupplyPage supply_page(const std::vector<SupplyRecord>& records, std::optional<Period> wanted,
                       std::optional<Date> at) {
  SupplyPage page;
  page.period = wanted.value_or(usual_period(records));
  std::set<Date> starts;
  for (const auto& record : records)
    if (record.period <= page.period) starts.insert(period_start(page.period, record.starts_on));
  page.periods.assign(starts.begin(), starts.end());
  if (at)
    page.starts_on = period_start(page.period, *at);
  else if (!page.periods.empty())
    page.starts_on = page.periods.back();
  const auto before_start = period_start(page.period, plus_days(page.starts_on, -1));
  const auto now = records_of_period(records, page.period, page.starts_on);
  const auto before = records_of_period(records, page.period, before_start);
  page.cells = cells(now, before);
  page.sites = lines(now, before, [](const SupplyRecord& record) { return record.site; });
  page.areas = lines(now, before, [](const SupplyRecord& record) {
    return std::optional<Id>(record.product_area);
  });
  page.total.total = share_of_supply(now);
  page.total.trend = difference(page.total.total.share, share_of_supply(before).share);
  for (const auto& record : records)
    if (record.period == page.period && record.starts_on == page.starts_on)
      page.records.push_back(record);
  return page;
}

std::vector<SupplyAreaSeries> area_series(const std::vector<SupplyRecord>& records, Period period) {
  std::vector<SupplyAreaSeries> out;
  for (const auto& [area, of_area] :
       grouped(records, [](const SupplyRecord& record) { return record.product_area; }))
    out.push_back({area, share_series(of_area, period)});
  return out;
}

}  // namespace takt::figure
