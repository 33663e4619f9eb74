#pragma once
// The agility check of an account (3.12): what is counted, and what it comes to.

#include "domain/account.hpp"
#include "domain/agility.hpp"
#include "domain/cycle.hpp"
#include "figure/figure.hpp"
#include "figure/plan.hpp"

namespace takt::figure {

struct AgilityOfCycle {
  std::optional<Id> cycle;
  std::string name;
  std::optional<double> total;
  std::vector<domain::AgilityFigure> figures;
};
BOOST_DESCRIBE_STRUCT(AgilityOfCycle, (), (cycle, name, total, figures))

/// The figures of a cycle with its plan at hand, made with its series; without one, of the last six
/// months. Nothing is counted from before the account was there.
AgilityOfCycle agility_of_cycle(store::Session& session, const domain::Account& account,
                                const std::optional<domain::Cycle>& cycle,
                                const std::vector<ObjectiveView>& plan, domain::Date today);

/// The agility total of the running cycle, with the cycle's plan already at hand.
std::optional<double> agility_of(store::Session& session, const domain::Account& account,
                                 const std::optional<domain::Cycle>& cycle,
                                 const std::vector<ObjectiveView>& plan, domain::Date today);

}  // namespace takt::figure
