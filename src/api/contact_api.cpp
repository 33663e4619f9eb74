#include "api/entity_api.hpp"
#include "api/routes.hpp"
#include "command/erasure.hpp"
#include "domain/contact.hpp"
#include "page/buying_centre.hpp"

namespace takt::api {

using namespace domain;

void declare_contact_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  declare_entity<Contact>(router);
  router
      .add<void, page::BuyingCentrePage>(
          "GET", "/api/v1/accounts/{account}/buying-centre", Permission::see,
          "The people at the customer, who reports to whom, and what the buying centre lacks.",
          [&](Call& call) {
            return page_answer(call,
                               parts.pages.page(context, call.caller, call.id(), "buying", [&] {
                                 return page::buying_centre_page(context, call.id());
                               }));
          })
      .named("getBuyingCentre")
      .keeps_page();
  router
      .add<void, void>("POST", "/api/v1/contacts/{id}/erase", Permission::administer,
                       "Erases the personal data of an archived contact for good.",
                       [&](Call& call) {
                         command::erase_contact(context, call.caller, call.id(), call.version());
                         return no_content();
                       })
      .named("eraseContact")
      .names_version();
}

}  // namespace takt::api
