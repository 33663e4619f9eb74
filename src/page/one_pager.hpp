#pragma once
// The one-pager (Kurzfassung) of an account: how it stands, on one page, for those who do not work
// in Takt. What the PDF, the slide and the shared page show comes from here; it names people and
// things by their names, for its reader can't look up an id.

#include "domain/audience.hpp"
#include "domain/forecast.hpp"
#include "domain/key_result.hpp"
#include "domain/meeting.hpp"
#include "domain/objective.hpp"
#include "domain/open_question.hpp"
#include "domain/progress.hpp"
#include "domain/signal.hpp"
#include "domain/state_sentence.hpp"
#include "domain/supply.hpp"
#include "page/page.hpp"

namespace takt::page {

/// Where a key result stands; what its kind does not have is empty.
struct OnePagerKeyResult {
  std::string title;
  std::string owner;
  std::string initials;
  domain::KeyResultKind kind = domain::KeyResultKind::metric;
  std::string unit;
  int decimals = 1;       ///< of `start` and `value`, where these were computed
  bool computed = false;  ///< it follows a KPI or the share of supply
  bool falling = false;   ///< less is better
  std::optional<double> start;
  std::optional<double> value;
  std::optional<double> target;  ///< metric
  std::optional<double> lower;   ///< corridor
  std::optional<double> upper;   ///< the same
  std::optional<int> stage;      ///< the one reached, from 0
  int stages = 0;
  std::string stage_title;         ///< of the one reached
  std::optional<double> progress;  ///< unit 1, not clamped
  double expected = 0;             ///< by now, unit 1
  domain::Health health = domain::Health::pending;
  std::optional<int> confidence;
  std::optional<int> sites_reached;
  std::optional<int> sites_total;
};
BOOST_DESCRIBE_STRUCT(OnePagerKeyResult, (),
                      (title, owner, initials, kind, unit, decimals, computed, falling, start,
                       value, target, lower, upper, stage, stages, stage_title, progress, expected,
                       health, confidence, sites_reached, sites_total))

/// What should move at the customer.
struct OnePagerOutcome {
  domain::OutcomeKind kind = domain::OutcomeKind::none;
  std::string name;  ///< in the team's words; empty: its kind says it
  std::string unit;
  int decimals = 1;  ///< of all figures but the target
  std::optional<double> baseline;
  std::optional<double> now;
  std::optional<double> target;
  bool estimated = false;
  std::vector<double> course;  ///< what was read so far, oldest first
};
BOOST_DESCRIBE_STRUCT(OnePagerOutcome, (),
                      (kind, name, unit, decimals, baseline, now, target, estimated, course))

struct OnePagerObjective {
  std::string title;
  std::string customer_goal;
  domain::ObjectiveState state = domain::ObjectiveState::draft;
  std::optional<double> progress;
  double expected = 0;
  domain::Health health = domain::Health::pending;
  int measured = 0;  ///< key results with a value
  int total = 0;
  int outdated = 0;
  int pending = 0;
  std::optional<domain::Forecast> forecast;  ///< of the progress, unit 1
  OnePagerOutcome outcome;
  std::vector<OnePagerKeyResult> key_results;
};
BOOST_DESCRIBE_STRUCT(OnePagerObjective, (),
                      (title, customer_goal, state, progress, expected, health, measured, total,
                       outdated, pending, forecast, outcome, key_results))

/// The cycle shown, or one to come, and the long-term goals due in it.
struct OnePagerCycle {
  std::string name;
  domain::Date starts_on;
  domain::Date ends_on;
  std::vector<std::string> goals;
};
BOOST_DESCRIBE_STRUCT(OnePagerCycle, (), (name, starts_on, ends_on, goals))

struct OnePagerCell {
  std::optional<double> share;  ///< unit 1
  bool estimated = false;
  bool white = false;  ///< demand, but no supply of ours
};
BOOST_DESCRIBE_STRUCT(OnePagerCell, (), (share, estimated, white))

/// A site with its cells in the order of the areas, and its total last.
struct OnePagerSite {
  std::string name;  ///< empty: what is not split among sites
  std::vector<OnePagerCell> cells;
};
BOOST_DESCRIBE_STRUCT(OnePagerSite, (), (name, cells))

struct OnePagerSupply {
  domain::Period period = domain::Period::quarter;
  domain::Date starts_on;
  bool running = false;  ///< the period is not over
  std::vector<std::string> areas;
  std::vector<OnePagerSite> sites;
  std::vector<OnePagerCell> totals;  ///< of the areas, and that of the account last
};
BOOST_DESCRIBE_STRUCT(OnePagerSupply, (), (period, starts_on, running, areas, sites, totals))

struct OnePagerSignal {
  std::string title;
  std::optional<domain::Priority> priority;
  int days = 0;  ///< since it was recorded
  bool overdue = false;
};
BOOST_DESCRIBE_STRUCT(OnePagerSignal, (), (title, priority, days, overdue))

struct OnePagerMeeting {
  domain::MeetingKind kind = domain::MeetingKind::check_in;
  domain::Instant planned_at;
  std::string place;
};
BOOST_DESCRIBE_STRUCT(OnePagerMeeting, (), (kind, planned_at, place))

struct OnePagerQuestion {
  std::string text;
  std::optional<domain::Date> ask_by;
};
BOOST_DESCRIBE_STRUCT(OnePagerQuestion, (), (text, ask_by))

/// What the customer said at one site and released for the others.
struct OnePagerTestimonial {
  std::string text;
  std::string site;
};
BOOST_DESCRIBE_STRUCT(OnePagerTestimonial, (), (text, site))

struct OnePager {
  domain::Audience audience = domain::Audience::management;
  std::string organisation;
  std::string account;
  std::string industry;
  domain::Date today;
  std::string vision;
  std::optional<int> horizon;  ///< the year of the vision
  domain::Sentence sentence;
  std::optional<OnePagerCycle> cycle;
  int week = 0;  ///< of the cycle, from 1; 0 before it starts
  int weeks = 0;
  std::optional<double> progress;
  std::optional<double> expected;
  std::vector<OnePagerCycle> coming;
  std::vector<OnePagerObjective> objectives;
  std::optional<OnePagerSupply> supply;
  std::vector<OnePagerSignal> signals;  ///< that wait for an answer, the most urgent first
  std::vector<OnePagerMeeting> meetings;
  std::vector<OnePagerQuestion> questions;  ///< open ones, for the team alone
  std::vector<OnePagerTestimonial> testimonials;
  std::vector<std::string> team;  ///< the key account manager first
  std::string sponsor;
};
BOOST_DESCRIBE_STRUCT(OnePager, (),
                      (audience, organisation, account, industry, today, vision, horizon, sentence,
                       cycle, week, weeks, progress, expected, coming, objectives, supply, signals,
                       meetings, questions, testimonials, team, sponsor))

/// The account as `audience` may see it. `cycle`: which one; without, that of the cockpit. For a
/// caller whose right was asked.
OnePager one_pager(Context& context, const Id& account, domain::Audience audience,
                   const std::optional<Id>& cycle);

/// The same within a transaction in which more is read.
OnePager one_pager(store::Session& session, domain::Date today, const Id& account,
                   domain::Audience audience, const std::optional<Id>& cycle);

}  // namespace takt::page
