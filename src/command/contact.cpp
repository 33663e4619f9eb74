#include "domain/contact.hpp"

#include <set>

#include "command/draft.hpp"
#include "command/entity.hpp"
#include "store/entity_store.hpp"

namespace takt::command {

using namespace domain;

void check(Draft<Contact>& draft) {
  const auto& after = draft.after;
  if (after.roles.empty()) draft.wrong("/roles", "required", "at least one is required");
  if (std::set(after.roles.begin(), after.roles.end()).size() < after.roles.size())
    draft.wrong("/roles", "twice", "names a role twice");
  const bool comes_back = draft.before && draft.before->archived_at && !after.archived_at;
  // While they were archived, others were free to report to each other past them.
  if (after.reports_to && (comes_back || draft.changed(&Contact::reports_to)) &&
      reports_in_circle(after, store::present_of<Contact>(draft.session, after.account)))
    draft.wrong("/reportsTo", "reports_in_circle",
                "must not be the person, nor anybody who reports to them");
}

}  // namespace takt::command
