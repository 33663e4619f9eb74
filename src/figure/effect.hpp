#pragma once
// Result × effectiveness of objectives (3.7, 3.9), at the close and as it reads now.

#include "domain/cycle.hpp"
#include "domain/effect.hpp"
#include "domain/objective.hpp"
#include "domain/review.hpp"
#include "figure/figure.hpp"
#include "figure/plan.hpp"

namespace takt::figure {

/// The objective's among them; null where it has none.
const domain::Review* review_of(const std::vector<domain::Review>& reviews, const Id& objective);

/// 3.7 The score as kept at the close, else as the review would have it now; of a running cycle,
/// the progress so far. No value for what is not judged.
std::optional<double> score_of(const ObjectiveView& view, const domain::Cycle& cycle,
                               const domain::Review* review);

/// Whether the cycle can close with it: measured, given a score by hand, or said to be not judged.
bool has_score(const ObjectiveView& view, const domain::Review* review);

/// Titles of the key results that were never measured and count as 0 in the score.
std::vector<std::string> never_measured(const ObjectiveView& view);

/// The active key results that have not reached their target: those that are proposed to go on.
std::vector<Id> unreached(const ObjectiveView& view);

/// An objective's result × effectiveness, at the close of its cycle and as it reads now.
struct EffectRow {
  Id objective;
  std::string title;
  Id cycle;
  std::string cycle_name;
  domain::CycleState cycle_state = domain::CycleState::planning;
  domain::ObjectiveState state = domain::ObjectiveState::draft;
  std::optional<double> result;  ///< score, or progress so far in a running cycle
  std::optional<double> effect_then;
  std::optional<double> effect;
  std::optional<double> so_far;    ///< read before the midpoint; without a quadrant
  std::optional<double> baseline;  ///< of the outcome, as its target and …
  std::optional<double> now;       ///< … where it stands by its latest reading
  std::optional<double> target;
  domain::OutcomeKind outcome_kind = domain::OutcomeKind::none;
  std::string outcome_unit;  ///< says nothing of a share of supply, which is in percent
  int decimals = 1;          ///< to which the outcome is shown (3.13)
  domain::Quadrant quadrant_then = domain::Quadrant::unknown;
  domain::Quadrant quadrant = domain::Quadrant::unknown;
  std::string lesson;
  std::optional<domain::Decision> decision;
};
BOOST_DESCRIBE_STRUCT(EffectRow, (),
                      (objective, title, cycle, cycle_name, cycle_state, state, result, effect_then,
                       effect, so_far, baseline, now, target, outcome_kind, outcome_unit, decimals,
                       quadrant_then, quadrant, lesson, decision))

/// The rows of one cycle.
std::vector<EffectRow> effect_rows(const domain::Cycle& cycle,
                                   const std::vector<ObjectiveView>& objectives,
                                   const std::vector<domain::Review>& reviews);

/// 3.9 Counts of the quadrants that somebody is in now.
std::vector<domain::QuadrantCount> quadrants_of(const std::vector<EffectRow>& rows);

}  // namespace takt::figure
