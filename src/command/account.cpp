#include "command/account.hpp"

#include "access/secrets.hpp"
#include "command/draft.hpp"
#include "command/entity.hpp"
#include "domain/access.hpp"
#include "domain/account.hpp"
#include "domain/team_member.hpp"
#include "figure/portfolio.hpp"
#include "store/account_store.hpp"
#include "store/portfolio_store.hpp"

namespace takt::command {

using namespace domain;

void check(Draft<Account>& draft) {
  if (store::code_taken(draft.session, draft.after.code, draft.after.id))
    draft.wrong("/code", "taken", "is already used by another account");
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
      if (!same || store::creator(session, *id) != caller.user)
        conflict("id_taken", "The id is used by another entry.");
      return *same;
    }
    Account account = fields;
    Draft<Account> draft{context, session, caller, context.today(), nullptr, account, ""};
    judge(draft);
    store::open_ledger(session, account.id);
    store::insert(session, account);
    record<Account>(context, session, caller, nullptr, account, "");
    TeamMember member;
    member.account = account.id;
    member.user = manager.value_or(caller.user);
    member.role = TeamRole::manager;
    member.since = context.today();
    add<TeamMember>(context, session, caller, member, "", revision);
    // So that the portfolio shows it at once.
    store::put_portfolio_figures(session, figure::portfolio_figures(session, account.id, now));
    return account;
  });
  if (!revision) return get<Account>(context, caller, made.id);
  context.announce(made.id, revision);
  return made;
}

}  // namespace takt::command
