#include "domain/cycle.hpp"
#include "service/draft.hpp"

namespace takt::service {

using namespace domain;

void conflict(std::string code, std::string detail) {
  throw Problem(Problem::Kind::conflict, std::move(code), std::move(detail));
}

void check(Draft<Account>& draft) {
  const auto taken = draft.session.value<Id>(
      "select id from account where code = :code and id <> :id",
      {store::bound("code", draft.after.code), store::bound("id", draft.after.id)});
  if (taken) draft.wrong("/code", "taken", "is already used by another account");
}

void check(Draft<TeamMember>& draft) {
  const auto& after = draft.after;
  const auto user = store::find<User>(draft.session, after.user);
  if (!user || user->archived_at) draft.wrong("/user", "unknown_user", "must be a user");
  if (draft.before && draft.before->user != after.user)
    draft.wrong("/user", "fixed", "can't be exchanged; add the other person instead");
  const auto twice = draft.session.value<Id>(
      "select id from team_member where \"user\" = :user and account = :account and id <> :id",
      {store::bound("user", after.user), store::bound("account", after.account),
       store::bound("id", after.id)});
  if (twice) draft.wrong("/user", "taken", "is or was on the team already; restore them instead");
  const bool was_manager =
      draft.before && draft.before->role == TeamRole::manager && !draft.before->archived_at;
  const bool is_manager = after.role == TeamRole::manager && !after.archived_at;
  if (was_manager && !is_manager) {
    const auto others = draft.session.value<int>(
        "select count(*) from team_member where account = :account and role = 'manager'"
        " and archived_at is null and id <> :id",
        {store::bound("account", after.account), store::bound("id", after.id)});
    if (others.value_or(0) == 0)
      conflict("last_manager", "The last key account manager of an account cannot leave.");
  }
  store::raise_revision(draft.session, store::access_ledger());
}

void check(Draft<Contact>& draft) {
  must_exist<Site>(draft, draft.after.site, "/site");
  if (draft.changed(&Contact::kept_by)) must_be_on_team(draft, draft.after.kept_by, "/keptBy");
}

void check(Draft<Testimonial>& draft) {
  must_exist<Site>(draft, draft.after.site, "/site");
  must_exist<Contact>(draft, draft.after.contact, "/contact");
  if (draft.changed(&Testimonial::key_result))
    must_exist<KeyResult>(draft, draft.after.key_result, "/keyResult");
}

void check(Draft<Milestone>& draft) {
  const auto goal = store::find<LongTermGoal>(draft.session, draft.after.goal).value();
  must_exist<Objective>(draft, draft.after.objective, "/objective");
  if (draft.after.due > goal.due)
    draft.wrong("/due", "after_goal", "must not be later than the goal itself");
}

void check(Draft<TestimonialUse>& draft) {
  must_exist<Site>(draft, draft.after.site, "/site");
  const auto testimonial = store::find<Testimonial>(draft.session, draft.after.testimonial);
  if (testimonial && !testimonial->released)
    conflict("not_released", "The customer has not released this testimonial for use.");
}

}  // namespace takt::service
