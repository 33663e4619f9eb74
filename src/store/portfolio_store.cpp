#include "store/portfolio_store.hpp"

#include "domain/text.hpp"
#include "store/account_store.hpp"
#include "store/row_list.hpp"

namespace takt::store {

using domain::Date;

void put_portfolio_figures(Session& session, std::span<const PortfolioFigures> figures) {
  static const auto insert =
      "insert into portfolio_line (" + mapping::columns<PortfolioFigures>() + ") values ";
  static const std::string update = R"(
      on conflict (account) do update set
        revision = excluded.revision, day = excluded.day, health = excluded.health,
        progress = excluded.progress, expected = excluded.expected, effect = excluded.effect,
        share = excluded.share, demand = excluded.demand, waiting = excluded.waiting,
        overdue = excluded.overdue, next_meeting = excluded.next_meeting,
        agility = excluded.agility, last_check_in = excluded.last_check_in,
        share_unit = excluded.share_unit, share_period = excluded.share_period,
        share_starts_on = excluded.share_starts_on, share_running = excluded.share_running,
        year_volume = excluded.year_volume, year_demand = excluded.year_demand,
        quadrants = excluded.quadrants, drifting = excluded.drifting,
        resting = excluded.resting, outdated = excluded.outdated
      where portfolio_line.revision <= excluded.revision)";
  for_each_row_list(figures, [&](const RowList& list) {
    session.execute(insert + list.names + update, list.binds);
  });
}

namespace {

/// How known things come in order, and by what the unknown are put last: the databases don't agree
/// where nulls belong.
struct Order {
  std::string unknown;  ///< 1 where it is not known
  std::string by;
  bool descending = false;
};

Order order_of(PortfolioOrder order) {
  const auto known = [](const std::string& column, bool descending = false) {
    return Order{"case when " + column + " is null then 1 else 0 end", column, descending};
  };
  switch (order) {
    case PortfolioOrder::name:
      return {};
    case PortfolioOrder::health:
      return {"", R"(
        case p.health
          when 'at_risk' then 0
          when 'behind' then 1
          when 'outdated' then 2
          when 'pending' then 3
          else 4
        end)"};
    case PortfolioOrder::progress:
      return known("(p.progress - p.expected)");
    case PortfolioOrder::effect:
      return known("p.effect");
    case PortfolioOrder::share:
      return known("p.share");
    case PortfolioOrder::waiting:
      return {"", "p.overdue", true};
    case PortfolioOrder::agility:
      return known("p.agility");
    case PortfolioOrder::meeting:
      return known("p.next_meeting");
    case PortfolioOrder::last_check_in:
      return known("p.last_check_in");
  }
  return {};
}

std::string order_by(PortfolioOrder order, bool reversed) {
  const auto of = order_of(order);
  if (of.by.empty()) return reversed ? "a.sort_key desc" : "a.sort_key";
  const std::string direction = of.descending != reversed ? " desc" : "";
  std::string out = of.unknown.empty() ? "" : of.unknown + ", ";
  out += of.by + direction;
  if (order == PortfolioOrder::waiting) out += ", p.waiting" + direction;
  return out + ", a.sort_key";
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
  if (filter.parent) {
    out.sql += std::string(" and a.id in ") + kFamily;
    out.binds.push_back(bound("parent", *filter.parent));
    if (filter.user) {
      out.sql += std::string(R"(
        and exists (
          select 1
          from team_member
          where "user" = :reader and account = :seen and archived_at is null))");
      out.binds.push_back(bound("reader", *filter.user));
      out.binds.push_back(bound("seen", *filter.parent));
    }
    if (filter.only_below) {
      out.sql += " and a.id <> :self";
      out.binds.push_back(bound("self", *filter.parent));
    }
  }
  if (filter.health) {
    out.sql += " and p.health = :health";
    out.binds.push_back(bound("health", *filter.health));
  }
  if (filter.only_waiting) out.sql += " and p.waiting > 0";
  if (filter.only_drifting) out.sql += " and p.drifting = 1";
  if (filter.only_resting) out.sql += " and p.resting = 1";
  if (filter.manager) {
    out.sql += R"(
        and a.id in (
          select account
          from team_member
          where "user" = :manager and role = 'manager' and archived_at is null))";
    out.binds.push_back(bound("manager", *filter.manager));
  }
  if (filter.theme) {
    out.sql += R"(
        and a.id in (
          select account
          from signal
          where theme = :theme and archived_at is null
            and substr(coalesce(observed_on, created_at), 1, 7) between :first and :last))";
    out.binds.push_back(bound("theme", *filter.theme));
    const auto month = [](Date day) { return domain::to_string(day).substr(0, 7); };
    out.binds.push_back(bound("first", month(domain::plus_months(filter.today, -11))));
    out.binds.push_back(bound("last", month(filter.today)));
  }
  if (const auto key = domain::search_key(filter.search); !key.empty()) {
    std::string like = "%";
    for (const char c : key) {
      if (c == '%' || c == '_' || c == '\\') like += '\\';
      like += c;
    }
    out.sql += R"( and a.search_key like :search escape '\')";
    out.binds.push_back(bound("search", like + "%"));
  }
  return out;
}

/// The totals, once for each name.
struct TotalsRow : PortfolioTotals {
  std::optional<std::string> left_out;
};
BOOST_DESCRIBE_STRUCT(TotalsRow, (PortfolioTotals), (left_out))

}  // namespace

