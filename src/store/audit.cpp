#include "store/audit.hpp"

#include <boost/json/parse.hpp>
#include <set>
#include <unordered_map>

#include "domain/every_entity.hpp"
#include "store/entity_store.hpp"

namespace takt::store {

namespace json = boost::json;

namespace {

/// As many of one kind are told one by one.
constexpr std::size_t kMost = 20;

void tell(std::vector<std::string>& told, std::size_t& count, std::string sentence) {
  if (++count <= kMost) told.push_back(std::move(sentence));
}

/// A change, as far as it says how an entity is.
struct Saying {
  long long revision = 0;
  std::string entity;
  Id entity_id;
  ChangeAction action = ChangeAction::created;
  mapping::RawJson after;
  int erased = 0;
};
BOOST_DESCRIBE_STRUCT(Saying, (), (revision, entity, entity_id, action, after, erased))

/// What its changes say of an entity.
struct Said {
  std::string entity;
  json::object members;
  bool erased = false;
  bool seen = false;  ///< its row was met
};
using SaidOfAll = std::unordered_map<std::string, Said>;

SaidOfAll said_of_all(Session& session, const Id& ledger) {
  SaidOfAll out;
  for (long long seen = 0;;) {
    const auto portion = session.rows<Saying>(
        R"(
      select revision, entity, entity_id, action, after,
             case when payload_hash is not null and salt is null then 1 else 0 end as erased
      from "change"
      where ledger = :ledger and revision > :seen
      order by revision
      limit 500)",
        {bound("ledger", ledger), bound("seen", seen)});
    if (portion.empty()) return out;
    seen = portion.back().revision;
    for (const auto& saying : portion) {
      auto& said = out[saying.entity_id.text];
      said.entity = saying.entity;
      said.erased = said.erased || saying.erased == 1 || saying.action == ChangeAction::erased;
      std::error_code error;
      const auto after = json::parse(saying.after.text, error);
      if (error || !after.is_object()) continue;
      for (const auto& member : after.get_object())
        said.members.insert_or_assign(member.key(), member.value());
    }
  }
}

/// Written without a change of their own: by the server, or with the place among others.
bool is_recorded(std::string_view member) {
  constexpr std::array kNot{"id", "account", "version", "createdAt", "position"};
  return std::ranges::find(kNot, member) == kNot.end();
}

template <class T>
void verify_rows_of(Session& session, const Id& ledger, SaidOfAll& said_of_all,
                    std::vector<std::string>& told, std::size_t& count) {
  for (const auto& row : all_of<T>(session, ledger)) {
    const auto name = std::string(T::kTerm) + ' ' + row.id.text;
    const auto found = said_of_all.find(row.id.text);
    if (found == said_of_all.end()) {
      // The organisation itself comes with the first start.
      if constexpr (!std::same_as<T, domain::Organisation>)
        tell(told, count, "No change tells of " + name + ".");
      continue;
    }
    auto& said = found->second;
    said.seen = true;
    if (said.erased) continue;
    const auto is = json::parse(mapping::to_json(row)).get_object();
    for (const auto& member : is) {
      const auto* should_be = said.members.if_contains(member.key());
      if (!is_recorded(member.key()) || !should_be || *should_be == member.value()) continue;
      tell(told, count,
           name + " is otherwise than its changes say, in " + std::string(member.key()) + ".");
    }
  }
}

}  // namespace

std::vector<Anchor> anchors(Session& session) {
  return session.rows<Anchor>(R"(
      select ledger, revision, hash
      from "change"
      where (ledger, revision) in (select ledger, max(revision) from "change" group by ledger)
      order by ledger)");
}

std::vector<std::string> verify_anchors(Session& session, const std::vector<Anchor>& anchors) {
  std::vector<std::string> told;
  for (const auto& anchor : anchors) {
    const auto hash = session.value<std::string>(
        R"(
      select hash
      from "change"
      where ledger = :ledger and revision = :revision)",
        {bound("ledger", anchor.ledger), bound("revision", anchor.revision)});
    const auto change =
        "Change " + std::to_string(anchor.revision) + " of the ledger " + anchor.ledger.text;
    if (!hash)
      told.push_back(change + ", which the anchor notes, is gone.");
    else if (*hash != anchor.hash)
      told.push_back(change +
                     " is another one than the anchor notes. Where an erasure since then made the "
                     "chain anew, note a new anchor; else somebody rewrote it.");
  }
  return told;
}

std::vector<std::string> verify_rows(Session& session) {
  std::vector<std::string> told;
  std::size_t count = 0;
  for (const auto& ledger : session.values<Id>("select id from ledger order by id")) {
    auto said = said_of_all(session, ledger);
    std::set<std::string_view> known;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, domain::Entities>>(
        [&]<class T>(std::type_identity<T>) {
          known.insert(T::kTerm);
          verify_rows_of<T>(session, ledger, said, told, count);
        });
    for (const auto& [id, one] : said)
      if (!one.seen && !one.erased && known.contains(one.entity))
        tell(told, count, one.entity + ' ' + id + " is gone; its changes say that it is there.");
  }
  if (count > kMost) told.push_back("And " + std::to_string(count - kMost) + " more.");
  return told;
}

std::vector<std::string> verify_references(Session& session) {
  // PostgreSQL lets none be written.
  if (!session.is_sqlite()) return {};
  std::vector<std::string> told;
  for (const auto& table :
       session.values<std::string>(R"(select "table" from pragma_foreign_key_check limit 20)"))
    told.push_back("A row of \"" + table + "\" refers to what is not there.");
  return told;
}

std::optional<domain::Instant> newest_change(Session& session) {
  const auto at = session.value<std::string>(R"(select coalesce(max(at), '') from "change")");
  return at ? domain::parse_instant(*at) : std::nullopt;
}

}  // namespace takt::store
