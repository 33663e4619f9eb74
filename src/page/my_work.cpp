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
#include "store/account_store.hpp"
#include "store/question_store.hpp"
#include "store/signal_store.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

namespace {

/// How overdue something is that has no day: it comes after everything that has one.
constexpr int kNoDue = -1000;

/// What has a day is told so many days before it; actions at once.
constexpr int kTold = 3;

/// Whoever asks, in one of their accounts.
struct Asked {
  const Account& account;
  const Caller& caller;
  std::vector<Id> team;  ///< present users on it; only the manager is told what none of them minds
  bool manages = false;
};

void add_check_in(std::vector<Duty>& duties, const Asked& asked, const ObjectiveView& objective,
                  const KeyResultView& view, Date today) {
  const auto& key_result = view.key_result;
  const auto owner = key_result.owner ? key_result.owner : objective.objective.owner;
  if (owner != asked.caller.user || !view.next_check_in) return;
  const auto due = *view.next_check_in;
  const int overdue = days_between(due, today);
  if (overdue < -kTold) return;
  duties.push_back({DutyKind::check_in, asked.account.id, asked.account.name, key_result.id,
                    key_result.version, key_result.id, key_result.title, due, overdue});
}

/// Tells the manager of what has no owner on the team.
template <class T>
void add_unminded(std::vector<Duty>& duties, const Asked& asked, const T& entity, DutyKind kind) {
  if (!asked.manages) return;
  if (entity.owner && std::ranges::find(asked.team, *entity.owner) != asked.team.end()) return;
  duties.push_back({.kind = kind,
                    .account = asked.account.id,
                    .account_name = asked.account.name,
                    .id = entity.id,
                    .version = entity.version,
                    .title = entity.title,
                    .days_overdue = kNoDue});
}

void add_of_plan(std::vector<Duty>& duties, store::Session& session, const Asked& asked,
                 Date today) {
  const auto& account = asked.account;
  for (const auto& cycle : store::present_of<Cycle>(session, account.id)) {
    if (cycle.state != CycleState::active) continue;
    for (const auto& view :
         plan_of(session, account, cycle, {}, series_of(session, account, today), today)) {
      if (view.objective.state == ObjectiveState::dropped) continue;
      add_unminded(duties, asked, view.objective, DutyKind::objective);
      for (const auto& one : view.key_results) {
        if (one.key_result.state == KeyResultState::dropped) continue;
        add_check_in(duties, asked, view, one, today);
        add_unminded(duties, asked, one.key_result, DutyKind::key_result);
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
    std::vector<Id> managed;
    const auto mine = store::present_of_user<TeamMember>(session, "user", caller.user);
    for (const auto& account : accounts) {
      names[account.id] = account.name;
      const auto member = std::ranges::find(mine, account.id, &TeamMember::account);
      if (member == mine.end()) continue;
      Asked asked{account, caller, {}, member->role == TeamRole::manager};
      if (asked.manages) {
        managed.push_back(account.id);
        for (const auto& user : store::team_users(session, account.id))
          asked.team.push_back(user.id);
      }
      add_of_plan(duties, session, asked, today);
    }
    if (!managed.empty()) {
      std::map<Id, int> waiting;
      for (const auto& signal : store::waiting_for(session, caller.user, today))
        ++waiting[signal.account];
      for (const auto& id : managed) {
        if (!waiting.contains(id)) continue;
        duties.push_back({.kind = DutyKind::signals,
                          .account = id,
                          .account_name = names[id],
                          .id = id,
                          .days_overdue = kNoDue,
                          .count = waiting[id]});
      }
    }
    for (const auto& action : store::present_of_user<Action>(session, "assignee", caller.user)) {
      if (action.done_on || !names.contains(action.account)) continue;
      const int overdue = action.due ? days_between(*action.due, today) : kNoDue;
      duties.push_back({DutyKind::action, action.account, names[action.account], action.id,
                        action.version, action.key_result, action.title, action.due, overdue});
    }
    for (const auto& question :
         store::questions_due(session, caller.user, plus_days(today, kTold))) {
      if (!names.contains(question.account)) continue;
      duties.push_back({.kind = DutyKind::question,
                        .account = question.account,
                        .account_name = names[question.account],
                        .id = question.id,
                        .version = question.version,
                        .title = question.text,
                        .due = question.ask_by,
                        .days_overdue = days_between(*question.ask_by, today)});
    }
    std::ranges::stable_sort(duties, std::greater{}, &Duty::days_overdue);
    return duties;
  });
}

}  // namespace takt::page
