#pragma once
// The objectives and key results of a cycle with their figures: what cockpit, lists and my work
// have in common.

#include "service/cockpit.hpp"

namespace takt::service {

/// The day as of which a cycle's figures are told: today, or the day on which it was closed.
domain::Date told_on(const domain::Cycle& cycle, domain::Date today);

std::vector<ObjectiveView> plan_of(store::Session& session, const domain::Account& account,
                                   const domain::Cycle& cycle,
                                   const std::vector<domain::Site>& sites, const Series& series,
                                   domain::Date today);

/// The series that the plan of a cycle needs: from a year before its start.
Series series_for(store::Session& session, const domain::Cycle& cycle);

/// One key result with its figures, e.g. after a check-in.
KeyResultView key_result_view(store::Session& session, const domain::Account& account,
                              const domain::Cycle& cycle, const domain::KeyResult& key_result,
                              domain::Date today);

/// What a key result stood at over its cycle, its check-ins given.
std::vector<domain::HistoryPoint> key_result_history(store::Session& session,
                                                     const domain::Cycle& cycle,
                                                     const domain::KeyResult& key_result,
                                                     const std::vector<domain::CheckIn>& check_ins,
                                                     domain::Date today);

/// What a check-in would do, before it is entered.
struct CheckInEffect {
  std::optional<double> value;  ///< what the key result would stand at, roll-out included
  std::optional<double> progress_before;
  std::optional<double> progress;
  std::optional<double> objective_before;
  std::optional<double> objective;
};
BOOST_DESCRIBE_STRUCT(CheckInEffect, (),
                      (value, progress_before, progress, objective_before, objective))

/// Judges `fields` like a create and says what it would do; nothing is stored.
CheckInEffect preview_check_in(Context& context, const Caller& caller, const Id& key_result,
                               domain::CheckIn fields);

/// Progress over the objectives that count, each of the same weight.
std::optional<double> progress_of(const std::vector<ObjectiveView>& objectives);

domain::Health health_of(const std::vector<ObjectiveView>& objectives, double expected);

/// The open and ended long-term goals by due date, with the steps that `objectives` take.
std::vector<GoalView> goal_views(store::Session& session, const Id& account,
                                 const std::vector<ObjectiveView>& objectives, domain::Date today);

std::vector<TeamView> team_of(store::Session& session, const Id& account);

}  // namespace takt::service
