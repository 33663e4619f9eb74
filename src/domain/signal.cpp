#include "domain/signal.hpp"

#include <algorithm>

namespace takt::domain {

std::optional<Priority> priority(const Signal& signal, Date today) {
  if (!signal.impact || !signal.likelihood) return {};
  Priority out{signal.impact->value * signal.likelihood->value, Band::low};
  if (out.score >= 8) out.band = Band::medium;
  if (out.score >= 15) out.band = Band::high;
  if (signal.act_by && days_between(today, *signal.act_by) <= 30)
    out.band = out.band == Band::low ? Band::medium : Band::high;
  return out;
}

bool judged(const Signal& signal) { return signal.nature && signal.impact && signal.likelihood; }

bool waits(const Signal& signal, Date today) {
  switch (signal.state) {
    case SignalState::new_:
    case SignalState::assessed:
      return true;
    case SignalState::watched:
      return signal.watch_until && *signal.watch_until <= today;
    case SignalState::answered:
    case SignalState::dismissed:
      return false;
  }
  return false;
}

bool overdue(const Signal& signal, Date today) {
  return overdue(signal, date_of(signal.created_at), today);
}

Date answer_by(const Signal& signal, Date recorded) {
  constexpr int kDays = 14;
  const bool watched = signal.state == SignalState::watched;
  const Date until = plus_days(watched ? signal.watch_until.value_or(recorded) : recorded, kDays);
  return std::min(signal.act_by.value_or(until), until);
}

bool overdue(const Signal& signal, Date recorded, Date today) {
  return waits(signal, today) && answer_by(signal, recorded) < today;
}

}  // namespace takt::domain
