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

bool overdue(const Signal& signal, Date recorded, Date today) {
  constexpr int kDays = 14;
  if (!waits(signal, today)) return false;
  if (signal.act_by && *signal.act_by < today) return true;
  const bool watched = signal.state == SignalState::watched;
  const Date since = watched ? *signal.watch_until : recorded;
  return days_between(since, today) > kDays;
}

}  // namespace takt::domain
