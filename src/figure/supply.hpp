#pragma once
// The share of supply (3.8) as a matrix of sites and product areas, and over time.

#include "domain/supply.hpp"
#include "figure/figure.hpp"

namespace takt::figure {

/// One field of the matrix. Without a site: what is recorded for the account as a whole.
struct SupplyCell {
  Id product_area;
  std::optional<Id> site;
  std::optional<double> share;  ///< unit 1
  std::optional<double> volume;
  std::optional<double> demand;
  bool estimated = false;
  std::optional<double> trend;  ///< share − share of the period before
  bool white = false;           ///< demand, but no supply of ours
};
BOOST_DESCRIBE_STRUCT(SupplyCell, (),
                      (product_area, site, share, volume, demand, estimated, trend, white))

/// The total of a site (a row) or of a product area (a column).
struct SupplyLine {
  std::optional<Id> id;  ///< no value: the account as a whole
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

struct SupplyPage {
  long long revision = 0;
  domain::Period period = domain::Period::quarter;
  domain::Date starts_on;             ///< of the period shown
  std::vector<domain::Date> periods;  ///< starts of all periods with records, oldest first
  std::vector<SupplyCell> cells;
  std::vector<SupplyLine> sites;
  std::vector<SupplyLine> areas;
  SupplyLine total;
  std::vector<domain::SupplyRecord> records;  ///< of exactly this period, for the grid
  std::vector<domain::SupplyPoint> series;    ///< of the account
  std::vector<SupplyAreaSeries> area_series;
};
BOOST_DESCRIBE_STRUCT(SupplyPage, (),
                      (revision, period, starts_on, periods, cells, sites, areas, total, records,
                       series, area_series))

/// The matrix from an account's records. `period` and `at` choose what is shown; without them the
/// usual period and its latest one.
SupplyPage supply_page(const std::vector<domain::SupplyRecord>& records,
                       std::optional<domain::Period> period, std::optional<domain::Date> at);

/// A series for each product area with records.
std::vector<SupplyAreaSeries> area_series(const std::vector<domain::SupplyRecord>& records,
                                          domain::Period period);

}  // namespace takt::figure
