#pragma once
// What the interface shows: figures computed here, once, with the domain's formulae.

#include "domain/forecast.hpp"
#include "domain/progress.hpp"
#include "service/account_service.hpp"
#include "service/cockpit_parts.hpp"
#include "service/page_cache.hpp"
#include "service/series.hpp"
#include "service/signal_service.hpp"
#include "service/supply_service.hpp"

namespace takt::service {

struct TeamView {
  Id member;
  int version = 0;
  Person person;
  domain::TeamRole role = domain::TeamRole::member;
};
BOOST_DESCRIBE_STRUCT(TeamView, (), (member, version, person, role))

/// One site of a roll-out with what it stands at.
struct SiteView {
  domain::SiteTarget site_target;
  std::string name;
  std::optional<int> purchasers;
  std::optional<double> value;
  std::optional<int> stage;
  std::optional<double> progress;  ///< towards the site's own target, unit 1
  bool reached = false;
};
BOOST_DESCRIBE_STRUCT(SiteView, (),
                      (site_target, name, purchasers, value, stage, progress, reached))

/// A key result with its figures. Progress and expected in units of 1, progress not clamped.
struct KeyResultView {
  domain::KeyResult key_result;
  double weight = 0;  ///< effective share in percent
  std::optional<double> value;
  std::optional<int> stage;
  std::optional<double> progress;
  double expected = 0;
  domain::Health health = domain::Health::pending;
  std::optional<int> confidence;
  std::optional<domain::Date> last_check_in;
  std::optional<int> days_silent;
  std::string last_note;
  std::optional<Id> last_by;
  std::optional<int> sites_reached;
  std::optional<int> sites_total;
  std::vector<SiteView> sites;
  int open_actions = 0;
  std::optional<domain::Forecast> forecast;  ///< at its due date, in its unit; stages in percent
};
BOOST_DESCRIBE_STRUCT(KeyResultView, (),
                      (key_result, weight, value, stage, progress, expected, health, confidence,
                       last_check_in, days_silent, last_note, last_by, sites_reached, sites_total,
                       sites, open_actions, forecast))

struct ObjectiveView {
  domain::Objective objective;
  std::optional<double> progress;
  double expected = 0;
  domain::Health health = domain::Health::pending;
  int measured = 0;  ///< key results with a value
  int total = 0;     ///< key results that count
  int outdated = 0;
  int pending = 0;
  OutcomeView outcome;
  std::optional<domain::Forecast> forecast;  ///< of its progress at the end of the cycle, unit 1
  std::vector<KeyResultView> key_results;
};
BOOST_DESCRIBE_STRUCT(ObjectiveView, (),
                      (objective, progress, expected, health, measured, total, outdated, pending,
                       outcome, forecast, key_results))

struct CycleView {
  domain::Cycle cycle;
  int week = 0;  ///< the week that today is in, from 1; 0 before the start
  int weeks = 0;
  int objectives = 0;
};
BOOST_DESCRIBE_STRUCT(CycleView, (), (cycle, week, weeks, objectives))

struct GoalView {
  domain::LongTermGoal goal;
  int months_left = 0;
  int steps_in_cycle = 0;  ///< objectives of the shown cycle that contribute to it
};
BOOST_DESCRIBE_STRUCT(GoalView, (), (goal, months_left, steps_in_cycle))

/// A signal and the objective or key result that answers it.
struct AnsweredSignal {
  Id target;
  Id signal;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(AnsweredSignal, (), (target, signal, title))

struct Cockpit {
  domain::Account account;
  long long revision = 0;
  domain::Date today;
  std::optional<domain::Vision> vision;
  std::vector<GoalView> goals;
  std::vector<CycleView> cycles;
  std::optional<Id> cycle;  ///< the one whose objectives are shown
  std::optional<double> progress;
  std::optional<double> expected;
  std::vector<ObjectiveView> objectives;
  std::vector<TeamView> team;
  std::vector<domain::Site> sites;
  std::vector<domain::ProductArea> product_areas;
  std::vector<domain::Kpi> kpis;
  std::optional<SupplyPage> supply;       ///< of the latest period, without its series
  std::vector<SignalView> signals;        ///< that wait for an answer
  std::vector<domain::Meeting> meetings;  ///< running and next ones
  std::vector<AnsweredSignal> answered;   ///< which objective or key result answers what
  std::vector<Person> people;             ///< everybody named on the page
  std::vector<store::Change> activity;
};
BOOST_DESCRIBE_STRUCT(Cockpit, (),
                      (account, revision, today, vision, goals, cycles, cycle, progress, expected,
                       objectives, team, sites, product_areas, kpis, supply, signals, meetings,
                       answered, people, activity))

/// Builds the cockpit. `cycle`: which cycle's objectives to show; without one the active, else the
/// one in review, else the planned, else the latest.
Cockpit cockpit(Context& context, const Id& account, const std::optional<Id>& cycle);

/// The same as JSON for the caller, kept per account, revision and day.
PageCache::Page cockpit_page(Context& context, PageCache& pages, const Caller& caller,
                             const Id& account, const std::optional<Id>& cycle);

/// The same where it is kept already.
std::optional<PageCache::Page> kept_cockpit_page(Context& context, PageCache& pages,
                                                 const Caller& caller, const Id& account,
                                                 const std::optional<Id>& cycle);

/// A testimonial with the sites that use it.
struct TestimonialView {
  domain::Testimonial testimonial;
  std::vector<domain::TestimonialUse> uses;
};
BOOST_DESCRIBE_STRUCT(TestimonialView, (), (testimonial, uses))

/// All there is to one key result.
struct KeyResultPage {
  KeyResultView view;
  domain::Objective objective;
  domain::Cycle cycle;
  domain::Account account;
  domain::Date today;
  domain::Date due;
  std::vector<domain::HistoryPoint> chart;
  std::vector<domain::CheckIn> check_ins;  ///< newest first, superseded ones included
  std::vector<domain::Action> actions;
  std::vector<TestimonialView> testimonials;
  std::vector<domain::KeyResult> siblings;  ///< what it may depend on
  std::vector<domain::Site> all_sites;
  std::vector<domain::ProductArea> product_areas;
  std::vector<domain::Kpi> kpis;
  std::vector<Person> people;
};
BOOST_DESCRIBE_STRUCT(KeyResultPage, (),
                      (view, objective, cycle, account, today, due, chart, check_ins, actions,
                       testimonials, siblings, all_sites, product_areas, kpis, people))

KeyResultPage key_result_page(Context& context, const Caller& caller, const Id& key_result);

BOOST_DEFINE_ENUM_CLASS(DutyKind, check_in, action)

/// Something the caller owes.
struct Duty {
  DutyKind kind = DutyKind::check_in;
  Id account;
  std::string account_name;
  Id id;  ///< the key result or action
  int version = 0;
  std::optional<Id> key_result;
  std::string title;
  std::optional<domain::Date> due;
  int days_overdue = 0;  ///< negative: due in so many days
};
BOOST_DESCRIBE_STRUCT(Duty, (),
                      (kind, account, account_name, id, version, key_result, title, due,
                       days_overdue))

/// What the caller owes, most overdue first: check-ins due within three days and open actions.
std::vector<Duty> my_work(Context& context, const Caller& caller);

}  // namespace takt::service
