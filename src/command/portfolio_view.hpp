#pragma once
// How somebody looks at the portfolio: no rule of an account, and told to nobody else.

#include "command/command.hpp"
#include "domain/portfolio.hpp"

namespace takt::command {

/// What is said of a view besides its id.
struct PortfolioViewFields {
  domain::Name name;
  domain::PortfolioChoice choice;
};
BOOST_DESCRIBE_STRUCT(PortfolioViewFields, (), (name, choice))

/// Keeps a view of the caller's under an id of their making, or changes the one that has it.
/// Throws Problem(invalid) for a name that another one of theirs has, not_found for the id of
/// somebody else's, and Problem(conflict) `enough_views` where they keep a dozen.
domain::PortfolioView keep_view(Context& context, const Caller& caller, const Id& id,
                                const PortfolioViewFields& fields);

/// Where it is none of the caller's, nothing happens, and nobody learns whether there is one.
void forget_view(Context& context, const Caller& caller, const Id& id);

}  // namespace takt::command
