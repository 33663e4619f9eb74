#pragma once
// Who was last in which account when. A visit is its visitor's only: no list of them is read.

#include "domain/visit.hpp"
#include "store/database.hpp"

namespace takt::store {

std::optional<domain::Visit> visit_of(Session& session, const domain::Id& account,
                                      const domain::Id& visitor);

/// Keeps it in the place of the visitor's former one.
void put_visit(Session& session, const domain::Id& account, const domain::Id& visitor,
               const domain::Visit& visit);

/// Forgets where somebody was.
void forget_visits(Session& session, const domain::Id& visitor);

}  // namespace takt::store
