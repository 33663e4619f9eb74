#pragma once
// Where a key result will stand on its due date. See docs/domain.md, 3.11.

#include "domain/effect.hpp"

namespace takt::domain {

/// `low`…`high` holds eight of ten outcomes; `likely` is its middle. In the key result's unit.
struct Forecast {
  double low = 0;
  double likely = 0;
  double high = 0;
  std::optional<double> chance;  ///< to reach the target, 0…1
};
BOOST_DESCRIBE_STRUCT(Forecast, (), (low, likely, high, chance))

/// From the readings of a key result, oldest first, to the day `due`. The trend is the mean of the
/// last eight steps with outliers drawn in (at three times the median deviation); the interval adds
/// the spread of past steps over the days to come and the doubt about the trend itself, by
/// Student's t with one degree of freedom less than there are steps. No value before three readings
/// on different days, or when `due` has passed. `chance` counts reaching `lower` or more and
/// `upper` or less, whichever is given.
std::optional<Forecast> forecast(std::span<const Reading> readings, Date due,
                                 std::optional<double> lower, std::optional<double> upper);

}  // namespace takt::domain
