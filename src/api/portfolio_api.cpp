#include "api/routes.hpp"
#include "command/portfolio_view.hpp"
#include "domain/portfolio.hpp"
#include "page/portfolio.hpp"
#include "report/portfolio_workbook.hpp"
#include "report/printed.hpp"

namespace takt::api {

using namespace domain;

using SearchText = Text<300>;
using PageNumber = Whole<0, 100'000>;

namespace {

PortfolioChoice choice_of(const Call& call) {
  return {.search = call.parameter<SearchText>("search").value_or(SearchText{}),
          .health = call.parameter<Health>("health"),
          .waiting = call.flag("waiting"),
          .drifting = call.flag("drifting"),
          .resting = call.flag("resting"),
          .theme = call.parameter<SignalTheme>("theme"),
          .manager = call.parameter<Id>("manager"),
          .parent = call.parameter<Id>("parent"),
          .order = call.parameter<PortfolioOrder>("order").value_or(PortfolioOrder::health),
          .reversed = call.flag("reversed")};
}

Declaration& reads_choice(Declaration& route) {
  return route
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
      .reads<bool>("reversed", "The order from its other end; what is not known stays last.");
}

}  // namespace

void declare_portfolio_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  reads_choice(router
                   .add<void, page::PortfolioPage>(
                       "GET", "/api/v1/portfolio", Permission::signed_in,
                       "Accounts by health, outcome, waiting signals and agility.",
                       [&](Call& call) {
                         page::PortfolioQuery query{.choice = choice_of(call)};
                         query.page =
                             call.parameter<PageNumber>("page").value_or(PageNumber{}).value;
                         query.detail = call.flag("detail");
                         return answer(page::portfolio(context, call.caller, query));
                       })
                   .named("getPortfolio"))
      .reads<PageNumber>("page", "From 0.")
      .reads<bool>("detail",
                   "With the course of the share, the rhythm, objectives and themes of each.");
  reads_choice(
      router
          .add<void, void>("GET", "/api/v1/portfolio/workbook", Permission::signed_in,
                           "The same as an Excel workbook, in the caller's language: all accounts "
                           "that fit, however many.",
                           [&](Call& call) {
                             return file_answer(
                                 report::portfolio_workbook(context, call.caller, choice_of(call)),
                                 kWorkbook);
                           })
          .named("getPortfolioWorkbook")
          .answers_file(kWorkbook));
  reads_choice(router
                   .add<void, void>(
                       "GET", "/api/v1/portfolio/pdf", Permission::signed_in,
                       "The same as a PDF of A4, in the caller's language.",
                       [&](Call& call) {
                         const auto page = page::portfolio(
                             context, call.caller,
                             {.choice = choice_of(call), .whole = true, .detail = true});
                         return file_answer(
                             report::portfolio_pdf(context, report::reader_of(context, call.caller),
                                                   page, parts.public_address + "/portfolio"),
                             kPdf);
                       })
                   .named("getPortfolioPdf")
                   .answers_file(kPdf));
  reads_choice(
      router
          .add<void, void>(
              "GET", "/api/v1/portfolio/list", Permission::signed_in,
              "The same accounts as CSV, written as Excel in the caller's language reads it.",
              [&](Call& call) {
                return file_answer(report::portfolio_csv(context, call.caller, choice_of(call)),
                                   kCsv);
              })
          .named("getPortfolioList")
          .answers_file("text/csv"));
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
