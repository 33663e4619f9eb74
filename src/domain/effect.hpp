#pragma once
// Result and effectiveness of an objective. See docs/domain.md, 3.7 and 3.9.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/objective.hpp"

namespace takt::domain {

/// One point of an outcome's series, whatever it comes from.
struct Reading {
  Date on;
  double value = 0;
};
BOOST_DESCRIBE_STRUCT(Reading, (), (on, value))

/// 3.7 Score of an objective at the close, 0.0–1.0: its result(), unless overridden with a reason.
/// No value where nothing was measured and nobody gave one.
std::optional<double> score(std::optional<double> result, std::optional<double> override_);

/// 3.9 How far the outcome moved: (now − base) / (target − base). Unit 1, not clamped. No value
/// where any is missing or base = target.
std::optional<double> effectiveness(std::optional<double> base, std::optional<double> target,
                                    std::optional<double> now);

BOOST_DEFINE_ENUM_CLASS(Quadrant, worked, busy, lucky, not_done, unknown)

/// How many objectives are in a quadrant.
struct QuadrantCount {
  Quadrant quadrant = Quadrant::unknown;
  int count = 0;
};
BOOST_DESCRIBE_STRUCT(QuadrantCount, (), (quadrant, count))

/// 3.9 From where on a result and an effect are high; unit 1.
struct QuadrantBorders {
  double result = 0.7;
  double effect = 0.5;
};
BOOST_DESCRIBE_STRUCT(QuadrantBorders, (), (result, effect))

/// 3.9 By the borders, result × effect: it worked; busy but ineffective; lucky or late effect; not
/// done. Unknown without either.
Quadrant quadrant(std::optional<double> result, std::optional<double> effect);

/// The last reading that holds on `day`; readings may come in any order.
std::optional<Reading> latest_reading(std::span<const Reading> readings, Date day);

/// 3.9 Whether the effect can be judged on `day`: there is a reading on or after the
/// cycle's midpoint.
bool effect_known(std::span<const Reading> readings, const Cycle& cycle, Date day);

/// 3.9 What several objectives moved: the middle of their effects, so that one of them hides
/// nothing. No value where none is known.
std::optional<double> median_effect(std::span<const std::optional<double>> effects);

/// What an objective became, from its score: achieved from 0.7, partly from 0.3, else missed.
ObjectiveState outcome_state(double score);

}  // namespace takt::domain
