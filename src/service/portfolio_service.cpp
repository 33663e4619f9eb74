#include "service/portfolio_service.hpp"

namespace takt::service {

using namespace domain;

namespace {

constexpr int kLines = 50;

std::optional<double> mean_effect(const std::vector<ObjectiveView>& plan) {
  double sum = 0;
  int count = 0;
  for (const auto& view : plan) {
    if (view.objective.state == ObjectiveState::dropped || !view.outcome.effect) continue;
    sum += *view.outcome.effect;
    ++count;
  }
  if (count == 0) return {};
  return sum / count;
}

PortfolioFigures figures_of(store::Session& session, const Id& id, Instant now) {
  const auto today = date_of(now);
  const auto account = store::find<Account>(session, id).value();
  PortfolioFigures out{.account = id, .revision = store::revision(session, id), .day = today};
  std::optional<Cycle> running;
  for (const auto& cycle : store::present_of<Cycle>(session, id))
    if (cycle.state == CycleState::active) running = cycle;
  std::vector<ObjectiveView> plan;
  const auto from = plus_months(running ? running->starts_on : today, -12);
  const auto series = series_of(session, id, from);
  if (running) {
    plan = plan_of(session, account, *running, {}, series, today);
    out.expected = expected_by(running->starts_on, running->ends_on, today);
    out.progress = progress_of(plan);
    out.health = health_of(plan, *out.expected);
    out.effect = mean_effect(plan);
    for (const auto& objective : plan)
      for (const auto& one : objective.key_results)
        out.last_check_in = std::max(out.last_check_in, one.last_check_in);
  }
  const auto points = share_series(series.supply, usual_period(series.supply));
  if (!points.empty()) {
    out.share = points.back().total.share;
    const bool in_eur = std::ranges::all_of(
        series.supply, [](const SupplyRecord& record) { return record.unit == SupplyUnit::eur; });
    if (in_eur) out.demand = points.back().total.demand;
  }
  for (const auto& signal : store::present_of<Signal>(session, id)) {
    out.waiting += waits(signal, today);
    out.overdue += overdue(signal, today);
  }
  out.next_meeting = session
                         .value<std::optional<Instant>>(
                             "select min(planned_at) from meeting where account = :account and "
                             "state = 'planned' and "
                             "archived_at is null and planned_at >= :now",
                             {store::bound("account", id), store::bound("now", now)})
                         .value_or(std::nullopt);
  out.agility = agility_of(session, account, running, plan, today);
  return out;
}

void keep(store::Session& session, const PortfolioFigures& figures) {
  static const std::string sql = [] {
    std::string values;
    std::string sets;
    mapping::for_each_member<PortfolioFigures>([&](std::string_view name, auto) {
      const std::string column(name);
      values += (values.empty() ? ":" : ", :") + column;
      if (column != "account")
        sets += (sets.empty() ? "" : ", ") + column + " = excluded." + column;
    });
    return "insert into portfolio_line (" + mapping::columns<PortfolioFigures>() + ") values (" +
           values + ") on conflict (account) do update set " + sets;
  }();
  store::Binds binds;
  mapping::for_each_member<PortfolioFigures>([&](std::string_view name, auto pointer) {
    binds.push_back(store::bound(name, figures.*pointer));
  });
  session.execute(sql, binds);
}

/// Makes the lines of these accounts again. Reading comes first, so that the writer is not held up.
void make_again(Context& context, const std::vector<Id>& accounts) {
  if (accounts.empty()) return;
  const auto made = context.database.read([&](store::Session& session) {
    std::vector<PortfolioFigures> out;
    for (const auto& account : accounts) out.push_back(figures_of(session, account, context.now()));
    return out;
  });
  context.database.write_apart([&](store::Session& session) {
    for (const auto& figures : made) keep(session, figures);
  });
}

std::string order_by(PortfolioOrder order) {
  switch (order) {
    case PortfolioOrder::name:
      return "a.name";
    case PortfolioOrder::health:
      return "case p.health when 'at_risk' then 0 when 'behind' then 1 when 'outdated' then 2 "
             "when 'pending' then 3 else 4 end, a.name";
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

struct Row : PortfolioFigures {
  std::string name;
  std::string code;
  std::string industry;
};
BOOST_DESCRIBE_STRUCT(Row, (PortfolioFigures), (name, code, industry))

struct Totals {
  int accounts = 0;
  int waiting = 0;
  std::optional<double> share;
};
BOOST_DESCRIBE_STRUCT(Totals, (), (accounts, waiting, share))

struct Filter {
  std::string where;
  store::Binds binds;
};

Filter filter_of(const Caller& caller, const PortfolioQuery& query) {
  Filter out{
      " from portfolio_line p join account a on a.id = p.account where a.archived_at is null", {}};
  if (caller.role != OrganisationRole::head) {
    out.where +=
        " and a.id in (select account from team_member where \"user\" = :user and archived_at is "
        "null)";
    out.binds.push_back(store::bound("user", caller.user));
  }
  if (query.health) {
    out.where += " and p.health = :health";
    out.binds.push_back(store::bound("health", *query.health));
  }
  if (query.only_waiting) out.where += " and p.waiting > 0";
  if (!query.search.empty()) {
    std::string like = "%";
    for (const char c : query.search) {
      if (c == '%' || c == '_' || c == '\\') like += '\\';
      like += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    out.where +=
        " and lower(a.name || ' ' || a.code || ' ' || a.industry) like :search escape '\\'";
    out.binds.push_back(store::bound("search", like + "%"));
  }
  return out;
}

PortfolioLine line_of(store::Session& session, Row row) {
  PortfolioLine line{row, std::move(row.name), std::move(row.code), std::move(row.industry), {},
                     {}};
  const auto& account = line.figures.account;
  line.cycle = session
                   .value<std::string>(
                       "select name from cycle where account = :account and state = 'active' and "
                       "archived_at is null",
                       {store::bound("account", account)})
                   .value_or("");
  for (auto& member : team_of(session, account))
    if (member.role == TeamRole::manager) line.managers.push_back(std::move(member.person.name));
  return line;
}

std::vector<Row> rows_of(store::Session& session, const Filter& filter,
                         const PortfolioQuery& query) {
  std::string columns;
  mapping::for_each_member<PortfolioFigures>([&](std::string_view name, auto) {
    columns += (columns.empty() ? "p." : ", p.") + std::string(name);
  });
  auto binds = filter.binds;
  binds.push_back(store::bound("most", kLines));
  binds.push_back(store::bound("skip", query.page * kLines));
  return session.rows<Row>("select " + columns + ", a.name, a.code, a.industry" + filter.where +
                               " order by " + order_by(query.order) + " limit :most offset :skip",
                           binds);
}

}  // namespace

PortfolioPage portfolio(Context& context, const Caller& caller, const PortfolioQuery& query) {
  require(context, caller, Permission::signed_in);
  const auto filter = filter_of(caller, query);
  const auto stale = context.database.peek([&](store::Session& session) {
    std::vector<Id> out;
    for (const auto& row : rows_of(session, filter, query))
      if (row.day != context.today() || row.revision != store::revision(session, row.account))
        out.push_back(row.account);
    return out;
  });
  make_again(context, stale);
  return context.database.peek([&](store::Session& session) {
    PortfolioPage page;
    const auto totals = session.row<Totals>(
        "select count(*), coalesce(sum(p.waiting), 0), sum(case when p.demand > 0 then p.share * "
        "p.demand end) / "
        "sum(case when p.demand > 0 and p.share is not null then p.demand end)" +
            filter.where,
        filter.binds);
    page.accounts = totals.value().accounts;
    page.waiting = totals->waiting;
    page.share = totals->share;
    page.pages = (page.accounts + kLines - 1) / kLines;
    for (auto& row : rows_of(session, filter, query))
      page.lines.push_back(line_of(session, std::move(row)));
    return page;
  });
}

void add_portfolio_line(store::Session& session, const Id& account, Instant now) {
  keep(session, figures_of(session, account, now));
}

int refresh_portfolio(Context& context, int most) {
  const auto stale = context.database.peek([&](store::Session& session) {
    return session.rows<NamedId>(
        "select a.id, a.code from account a join ledger l on l.id = a.id left join portfolio_line "
        "p on p.account = a.id where p.account is null or p.revision <> l.revision or p.day <> "
        ":today limit :most",
        {store::bound("today", context.today()), store::bound("most", most)});
  });
  std::vector<Id> accounts;
  for (const auto& one : stale) accounts.push_back(one.id);
  make_again(context, accounts);
  return static_cast<int>(accounts.size());
}

}  // namespace takt::service
