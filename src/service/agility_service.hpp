#pragma once
// The agility check of an account, and the portfolio of all of them.

#include "domain/agility.hpp"
#include "service/plan.hpp"

namespace takt::service {

struct AgilityOfCycle {
  std::optional<Id> cycle;
  std::string name;
  std::optional<double> total;
  std::vector<domain::AgilityFigure> figures;
};
BOOST_DESCRIBE_STRUCT(AgilityOfCycle, (), (cycle, name, total, figures))

struct AgilityPage {
  long long revision = 0;
  domain::Account account;
  domain::Date today;
  AgilityOfCycle now;                  ///< of the running cycle, else of the last six months
  std::vector<AgilityOfCycle> before;  ///< of earlier cycles, oldest first
};
BOOST_DESCRIBE_STRUCT(AgilityPage, (), (revision, account, today, now, before))

AgilityPage agility_page(Context& context, const Id& account);

/// The agility total of the running cycle, with the cycle's plan already at hand.
std::optional<double> agility_of(store::Session& session, const domain::Account& account,
                                 const std::optional<domain::Cycle>& cycle,
                                 const std::vector<ObjectiveView>& plan, domain::Date today);

}  // namespace takt::service
