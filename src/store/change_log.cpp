#include "store/change_log.hpp"

#include <sodium.h>

#include <array>
#include <set>

#include "store/sha256.hpp"
#include "store/together.hpp"

namespace takt::store {

using domain::Id;

const Id& organisation_ledger() {
  static const Id id{"00000000-0000-7000-8000-000000000001"};
  return id;
}

const Id& access_ledger() {
  static const Id id{"00000000-0000-7000-8000-000000000002"};
  return id;
}

namespace {

struct Ledger {
  Id id;
  std::string hash;
};
BOOST_DESCRIBE_STRUCT(Ledger, (), (id, hash))

/// A change as it is kept. Without a payload hash: from before it could be erased. With one and
/// without a salt: erased.
struct Kept : Change {
  std::optional<std::string> payload_hash;
  std::optional<std::string> salt;
  bool erased() const { return payload_hash && !salt; }
};
BOOST_DESCRIBE_STRUCT(Kept, (Change), (payload_hash, salt))

/// What a change says, and what may be personal. The states are texts in here, so that nothing can
/// be shifted from one into the other.
struct Payload {
  std::string reason;
  std::string title;
  std::string before;
  std::string after;
};
BOOST_DESCRIBE_STRUCT(Payload, (), (reason, title, before, after))

/// What a change's hash covers.
struct Link {
  std::string previous;  ///< hash
  Id ledger;
  long long revision = 0;
  domain::Instant at;
  std::optional<Id> by_user;
  std::string entity;
  Id entity_id;
  std::optional<Id> parent_id;
  ChangeAction action = ChangeAction::created;
  std::string payload;  ///< hash
};
BOOST_DESCRIBE_STRUCT(Link, (),
                      (previous, ledger, revision, at, by_user, entity, entity_id, parent_id,
                       action, payload))

/// 256 random bits.
std::string random_hex() {
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return hex(bytes);
}

/// BLAKE2b of 256 bits, with a key of at most 64 bytes; no text that a hash could be where the key
/// is longer.
std::string blake2b(std::string_view text, std::string_view key = {}) {
  std::array<unsigned char, crypto_generichash_BYTES> digest{};
  const int failed = crypto_generichash(
      digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(text.data()),
      text.size(), reinterpret_cast<const unsigned char*>(key.data()), key.size());
  return failed ? "" : hex(digest);
}

std::string payload_hash_of(const Change& change, const std::string& salt) {
  return blake2b(
      mapping::to_json(Payload{change.reason, change.title, change.before.text, change.after.text}),
      salt);
}

/// The rule until payloads got a hash of their own: SHA-256 over every member but the hash itself.
std::string whole_hash(const std::string& previous, Change change) {
  change.hash = previous;
  return sha256(mapping::to_json(change));
}

std::string chained_hash(const std::string& previous, const Kept& change) {
  if (!change.payload_hash) return whole_hash(previous, change);
  return blake2b(mapping::to_json(Link{previous, change.ledger, change.revision, change.at,
                                       change.by_user, change.entity, change.entity_id,
                                       change.parent_id, change.action, *change.payload_hash}));
}

/// Calls `f(change)` for each of the ledger's changes, the oldest first, a portion in memory.
template <class F>
void for_each_change(Session& session, const Id& ledger, F&& f) {
  static const std::string sql = "select " + mapping::columns<Kept>() + R"(
      from "change"
      where ledger = :ledger and revision > :seen
      order by revision
      limit 500)";
  for (long long seen = 0;;) {
    auto portion = session.rows<Kept>(sql, {bound("ledger", ledger), bound("seen", seen)});
    if (portion.empty()) return;
    seen = portion.back().revision;
    for (auto& change : portion) f(change);
  }
}

std::string head_of(const Id& ledger) { return "head of " + ledger.text; }

}  // namespace

void open_ledger(Session& session, const Id& ledger) {
  session.execute("insert into ledger (id) values (:id)", {bound("id", ledger)});
  session.moves(ledger);
  session.remember(head_of(ledger), Head{});
}

