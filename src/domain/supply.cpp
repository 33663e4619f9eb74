#include "domain/supply.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace takt::domain {
namespace {

using namespace std::chrono;

constexpr std::array kUnits{SupplyUnit::eur, SupplyUnit::pieces};

int months_of(Period period) {
  return period == Period::month ? 1 : period == Period::quarter ? 3 : 12;
}

/// The next finer kind; asked of quarters and years only.
Period finer(Period period) { return period == Period::year ? Period::quarter : Period::month; }

using Slot = std::pair<Period, Date>;
/// The records of one area, and of one site or of all, by their period.
using Line = std::map<Slot, const SupplyRecord*>;
using Chosen = std::vector<const SupplyRecord*>;

std::vector<Slot> pieces(const Slot& slot) {
  const auto [period, starts_on] = slot;
  std::vector<Slot> out;
  for (int month = 0; month < months_of(period); month += months_of(finer(period)))
    out.emplace_back(finer(period), plus_months(starts_on, month));
  return out;
}

/// Gathers a line's own record of a period, else the next finer ones. Whether they cover all of it.
bool gather(const Line& line, const Slot& slot, Chosen& out) {
  if (const auto own = line.find(slot); own != line.end()) {
    out.push_back(own->second);
    return true;
  }
  if (slot.first == Period::month) return false;
  bool all = true;
  for (const auto& piece : pieces(slot)) all = gather(line, piece, out) && all;
  return all;
}

/// The records of one area in one unit.
struct Area {
  Line whole;
  std::map<std::string_view, Line> sites;

