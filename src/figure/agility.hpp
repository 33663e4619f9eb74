#pragma once
// The agility check of an account (3.12): what is counted, and what it comes to.

#include "domain/account.hpp"
#include "domain/agility.hpp"
#include "domain/cycle.hpp"
#include "domain/state_sentence.hpp"
#include "figure/figure.hpp"
#include "figure/plan.hpp"

namespace takt::figure {

struct AgilityOfCycle {
  std::optional<Id> cycle;
  std::string name;
  std::optional<double> total;
  std::vector<domain::AgilityFigure> figures;
};
BOOST_DESCRIBE_STRUCT(AgilityOfCycle, (), (cycle, name, total, figures))

/// The step that would help a question most: what it is, and where it is taken.
struct AgilityStep {
  std::string advice;  ///< in the words of AgilityFigure::advice
  std::optional<domain::Place> place;
  std::optional<Id> of;      ///< what is at the place, as in a Clause
  std::string name;          ///< of the key result, signal, goal or objective that it begins with
  std::optional<int> days;   ///< for how long that has been silent, or waits
  std::optional<Id> person;  ///< whose that is
};
BOOST_DESCRIBE_STRUCT(AgilityStep, (), (advice, place, of, name, days, person))

/// One of the seven questions: the figure, that of the cycle before, and what would help.
struct AgilityQuestion {
  std::string code;
  std::optional<double> score;
  std::optional<double> before;  ///< of the last closed cycle
  std::optional<bool> good;      ///< from kGoodAgility on; no value without a score
  std::vector<std::optional<double>> raw;
  std::string advice;
  /// Where the question is not good, or a signal waits.
  std::optional<AgilityStep> next;
};
BOOST_DESCRIBE_STRUCT(AgilityQuestion, (), (code, score, before, good, raw, advice, next))

/// The questions of a cycle (or of no cycle), the weakest first, those without a figure last.
std::vector<AgilityQuestion> agility_questions(
    store::Session& session, const domain::Account& account, const AgilityOfCycle& now,
    const AgilityOfCycle* before, const std::vector<ObjectiveView>& plan, domain::Date today);

/// The figures of a cycle with its plan at hand, made with its series; without one, of the last six
/// months. Nothing is counted from before the account was there.
AgilityOfCycle agility_of_cycle(store::Session& session, const domain::Account& account,
                                const std::optional<domain::Cycle>& cycle,
                                const std::vector<ObjectiveView>& plan, domain::Date today);

/// The agility total of the running cycle, with the cycle's plan already at hand.
std::optional<double> agility_of(store::Session& session, const domain::Account& account,
                                 const std::optional<domain::Cycle>& cycle,
                                 const std::vector<ObjectiveView>& plan, domain::Date today);

/// The response time that the agility check of the running cycle tells, in days.
std::optional<double> response_time_of(store::Session& session, const domain::Account& account,
                                       const std::optional<domain::Cycle>& cycle,
                                       const std::vector<domain::Signal>& signals,
                                       domain::Date today);

}  // namespace takt::figure
