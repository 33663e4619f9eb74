#pragma once
// How people look at the portfolio. A view is its keeper's only: nobody else's list has it.

#include "domain/portfolio.hpp"
#include "store/database.hpp"

namespace takt::store {

/// In the order in which they were kept.
std::vector<domain::PortfolioView> portfolio_views(Session& session, const domain::Id& user);

/// Keeps a view under its id, with the choice and name that it has now, behind the others of the
/// user where it is new. Throws Violation where another view of theirs has the name (by
/// domain::search_key), or another one took its place at the same time. `place`: of a new one.
/// Whether it was kept: not under the id of another user's.
bool put_portfolio_view(Session& session, const domain::Id& user, const domain::PortfolioView& view,
                        int place);

/// The first place that none of the user's views has; no value where all are taken.
std::optional<int> free_place(Session& session, const domain::Id& user);

/// Whose view has the id; no value where there is none.
std::optional<domain::Id> keeper(Session& session, const domain::Id& view);

/// Whether another view of the user than `view` has the name.
bool view_name_taken(Session& session, const domain::Id& user, const domain::PortfolioView& view);

/// Forgets the user's view with the id.
void forget_portfolio_view(Session& session, const domain::Id& user, const domain::Id& view);

/// Forgets all that the user keeps.
void forget_portfolio_views(Session& session, const domain::Id& user);

}  // namespace takt::store
