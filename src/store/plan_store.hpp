#pragma once
// The plan of a cycle: what its figures are made from, and what was kept of it.

#include <span>

#include "domain/action.hpp"
#include "domain/check_in.hpp"
#include "domain/cycle.hpp"
#include "domain/key_result.hpp"
#include "domain/objective.hpp"
#include "store/change_log.hpp"
#include "store/entity_store.hpp"

namespace takt::store {

/// Key results with what hangs on them, all present, each in its order. Of the check-ins those that
/// are not overtaken (store/check_in_store.hpp), from which every figure is made.
struct PlanRows {
  std::vector<domain::KeyResult> key_results;
  std::vector<domain::SiteTarget> site_targets;
  std::vector<domain::CheckIn> check_ins;
  std::vector<domain::Action> open_actions;
};

PlanRows plan_rows_of_cycle(Session& session, const domain::Cycle& cycle);
PlanRows plan_rows_of_objective(Session& session, const domain::Objective& objective);

/// Those of the cycle that are not archived, in their order.
std::vector<domain::Objective> objectives_of_cycle(Session& session, const domain::Cycle& cycle);

/// The open actions of these accounts whose day is before `today`, of people other than `user`.
std::vector<domain::Action> late_actions_of_others(Session& session, std::span<const Id> accounts,
                                                   const Id& user, domain::Date today);

/// What the start and the close of a cycle ask about one of its objectives.
struct ObjectiveCounts {
  std::string title;
  domain::ObjectiveState state = domain::ObjectiveState::draft;
  int key_results = 0;      ///< that were not dropped
  int targets_lacking = 0;  ///< of its metrics
  int decisions = 0;        ///< in its review
};
BOOST_DESCRIBE_STRUCT(ObjectiveCounts, (), (title, state, key_results, targets_lacking, decisions))

/// Of the cycle's present objectives, in their order.
std::vector<ObjectiveCounts> objective_counts(Session& session, const Id& cycle);

/// Whether a key result of the account follows a series, in any cycle.
bool follows_series(Session& session, const Id& account);

/// Whether the key result is rolled out to the site by another entry than `site_target`.
bool rolled_out_to(Session& session, const Id& key_result, const Id& site, const Id& site_target);

/// The name of an account's current cycle.
struct RunningCycle {
  Id account;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(RunningCycle, (), (account, name))

/// Of those accounts that have one, the current one first (see domain::current_cycle).
std::vector<RunningCycle> running_cycles(Session& session, std::span<const Id> accounts);

/// The plan as it was when the cycle started, as text; no value before.
std::optional<std::string> plan_at_start(Session& session, const Id& cycle);
void keep_plan_at_start(Session& session, const Id& cycle, const std::string& plan);

/// What the figures of a closed cycle were read from, as text; no value before.
std::optional<std::string> readings_at_close(Session& session, const Id& cycle);
void keep_readings_at_close(Session& session, const Id& cycle, const std::string& readings);

/// The cycle's objectives that, or whose key results or sites of a roll-out, came, changed or went
/// for a reason between the start of the cycle and its close. What the start and the close do
/// themselves is no such change, nor is a check-in, a reading or a review.
std::vector<Id> adapted_objectives(Session& session, const domain::Cycle& cycle);

/// The changes for a reason since the start of the cycle of its present objectives and of their
/// parts, oldest first; what was carried over before is none.
std::vector<Change> adaptations(Session& session, const domain::Cycle& cycle);

/// All changes of the cycle's objectives and key results and of what hangs on these, newest first.
std::vector<Change> changes_of_plan(Session& session, const domain::Cycle& cycle);

}  // namespace takt::store
