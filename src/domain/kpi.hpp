#pragma once
// KPIs: numbers without an end date (delivery reliability, margin, satisfaction). Context, never
// demanded.

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
  Id kpi;
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

/// What the server notes about a token.
struct GivenToken : Record {
  Id created_by;
  std::optional<Instant> last_used_at;
};
BOOST_DESCRIBE_STRUCT(GivenToken, (Record), (created_by, last_used_at))

/// Lets an ERP or CRM write KPI values of one account, or of one KPI only. Revoked by archiving.
struct ApiToken : GivenToken {
  static constexpr std::string_view kTerm = "api_token", kCollection = "api-tokens";
  Name name;
  std::optional<Id> kpi;
};
BOOST_DESCRIBE_STRUCT(ApiToken, (GivenToken), (name, kpi))

}  // namespace takt::domain
