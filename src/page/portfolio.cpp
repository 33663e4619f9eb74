#include "page/portfolio.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

#include "domain/access.hpp"
#include "domain/user.hpp"
#include "figure/portfolio.hpp"
#include "page/page.hpp"
#include "store/account_store.hpp"
#include "store/plan_store.hpp"
#include "store/portfolio_view_store.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

namespace {

constexpr int kPerPage = 50;
constexpr int kNames = 12;
constexpr std::size_t kMostMade = 50;       ///< lines that a reader waits for
constexpr std::size_t kMadeTogether = 256;  ///< lines whose rows are read together

/// Makes the lines of these accounts again. Reading comes first, so that the writer is not held up.
/// Whoever does so at the same time takes them in the same order: nobody waits in a circle.
void make_again(Context& context, std::vector<Id> accounts) {
  std::ranges::sort(accounts);
  for (std::span<const Id> left = accounts; !left.empty();) {
    const auto set = left.first(std::min(kMadeTogether, left.size()));
    left = left.subspan(set.size());
    std::vector<PortfolioFigures> lines;
    std::vector<store::KeptDetail> details;
    for (auto& [figures, detail] : context.database.read([&](store::Session& session) {
           return portfolio_kept(session, set, context.now());
         })) {
      details.push_back({figures.account, figures.revision, std::move(detail)});
      lines.push_back(std::move(figures));
    }
    context.database.write_apart([&](store::Session& session) {
      store::put_portfolio_figures(session, lines);
      store::put_portfolio_details(session, details);
    });
  }
}

store::PortfolioFilter filter_of(const Caller& caller, const PortfolioChoice& choice, Date today) {
  return {.user = sees_accounts_of(caller),
          .health = choice.health,
          .only_waiting = choice.waiting,
          .only_drifting = choice.drifting,
          .only_resting = choice.resting,
          .theme = choice.theme,
          .today = today,
          .manager = choice.manager,
          .parent = choice.parent,
          .search = choice.search};
}

bool narrows(const PortfolioChoice& choice) {
  return !choice.search.empty() || choice.health || choice.waiting || choice.drifting ||
         choice.resting || choice.theme || choice.manager || choice.parent;
}

/// The page's lines, with what their accounts are called, run and who manages them.
std::vector<PortfolioLine> lines_of(store::Session& session, std::vector<store::PortfolioRow> rows,
                                    bool detail) {
  std::vector<Id> accounts;
  accounts.reserve(rows.size());
  for (const auto& row : rows) accounts.push_back(row.account);
  std::map<Id, std::string> cycles;
  for (auto& cycle : store::running_cycles(session, accounts))
    cycles.emplace(cycle.account, std::move(cycle.name));
  std::map<Id, std::vector<std::string>> managers;
  for (auto& manager : store::managers(session, accounts))
    managers[manager.account].push_back(std::move(manager.name));
  std::map<Id, store::PortfolioDetail> details;
  if (detail)
    for (auto& kept : store::portfolio_details(session, accounts))
      details.emplace(kept.account, std::move(kept.detail));
  std::vector<PortfolioLine> out;
  out.reserve(rows.size());
  for (auto& row : rows) {
    out.push_back({row,
                   std::move(row.name),
                   std::move(row.code),
                   std::move(row.industry),
                   std::move(cycles[row.account]),
                   std::move(managers[row.account]),
                   std::move(row.parent),
                   std::move(row.parent_name),
                   {}});
    if (const auto found = details.find(row.account); found != details.end())
      out.back().detail = std::move(found->second);
  }
  return out;
}

std::vector<HealthCount> healths_of(const store::PortfolioTotals& totals) {
  std::vector<HealthCount> out{{Health::at_risk, totals.at_risk},
                               {Health::behind, totals.behind},
                               {Health::outdated, totals.outdated},
                               {Health::pending, totals.pending},
                               {Health::on_track, totals.on_track}};
  std::erase_if(out, [](const HealthCount& one) { return one.accounts == 0; });
  return out;
}

/// Over all that the caller sees. `fit`: the totals of what fits the query.
Sentence sentence_of_all(store::Session& session, const Caller& caller, const PortfolioQuery& query,
                         const store::PortfolioTotals& fit) {
  store::PortfolioFilter all{.user = sees_accounts_of(caller)};
  const auto totals = narrows(query.choice) ? store::portfolio_totals(session, all, 0) : fit;
  PortfolioState state{.accounts = totals.accounts,
                       .on_track = totals.on_track,
                       .pending = totals.pending,
                       .outdated = totals.outdated,
                       .behind = totals.behind,
                       .at_risk = totals.at_risk,
                       .overdue = totals.overdue,
                       .resting = totals.resting};
  all.health = worst_health(state);
  if (all.health)
    for (const auto& row : store::portfolio_rows(session, all, PortfolioOrder::progress, 1, 0)) {
      state.worst = row.account;
      state.worst_name = row.name;
    }
  if (state.resting == 1) {
    for (const auto& row :
         store::portfolio_rows(session, {.user = sees_accounts_of(caller), .only_resting = true},
                               PortfolioOrder::name, 1, 0)) {
      state.resting_account = row.account;
      state.resting_name = row.name;
    }
  }
  return portfolio_sentence(state);
}

/// Which lines a reader waits for: what was written, so that who wrote it sees it, before what is
/// on the page, of which at least half is made whatever else was written, before all others.
std::vector<Id> due(const std::vector<store::StaleAccount>& stale,
                    const std::vector<store::PortfolioRow>& rows, Date today) {
  std::vector<Id> out;
  const auto add = [&](const Id& account, std::size_t most) {
    if (out.size() < most && std::ranges::find(out, account) == out.end()) out.push_back(account);
  };
  for (const auto& one : stale)
    if (one.changed) add(one.account, kMostMade / 2);
  for (const auto& row : rows)
    if (row.day != today || row.revision != row.latest) add(row.account, kMostMade);
  for (const auto& one : stale) add(one.account, kMostMade);
  return out;
}

}  // namespace

