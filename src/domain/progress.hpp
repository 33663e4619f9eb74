#pragma once
// The formulae 3.1 to 3.6 of docs/domain.md. Pure: time comes in as an argument. Undefined is no
// value, never 0 and never NaN.

#include <optional>
#include <span>
#include <vector>

#include "domain/band.hpp"
#include "domain/check_in.hpp"

namespace takt::domain {

/// Differences of percentages must not fail a threshold by a rounding error of the last bit.
inline constexpr double kRounding = 1e-9;

/// 3.1 Progress of a metric: (value − start) / (target − start). Unit: 1 (0.3 = 30 %). Not
/// clamped: negative below the start, above 1 over the target. Works for falling metrics.
/// No value where start = target.
std::optional<double> metric_progress(double start, double target, double value);

/// 3.2 Corridor: 1 inside lower…upper; outside max(0, 1 − distance / width), where distance is to
/// the nearer bound and width = upper − lower. One-sided: width = |bound|. A width of 0 gives 0
/// outside. No value without any bound.
std::optional<double> corridor_progress(std::optional<double> lower, std::optional<double> upper,
                                        double value);

/// 3.3 Degree of the stage reached, 0…1. No value where there is no such stage.
std::optional<double> stage_progress(std::span<const Stage> stages, int stage);

/// Where the stage that stood at `place` of `before` stands in `after`: the one of its name, else
/// of its degree, else at its place where there are as many, else the last that is no further.
int place_of_stage(std::span<const Stage> before, std::span<const Stage> after, int place);

/// 3.14 The stages that are left from the one at `place` on, which becomes the first: it is 0 %,
/// the last stays 100 %, and those between keep their distances.
std::vector<Stage> stages_from(std::span<const Stage> stages, int place);

/// Progress of a metric or corridor key result at a value; no value for stages.
std::optional<double> progress_at(const KeyResult& key_result, double value);

/// Progress in the kind of the key result itself, from one check-in at no particular site.
std::optional<double> progress(const KeyResult& key_result, const CheckIn& check_in);

/// What a key result stands at: the latest check-in, or the roll-up of its sites' latest ones.
struct Standpoint {
  std::optional<double> value;
  std::optional<int> stage;
  std::optional<double> progress;  ///< not clamped
  std::optional<int> confidence;   ///< of the latest check-in that names one
  std::optional<Date> last_check_in;
  std::optional<double> start;       ///< metric: what its progress counts from
  std::optional<int> sites_reached;  ///< 3.4 coverage; no value without site targets
  std::optional<int> sites_reported;
  std::optional<int> sites_total;
};

/// What one site of a roll-out stands at: its latest check-in, or its start before the first.
struct SiteStandpoint {
  std::optional<double> start;  ///< metric: its own, else an equal part of the key result's
  std::optional<double> value;
  std::optional<int> stage;  ///< before the first check-in the one that it starts from, if any
  std::optional<double> progress;  ///< towards its own target; not clamped
  bool reached = false;            ///< a site without a target: anything better than the start
  std::optional<Date> last_check_in;
};

/// Check-ins that hold on `day`: not superseded, effective by then, oldest first ("latest" is the
/// latest effective date, then the order of entry). A correction takes the place of what it
/// corrects, so that it never becomes "now" by itself; one of a later day does not count yet.
std::vector<CheckIn> effective_check_ins(std::span<const CheckIn> check_ins, Date day);

/// 3.4 What one of `sites` sites of a metric's roll-out starts from: its own start, or else an
/// equal part of the key result's.
double start_at(const KeyResult& key_result, const SiteTarget& target, std::size_t sites);

/// 3.4 What a metric's roll-out counts from: the sum of the starts of all its sites.
double sum_of_starts(const KeyResult& key_result, std::span<const SiteTarget> sites);

/// 3.4 Whether progress that counts from `start` goes the way that the metric was planned to go, up
/// or down to its target. Yes while the key result has no way itself.
bool keeps_way(const KeyResult& key_result, double start);

/// 3.4 One for each of `sites`; arguments as for standpoint().
std::vector<SiteStandpoint> site_standpoints(const KeyResult& key_result,
                                             std::span<const SiteTarget> sites,
                                             std::span<const CheckIn> check_ins);

/// 3.4 Where site targets exist and one site has reported at least: a metric is the sum over all
/// sites, those that have not reported at their start, between the sum of the starts and the key
/// result's target. A corridor has no value; its progress is the mean of the reporting sites'.
/// Stages are the mean degree over all sites. Coverage is the sites that reached their target
/// (corridor: are inside; stages: the last). `check_ins` as they come from effective_check_ins.
Standpoint standpoint(const KeyResult& key_result, std::span<const SiteTarget> sites,
                      std::span<const CheckIn> check_ins);

/// What a key result stood at after the check-ins of a day.
struct HistoryPoint {
  Date on;
  std::optional<double> value;
  std::optional<double> progress;
};
BOOST_DESCRIBE_STRUCT(HistoryPoint, (), (on, value, progress))

/// One point for each day with a check-in, oldest first; arguments as for standpoint().
std::vector<HistoryPoint> history(const KeyResult& key_result, std::span<const SiteTarget> sites,
                                  std::span<const CheckIn> check_ins);

/// A key result's part in its objective's progress.
struct WeightedProgress {
  std::optional<double> progress;
  double weight = 0;
};

/// Weights of key results in percent: those fixed by hand as they are, the rest to 100 spread
/// equally over the others. Dropped ones weigh 0.
std::vector<double> weights(std::span<const KeyResult> key_results);

/// 3.5 Σ wᵢ·clamp(pᵢ) / Σ wᵢ over the parts that have a value; always in 0…1. No value where
/// none has one or the weights add up to 0.
std::optional<double> roll_up(std::span<const WeightedProgress> parts);

/// 3.7 Like roll_up(), but what was never measured counts as 0. No value where nothing was.
std::optional<double> result(std::span<const WeightedProgress> parts);

/// 3.6 Elapsed days / days from `starts_on` to `due`, in 0…1. The first day counts as elapsed at
/// its end, so that the due date itself expects everything.
double expected_by(Date starts_on, Date due, Date today);

/// Confidence (0…10) in a band: from 7 high, from 4 medium; low is what puts a key result at risk.
Band confidence_band(int confidence);

/// 3.1 Whether less is better: the target lies below the start. Not known without either.
bool falls(std::optional<double> start, std::optional<double> target);

BOOST_DEFINE_ENUM_CLASS(Health, on_track, behind, at_risk, outdated, pending)

/// 3.6 Health from progress − expected (≥ −10 points on track, ≥ −25 behind, else at risk);
/// confidence ≤ 3 is at risk whatever the progress. Silence is never green: no check-in for more
/// than 1.5 × `usual_days` is outdated, never one is pending. `until`: today, but no later than
/// owed_until().
Health health(const Standpoint& standpoint, double expected, double usual_days, Date until);

/// 3.6 The last day on which check-ins are owed: the due date, or the day on which the target was
/// reached for good. A corridor is held until it is due.
Date owed_until(const KeyResult& key_result, std::span<const HistoryPoint> past, Date due);

/// 3.6 The usual spacing of a source's readings, by the median of their distances in days. No value
/// with fewer than two days.
std::optional<double> usual_spacing(std::span<const Date> readings);

/// 3.6 Check-ins due: a slot every `every` days from `from`, each served by the check-ins that it
/// is the nearest of all to (between two: the earlier), so that a late one moves nobody's next
/// date.
struct Slots {
  int due = 0;               ///< slots up to today
  int made = 0;              ///< of these, served ones
  std::optional<Date> next;  ///< the first slot after the last served one, past or coming
};
/// `since`: slots up to that day are nobody's duty yet; `until`: from owed_until().
Slots slots(Date from, Date since, int every, Date until, Date today,
            std::span<const Date> check_ins);

/// 3.6 How many of the sites were silent for more than 1.5 × `usual_days` on the day `until`; none
/// that reached its target.
int silent_sites(std::span<const SiteStandpoint> sites, double usual_days, Date until);

/// A stretch of time in which the last news was too old to believe.
struct Silence {
  Date from;  ///< the last day on which it was believed
  Date to;    ///< the day of the next news, or the last day that is told of
};
BOOST_DESCRIBE_STRUCT(Silence, (), (from, to))

/// 3.6 When a key result was outdated: whenever no news came for more than 1.5 × `usual_days`,
/// after the first. `heard`: days of news, ascending; `until`: as for health().
std::vector<Silence> silences(std::span<const Date> heard, double usual_days, Date until);

/// Health of an objective from its own progress: at best behind while a key result is at risk;
/// where that is on track, an outdated or pending key result still shows instead of green.
Health objective_health(std::optional<double> progress, double expected,
                        std::span<const Health> key_results);

/// 3.5 Health of a cycle or account: the worst of its objectives', in the order at risk, behind,
/// outdated, pending, on track. Pending where there is none.
Health worst(std::span<const Health> objectives);

}  // namespace takt::domain
