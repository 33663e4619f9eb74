#include "service/kpi_service.hpp"

#include <map>

namespace takt::service {

using namespace domain;

namespace {

std::optional<bool> is_good(const Kpi& kpi, const std::vector<KpiValue>& values) {
  if (values.empty() || (!kpi.lower && !kpi.upper)) return {};
  const double value = values.back().value;
  return (!kpi.lower || value >= *kpi.lower) && (!kpi.upper || value <= *kpi.upper);
}

}  // namespace

std::vector<KpiView> kpis(Context& context, const Caller& caller, const Id& account) {
  require(context, caller, Permission::see, account);
  return context.database.read([&](store::Session& session) {
    std::map<Id, std::vector<KpiValue>> values;
    for (auto& value : session.rows<KpiValue>(
             store::select_all<KpiValue>() +
                 " where account = :account and archived_at is null order by \"on\"",
             {store::bound("account", account)}))
      values[value.kpi].push_back(std::move(value));
    std::vector<KpiView> out;
    for (auto& kpi : store::present_of<Kpi>(session, account)) {
      auto& own = values[kpi.id];
      const auto good = is_good(kpi, own);
      out.push_back({std::move(kpi), std::move(own), good});
    }
    return out;
  });
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
    if (caller.scope)
      session.execute(
          "update api_token set last_used_at = :now where id = :id",
          {store::bound("now", context.now()), store::bound("id", caller.scope->token)});
    auto present =
        session.row<KpiValue>(store::select_all<KpiValue>() +
                                  " where kpi = :kpi and \"on\" = :on and archived_at is null",
                              {store::bound("kpi", id), store::bound("on", on)});
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
  if (revision) context.announce(account, revision);
  return stored;
}

NewToken create_token(Context& context, const Caller& caller, const Id& account, ApiToken fields,
                      const std::optional<Id>& id) {
  require_create<ApiToken>(context, caller, account);
  NewToken made{{}, "takt_" + random_token()};
  fields.account = account;
  fields.created_by = caller.user;
  if (id) fields.id = *id;
  long long revision = 0;
  made.token = context.database.write(account, [&](store::Session& session) {
    revision = 0;
    if (id && store::find<ApiToken>(session, *id))
      conflict("id_taken", "The token exists already; its secret is shown only once.");
    auto token = add<ApiToken>(context, session, caller, fields, "", revision);
    session.execute("update api_token set token_hash = :hash where id = :id",
                    {store::bound("hash", token_hash(made.secret)), store::bound("id", token.id)});
    return token;
  });
  context.announce(account, revision);
  return made;
}

std::vector<ApiToken> tokens(Context& context, const Caller& caller, const Id& account) {
  require(context, caller, Permission::see, account);
  require(context, caller, Permission::manage, account);
  return context.database.peek(
      [&](store::Session& session) { return store::present_of<ApiToken>(session, account); });
}

Caller token_caller(Context& context, const std::string& secret) {
  const auto token = context.database.peek([&](store::Session& session) {
    return session.row<ApiToken>(
        store::select_all<ApiToken>() +
            " where token_hash = :hash and archived_at is null and account in (select id from "
            "account where archived_at is null) and created_by in (select id from \"user\" where "
            "archived_at is null)",
        {store::bound("hash", token_hash(secret))});
  });
  if (!token) return {};
  Caller caller;
  caller.user = token->created_by;
  caller.scope = ApiScope{token->account, token->kpi, token->id, token->name};
  return caller;
}

}  // namespace takt::service
