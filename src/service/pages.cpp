// The key result's page, my work.

#include <map>

#include "service/plan.hpp"

namespace takt::service {

using namespace domain;

KeyResultPage key_result_page(Context& context, const Caller& caller, const Id& id) {
  const auto found = get<KeyResult>(context, caller, id);
  const auto today = context.today();
  return context.database.read([&](store::Session& session) {
    KeyResultPage page;
    page.account = store::find<Account>(session, found.account).value();
    page.objective = store::find<Objective>(session, found.objective).value();
    page.cycle = store::find<Cycle>(session, page.objective.cycle).value();
    page.today = today;
    page.due = found.due.value_or(page.cycle.ends_on);
    page.view = key_result_view(session, page.account, page.cycle, found, today);
    page.check_ins = store::present_where<CheckIn>(session, "key_result", id);
    std::ranges::stable_sort(page.check_ins, [](const CheckIn& left, const CheckIn& right) {
      return std::pair(left.effective_on, left.created_at) >
             std::pair(right.effective_on, right.created_at);
    });
    page.chart = key_result_history(session, page.cycle, found, page.check_ins, today);
    page.actions = store::present_where<Action>(session, "key_result", id);
    for (auto& testimonial : store::present_where<Testimonial>(session, "key_result", id)) {
      auto uses = store::present_where<TestimonialUse>(session, "testimonial", testimonial.id);
      page.testimonials.push_back({std::move(testimonial), std::move(uses)});
    }
    page.siblings = store::present_where<KeyResult>(session, "objective", found.objective);
    std::erase_if(page.siblings, [&](const KeyResult& other) { return other.id == id; });
    page.all_sites = store::present_of<Site>(session, found.account);
    page.product_areas = store::present_of<ProductArea>(session, found.account);
    page.kpis = store::present_of<Kpi>(session, found.account);
    page.people = people_of(session, found.account);
    return page;
  });
}

namespace {

void add_check_ins(std::vector<Duty>& duties, store::Session& session, const Account& account,
                   const Caller& caller, Date today) {
  for (const auto& cycle : store::present_of<Cycle>(session, account.id)) {
    if (cycle.state != CycleState::active) continue;
    for (const auto& objective :
         plan_of(session, account, cycle, {}, series_for(session, cycle), today)) {
      if (objective.objective.state == ObjectiveState::dropped) continue;
      for (const auto& view : objective.key_results) {
        const auto& key_result = view.key_result;
        const auto owner = key_result.owner ? key_result.owner : objective.objective.owner;
        if (owner != caller.user || key_result.state == KeyResultState::dropped) continue;
        const auto last = view.last_check_in.value_or(cycle.starts_on);
        const auto due = plus_days(last, account.check_in_interval.value);
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
    const auto mine = store::present_where<TeamMember>(session, "user", caller.user);
    for (const auto& account : accounts) {
      names[account.id] = account.name;
      if (std::ranges::find(mine, account.id, &TeamMember::account) != mine.end())
        add_check_ins(duties, session, account, caller, today);
    }
    for (const auto& action : store::present_where<Action>(session, "assignee", caller.user)) {
      if (action.done_on || !names.contains(action.account)) continue;
      const int overdue = action.due ? days_between(*action.due, today) : -1000;
      duties.push_back({DutyKind::action, action.account, names[action.account], action.id,
                        action.version, action.key_result, action.title, action.due, overdue});
    }
    std::ranges::stable_sort(duties, std::greater{}, &Duty::days_overdue);
    return duties;
  });
}

}  // namespace takt::service