  void take(const Slot& slot, Chosen& out) const {
    Chosen all_sites;
    const bool made_up = gather(whole, slot, all_sites);
    const bool own_of_sites =
        std::ranges::any_of(sites, [&](const auto& site) { return site.second.contains(slot); });
    if (made_up) {
      out.insert(out.end(), all_sites.begin(), all_sites.end());
    } else if (own_of_sites) {
      for (const auto& [id, site] : sites) gather(site, slot, out);
    } else if (slot.first != Period::month) {
      for (const auto& piece : pieces(slot)) take(piece, out);
    }
  }
};

/// By unit and area; it lives as long as the records that it points to.
using Areas = std::map<std::pair<SupplyUnit, std::string_view>, Area>;

Areas areas_of(std::span<const SupplyRecord> records) {
  Areas out;
  for (const auto& record : records) {
    auto& area = out[{record.unit, record.product_area.text}];
    auto& line = record.site ? area.sites[record.site->text] : area.whole;
    line[{record.period, record.starts_on}] = &record;
  }
  return out;
}

Chosen records_in(const Areas& areas, const Slot& slot) {
  Chosen out;
  for (const auto& [key, area] : areas) area.take(slot, out);
  return out;
}

Chosen pointers_to(std::span<const SupplyRecord> records) {
  Chosen out;
  out.reserve(records.size());
  for (const auto& record : records) out.push_back(&record);
  return out;
}

/// Sums of what people entered are the same although not every one of their bits is.
bool nearly(double left, double right) {
  return std::abs(left - right) <= 1e-9 * std::max({1.0, std::abs(left), std::abs(right)});
}

SupplyUnit first_unit(const Chosen& records) {
  for (const auto unit : kUnits)
    for (const auto* record : records)
      if (record->unit == unit && demand_of(*record)) return unit;
  return records.empty() ? SupplyUnit::eur : records[0]->unit;
}

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

std::optional<double> demand_of(const SupplyRecord& record) {
  if (!record.demand && record.volume && record.share.value_or(0) > 0)
    return *record.volume / *record.share;
  return record.demand;
}

namespace {

SupplyTotal total_of(const Chosen& records, SupplyUnit unit) {
  SupplyTotal out;
  out.unit = unit;
  double ours = 0;
  double all = 0;
  for (const auto* record : records) {
    const auto share = share_of(*record);
    const auto demand = demand_of(*record);
    // Where no demand is known, the unit tells nothing.
    if (record->unit == unit || !demand) ++out.total;
    if (record->unit != unit || !demand || !share) continue;
    ours += record->volume.value_or(*share * *demand);
    all += *demand;
    ++out.covered;
    out.estimated = out.estimated || record->estimated;
  }
  if (out.covered > 0) {
    out.demand = as_entered(all);
    out.volume = as_entered(ours);
  }
  if (all > 0) out.share = as_entered(ours / all);
  // One record alone needs no weight.
  if (records.size() == 1 && !out.share) {
    out.share = share_of(*records[0]);  // as it was given: there is no demand to divide by
    out.covered = out.share.has_value();
    out.estimated = records[0]->estimated;
  }
  return out;
}

}  // namespace

SupplyTotal share_of_supply(std::span<const SupplyRecord> records, SupplyUnit unit) {
  return total_of(pointers_to(records), unit);
}

SupplyTotal share_of_supply(std::span<const SupplyRecord> records) {
  const auto all = pointers_to(records);
  return total_of(all, first_unit(all));
}

std::vector<SupplyTotal> other_totals(std::span<const SupplyRecord> records) {
  const auto all = pointers_to(records);
  std::vector<SupplyTotal> out;
  for (const auto unit : kUnits) {
    if (unit == first_unit(all)) continue;
    auto total = total_of(all, unit);
    if (total.demand) out.push_back(total);
  }
  return out;
}

std::vector<SupplyRecord> records_of_period(std::span<const SupplyRecord> records, Period period,
                                            Date starts_on) {
  std::vector<SupplyRecord> out;
  for (const auto* record : records_in(areas_of(records), {period, starts_on}))
    out.push_back(*record);
  return out;
}

std::optional<SupplyTotal> not_split(std::span<const SupplyRecord> records, Period period,
                                     Date starts_on) {
  const auto chosen = records_of_period(records, period, starts_on);
  if (std::ranges::all_of(chosen, [](const auto& record) { return record.site.has_value(); }))
    return {};
  std::vector<SupplyRecord> of_sites;
  for (const auto& record : records)
    if (record.site) of_sites.push_back(record);
  of_sites = records_of_period(of_sites, period, starts_on);
  const auto whole = share_of_supply(chosen);
  const auto split = share_of_supply(of_sites, whole.unit);
  if (split.total == 0) return whole;
  SupplyTotal rest{.total = 1, .estimated = whole.estimated || split.estimated, .unit = whole.unit};
  if (!whole.demand || whole.covered < whole.total || split.covered < split.total) return rest;
  const double demand = difference(*whole.demand, split.demand.value_or(0));
  const double volume = difference(*whole.volume, split.volume.value_or(0));
  const bool no_demand = nearly(*whole.demand, split.demand.value_or(0));
  if (no_demand && nearly(*whole.volume, split.volume.value_or(0))) return {};
  // Sites that come to more than their total contradict it: there is no rest to speak of.
  if (no_demand || demand < 0 || volume > demand * (1 + 1e-9)) return rest;
  if (volume < 0 && !nearly(*whole.volume, *split.volume)) return rest;
  rest.covered = 1;
  rest.demand = demand;
  rest.volume = std::max(volume, 0.0);
  rest.share = as_entered(*rest.volume / demand);
  return rest;
}

SupplyTerms supply_terms(std::span<const SupplyRecord> records, Period period, Date starts_on) {
  // Of two that begin together the finer one is the newer.
  const auto newness = [&](const SupplyRecord& record) {
    const bool own = record.period == period && record.starts_on == starts_on;
    return std::tuple(own, record.starts_on, -months_of(record.period));
  };
  const auto end = period_end(period, starts_on);
  const SupplyRecord* rest = nullptr;
  const SupplyRecord* contract = nullptr;
  for (const auto& record : records) {
    if (record.starts_on > end) continue;
    if (record.rest && (!rest || newness(record) > newness(*rest))) rest = &record;
    if (record.contract_end && (!contract || newness(record) > newness(*contract)))
      contract = &record;
  }
  const auto another = [&](const SupplyRecord& record) -> std::optional<SupplySource> {
    if (record.period == period && record.starts_on == starts_on) return {};
    return SupplySource{record.id, record.period, record.starts_on};
  };
  SupplyTerms out;
  if (rest) {
    out.rest = rest->rest;
    out.competitor = rest->competitor;
    out.rest_from = another(*rest);
  }
  if (contract) {
    out.contract_end = contract->contract_end;
    out.contract_from = another(*contract);
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

std::vector<SupplyRecord> begun_by(std::span<const SupplyRecord> records, Date day) {
  std::vector<SupplyRecord> out;
  for (const auto& record : records)
    if (record.starts_on <= day) out.push_back(record);
  return out;
}

namespace {

bool any_coming(std::span<const SupplyRecord> records, Date today) {
  return std::ranges::any_of(records,
                             [&](const SupplyRecord& record) { return record.starts_on > today; });
}

/// Those of `period` that end before `before`, where that is given.
std::vector<SupplyPoint> points_before(std::span<const SupplyRecord> records, Period period,
                                       Date today, std::optional<Date> before) {
  std::set<Date> starts;
  for (const auto& record : records)
    if (record.period <= period) starts.insert(period_start(period, record.starts_on));
  if (before)
    std::erase_if(starts, [&](Date start) { return period_end(period, start) >= *before; });
  if (starts.empty()) return {};
  // Ordered once, so that ten years of fifty sites are walked once and not once a period.
  const auto all = areas_of(records);
  const bool coming = any_coming(records, today);
  const auto begun_records = coming ? begun_by(records, today) : std::vector<SupplyRecord>{};
  const auto begun = areas_of(begun_records);
  std::vector<SupplyPoint> out;
  for (const auto& starts_on : starts) {
    const auto chosen = records_in(coming && starts_on <= today ? begun : all, {period, starts_on});
    if (chosen.empty()) continue;
    const auto ends_on = period_end(period, starts_on);
    out.push_back({starts_on, std::min(today, ends_on), total_of(chosen, first_unit(chosen)),
                   period, ends_on, starts_on <= today && today <= ends_on});
  }
  return out;
}

/// The series of records that have begun.
std::vector<SupplyPoint> series_of_begun(std::span<const SupplyRecord> begun, Period share_period,
                                         Date today) {
  auto out = share_points(begun, share_period, today);
  if (out.empty()) {
    // Of periods that begin together the finer one is the newer.
    for (const auto period : {Period::month, Period::quarter, Period::year}) {
      auto points = share_points(begun, period, today);
      if (points.empty()) continue;
      if (!out.empty() && points.back().starts_on <= out.back().starts_on) continue;
      share_period = period;
      out = std::move(points);
    }
    if (out.empty()) return {};
  }
  for (const auto coarser : {Period::quarter, Period::year}) {
    if (coarser <= share_period) continue;
    const auto before = points_before(begun, coarser, today, out.front().starts_on);
    out.insert(out.begin(), before.begin(), before.end());
  }
  return out;
}

}  // namespace

std::vector<SupplyPoint> share_points(std::span<const SupplyRecord> records, Period period,
                                      Date today) {
  return points_before(records, period, today, {});
}

std::vector<SupplyPoint> share_series(std::span<const SupplyRecord> records, Period share_period,
                                      Date today) {
  if (!any_coming(records, today)) return series_of_begun(records, share_period, today);
  return series_of_begun(begun_by(records, today), share_period, today);
}

std::optional<SupplyTotal> last_twelve_months(std::span<const SupplyRecord> records,
                                              const SupplyPoint& share, Date today) {
  if (share.ends_on < plus_months(today, -12)) return {};
  std::vector<SupplyRecord> in_eur;
  for (const auto& record : begun_by(records, today))
    if (record.unit == SupplyUnit::eur && demand_of(record)) in_eur.push_back(record);
  const auto areas = areas_of(in_eur);
  Chosen chosen;
  const auto end = plus_days(share.ends_on, 1);
  for (auto at = plus_months(end, -12); at < end;) {
    // The coarsest period that begins here and fits.
    auto period = Period::month;
    for (const auto coarser : {Period::quarter, Period::year})
      if (period_start(coarser, at) == at && period_end(coarser, at) < end) period = coarser;
    const auto part = records_in(areas, {period, at});
    chosen.insert(chosen.end(), part.begin(), part.end());
    at = plus_days(period_end(period, at), 1);
  }
  std::set<Date> months;
  for (const auto* record : chosen)
    for (int month = 0; month < months_of(record->period); ++month)
      months.insert(plus_months(record->starts_on, month));
  const auto total = total_of(chosen, SupplyUnit::eur);
  if (months.size() < 12 || !total.share) return {};
  return total;
}

}  // namespace takt::domain
