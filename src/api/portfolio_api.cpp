#include "api/routes.hpp"
#include "command/portfolio_view.hpp"
#include "domain/portfolio.hpp"
#include "page/portfolio.hpp"

namespace takt::api {

using namespace domain;

using SearchText = Text<300>;
using PageNumber = Whole<0, 100'000>;

namespace {

page::PortfolioQuery query_of(const Call& call) {
  page::PortfolioQuery query;
  query.choice = {.search = call.parameter<SearchText>("search").value_or(SearchText{}),
                  .health = call.parameter<Health>("health"),
                  .waiting = call.flag("waiting"),
                  .drifting = call.flag("drifting"),
                  .resting = call.flag("resting"),
                  .theme = call.parameter<SignalTheme>("theme"),
                  .manager = call.parameter<Id>("manager"),
                  .parent = call.parameter<Id>("parent"),
                  .order = call.parameter<PortfolioOrder>("order").value_or(PortfolioOrder::health),
                  .reversed = call.flag("reversed")};
  query.page = call.parameter<PageNumber>("page").value_or(PageNumber{}).value;
  query.detail = call.flag("detail");
  return query;
}

}  // namespace

void declare_portfolio_routes(Router& router, Parts&) {
  auto& context = router.context();
  router
      .add<void, page::PortfolioPage>(
          "GET", "/api/v1/portfolio", Permission::signed_in,
          "Accounts by health, outcome, waiting signals and agility.",
          [&](Call& call) { return answer(page::portfolio(context, call.caller, query_of(call))); })
      .named("getPortfolio")
      .reads<SearchText>(
          "search",
          "A part of the name, code, industry or id in the CRM or ERP; case, accents and ss for ß "
          "make no difference.")
      .reads<Health>("health", "Only accounts of this health.")
      .reads<bool>("waiting", "Only accounts with signals that wait.")
      .reads<bool>("drifting", "Only accounts that drift: behind, at risk, or of a falling share.")
      .reads<bool>("resting", "Only accounts whose plan rests.")
      .reads<SignalTheme>("theme", "Only accounts with a signal of it in the last twelve months.")
      .reads<Id>("manager", "Only accounts of this key account manager, a user.")
      .reads<Id>("parent", "Only this account and those below it.")
      .reads<PortfolioOrder>("order", "By health without it.")
      .reads<bool>("reversed", "The order from its other end; what is not known stays last.")
      .reads<PageNumber>("page", "From 0.")
      .reads<bool>("detail",
                   "With the course of the share, the rhythm, objectives and themes of each.");
  router
      .add<void, page::PortfolioViews>(
          "GET", "/api/v1/portfolio-views", Permission::signed_in,
          "The views of the portfolio that the caller keeps, each with how many accounts it shows.",
          [&](Call& call) { return answer(page::portfolio_views(context, call.caller)); })
      .named("listPortfolioViews");
  router
      .add<command::PortfolioViewFields, PortfolioView>(
          "PUT", "/api/v1/portfolio-views/{id}", Permission::signed_in,
          "Keeps a view under an id of the client's making, or changes it. Nobody else sees it.",
          [&](Call& call) {
            return answer(
                command::keep_view(context, call.caller, call.id(),
                                   read_body<command::PortfolioViewFields>(call.request)));
          })
      .named("putPortfolioView");
  router
      .add<void, void>("DELETE", "/api/v1/portfolio-views/{id}", Permission::signed_in,
                       "Forgets a view of the caller's.",
                       [&](Call& call) {
                         command::forget_view(context, call.caller, call.id());
                         return no_content();
                       })
      .named("deletePortfolioView");
}

}  // namespace takt::api
