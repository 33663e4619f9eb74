#pragma once
// How other systems write KPI values.

#include "domain/record.hpp"
#include "domain/reference.hpp"

namespace takt::domain {

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
  std::optional<Reference<Kpi>> kpi;
};
BOOST_DESCRIBE_STRUCT(ApiToken, (GivenToken), (name, kpi))

}  // namespace takt::domain
