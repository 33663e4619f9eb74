#include "api/routes.hpp"
#include "domain/progress.hpp"
#include "page/portfolio.hpp"

namespace takt::api {

using namespace domain;

using SearchText = Text<300>;
using PageNumber = Whole<0, 100'000>;

void declare_portfolio_routes(Router& router, Parts&) {
  auto& context = router.context();
  router
      .add<void, page::PortfolioPage>(
          "GET", "/api/v1/portfolio", Permission::signed_in,
          "Accounts by health, outcome, waiting signals and agility.",
          [&](Call& call) {
            page::PortfolioQuery query;
            query.search = call.parameter<SearchText>("search").value_or(SearchText{});
            query.health = call.parameter<Health>("health");
            query.only_waiting = call.flag("waiting");
            query.parent = call.parameter<Id>("parent");
            query.order = call.parameter<page::PortfolioOrder>("order").value_or(
                page::PortfolioOrder::health);
            query.page = call.parameter<PageNumber>("page").value_or(PageNumber{}).value;
            return answer(page::portfolio(context, call.caller, query));
          })
      .named("getPortfolio")
      .reads<SearchText>(
          "search",
          "A part of the name, code, industry or id in the CRM or ERP; case, accents and ss for ß "
          "make no difference.")
      .reads<Health>("health", "Only accounts of this health.")
      .reads<bool>("waiting", "Only accounts with signals that wait.")
      .reads<Id>("parent", "Only this account and those below it.")
      .reads<page::PortfolioOrder>("order", "By health without it.")
      .reads<PageNumber>("page", "From 0.");
}

}  // namespace takt::api
