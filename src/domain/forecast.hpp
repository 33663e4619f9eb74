#pragma once
// Where a key result, and an objective, will stand on its due date. See docs/domain.md, 3.11.

#include "domain/progress.hpp"

namespace takt::domain {

/// As many points of a history as a forecast is read from at most, spread evenly over its time: a
/// source that is read each day is then told as well as one of every other week, and costs no more.
inline constexpr std::size_t kForecastPoints = 9;

/// `low`…`high` holds eight of ten outcomes; `likely` is the middle one. In the key result's unit
/// (stages in percent), to the precision of what was entered, the ends rounded outward.
struct Forecast {
  double low = 0;
  double likely = 0;
  double high = 0;
  std::optional<double> chance;  ///< to have reached the target on the due date, 0.01…0.99
  /// Days from today until it is more likely than not that the target is reached; no value where
  /// that is after the due date, and of a corridor, which is held rather than reached.
  std::optional<int> reached_in_days;
};
BOOST_DESCRIBE_STRUCT(Forecast, (), (low, likely, high, chance, reached_in_days))

/// A forecast with what it was read from.
struct Outlook {
  Forecast forecast;
  std::vector<double> outcomes;  ///< equally likely values, ascending
};

/// What a key result says about its forecast, apart from what it stood at.
struct Prospect {
  Date starts_on;  ///< the day of its start value
  Date due;
  Date today;
};

/// From what a key result stood at, one point a day, oldest first. No value before three days with
/// check-ins, once its target is reached, or after its due date. A metric of whole numbers that
/// rises and never fell is a count. The rest is a line read with noise, a random walk with drift,
/// or something between, each as likely as it makes the readings; and nothing more may happen. A
/// long history is read from sixty of its points.
std::optional<Outlook> outlook(const KeyResult& key_result, std::span<const HistoryPoint> past,
                               const Prospect& prospect);

/// A key result's part in its objective's progress: equally likely outcomes, unit 1; one where it
/// stands still, none where it has no value.
struct PartOutlook {
  std::vector<double> outcomes;
  double weight = 0;
};

/// Progress of an objective, unit 1: its key results are simulated together, each independent of
/// the others, always with the same random numbers. No value where nothing moves.
std::optional<Forecast> forecast(std::span<const PartOutlook> parts);

}  // namespace takt::domain
