#include "page/own_sentence.hpp"

#include <algorithm>

#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "domain/team_member.hpp"
#include "figure/state_sentence.hpp"
#include "page/accounts.hpp"
#include "page/my_work.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

namespace {

/// What somebody owes themselves; the rest lies where nobody minds it.
bool is_own(const Duty& duty) {
  return duty.kind != DutyKind::objective && duty.kind != DutyKind::key_result;
}

}  // namespace

Sentence own_sentence(Context& context, const Caller& caller) {
  OwnState state;
  for (const auto& duty : my_work(context, caller)) {
    if (!is_own(duty)) continue;
    ++state.owed;
    state.overdue += duty.days_overdue > 0;
  }
  const auto accounts = visible_accounts(context, caller);
  const auto today = context.today();
  context.database.read([&](store::Session& session) {
    const auto mine = store::present_of_user<TeamMember>(session, "user", caller.user);
    for (const auto& account : accounts) {
      if (std::ranges::find(mine, account.id, &TeamMember::account) == mine.end()) continue;
      const auto cycles = store::present_of<Cycle>(session, account.id);
      if (std::ranges::find(cycles, CycleState::active, &Cycle::state) == cycles.end()) continue;
      const auto series = series_of(session, account, today);
      for (const auto& cycle : cycles)
        if (cycle.state == CycleState::active)
          add_own(state, plan_of(session, account, cycle, {}, series, today), caller.user, today);
    }
  });
  return domain::own_sentence(state);
}

}  // namespace takt::page
