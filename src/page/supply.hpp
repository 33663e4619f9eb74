#pragma once
// The share of supply of an account.

#include "domain/supply.hpp"
#include "figure/supply.hpp"
#include "page/page.hpp"

namespace takt::page {

/// All of it for a caller who may see the account.
figure::SupplyPage supply_page(Context& context, const Id& account,
                               std::optional<domain::Period> period,
                               std::optional<domain::Date> at);

/// The matrix of an account with the archived areas and sites that its records stand for.
figure::SupplyPage supply_matrix(store::Session& session, const figure::Series& series,
                                 const Id& account, std::optional<domain::Period> period,
                                 std::optional<domain::Date> at);

}  // namespace takt::page
