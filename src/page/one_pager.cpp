#include "page/one_pager.hpp"

#include <algorithm>
#include <cmath>

#include "domain/for_customer.hpp"
#include "domain/life_cycle.hpp"
#include "figure/question.hpp"
#include "page/cockpit.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

namespace {

using People = std::vector<Person>;

OnePagerKeyResult key_result_of(const KeyResultView& view, const People& people) {
  const auto& of = view.key_result;
  OnePagerKeyResult out{.title = of.title,
                        .kind = of.kind,
                        .unit = of.unit,
                        .decimals = view.decimals,
                        .computed = of.follows != Follows::check_ins,
                        .falling = view.falling,
                        .start = view.start,
                        .value = view.value,
                        .target = of.target,
                        .lower = of.lower,
                        .upper = of.upper,
                        .stage = view.stage,
                        .stages = static_cast<int>(of.stages.size()),
                        .progress = view.progress,
                        .expected = view.expected,
                        .health = view.health,
                        .confidence = view.confidence,
                        .sites_reached = view.sites_reached,
                        .sites_total = view.sites_total};
  const auto owner = std::ranges::find_if(people, [&](auto& one) { return of.owner == one.id; });
  if (owner != people.end()) {
    out.owner = owner->name;
    out.initials = owner->initials;
  }
  if (view.stage && *view.stage >= 0 && *view.stage < out.stages)
    out.stage_title = of.stages[static_cast<std::size_t>(*view.stage)].title;
  return out;
}

OnePagerOutcome outcome_of(const ObjectiveView& view) {
  const auto& of = view.objective;
  OnePagerOutcome out{.kind = of.outcome_kind,
                      .name = of.outcome,
                      .unit = of.outcome_unit,
                      .decimals = view.outcome.decimals,
                      .baseline = view.outcome.baseline,
                      .now = view.outcome.now,
                      .target = view.outcome.target,
                      .estimated = view.outcome.estimated};
  if (of.outcome_kind == OutcomeKind::supply) out.unit = "%";
  for (const auto& reading : view.outcome.readings) out.course.push_back(reading.value);
  return out;
}

OnePagerObjective objective_of(const ObjectiveView& view, const People& people) {
  OnePagerObjective out{.title = view.objective.title,
                        .customer_goal = view.objective.customer_goal,
                        .state = view.objective.state,
                        .progress = view.progress,
                        .expected = view.expected,
                        .health = view.health,
                        .measured = view.measured,
                        .total = view.total,
                        .outdated = view.outdated,
                        .pending = view.pending,
                        .forecast = view.forecast,
                        .outcome = outcome_of(view)};
  for (const auto& one : view.key_results)
    if (one.key_result.state != KeyResultState::dropped)
      out.key_results.push_back(key_result_of(one, people));
  return out;
}

OnePagerCell total_of(const SupplyTotal& total) {
  return {.share = total.share, .estimated = total.estimated};
}

/// What a line of the matrix is called; archived ones have their name, too.
template <class T>
std::string name_of(const std::optional<Id>& id, const std::vector<T>& present,
                    const std::vector<SupplyArchived>& archived) {
  if (!id) return {};
  for (const auto& one : present)
    if (one.id == *id) return one.name;
  for (const auto& one : archived)
    if (one.id == *id) return one.name;
  return {};
}

OnePagerSupply supply_of(const SupplyPage& page, const Cockpit& cockpit) {
  OnePagerSupply out{.period = page.period, .starts_on = page.starts_on, .running = page.running};
  for (const auto& area : page.areas) {
    out.areas.push_back(name_of(area.id, cockpit.product_areas, page.archived_areas));
    out.totals.push_back(total_of(area.total));
  }
  out.totals.push_back(total_of(page.total.total));
  for (const auto& site : page.sites) {
    OnePagerSite row{.name = name_of(site.id, cockpit.sites, page.archived_sites)};
    for (const auto& area : page.areas) {
      const auto cell = std::ranges::find_if(page.cells, [&](const SupplyCell& one) {
        return one.site == site.id && area.id == one.product_area;
      });
      row.cells.push_back(cell == page.cells.end()
                              ? OnePagerCell{}
                              : OnePagerCell{cell->share, cell->estimated, cell->white});
    }
    row.cells.push_back(total_of(site.total));
    out.sites.push_back(std::move(row));
  }
  return out;
}

std::vector<std::string> goals_in(const std::vector<GoalView>& goals, Date from, Date to) {
  std::vector<std::string> out;
  for (const auto& view : goals)
    if (view.goal.state == GoalState::open && from <= view.goal.due && view.goal.due <= to)
      out.push_back(view.goal.title);
  return out;
}

bool shows_present(const Cockpit& cockpit) {
  std::vector<Cycle> cycles;
  cycles.reserve(cockpit.cycles.size());
  for (const auto& view : cockpit.cycles) cycles.push_back(view.cycle);
  const auto present = shown_cycle(cycles);
  return !present || cockpit.cycle == present->id;
}

/// What those see who are with us.
void add_how_it_stands(OnePager& out, const Cockpit& cockpit) {
  if (cockpit.vision) {
    out.vision = cockpit.vision->text;
    if (cockpit.vision->horizon) out.horizon = cockpit.vision->horizon->value;
  }
  // It is told of the present cycle: above an earlier one it would say what is not there.
  if (shows_present(cockpit)) out.sentence = cockpit.sentence;
  if (out.cycle)
    out.cycle->goals = goals_in(cockpit.goals, out.cycle->starts_on, out.cycle->ends_on);
  out.progress = cockpit.progress;
  out.expected = cockpit.expected;
  for (const auto& next : cockpit.coming)
    out.coming.push_back({next.name, next.starts_on, next.ends_on,
                          goals_in(cockpit.goals, next.starts_on, next.ends_on)});
  for (const auto& view : cockpit.objectives)
    if (view.objective.state != ObjectiveState::dropped)
      out.objectives.push_back(objective_of(view, cockpit.people));
  if (cockpit.supply) out.supply = supply_of(*cockpit.supply, cockpit);
  for (const auto& view : cockpit.signals)
    out.signals.push_back({view.signal.title, view.priority, view.days, view.overdue});
  for (const auto& meeting : cockpit.meetings)
    out.meetings.push_back({meeting.kind, meeting.planned_at, meeting.place});
  for (const auto& member : cockpit.team) {
    if (member.role == TeamRole::sponsor)
      out.sponsor = member.person.name;
    else if (member.role != TeamRole::observer)
      out.team.push_back(member.person.name);
  }
}

/// What the customer sees: see domain/for_customer.hpp, which allows each of these by name.
void add_for_customer(store::Session& session, OnePager& out, const Cockpit& cockpit) {
  for (const auto& view : cockpit.objectives)
    if (is_for_customer(view.objective))
      out.objectives.push_back({.title = view.objective.title,
                                .customer_goal = view.objective.customer_goal,
                                .state = view.objective.state});
  for (const auto& one : store::present_of<Testimonial>(session, cockpit.account.id)) {
    if (!is_for_customer(one)) continue;
    const auto site =
        std::ranges::find_if(cockpit.sites, [&](const Site& each) { return one.site == each.id; });
    out.testimonials.push_back({one.text, {}});
    if (site != cockpit.sites.end()) out.testimonials.back().site = site->name;
  }
}

}  // namespace

