#pragma once
// Who is in which account right now. Only the last sign of each is kept.

#include "store/database.hpp"
#include "store/user_store.hpp"

namespace takt::store {

void put_presence(Session& session, const domain::Id& account, const domain::Id& person,
                  domain::Instant now);

/// Those who were seen in the account after `since` but `person`, by name.
std::vector<NamedId> present_beside(Session& session, const domain::Id& account,
                                    const domain::Id& person, domain::Instant since);

/// Forgets where somebody was.
void forget_presence(Session& session, const domain::Id& person);

}  // namespace takt::store
