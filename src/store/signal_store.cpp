#include "store/signal_store.hpp"

#include "store/account_store.hpp"
#include "store/id_list.hpp"

namespace takt::store {

using domain::Date;
using domain::Response;
using domain::Signal;

namespace {

const std::string kWaits = R"(
      archived_at is null
      and (state in ('new', 'assessed') or (state = 'watched' and watch_until <= :today)))";

const std::string kOfUser = R"(
      account in (
        select t.account
        from team_member t
        join account a on a.id = t.account
        where t."user" = :user and t.archived_at is null and a.archived_at is null))";

}  // namespace

std::vector<Signal> waiting_signals(Session& session, const Id& account, Date today) {
  static const auto sql = select_all<Signal>() + " where account = :account and" + kWaits;
  return session.rows<Signal>(sql, {bound("account", account), bound("today", today)});
}

std::vector<Signal> waiting_for(Session& session, const Id& user, Date today) {
  static const auto sql = select_all<Signal>() + " where" + kOfUser + " and" + kWaits;
  return session.rows<Signal>(sql, {bound("user", user), bound("today", today)});
}

std::vector<Response> responses_of(Session& session, const Id& account) {
  static const auto sql = select_all<Response>() + R"(
      where account = :account and archived_at is null
      order by created_at)";
  return session.rows<Response>(sql, {bound("account", account)});
}

std::vector<Response> responses_to(Session& session, std::span<const Id> signals) {
  std::vector<Response> out;
  for_each_list(signals, [&](const IdList& list) {
    auto rows = session.rows<Response>(select_all<Response>() + R"(
      where account = (select account from signal where id = response.signal)
        and archived_at is null
        and signal in ()" + list.names + R"()
      order by created_at)",
                                       list.binds);
    out.insert(out.end(), std::make_move_iterator(rows.begin()),
               std::make_move_iterator(rows.end()));
  });
  return out;
}

std::vector<AnsweredSignal> answered_signals(Session& session, const Id& account,
                                             std::span<const Id> targets) {
  std::vector<AnsweredSignal> out;
  for_each_list(targets, [&](IdList list) {
    list.binds.push_back(bound("account", account));
    auto rows = session.rows<AnsweredSignal>(R"(
      select r.target, s.id as signal, s.title
      from response r
      join signal s on s.id = r.signal and s.account = r.account
      where r.account = :account and r.archived_at is null and r.target in ()" +
                                                 list.names + R"()
      order by r.created_at)",
                                             list.binds);
    out.insert(out.end(), rows.begin(), rows.end());
  });
  return out;
}

std::vector<NamedId> answers_of(Session& session, const Id& account) {
  return session.rows<NamedId>(R"(
      select distinct entity_id as id, title as name
      from "change"
      where ledger = :ledger and action = 'created'
        and entity_id in (
          select target from response where account = :account and archived_at is null))",
                               {bound("ledger", account), bound("account", account)});
}

std::vector<Signal> judging_signals(Session& session, const Id& user) {
  static const auto sql = select_all<Signal>() + R"(
      where market_signal is not null and archived_at is null and account in )" +
                          kAccountsOfUser;
  return session.rows<Signal>(sql, {bound("user", user)});
}

namespace {

/// The end of a select of the signals observed in `of`'s months; what was never dated was observed
/// on the day of its recording.
std::string seen(const ThemesOf& of) {
  std::string sql = R"(
        from signal
        where archived_at is null
          and substr(coalesce(observed_on, created_at), 1, 7) between :first and :last)";
  if (of.account)
    sql += " and account = :account";
  else
    // Of ten thousand accounts few are archived: told by these, the index of themes answers it all.
    sql += " and account not in (select id from account where archived_at is not null)";
  if (of.user) sql += std::string(" and account in ") + kAccountsOfUser;
  return sql;
}

Binds binds_of(const ThemesOf& of) {
  Binds binds{bound("first", of.first_month), bound("last", of.last_month)};
  if (of.account) binds.push_back(bound("account", *of.account));
  if (of.user) binds.push_back(bound("user", *of.user));
  return binds;
}

}  // namespace

std::vector<ThemeAccounts> accounts_by_theme(Session& session, const ThemesOf& of) {
  const auto sql = R"(
        select theme, count(distinct account) as accounts)" +
                   seen(of) + R"(
        group by theme)";
  return session.rows<ThemeAccounts>(sql, binds_of(of));
}

std::vector<ThemeMonth> signals_by_theme(Session& session, const ThemesOf& of) {
  const auto sql = R"(
        select
          theme, substr(coalesce(observed_on, created_at), 1, 7) as month, count(*) as signals)" +
                   seen(of) + R"(
        group by theme, substr(coalesce(observed_on, created_at), 1, 7))";
  return session.rows<ThemeMonth>(sql, binds_of(of));
}

}  // namespace takt::store
