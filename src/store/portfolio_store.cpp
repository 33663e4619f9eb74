#include "store/portfolio_store.hpp"

#include <cctype>

#include "store/account_store.hpp"

namespace takt::store {

using domain::Date;

void put_portfolio_figures(Session& session, const PortfolioFigures& figures) {
  session.execute(R"(
      insert into portfolio_line (
        account, revision, day, health, progress, expected, effect, share, demand, waiting,
        overdue, next_meeting, agility, last_check_in)
      values (
        :account, :revision, :day, :health, :progress, :expected, :effect, :share, :demand,
        :waiting, :overdue, :next_meeting, :agility, :last_check_in)
      on conflict (account) do update set
        revision = excluded.revision, day = excluded.day, health = excluded.health,
        progress = excluded.progress, expected = excluded.expected, effect = excluded.effect,
        share = excluded.share, demand = excluded.demand, waiting = excluded.waiting,
        overdue = excluded.overdue, next_meeting = excluded.next_meeting,
        agility = excluded.agility, last_check_in = excluded.last_check_in
      where portfolio_line.revision <= excluded.revision)",
                  binds_of(figures));
}

namespace {

const char* order_by(PortfolioOrder order) {
  switch (order) {
    case PortfolioOrder::name:
      return "a.name";
    case PortfolioOrder::health:
      return R"(
        case p.health
          when 'at_risk' then 0
          when 'behind' then 1
          when 'outdated' then 2
          when 'pending' then 3
          else 4
        end, a.name)";
    case PortfolioOrder::progress:
      return "p.progress - p.expected, a.name";
    case PortfolioOrder::effect:
      return "p.effect, a.name";
    case PortfolioOrder::waiting:
      return "p.overdue desc, p.waiting desc, a.name";
    case PortfolioOrder::agility:
      return "p.agility, a.name";
    case PortfolioOrder::meeting:
      return "case when p.next_meeting is null then 1 else 0 end, p.next_meeting, a.name";
  }
  return "a.name";
}

struct Where {
  std::string sql;
  Binds binds;
};

Where where(const PortfolioFilter& filter) {
  Where out{"where a.archived_at is null", {}};
  if (filter.user) {
    out.sql += std::string(" and a.id in ") + kAccountsOfUser;
    out.binds.push_back(bound("user", *filter.user));
  }
  if (filter.health) {
    out.sql += " and p.health = :health";
    out.binds.push_back(bound("health", *filter.health));
  }
  if (filter.only_waiting) out.sql += " and p.waiting > 0";
  if (!filter.search.empty()) {
    std::string like = "%";
    for (const char c : filter.search) {
      if (c == '%' || c == '_' || c == '\\') like += '\\';
      like += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    out.sql += R"( and lower(a.name || ' ' || a.code || ' ' || a.industry)
        like :search escape '\')";
    out.binds.push_back(bound("search", like + "%"));
  }
  return out;
}

}  // namespace

std::vector<PortfolioRow> portfolio_rows(Session& session, const PortfolioFilter& filter,
                                         PortfolioOrder order, int most, int skip) {
  auto [fits, binds] = where(filter);
  binds.push_back(bound("most", most));
  binds.push_back(bound("skip", skip));
  const auto sql = R"(
      select
        p.account, p.revision, p.day, p.health, p.progress, p.expected, p.effect, p.share,
        p.demand, p.waiting, p.overdue, p.next_meeting, p.agility, p.last_check_in,
        a.name, a.code, a.industry, l.revision as latest
      from portfolio_line p
      join account a on a.id = p.account
      join ledger l on l.id = p.account
      )" + fits + " order by " +
                   order_by(order) + " limit :most offset :skip";
  return session.rows<PortfolioRow>(sql, binds);
}

PortfolioTotals portfolio_totals(Session& session, const PortfolioFilter& filter) {
  const auto [fits, binds] = where(filter);
  const auto sql = R"(
      select
        count(*) as accounts,
        coalesce(sum(p.waiting), 0) as waiting,
        sum(case when p.demand > 0 then p.share * p.demand end) /
          sum(case when p.demand > 0 and p.share is not null then p.demand end) as share
      from portfolio_line p
      join account a on a.id = p.account
      )" + fits;
  return session.row<PortfolioTotals>(sql, binds).value();
}

std::vector<Id> stale_accounts(Session& session, Date today, int most) {
  return session.values<Id>(R"(
      select a.id
      from account a
      join ledger l on l.id = a.id
      left join portfolio_line p on p.account = a.id
      where p.account is null or p.revision <> l.revision or p.day <> :today
      limit :most)",
                            {bound("today", today), bound("most", most)});
}

}  // namespace takt::store
