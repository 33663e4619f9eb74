#pragma once
// Market signals and how each account judges them; themes over accounts.

#include "domain/signal.hpp"
#include "figure/signal.hpp"
#include "page/page.hpp"

namespace takt::page {

struct Judgement {
  Id account;
  std::string account_name;
  std::optional<domain::Signal> signal;  ///< no value: not judged yet
};
BOOST_DESCRIBE_STRUCT(Judgement, (), (account, account_name, signal))

struct MarketSignalView {
  domain::MarketSignal market_signal;
  std::vector<Judgement> judgements;  ///< of the accounts whose team the caller is on
};
BOOST_DESCRIBE_STRUCT(MarketSignalView, (), (market_signal, judgements))

std::vector<MarketSignalView> market_signals(Context& context, const Caller& caller);

/// Themes over the accounts that the caller sees, most accounts first.
std::vector<figure::ThemeTrend> signal_themes(Context& context, const Caller& caller);

}  // namespace takt::page
