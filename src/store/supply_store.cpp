#include "store/supply_store.hpp"

namespace takt::store {

using domain::Date;
using domain::OutcomeReading;
using domain::Period;
using domain::SupplyRecord;

std::vector<SupplyRecord> supply_of(Session& session, const Id& account) {
  static const ListedSelect select{select_all<SupplyRecord>() + " where account in (", R"()
      and archived_at is null
      order by starts_on, position, created_at, id)"};
  return rows_of<SupplyRecord>(session, account, select, &SupplyRecord::account);
}

std::vector<SupplyRecord> supply_in(Session& session, const Id& account, Period period,
                                    Date starts_on) {
  static const auto sql = select_all<SupplyRecord>() + R"(
      where account = :account and period = :period and starts_on = :starts_on
        and archived_at is null)";
  return session.rows<SupplyRecord>(
      sql, {bound("account", account), bound("period", period), bound("starts_on", starts_on)});
}

bool any_contract_end(Session& session, const Id& account) {
  return session
      .value<Id>(R"(
      select id
      from supply_record
      where account = :account and contract_end is not null and archived_at is null
      limit 1)",
                 {bound("account", account)})
      .has_value();
}

bool cell_taken(Session& session, const SupplyRecord& record) {
  return session
      .value<Id>(R"(
      select id
      from supply_record
      where account = :account and product_area = :area and coalesce(site, '') = :site
        and period = :period and starts_on = :starts_on and id <> :id and archived_at is null)",
                 {bound("account", record.account), bound("area", record.product_area),
                  bound("site", record.site ? record.site->text : std::string{}),
                  bound("period", record.period), bound("starts_on", record.starts_on),
                  bound("id", record.id)})
      .has_value();
}

std::vector<OutcomeReading> outcome_readings_of(Session& session, const Id& account) {
  static const ListedSelect select{select_all<OutcomeReading>() + " where account in (", R"()
      and archived_at is null
      order by "on", created_at, id)"};
  return rows_of<OutcomeReading>(session, account, select, &OutcomeReading::account);
}

}  // namespace takt::store
