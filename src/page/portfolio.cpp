#include "page/portfolio.hpp"

#include <algorithm>
#include <map>

#include "domain/access.hpp"
#include "domain/user.hpp"
#include "figure/portfolio.hpp"
#include "page/page.hpp"
#include "store/account_store.hpp"
#include "store/plan_store.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

namespace {

constexpr int kPerPage = 50;
constexpr int kNames = 12;

/// Makes the lines of these accounts again. Reading comes first, so that the writer is not held up.
/// Whoever does so at the same time takes them in the same order: nobody waits in a circle.
void make_again(Context& context, std::vector<Id> accounts) {
  if (accounts.empty()) return;
  std::ranges::sort(accounts);
  const auto made = context.database.read([&](store::Session& session) {
    std::vector<PortfolioFigures> out;
    out.reserve(accounts.size());
    for (const auto& account : accounts)
      out.push_back(portfolio_figures(session, account, context.now()));
    return out;
  });
  context.database.write_apart([&](store::Session& session) {
    for (const auto& figures : made) store::put_portfolio_figures(session, figures);
  });
}

store::PortfolioFilter filter_of(const Caller& caller, const PortfolioQuery& query) {
  store::PortfolioFilter out{{}, query.health, query.only_waiting, query.search};
  if (caller.role != OrganisationRole::head) out.user = caller.user;
  return out;
}

/// The page's lines, with what their accounts are called, run and who manages them.
std::vector<PortfolioLine> lines_of(store::Session& session,
                                    std::vector<store::PortfolioRow> rows) {
  std::vector<Id> accounts;
  accounts.reserve(rows.size());
  for (const auto& row : rows) accounts.push_back(row.account);
  std::map<Id, std::string> cycles;
  for (auto& cycle : store::running_cycles(session, accounts))
    cycles.emplace(cycle.account, std::move(cycle.name));
  std::map<Id, std::vector<std::string>> managers;
  for (auto& manager : store::managers(session, accounts))
    managers[manager.account].push_back(std::move(manager.name));
  std::vector<PortfolioLine> out;
  out.reserve(rows.size());
  for (auto& row : rows)
    out.push_back({row, std::move(row.name), std::move(row.code), std::move(row.industry),
                   std::move(cycles[row.account]), std::move(managers[row.account])});
  return out;
}

}  // namespace

PortfolioPage portfolio(Context& context, const Caller& caller, const PortfolioQuery& query) {
  require(context, caller, Permission::signed_in);
  const auto filter = filter_of(caller, query);
  const auto today = context.today();
  const auto read_rows = [&](store::Session& session) {
    return store::portfolio_rows(session, filter, query.order, kPerPage, query.page * kPerPage);
  };
  auto rows = context.database.peek(read_rows);
  std::vector<Id> stale;
  for (const auto& row : rows)
    if (row.day != today || row.revision != row.latest) stale.push_back(row.account);
  make_again(context, stale);
  return context.database.read([&](store::Session& session) {
    if (!stale.empty()) rows = read_rows(session);
    auto totals = store::portfolio_totals(session, filter, kNames);
    PortfolioPage page;
    page.accounts = totals.accounts;
    page.waiting = totals.waiting;
    page.share = totals.share;
    page.without_share = totals.without_share;
    page.left_out_names = std::move(totals.left_out);
    page.pages = (page.accounts + kPerPage - 1) / kPerPage;
    page.lines = lines_of(session, rows);
    return page;
  });
}

int refresh_portfolio(Context& context, int most) {
  const auto accounts = context.database.peek([&](store::Session& session) {
    return store::stale_accounts(session, context.today(), most);
  });
  make_again(context, accounts);
  return static_cast<int>(accounts.size());
}

}  // namespace takt::page
