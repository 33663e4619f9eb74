#pragma once
// What goes on in the next cycle, by the decisions of the reviews.

#include "domain/cycle.hpp"
#include "domain/objective.hpp"
#include "domain/review.hpp"
#include "figure/figure.hpp"

namespace takt::figure {

/// The objectives of `from` that go on, with their reviews, and are not in `to` yet.
std::vector<std::pair<domain::Objective, domain::Review>> to_carry(store::Session& session,
                                                                   const domain::Cycle& to,
                                                                   const domain::Cycle& from);

/// How many these are.
int waiting_to_carry(store::Session& session, const domain::Cycle& to, const domain::Cycle& from);

}  // namespace takt::figure
