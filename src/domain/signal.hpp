#pragma once
// Sensing: what changes at the customer, how it is judged, how it is answered. See docs/domain.md,
// sections 1, 3.10 and 4.2.

#include <vector>

#include "domain/band.hpp"
#include "domain/record.hpp"
#include "domain/reference.hpp"

namespace takt::domain {

BOOST_DEFINE_ENUM_CLASS(SignalSource, conversation, visit, news, study, data, other)
BOOST_DEFINE_ENUM_CLASS(SignalTheme, other, supplier_consolidation, single_sourcing, nearshoring,
                        demand_shock, tender_announced, procurement_platform, loyalty_fading,
                        price_pressure, change_of_people, merger, technology_change, regulation,
                        quality_complaint, competitor_move, payment_risk, new_project)
BOOST_DEFINE_ENUM_CLASS(SignalNature, opportunity, threat, both)
BOOST_DEFINE_ENUM_CLASS(SignalState, new_, assessed, answered, watched, dismissed)

/// What the server notes about a signal. It is recorded at `created_at`.
struct GivenSignal : Record {
  Id recorded_by;
  SignalState state = SignalState::new_;
  std::optional<Instant> answered_at;  ///< of the first response, which stops the clock
  std::optional<Date> watch_until;     ///< a watched signal comes back on this day
  std::optional<Id> merged_into;
};
BOOST_DESCRIBE_STRUCT(GivenSignal, (Record),
                      (recorded_by, state, answered_at, watch_until, merged_into))

/// Only the title is needed at the customer's gate; the rest follows when there is time. A signal
/// counts as assessed once its nature, impact and likelihood are given.
struct Signal : GivenSignal {
  static constexpr std::string_view kTerm = "signal", kCollection = "signals";
  static constexpr bool kUnordered = true;
  Title title;
  Prose detail;
  std::optional<Date> observed_on;  ///< no value: the day it was recorded
  SignalSource source = SignalSource::conversation;
  SignalTheme theme = SignalTheme::other;
  std::optional<SignalNature> nature;
  std::optional<Whole<1, 5>> impact;
  std::optional<Whole<1, 5>> likelihood;
  std::optional<Date> act_by;
  std::vector<Link> evidence;
  std::vector<Word> tags;
  std::optional<Reference<MarketSignal>>
      market_signal;  ///< the one that this judges for the account
};
BOOST_DESCRIBE_STRUCT(Signal, (GivenSignal),
                      (title, detail, observed_on, source, theme, nature, impact, likelihood,
                       act_by, evidence, tags, market_signal))

struct OfSignal : Record {
  using Parent = Signal;
  Id signal;
  static constexpr auto kParent = &OfSignal::signal;
};
BOOST_DESCRIBE_STRUCT(OfSignal, (Record), (signal))

BOOST_DEFINE_ENUM_CLASS(ResponseKind, objective, key_result, action, meeting, watch, dismiss)

/// How the team answers a signal. `target` is the objective, key result, action or meeting.
struct Response : OfSignal {
  static constexpr std::string_view kTerm = "response", kCollection = "responses";
  static constexpr bool kUnordered = true;
  ResponseKind kind = ResponseKind::action;
  std::optional<Id> target;
  std::optional<Date> watch_until;
  Prose reason;
  std::optional<Id> decided_by;  ///< given by the server
};
BOOST_DESCRIBE_STRUCT(Response, (OfSignal), (kind, target, watch_until, reason, decided_by))

/// A study, law or crisis that touches several accounts; each judges it by a signal of its own.
/// `account` is the organisation's own ledger.
struct MarketSignal : Record {
  static constexpr std::string_view kTerm = "market_signal", kCollection = "market-signals";
  Title title;
  Prose detail;
  std::optional<Date> observed_on;
  SignalSource source = SignalSource::study;
  SignalTheme theme = SignalTheme::other;
  std::vector<Link> evidence;
};
BOOST_DESCRIBE_STRUCT(MarketSignal, (Record), (title, detail, observed_on, source, theme, evidence))

/// 3.10 Priority of an assessed signal: impact × likelihood, 1…25; ≥ 15 high, ≥ 8 medium, else low;
/// one band higher when act-by is within 30 days or past. No value before it is assessed.
struct Priority {
  int score = 0;
  Band band = Band::low;
};
BOOST_DESCRIBE_STRUCT(Priority, (), (score, band))
std::optional<Priority> priority(const Signal& signal, Date today);

/// Whether what makes a signal assessed is given: nature, impact and likelihood.
bool judged(const Signal& signal);

/// Waits for an answer: new, assessed, or watched until a day that has come.
bool waits(const Signal& signal, Date today);

/// The last day on which a signal that waits is not overdue: 14 days after it was recorded (or came
/// back), at the latest its act-by day.
Date answer_by(const Signal& signal, Date recorded);

/// Waits past that day.
bool overdue(const Signal& signal, Date recorded, Date today);
/// The same for who knows no zone: recorded on the day that it was in UTC.
bool overdue(const Signal& signal, Date today);

}  // namespace takt::domain
