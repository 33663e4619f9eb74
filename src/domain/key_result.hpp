#pragma once
// How the team will see that it gets there: metric, corridor or stages, per site where rolled out.

#include <vector>

#include "domain/objective.hpp"

namespace takt::domain {

struct OfKeyResult : Record {
  using Parent = KeyResult;
  Id key_result;
  static constexpr auto kParent = &OfKeyResult::key_result;
};
BOOST_DESCRIBE_STRUCT(OfKeyResult, (Record), (key_result))

BOOST_DEFINE_ENUM_CLASS(KeyResultKind, metric, corridor, stages)
BOOST_DEFINE_ENUM_CLASS(KeyResultState, active, dropped)

/// A written stage and its degree in percent, 0 first and 100 last.
struct Stage {
  Title title;
  Whole<0, 100> degree{0};
  bool operator==(const Stage&) const = default;
};
BOOST_DESCRIBE_STRUCT(Stage, (), (title, degree))

/// Where a key result's value comes from: check-ins, a KPI, or the share of supply.
BOOST_DEFINE_ENUM_CLASS(Follows, check_ins, kpi, supply)

struct KeyResult : OfObjective {
  static constexpr std::string_view kTerm = "key_result", kCollection = "key-results";
  Title title;
  KeyResultKind kind = KeyResultKind::metric;
  std::optional<TeammateId> owner;
  Text<20> unit;
  std::optional<double> start;   ///< metric: value at the start
  std::optional<double> target;  ///< metric: value to reach
  std::optional<double> lower;   ///< corridor: lower bound
  std::optional<double> upper;   ///< corridor: upper bound
  std::vector<Stage> stages;     ///< stages: from 0 % to 100 %
  std::optional<double>
      weight;  ///< share fixed by hand in percent; no value: an equal share of the rest
  std::optional<Date> due;  ///< no value: the end of the cycle
  std::optional<Reference<KeyResult>> depends_on;
  KeyResultState state = KeyResultState::active;
  Follows follows = Follows::check_ins;
  std::optional<Reference<Kpi, OnArchive::refuse>> kpi;  ///< the one it follows
  std::vector<Reference<ProductArea, OnArchive::refuse>>
      supply_areas;  ///< share of supply: of these product areas; empty: of all
  std::vector<Reference<Site, OnArchive::refuse>>
      supply_sites;  ///< share of supply: of these sites; empty: of all
  std::optional<Reference<KeyResult>> carried_from;
};
BOOST_DESCRIBE_STRUCT(KeyResult, (OfObjective),
                      (title, kind, owner, unit, start, target, lower, upper, stages, weight, due,
                       depends_on, state, follows, kpi, supply_areas, supply_sites, carried_from))

/// One site in the roll-out of a key result. `told` of the site's purchasers know about it.
struct SiteTarget : OfKeyResult {
  static constexpr std::string_view kTerm = "site_target", kCollection = "site-targets";
  Reference<Site> site;
  std::optional<double>
      start;  ///< metric: value at the start; no value: an equal part of the key result's start;
              ///< stages: the degree of the stage at the start; no value: the first stage
  std::optional<double> target;  ///< metric: value to reach at this site
  std::optional<Whole<0, 100000>> told;
};
BOOST_DESCRIBE_STRUCT(SiteTarget, (OfKeyResult), (site, start, target, told))

}  // namespace takt::domain
