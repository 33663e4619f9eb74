#pragma once
// What the rules of a cycle's entries have in common.

#include "command/command.hpp"
#include "command/draft.hpp"
#include "domain/cycle.hpp"
#include "domain/objective.hpp"
#include "domain/product_area.hpp"
#include "domain/site.hpp"

namespace takt::command {

inline domain::Cycle cycle_of(store::Session& session, const Id& objective) {
  const auto found = store::find<domain::Objective>(session, objective);
  return store::must_find<domain::Cycle>(session, found.value().cycle);
}

inline void must_be_open(const domain::Cycle& cycle) { refuse(domain::read_only(cycle.state)); }

/// Once the cycle has begun the plan changes for a reason, which stays in its history.
template <class T>
void must_give_reason(Draft<T>& draft, const domain::Cycle& cycle) {
  if (domain::asks_reason(cycle.state) && draft.reason.empty())
    draft.wrong("/reason", "required",
                "is required: the cycle is running, and its history keeps the reason");
}

/// Whether the draft takes something out of the plan or puts it back.
template <class T>
bool comes_or_goes(const Draft<T>& draft) {
  return draft.before &&
         draft.before->archived_at.has_value() != draft.after.archived_at.has_value();
}

/// Values that the cycle's start has locked.
template <class T, class Member>
void must_be_locked(Draft<T>& draft, const domain::Cycle& cycle, Member member,
                    const char* pointer) {
  if (draft.before && cycle.state != domain::CycleState::planning && draft.before->*member &&
      draft.changed(member))
    draft.wrong(pointer, "locked", "was locked when the cycle started");
}

}  // namespace takt::command
