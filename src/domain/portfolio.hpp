#pragma once
// Which accounts drift, which plans rest, and how somebody looks at them. See docs/domain.md, 3.20.

#include <optional>

#include "domain/progress.hpp"
#include "domain/reference.hpp"
#include "domain/signal.hpp"
#include "domain/state_sentence.hpp"

namespace takt::domain {

BOOST_DEFINE_ENUM_CLASS(PortfolioOrder, name, health, progress, effect, share, waiting, agility,
                        meeting, last_check_in)

/// What narrows and orders the accounts; what is empty does neither.
struct PortfolioChoice {
  Text<300> search;
  std::optional<Health> health;
  bool waiting = false;   ///< only with signals that wait
  bool drifting = false;  ///< only those that drift
  bool resting = false;   ///< only those whose plan rests
  std::optional<SignalTheme> theme;
  std::optional<Id> manager;  ///< a user
  std::optional<Id> parent;   ///< this account and those below it
  PortfolioOrder order = PortfolioOrder::health;
  bool reversed = false;  ///< the order from its other end; what is not known stays last
};
BOOST_DESCRIBE_STRUCT(PortfolioChoice, (),
                      (search, health, waiting, drifting, resting, theme, manager, parent, order,
                       reversed))

/// A way of looking at the portfolio that somebody keeps.
struct PortfolioView {
  Id id;
  Name name;
  PortfolioChoice choice;
};
BOOST_DESCRIBE_STRUCT(PortfolioView, (), (id, name, choice))

/// Somebody keeps so many at most: as many as one can tell apart.
inline constexpr int kMostPortfolioViews = 12;

/// 3.20 An account drifts where it is behind or at risk, or its share of supply fell and is short
/// of its target, as its state sentence tells it.
bool drifts(Health health, const std::optional<ShareMoved>& share);

/// What tells whether a plan rests.
struct Quiet {
  Date today;
  Date there_since;                   ///< the account
  Date runs_since;                    ///< the cycle
  bool asks = false;                  ///< a key result waits for check-ins
  std::optional<Date> last_check_in;  ///< of the cycle
  std::optional<Date> last_signal;
};

/// 3.20 The plan of a running cycle rests where for ninety days nobody recorded a signal, or for
/// six weeks nobody checked in although key results wait for it. Nothing is missed from before the
/// account was there, nor check-ins from before the cycle ran.
bool rests(const Quiet& quiet);

/// Whether it is the signals that are missed, be there a cycle or not.
bool without_signals(const Quiet& quiet);

inline constexpr int kQuietSignalDays = 90;
inline constexpr int kQuietCheckInDays = 42;

/// How an outcome moved from its baseline, as it reads.
BOOST_DEFINE_ENUM_CLASS(Moved, rose, held, fell)

/// No value where one of them is not known. `decimals`: to which they are shown.
std::optional<Moved> moved(const std::optional<double>& from, const std::optional<double>& to,
                           int decimals);

}  // namespace takt::domain
