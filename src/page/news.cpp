#include "page/news.hpp"

#include <algorithm>

#include "domain/visit.hpp"
#include "store/user_store.hpp"
#include "store/visit_store.hpp"

namespace takt::page {

using namespace domain;

namespace {

constexpr std::size_t kMostTold = 3;
constexpr int kLookedThrough = 50;  ///< of a long list, so many changes are told from

/// The newest of each entity.
std::vector<store::Change> one_each(std::vector<store::Change> changes) {
  std::vector<store::Change> out;
  for (auto& change : changes) {
    if (out.size() == kMostTold) break;
    if (std::ranges::find(out, change.entity_id, &store::Change::entity_id) == out.end())
      out.push_back(std::move(change));
  }
  return out;
}

}  // namespace

News news(Context& context, const Caller& caller, const Id& account) {
  require(context, caller, Permission::see, account);
  return context.database.read([&](store::Session& session) {
    News out;
    const auto before = visit_before(store::visit_of(session, account, caller.user), context.now());
    if (!before) return out;
    out.since = before->at;
    const store::ChangeFilter filter{
        .not_by = caller.user, .after = before->revision, .limit = kLookedThrough};
    out.count = store::count_changes(session, account, filter);
    out.changes = one_each(store::changes(session, account, filter));
    std::vector<Id> people;
    for (const auto& change : out.changes)
      if (change.by_user) people.push_back(*change.by_user);
    out.people = store::user_names(session, people);
    return out;
  });
}

}  // namespace takt::page
