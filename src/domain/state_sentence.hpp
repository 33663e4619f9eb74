#pragma once
// The state sentence (Lagesatz): what a place says of its state in its first line. The server says
// what is told and how grave it is, the interface words it. See docs/domain.md, 3.18.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/contact.hpp"
#include "domain/cycle.hpp"
#include "domain/progress.hpp"

namespace takt::domain {

BOOST_DEFINE_ENUM_CLASS(Severity, plain, warn, bad)

/// What a clause says. The interface has words for each (`web/src/sentence/wording.tsx`).
BOOST_DEFINE_ENUM_CLASS(ClauseKind, no_cycle, cycle_ahead, cycle_starts_today, cycle_waits,
                        cycle_over, review_open, review_done, between_cycles, progress,
                        not_measured, only_objective_behind, objectives_behind,
                        only_objective_at_risk, objectives_at_risk, share, share_rose, share_fell,
                        share_held, roll_out_silent, key_result_silent, key_result_outdated,
                        key_results_outdated, signals_waiting, signals_overdue, no_account,
                        accounts, accounts_none_on_track, accounts_all_on_track, accounts_pending,
                        accounts_outdated, accounts_resting, accounts_behind, accounts_at_risk,
                        nothing_owed, owed, owed_overdue, owed_all_overdue, own_fresh, own_outdated,
                        no_goal, goals, goals_without_step, no_signal_waits, response_time,
                        contacts_quiet, objectives_worked, objectives_none_worked, effects_unknown,
                        agility, agility_unknown, agility_lacks, buying_centre_lacks)

/// Where the figure of a clause leads.
BOOST_DEFINE_ENUM_CLASS(Place, account, objective, key_result, plan, review, signals, supply,
                        portfolio, waiting, resting, long_term, meetings, agility)

/// A part of the sentence. Of the figures each kind has its own, the others are empty.
struct Clause {
  ClauseKind kind = ClauseKind::progress;
  Severity severity = Severity::plain;
  std::optional<Place> place;  ///< no value: what it tells stands on the same page
  std::optional<Id> of;        ///< what is at the place: account, objective, key result, cycle
  std::optional<Id> in;        ///< the account of an objective
  std::string name;  ///< of the cycle, account or goal that it tells of; code of what lacks
  int count = 0;     ///< how many; 0 where the days count
  int total = 0;     ///< of how many
  int days = 0;      ///< for how long, or until then
  std::optional<double> value;   ///< progress or share, unit 1; points of the agility check; days
  std::optional<double> before;  ///< what the value comes from
  std::optional<double> target;  ///< what it should be, by today or in the end
  bool estimated = false;        ///< the value, in parts at least
  std::optional<Date> day;       ///< on which something is due
  std::optional<Health> health;  ///< of the accounts at the place
};
BOOST_DESCRIBE_STRUCT(Clause, (),
                      (kind, severity, place, of, in, name, count, total, days, value, before,
                       target, estimated, day, health))

using Sentence = std::vector<Clause>;

inline constexpr std::size_t kMostClauses = 4;

/// Four clauses at most, the worst last; what is equally grave stays in its order, so that
/// `clauses` come with the more important later. Of more than four the first of the mildest are
/// left out, never the one that leads.
Sentence sentence_of(Sentence clauses);

/// How the share of supply moved, unit 1.
struct ShareMoved {
  double now = 0;
  std::optional<double> before;
  std::optional<double> target;
  bool estimated = false;
};

/// A key result that is outdated.
struct OutdatedKeyResult {
  Id id;
  std::optional<int> days_silent;  ///< no value where a series is silent, not a person
  bool rolled_out = false;
};

/// What the sentence of an account is made from.
struct AccountState {
  Id account;
  Date today;
  std::optional<Cycle> cycle;  ///< the one that is shown where none is asked for
  std::optional<double> progress;
  double expected = 0;
  int objectives = 0;       ///< that count
  int key_results = 0;      ///< of these, those that count
  int measured = 0;         ///< of these, those with a value
  std::vector<Id> behind;   ///< of the objectives
  std::vector<Id> at_risk;  ///< the same
  int open_in_review = 0;   ///< objectives that the close of the cycle waits for
  std::optional<ShareMoved> share;
  std::vector<OutdatedKeyResult> outdated;
  int waiting = 0;  ///< signals without an answer
  int overdue = 0;  ///< of these
};
Sentence account_sentence(const AccountState& state);

/// The clause on the share of supply: rises, falls and holds as it reads to a tenth of a percent.
Clause share_clause(const Id& account, const ShareMoved& share);

/// Waiting signals, the overdue ones told before all others; no value where none waits.
std::optional<Clause> signals_clause(Place place, const std::optional<Id>& account, int waiting,
                                     int overdue);

/// What the sentence of the portfolio is made from: of the accounts that the reader sees.
struct PortfolioState {
  int accounts = 0;
  int on_track = 0;
  int pending = 0;
  int outdated = 0;
  int behind = 0;
  int at_risk = 0;
  int overdue = 0;                    ///< signals
  int resting = 0;                    ///< accounts whose plan rests
  std::optional<Id> resting_account;  ///< one of these, by name
  std::string resting_name;
  /// Of the accounts of the worst health, the one that is farthest behind what is expected.
  std::optional<Id> worst;
  std::string worst_name;
};
Sentence portfolio_sentence(const PortfolioState& state);

/// The worst health that one of the accounts has; no value where all are on track or pending.
std::optional<Health> worst_health(const PortfolioState& state);

/// What the sentence of somebody's work is made from.
struct OwnState {
  int owed = 0;
  int overdue = 0;                    ///< of these
  int key_results = 0;                ///< one's own in running cycles
  int pending = 0;                    ///< of these, without a check-in
  std::vector<Id> outdated;           ///< of these
  std::optional<Date> next_check_in;  ///< the earliest that is due today or later
};
Sentence own_sentence(const OwnState& state);

/// What the sentence of the long-term line is made from.
struct LongTermState {
  int goals = 0;  ///< open ones
  std::optional<Date> last;
  std::vector<std::string> without_step;  ///< titles of those that the cycle at hand does not serve
};
Sentence long_term_sentence(const LongTermState& state);

/// What the sentence of an account's signals is made from.
struct SignalsState {
  Id account;
  int waiting = 0;
  int overdue = 0;                      ///< of these
  std::optional<double> response_days;  ///< as the agility check has it
  std::vector<std::string> quiet;       ///< contacts that nobody has spoken to for long, by name
};
Sentence signals_sentence(const SignalsState& state);

/// What the sentence of the customer is made from.
struct CustomerState {
  BuyingCentreState centre;
  std::vector<std::string> quiet;  ///< contacts that nobody has spoken to for long, by name
};
Sentence customer_sentence(const CustomerState& state);

/// What the sentence of a look back at a cycle is made from.
struct ReviewState {
  Cycle cycle;
  int objectives = 0;  ///< that count
  int worked = 0;      ///< of these: result and effect are high
  int unknown = 0;     ///< of these: without an effect, or a result
  int open = 0;        ///< that the close of the cycle waits for
};
Sentence review_sentence(const ReviewState& state);

/// What the sentence of the agility check is made from.
struct AgilityState {
  std::optional<double> total;
  std::optional<double> before;  ///< of the cycle before
  std::string before_name;
  std::string lowest;  ///< code of the lowest figure, where it is not good
};
Sentence agility_sentence(const AgilityState& state);

}  // namespace takt::domain
