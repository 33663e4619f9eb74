#include "command/kpi.hpp"

#include "command/draft.hpp"
#include "command/entity.hpp"
#include "domain/access.hpp"
#include "domain/kpi.hpp"
#include "domain/problem.hpp"
#include "store/kpi_store.hpp"

namespace takt::command {

using namespace domain;

void check(Draft<Kpi>& draft) {
  const auto& after = draft.after;
  if (after.lower && after.upper && *after.lower > *after.upper)
    draft.wrong("/upper", "below_lower", "must not be less than the lower bound");
  if (after.direction == KpiDirection::corridor && !after.lower && !after.upper)
    draft.wrong("/lower", "required", "a corridor needs a lower or an upper bound");
}

void check(Draft<KpiValue>& draft) {
  if (draft.changed(&KpiValue::on) && draft.after.on > draft.entry_day())
    draft.wrong("/on", "in_future", "must not be later than today");
}

Kpi require_feed(Context& context, const Caller& caller, const Id& id) {
  const auto kpi =
      context.database.peek([&](store::Session& session) { return store::find<Kpi>(session, id); });
  if (!kpi || kpi->archived_at) throw Problem::not_found();
  require(context, caller, Permission::feed, kpi->account);
  if (caller.scope && caller.scope->kpi && *caller.scope->kpi != id)
    throw Problem(Problem::Kind::forbidden, "not_allowed", "This token is for another KPI.");
  return *kpi;
}

KpiValue put_kpi_value(Context& context, const Caller& caller, const Id& id, Date on, double value,
                       const Text<200>& source) {
  const auto account = require_feed(context, caller, id).account;
  const std::string reason = caller.scope ? "API: " + caller.scope->name : "";
  long long revision = 0;
  auto stored = context.database.write(account, [&](store::Session& session) {
    revision = 0;
    if (caller.scope) store::put_token_use(session, caller.scope->token, context.now());
    const auto present = store::kpi_value(session, id, on);
    if (present) {
      auto after = *present;
      after.value = value;
      after.source = source;
      return put<KpiValue>(context, session, caller, *present, after, reason, revision);
    }
    KpiValue made;
    made.account = account;
    made.kpi = id;
    made.on = on;
    made.value = value;
    made.source = source;
    return add<KpiValue>(context, session, caller, made, reason, revision);
  });
  tell(context, account, revision);
  return stored;
}

}  // namespace takt::command
