#pragma once
// What all entities have in common. Members of these bases are given by the server; the members
// that an entity declares itself are what people may write.

#include <boost/describe.hpp>
#include <optional>

#include "domain/values.hpp"

namespace takt::domain {

struct Account;

struct Record {
  /// What an entity hangs on and the member that says which; whoever hangs on something else than
  /// the account says so in a base of its own.
  using Parent = Account;
  Id id;
  Id account;       ///< the unit of access, of revision and of scale
  int version = 1;  ///< raised by every change; writes name the one they saw
  int position = 0;
  Instant created_at;
  std::optional<Instant> archived_at;
  static constexpr auto kParent = &Record::account;
};
BOOST_DESCRIBE_STRUCT(Record, (), (id, account, version, position, created_at, archived_at))

}  // namespace takt::domain
