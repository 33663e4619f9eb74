#include "figure/signal.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "domain/contact.hpp"
#include "domain/hints.hpp"
#include "domain/signal.hpp"
#include "store/signal_store.hpp"
#include "store/zone.hpp"

namespace takt::figure {

using namespace domain;

namespace {

constexpr int kQuietDays = 60;

double days(Instant from, Instant to) {
  return std::chrono::duration<double, std::ratio<86400>>(to.time - from.time).count();
}

/// Waiting before done; then the higher priority, then the older one.
bool comes_first(const SignalView& left, const SignalView& right) {
  const auto key = [](const SignalView& view) {
    const int band = view.priority ? static_cast<int>(view.priority->band) : 0;
    const int score = view.priority ? view.priority->score : 0;
    return std::tuple(!view.waits, !view.overdue, -band, -score, view.signal.created_at);
  };
  return key(left) < key(right);
}

}  // namespace

/// Names for each waiting signal of the account those that may be the same.
void find_similar(std::vector<SignalView>& views) {
  std::vector<SignalView*> waiting;
  std::vector<std::string_view> titles;
  for (auto& view : views) {
    if (!view.waits) continue;
    waiting.push_back(&view);
    titles.push_back(view.signal.title);
  }
  const auto found = alike(titles, kAlike, kMostAlike);
  for (std::size_t i = 0; i < waiting.size(); ++i)
    for (const auto other : found[i]) waiting[i]->similar.push_back(waiting[other]->signal.id);
}

namespace {

SignalView view_of(Signal signal, Date recorded, Date today) {
  SignalView view;
  view.priority = priority(signal, today);
  view.waits = waits(signal, today);
  view.overdue = overdue(signal, recorded, today);
  view.days = days_between(recorded, today);
  view.sensing_lag = std::max(0, days_between(signal.observed_on.value_or(recorded), recorded));
  if (signal.answered_at) view.response_days = days(signal.created_at, *signal.answered_at);
  view.signal = std::move(signal);
  return view;
}

}  // namespace

std::vector<SignalView> signal_views(store::Session& session, std::vector<Signal> signals,
                                     Date today) {
  std::vector<SignalView> out;
  std::set<Id> accounts;
  std::vector<Id> ids;
  const auto zone = store::organisation_zone(session);
  for (auto& signal : signals) {
    accounts.insert(signal.account);
    ids.push_back(signal.id);
    const auto recorded = store::day_in(zone, signal.created_at);
    out.push_back(view_of(std::move(signal), recorded, today));
  }
  std::map<Id, std::vector<Response>> responses;
  // An account's signals are asked for all at once, the few of many accounts one by one.
  for (auto& response : accounts.size() == 1 ? store::responses_of(session, *accounts.begin())
                                             : store::responses_to(session, ids))
    responses[response.signal].push_back(std::move(response));
  for (auto& view : out) view.responses = std::move(responses[view.signal.id]);
  std::ranges::sort(out, comes_first);
  return out;
}

std::vector<ThemeTrend> trends(const std::vector<std::pair<Signal, Date>>& signals, Date today) {
  std::map<SignalTheme, ThemeTrend> by_theme;
  std::map<SignalTheme, std::set<Id>> accounts;
  const std::chrono::year_month_day now{today.days};
  const int this_month = int(now.year()) * 12 + static_cast<int>(unsigned(now.month()));
  for (const auto& [signal, on] : signals) {
    const std::chrono::year_month_day then{on.days};
    const int ago = this_month - (int(then.year()) * 12 + static_cast<int>(unsigned(then.month())));
    if (ago < 0 || ago > 11) continue;
    auto& trend = by_theme[signal.theme];
    trend.theme = signal.theme;
    trend.months.resize(12);
    ++trend.months[static_cast<std::size_t>(11 - ago)];
    ++trend.signals;
    accounts[signal.theme].insert(signal.account);
  }
  std::vector<ThemeTrend> out;
  for (auto& [theme, trend] : by_theme) {
    trend.accounts = static_cast<int>(accounts[theme].size());
    out.push_back(std::move(trend));
  }
  std::ranges::stable_sort(out, std::greater{}, [](const ThemeTrend& trend) {
    return std::pair(trend.accounts, trend.signals);
  });
  return out;
}

std::vector<QuietContact> quiet_contacts(const std::vector<Contact>& contacts, Date today) {
  std::vector<QuietContact> out;
  for (const auto& contact : contacts) {
    std::optional<int> days;
    if (contact.last_contact) days = days_between(*contact.last_contact, today);
    if (days && *days <= kQuietDays) continue;
    out.push_back({contact.id, contact.name, contact.last_contact, days});
  }
  return out;
}

}  // namespace takt::figure