std::optional<Head> lock_ledger(Session& session, const Id& ledger) {
  if (const auto* head = session.remembered<Head>(head_of(ledger))) return *head;
  // SQLite has one writer only, which "begin immediate" has made this one.
  const auto head = session.row<Head>(
      session.is_sqlite() ? "select revision, hash from ledger where id = :id"
                          : "select revision, hash from ledger where id = :id for update",
      {bound("id", ledger)});
  if (head) session.remember(head_of(ledger), *head);
  return head;
}

long long raise_revision(Session& session, const Id& ledger) {
  const auto head = session.row<Head>(
      "update ledger set revision = revision + 1 where id = :id returning revision, hash",
      {bound("id", ledger)});
  session.remember(head_of(ledger), head.value());
  session.moves(ledger);
  return head->revision;
}

long long append(Session& session, Change said) {
  Kept change{std::move(said), {}, random_hex()};
  const auto head = lock_ledger(session, change.ledger);
  change.revision = head.value().revision + 1;
  change.payload_hash = payload_hash_of(change, *change.salt);
  change.hash = chained_hash(head->hash, change);
  static const std::string insert = "insert into \"change\" (" + mapping::columns<Kept>() +
                                    ") values (:ledger, :revision, :at, :by_user, :entity, "
                                    ":entity_id, :parent_id, :action, :reason, :title, :before, "
                                    ":after, :hash, :payload_hash, :salt)";
  Binds binds;
  mapping::for_each_member<Kept>(
      [&](std::string_view name, auto pointer) { binds.push_back(bound(name, change.*pointer)); });
  session.execute(insert, binds);
  session.execute(
      "update ledger set revision = :revision, hash = :hash where id = :id",
      {bound("revision", change.revision), bound("hash", change.hash), bound("id", change.ledger)});
  session.remember(head_of(change.ledger), Head{change.revision, change.hash});
  session.moves(change.ledger);
  return change.revision;
}

namespace {

struct Revision {
  Id id;
  long long revision = 0;
};
BOOST_DESCRIBE_STRUCT(Revision, (), (id, revision))

}  // namespace

long long revision(Session& session, const Id& ledger) {
  static const ListedSelect select{"select id, revision from ledger where id in (", ")"};
  const auto found = rows_of<Revision>(session, ledger, select, &Revision::id);
  return found.empty() ? 0 : found.front().revision;
}

Revisions revisions(Session& session, const Id& account) {
  return session
      .row<Revisions>(
          "select coalesce((select revision from ledger where id = :account), 0) as account, "
          "coalesce((select revision from ledger where id = :organisation), 0) as organisation",
          {bound("account", account), bound("organisation", organisation_ledger())})
      .value();
}

long long revision(Database& database, const Id& ledger) {
  auto& known = database.known_revisions();
  if (const auto kept = known.of(ledger)) return *kept;
  for (;;) {
    const auto era = known.era();
    const auto now = database.peek([&](Session& session) { return revision(session, ledger); });
    if (known.keep(era, ledger, now)) return now;
  }
}

Revisions revisions(Database& database, const Id& account) {
  auto& known = database.known_revisions();
  const auto of_account = known.of(account);
  const auto of_organisation = known.of(organisation_ledger());
  if (of_account && of_organisation) return {*of_account, *of_organisation};
  for (;;) {
    const auto era = known.era();
    const auto now = database.peek([&](Session& session) { return revisions(session, account); });
    if (known.keep(era, account, now.account) &&
        known.keep(era, organisation_ledger(), now.organisation))
      return now;
  }
}

