#include "domain/review.hpp"

#include "command/draft.hpp"
#include "command/entity.hpp"
#include "command/plan_rules.hpp"
#include "domain/cycle.hpp"
#include "domain/key_result.hpp"
#include "domain/objective.hpp"
#include "store/review_store.hpp"

namespace takt::command {

using namespace domain;

void check(Draft<Review>& draft) {
  const auto& after = draft.after;
  const auto objective = store::must_find<Objective>(draft.session, after.objective);
  const auto cycle = store::must_find<Cycle>(draft.session, objective.cycle);
  must_be_open(cycle);
  if (cycle.state != CycleState::review)
    conflict("not_in_review", "The cycle is not in review yet.");
  if (store::reviewed(draft.session, after.objective, after.id))
    conflict("reviewed_already", "Somebody began the review of this objective already.");
  if (after.score_override && (*after.score_override < 0 || *after.score_override > 1))
    draft.wrong("/scoreOverride", "out_of_range", "must be from 0 to 1");
  if (after.score_override && after.score_reason.empty())
    draft.wrong("/scoreReason", "required", "is required: why is the score another one?");
  if (after.not_judged && after.score_override)
    draft.wrong("/notJudged", "has_score", "can't go with a score");
  for (std::size_t i = 0; i < after.carried.size(); ++i) {
    const auto key_result = store::find<KeyResult>(draft.session, after.carried[i]);
    if (!key_result || key_result->objective != after.objective)
      draft.wrong("/carried/" + std::to_string(i), "unknown_key_result",
                  "must be a key result of this objective");
  }
}

}  // namespace takt::command
