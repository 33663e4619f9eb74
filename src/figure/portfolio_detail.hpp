#pragma once
// What unfolds under an account's line in the portfolio.

#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "figure/plan.hpp"
#include "figure/series.hpp"
#include "figure/signal.hpp"
#include "store/portfolio_detail.hpp"

namespace takt::figure {

using store::PortfolioDetail;

/// What a line is made from, which its detail is made from, too.
struct PortfolioRows {
  const domain::Account& account;
  const std::vector<domain::Cycle>& cycles;
  std::optional<domain::Cycle> running;
  const std::vector<ObjectiveView>& plan;  ///< of the running cycle
  const Series& series;
  const std::vector<SignalView>& signals;
  const std::vector<domain::Review>& reviews;
  domain::Date today;
};

/// The cycle that was closed last, whose objectives are told, too; null where none was.
const domain::Cycle* closed_last(const std::vector<domain::Cycle>& cycles);

PortfolioDetail portfolio_detail(store::Session& session, const PortfolioRows& rows);

}  // namespace takt::figure
