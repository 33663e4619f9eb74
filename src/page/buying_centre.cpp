#include "page/buying_centre.hpp"

#include <algorithm>

#include "domain/contact.hpp"
#include "figure/signal.hpp"
#include "page/page.hpp"
#include "store/account_store.hpp"

namespace takt::page {

using namespace domain;

BuyingCentrePage buying_centre_page(Context& context, const Id& account) {
  return context.database.read([&](store::Session& session) {
    BuyingCentrePage page;
    page.revision = store::revision(session, account);
    const auto present = store::present_of<Contact>(session, account);
    const auto all = store::all_of<Contact>(session, account);
    CustomerState state{.centre = buying_centre_state(present)};
    for (const auto& quiet : figure::quiet_contacts(present, context.today()))
      state.quiet.push_back(quiet.name);
    page.sentence = customer_sentence(state);
    for (const auto& contact : present) {
      ContactView view{.contact = contact};
      const auto above = std::ranges::find_if(
          all, [&](const Contact& other) { return contact.reports_to == other.id; });
      if (above != all.end()) {
        view.reports_to_name = above->name;
        view.reports_to_archived = above->archived_at.has_value();
      }
      page.contacts.push_back(std::move(view));
    }
    return page;
  });
}

}  // namespace takt::page
