#pragma once
// An account's line in the portfolio.

#include <span>

#include "figure/figure.hpp"
#include "store/portfolio_detail.hpp"
#include "store/portfolio_store.hpp"

namespace takt::figure {

using store::PortfolioFigures;

/// An account's line, and what unfolds under it.
struct PortfolioKept {
  PortfolioFigures figures;
  store::PortfolioDetail detail;
};

/// Both of an account as of `now`.
PortfolioKept portfolio_kept(store::Session& session, const Id& account, domain::Instant now);

/// Those of some hundred accounts within one read, in their order: the same, from rows that are
/// read together (store/together.hpp).
std::vector<PortfolioKept> portfolio_kept(store::Session& session, std::span<const Id> accounts,
                                          domain::Instant now);

}  // namespace takt::figure
