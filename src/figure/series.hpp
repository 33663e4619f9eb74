#pragma once
// What moves by itself: the shares of supply, KPI values and outcome readings of an account.

#include <map>

#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "domain/effect.hpp"
#include "domain/key_result.hpp"
#include "domain/kpi.hpp"
#include "domain/objective.hpp"
#include "domain/outcome.hpp"
#include "domain/supply.hpp"
#include "figure/figure.hpp"

namespace takt::figure {

struct Series {
  std::vector<domain::SupplyRecord> supply;
  domain::Period share_period = domain::Period::quarter;
  domain::Date today;
  std::map<Id, std::vector<domain::KpiValue>> kpis;            ///< by KPI, oldest first
  std::map<Id, int> kpi_decimals;                              ///< of those with values
  std::map<Id, std::vector<domain::OutcomeReading>> readings;  ///< by objective, oldest first
};

/// All series of an account, whole: a figure is the same on every page because none has a window.
Series series_of(store::Session& session, const domain::Account& account, domain::Date today);

/// The values of a KPI as readings, oldest first; none where no KPI is named.
std::vector<domain::Reading> kpi_readings(const Series& series, const std::optional<Id>& kpi);

/// The readings of an objective's outcome, oldest first. A share of supply is in percent.
std::vector<domain::Reading> outcome_readings(const Series& series,
                                              const domain::Objective& objective);

/// The readings that a key result follows, as they are known on `day`, oldest first; none where
/// check-ins are its source.
std::vector<domain::Reading> followed_readings(const Series& series,
                                               const domain::KeyResult& key_result,
                                               domain::Date day);

/// 3.13 The decimals to which a computed value is shown beside what was entered: those of the KPI
/// and of the target, one at least. So are the values that a key result follows, …
int decimals_of(const Series& series, const domain::KeyResult& key_result);
/// … and an objective's outcome, where the readings of an own measure count, too.
int decimals_of(const Series& series, const domain::Objective& objective);

/// What an objective's outcome says, and how far it moved.
struct OutcomeView {
  std::vector<domain::Reading> readings;
  std::optional<double> baseline;
  std::optional<double> now;
  std::optional<double> target;
  std::optional<double> effect;  ///< 3.9, unit 1, not clamped; no value while it is not known
  std::optional<double>
      so_far;              ///< what was read before the midpoint, as long as nothing later was
  int decimals = 1;        ///< to which it is shown (3.13)
  bool known = false;      ///< there is a reading on or after the cycle's midpoint
  bool estimated = false;  ///< what it is now is a share of which a part is estimated
};
BOOST_DESCRIBE_STRUCT(OutcomeView, (),
                      (readings, baseline, now, target, effect, so_far, decimals, known, estimated))

/// Whether what an outcome reads on `day` is a share of which a part is estimated.
bool outcome_estimated(const Series& series, const domain::Objective& objective, domain::Date day);

/// `readings` as they come from outcome_readings().
OutcomeView outcome_view(std::vector<domain::Reading> readings, const domain::Objective& objective,
                         const domain::Cycle& cycle, domain::Date day);

}  // namespace takt::figure
