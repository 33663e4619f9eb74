#include "command/account.hpp"

#include <set>

#include "access/secrets.hpp"
#include "command/draft.hpp"
#include "command/entity.hpp"
#include "command/references.hpp"
#include "domain/access.hpp"
#include "domain/account.hpp"
#include "domain/team_member.hpp"
#include "domain/text.hpp"
#include "domain/user.hpp"
#include "figure/portfolio.hpp"
#include "mapping/stored.hpp"
#include "store/account_store.hpp"
#include "store/portfolio_store.hpp"

namespace takt::command {

using namespace domain;

namespace {

void check_key_figures(Draft<Account>& draft) {
  const auto& figures = draft.after.key_figures;
  if (figures.size() > kMostKeyFigures)
    return draft.wrong("/keyFigures", "too_many",
                       "has more than " + std::to_string(kMostKeyFigures) + " entries");
  std::set<std::string> names;
  for (std::size_t i = 0; i < figures.size(); ++i)
    if (!names.insert(search_key(figures[i].name)).second)
      draft.wrong("/keyFigures/" + std::to_string(i) + "/name", "named_twice",
                  "is named more than once");
}

/// Nothing stands above itself. Whoever puts an account below another one holds the organisation's
/// lock from here on, so that two at once don't close a circle together.
void check_parent(Draft<Account>& draft) {
  const auto& account = draft.after;
  if (!account.parent || !draft.changed(&Account::parent)) return;
  store::lock_ledger(draft.session, store::organisation_ledger());
  if (store::is_or_stands_above(draft.session, account.id, *account.parent))
    draft.wrong("/parent", "below_itself", "must not be the account itself or one below it");
}

}  // namespace

void check(Draft<Account>& draft) {
  const auto& account = draft.after;
  if (store::code_taken(draft.session, account.code, account.id))
    draft.wrong("/code", "taken", "is already used by another account");
  if (!account.external_id.empty() && !account.archived_at &&
      store::external_id_taken(draft.session, account.external_id, account.id))
    draft.wrong("/externalId", "taken", "is already used by another account");
  check_key_figures(draft);
  check_parent(draft);
}

Account open_account(Context& context, store::Session& session, const Caller& caller,
                     Account account, const Id& manager, const std::string& reason,
                     long long& revision) {
  Draft<Account> draft{context, session, caller, context.today(), nullptr, account, reason};
  judge(draft);
  store::open_ledger(session, account.id);
  store::insert(session, account);
  record<Account>(context, session, caller, nullptr, account, reason);
  TeamMember member;
  member.account = account.id;
  member.user = manager;
  member.role = TeamRole::manager;
  member.since = context.today();
  add<TeamMember>(context, session, caller, member, reason, revision);
  return account;
}

void put_into_portfolio(Context& context, store::Session& session, const Id& account) {
  const auto [figures, detail] = figure::portfolio_kept(session, account, context.now());
  const store::KeptDetail kept{account, figures.revision, detail};
  store::put_portfolio_figures(session, {&figures, 1});
  store::put_portfolio_details(session, {&kept, 1});
}

Account create_account(Context& context, const Caller& caller, Account fields,
                       const std::optional<Id>& id, const std::optional<Id>& manager) {
  require(context, caller, Permission::steer);
  const auto now = context.now();
  fields.id = id.value_or(access::new_id(now));
  fields.account = fields.id;
  fields.created_at = now;
  long long revision = 0;
  auto made = context.database.write(store::organisation_ledger(), [&](store::Session& session) {
    revision = 0;
    if (id && store::id_taken(session, *id)) {
      // Sent again by the same person it is the same create; anybody else hears no more of it.
      const auto same = store::find<Account>(session, *id);
      const auto first = store::created_as(session, *id, caller.user);
      if (!same || !first) conflict("id_taken", "The id is used by another entry.");
      // Not as it is now: an administrator sees no account without being on its team.
      Account told;
      told.id = told.account = *id;
      told.created_at = same->created_at;
      mapping::read_stored(mapping::parse_stored_json(*first), told);
      return told;
    }
    if (manager && !is_present<User>(session, store::organisation_ledger(), *manager))
      throw Problem::invalid("/manager", "unknown_user", "must be a user");
    auto account =
        open_account(context, session, caller, fields, manager.value_or(caller.user), "", revision);
    put_into_portfolio(context, session, account.id);
    return account;
  });
  tell(context, made.id, revision);
  return made;
}

}  // namespace takt::command
