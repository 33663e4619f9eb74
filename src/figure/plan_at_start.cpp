#include "figure/plan_at_start.hpp"

#include "store/plan_store.hpp"

namespace takt::figure {

using namespace domain;

std::vector<PlannedObjective> plan_at_start(store::Session& session, const Id& cycle) {
  const auto kept = store::plan_at_start(session, cycle);
  if (!kept) return {};
  return mapping::from_stored_json<std::vector<PlannedObjective>>(*kept);
}

}  // namespace takt::figure
