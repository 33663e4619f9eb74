#include "page/supply.hpp"

#include <set>

#include "domain/account.hpp"
#include "domain/cycle.hpp"
#include "domain/life_cycle.hpp"
#include "domain/objective.hpp"
#include "domain/product_area.hpp"
#include "domain/site.hpp"
#include "domain/supply.hpp"
#include "figure/series.hpp"
#include "figure/supply.hpp"
#include "page/page.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

namespace {

template <class T>
std::vector<SupplyArchived> archived_of(store::Session& session, const Id& account,
                                        const std::set<Id>& referred) {
  std::vector<SupplyArchived> out;
  for (const auto& each : store::all_of<T>(session, account))
    if (each.archived_at && referred.contains(each.id)) out.push_back({each.id, each.name});
  return out;
}

/// The objectives of the cycle that is shown everywhere; none once it is closed, when what it aimed
/// at is no target any more.
std::vector<Objective> present_objectives(store::Session& session, const Id& account) {
  const auto cycle = shown_cycle(store::present_of<Cycle>(session, account));
  if (!cycle || cycle->state == CycleState::closed) return {};
  return store::present_where<Objective>(session, account, "cycle", cycle->id);
}

}  // namespace

SupplyPage supply_matrix(store::Session& session, const Series& series, const Id& account,
                         std::optional<Period> period, std::optional<Date> at) {
  std::set<Id> areas;
  std::set<Id> sites;
  for (const auto& record : series.supply) {
    areas.insert(record.product_area);
    if (record.site) sites.insert(*record.site);
  }
  return figure::supply_page(series, period, at, archived_of<ProductArea>(session, account, areas),
                             archived_of<Site>(session, account, sites));
}

SupplyPage supply_page(Context& context, const Id& account, std::optional<Period> period,
                       std::optional<Date> at) {
  return context.database.read([&](store::Session& session) {
    const auto series =
        series_of(session, store::must_find<Account>(session, account), context.today());
    auto page = supply_matrix(session, series, account, period, at);
    page.revision = store::revision(session, account);
    page.series = share_points(series.supply, page.period, series.today);
    page.area_series = area_series(series, page.period);
    page.contracts = contracts_of(session, account, series);
    page.competitors = competitors_of(series);
    page.target = target_of(page, present_objectives(session, account));
    return page;
  });
}

}  // namespace takt::page
