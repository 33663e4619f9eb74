#include "store/kpi_store.hpp"

namespace takt::store {

using domain::ApiToken;
using domain::Date;
using domain::Instant;
using domain::KpiValue;

std::optional<KpiValue> kpi_value(Session& session, const Id& kpi, Date on) {
  static const auto sql = select_all<KpiValue>() + R"(
      where kpi = :kpi and "on" = :on and archived_at is null)";
  return session.row<KpiValue>(sql, {bound("kpi", kpi), bound("on", on)});
}

std::vector<KpiValue> kpi_values(Session& session, const Id& account) {
  static const ListedSelect select{select_all<KpiValue>() + " where account in (", R"()
      and archived_at is null
      order by "on")"};
  return rows_of<KpiValue>(session, account, select, &KpiValue::account);
}

std::optional<ApiToken> token_with(Session& session, const std::string& hash) {
  static const auto sql = select_all<ApiToken>() + R"(
      where token_hash = :hash and archived_at is null
        and account in (select id from account where archived_at is null)
        and created_by in (select id from "user" where archived_at is null))";
  return session.row<ApiToken>(sql, {bound("hash", hash)});
}

void put_token_hash(Session& session, const Id& token, const std::string& hash) {
  session.execute(R"(
      update api_token
      set token_hash = :hash
      where id = :id)",
                  {bound("hash", hash), bound("id", token)});
}

void put_token_use(Session& session, const Id& token, Instant now) {
  session.execute(R"(
      update api_token
      set last_used_at = :now
      where id = :id)",
                  {bound("now", now), bound("id", token)});
}

}  // namespace takt::store
