#pragma once
// The long-term line: vision, goals, milestones, the steps that each cycle took towards them, and
// the supply contracts that end on the way.

#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "domain/effect.hpp"
#include "domain/goal.hpp"
#include "domain/kpi.hpp"
#include "domain/objective.hpp"
#include "domain/progress.hpp"
#include "domain/state_sentence.hpp"
#include "figure/supply.hpp"
#include "page/page.hpp"

namespace takt::page {

/// An objective that serves a goal.
struct GoalStep {
  Id objective;
  std::string title;
  Id cycle;
  domain::GoalLinkKind kind = domain::GoalLinkKind::contributes;
  domain::ObjectiveState state = domain::ObjectiveState::draft;
  int number = 0;  ///< from 1, as its cycle numbers it
  std::optional<double> progress;
  double expected = 0;
  domain::Health health = domain::Health::pending;
  int outdated = 0;  ///< of its key results that count
  int total = 0;     ///< key results that count
};
BOOST_DESCRIBE_STRUCT(GoalStep, (),
                      (objective, title, cycle, kind, state, number, progress, expected, health,
                       outdated, total))

/// The KPI in which a goal is read.
struct GoalKpi {
  domain::Kpi kpi;                        ///< archived or not
  std::vector<domain::Reading> readings;  ///< oldest first
};
BOOST_DESCRIBE_STRUCT(GoalKpi, (), (kpi, readings))

struct GoalLine {
  domain::LongTermGoal goal;
  std::optional<GoalKpi> kpi;
  int months_left = 0;
  std::vector<GoalStep> steps;
  std::vector<domain::Milestone> milestones;  ///< by due date
  int contributing = 0;                       ///< steps that count
  bool asks = false;  ///< open, and nothing in the running (or planned) cycle contributes to it
};
BOOST_DESCRIBE_STRUCT(GoalLine, (), (goal, kpi, months_left, steps, milestones, contributing, asks))

/// A cycle of the line: a real one, or a coming one at the account's cadence.
struct LineCycle {
  std::optional<Id> id;
  std::string name;
  domain::Date starts_on;
  domain::Date ends_on;
  std::optional<domain::CycleState> state;
  int week = 0;   ///< the week that today is in, from 1; 0 before the start
  int weeks = 0;  ///< 0 of a coming one
  std::optional<double> progress;
  int objectives = 0;  ///< dropped ones left out
};
BOOST_DESCRIBE_STRUCT(LineCycle, (),
                      (id, name, starts_on, ends_on, state, week, weeks, progress, objectives))

struct LongTermPage {
  long long revision = 0;
  domain::Account account;
  domain::Date today;
  std::optional<domain::Vision> vision;
  std::vector<LineCycle> cycles;  ///< to the farthest due date
  std::vector<GoalLine> goals;
  std::vector<figure::SupplyContract> contracts;  ///< that end by the end of the line
  std::vector<domain::Kpi> kpis;                  ///< in which a goal can be read
  domain::Sentence sentence;
};
BOOST_DESCRIBE_STRUCT(LongTermPage, (),
                      (revision, account, today, vision, cycles, goals, contracts, kpis, sentence))

LongTermPage long_term_page(Context& context, const Id& account);

}  // namespace takt::page
