#include "command/draft.hpp"
#include "command/entity.hpp"
#include "command/plan_rules.hpp"
#include "domain/cycle.hpp"

namespace takt::command {

using namespace domain;

void check(Draft<FocusTopic>& draft) {
  must_be_open(store::must_find<Cycle>(draft.session, draft.after.cycle));
}

}  // namespace takt::command
