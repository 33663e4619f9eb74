#pragma once
// State sentences (3.18) from the figures of the pages that they open: no figure is made here.

#include "domain/account.hpp"
#include "domain/review.hpp"
#include "domain/state_sentence.hpp"
#include "figure/figure.hpp"
#include "figure/plan.hpp"
#include "figure/series.hpp"
#include "figure/signal.hpp"

namespace takt::figure {

/// *The* share of the account with what it comes from: where an objective's outcome is the share of
/// the whole account, that outcome's baseline and target; else the share of the period before. No
/// value where there is no share.
std::optional<domain::ShareMoved> share_moved(const Series& series,
                                              const std::vector<ObjectiveView>& plan);

/// What the sentence of an account is made from. `cycle`: from domain::shown_cycle, with its
/// `plan`; `signals`: at least those that wait; `reviews`: those of the account, asked for only
/// while the cycle is in review.
domain::AccountState account_state(const domain::Account& account,
                                   const std::optional<domain::Cycle>& cycle,
                                   const std::vector<ObjectiveView>& plan, const Series& series,
                                   const std::vector<SignalView>& signals,
                                   const std::vector<domain::Review>& reviews, domain::Date today);

/// Adds the key results of a running cycle that are the user's own, or whose objective is.
void add_own(domain::OwnState& state, const std::vector<ObjectiveView>& plan, const Id& user,
             domain::Date today);

}  // namespace takt::figure
