#include "api/routes.hpp"
#include "domain/progress.hpp"
#include "page/portfolio.hpp"

namespace takt::api {

using namespace domain;

void declare_portfolio_routes(Router& router, Parts&) {
  auto& context = router.context();
  router.add<void, page::PortfolioPage>(
      "GET", "/api/v1/portfolio", Permission::signed_in,
      "Accounts by health, outcome, waiting signals and agility; ?search=, ?health=, ?waiting=, "
      "?order= and ?page= choose.",
      [&](Call& call) {
        page::PortfolioQuery query;
        query.search = call.request.parameter("search");
        query.health = mapping::enum_of<Health>(call.request.parameter("health"));
        query.only_waiting = call.flag("waiting");
        query.order = mapping::enum_of<page::PortfolioOrder>(call.request.parameter("order"))
                          .value_or(page::PortfolioOrder::health);
        query.page = std::clamp(number_parameter(call, "page", 0), 0, 100'000);
        return answer(page::portfolio(context, call.caller, query));
      });
}

}  // namespace takt::api
