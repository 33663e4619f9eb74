#pragma once
// KPIs with their values, and the tokens that write them.

#include "domain/api_token.hpp"
#include "domain/kpi.hpp"
#include "page/page.hpp"

namespace takt::page {

struct KpiView {
  domain::Kpi kpi;
  std::vector<domain::KpiValue> values;  ///< oldest first
  std::optional<bool> good;              ///< the latest value lies on the right side of its bounds
};
BOOST_DESCRIBE_STRUCT(KpiView, (), (kpi, values, good))

std::vector<KpiView> kpis(Context& context, const Caller& caller, const Id& account);

std::vector<domain::ApiToken> tokens(Context& context, const Caller& caller, const Id& account);

}  // namespace takt::page
