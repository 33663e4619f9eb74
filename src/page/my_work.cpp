#include "page/my_work.hpp"

#include <algorithm>
#include <map>

#include "domain/account.hpp"
#include "domain/action.hpp"
#include "domain/cycle.hpp"
#include "domain/key_result.hpp"
#include "domain/objective.hpp"
#include "domain/team_member.hpp"
#include "figure/plan.hpp"
#include "page/accounts.hpp"
#include "page/page.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

namespace {

void add_check_ins(std::vector<Duty>& duties, store::Session& session, const Account& account,
                   const Caller& caller, Date today) {
  for (const auto& cycle : store::present_of<Cycle>(session, account.id)) {
    if (cycle.state != CycleState::active) continue;
    for (const auto& objective :
         plan_of(session, account, cycle, {}, series_of(session, account, today), today)) {
      if (objective.objective.state == ObjectiveState::dropped) continue;
      for (const auto& view : objective.key_results) {
        const auto& key_result = view.key_result;
        const auto owner = key_result.owner ? key_result.owner : objective.objective.owner;
        if (owner != caller.user || key_result.state == KeyResultState::dropped) continue;
        if (!view.next_check_in) continue;
        const auto due = *view.next_check_in;
        const int overdue = days_between(due, today);
        if (overdue < -3) continue;
        duties.push_back({DutyKind::check_in, account.id, account.name, key_result.id,
                          key_result.version, key_result.id, key_result.title, due, overdue});
      }
    }
  }
}

}  // namespace

std::vector<Duty> my_work(Context& context, const Caller& caller) {
  const auto accounts = visible_accounts(context, caller);
  const auto today = context.today();
  return context.database.read([&](store::Session& session) {
    std::vector<Duty> duties;
    std::map<Id, std::string> names;
    const auto mine = store::present_of_user<TeamMember>(session, "user", caller.user);
    for (const auto& account : accounts) {
      names[account.id] = account.name;
      if (std::ranges::find(mine, account.id, &TeamMember::account) != mine.end())
        add_check_ins(duties, session, account, caller, today);
    }
    for (const auto& action : store::present_of_user<Action>(session, "assignee", caller.user)) {
      if (action.done_on || !names.contains(action.account)) continue;
      const int overdue = action.due ? days_between(*action.due, today) : -1000;
      duties.push_back({DutyKind::action, action.account, names[action.account], action.id,
                        action.version, action.key_result, action.title, action.due, overdue});
    }
    std::ranges::stable_sort(duties, std::greater{}, &Duty::days_overdue);
    return duties;
  });
}

}  // namespace takt::page
