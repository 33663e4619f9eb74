#pragma once
// Signals as people work with them: the board of an account, the inbox over accounts, market
// signals, themes.

#include "service/cockpit_parts.hpp"
#include "service/entity_service.hpp"

namespace takt::service {

/// A signal with what follows from it.
struct SignalView {
  domain::Signal signal;
  std::optional<domain::Priority> priority;
  bool waits = false;
  bool overdue = false;
  int days = 0;                         ///< since it was recorded
  int sensing_lag = 0;                  ///< days from observed to recorded
  std::optional<double> response_days;  ///< from recorded to the first response
  std::vector<domain::Response> responses;
  std::vector<Id> similar;  ///< other waiting signals that may be about the same
};
BOOST_DESCRIBE_STRUCT(SignalView, (),
                      (signal, priority, waits, overdue, days, sensing_lag, response_days,
                       responses, similar))

/// Views of `signals` with their responses, waiting ones first, by priority and age.
std::vector<SignalView> signal_views(store::Session& session, std::vector<domain::Signal> signals,
                                     domain::Date today);

/// How often a theme was seen in the last twelve months, oldest month first.
struct ThemeTrend {
  domain::SignalTheme theme = domain::SignalTheme::other;
  int signals = 0;
  int accounts = 0;
  std::vector<int> months;
};
BOOST_DESCRIBE_STRUCT(ThemeTrend, (), (theme, signals, accounts, months))

/// A contact that nobody has spoken to for long: a quiet signal.
struct QuietContact {
  Id id;
  std::string name;
  std::optional<domain::Date> last_contact;
  std::optional<int> days;
};
BOOST_DESCRIBE_STRUCT(QuietContact, (), (id, name, last_contact, days))

struct SignalBoard {
  long long revision = 0;
  domain::Account account;
  domain::Date today;
  std::vector<SignalView> signals;
  std::vector<ThemeTrend> themes;
  std::vector<domain::WarningQuestion> questions;
  std::vector<QuietContact> quiet;
  std::vector<domain::Contact> contacts;
  std::vector<NamedId> targets;  ///< names of what answers the signals
  std::vector<Person> people;
};
BOOST_DESCRIBE_STRUCT(SignalBoard, (),
                      (revision, account, today, signals, themes, questions, quiet, contacts,
                       targets, people))

SignalBoard signal_board(Context& context, const Caller& caller, const Id& account);

/// The waiting signals of an account that may be about the same as `title`, most alike first, three
/// at most: for whoever is about to record it.
std::vector<domain::Signal> similar_signals(Context& context, const Caller& caller,
                                            const Id& account, std::string_view title);

struct InboxLine {
  SignalView view;
  std::string account_name;
};
BOOST_DESCRIBE_STRUCT(InboxLine, (), (view, account_name))

struct Inbox {
  domain::Date today;
  int waiting = 0;  ///< all of them; the lines are the first 200
  int overdue = 0;  ///< among the lines
  std::vector<InboxLine> lines;
};
BOOST_DESCRIBE_STRUCT(Inbox, (), (today, waiting, overdue, lines))

/// What waits for an answer in the accounts whose team the caller is on, most pressing first.
Inbox inbox(Context& context, const Caller& caller);

/// Puts `id` to `into`: what it says is added there, it is archived and points there.
domain::Signal merge_signals(Context& context, const Caller& caller, const Id& id, const Id& into);

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
std::vector<ThemeTrend> themes(Context& context, const Caller& caller);

}  // namespace takt::service
