#include "domain/visit.hpp"

#include <algorithm>

namespace takt::domain {

namespace {
bool is_over(const Visit& visit, Instant now) { return now.time - visit.seen_at.time > kVisitEnds; }
}  // namespace

Visit seen(const std::optional<Visit>& last, Instant now, long long revision) {
  if (!last) return {.seen_at = now, .seen_revision = revision};
  auto out = *last;
  if (is_over(*last, now)) {
    out.before_at = last->seen_at;
    out.before_revision = last->seen_revision;
  }
  out.seen_at = std::max(last->seen_at, now);
  out.seen_revision = std::max(last->seen_revision, revision);
  return out;
}

std::optional<VisitEnd> visit_before(const std::optional<Visit>& last, Instant now) {
  if (!last) return {};
  if (is_over(*last, now)) return VisitEnd{last->seen_at, last->seen_revision};
  if (!last->before_at) return {};
  return VisitEnd{*last->before_at, last->before_revision.value_or(0)};
}

}  // namespace takt::domain
