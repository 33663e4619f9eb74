#include "domain/contact.hpp"

#include <algorithm>

namespace takt::domain {

bool reports_in_circle(const Contact& contact, std::span<const Contact> contacts) {
  auto above = contact.reports_to;
  // A circle that does not lead back here is somebody else's: one step a person is enough.
  for (std::size_t step = 0; above && step <= contacts.size(); ++step) {
    if (*above == contact.id) return true;
    const auto found = std::ranges::find_if(
        contacts, [&](const Contact& other) { return other.id == *above && !other.archived_at; });
    if (found == contacts.end()) return false;
    above = found->reports_to;
  }
  return false;
}

BuyingCentreState buying_centre_state(std::span<const Contact> contacts) {
  BuyingCentreState out;
  if (contacts.empty()) return out;
  bool decider = false;
  bool supporter = false;
  for (const auto& contact : contacts) {
    out.below_wanted += contact.wanted_attitude && contact.attitude < *contact.wanted_attitude;
    if (std::ranges::find(contact.roles, BuyingRole::decider) == contact.roles.end()) continue;
    decider = true;
    supporter = supporter || contact.attitude.value > 0;
  }
  if (!decider)
    out.gap = BuyingCentreGap::no_decider;
  else if (!supporter)
    out.gap = BuyingCentreGap::no_supporter_among_deciders;
  else if (out.below_wanted > 0)
    out.gap = BuyingCentreGap::attitude_below_wanted;
  return out;
}

}  // namespace takt::domain