OnePager one_pager(store::Session& session, Date today, const Id& account, Audience audience,
                   const std::optional<Id>& cycle) {
  const auto cockpit = page::cockpit(session, today, account, cycle);
  OnePager out{.audience = audience,
               .account = cockpit.account.name,
               .industry = cockpit.account.industry,
               .today = today};
  const auto shown = std::ranges::find_if(
      cockpit.cycles, [&](auto& view) { return cockpit.cycle == view.cycle.id; });
  if (shown != cockpit.cycles.end()) {
    out.cycle = {shown->cycle.name, shown->cycle.starts_on, shown->cycle.ends_on, {}};
    out.week = shown->week;
    out.weeks = shown->weeks;
  }
  if (const auto own = store::find<Organisation>(session, store::organisation_ledger()))
    out.organisation = own->name;
  if (audience == Audience::customer) {
    add_for_customer(session, out, cockpit);
    return out;
  }
  add_how_it_stands(out, cockpit);
  if (audience == Audience::team)
    for (const auto& view : open_questions(session, account, today))
      out.questions.push_back({view.question.text, view.question.ask_by});
  return out;
}

OnePager one_pager(Context& context, const Id& account, Audience audience,
                   const std::optional<Id>& cycle) {
  const auto today = context.today();
  return context.database.read(
      [&](store::Session& session) { return one_pager(session, today, account, audience, cycle); });
}

}  // namespace takt::page
