#pragma once
// All of an account on one page.

#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "domain/goal.hpp"
#include "domain/kpi.hpp"
#include "domain/meeting.hpp"
#include "domain/product_area.hpp"
#include "domain/site.hpp"
#include "domain/state_sentence.hpp"
#include "figure/goal.hpp"
#include "figure/next_cycle.hpp"
#include "figure/people.hpp"
#include "figure/plan.hpp"
#include "figure/signal.hpp"
#include "figure/supply.hpp"
#include "page/page.hpp"
#include "page/page_cache.hpp"
#include "store/signal_store.hpp"

namespace takt::page {

struct CycleView {
  domain::Cycle cycle;
  int week = 0;  ///< the week that today is in, from 1; 0 before the start
  int weeks = 0;
  int objectives = 0;  ///< dropped ones left out
};
BOOST_DESCRIBE_STRUCT(CycleView, (), (cycle, week, weeks, objectives))

struct Cockpit {
  domain::Account account;
  long long revision = 0;
  domain::Date today;
  std::optional<domain::Vision> vision;
  std::vector<figure::GoalView> goals;
  std::vector<CycleView> cycles;
  std::vector<figure::NextCycle> coming;  ///< as on the long-term line, to the farthest due date
  std::optional<Id> cycle;                ///< the one whose objectives are shown
  std::optional<double> progress;
  std::optional<double> expected;
  std::vector<figure::ObjectiveView> objectives;
  bool enough_objectives = false;  ///< one more would be many
  std::vector<figure::TeamView> team;
  std::vector<domain::Site> sites;
  std::vector<domain::ProductArea> product_areas;
  std::vector<domain::Kpi> kpis;
  std::optional<figure::SupplyPage> supply;  ///< of the period of *the* share, without its series
  std::vector<figure::SignalView> signals;   ///< that wait for an answer
  std::vector<domain::Meeting> meetings;     ///< running and next ones
  std::vector<store::AnsweredSignal> answered;  ///< what the shown ones answer
  std::vector<figure::Person> people;           ///< everybody named on the page
  std::vector<store::Change> activity;
  domain::Sentence sentence;  ///< of the present cycle, whichever is shown
};
BOOST_DESCRIBE_STRUCT(Cockpit, (),
                      (account, revision, today, vision, goals, cycles, coming, cycle, progress,
                       expected, objectives, enough_objectives, team, sites, product_areas, kpis,
                       supply, signals, meetings, answered, people, activity, sentence))

/// Builds the cockpit. `cycle`: which cycle's objectives to show; without one see
/// domain::shown_cycle.
Cockpit cockpit(Context& context, const Id& account, const std::optional<Id>& cycle);

/// The same within a transaction in which more is read.
Cockpit cockpit(store::Session& session, domain::Date today, const Id& account,
                const std::optional<Id>& cycle);

/// The same as JSON for the caller, kept per account, revision and day.
PageCache::Page cockpit_page(Context& context, PageCache& pages, const Caller& caller,
                             const Id& account, const std::optional<Id>& cycle);

/// The same where it is kept already.
std::optional<PageCache::Page> kept_cockpit_page(Context& context, PageCache& pages,
                                                 const Caller& caller, const Id& account,
                                                 const std::optional<Id>& cycle);

}  // namespace takt::page
