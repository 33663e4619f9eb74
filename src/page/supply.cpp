#include "page/supply.hpp"

#include "domain/account.hpp"
#include "domain/supply.hpp"
#include "figure/series.hpp"
#include "figure/supply.hpp"
#include "page/page.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

SupplyPage supply_page(Context& context, const Id& account, std::optional<Period> period,
                       std::optional<Date> at) {
  return context.database.read([&](store::Session& session) {
    const auto series =
        series_of(session, store::must_find<Account>(session, account), context.today());
    auto page = figure::supply_page(series, period, at);
    page.revision = store::revision(session, account);
    page.series = share_points(series.supply, page.period, series.today);
    page.area_series = area_series(series, page.period);
    return page;
  });
}

}  // namespace takt::page
