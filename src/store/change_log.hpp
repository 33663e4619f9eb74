#pragma once
// The append-only, hash-chained record of every write. A ledger (an account, or the organisation)
// has one chain; its revision is the number of its last change.

#include <span>

#include "store/database.hpp"
#include "store/named_id.hpp"

namespace takt::store {

BOOST_DEFINE_ENUM_CLASS(ChangeAction, created, changed, archived, restored)

struct Change {
  domain::Id ledger;
  long long revision = 0;
  domain::Instant at;
  std::optional<domain::Id> by_user;
  std::string entity;  ///< the term, e.g. `key_result`
  domain::Id entity_id;
  std::optional<domain::Id> parent_id;
  ChangeAction action = ChangeAction::created;
  std::string reason;
  std::string title;        ///< what the entity was called at the time
  mapping::RawJson before;  ///< the changed members only
  mapping::RawJson after;
  std::string hash;  ///< SHA-256 over the previous change's hash and this change
};
BOOST_DESCRIBE_STRUCT(Change, (),
                      (ledger, revision, at, by_user, entity, entity_id, parent_id, action, reason,
                       title, before, after, hash))

/// Where the organisation's own changes (users, settings) are kept.
const domain::Id& organisation_ledger();
/// Counts what may change anybody's access, so that caches of sessions and roles know.
const domain::Id& access_ledger();

void open_ledger(Session& session, const domain::Id& ledger);

/// How far a ledger's chain has come.
struct Head {
  long long revision = 0;
  std::string hash;
};
BOOST_DESCRIBE_STRUCT(Head, (), (revision, hash))

/// Makes the ledger's other writers wait until the end of the transaction; no value where there is
/// no such ledger. Within a write it is asked for once.
std::optional<Head> lock_ledger(Session& session, const domain::Id& ledger);

/// Appends `change`, giving it its revision and hash, and raises the ledger's revision.
long long append(Session& session, Change change);

/// Raises a ledger's revision without a change; the new one.
long long raise_revision(Session& session, const domain::Id& ledger);

long long revision(Session& session, const domain::Id& ledger);

/// Which changes of a ledger are wanted; what is empty does not narrow them.
struct ChangeFilter {
  std::optional<domain::Id> entity{};  ///< this one and what hangs on it
  std::optional<domain::Id> by_user{};
  std::string term{};    ///< e.g. `check_in`
  long long before = 0;  ///< revisions below; 0: from the newest
  int limit = 50;
};

/// Newest first.
std::vector<Change> changes(Session& session, const domain::Id& ledger, const ChangeFilter& filter);

/// What those of the `ids` are called that were created in the ledger, by the titles of then.
std::vector<NamedId> titles(Session& session, const domain::Id& ledger,
                            std::span<const domain::Id> ids);

/// The first broken link of every chain, as sentences; empty where all is well.
std::vector<std::string> verify_chains(Session& session);

}  // namespace takt::store
