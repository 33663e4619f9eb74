#pragma once
// Signals that wait for an answer, what answers them, and what many accounts' signals have in
// common.

#include <span>

#include "domain/signal.hpp"
#include "store/entity_store.hpp"
#include "store/named_id.hpp"

namespace takt::store {

/// Those of an account that wait on `today`.
std::vector<domain::Signal> waiting_signals(Session& session, const domain::Id& account,
                                            domain::Date today);

/// Those of the present accounts whose team the user is on.
std::vector<domain::Signal> waiting_for(Session& session, const domain::Id& user,
                                        domain::Date today);

/// All responses of an account that were not taken back, the oldest first.
std::vector<domain::Response> responses_of(Session& session, const Id& account);

/// Those to these signals, whatever their accounts, the oldest of each first.
std::vector<domain::Response> responses_to(Session& session, std::span<const Id> signals);

/// A signal and the objective, key result, action or meeting that answers it.
struct AnsweredSignal {
  Id target;
  Id signal;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(AnsweredSignal, (), (target, signal, title))

/// Those of the account that one of the `targets` answers.
std::vector<AnsweredSignal> answered_signals(Session& session, const Id& account,
                                             std::span<const Id> targets);

/// What answers the account's signals, by the name that each was created with.
std::vector<NamedId> answers_of(Session& session, const Id& account);

/// Signals that judge a market signal, in the accounts whose team the user is on.
std::vector<domain::Signal> judging_signals(Session& session, const Id& user);

/// Whose signals are counted, observed in which months (`2026-11`): of one account, else of all
/// present ones, of those whose team the user is on where one is named.
struct ThemesOf {
  std::string first_month;
  std::string last_month;
  std::optional<domain::Id> account{};
  std::optional<domain::Id> user{};
};

/// How many accounts have signals of a theme.
struct ThemeAccounts {
  domain::SignalTheme theme = domain::SignalTheme::other;
  int accounts = 0;
};
BOOST_DESCRIBE_STRUCT(ThemeAccounts, (), (theme, accounts))

std::vector<ThemeAccounts> accounts_by_theme(Session& session, const ThemesOf& of);

/// How many signals of a theme a month has.
struct ThemeMonth {
  domain::SignalTheme theme = domain::SignalTheme::other;
  std::string month;  ///< `2026-11`
  int signals = 0;
};
BOOST_DESCRIBE_STRUCT(ThemeMonth, (), (theme, month, signals))

/// The same signals by month.
std::vector<ThemeMonth> signals_by_theme(Session& session, const ThemesOf& of);

}  // namespace takt::store
