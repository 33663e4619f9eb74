#include "page/market.hpp"

#include <algorithm>

#include "domain/access.hpp"
#include "domain/signal.hpp"
#include "domain/user.hpp"
#include "figure/people.hpp"
#include "figure/signal.hpp"
#include "page/page.hpp"
#include "store/account_store.hpp"
#include "store/signal_store.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

std::vector<MarketSignalView> market_signals(Context& context, const Caller& caller) {
  require(context, caller, Permission::signed_in);
  return context.database.read([&](store::Session& session) {
    const auto accounts = store::account_names(session, caller.user);
    const auto judged = store::judging_signals(session, caller.user);
    std::vector<MarketSignalView> out;
    for (auto& market : store::present_of<MarketSignal>(session, store::organisation_ledger())) {
      MarketSignalView view;
      for (const auto& account : accounts) {
        Judgement one{account.id, account.name, {}};
        for (const auto& signal : judged)
          if (signal.account == account.id && signal.market_signal == market.id)
            one.signal = signal;
        view.judgements.push_back(std::move(one));
      }
      view.market_signal = std::move(market);
      out.push_back(std::move(view));
    }
    std::ranges::reverse(out);
    return out;
  });
}

std::vector<ThemeTrend> themes(Context& context, const Caller& caller) {
  require(context, caller, Permission::signed_in);
  const auto from = plus_months(context.today(), -11);
  const std::string first = to_string(from).substr(0, 7);
  std::optional<Id> user;
  if (caller.role != OrganisationRole::head) user = caller.user;
  return context.database.read([&](store::Session& session) {
    std::vector<ThemeTrend> out;
    for (const auto& one : store::accounts_by_theme(session, first, user))
      out.push_back({one.theme, 0, one.accounts, std::vector<int>(12)});
    const int start = std::stoi(first.substr(0, 4)) * 12 + std::stoi(first.substr(5));
    for (const auto& month : store::signals_by_theme(session, first, user)) {
      const auto at =
          std::stoi(month.month.substr(0, 4)) * 12 + std::stoi(month.month.substr(5)) - start;
      auto& trend = *std::ranges::find(out, month.theme, &ThemeTrend::theme);
      trend.signals += month.signals;
      if (at >= 0 && at < 12) trend.months[static_cast<std::size_t>(at)] += month.signals;
    }
    std::ranges::stable_sort(out, std::greater{}, [](const ThemeTrend& trend) {
      return std::pair(trend.accounts, trend.signals);
    });
    return out;
  });
}

}  // namespace takt::page
