#pragma once
// Share of supply (Lieferanteil): our part of what the customer buys. See docs/domain.md, 3.8.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/period.hpp"
#include "domain/record.hpp"
#include "domain/reference.hpp"

namespace takt::domain {

BOOST_DEFINE_ENUM_CLASS(SupplyUnit, eur, pieces)

/// Who supplies what we don't (Rest bei). Unknown was asked for and not learnt; nobody: not bought.
BOOST_DEFINE_ENUM_CLASS(Rest, competitor, own_make, unknown, nobody)

/// What the customer bought in a product area, at one site or at all of them, within a period, and
/// our part of it. The share is derived from the volumes; only where they are unknown it is given.
struct SupplyRecord : Record {
  static constexpr std::string_view kTerm = "supply_record", kCollection = "supply-records";
  static constexpr bool kUnordered = true;
  Reference<ProductArea> product_area;
  std::optional<Reference<Site>> site;
  Period period = Period::quarter;
  Date starts_on;                ///< the first day of the period
  std::optional<double> volume;  ///< ours
  std::optional<double> demand;  ///< total demand
  SupplyUnit unit = SupplyUnit::eur;
  std::optional<double> share;  ///< unit 1, only where the volume is unknown
  bool estimated = false;
  Text<200> source;
  std::optional<Rest> rest;          ///< no value: not said
  Text<120> competitor;              ///< by name, exactly where one has the rest
  std::optional<Date> contract_end;  ///< of the contract by which the cell is supplied, whose it is
};
BOOST_DESCRIBE_STRUCT(SupplyRecord, (Record),
                      (product_area, site, period, starts_on, volume, demand, unit, share,
                       estimated, source, rest, competitor, contract_end))

/// The first day of the period that `day` lies in.
Date period_start(Period period, Date day);
/// The last day of the period that starts on `starts_on`.
Date period_end(Period period, Date starts_on);

/// Share of one record, unit 1: volume / demand, else the share given. No value without either, or
/// where nothing is demanded.
std::optional<double> share_of(const SupplyRecord& record);

/// Total demand of one record: as given, or as it follows from a volume and its share.
std::optional<double> demand_of(const SupplyRecord& record);

/// A total over records of one unit.
struct SupplyTotal {
  std::optional<double> share;   ///< unit 1; a ratio of sums, never a mean of ratios
  std::optional<double> demand;  ///< of the records that count, in their unit
  int covered = 0;               ///< records that count: a share and a demand to weigh it by
  int total = 0;                 ///< all records
  bool estimated = false;        ///< one that counts is an estimate
  std::optional<double> volume;  ///< ours, of the records that count
  SupplyUnit unit = SupplyUnit::eur;
};
BOOST_DESCRIBE_STRUCT(SupplyTotal, (), (share, demand, covered, total, estimated, volume, unit))

/// 3.8 Our volume / total demand over records that stand side by side: see records_of_period. A
/// record with a share but no volume counts only where its demand is known. Units are never added:
/// this is the total of one.
SupplyTotal share_of_supply(std::span<const SupplyRecord> records, SupplyUnit unit);

/// The same in the unit that is shown first: EUR where there is a demand in EUR, else pieces.
SupplyTotal share_of_supply(std::span<const SupplyRecord> records);

/// The totals of the units that are not shown first.
std::vector<SupplyTotal> other_totals(std::span<const SupplyRecord> records);

/// The records that make up the total of the period that starts on `starts_on`, each area and piece
/// of time once, for each unit by itself. Of an area they are: its record for all sites; else the
/// finer records for all sites that make the period up; else the records of its sites, for each
/// site its own one or else the next finer ones; else what the next finer periods come to.
std::vector<SupplyRecord> records_of_period(std::span<const SupplyRecord> records, Period period,
                                            Date starts_on);

/// Of the records of one area: what its total has more than its sites. No value where the total is
/// that of its sites, or all of it is split.
std::optional<SupplyTotal> not_split(std::span<const SupplyRecord> records, Period period,
                                     Date starts_on);

/// The record of another period that something is known from.
struct SupplySource {
  Id record;
  Period period = Period::quarter;
  Date starts_on;
};
BOOST_DESCRIBE_STRUCT(SupplySource, (), (record, period, starts_on))

/// What is said beside the figures of a cell.
struct SupplyTerms {
  std::optional<Rest> rest;
  std::string competitor;
  std::optional<Date> contract_end;
  std::optional<SupplySource> rest_from;  ///< where a record of another period says so
  std::optional<SupplySource> contract_from;
};

/// 3.8 Who has the rest of a cell in the period that starts on `starts_on`, and when its contract
/// ends. `records` are those of one area, at one site or for all of them. For each of both the
/// record holds that says so: that of the period itself, else the newest that began by its end.
SupplyTerms supply_terms(std::span<const SupplyRecord> records, Period period, Date starts_on);

/// Those of `areas` and `sites`; an empty list means all.
std::vector<SupplyRecord> records_of(std::span<const SupplyRecord> records,
                                     std::span<const Id> areas, std::span<const Id> sites);

/// The total of a period.
struct SupplyPoint {
  Date starts_on;
  Date known_on;  ///< the day of the reading: the period's last, or today while it runs
  SupplyTotal total;
  Period period = Period::quarter;
  Date ends_on;
  bool running = false;  ///< its last day is not over
};
BOOST_DESCRIBE_STRUCT(SupplyPoint, (), (starts_on, known_on, total, period, ends_on, running))

/// A point for each period of this kind with records, the oldest first; coming ones are told as
/// they were entered.
std::vector<SupplyPoint> share_points(std::span<const SupplyRecord> records, Period period,
                                      Date today);

/// Those whose period began by the day: in a period that runs, what lies ahead counts for nothing.
std::vector<SupplyRecord> begun_by(std::span<const SupplyRecord> records, Date day);

/// The one series of an account, or of some areas and sites, of what began by `today`: the periods
/// of its share period; without any, those of the kind of which one began last. Before them,
/// coarser ones. The last point is *the* share as of the day.
std::vector<SupplyPoint> share_series(std::span<const SupplyRecord> records, Period share_period,
                                      Date today);

/// What the twelve months come to that end with *the* share's period, in EUR, as accounts are
/// added. No value unless each month is covered, nor where they ended more than a year ago.
std::optional<SupplyTotal> last_twelve_months(std::span<const SupplyRecord> records,
                                              const SupplyPoint& share, Date today);

}  // namespace takt::domain
