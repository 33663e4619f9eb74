#pragma once
// What the files of an account are made from.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/account.hpp"
#include "domain/action.hpp"
#include "domain/check_in.hpp"
#include "domain/contact.hpp"
#include "domain/cycle.hpp"
#include "domain/goal.hpp"
#include "domain/kpi.hpp"
#include "domain/review.hpp"
#include "domain/site.hpp"
#include "domain/supply.hpp"
#include "figure/goal.hpp"
#include "figure/people.hpp"
#include "figure/plan.hpp"
#include "figure/question.hpp"
#include "figure/signal.hpp"
#include "page/supply.hpp"

namespace takt::report {

struct CyclePlan {
  domain::Cycle cycle;
  std::vector<figure::ObjectiveView> objectives;
};

/// An account as it was at one moment.
struct Material {
  domain::Account account;
  domain::Date today;
  std::string zone;              ///< the organisation's, by whose days entries are told
  std::vector<CyclePlan> plans;  ///< the newest first
  std::vector<domain::Review> reviews;
  std::optional<domain::Id> shown;  ///< the cycle that pages show
  std::optional<domain::Vision> vision;
  std::vector<figure::GoalView> goals;
  std::vector<figure::TeamView> team;
  std::vector<domain::Site> sites;
  std::vector<domain::CheckIn> check_ins;
  std::vector<domain::SupplyRecord> supply;
  std::optional<figure::SupplyPage> matrix;
  std::vector<domain::Kpi> kpis;
  std::vector<domain::KpiValue> kpi_values;  ///< the oldest first
  std::vector<figure::SignalView> signals;
  std::vector<figure::QuestionView> questions;  ///< the most urgent first, then answered ones
  std::vector<domain::Contact> contacts;
  std::vector<domain::Action> actions;
  std::map<domain::Id, std::string> names;  ///< of whatever is referred to, be it archived
};

/// Reads it in one transaction, `today` being the organisation's; people at the customer with
/// `contacts` alone.
Material material_of(store::Session& session, const domain::Id& account, domain::Date today,
                     bool contacts);

}  // namespace takt::report
