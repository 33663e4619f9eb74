#include "domain/effect.hpp"

#include <algorithm>

#include "domain/middle.hpp"
#include "domain/progress.hpp"

namespace takt::domain {

std::optional<double> score(std::optional<double> result, std::optional<double> override_) {
  const auto chosen = override_ ? override_ : result;
  if (!chosen) return {};
  return std::clamp(*chosen, 0.0, 1.0);
}

std::optional<double> effectiveness(std::optional<double> base, std::optional<double> target,
                                    std::optional<double> now) {
  if (!base || !target || !now) return {};
  return metric_progress(*base, *target, *now);
}

Quadrant quadrant(std::optional<double> result, std::optional<double> effect) {
  if (!result || !effect) return Quadrant::unknown;
  const QuadrantBorders from;
  const bool done = *result >= from.result - kRounding;
  const bool moved = *effect >= from.effect - kRounding;
  if (done) return moved ? Quadrant::worked : Quadrant::busy;
  return moved ? Quadrant::lucky : Quadrant::not_done;
}

std::optional<Reading> latest_reading(std::span<const Reading> readings, Date day) {
  std::optional<Reading> latest;
  for (const auto& reading : readings)
    if (reading.on <= day && (!latest || reading.on >= latest->on)) latest = reading;
  return latest;
}

bool effect_known(std::span<const Reading> readings, const Cycle& cycle, Date day) {
  const auto midpoint =
      plus_days(cycle.starts_on, days_between(cycle.starts_on, cycle.ends_on) / 2);
  const auto latest = latest_reading(readings, day);
  return latest && latest->on >= midpoint;
}

std::optional<double> median_effect(std::span<const std::optional<double>> effects) {
  std::vector<double> known;
  for (const auto& effect : effects)
    if (effect) known.push_back(*effect);
  return middle(std::move(known));
}

ObjectiveState outcome_state(double score) {
  if (score >= 0.7 - kRounding) return ObjectiveState::achieved;
  if (score >= 0.3 - kRounding) return ObjectiveState::partly;
  return ObjectiveState::missed;
}

}  // namespace takt::domain
