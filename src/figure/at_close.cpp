#include "figure/at_close.hpp"

#include <algorithm>

#include "store/plan_store.hpp"

namespace takt::figure {

using namespace domain;

std::optional<AtClose> at_close(store::Session& session, const Cycle& cycle) {
  if (cycle.state != CycleState::closed) return {};
  const auto kept = store::readings_at_close(session, cycle.id);
  if (!kept) return {};
  return mapping::from_stored_json<AtClose>(*kept);
}

const std::vector<Reading>* readings_of(const std::vector<KeptReadings>& kept, const Id& id) {
  const auto found = std::ranges::find(kept, id, &KeptReadings::of);
  return found == kept.end() ? nullptr : &found->readings;
}

}  // namespace takt::figure
