#pragma once
// The buying centre: who decides at the customer, who reports to whom, and what is lacking.

#include "domain/contact.hpp"
#include "domain/state_sentence.hpp"
#include "page/page.hpp"

namespace takt::page {

struct ContactView {
  domain::Contact contact;
  std::string reports_to_name;  ///< empty where nobody is named
  bool reports_to_archived = false;
};
BOOST_DESCRIBE_STRUCT(ContactView, (), (contact, reports_to_name, reports_to_archived))

struct BuyingCentrePage {
  long long revision = 0;
  std::vector<ContactView> contacts;  ///< in their order; nobody who is archived
  domain::Sentence sentence;
};
BOOST_DESCRIBE_STRUCT(BuyingCentrePage, (), (revision, contacts, sentence))

BuyingCentrePage buying_centre_page(Context& context, const Id& account);

}  // namespace takt::page
