#pragma once
// People at the customer: the buying centre.

#include "domain/record.hpp"
#include "domain/reference.hpp"

namespace takt::domain {

BOOST_DEFINE_ENUM_CLASS(BuyingRole, decider, buyer, influencer, user, gatekeeper, coach)

/// A person at the customer. Personal data, kept to organise the account's work.
struct Contact : Record {
  static constexpr std::string_view kTerm = "contact", kCollection = "contacts";
  Name name;
  Word function;
  std::optional<Reference<Site>> site;
  BuyingRole role = BuyingRole::user;
  Whole<-2, 2> attitude{0};
  Whole<1, 3> influence{1};
  std::optional<TeammateId> kept_by;  ///< the user who keeps in touch
  std::optional<Date> last_contact;
};
BOOST_DESCRIBE_STRUCT(Contact, (Record),
                      (name, function, site, role, attitude, influence, kept_by, last_contact))

}  // namespace takt::domain
