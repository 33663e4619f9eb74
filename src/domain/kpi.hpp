#pragma once
// Numbers without an end date, and their values.

#include "domain/record.hpp"

namespace takt::domain {

BOOST_DEFINE_ENUM_CLASS(KpiDirection, up, down, corridor)

struct Kpi : Record {
  static constexpr std::string_view kTerm = "kpi", kCollection = "kpis";
  Name name;
  Text<20> unit;
  Whole<0, 6> decimals{1};
  KpiDirection direction = KpiDirection::up;  ///< what is better
  std::optional<double> lower;                ///< up: at least; corridor: lower bound
  std::optional<double> upper;                ///< down: at most; corridor: upper bound
};
BOOST_DESCRIBE_STRUCT(Kpi, (Record), (name, unit, decimals, direction, lower, upper))

struct OfKpi : Record {
  using Parent = Kpi;
  Id kpi;
  static constexpr auto kParent = &OfKpi::kpi;
};
BOOST_DESCRIBE_STRUCT(OfKpi, (Record), (kpi))

struct KpiValue : OfKpi {
  static constexpr std::string_view kTerm = "kpi_value", kCollection = "kpi-values";
  static constexpr bool kUnordered = true;
  Date on;
  double value = 0;
  Text<200> source;
};
BOOST_DESCRIBE_STRUCT(KpiValue, (OfKpi), (on, value, source))

}  // namespace takt::domain
