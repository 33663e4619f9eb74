#include "figure/carry_over.hpp"

#include <algorithm>

#include "domain/cycle.hpp"
#include "domain/objective.hpp"
#include "domain/review.hpp"
#include "figure/effect.hpp"
#include "store/review_store.hpp"

namespace takt::figure {

using namespace domain;

/// The objectives of `from` that go on, with their reviews, and are not in `to` yet.
std::vector<std::pair<Objective, Review>> to_carry(store::Session& session, const Cycle& to,
                                                   const Cycle& from) {
  const auto reviews = store::reviews_of(session, from.account);
  const auto there = store::present_where<Objective>(session, to.account, "cycle", to.id);
  std::vector<std::pair<Objective, Review>> out;
  for (auto& objective : store::present_where<Objective>(session, from.account, "cycle", from.id)) {
    const auto* review = review_of(reviews, objective.id);
    const bool goes_on =
        review && (review->decision == Decision::continue_ || review->decision == Decision::adapt);
    const bool taken = std::ranges::any_of(
        there, [&](const Objective& other) { return other.carried_from == objective.id; });
    if (goes_on && !taken) out.emplace_back(std::move(objective), *review);
  }
  return out;
}

int waiting_to_carry(store::Session& session, const Cycle& to, const Cycle& from) {
  return static_cast<int>(to_carry(session, to, from).size());
}

}  // namespace takt::figure
