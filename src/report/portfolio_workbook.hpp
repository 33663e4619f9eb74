#pragma once
// The portfolio as a workbook: the sums, and one row an account that the caller sees; these rows as
// a CSV file, too.

#include "page/portfolio.hpp"
#include "report/reader.hpp"

namespace takt::report {

/// What `choice` narrows and orders, as the page shows it.
File portfolio_workbook(access::Context& context, const access::Caller& caller,
                        const domain::PortfolioChoice& choice);
File portfolio_csv(access::Context& context, const access::Caller& caller,
                   const domain::PortfolioChoice& choice);

}  // namespace takt::report
