#pragma once
// Imports, and the changes that they made.

#include "domain/import.hpp"
#include "store/change_log.hpp"
#include "store/entity_store.hpp"

namespace takt::store {

/// Of an account, the newest first.
std::vector<domain::Import> imports_of(Session& session, const Id& account);

/// The changes that the import made, the newest first.
std::vector<Change> changes_by(Session& session, const domain::Import& import);

/// What the entries are called that the import made or changed and that somebody changed since, or
/// put something to; at most twenty.
std::vector<std::string> changed_since(Session& session, const domain::Import& import);

/// An account that somebody created.
struct CreatedAccount {
  Id id;
  std::string told;  ///< what it was then, in JSON
};
BOOST_DESCRIBE_STRUCT(CreatedAccount, (), (id, told))

/// The present accounts that `user` created.
std::vector<CreatedAccount> accounts_created_by(Session& session, const Id& user);

}  // namespace takt::store