bool share_estimated(const PortfolioLine& line) {
  return line.figures.share && line.detail && !line.detail->shares.empty() &&
         line.detail->shares.back().estimated;
}

PortfolioPage portfolio(Context& context, const Caller& caller, const PortfolioQuery& query) {
  require(context, caller, Permission::signed_in);
  const auto today = context.today();
  auto filter = filter_of(caller, query.choice, today);
  filter.only_below = query.only_below;
  const auto read_rows = [&](store::Session& session) {
    const int most = query.whole ? std::numeric_limits<int>::max() : kPerPage;
    return store::portfolio_rows(session, filter, query.choice.order, most, query.page * kPerPage,
                                 query.choice.reversed);
  };
  const auto page_of = [&](store::Session& session, std::vector<store::PortfolioRow> rows,
                           int older) {
    auto totals = store::portfolio_totals(session, filter, kNames);
    PortfolioPage page;
    page.accounts = totals.accounts;
    page.waiting = totals.waiting;
    page.overdue = totals.overdue;
    page.share = totals.share;
    page.without_share = totals.without_share;
    page.left_out_names = std::move(totals.left_out);
    page.pages = (page.accounts + kPerPage - 1) / kPerPage;
    page.healths = healths_of(totals);
    page.sentence = sentence_of_all(session, caller, query, totals);
    page.lines = lines_of(session, std::move(rows), query.detail);
    page.older = older;
    return page;
  };
  std::vector<Id> made;
  int stale = 0;
  const auto fresh =
      context.database.read([&](store::Session& session) -> std::optional<PortfolioPage> {
        const auto out_of_date = store::stale_accounts(session, filter, today, kMostMade);
        auto rows = read_rows(session);
        if (out_of_date.empty()) return page_of(session, std::move(rows), 0);
        stale = out_of_date[0].all;
        made = due(out_of_date, rows, today);
        return {};
      });
  if (fresh) return *fresh;
  make_again(context, made);
  return context.database.read([&](store::Session& session) {
    return page_of(session, read_rows(session), stale - static_cast<int>(made.size()));
  });
}

PortfolioViews portfolio_views(Context& context, const Caller& caller) {
  require(context, caller, Permission::signed_in);
  const auto today = context.today();
  const store::PortfolioFilter all{.user = sees_accounts_of(caller)};
  std::vector<Id> outdated;
  for (const auto& one : context.database.read([&](store::Session& session) {
         return store::stale_accounts(session, all, today, kMostMade);
       }))
    outdated.push_back(one.account);
  make_again(context, std::move(outdated));
  return context.database.read([&](store::Session& session) {
    PortfolioViews out{.kinds = store::portfolio_kinds(session, all)};
    for (auto& view : store::portfolio_views(session, caller.user)) {
      const int accounts = store::count_portfolio(session, filter_of(caller, view.choice, today));
      out.kept.push_back({std::move(view), accounts});
    }
    out.managers = store::portfolio_managers(session, all.user);
    return out;
  });
}

int refresh_portfolio(Context& context, int most) {
  const auto stale = context.database.peek([&](store::Session& session) {
    return store::stale_accounts(session, {}, context.today(), most);
  });
  std::vector<Id> accounts;
  accounts.reserve(stale.size());
  for (const auto& one : stale) accounts.push_back(one.account);
  make_again(context, std::move(accounts));
  return static_cast<int>(stale.size());
}

}  // namespace takt::page
