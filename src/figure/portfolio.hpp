#pragma once
// An account's line in the portfolio.

#include "figure/figure.hpp"
#include "store/portfolio_store.hpp"

namespace takt::figure {

using store::PortfolioFigures;

/// The figures of an account as of `now`.
PortfolioFigures portfolio_figures(store::Session& session, const Id& account, domain::Instant now);

}  // namespace takt::figure
