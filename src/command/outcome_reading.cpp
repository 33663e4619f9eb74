#include "command/draft.hpp"
#include "command/entity.hpp"
#include "domain/objective.hpp"
#include "domain/outcome.hpp"

namespace takt::command {

using namespace domain;

void check(Draft<OutcomeReading>& draft) {
  const auto objective = store::must_find<Objective>(draft.session, draft.after.objective);
  if (objective.outcome_kind != OutcomeKind::own)
    conflict("not_own_outcome", "This objective's outcome is read from its own series.");
  if (draft.changed(&OutcomeReading::on) && draft.after.on > draft.entry_day())
    draft.wrong("/on", "in_future", "must not be later than today");
}

}  // namespace takt::command
