#pragma once
// What is new in an account since the reader was there.

#include "page/page.hpp"

namespace takt::page {

struct News {
  std::optional<domain::Instant> since;  ///< the end of the visit before; no value on a first one
  int count = 0;                         ///< changes since then, by others
  /// The newest ones, three at most, each of something else.
  std::vector<store::Change> changes;
  std::vector<store::NamedId> people;  ///< who made them
};
BOOST_DESCRIBE_STRUCT(News, (), (since, count, changes, people))

/// The caller's own: what they did themselves is no news to them.
News news(Context& context, const Caller& caller, const Id& account);

}  // namespace takt::page
