#include "command/draft.hpp"
#include "command/entity.hpp"
#include "domain/goal.hpp"
#include "domain/objective.hpp"

namespace takt::command {

using namespace domain;

void check(Draft<Milestone>& draft) {
  const auto goal = store::must_find<LongTermGoal>(draft.session, draft.after.goal);
  if (draft.after.due > goal.due)
    draft.wrong("/due", "after_goal", "must not be later than the goal itself");
}

}  // namespace takt::command
