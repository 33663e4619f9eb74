#include "domain/team_member.hpp"

#include "command/draft.hpp"
#include "command/entity.hpp"
#include "command/references.hpp"
#include "domain/user.hpp"
#include "store/account_store.hpp"

namespace takt::command {

using namespace domain;

void check(Draft<TeamMember>& draft) {
  const auto& after = draft.after;
  const bool comes_back = draft.before && draft.before->archived_at && !after.archived_at;
  if (comes_back && !is_present<User>(draft.session, after.account, after.user))
    draft.wrong("/user", "unknown_user", "must be a user");
  if (draft.before && draft.before->user != after.user)
    draft.wrong("/user", "fixed", "can't be exchanged; add the other person instead");
  if (store::on_team_already(draft.session, after.account, after.user, after.id))
    draft.wrong("/user", "taken", "is or was on the team already; restore them instead");
  const bool was_manager =
      draft.before && draft.before->role == TeamRole::manager && !draft.before->archived_at;
  const bool is_manager = after.role == TeamRole::manager && !after.archived_at;
  if (was_manager && !is_manager &&
      !store::has_other_manager(draft.session, after.account, after.id))
    conflict("last_manager", "The last key account manager of an account cannot leave.");
}

/// Whoever leaves answers for nothing here any more.
long long follow_up(const Draft<TeamMember>& draft, long long revision) {
  store::raise_revision(draft.session, store::access_ledger());
  const bool leaves = draft.before && !draft.before->archived_at && draft.after.archived_at;
  if (!leaves) return revision;
  return clear_teammate(draft.context, draft.session, draft.caller, draft.after.account,
                        draft.after.user, revision);
}

}  // namespace takt::command
