#pragma once
// Planning a cycle: what the last one decided, focus topics, readiness, the plan then and now.

#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "domain/goal.hpp"
#include "domain/kpi.hpp"
#include "domain/product_area.hpp"
#include "domain/site.hpp"
#include "figure/effect.hpp"
#include "figure/goal.hpp"
#include "figure/next_cycle.hpp"
#include "figure/people.hpp"
#include "figure/plan.hpp"
#include "figure/plan_at_start.hpp"
#include "page/page.hpp"
#include "store/named_id.hpp"

namespace takt::page {

/// A condition of a good start. A blocking one keeps the cycle from starting.
struct Readiness {
  std::string code;
  bool met = false;
  bool blocking = false;
  /// The objectives that lack it, by their position; for `goal_has_step` the goal.
  std::vector<store::NamedId> about;
};
BOOST_DESCRIBE_STRUCT(Readiness, (), (code, met, blocking, about))

/// A milestone that falls into the cycle and that no objective takes yet.
struct Suggestion {
  domain::Milestone milestone;
  std::string goal_title;
};
BOOST_DESCRIBE_STRUCT(Suggestion, (), (milestone, goal_title))

struct PlanPage {
  long long revision = 0;
  domain::Account account;
  domain::Date today;
  domain::Cycle cycle;
  std::optional<domain::Cycle> previous;
  std::vector<figure::EffectRow> previous_rows;  ///< what the previous cycle's objectives came to
  int waiting_to_carry = 0;
  std::vector<domain::FocusTopic> focus_topics;
  std::vector<Suggestion> suggestions;
  std::vector<figure::ObjectiveView> objectives;
  bool enough_objectives = false;  ///< one more would be many
  std::vector<figure::GoalView> goals;
  std::vector<Readiness> readiness;
  std::vector<figure::PlannedObjective> at_start;
  std::vector<store::Change> since_start;  ///< changes of objectives and key results, with reasons
  std::vector<figure::TeamView> team;
  std::vector<domain::Site> sites;
  std::vector<domain::ProductArea> product_areas;
  std::vector<domain::Kpi> kpis;
  std::vector<figure::Person> people;
  bool doubt = false;  ///< a plan without a question mark, while the cycle is not closed
};
BOOST_DESCRIBE_STRUCT(PlanPage, (),
                      (revision, account, today, cycle, previous, previous_rows, waiting_to_carry,
                       focus_topics, suggestions, objectives, enough_objectives, goals, readiness,
                       at_start, since_start, team, sites, product_areas, kpis, people, doubt))

PlanPage plan_page(Context& context, const Caller& caller, const Id& cycle);

/// `starts_on`: where the day is chosen already.
figure::NextCycle next_cycle(Context& context, const Caller& caller, const Id& account,
                             const std::optional<domain::Date>& starts_on);

}  // namespace takt::page
