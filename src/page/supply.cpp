#include "page/supply.hpp"

#include "domain/supply.hpp"
#include "figure/supply.hpp"
#include "page/page.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

SupplyPage supply_page(Context& context, const Id& account, std::optional<Period> period,
                       std::optional<Date> at) {
  return context.database.read([&](store::Session& session) {
    const auto records = store::present_of<SupplyRecord>(session, account);
    auto page = figure::supply_page(records, period, at);
    page.revision = store::revision(session, account);
    page.series = share_series(records, page.period);
    page.area_series = area_series(records, page.period);
    return page;
  });
}

}  // namespace takt::page
