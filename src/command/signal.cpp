#include "command/signal.hpp"

#include "command/draft.hpp"
#include "command/entity.hpp"
#include "domain/life_cycle.hpp"
#include "domain/problem.hpp"
#include "domain/signal.hpp"
#include "store/zone.hpp"

namespace takt::command {

using namespace domain;

void check(Draft<Signal>& draft) {
  auto& after = draft.after;
  if (draft.creating()) after.recorded_by = draft.caller.user;
  const auto recorded = store::day_in(draft.context.zone.name(), after.created_at);
  if (!after.observed_on) after.observed_on = draft.creating() ? draft.entry_day() : recorded;
  if (draft.changed(&Signal::observed_on) && *after.observed_on > draft.entry_day())
    draft.wrong("/observedOn", "in_future", "must not be later than today");
  else if (draft.before && draft.changed(&Signal::observed_on) && *after.observed_on > recorded)
    draft.wrong("/observedOn", "after_recorded", "must not be later than the day of its recording");
  after.state = step(after.state, judged(after) ? SignalEvent::assess : SignalEvent::unassess);
}

Signal merge_signals(Context& context, const Caller& caller, const Id& id, const Id& into) {
  const auto account = require_write<Signal>(context, caller, id);
  if (id == into) throw Problem::invalid("/into", "same", "must be another signal");
  long long revision = 0;
  auto kept = context.database.write(account, [&](store::Session& session) {
    revision = 0;
    const auto gone = store::must_find<Signal>(session, id);
    const auto target = store::find<Signal>(session, into);
    if (!target || target->account != account || target->archived_at)
      throw Problem::invalid("/into", "unknown_signal", "must be a signal of this account");
    auto fuller = *target;
    std::string detail = target->detail;
    detail += (detail.empty() ? "" : "\n\n") + gone.title;
    if (!gone.detail.empty()) detail += "\n" + gone.detail;
    fuller.detail = first_characters(detail, decltype(fuller.detail)::kMax);
    if (gone.observed_on && (!target->observed_on || *gone.observed_on < *target->observed_on))
      fuller.observed_on = gone.observed_on;
    if (target->evidence.size() + gone.evidence.size() > mapping::kMostEntries)
      throw Problem::invalid("/into", "too_many", "would have more than 500 links as evidence");
    fuller.evidence.insert(fuller.evidence.end(), gone.evidence.begin(), gone.evidence.end());
    fuller = put<Signal>(context, session, caller, *target, fuller, "merged", revision);
    auto merged = gone;
    merged.merged_into = into;
    merged.archived_at = context.now();
    put<Signal>(context, session, caller, gone, merged, "merged", revision);
    return fuller;
  });
  context.announce(account, revision);
  return kept;
}

}  // namespace takt::command
