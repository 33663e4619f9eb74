#pragma once
// The portfolio: one line an account, kept in the database as of a revision and a day, so that ten
// thousand of them can be filtered and put in order at once.

#include "service/agility_service.hpp"

namespace takt::service {

/// The kept figures of an account.
struct PortfolioFigures {
  Id account;
  long long revision = 0;
  domain::Date day;
  domain::Health health = domain::Health::pending;
  std::optional<double> progress;
  std::optional<double> expected;
  std::optional<double> effect;  ///< mean effect of the running cycle's outcomes, unit 1
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

struct PortfolioLine {
  PortfolioFigures figures;
  std::string name;
  std::string code;
  std::string industry;
  std::string cycle;  ///< the running one's name; empty where none runs
  std::vector<std::string> managers;
};
BOOST_DESCRIBE_STRUCT(PortfolioLine, (), (figures, name, code, industry, cycle, managers))

BOOST_DEFINE_ENUM_CLASS(PortfolioOrder, name, health, progress, effect, waiting, agility, meeting)

struct PortfolioQuery {
  std::string search{};
  std::optional<domain::Health> health{};
  bool only_waiting = false;
  PortfolioOrder order = PortfolioOrder::health;
  int page = 0;
};

struct PortfolioPage {
  int accounts = 0;  ///< that fit the query
  int pages = 0;
  int waiting = 0;              ///< signals without an answer, in all that fit
  std::optional<double> share;  ///< of supply, over all that fit: a ratio of sums
  std::vector<PortfolioLine> lines;
};
BOOST_DESCRIBE_STRUCT(PortfolioPage, (), (accounts, pages, waiting, share, lines))

/// Of the accounts that the caller sees. Lines on the page that are out of date are made again
/// first; the order of the others may be some seconds old.
PortfolioPage portfolio(Context& context, const Caller& caller, const PortfolioQuery& query);

/// Makes the line of a new account.
void add_portfolio_line(store::Session& session, const Id& account, domain::Instant now);

/// Makes up to `most` lines that are missing or out of date; how many there were.
int refresh_portfolio(Context& context, int most);

}  // namespace takt::service
