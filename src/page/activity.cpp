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
                                     const Id& ledger, const std::vector<store::Change>& changes) {
  const auto mentioned = mentioned_in(changes);
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
    page.names = names_in(session, caller, ledger, page.changes);
    return page;
  });
}

}  // namespace takt::page
