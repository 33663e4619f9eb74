#pragma once
// When somebody was in an account, so that they are told what is new since then. See
// docs/domain.md, 3.19.

#include <chrono>
#include <optional>

#include "domain/record.hpp"

namespace takt::domain {

/// A visit ends after so long without a sign of the visitor: a page that is loaded again goes on
/// with it.
inline constexpr std::chrono::minutes kVisitEnds{30};

/// A person's last visit to an account, and the end of the one before.
struct Visit {
  Instant seen_at;              ///< the last sign
  long long seen_revision = 0;  ///< of the account at that time
  std::optional<Instant> before_at;
  std::optional<long long> before_revision;
};
BOOST_DESCRIBE_STRUCT(Visit, (), (seen_at, seen_revision, before_at, before_revision))

/// The end of a visit: what the account had come to then.
struct VisitEnd {
  Instant at;
  long long revision = 0;
};

/// The visit after a sign of the visitor `now`; `last`: none before the first one.
Visit seen(const std::optional<Visit>& last, Instant now, long long revision);

/// The end of the visit before the one that runs now, or would begin. No value for whoever has not
/// been here before: to them everything is new, so that nothing is.
std::optional<VisitEnd> visit_before(const std::optional<Visit>& last, Instant now);

}  // namespace takt::domain
