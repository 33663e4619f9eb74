#include "store/together.hpp"

namespace takt::store {

namespace {

struct Together {
  std::map<Id, std::size_t> place;  ///< among the sets
  std::vector<std::vector<Id>> sets;
};

constexpr const char* kTogether = "together";

}  // namespace

void read_together(Session& session, std::span<const Id> ids) {
  Together all;
  if (const auto* before = session.remembered<Together>(kTogether)) all = *before;
  std::vector<Id> set;
  for (const auto& id : ids)
    if (all.place.try_emplace(id, all.sets.size()).second) set.push_back(id);
  if (set.empty()) return;
  all.sets.push_back(std::move(set));
  session.remember(kTogether, std::move(all));
}

const std::vector<Id>* read_with(Session& session, const Id& id) {
  const auto* all = session.remembered<Together>(kTogether);
  if (!all) return nullptr;
  const auto found = all->place.find(id);
  return found == all->place.end() ? nullptr : &all->sets[found->second];
}

}  // namespace takt::store