std::vector<PortfolioRow> portfolio_rows(Session& session, const PortfolioFilter& filter,
                                         PortfolioOrder order, int most, int skip, bool reversed) {
  auto [fits, binds] = where(filter);
  binds.push_back(bound("most", most));
  binds.push_back(bound("skip", skip));
  std::string seen;
  if (filter.user) {
    seen = R"( and above.id in (
        select account
        from team_member
        where "user" = :sees and archived_at is null)
      )";
    binds.push_back(bound("sees", *filter.user));
  }
  // Sorted narrow: what is shown is read for the page alone.
  const std::string by = order_by(order, reversed);
  const auto sql = R"(
      with
        page as (
          select p.account
          from portfolio_line p
          join account a on a.id = p.account
          )" + fits +
                   " order by " + by + R"(, a.id
          limit :most offset :skip)
      select
        p.account, p.revision, p.day, p.health, p.progress, p.expected, p.effect, p.share,
        p.demand, p.waiting, p.overdue, p.next_meeting, p.agility, p.last_check_in,
        p.share_unit, p.share_period, p.share_starts_on, p.share_running, p.year_volume,
        p.year_demand, p.quadrants, p.drifting, p.resting, p.outdated,
        a.name, a.code, a.industry, l.revision as latest, above.id as parent,
        coalesce(above.name, '') as parent_name
      from page
      join portfolio_line p on p.account = page.account
      join account a on a.id = p.account
      join ledger l on l.id = p.account
      left join account above on above.id = a.parent)" +
                   seen + " order by " + by + ", a.id";
  return session.rows<PortfolioRow>(sql, binds);
}

PortfolioTotalsWithNames portfolio_totals(Session& session, const PortfolioFilter& filter,
                                          int most) {
  auto [fits, binds] = where(filter);
  binds.push_back(bound("most", most));
  const auto sql = R"(
      with
        line as (
          select
            p.health, p.waiting, p.overdue, p.resting, p.year_volume, p.year_demand, a.name,
            a.sort_key
          from portfolio_line p
          join account a on a.id = p.account
          )" + fits +
                   R"(),
        total as (
          select
            count(*) as accounts,
            coalesce(sum(waiting), 0) as waiting,
            sum(year_volume) / sum(year_demand) as share,
            coalesce(sum(case when year_demand is null then 1 else 0 end), 0) as without_share,
            coalesce(sum(case when health = 'at_risk' then 1 else 0 end), 0) as at_risk,
            coalesce(sum(case when health = 'behind' then 1 else 0 end), 0) as behind,
            coalesce(sum(case when health = 'outdated' then 1 else 0 end), 0) as outdated,
            coalesce(sum(case when health = 'pending' then 1 else 0 end), 0) as pending,
            coalesce(sum(case when health = 'on_track' then 1 else 0 end), 0) as on_track,
            coalesce(sum(overdue), 0) as overdue,
            coalesce(sum(resting), 0) as resting
          from line),
        left_out as (
          select name, sort_key from line where year_demand is null order by sort_key limit :most)
      select
        total.accounts, total.waiting, total.share, total.without_share, total.at_risk,
        total.behind, total.outdated, total.pending, total.on_track, total.overdue,
        total.resting, left_out.name as left_out
      from total
      left join left_out on true
      order by left_out.sort_key)";
  PortfolioTotalsWithNames out;
  for (auto& row : session.rows<TotalsRow>(sql, binds)) {
    static_cast<PortfolioTotals&>(out) = row;
    if (row.left_out) out.left_out.push_back(std::move(*row.left_out));
  }
  return out;
}

int count_portfolio(Session& session, const PortfolioFilter& filter) {
  const auto [fits, binds] = where(filter);
  return session
      .value<int>(
          "select count(*) from portfolio_line p join account a on a.id = p.account " + fits, binds)
      .value_or(0);
}

PortfolioKinds portfolio_kinds(Session& session, const PortfolioFilter& filter) {
  const auto [fits, binds] = where(filter);
  const auto sql = R"(
      select
        count(*) as "all",
        coalesce(sum(p.drifting), 0) as drifting,
        coalesce(sum(case when p.waiting > 0 then 1 else 0 end), 0) as waiting,
        coalesce(sum(p.resting), 0) as resting
      from portfolio_line p
      join account a on a.id = p.account
      )" + fits;
  return session.row<PortfolioKinds>(sql, binds).value_or(PortfolioKinds{});
}

std::vector<NamedId> portfolio_managers(Session& session, const std::optional<Id>& user) {
  Binds binds;
  std::string seen;
  if (user) {
    seen.append(" and t.account in ").append(kAccountsOfUser);
    binds.push_back(bound("user", *user));
  }
  const auto sql = R"(
      select id, name
      from "user"
      where id in (
        select t."user"
        from team_member t
        join account a on a.id = t.account
        where t.role = 'manager' and t.archived_at is null and a.archived_at is null)" +
                   seen + R"()
      order by sort_key, id)";
  return session.rows<NamedId>(sql, binds);
}

std::vector<StaleAccount> stale_accounts(Session& session, const PortfolioFilter& filter,
                                         Date today, int most) {
  auto [fits, binds] = where({.user = filter.user,
                              .parent = filter.parent,
                              .only_below = filter.only_below,
                              .search = filter.search});
  binds.push_back(bound("today", today));
  binds.push_back(bound("most", most));
  const auto sql = R"(
      select
        a.id as account,
        case when p.account is null or p.revision <> l.revision then 1 else 0 end as changed,
        count(*) over () as "all"
      from account a
      join ledger l on l.id = a.id
      left join portfolio_line p on p.account = a.id
      )" + fits + R"(
        and (p.account is null or p.revision <> l.revision or p.day <> :today)
      order by changed desc, a.id
      limit :most)";
  return session.rows<StaleAccount>(sql, binds);
}

}  // namespace takt::store
