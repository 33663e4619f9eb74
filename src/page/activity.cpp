#include "page/activity.hpp"

#include <map>
#include <set>

#include "domain/access.hpp"
#include "page/page.hpp"
#include "store/account_store.hpp"
#include "store/user_store.hpp"

namespace takt::page {

using namespace domain;

namespace {

/// The ids that the changes' states have as values, and of whoever wrote them.
std::set<Id> mentioned_in(const std::vector<store::Change>& changes) {
  static constexpr std::size_t kLength = 36;
  std::set<Id> out;
  for (const auto& change : changes) {
    if (change.by_user) out.insert(*change.by_user);
    for (const std::string_view text : {change.before.text, change.after.text})
      for (auto at = text.find('"'); at != text.npos; at = text.find('"', at + 1))
        if (const auto id = parse_id(text.substr(at + 1, kLength))) out.insert(*id);
  }
  return out;
}

/// What the changes mention, by name. Users, accounts that the reader sees, and what was created in
/// this ledger: they may not see the others.
std::vector<store::NamedId> names_in(store::Session& session, const Caller& reader,
                                     const Id& ledger, const std::set<Id>& mentioned) {
  const std::vector<Id> ids(mentioned.begin(), mentioned.end());
  std::map<Id, std::string> names;
  for (auto& [id, name] : store::user_names(session, ids)) names.emplace(id, std::move(name));
  for (auto& account : store::seen_accounts(session, sees_accounts_of(reader), ids))
    names.emplace(account.id, std::move(account.name));
  for (auto& [id, title] : store::titles(session, ledger, ids)) names.emplace(id, std::move(title));
  std::vector<store::NamedId> out;
  out.reserve(names.size());
  for (auto& [id, name] : names) out.push_back({id, std::move(name)});
  return out;
}

/// Those of the account that `wanted` asks for, archived ones too.
template <class T, class F>
std::vector<T> those_of(store::Session& session, const Id& account, F&& wanted) {
  auto out = store::all_of<T>(session, account);
  std::erase_if(out, [&](const T& one) { return !wanted(one); });
  return out;
}

/// What the changes' values are values of.
void add_measures(store::Session& session, const Id& account, std::set<Id> mentioned,
                  ActivityPage& page) {
  for (const auto& change : page.changes) {
    mentioned.insert(change.entity_id);
    if (change.parent_id) mentioned.insert(*change.parent_id);
  }
  page.key_results = those_of<KeyResult>(
      session, account, [&](const KeyResult& one) { return mentioned.contains(one.id); });
  page.site_targets = those_of<SiteTarget>(
      session, account, [&](const SiteTarget& one) { return mentioned.contains(one.key_result); });
  page.kpis =
      those_of<Kpi>(session, account, [&](const Kpi& one) { return mentioned.contains(one.id); });
}

}  // namespace

ActivityPage activity(Context& context, const Caller& caller, const Id& ledger,
                      store::ChangeFilter filter) {
  const bool of_account = ledger != store::organisation_ledger();
  require(context, caller, of_account ? Permission::see : Permission::administer,
          of_account ? std::optional(ledger) : std::nullopt);
  filter.limit = std::clamp(filter.limit, 1, 200);
  return context.database.read([&](store::Session& session) {
    ActivityPage page;
    page.changes = store::changes(session, ledger, filter);
    auto mentioned = mentioned_in(page.changes);
    page.names = names_in(session, caller, ledger, mentioned);
    if (of_account) add_measures(session, ledger, std::move(mentioned), page);
    return page;
  });
}

}  // namespace takt::page
