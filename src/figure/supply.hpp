#pragma once
// The share of supply (3.8) as a matrix of sites and product areas, and over time.

#include <string>

#include "domain/objective.hpp"
#include "domain/supply.hpp"
#include "figure/figure.hpp"
#include "figure/series.hpp"

namespace takt::figure {

/// One field of the matrix. Without a site: what is not split among sites.
struct SupplyCell {
  Id product_area;
  std::optional<Id> site;
  std::optional<double> share;  ///< unit 1
  std::optional<double> volume;
  std::optional<double> demand;
  bool estimated = false;
  std::optional<double> trend;  ///< share − share of the period before
  bool white = false;           ///< demand, but no supply of ours
  domain::SupplyUnit unit = domain::SupplyUnit::eur;
  std::optional<domain::Rest> rest;  ///< who has it, as far as anybody said by this period
  std::string competitor;
  std::optional<domain::Date> contract_end;
  bool ends_soon = false;    ///< the contract, within six months from today
  bool ended = false;        ///< the contract, before today
  std::optional<Id> record;  ///< the one of exactly this cell and period, where there is one
  std::optional<domain::SupplySource> rest_from;  ///< where a record of another period says so
  std::optional<domain::SupplySource> contract_from;
  std::optional<double> open;  ///< demand − volume: what others supply, and we could
};
BOOST_DESCRIBE_STRUCT(SupplyCell, (),
                      (product_area, site, share, volume, demand, estimated, trend, white, unit,
                       rest, competitor, contract_end, ends_soon, ended, record, rest_from,
                       contract_from, open))

/// The total of a site (a row) or of a product area (a column).
struct SupplyLine {
  std::optional<Id> id;  ///< no value: the account, or a row of what is not split
  domain::SupplyTotal total;
  std::optional<double> trend;
};
BOOST_DESCRIBE_STRUCT(SupplyLine, (), (id, total, trend))

/// Share of one product area over time.
struct SupplyAreaSeries {
  Id product_area;
  std::vector<domain::SupplyPoint> points;
};
BOOST_DESCRIBE_STRUCT(SupplyAreaSeries, (), (product_area, points))

/// An archived product area or site that records stand for.
struct SupplyArchived {
  Id id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(SupplyArchived, (), (id, name))

/// A supply contract that ends: of a product area, at one site or at all of them.
struct SupplyContract {
  Id product_area;
  std::string area_name;
  std::optional<Id> site;
  std::string site_name;  ///< empty: all sites
  domain::Date ends_on;
  bool ends_soon = false;       ///< within six months from today
  bool ended = false;           ///< before today
  std::optional<double> share;  ///< ours, unit 1, in the period of *the* share
  bool estimated = false;
  domain::Period period = domain::Period::quarter;  ///< of *the* share
  domain::Date starts_on;
  std::optional<domain::Rest> rest;
  std::string competitor;
};
BOOST_DESCRIBE_STRUCT(SupplyContract, (),
                      (product_area, area_name, site, site_name, ends_on, ends_soon, ended, share,
                       estimated, period, starts_on, rest, competitor))

/// What the share of the whole account is to become.
struct SupplyTarget {
  Id objective;  ///< whose outcome it is
  std::string title;
  double share = 0;  ///< unit 1
  std::optional<double>
      missing;  ///< volume, in the period of *the* share; none where it is reached
};
BOOST_DESCRIBE_STRUCT(SupplyTarget, (), (objective, title, share, missing))

struct SupplyPage {
  long long revision = 0;
  domain::Period period = domain::Period::quarter;
  domain::Date starts_on;             ///< of the period shown
  std::vector<domain::Date> periods;  ///< starts of all periods with records, oldest first
  std::vector<domain::Date> choices;  ///< starts of those and of the last nine, newest first
  std::vector<SupplyCell> cells;
  std::vector<SupplyLine> sites;
  std::vector<SupplyLine> areas;
  SupplyLine total;
  std::vector<domain::SupplyRecord> records;  ///< of exactly this period, for the grid
  std::vector<domain::SupplyPoint> series;    ///< of the account
  std::vector<SupplyAreaSeries> area_series;
  domain::Date ends_on;
  bool running = false;                          ///< the period shown is not over
  std::vector<domain::SupplyTotal> other_units;  ///< totals of the period in the other unit
  std::optional<domain::SupplyPoint> share;      ///< *the* share of the account
  domain::Period entry_period = domain::Period::quarter;
  domain::Date entry_starts_on;                ///< of the running period: to be entered next
  std::vector<SupplyArchived> archived_areas;  ///< their records count as they did before
  std::vector<SupplyArchived> archived_sites;
  std::vector<SupplyContract> contracts;  ///< that end, as of today: see contracts_of()
  std::vector<std::string> competitors;   ///< named in any record, in the order of a dictionary
  std::optional<double> since_year;       ///< total share − that of the same period a year before
  std::optional<SupplyTarget> target;     ///< see target_of()
  std::optional<domain::Period> kept_by;  ///< where `periods` is empty: the one with records
};
BOOST_DESCRIBE_STRUCT(SupplyPage, (),
                      (revision, period, starts_on, periods, choices, cells, sites, areas, total,
                       records, series, area_series, ends_on, running, other_units, share,
                       entry_period, entry_starts_on, archived_areas, archived_sites, contracts,
                       competitors, since_year, target, kept_by))

/// *The* share of an account (3.8): the last point of its series. No value without records.
std::optional<domain::SupplyPoint> share_of_account(const Series& series);

/// The matrix from an account's records. `period` and `at` choose what is shown: without them the
/// period of *the* share, without `at` the newest one that has begun. The records of archived areas
/// and sites count; only in what is covered of how much they don't, for nobody can add to them.
SupplyPage supply_page(const Series& series, std::optional<domain::Period> period,
                       std::optional<domain::Date> at, std::vector<SupplyArchived> archived_areas,
                       std::vector<SupplyArchived> archived_sites);

/// The supply contracts of an account whose end is known, the next one first: as the matrix of
/// *the* share tells them, those that ended in the last 90 days too. None of what is archived.
std::vector<SupplyContract> contracts_of(store::Session& session, const Id& account,
                                         const Series& series);

/// Whether it is the objective's outcome that the share of supply of the whole account moves.
bool aims_at_whole_share(const domain::Objective& objective);

/// What the first of `objectives` that aims at the share of the whole account wants it to be, and
/// what a page of the period of *the* share lacks for that. No value where none has such a target.
std::optional<SupplyTarget> target_of(const SupplyPage& page,
                                      const std::vector<domain::Objective>& objectives);

/// Everybody who was named as having the rest, for whoever names one again.
std::vector<std::string> competitors_of(const Series& series);

/// The points of each product area with records.
std::vector<SupplyAreaSeries> area_series(const Series& series, domain::Period period);

}  // namespace takt::figure
