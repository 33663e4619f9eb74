#include "store/change_log.hpp"

#include <sodium.h>

#include "store/id_list.hpp"

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

/// The hash covers every member but itself; the JSON form is stable for a given description.
std::string chained_hash(const std::string& previous, Change change) {
  change.hash = previous;
  const std::string text = mapping::to_json(change);
  unsigned char digest[crypto_hash_sha256_BYTES];
  crypto_hash_sha256(digest, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  char hex[2 * sizeof digest + 1];
  sodium_bin2hex(hex, sizeof hex, digest, sizeof digest);
  return hex;
}

std::string head_of(const Id& ledger) { return "head of " + ledger.text; }

}  // namespace

void open_ledger(Session& session, const Id& ledger) {
  session.execute("insert into ledger (id) values (:id)", {bound("id", ledger)});
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
  return head->revision;
}

long long append(Session& session, Change change) {
  const auto head = lock_ledger(session, change.ledger);
  change.revision = head.value().revision + 1;
  change.hash = chained_hash(head->hash, change);
  static const std::string insert = "insert into \"change\" (" + mapping::columns<Change>() +
                                    ") values (:ledger, :revision, :at, :by_user, :entity, "
                                    ":entity_id, :parent_id, :action, :reason, :title, :before, "
                                    ":after, :hash)";
  Binds binds;
  mapping::for_each_member<Change>(
      [&](std::string_view name, auto pointer) { binds.push_back(bound(name, change.*pointer)); });
  session.execute(insert, binds);
  session.execute(
      "update ledger set revision = :revision, hash = :hash where id = :id",
      {bound("revision", change.revision), bound("hash", change.hash), bound("id", change.ledger)});
  session.remember(head_of(change.ledger), Head{change.revision, change.hash});
  return change.revision;
}

long long revision(Session& session, const Id& ledger) {
  return session
      .value<long long>("select revision from ledger where id = :id", {bound("id", ledger)})
      .value_or(0);
}

std::vector<Change> changes(Session& session, const Id& ledger, const ChangeFilter& filter) {
  std::string sql = "select " + mapping::columns<Change>() +
                    " from \"change\" where ledger = :ledger and revision < :before";
  const long long before = filter.before > 0 ? filter.before : 1'000'000'000'000;
  Binds binds{bound("ledger", ledger), bound("before", before)};
  if (filter.entity) {
    sql += " and (entity_id = :entity or parent_id = :parent)";
    binds.push_back(bound("entity", *filter.entity));
    binds.push_back(bound("parent", *filter.entity));
  }
  if (filter.by_user) {
    sql += " and by_user = :by_user";
    binds.push_back(bound("by_user", *filter.by_user));
  }
  if (!filter.term.empty()) {
    sql += " and entity = :term";
    binds.push_back(bound("term", filter.term));
  }
  binds.push_back(bound("most", filter.limit));
  return session.rows<Change>(sql + " order by revision desc limit :most", binds);
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

std::vector<std::string> verify_chains(Session& session) {
  std::vector<std::string> broken;
  const auto ledgers = session.rows<Ledger>("select id, hash from ledger order by id");
  static const std::string sql = "select " + mapping::columns<Change>() +
                                 " from \"change\" where ledger = :ledger order by revision";
  for (const auto& ledger : ledgers) {
    std::string hash;
    bool whole = true;
    for (const auto& change : session.rows<Change>(sql, {bound("ledger", ledger.id)})) {
      hash = chained_hash(hash, change);
      if (hash == change.hash) continue;
      broken.push_back("Change " + std::to_string(change.revision) + " of " + ledger.id.text +
                       " does not fit what went before it.");
      whole = false;
      break;
    }
    if (whole && hash != ledger.hash)
      broken.push_back("The last changes of " + ledger.id.text + " are missing.");
  }
  return broken;
}

}  // namespace takt::store
