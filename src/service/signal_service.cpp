#include "service/signal_service.hpp"

#include <map>
#include <set>

#include "domain/hints.hpp"
#include "service/account_service.hpp"

namespace takt::service {

using namespace domain;

namespace {

constexpr int kQuietDays = 60;
constexpr double kAlike = 0.5;
constexpr std::size_t kMostAlike = 3;

double days(Instant from, Instant to) {
  return std::chrono::duration<double, std::ratio<86400>>(to.time - from.time).count();
}

/// Waiting before done; then the higher priority, then the older one.
bool before(const SignalView& left, const SignalView& right) {
  const auto key = [](const SignalView& view) {
    const int band = view.priority ? static_cast<int>(view.priority->band) : 0;
    const int score = view.priority ? view.priority->score : 0;
    return std::tuple(!view.waits, !view.overdue, -band, -score, view.signal.created_at);
  };
  return key(left) < key(right);
}

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

SignalView view_of(Signal signal, Date today) {
  SignalView view;
  view.priority = priority(signal, today);
  view.waits = waits(signal, today);
  view.overdue = overdue(signal, today);
  const auto recorded = date_of(signal.created_at);
  view.days = days_between(recorded, today);
  view.sensing_lag = std::max(0, days_between(signal.observed_on.value_or(recorded), recorded));
  if (signal.answered_at) view.response_days = days(signal.created_at, *signal.answered_at);
  view.signal = std::move(signal);
  return view;
}

const std::string kWaiting =
    " archived_at is null and (state in ('new', 'assessed') or (state = 'watched' and watch_until "
    "<= :today))";

}  // namespace

std::vector<SignalView> signal_views(store::Session& session, std::vector<Signal> signals,
                                     Date today) {
  std::vector<SignalView> out;
  std::set<Id> accounts;
  for (auto& signal : signals) {
    accounts.insert(signal.account);
    out.push_back(view_of(std::move(signal), today));
  }
  std::map<Id, std::vector<Response>> responses;
  if (accounts.size() == 1)
    for (auto& response : session.rows<Response>(
             store::select_all<Response>() + " where account = :account order by created_at",
             {store::bound("account", *accounts.begin())}))
      responses[response.signal].push_back(std::move(response));
  for (auto& view : out) view.responses = std::move(responses[view.signal.id]);
  std::ranges::sort(out, before);
  return out;
}

namespace {

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

}  // namespace

SignalBoard signal_board(Context& context, const Caller& caller, const Id& account) {
  require(context, caller, Permission::see, account);
  return context.database.read([&](store::Session& session) {
    SignalBoard board;
    board.today = context.today();
    board.revision = store::revision(session, account);
    board.account = store::find<Account>(session, account).value();
    auto signals = store::present_of<Signal>(session, account);
    std::vector<std::pair<Signal, Date>> dated;
    for (const auto& signal : signals)
      dated.emplace_back(signal, signal.observed_on.value_or(board.today));
    board.themes = trends(dated, board.today);
    board.signals = signal_views(session, std::move(signals), board.today);
    find_similar(board.signals);
    board.questions = store::present_of<WarningQuestion>(session, account);
    board.contacts = store::present_of<Contact>(session, account);
    board.quiet = quiet_contacts(board.contacts, board.today);
    board.targets = session.rows<NamedId>(
        "select distinct entity_id, title from \"change\" where ledger = :account and action = "
        "'created' and entity_id in (select target from response where account = :of)",
        {store::bound("account", account), store::bound("of", account)});
    board.people = people_of(session, account);
    return board;
  });
}

std::vector<Signal> similar_signals(Context& context, const Caller& caller, const Id& account,
                                    std::string_view title) {
  require(context, caller, Permission::see, account);
  auto signals = context.database.peek([&](store::Session& session) {
    return session.rows<Signal>(
        store::select_all<Signal>() + " where account = :account and" + kWaiting,
        {store::bound("account", account), store::bound("today", context.today())});
  });
  std::vector<std::pair<double, Signal>> alike;
  for (auto& signal : signals) {
    const double how = likeness(title, signal.title);
    if (how >= kAlike) alike.emplace_back(how, std::move(signal));
  }
  std::ranges::stable_sort(alike, std::greater{}, &std::pair<double, Signal>::first);
  std::vector<Signal> out;
  for (auto& [how, signal] : alike)
    if (out.size() < kMostAlike) out.push_back(std::move(signal));
  return out;
}

Inbox inbox(Context& context, const Caller& caller) {
  require(context, caller, Permission::signed_in);
  const auto today = context.today();
  const std::string mine =
      "account in (select account from team_member where \"user\" = :user and archived_at is null)"
      " and" +
      kWaiting;
  const store::Binds binds{store::bound("user", caller.user), store::bound("today", today)};
  return context.database.read([&](store::Session& session) {
    Inbox out;
    out.today = today;
    out.waiting =
        session.value<int>("select count(*) from signal where " + mine, binds).value_or(0);
    auto signals = session.rows<Signal>(
        store::select_all<Signal>() + " where " + mine +
            " order by coalesce(impact * likelihood, 0) desc, created_at limit 200",
        binds);
    std::map<Id, std::string> names;
    for (const auto& account : session.rows<NamedId>(
             "select id, name from account where id in (select account from team_member where "
             "\"user\" = :user and archived_at is null)",
             {store::bound("user", caller.user)}))
      names[account.id] = account.name;
    for (auto& view : signal_views(session, std::move(signals), today)) {
      out.overdue += view.overdue;
      auto name = names[view.signal.account];
      out.lines.push_back({std::move(view), std::move(name)});
    }
    return out;
  });
}

Signal merge_signals(Context& context, const Caller& caller, const Id& id, const Id& into) {
  const auto account = require_write<Signal>(context, caller, id);
  if (id == into) throw Problem::invalid("/into", "same", "must be another signal");
  long long revision = 0;
  auto kept = context.database.write(account, [&](store::Session& session) {
    revision = 0;
    const auto gone = store::find<Signal>(session, id).value();
    const auto target = store::find<Signal>(session, into);
    if (!target || target->account != account || target->archived_at)
      throw Problem::invalid("/into", "unknown_signal", "must be a signal of this account");
    auto fuller = *target;
    std::string detail = target->detail;
    detail += (detail.empty() ? "" : "\n\n") + gone.title;
    if (!gone.detail.empty()) detail += "\n" + gone.detail;
    fuller.detail = first_characters(detail, decltype(fuller.detail)::kMax);
    if (gone.observed_on && (!target->observed_on || *gone.observed_on < *target->observed_on))
      fuller.observed_on = gone.observed_on;
    if (target->evidence.size() + gone.evidence.size() > mapping::kMostEntries)
      throw Problem::invalid("/into", "too_many", "would have more than 500 links as evidence");
    fuller.evidence.insert(fuller.evidence.end(), gone.evidence.begin(), gone.evidence.end());
    fuller = put<Signal>(context, session, caller, *target, fuller, "merged", revision);
    auto merged = gone;
    merged.merged_into = into;
    merged.archived_at = context.now();
    put<Signal>(context, session, caller, gone, merged, "merged", revision);
    return fuller;
  });
  context.announce(account, revision);
  return kept;
}

std::vector<MarketSignalView> market_signals(Context& context, const Caller& caller) {
  require(context, caller, Permission::signed_in);
  return context.database.read([&](store::Session& session) {
    const auto accounts = session.rows<NamedId>(
        "select id, name from account where archived_at is null and id in (select account from "
        "team_member where \"user\" = :user and archived_at is null) order by name",
        {store::bound("user", caller.user)});
    const auto judged = session.rows<Signal>(
        store::select_all<Signal>() +
            " where market_signal is not null and archived_at is null and account in (select "
            "account from team_member where \"user\" = :user and archived_at is null)",
        {store::bound("user", caller.user)});
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

namespace {

struct ThemeMonth {
  SignalTheme theme = SignalTheme::other;
  std::string month;  ///< `2026-11`
  int signals = 0;
};
BOOST_DESCRIBE_STRUCT(ThemeMonth, (), (theme, month, signals))

struct ThemeAccounts {
  SignalTheme theme = SignalTheme::other;
  int accounts = 0;
};
BOOST_DESCRIBE_STRUCT(ThemeAccounts, (), (theme, accounts))

}  // namespace

std::vector<ThemeTrend> themes(Context& context, const Caller& caller) {
  require(context, caller, Permission::signed_in);
  const auto from = plus_months(context.today(), -11);
  const std::string first = to_string(from).substr(0, 7);
  std::string where = " from signal where archived_at is null and created_at >= :from";
  store::Binds binds{store::bound("from", first)};
  if (caller.role != OrganisationRole::head) {
    where +=
        " and account in (select account from team_member where \"user\" = :user and archived_at "
        "is null)";
    binds.push_back(store::bound("user", caller.user));
  }
  return context.database.peek([&](store::Session& session) {
    std::vector<ThemeTrend> out;
    for (const auto& one : session.rows<ThemeAccounts>(
             "select theme, count(distinct account)" + where + " group by theme", binds))
      out.push_back({one.theme, 0, one.accounts, std::vector<int>(12)});
    const int start = std::stoi(first.substr(0, 4)) * 12 + std::stoi(first.substr(5));
    for (const auto& month :
         session.rows<ThemeMonth>("select theme, substr(created_at, 1, 7), count(*)" + where +
                                      " group by theme, substr(created_at, 1, 7)",
                                  binds)) {
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

/// A response moves its signal on and, being the first one, stops the clock.
long long follow_up(const Draft<Response>& draft, long long revision) {
  if (!draft.creating()) return revision;
  auto& session = draft.session;
  const auto before = store::find<Signal>(session, draft.after.signal).value();
  auto after = before;
  after.watch_until.reset();
  switch (draft.after.kind) {
    case ResponseKind::watch:
      after.state = SignalState::watched;
      after.watch_until = draft.after.watch_until;
      break;
    case ResponseKind::dismiss:
      after.state = SignalState::dismissed;
      break;
    default:
      after.state = SignalState::answered;
  }
  if (!after.answered_at) after.answered_at = draft.context.now();
  ++after.version;
  store::update(session, after);
  return record(draft.context, session, draft.caller, &before, after, draft.after.reason);
}

}  // namespace takt::service
