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

SignalView signal_view(Signal signal, Date recorded, Date today) {
  SignalView view;
  view.priority = priority(signal, today);
  view.waits = waits(signal, today);
  view.overdue = overdue(signal, recorded, today);
  if (view.waits) view.answer_by = answer_by(signal, recorded);
  view.days = days_between(recorded, today);
  view.sensing_lag = std::max(0, days_between(signal.observed_on.value_or(recorded), recorded));
  if (signal.answered_at) view.response_days = days(signal.created_at, *signal.answered_at);
  view.signal = std::move(signal);
  return view;
}

void put_in_order(std::vector<SignalView>& views) { std::ranges::sort(views, comes_first); }

void add_responses(store::Session& session, std::vector<SignalView>& views) {
  std::set<Id> accounts;
  std::vector<Id> ids;
  for (const auto& view : views) {
    accounts.insert(view.signal.account);
    ids.push_back(view.signal.id);
  }
  std::map<Id, std::vector<Response>> responses;
  // An account's signals are asked for all at once, the few of many accounts one by one.
  for (auto& response : accounts.size() == 1 ? store::responses_of(session, *accounts.begin())
                                             : store::responses_to(session, ids))
    responses[response.signal].push_back(std::move(response));
  for (auto& view : views) view.responses = std::move(responses[view.signal.id]);
}

std::vector<SignalView> signal_views(store::Session& session, std::vector<Signal> signals,
                                     Date today) {
  std::vector<SignalView> out;
  const auto zone = store::organisation_zone(session);
  for (auto& signal : signals) {
    const auto recorded = store::day_in(zone, signal.created_at);
    out.push_back(signal_view(std::move(signal), recorded, today));
  }
  add_responses(session, out);
  put_in_order(out);
  return out;
}

std::vector<ThemeTrend> themes(store::Session& session, const std::optional<Id>& account,
                               const std::optional<Id>& user, Date today) {
  const auto month_of = [](const std::string& month) {
    return std::stoi(month.substr(0, 4)) * 12 + std::stoi(month.substr(5));
  };
  constexpr int kMonths = 12;
  const std::string last = to_string(today).substr(0, 7);
  const std::string first = to_string(plus_months(today, 1 - kMonths)).substr(0, 7);
  const store::ThemesOf of{first, last, account, user};
  std::vector<ThemeTrend> out;
  for (const auto& one : store::accounts_by_theme(session, of))
    out.push_back({one.theme, 0, one.accounts, std::vector<int>(kMonths)});
  for (const auto& month : store::signals_by_theme(session, of)) {
    auto& trend = *std::ranges::find(out, month.theme, &ThemeTrend::theme);
    trend.signals += month.signals;
    trend.months[static_cast<std::size_t>(month_of(month.month) - month_of(first))] +=
        month.signals;
  }
  std::ranges::sort(out, std::greater{}, [](const ThemeTrend& trend) {
    return std::tuple(trend.accounts, trend.signals, -static_cast<int>(trend.theme));
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
