#pragma once
// The grid in which shares of supply are entered.

#include <boost/json/value.hpp>

#include "command/command.hpp"
#include "domain/problem.hpp"
#include "domain/supply.hpp"

namespace takt::command {

/// What became of a grid: how many cells were stored, and what is wrong with the others.
struct GridAnswer {
  int stored = 0;
  int unchanged = 0;
  std::vector<domain::FieldError> errors;  ///< pointers such as /cells/3/demand
};
BOOST_DESCRIBE_STRUCT(GridAnswer, (), (stored, unchanged, errors))

/// A cell as it is typed; `version` is the one seen, 0 for none.
struct GridCell {
  domain::Id product_area;
  std::optional<domain::Id> site;
  std::optional<double> volume;
  std::optional<double> demand;
  domain::SupplyUnit unit = domain::SupplyUnit::eur;
  std::optional<double> share;
  std::optional<double> share_percent;  ///< the same as typed: 33.3 for a share of 0.333
  bool estimated = false;
  domain::Text<200> source;
  std::optional<domain::Rest> rest;
  domain::Text<120> competitor;
  std::optional<domain::Date> contract_end;
  int version = 0;
  bool empty() const { return !volume && !demand && !share && !share_percent; }
};
BOOST_DESCRIBE_STRUCT(GridCell, (),
                      (product_area, site, volume, demand, unit, share, share_percent, estimated,
                       source, rest, competitor, contract_end, version))

}  // namespace takt::command

namespace takt::domain {
/// A grid without its cells is none, however few they are.
template <>
inline constexpr bool kHasNoDefault<std::vector<command::GridCell>> = true;
}  // namespace takt::domain

namespace takt::command {

/// What is sent: the cells of one period.
struct SupplyGrid {
  domain::Period period = domain::Period::quarter;
  domain::Date starts_on;
  std::vector<GridCell> cells;
};
BOOST_DESCRIBE_STRUCT(SupplyGrid, (), (period, starts_on, cells))

/// Stores a SupplyGrid, cell by cell: one with values is created or changed, an empty one is
/// archived. What stands beside the figures stays as it is where it is left out; so do the figures
/// where a cell names none of them, but who has the rest or when its contract ends. Good cells are
/// kept, bad ones are named.
GridAnswer store_grid(Context& context, const Caller& caller, const Id& account,
                      const boost::json::value& grid);

}  // namespace takt::command
