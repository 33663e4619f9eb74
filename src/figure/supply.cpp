#include "figure/supply.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "domain/product_area.hpp"
#include "domain/site.hpp"
#include "domain/supply.hpp"
#include "domain/text.hpp"
#include "store/entity_store.hpp"

namespace takt::figure {

using namespace domain;

namespace {

using Records = std::vector<SupplyRecord>;
using Cell = std::pair<Id, std::optional<Id>>;

template <class F>
auto grouped(const Records& records, F key) {
  std::map<decltype(key(records[0])), Records> out;
  for (const auto& record : records) out[key(record)].push_back(record);
  return out;
}

std::optional<double> trend_of(const std::optional<double>& now,
                               const std::optional<double>& before) {
  if (!now || !before) return {};
  return difference(*now, *before);
}

/// The periods that are compared.
struct Shown {
  Period period = Period::quarter;
  Date now;
  Date before;
};

/// What `total` says of some records in the period shown, and how it moved; no value where none of
/// the records are of the period.
template <class F>
std::optional<SupplyLine> line_of(const Shown& shown, std::optional<Id> id, F total) {
  const std::optional<SupplyTotal> now = total(shown.now);
  if (!now) return {};
  const std::optional<SupplyTotal> before = total(shown.before);
  return SupplyLine{std::move(id), *now,
                    trend_of(now->share, before ? before->share : std::nullopt)};
}

std::optional<SupplyLine> total_of(const Shown& shown, std::optional<Id> id,
                                   const Records& records) {
  return line_of(shown, std::move(id), [&](Date at) -> std::optional<SupplyTotal> {
    const auto chosen = records_of_period(records, shown.period, at);
    if (chosen.empty()) return {};
    return share_of_supply(chosen);
  });
}

std::optional<SupplyLine> rest_of(const Shown& shown, std::optional<Id> area,
                                  const Records& records) {
  return line_of(shown, std::move(area),
                 [&](Date at) { return not_split(records, shown.period, at); });
}

SupplyCell cell_of(const Id& area, const std::optional<Id>& site, const SupplyLine& line) {
  const auto& total = line.total;
  SupplyCell cell{area, site, total.share, total.volume, total.demand, total.estimated, line.trend};
  cell.white = total.demand.value_or(0) > 0 && total.share.value_or(0) == 0;
  cell.unit = total.unit;
  if (total.demand && total.volume) cell.open = difference(*total.demand, *total.volume);
  return cell;
}

/// How the total moved within a year.
std::optional<double> since_year(const SupplyTotal& total, const Records& records,
                                 const Shown& shown) {
  const auto before =
      share_of_supply(records_of_period(records, shown.period, plus_months(shown.now, -12)));
  if (before.unit != total.unit) return {};
  return trend_of(total.share, before.share);
}

bool ends_soon(Date end, Date today) { return end >= today && end <= plus_months(today, 6); }

/// The records of which periods made of them are: those within the two that are compared.
Records within(const Records& records, const Shown& shown) {
  const auto end = period_end(shown.period, shown.now);
  Records out;
  for (const auto& record : records)
    if (record.period <= shown.period && record.starts_on >= shown.before &&
        record.starts_on <= end)
      out.push_back(record);
  return out;
}

/// What the records say of who has the rest and when the contract ends, by their cell.
std::map<Cell, Records> terms_of(const Records& records) {
  Records say;
  for (const auto& record : records)
    if (record.rest || record.contract_end) say.push_back(record);
  return grouped(say,
                 [](const SupplyRecord& record) { return Cell(record.product_area, record.site); });
}

void tell_terms(SupplyCell& cell, const std::map<Cell, Records>& said, const Shown& shown,
                Date today) {
  const auto found = said.find({cell.product_area, cell.site});
  if (found == said.end()) return;
  auto terms = supply_terms(found->second, shown.period, shown.now);
  cell.rest = terms.rest;
  cell.competitor = std::move(terms.competitor);
  cell.contract_end = terms.contract_end;
  cell.ends_soon = terms.contract_end && ends_soon(*terms.contract_end, today);
  cell.ended = terms.contract_end && *terms.contract_end < today;
  cell.rest_from = terms.rest_from;
  cell.contract_from = terms.contract_from;
}

/// What may be looked at or entered: the last nine periods and all with records, newest first.
std::vector<Date> choices(Period period, std::set<Date> starts, Date today) {
  auto last = period_start(period, today);
  for (int i = 0; i < 9; ++i) {
    starts.insert(last);
    last = period_start(period, plus_days(last, -1));
  }
  return {starts.rbegin(), starts.rend()};
}

/// What is not split of several areas, in the unit that is shown first.
SupplyTotal sum_of(const std::vector<SupplyTotal>& rests) {
  if (rests.size() == 1) return rests[0];
  Records records;
  for (const auto& rest : rests) {
    SupplyRecord record;
    record.unit = rest.unit;
    record.volume = rest.volume;
    record.demand = rest.demand;
    record.estimated = rest.estimated;
    records.push_back(std::move(record));
  }
  return share_of_supply(records);
}

/// Takes what stands for something archived out of what is covered of how much.
void leave_out_archived(SupplyPage& page, const Records& chosen) {
  auto& total = page.total.total;
  const auto among = [](const std::vector<SupplyArchived>& archived, const Id& id) {
    return std::ranges::find(archived, id, &SupplyArchived::id) != archived.end();
  };
  for (const auto& record : chosen) {
    if (!among(page.archived_areas, record.product_area) &&
        !(record.site && among(page.archived_sites, *record.site)))
      continue;
    const bool weighed = demand_of(record).has_value();
    if (record.unit == total.unit || !weighed) --total.total;
    if (record.unit == total.unit && weighed && share_of(record)) --total.covered;
  }
  total.covered = std::min(total.covered, total.total);
}

}  // namespace

std::optional<SupplyPoint> share_of_account(const Series& series) {
  const auto points = share_series(series.supply, series.share_period, series.today);
  if (points.empty()) return {};
  return points.back();
}

SupplyPage supply_page(const Series& series, std::optional<Period> wanted, std::optional<Date> at,
                       std::vector<SupplyArchived> archived_areas,
                       std::vector<SupplyArchived> archived_sites) {
  SupplyPage page;
  page.archived_areas = std::move(archived_areas);
  page.archived_sites = std::move(archived_sites);
  page.entry_period = wanted.value_or(series.share_period);
  page.entry_starts_on = period_start(page.entry_period, series.today);
  page.share = share_of_account(series);
  page.period = wanted.value_or(page.share ? page.share->period : series.share_period);
  std::set<Date> starts;
  for (const auto& record : series.supply)
    if (record.period <= page.period) starts.insert(period_start(page.period, record.starts_on));
  page.periods.assign(starts.begin(), starts.end());
  // What is kept by the quarter has no months of its own.
  if (starts.empty())
    for (const auto& record : series.supply)
      page.kept_by = std::min(page.kept_by.value_or(record.period), record.period);
  page.choices = choices(page.period, starts, series.today);
  if (at) {
    page.starts_on = period_start(page.period, *at);
  } else if (starts.empty()) {
    page.starts_on = period_start(page.period, series.today);
  } else {
    const auto coming = starts.upper_bound(series.today);
    page.starts_on = coming == starts.begin() ? *coming : *std::prev(coming);
  }
  page.ends_on = period_end(page.period, page.starts_on);
  page.running = page.starts_on <= series.today && series.today <= page.ends_on;
  const Shown shown{page.period, page.starts_on,
                    period_start(page.period, plus_days(page.starts_on, -1))};
  const auto near = within(series.supply, shown);
  const auto records = page.starts_on > series.today ? near : begun_by(near, series.today);
  const auto said = terms_of(page.starts_on > series.today ? series.supply
                                                           : begun_by(series.supply, series.today));
  for (const auto& [where, group] : grouped(records, [](const SupplyRecord& record) {
         return Cell(record.product_area, record.site);
       }))
    if (const auto line = total_of(shown, {}, group); line && where.second) {
      page.cells.push_back(cell_of(where.first, where.second, *line));
      tell_terms(page.cells.back(), said, shown, series.today);
    }
  std::vector<SupplyTotal> rests;
  std::vector<SupplyTotal> rests_before;
  for (const auto& [area, group] :
       grouped(records, [](const SupplyRecord& record) { return Id(record.product_area); })) {
    if (auto line = total_of(shown, area, group)) page.areas.push_back(std::move(*line));
    if (const auto before = not_split(group, shown.period, shown.before))
      rests_before.push_back(*before);
    const auto rest = rest_of(shown, area, group);
    if (!rest) continue;
    page.cells.push_back(cell_of(area, {}, *rest));
    tell_terms(page.cells.back(), said, shown, series.today);
    rests.push_back(rest->total);
  }
  if (!rests.empty()) {
    const auto rest = sum_of(rests);
    page.sites.push_back(
        {{},
         rest,
         trend_of(rest.share, rests_before.empty() ? std::nullopt : sum_of(rests_before).share)});
  }
  for (const auto& [site, group] :
       grouped(records, [](const SupplyRecord& record) { return std::optional<Id>(record.site); }))
    if (site)
      if (auto line = total_of(shown, site, group)) page.sites.push_back(std::move(*line));
  if (auto total = total_of(shown, {}, records)) page.total = std::move(*total);
  page.since_year = since_year(page.total.total, series.supply, shown);
  const auto chosen = records_of_period(records, page.period, page.starts_on);
  leave_out_archived(page, chosen);
  page.other_units = other_totals(chosen);
  for (const auto& record : series.supply)
    if (record.period == page.period && record.starts_on == page.starts_on)
      page.records.push_back(record);
  std::map<Cell, Id> own;
  for (const auto& record : page.records) own[{record.product_area, record.site}] = record.id;
  for (auto& cell : page.cells)
    if (const auto found = own.find({cell.product_area, cell.site}); found != own.end())
      cell.record = found->second;
  return page;
}

std::vector<SupplyContract> contracts_of(store::Session& session, const Id& account,
                                         const Series& series) {
  if (std::ranges::none_of(series.supply,
                           [](const auto& record) { return record.contract_end.has_value(); }))
    return {};
  const auto share = share_of_account(series);
  if (!share) return {};
  const auto begun = begun_by(series.supply, series.today);
  std::map<Id, std::string> names;
  for (const auto& area : store::present_of<ProductArea>(session, account))
    names[area.id] = area.name;
  for (const auto& site : store::present_of<Site>(session, account)) names[site.id] = site.name;
  std::vector<SupplyContract> out;
  const auto said = terms_of(begun);
  const Shown shown{share->period, share->starts_on, share->starts_on};
  auto figures = grouped(within(begun, shown), [](const SupplyRecord& record) {
    return Cell(record.product_area, record.site);
  });
  for (const auto& [where, group] : said) {
    const auto& [area, site] = where;
    const auto terms = supply_terms(group, share->period, share->starts_on);
    if (!terms.contract_end || *terms.contract_end < plus_days(series.today, -90)) continue;
    if (!names.contains(area) || (site && !names.contains(*site))) continue;
    const auto total =
        share_of_supply(records_of_period(figures[where], share->period, share->starts_on));
    SupplyContract contract;
    contract.product_area = area;
    contract.area_name = names[area];
    contract.site = site;
    if (site) contract.site_name = names[*site];
    contract.ends_on = *terms.contract_end;
    contract.ends_soon = ends_soon(contract.ends_on, series.today);
    contract.ended = contract.ends_on < series.today;
    contract.share = total.share;
    contract.estimated = total.estimated;
    contract.period = share->period;
    contract.starts_on = share->starts_on;
    contract.rest = terms.rest;
    contract.competitor = terms.competitor;
    out.push_back(std::move(contract));
  }
  std::ranges::stable_sort(out, {}, &SupplyContract::ends_on);
  return out;
}

bool aims_at_whole_share(const Objective& objective) {
  return objective.state != ObjectiveState::dropped &&
         objective.outcome_kind == OutcomeKind::supply && objective.outcome_areas.empty() &&
         objective.outcome_sites.empty();
}

std::optional<SupplyTarget> target_of(const SupplyPage& page,
                                      const std::vector<Objective>& objectives) {
  const auto found = std::ranges::find_if(objectives, aims_at_whole_share);
  if (found == objectives.end() || !found->outcome_target) return {};
  SupplyTarget out{found->id, found->title, *found->outcome_target / 100};
  const auto& total = page.total.total;
  const bool is_the_share =
      page.share && page.share->period == page.period && page.share->starts_on == page.starts_on;
  if (!is_the_share || !total.demand || !total.volume) return out;
  if (const auto missing = difference(out.share * *total.demand, *total.volume); missing > 0)
    out.missing = missing;
  return out;
}

std::vector<std::string> competitors_of(const Series& series) {
  std::set<std::string> names;
  for (const auto& record : series.supply)
    if (!record.competitor.empty()) names.insert(record.competitor);
  std::vector<std::string> out(names.begin(), names.end());
  std::ranges::sort(out, {}, [](const std::string& name) { return sort_key(name); });
  return out;
}

std::vector<SupplyAreaSeries> area_series(const Series& series, Period period) {
  std::vector<SupplyAreaSeries> out;
  for (const auto& [area, of_area] :
       grouped(series.supply, [](const SupplyRecord& record) { return Id(record.product_area); }))
    out.push_back({area, share_points(of_area, period, series.today)});
  return out;
}

}  // namespace takt::figure
