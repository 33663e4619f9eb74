#pragma once
// KPIs with their values, and the tokens with which other systems write them.

#include "service/entity_service.hpp"

namespace takt::service {

struct KpiView {
  domain::Kpi kpi;
  std::vector<domain::KpiValue> values;  ///< oldest first
  std::optional<bool> good;              ///< the latest value lies on the right side of its bounds
};
BOOST_DESCRIBE_STRUCT(KpiView, (), (kpi, values, good))

std::vector<KpiView> kpis(Context& context, const Caller& caller, const Id& account);

/// Throws unless the caller may write values of the KPI; the KPI where they may.
domain::Kpi require_feed(Context& context, const Caller& caller, const Id& kpi);

/// Writes the value of a day, by a team member or an API token. The same value again changes
/// nothing; another value replaces the day's, and the change log keeps both.
domain::KpiValue put_kpi_value(Context& context, const Caller& caller, const Id& kpi,
                               domain::Date on, double value, const domain::Text<200>& source);

/// A token with its secret, which is shown this once and kept nowhere.
struct NewToken {
  domain::ApiToken token;
  std::string secret;
};
BOOST_DESCRIBE_STRUCT(NewToken, (), (token, secret))

NewToken create_token(Context& context, const Caller& caller, const Id& account,
                      domain::ApiToken fields, const std::optional<Id>& id);

std::vector<domain::ApiToken> tokens(Context& context, const Caller& caller, const Id& account);

/// Who comes with a token: its creator, confined to writing KPI values. A caller without a user for
/// an unknown or revoked one.
Caller token_caller(Context& context, const std::string& secret);

}  // namespace takt::service
