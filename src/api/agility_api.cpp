#include "access/require.hpp"
#include "api/routes.hpp"
#include "page/agility.hpp"
#include "report/printed.hpp"

namespace takt::api {

using namespace domain;

void declare_agility_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  router
      .add<void, page::AgilityPage>(
          "GET", "/api/v1/accounts/{account}/agility", Permission::see,
          "The agility check of an account and its trend over cycles.",
          [&](Call& call) {
            return page_answer(
                call, parts.pages.page(context, call.caller, call.id(), "agility",
                                       [&] { return page::agility_page(context, call.id()); }));
          })
      .named("getAgility")
      .keeps_page();
  router
      .add<void, void>("GET", "/api/v1/accounts/{account}/agility/pdf", Permission::see,
                       "The same as a PDF of A4, in the caller's language.",
                       [&](Call& call) {
                         access::require(context, call.caller, Permission::see, call.id());
                         return file_answer(
                             report::agility_pdf(
                                 context, report::reader_of(context, call.caller),
                                 page::agility_page(context, call.id()),
                                 parts.public_address + "/accounts/" + call.id().text + "/agility"),
                             kPdf);
                       })
      .named("getAgilityPdf")
      .answers_file(kPdf);
}

}  // namespace takt::api
