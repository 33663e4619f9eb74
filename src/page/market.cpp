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

std::vector<ThemeTrend> signal_themes(Context& context, const Caller& caller) {
  require(context, caller, Permission::signed_in);
  std::optional<Id> user;
  if (caller.role != OrganisationRole::head) user = caller.user;
  return context.database.read(
      [&](store::Session& session) { return figure::themes(session, {}, user, context.today()); });
}

}  // namespace takt::page
