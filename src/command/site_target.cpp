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
  const auto cycle = cycle_of(draft.session, key_result.objective);
  must_be_open(cycle);
  if (store::rolled_out_to(draft.session, after.key_result, after.site, after.id))
    draft.wrong("/site", "taken", "is part of the roll-out already");
  const auto site = store::find<Site>(draft.session, after.site);
  if (site && site->purchasers && after.told && after.told->value > site->purchasers->value)
    draft.wrong("/told", "out_of_range",
                "must not be more than the site's " + std::to_string(site->purchasers->value) +
                    " purchasers");
  const bool metric = key_result.kind == KeyResultKind::metric;
  if (after.start && !metric)
    draft.wrong("/start", "not_here", "only a metric starts from a value");
  if (metric && after.start && after.start == after.target)
    draft.wrong("/target", "no_way", "must not be the same as the start");
  must_be_locked(draft, cycle, &SiteTarget::start, "/start");
  // How many have been told is how far the roll-out is, no part of its plan.
  if (comes_or_goes(draft) || draft.changed(&SiteTarget::site) ||
      draft.changed(&SiteTarget::start) || draft.changed(&SiteTarget::target))
    must_give_reason(draft, cycle);
}

}  // namespace takt::command
