#include "command/draft.hpp"
#include "command/entity.hpp"
#include "command/plan_rules.hpp"
#include "domain/key_result.hpp"
#include "domain/site.hpp"
#include "store/plan_store.hpp"

namespace takt::command {

using namespace domain;

void check(Draft<SiteTarget>& draft) {
  const auto& after = draft.after;
  const auto key_result = store::must_find<KeyResult>(draft.session, after.key_result);
  must_be_open(cycle_of(draft.session, key_result.objective));
  if (store::rolled_out_to(draft.session, after.key_result, after.site, after.id))
    draft.wrong("/site", "taken", "is part of the roll-out already");
  const auto site = store::find<Site>(draft.session, after.site);
  if (site && site->purchasers && after.told && after.told->value > site->purchasers->value)
    draft.wrong("/told", "out_of_range",
                "must not be more than the site's " + std::to_string(site->purchasers->value) +
                    " purchasers");
}

}  // namespace takt::command
