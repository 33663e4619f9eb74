#pragma once
// Objectives and key results of a cycle with their figures: what cockpit, lists, meetings, reviews
// and my work have in common.

#include "domain/account.hpp"
#include "domain/check_in.hpp"
#include "domain/cycle.hpp"
#include "domain/forecast.hpp"
#include "domain/key_result.hpp"
#include "domain/objective.hpp"
#include "domain/progress.hpp"
#include "domain/site.hpp"
#include "figure/figure.hpp"
#include "figure/series.hpp"

namespace takt::figure {

/// One site of a roll-out with what it stands at.
struct SiteView {
  domain::SiteTarget site_target;
  std::string name;
  bool archived = false;  ///< the site; it takes no check-ins
  std::optional<int> purchasers;
  std::optional<double> start;  ///< metric: its own, else an equal part of the key result's
  std::optional<double> value;
  std::optional<int> stage;
  std::optional<double> progress;  ///< towards the site's own target, unit 1
  bool reached = false;
};
BOOST_DESCRIBE_STRUCT(SiteView, (),
                      (site_target, name, archived, purchasers, start, value, stage, progress,
                       reached))

/// A key result with its figures. Progress and expected in units of 1, progress not clamped.
struct KeyResultView {
  domain::KeyResult key_result;
  double weight = 0;            ///< effective share in percent
  std::optional<double> start;  ///< metric: what the progress counts from; rolled out: of all sites
  std::optional<double> value;
  bool falling = false;  ///< less is better
  int decimals = 1;      ///< to which what was computed is shown (3.13)
  std::optional<int> stage;
  std::optional<double> progress;
  double expected = 0;
  domain::Health health = domain::Health::pending;
  std::optional<int> confidence;
  std::optional<domain::Band> confidence_band;
  std::optional<domain::Date> last_check_in;
  std::optional<int> days_silent;
  int check_ins_due = 0;                      ///< slots of the rhythm up to today
  int check_ins_made = 0;                     ///< of these, served ones
  std::optional<domain::Date> next_check_in;  ///< the slot that is owed next, past or coming
  std::string last_note;
  std::optional<Id> last_by;
  std::optional<int> sites_reached;
  std::optional<int> sites_reported;
  std::optional<int> sites_silent;
  std::optional<int> sites_total;
  std::vector<SiteView> sites;
  int open_actions = 0;
  std::optional<domain::Forecast> forecast;  ///< at its due date, in its unit; stages in percent
};
BOOST_DESCRIBE_STRUCT(KeyResultView, (),
                      (key_result, weight, start, value, falling, decimals, stage, progress,
                       expected, health, confidence, confidence_band, last_check_in, days_silent,
                       check_ins_due, check_ins_made, next_check_in, last_note, last_by,
                       sites_reached, sites_reported, sites_silent, sites_total, sites,
                       open_actions, forecast))

struct ObjectiveView {
  domain::Objective objective;
  std::optional<double> progress;
  std::optional<double> result;  ///< 3.7: what was never measured counts as 0
  double expected = 0;
  domain::Health health = domain::Health::pending;
  int measured = 0;                 ///< key results with a value
  int total = 0;                    ///< key results that count
  bool enough_key_results = false;  ///< one more would be many
  int outdated = 0;
  int pending = 0;
  OutcomeView outcome;                       ///< as it reads now, also after the close
  std::optional<double> effect_at_close;     ///< 3.9 as it was known then; of an open cycle, now
  std::optional<domain::Forecast> forecast;  ///< of its progress at the end of the cycle, unit 1
  std::vector<KeyResultView> key_results;
};
BOOST_DESCRIBE_STRUCT(ObjectiveView, (),
                      (objective, progress, result, expected, health, measured, total,
                       enough_key_results, outdated, pending, outcome, effect_at_close, forecast,
                       key_results))

/// The day as of which a cycle's figures are told: today, until it ends or is closed.
domain::Date as_of(const domain::Cycle& cycle, domain::Date today);

/// Whether figures come with forecasts, which cost the most and are asked for by who shows them.
enum class Forecasts { without, with };

std::vector<ObjectiveView> plan_of(store::Session& session, const domain::Account& account,
                                   const domain::Cycle& cycle,
                                   const std::vector<domain::Site>& sites, const Series& series,
                                   domain::Date today, Forecasts forecasts = Forecasts::without);

/// One objective with its figures, without forecasts; `also` is a check-in that is not stored.
ObjectiveView objective_view(store::Session& session, const domain::Account& account,
                             const domain::Cycle& cycle, const domain::Objective& objective,
                             domain::Date today, const domain::CheckIn* also = nullptr);

/// One key result with its figures and forecast.
KeyResultView key_result_view(store::Session& session, const domain::Account& account,
                              const domain::Cycle& cycle, const domain::KeyResult& key_result,
                              domain::Date today);

/// What a key result stood at over its cycle, and when nothing was heard of it.
struct Course {
  std::vector<domain::HistoryPoint> history;
  std::vector<domain::Silence> silences;
};

Course course_of(store::Session& session, const domain::Account& account,
                 const domain::Cycle& cycle, const domain::KeyResult& key_result,
                 domain::Date today);

/// Progress over the objectives that count, each of the same weight.
std::optional<double> progress_of(const std::vector<ObjectiveView>& objectives);

/// Whether one more objective would be many.
bool enough_objectives(const std::vector<ObjectiveView>& objectives);

/// The worst health of the objectives that count.
domain::Health health_of(const std::vector<ObjectiveView>& objectives);

}  // namespace takt::figure
