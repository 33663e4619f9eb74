#pragma once
// The append-only, hash-chained record of every write. A ledger (an account, or the organisation)
// has one chain; its revision is the number of its last change. What a change says can be erased:
// the chain covers a salted hash of it only (docs/decisions/0014).

#include <span>

#include "store/database.hpp"
#include "store/named_id.hpp"

namespace takt::store {

BOOST_DEFINE_ENUM_CLASS(ChangeAction, created, changed, archived, restored, erased)

/// Its description is what the hashes of old changes cover: a new member goes elsewhere.
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
  std::string hash;  ///< over the previous change's hash and this change
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
/// The same outside of a transaction, without a statement where it is known.
long long revision(Database& database, const domain::Id& ledger);

/// What a page of an account rests on; 0 for a ledger that is not there.
struct Revisions {
  long long account = 0;
  long long organisation = 0;  ///< whose settings (fiscal year, cycle names, zone) pages follow
  bool operator==(const Revisions&) const = default;
};
BOOST_DESCRIBE_STRUCT(Revisions, (), (account, organisation))

Revisions revisions(Session& session, const domain::Id& account);
/// The same outside of a transaction, without a statement where both are known.
Revisions revisions(Database& database, const domain::Id& account);

/// Which changes of a ledger are wanted; what is empty does not narrow them.
struct ChangeFilter {
  std::optional<domain::Id> entity{};  ///< this one and what hangs on it
  std::optional<domain::Id> by_user{};
  std::optional<domain::Id> not_by{};  ///< by anybody else, and what Takt does by itself
  std::string term{};                  ///< e.g. `check_in`
  std::optional<domain::Id> import{};  ///< made by it or by its undoing
  long long after = 0;                 ///< revisions above
  long long before = 0;                ///< revisions below; 0: from the newest
  int limit = 50;
};

/// Newest first. An import is one change, the record of it; those of its rows come where one asks
/// for it, for an entity or for a term.
std::vector<Change> changes(Session& session, const domain::Id& ledger, const ChangeFilter& filter);

/// How many there are, whatever the filter's limit.
int count_changes(Session& session, const domain::Id& ledger, const ChangeFilter& filter);

/// What those of the `ids` are called that were created in the ledger, by the titles of then.
std::vector<NamedId> titles(Session& session, const domain::Id& ledger,
                            std::span<const domain::Id> ids);

/// What stands where what a change or an entity said was erased, in either language.
inline constexpr std::string_view kErased = "N. N.";

/// What an `erased` change records in its `after`.
struct Erasure {
  std::vector<long long> revisions;  ///< of the changes that say nothing any more
  bool chained_anew = false;         ///< their hashes covered what they said and had to go, too
};
BOOST_DESCRIBE_STRUCT(Erasure, (), (revisions, chained_anew))

/// How many of the ledger's changes of the `entities` say something that can be erased.
int count_erasable(Session& session, const domain::Id& ledger,
                   std::span<const domain::Id> entities);

/// Erases for good what the ledger's changes of the `entities` say, and appends `change`, whose
/// action, title and states it gives; the ledger's new revision. No value where there was nothing
/// to erase, nothing is appended then. In a write under the ledger's lock only. Changes from before
/// they could be erased make it chain the whole ledger anew.
std::optional<long long> erase(Session& session, Change change,
                               std::span<const domain::Id> entities);

/// How many changes were erased.
long long count_erased(Session& session);

/// Every link that does not fit and every change that says something else than was recorded, as
/// sentences that name ledger, revision and entity; empty where all is well. What was erased and
/// recorded as such is well. Reads in portions.
std::vector<std::string> verify_chains(Session& session);

}  // namespace takt::store
