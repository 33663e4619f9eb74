#pragma once
// What unfolds under an account's line in the portfolio, kept beside it as of the same revision.

#include <span>

#include "domain/band.hpp"
#include "domain/effect.hpp"
#include "domain/meeting.hpp"
#include "domain/objective.hpp"
#include "domain/portfolio.hpp"
#include "domain/supply.hpp"
#include "store/entity_store.hpp"

namespace takt::store {

/// The share of supply in a period.
struct PortfolioShare {
  domain::Period period = domain::Period::quarter;
  domain::Date starts_on;
  std::optional<double> share;  ///< unit 1
  bool estimated = false;
};
BOOST_DESCRIBE_STRUCT(PortfolioShare, (), (period, starts_on, share, estimated))

/// How far an objective is while its cycle is not closed.
struct PortfolioCourse {
  std::optional<double> progress;
  double expected = 0;
  domain::Health health = domain::Health::pending;
};
BOOST_DESCRIBE_STRUCT(PortfolioCourse, (), (progress, expected, health))

/// An objective of the running cycle, or of the one that was closed last.
struct PortfolioObjective {
  Id objective;
  std::string title;
  Id cycle;
  std::optional<PortfolioCourse> course;  ///< no value where its cycle is closed
  std::optional<double> result;
  std::optional<double> effect;
  std::optional<double> so_far;
  domain::Quadrant quadrant = domain::Quadrant::unknown;
  domain::OutcomeKind outcome_kind = domain::OutcomeKind::none;
  std::string outcome;       ///< what should move, in words
  std::string outcome_unit;  ///< empty for a share of supply, which is in percent
  bool whole_share = false;  ///< it is *the* share of the account
  std::optional<double> baseline;
  std::optional<double> now;
  std::optional<double> target;
  int decimals = 1;
  std::optional<domain::Moved> moved;  ///< from its baseline
};
BOOST_DESCRIBE_STRUCT(PortfolioObjective, (),
                      (objective, title, cycle, course, result, effect, so_far, quadrant,
                       outcome_kind, outcome, outcome_unit, whole_share, baseline, now, target,
                       decimals, moved))

/// A theme of the account's signals of the last twelve months.
struct PortfolioTheme {
  domain::SignalTheme theme = domain::SignalTheme::other;
  int signals = 0;
  int waiting = 0;                           ///< of these
  std::optional<domain::Priority> priority;  ///< the highest; no value: none is assessed
};
BOOST_DESCRIBE_STRUCT(PortfolioTheme, (), (theme, signals, waiting, priority))

struct PortfolioDetail {
  std::vector<PortfolioShare> shares;          ///< of the last eight periods, the oldest first
  std::optional<double> share_change;          ///< *the* share − that of the period before
  std::vector<int> weeks;                      ///< check-ins of each of the last twelve weeks
  std::vector<PortfolioObjective> objectives;  ///< those of the running cycle first
  std::optional<Id> told;                      ///< the objective whose outcome tells of the account
  std::vector<PortfolioTheme> themes;
  int fresh = 0;                            ///< new signals that are not overdue
  bool without_signals = false;             ///< for longer than a plan should be
  std::optional<domain::Date> last_signal;  ///< the day on which one was recorded
  int cadence = 0;                          ///< months of a cycle
  bool meeting_missed = false;              ///< the last one was planned and did not begin
};
BOOST_DESCRIBE_STRUCT(PortfolioDetail, (),
                      (shares, share_change, weeks, objectives, told, themes, fresh,
                       without_signals, last_signal, cadence, meeting_missed))

struct KeptDetail {
  Id account;
  long long revision = 0;
  PortfolioDetail detail;
};
BOOST_DESCRIBE_STRUCT(KeptDetail, (), (account, revision, detail))

/// Keeps each, of an account of its own, in the place of the former one, unless that is of a later
/// revision.
void put_portfolio_details(Session& session, std::span<const KeptDetail> details);

/// Those of the `accounts` that have one.
std::vector<KeptDetail> portfolio_details(Session& session, std::span<const Id> accounts);

/// The days of an account's check-ins from `from` on; of a corrected one only the correction.
std::vector<domain::Date> check_in_days(Session& session, const Id& account, domain::Date from);

/// What became of the account's latest meeting that was planned before `by`; no value without any.
std::optional<domain::MeetingState> last_meeting_state(Session& session, const Id& account,
                                                       domain::Instant by);

}  // namespace takt::store
