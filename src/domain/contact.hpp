#pragma once
// People at the customer: the buying centre. See docs/domain.md, 3.16.

#include <optional>
#include <span>
#include <vector>

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
  std::vector<BuyingRole> roles{BuyingRole::user};  ///< at least one, each once
  std::optional<Reference<Contact>> reports_to;     ///< never in a circle of present people
  Whole<-2, 2> attitude{0};
  std::optional<Whole<-2, 2>> wanted_attitude;  ///< where we want to get with them
  Whole<1, 3> influence{1};
  std::optional<TeammateId> kept_by;  ///< the user who keeps in touch
  std::optional<Date> last_contact;
};
BOOST_DESCRIBE_STRUCT(Contact, (Record),
                      (name, function, site, roles, reports_to, attitude, wanted_attitude,
                       influence, kept_by, last_contact))

/// Whether `contact` reports to themselves by way of those present in `contacts`, which hold their
/// former state or none. Whoever is archived ends a line.
bool reports_in_circle(const Contact& contact, std::span<const Contact> contacts);

/// What a buying centre lacks, the weightiest first.
BOOST_DEFINE_ENUM_CLASS(BuyingCentreGap, no_decider, no_supporter_among_deciders,
                        attitude_below_wanted)

/// 3.16 What is to be said of a buying centre: one thing at most.
struct BuyingCentreState {
  std::optional<BuyingCentreGap> gap;  ///< no value where nothing is lacking, or nobody is known
  int below_wanted = 0;                ///< people whose attitude is below the wanted one
};

/// 3.16 The state of a buying centre of these people, of whom nobody is archived.
BuyingCentreState buying_centre_state(std::span<const Contact> contacts);

}  // namespace takt::domain
