#pragma once
// How agile does a team react, how agile is its plan? See docs/domain.md, 3.12.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

namespace takt::domain {

/// What happened in an account within a window of time (a cycle, usually), counted.
struct AgilityFacts {
  double months = 0;                   ///< length of the window so far
  std::optional<int> cycle_months{};   ///< length of its cycle; no value without one
  int meetings_due = 0;                ///< planned for a day that is over, or held
  int meetings_held = 0;               ///< of these, begun within two days of their date
  int signals = 0;                     ///< recorded
  std::vector<double> sensing_lags;    ///< days from observed to recorded
  std::vector<double> response_times;  ///< days from recorded to the first response
  std::vector<double> waiting_times;   ///< days that those without a response wait by now
  int high_signals = 0;                ///< that are older than 14 days or answered
  int high_answered = 0;               ///< of these, answered within 14 days
  int objectives = 0;                  ///< of the cycle, dropped ones included
  int objectives_adapted = 0;          ///< that, or whose parts, came, changed or went for a reason
  int check_ins_due = 0;               ///< 3.6; of what was not dropped
  int check_ins_made = 0;
  int objectives_kept = 0;  ///< that were not dropped
  int objectives_tied = 0;  ///< of these, those that contribute to a long-term goal
  int goals = 0;            ///< open long-term goals
  int goals_with_step = 0;  ///< of these, with a contributing objective in the cycle
  int reviews = 0;          ///< of the cycle's objectives that were not dropped, whenever written
  int reviews_read = 0;     ///< of these, with an outcome read from the cycle's midpoint on
  int reviews_learned = 0;  ///< of these, with a lesson, too
};

/// One figure: 0–100 where there is data, its raw numbers, and what to do next as a code.
struct AgilityFigure {
  std::string code;
  std::optional<double> score;
  /// In the order in which the interface's sentence names them.
  std::vector<std::optional<double>> raw;
  std::string advice;
};
BOOST_DESCRIBE_STRUCT(AgilityFigure, (), (code, score, raw, advice))

/// From here on a figure of the agility check is good.
inline constexpr double kGoodAgility = 75;

/// Median of the response times, where a signal that waits counts once it waits longer than the
/// median of those answered, so that new ones can't improve it; where none was answered yet, once
/// it is overdue. Days.
std::optional<double> response_time(const AgilityFacts& facts);

/// 3.12 cadence, sensing, response, adaptation, freshness, long_term_tie, learning; in this order.
std::vector<AgilityFigure> agility(const AgilityFacts& facts);

/// Mean of the figures with data; no value before anything happened: a plan alone has no history.
std::optional<double> agility_total(const std::vector<AgilityFigure>& figures);

}  // namespace takt::domain
