#include "figure/effect.hpp"

#include <algorithm>

#include "domain/cycle.hpp"
#include "domain/effect.hpp"
#include "domain/objective.hpp"
#include "domain/progress.hpp"
#include "domain/review.hpp"
#include "figure/plan.hpp"

namespace takt::figure {

using namespace domain;

const Review* review_of(const std::vector<Review>& reviews, const Id& objective) {
  const auto found = std::ranges::find(reviews, objective, &Review::objective);
  return found == reviews.end() ? nullptr : &*found;
}

std::optional<double> score_of(const ObjectiveView& view, const Cycle& cycle,
                               const Review* review) {
  if (cycle.state == CycleState::closed) return review ? review->score : std::nullopt;
  const bool runs = cycle.state == CycleState::active || cycle.state == CycleState::planning;
  return score(runs ? view.progress : view.result, review ? review->score_override : std::nullopt);
}

bool has_score(const ObjectiveView& view, const Review* review) {
  return view.result || (review && (review->score_override || review->not_judged));
}

std::vector<std::string> never_measured(const ObjectiveView& view) {
  std::vector<std::string> out;
  for (const auto& one : view.key_results)
    if (one.key_result.state != KeyResultState::dropped && !one.progress)
      out.push_back(one.key_result.title);
  return out;
}

std::vector<Id> unreached(const ObjectiveView& view) {
  std::vector<Id> out;
  for (const auto& one : view.key_results)
    if (one.key_result.state == KeyResultState::active && one.progress.value_or(0) < 1 - kRounding)
      out.push_back(one.key_result.id);
  return out;
}

std::vector<EffectRow> effect_rows(const Cycle& cycle, const std::vector<ObjectiveView>& objectives,
                                   const std::vector<Review>& reviews) {
  std::vector<EffectRow> out;
  for (const auto& view : objectives) {
    const auto& objective = view.objective;
    if (objective.state == ObjectiveState::dropped) continue;
    const auto* review = review_of(reviews, objective.id);
    EffectRow row{.objective = objective.id,
                  .title = objective.title,
                  .cycle = cycle.id,
                  .cycle_name = cycle.name,
                  .cycle_state = cycle.state,
                  .state = objective.state};
    row.result = score_of(view, cycle, review);
    row.effect_then = view.effect_at_close;
    row.effect = view.outcome.effect;
    row.so_far = view.outcome.so_far;
    row.baseline = view.outcome.baseline;
    row.now = view.outcome.now;
    row.target = view.outcome.target;
    row.outcome_kind = objective.outcome_kind;
    row.outcome_unit = objective.outcome_unit;
    row.decimals = view.outcome.decimals;
    row.quadrant_then = quadrant(row.result, row.effect_then);
    row.quadrant = quadrant(row.result, row.effect);
    if (review) {
      row.lesson = review->lesson;
      row.decision = review->decision;
    }
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<QuadrantCount> quadrants_of(const std::vector<EffectRow>& rows) {
  std::vector<QuadrantCount> out;
  for (const auto quadrant :
       {Quadrant::worked, Quadrant::busy, Quadrant::lucky, Quadrant::not_done, Quadrant::unknown}) {
    const auto count = std::ranges::count(rows, quadrant, &EffectRow::quadrant);
    if (count > 0) out.push_back({quadrant, static_cast<int>(count)});
  }
  return out;
}

}  // namespace takt::figure
