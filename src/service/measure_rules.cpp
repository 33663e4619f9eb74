#include "service/measure_rules.hpp"

namespace takt::service {

using namespace domain;

void check(Draft<SupplyRecord>& draft) {
  auto& after = draft.after;
  must_exist<ProductArea>(draft, after.product_area, "/productArea");
  must_exist<Site>(draft, after.site, "/site");
  after.starts_on = period_start(after.period, after.starts_on);
  const auto not_negative = [&](const std::optional<double>& value, const char* pointer) {
    if (value && *value < 0) draft.wrong(pointer, "negative", "must not be negative");
  };
  not_negative(after.volume, "/volume");
  not_negative(after.demand, "/demand");
  if (after.share && (*after.share < 0 || *after.share > 1))
    draft.wrong("/share", "out_of_range", "must be from 0 to 1");
  if (after.volume && after.demand && *after.volume > *after.demand)
    draft.wrong("/volume", "above_demand", "must not be more than the total demand");
  if (after.volume && after.demand && after.share)
    draft.wrong("/share", "derived", "follows from the volumes; leave it out");
  if (!after.share && !after.demand)
    draft.wrong("/demand", "required", "is required: the total demand, or else the share alone");
  const auto twice = draft.session.value<Id>(
      "select id from supply_record where account = :account and product_area = :area and "
      "coalesce(site, '') = :site and period = :period and starts_on = :starts_on and id <> :id "
      "and archived_at is null",
      {store::bound("account", after.account), store::bound("area", after.product_area),
       store::bound("site", after.site ? after.site->text : std::string{}),
       store::bound("period", after.period), store::bound("starts_on", after.starts_on),
       store::bound("id", after.id)});
  if (twice && !after.archived_at)
    draft.wrong("/startsOn", "taken", "there is a record of this cell already");
}

void check(Draft<Kpi>& draft) {
  const auto& after = draft.after;
  if (after.lower && after.upper && *after.lower > *after.upper)
    draft.wrong("/upper", "below_lower", "must not be less than the lower bound");
  if (after.direction == KpiDirection::corridor && !after.lower && !after.upper)
    draft.wrong("/lower", "required", "a corridor needs a lower or an upper bound");
}

void check(Draft<KpiValue>& draft) {
  if (draft.after.on > draft.today) draft.wrong("/on", "in_future", "must not be later than today");
}

void check(Draft<ApiToken>& draft) {
  must_exist<Kpi>(draft, draft.after.kpi, "/kpi");
  if (draft.before && draft.before->archived_at && !draft.after.archived_at)
    conflict("revoked", "A revoked token stays revoked; create a new one.");
  store::raise_revision(draft.session, store::access_ledger());
}

}  // namespace takt::service
