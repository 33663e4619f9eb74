#pragma once
// Share of supply (Lieferanteil): our part of what the customer buys. See docs/domain.md, 3.8.

#include <optional>
#include <span>
#include <vector>

#include "domain/record.hpp"
#include "domain/reference.hpp"

namespace takt::domain {

BOOST_DEFINE_ENUM_CLASS(Period, month, quarter, year)
BOOST_DEFINE_ENUM_CLASS(SupplyUnit, eur, pieces)

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
};
BOOST_DESCRIBE_STRUCT(SupplyRecord, (Record),
                      (product_area, site, period, starts_on, volume, demand, unit, share,
                       estimated, source))

/// The first day of the period that `day` lies in.
Date period_start(Period period, Date day);
/// The last day of the period that starts on `starts_on`.
Date period_end(Period period, Date starts_on);

/// Share of one record, unit 1: volume / demand, else the share given. No value without either, or
/// where nothing is demanded.
std::optional<double> share_of(const SupplyRecord& record);

/// A total over records of one period.
struct SupplyTotal {
  std::optional<double> share;   ///< unit 1; a ratio of sums, never a mean of ratios
  std::optional<double> demand;  ///< of the records that count, in their unit
  int covered = 0;               ///< records that count: a share and a demand to weigh it by
  int total = 0;                 ///< all records
  bool estimated = false;        ///< one that counts is an estimate
};
BOOST_DESCRIBE_STRUCT(SupplyTotal, (), (share, demand, covered, total, estimated))

/// 3.8 Our volume / total demand over the same areas, sites and period. A record with a share but
/// no volume counts only where its demand is known. Of two units, only the one that most records
/// have can be summed; the others are not covered.
SupplyTotal share_of_supply(std::span<const SupplyRecord> records);

/// The records that speak for the period that starts on `starts_on`: for each product area and site
/// the record of exactly this period, else all finer ones within it.
std::vector<SupplyRecord> records_of_period(std::span<const SupplyRecord> records, Period period,
                                            Date starts_on);

/// Those of `areas` and `sites`; an empty list means all.
std::vector<SupplyRecord> records_of(std::span<const SupplyRecord> records,
                                     std::span<const Id> areas, std::span<const Id> sites);

/// The period in which most records are kept; quarter where there is none.
Period usual_period(std::span<const SupplyRecord> records);

/// A total per period, oldest first.
struct SupplyPoint {
  Date starts_on;
  Date known_on;  ///< when it can be used: the end of the period, or earlier where entered earlier
  SupplyTotal total;
};
BOOST_DESCRIBE_STRUCT(SupplyPoint, (), (starts_on, known_on, total))
std::vector<SupplyPoint> share_series(std::span<const SupplyRecord> records, Period period);

}  // namespace takt::domain
