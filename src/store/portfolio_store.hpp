#pragma once
// The portfolio's kept lines, one an account, as of a revision and a day.

#include <span>

#include "domain/effect.hpp"
#include "domain/portfolio.hpp"
#include "domain/progress.hpp"
#include "domain/supply.hpp"
#include "store/entity_store.hpp"
#include "store/named_id.hpp"

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
  std::optional<double> share;   ///< *the* share of supply (3.8), unit 1
  std::optional<double> demand;  ///< that the share is of, in its unit
  int waiting = 0;               ///< signals without an answer
  int overdue = 0;
  std::optional<domain::Instant> next_meeting;
  std::optional<double> agility;  ///< 0…100
  std::optional<domain::Date> last_check_in;
  std::optional<domain::SupplyUnit> share_unit;
  std::optional<domain::Period> share_period;  ///< that the share is of
  std::optional<domain::Date> share_starts_on;
  bool share_running = false;
  std::optional<double> year_volume;             ///< of the last twelve months, in EUR
  std::optional<double> year_demand;             ///< the same; no value where they are not known
  std::vector<domain::QuadrantCount> quadrants;  ///< of the running cycle's objectives
  bool drifting = false;                         ///< domain::drifts()
  bool resting = false;                          ///< domain::rests()
  int outdated = 0;                              ///< key results of the running cycle
};
BOOST_DESCRIBE_STRUCT(PortfolioFigures, (),
                      (account, revision, day, health, progress, expected, effect, share, demand,
                       waiting, overdue, next_meeting, agility, last_check_in, share_unit,
                       share_period, share_starts_on, share_running, year_volume, year_demand,
                       quadrants, drifting, resting, outdated))

/// Keeps the figures, each of an account of its own, in the place of the account's former ones,
/// unless these are of a later revision.
void put_portfolio_figures(Session& session, std::span<const PortfolioFigures> figures);

using domain::PortfolioOrder;

/// Which lines are wanted; what is empty does not narrow them.
struct PortfolioFilter {
  std::optional<Id> user{};  ///< of the accounts whose team the user is on
  std::optional<domain::Health> health{};
  bool only_waiting = false;
  bool only_drifting = false;
  bool only_resting = false;
  std::optional<domain::SignalTheme> theme{};  ///< of a signal of the twelve months up to `today`
  domain::Date today{};
  std::optional<Id> manager{};  ///< a key account manager of the account
  std::optional<Id> parent{};   ///< this account, where the user sees it, and those below it
  bool only_below = false;      ///< without `parent` itself
  /// In name, code, industry and id in the CRM or ERP, by domain::search_key. Of accents or
  /// characters without a width alone nothing is left to search for: as no search.
  std::string search{};
};

/// A kept line with its account's names and what tells whether it is out of date.
struct PortfolioRow : PortfolioFigures {
  std::string name;
  std::string code;
  std::string industry;
  long long latest = 0;      ///< the account's revision now
  std::optional<Id> parent;  ///< that the filter's user sees, be it archived
  std::string parent_name;
};
BOOST_DESCRIBE_STRUCT(PortfolioRow, (PortfolioFigures),
                      (name, code, industry, latest, parent, parent_name))

/// `reversed`: from the other end, what is not known last all the same.
std::vector<PortfolioRow> portfolio_rows(Session& session, const PortfolioFilter& filter,
                                         PortfolioOrder order, int most, int skip,
                                         bool reversed = false);

/// How many accounts fit.
int count_portfolio(Session& session, const PortfolioFilter& filter);

/// How many of all that fit are of a kind.
struct PortfolioKinds {
  int all = 0;
  int drifting = 0;
  int waiting = 0;
  int resting = 0;
};
BOOST_DESCRIBE_STRUCT(PortfolioKinds, (), (all, drifting, waiting, resting))

PortfolioKinds portfolio_kinds(Session& session, const PortfolioFilter& filter);

/// The key account managers of the accounts that the user sees, by name; without a user of all.
std::vector<NamedId> portfolio_managers(Session& session, const std::optional<Id>& user);

/// Over all lines that fit.
struct PortfolioTotals {
  int accounts = 0;
  int waiting = 0;
  std::optional<double> share;  ///< of supply, of the last twelve months: a ratio of sums
  int without_share = 0;        ///< accounts whose last twelve months are not known
  int at_risk = 0;              ///< accounts of this health, and so on
  int behind = 0;
  int outdated = 0;
  int pending = 0;
  int on_track = 0;
  int overdue = 0;  ///< signals
  int resting = 0;  ///< accounts whose plan rests
};
BOOST_DESCRIBE_STRUCT(PortfolioTotals, (),
                      (accounts, waiting, share, without_share, at_risk, behind, outdated, pending,
                       on_track, overdue, resting))

/// With the names of up to `most` accounts that the total share leaves out, in order.
struct PortfolioTotalsWithNames : PortfolioTotals {
  std::vector<std::string> left_out;
};

PortfolioTotalsWithNames portfolio_totals(Session& session, const PortfolioFilter& filter,
                                          int most);

/// An account whose line is missing or out of date.
struct StaleAccount {
  Id account;
  bool changed = false;  ///< it was written since; else only the day is another one
  int all = 0;           ///< how many accounts are stale, this one among them
};
BOOST_DESCRIBE_STRUCT(StaleAccount, (), (account, changed, all))

/// Up to `most` of those that fit the filter's user, parent and search, the changed ones first:
/// what a line that is out of date says of health and signals narrows nothing.
std::vector<StaleAccount> stale_accounts(Session& session, const PortfolioFilter& filter,
                                         domain::Date today, int most);

}  // namespace takt::store
