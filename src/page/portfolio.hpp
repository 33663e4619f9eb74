#pragma once
// The portfolio: one line an account, kept in the database as of a revision and a day, so that ten
// thousand of them can be filtered and put in order at once.

#include "domain/progress.hpp"
#include "domain/state_sentence.hpp"
#include "figure/portfolio.hpp"
#include "page/page.hpp"

namespace takt::page {

struct PortfolioLine {
  figure::PortfolioFigures figures;
  std::string name;
  std::string code;
  std::string industry;
  std::string cycle;  ///< the current one's name; empty where there is none
  std::vector<std::string> managers;
  std::optional<Id> parent;  ///< no value where the caller does not see it, either
  std::string parent_name;
  std::optional<store::PortfolioDetail> detail;  ///< where it is asked for
};
BOOST_DESCRIBE_STRUCT(PortfolioLine, (),
                      (figures, name, code, industry, cycle, managers, parent, parent_name, detail))

/// Whether some of its share is estimated; of a line with its detail, whose last share it is.
bool share_estimated(const PortfolioLine& line);

/// How many accounts are of a health.
struct HealthCount {
  domain::Health health = domain::Health::pending;
  int accounts = 0;
};
BOOST_DESCRIBE_STRUCT(HealthCount, (), (health, accounts))

using store::PortfolioOrder;

struct PortfolioQuery {
  domain::PortfolioChoice choice{};  ///< of a parent that is not seen: no account
  bool only_below = false;           ///< without the choice's `parent` itself
  int page = 0;
  bool whole = false;  ///< all lines that fit on one page
  bool detail = false;
};

struct PortfolioPage {
  int accounts = 0;  ///< that fit the query
  int pages = 0;
  int waiting = 0;  ///< signals without an answer, in all that fit
  int overdue = 0;  ///< of these
  /// Of supply, of the last twelve months of all that fit: a ratio of sums.
  std::optional<double> share;
  std::vector<PortfolioLine> lines;
  int without_share = 0;                    ///< accounts that the share leaves out
  std::vector<std::string> left_out_names;  ///< the first of their names
  int older = 0;  ///< accounts whose line is out of date, in totals and filters too
  std::vector<HealthCount> healths;  ///< of all that fit, the worst first
  domain::Sentence sentence;         ///< of all that the caller sees, whatever the query
  domain::QuadrantBorders borders;
};
BOOST_DESCRIBE_STRUCT(PortfolioPage, (),
                      (accounts, pages, waiting, overdue, share, lines, without_share,
                       left_out_names, older, healths, sentence, borders))

/// Of the accounts that the caller sees. Up to fifty lines that are out of date are made again
/// first, so that whoever wrote sees it in totals, filters and order at once; after a mass change
/// or midnight the others are some seconds `older`.
PortfolioPage portfolio(Context& context, const Caller& caller, const PortfolioQuery& query);

/// A view that the caller keeps, with how many accounts it shows now.
struct KeptView {
  domain::PortfolioView view;
  int accounts = 0;
};
BOOST_DESCRIBE_STRUCT(KeptView, (), (view, accounts))

struct PortfolioViews {
  store::PortfolioKinds kinds;             ///< of all that the caller sees
  std::vector<KeptView> kept;              ///< in the order in which they were kept
  int most = domain::kMostPortfolioViews;  ///< so many can be kept
  std::vector<store::NamedId> managers;    ///< whose accounts can be asked for
};
BOOST_DESCRIBE_STRUCT(PortfolioViews, (), (kinds, kept, most, managers))

/// The caller's own; nobody else's. Lines that are out of date are made again first, as above.
PortfolioViews portfolio_views(Context& context, const Caller& caller);

/// Makes up to `most` lines that are missing or out of date; how many there were.
int refresh_portfolio(Context& context, int most);

}  // namespace takt::page