namespace {

struct Wanted {
  std::string sql;
  Binds binds;
};

Wanted wanted(const Id& ledger, const ChangeFilter& filter) {
  const long long before = filter.before > 0 ? filter.before : 1'000'000'000'000;
  Wanted out{R"(
      from "change"
      where ledger = :ledger and revision < :before)",
             {bound("ledger", ledger), bound("before", before)}};
  if (filter.after > 0) {
    out.sql += " and revision > :after";
    out.binds.push_back(bound("after", filter.after));
  }
  if (filter.entity) {
    out.sql += " and (entity_id = :entity or parent_id = :parent)";
    out.binds.push_back(bound("entity", *filter.entity));
    out.binds.push_back(bound("parent", *filter.entity));
  }
  if (filter.by_user) {
    out.sql += " and by_user = :by_user";
    out.binds.push_back(bound("by_user", *filter.by_user));
  }
  if (filter.not_by) {
    out.sql += " and (by_user is null or by_user <> :not_by)";
    out.binds.push_back(bound("not_by", *filter.not_by));
  }
  if (!filter.term.empty()) {
    out.sql += " and entity = :term";
    out.binds.push_back(bound("term", filter.term));
  }
  static const std::string kOfImport = R"( exists (
        select 1
        from "import"
        where "import".account = ledger
          and (revision between first_revision and last_revision
            or revision between undo_first_revision and undo_last_revision))";
  if (filter.import) {
    out.sql += " and" + kOfImport + " and id = :import)";
    out.binds.push_back(bound("import", *filter.import));
  } else if (!filter.entity && filter.term.empty()) {
    out.sql += " and not" + kOfImport + ")";
  }
  return out;
}

}  // namespace

std::vector<Change> changes(Session& session, const Id& ledger, const ChangeFilter& filter) {
  auto [sql, binds] = wanted(ledger, filter);
  binds.push_back(bound("most", filter.limit));
  return session.rows<Change>(
      "select " + mapping::columns<Change>() + sql + " order by revision desc limit :most", binds);
}

int count_changes(Session& session, const Id& ledger, const ChangeFilter& filter) {
  const auto [sql, binds] = wanted(ledger, filter);
  return session.value<int>("select count(*)" + sql, binds).value_or(0);
}

std::vector<NamedId> titles(Session& session, const Id& ledger, std::span<const Id> ids) {
  std::vector<NamedId> out;
  for_each_list(ids, [&](IdList list) {
    list.binds.push_back(bound("ledger", ledger));
    auto rows = session.rows<NamedId>(R"(
      select entity_id as id, title as name
      from "change"
      where ledger = :ledger and action = 'created' and entity_id in ()" +
                                          list.names + ")",
                                      list.binds);
    out.insert(out.end(), rows.begin(), rows.end());
  });
  return out;
}

namespace {

/// Those of the ledger's changes of the entities that say something.
const std::string kErasable = R"(
      from "change"
      where ledger = :ledger and action <> 'erased'
        and (salt is not null or payload_hash is null) and entity_id in ()";

/// Gives the changes from before payloads had hashes of their own such, and chains the ledger anew:
/// the old hashes cover what is to be erased, so that whoever has them could guess until one fits.
/// A break stays a break.
void chain_anew(Session& session, const Id& ledger) {
  std::string old_hash;
  std::string new_hash;
  for_each_change(session, ledger, [&](Kept& change) {
    const bool fits = chained_hash(old_hash, change) == change.hash;
    old_hash = change.hash;
    if (!change.payload_hash) {
      change.salt = random_hex();
      change.payload_hash = payload_hash_of(change, *change.salt);
    }
    change.hash = chained_hash(fits ? new_hash : random_hex(), change);
    new_hash = change.hash;
    session.execute(
        R"(
      update "change"
      set hash = :hash, payload_hash = :payload_hash, salt = :salt
      where ledger = :ledger and revision = :revision)",
        {bound("hash", change.hash), bound("payload_hash", change.payload_hash),
         bound("salt", change.salt), bound("ledger", ledger), bound("revision", change.revision)});
  });
  auto head = lock_ledger(session, ledger).value();
  if (head.hash != old_hash) return;
  head.hash = new_hash;
  session.execute("update ledger set hash = :hash where id = :id",
                  {bound("hash", head.hash), bound("id", ledger)});
  session.remember(head_of(ledger), head);
}

}  // namespace

int count_erasable(Session& session, const Id& ledger, std::span<const Id> entities) {
  int count = 0;
  for_each_list(entities, [&](IdList list) {
    list.binds.push_back(bound("ledger", ledger));
    count += session.value<int>("select count(*)" + kErasable + list.names + ")", list.binds)
                 .value_or(0);
  });
  return count;
}

