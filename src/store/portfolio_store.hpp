#pragma once
// The portfolio's kept lines, one an account, as of a revision and a day.

#include "domain/progress.hpp"
#include "store/entity_store.hpp"

namespace takt::store {

/// The kept figures of an account.
struct PortfolioFigures {
  Id account;
  long long revision = 0;
  domain::Date day;
  domain::Health health = domain::Health::pending;
  std::optional<double> progress;
  std::optional<double> expected;
  std::optional<double> effect;  ///< median effect of the running cycle's outcomes, unit 1
  std::optional<double> share;   ///< share of supply, latest period, unit 1
  std::optional<double> demand;  ///< that the share is of, in EUR; no value for other units
  int waiting = 0;               ///< signals without an answer
  int overdue = 0;
  std::optional<domain::Instant> next_meeting;
  std::optional<double> agility;  ///< 0…100
  std::optional<domain::Date> last_check_in;
};
BOOST_DESCRIBE_STRUCT(PortfolioFigures, (),
                      (account, revision, day, health, progress, expected, effect, share, demand,
                       waiting, overdue, next_meeting, agility, last_check_in))

/// Keeps the figures in the place of the account's former ones.
void put_portfolio_figures(Session& session, const PortfolioFigures& figures);

BOOST_DEFINE_ENUM_CLASS(PortfolioOrder, name, health, progress, effect, waiting, agility, meeting)

/// Which lines are wanted; what is empty does not narrow them.
struct PortfolioFilter {
  std::optional<Id> user{};  ///< of the accounts whose team the user is on
  std::optional<domain::Health> health{};
  bool only_waiting = false;
  std::string search{};  ///< in name, code and industry, whatever its case
};

/// A kept line with its account's names and what tells whether it is out of date.
struct PortfolioRow : PortfolioFigures {
  std::string name;
  std::string code;
  std::string industry;
  long long latest = 0;  ///< the account's revision now
};
BOOST_DESCRIBE_STRUCT(PortfolioRow, (PortfolioFigures), (name, code, industry, latest))

std::vector<PortfolioRow> portfolio_rows(Session& session, const PortfolioFilter& filter,
                                         PortfolioOrder order, int most, int skip);

/// Over all lines that fit.
struct PortfolioTotals {
  int accounts = 0;
  int waiting = 0;
  std::optional<double> share;  ///< of supply: a ratio of sums
};
BOOST_DESCRIBE_STRUCT(PortfolioTotals, (), (accounts, waiting, share))

PortfolioTotals portfolio_totals(Session& session, const PortfolioFilter& filter);

/// Up to `most` accounts whose line is missing, of another revision or of another day.
std::vector<Id> stale_accounts(Session& session, domain::Date today, int most);

}  // namespace takt::store
