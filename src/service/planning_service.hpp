#pragma once
// Planning a cycle: what the last one decided, focus topics, readiness, the plan then and now.

#include "domain/hints.hpp"
#include "domain/playbook.hpp"
#include "service/review_service.hpp"

namespace takt::service {

/// A condition of a good start. A blocking one keeps the cycle from starting.
struct Readiness {
  std::string code;
  bool met = false;
  bool blocking = false;
  std::string about;  ///< the title of the objective or goal that lacks it, if one does
};
BOOST_DESCRIBE_STRUCT(Readiness, (), (code, met, blocking, about))

/// A milestone that falls into the cycle and that no objective takes yet.
struct Suggestion {
  domain::Milestone milestone;
  std::string goal_title;
};
BOOST_DESCRIBE_STRUCT(Suggestion, (), (milestone, goal_title))

/// The plan as it was when the cycle started; a shape of its own, because it is kept for ever.
struct PlannedKeyResult {
  Id id;
  std::string title;
  std::optional<double> start;
  std::optional<double> target;
  std::string unit;
};
BOOST_DESCRIBE_STRUCT(PlannedKeyResult, (), (id, title, start, target, unit))

struct PlannedObjective {
  Id id;
  std::string title;
  std::optional<double> outcome_baseline;
  std::optional<double> outcome_target;
  std::vector<PlannedKeyResult> key_results;
};
BOOST_DESCRIBE_STRUCT(PlannedObjective, (),
                      (id, title, outcome_baseline, outcome_target, key_results))

struct PlanPage {
  long long revision = 0;
  domain::Account account;
  domain::Date today;
  domain::Cycle cycle;
  std::optional<domain::Cycle> previous;
  std::vector<EffectRow> previous_rows;  ///< what the previous cycle's objectives came to
  int waiting_to_carry = 0;
  std::vector<domain::FocusTopic> focus_topics;
  std::vector<Suggestion> suggestions;
  std::vector<ObjectiveView> objectives;
  std::vector<GoalView> goals;
  std::vector<Readiness> readiness;
  std::vector<PlannedObjective> at_start;
  std::vector<store::Change> since_start;  ///< changes of objectives and key results, with reasons
  std::vector<TeamView> team;
  std::vector<domain::Site> sites;
  std::vector<domain::ProductArea> product_areas;
  std::vector<domain::Kpi> kpis;
  std::vector<Person> people;
};
BOOST_DESCRIBE_STRUCT(PlanPage, (),
                      (revision, account, today, cycle, previous, previous_rows, waiting_to_carry,
                       focus_topics, suggestions, objectives, goals, readiness, at_start,
                       since_start, team, sites, product_areas, kpis, people))

PlanPage plan_page(Context& context, const Caller& caller, const Id& cycle);

/// When the account's next cycle would be, and what it would be called.
struct NextCycle {
  std::string name;
  domain::Date starts_on;
  domain::Date ends_on;
};
BOOST_DESCRIBE_STRUCT(NextCycle, (), (name, starts_on, ends_on))

NextCycle next_cycle(Context& context, const Caller& caller, const Id& account);
NextCycle next_cycle(store::Session& session, const domain::Account& account, domain::Date today);

/// Creates a cycle that takes over what the reviews of the one before it decided.
domain::Cycle plan_next(Context& context, const Caller& caller, const Id& account,
                        domain::Cycle fields, const std::optional<Id>& id);

/// Hints and the lessons that a draft brings to mind.
struct HintsView {
  std::vector<domain::Hint> hints;
  std::vector<Lesson> lessons;
};
BOOST_DESCRIBE_STRUCT(HintsView, (), (hints, lessons))

/// `present`: the objective (key result) that is being changed, if any.
HintsView objective_hints(Context& context, const Caller& caller, const Id& cycle,
                          const domain::Objective& draft, const std::optional<Id>& present);
HintsView key_result_hints(Context& context, const Caller& caller, const Id& objective,
                           const domain::KeyResult& draft, const std::optional<Id>& present);

}  // namespace takt::service
