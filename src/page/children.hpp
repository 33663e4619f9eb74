#pragma once
// The accounts below one, as the portfolio shows them: what a group is for whoever reads it.

#include "page/portfolio.hpp"

namespace takt::page {

struct ChildrenPage {
  PortfolioPage portfolio;  ///< of those that the caller sees: the first lines, and sums over all
  int hidden = 0;           ///< how many there are besides, of which they hear no more
};
BOOST_DESCRIBE_STRUCT(ChildrenPage, (), (portfolio, hidden))

/// Of the present accounts below `account`, its children and theirs. Throws Problem(not_found) for
/// an account that the caller does not see. See docs/decisions/0015.
ChildrenPage children(Context& context, const Caller& caller, const Id& account);

}  // namespace takt::page
