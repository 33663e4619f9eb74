#include "page/kpi.hpp"

#include <map>

#include "domain/access.hpp"
#include "domain/api_token.hpp"
#include "domain/kpi.hpp"
#include "page/page.hpp"
#include "store/kpi_store.hpp"

namespace takt::page {

using namespace domain;

namespace {

std::optional<bool> is_good(const Kpi& kpi, const std::vector<KpiValue>& values) {
  if (values.empty() || (!kpi.lower && !kpi.upper)) return {};
  const double value = values.back().value;
  return (!kpi.lower || value >= *kpi.lower) && (!kpi.upper || value <= *kpi.upper);
}

}  // namespace

std::vector<KpiView> kpis(Context& context, const Caller& caller, const Id& account) {
  require(context, caller, Permission::see, account);
  return context.database.read([&](store::Session& session) {
    std::map<Id, std::vector<KpiValue>> values;
    for (auto& value : store::kpi_values(session, account))
      values[value.kpi].push_back(std::move(value));
    std::vector<KpiView> out;
    for (auto& kpi : store::present_of<Kpi>(session, account)) {
      auto& own = values[kpi.id];
      const auto good = is_good(kpi, own);
      out.push_back({std::move(kpi), std::move(own), good});
    }
    return out;
  });
}

std::vector<ApiToken> tokens(Context& context, const Caller& caller, const Id& account) {
  require(context, caller, Permission::see, account);
  require(context, caller, Permission::manage, account);
  return context.database.peek(
      [&](store::Session& session) { return store::present_of<ApiToken>(session, account); });
}

}  // namespace takt::page
