#pragma once
// The grid in which shares of supply are entered.

#include <boost/json/value.hpp>

#include "command/command.hpp"
#include "domain/problem.hpp"

namespace takt::command {

/// What became of a grid: how many cells were stored, and what is wrong with the others.
struct GridAnswer {
  int stored = 0;
  int unchanged = 0;
  std::vector<domain::FieldError> errors;  ///< pointers such as /cells/3/demand
};
BOOST_DESCRIBE_STRUCT(GridAnswer, (), (stored, unchanged, errors))

/// Stores a grid `{period, startsOn, cells: [{productArea, site, volume, demand, share, unit,
/// estimated, source, version}]}`: a cell with values is created or changed, an empty one is
/// archived; unit, estimated and source stay as they are where they are left out. Good cells are
/// kept, bad ones are named. `version` is the one seen, 0 for none.
GridAnswer store_grid(Context& context, const Caller& caller, const Id& account,
                      const boost::json::value& grid);

}  // namespace takt::command