std::optional<long long> erase(Session& session, Change change, std::span<const Id> entities) {
  Erasure erasure;
  bool old_ones = false;
  for_each_list(entities, [&](IdList list) {
    list.binds.push_back(bound("ledger", change.ledger));
    for (const auto& each : session.rows<Kept>(
             "select " + mapping::columns<Kept>() + kErasable + list.names + ")", list.binds)) {
      erasure.revisions.push_back(each.revision);
      old_ones = old_ones || !each.payload_hash;
    }
  });
  if (erasure.revisions.empty()) return {};
  std::ranges::sort(erasure.revisions);
  if (old_ones) chain_anew(session, change.ledger);
  erasure.chained_anew = old_ones;
  for (const auto revision : erasure.revisions)
    session.execute(R"(
      update "change"
      set reason = '', title = :title, before = 'null', after = 'null', salt = null
      where ledger = :ledger and revision = :revision)",
                    {bound("title", std::string(kErased)), bound("ledger", change.ledger),
                     bound("revision", revision)});
  change.action = ChangeAction::erased;
  change.title = kErased;
  change.before.text = "null";
  change.after.text = mapping::to_json(erasure);
  return append(session, std::move(change));
}

long long count_erased(Session& session) {
  return session
      .value<long long>(R"(
      select count(*)
      from "change"
      where payload_hash is not null and salt is null)")
      .value_or(0);
}

namespace {

/// The revisions that the ledger's records say were erased.
std::set<long long> recorded_as_erased(Session& session, const Id& ledger) {
  std::set<long long> out;
  for (const auto& after : session.values<std::string>(R"(
      select after
      from "change"
      where ledger = :ledger and action = 'erased')",
                                                       {bound("ledger", ledger)})) {
    try {
      const auto erasure = mapping::from_stored_json<Erasure>(after);
      out.insert(erasure.revisions.begin(), erasure.revisions.end());
    } catch (const std::exception&) {
      // Somebody altered it, which its own hash tells.
    }
  }
  return out;
}

bool says_nothing(const Change& change) {
  return change.title == kErased && change.reason.empty() && change.before.text == "null" &&
         change.after.text == "null";
}

/// What is wrong with a change, empty where all is well.
std::string_view fault_of(const Kept& change, const std::string& previous,
                          const std::set<long long>& erased) {
  if (chained_hash(previous, change) != change.hash) return "does not fit what went before it";
  if (!change.payload_hash) return "";
  if (change.salt)
    return payload_hash_of(change, *change.salt) == *change.payload_hash
               ? ""
               : "says something else than was recorded";
  if (!erased.contains(change.revision)) return "was emptied without a record of it";
  return says_nothing(change) ? "" : "was erased and says something again";
}

}  // namespace

std::vector<std::string> verify_chains(Session& session) {
  constexpr int kMost = 20;
  std::vector<std::string> broken;
  for (const auto& lost : session.values<std::string>(R"(
      select id from (
        select distinct ledger as id from "change"
        union
        select id from account) known
      where id not in (select id from ledger)
      order by id)",
                                                      {}))
    broken.push_back("The ledger of " + lost + " is missing.");
  for (const auto& ledger : session.rows<Ledger>("select id, hash from ledger order by id")) {
    const auto erased = recorded_as_erased(session, ledger.id);
    std::string hash;
    int faults = 0;
    for_each_change(session, ledger.id, [&](const Kept& change) {
      const auto fault = fault_of(change, hash, erased);
      // Each goes on from what is kept, so that one fault is one sentence.
      hash = change.hash;
      if (fault.empty() || ++faults > kMost) return;
      broken.push_back("Change " + std::to_string(change.revision) + " of " + ledger.id.text +
                       " (" + change.entity + " " + change.entity_id.text + ") " +
                       std::string(fault) + ".");
    });
    if (faults > kMost)
      broken.push_back(std::to_string(faults - kMost) + " more changes of " + ledger.id.text +
                       " are damaged.");
    if (hash != ledger.hash)
      broken.push_back("The last changes of " + ledger.id.text + " are missing.");
  }
  return broken;
}

}  // namespace takt::store
