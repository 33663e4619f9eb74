#include "access/require.hpp"
#include "api/routes.hpp"
#include "page/one_pager.hpp"
#include "report/account_plan_pdf.hpp"
#include "report/one_pager_pdf.hpp"

namespace takt::api {

using namespace domain;

namespace {

page::OnePager one_pager_of(access::Context& context, const Call& call) {
  access::require(context, call.caller, Permission::see, call.id());
  return page::one_pager(context, call.id(),
                         call.parameter<Audience>("audience").value_or(Audience{}),
                         call.parameter<Id>("cycle"));
}

Declaration& reads_which(Declaration& declaration) {
  return declaration.reads<Audience>("audience", "For whom; without, for management.")
      .reads<Id>("cycle", "Which one; without, that of the cockpit.");
}

}  // namespace

void declare_one_pager_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  reads_which(router
                  .add<void, page::OnePager>(
                      "GET", "/api/v1/accounts/{account}/one-pager", Permission::see,
                      "How the account stands, on one page, for those who do not work in Takt.",
                      [&](Call& call) { return answer(one_pager_of(context, call)); })
                  .named("getOnePager"));
  reads_which(
      router
          .add<void, void>("GET", "/api/v1/accounts/{account}/one-pager/pdf", Permission::see,
                           "The same as a PDF of A4, in the caller's language.",
                           [&](Call& call) {
                             const auto page = one_pager_of(context, call);
                             // The customer has no way in.
                             const auto link =
                                 page.audience == Audience::customer
                                     ? std::string()
                                     : parts.public_address + "/accounts/" + call.id().text;
                             return file_answer(
                                 report::one_pager_pdf(
                                     context, report::reader_of(context, call.caller), page, link),
                                 kPdf);
                           })
          .named("getOnePagerPdf")
          .answers_file(kPdf));
  router
      .add<void, void>(
          "GET", "/api/v1/accounts/{account}/plan/pdf", Permission::see,
          "The whole account plan as a PDF of A4, in the caller's language.",
          [&](Call& call) {
            access::require(context, call.caller, Permission::see, call.id());
            auto reader = report::reader_of(context, call.caller);
            reader.contacts = true;  // whoever sees an account sees its contacts
            return file_answer(
                report::account_plan_pdf(context, reader, call.id(),
                                         parts.public_address + "/accounts/" + call.id().text),
                kPdf);
          })
      .named("getAccountPlanPdf")
      .answers_file(kPdf);
}

}  // namespace takt::api
