#pragma once
// The organisation's time zone, at hand for whoever asks which day it is.

#include <mutex>
#include <shared_mutex>
#include <string>

#include "store/zone.hpp"

namespace takt::access {

/// Read again whenever the access ledger has moved, as it does when the zone changes: on any of
/// several servers, and with no statement for most requests.
class OwnZone {
 public:
  std::string name() const;
  /// Whether it was read as of this revision of the access ledger, or a later one.
  bool is_as_of(long long access) const;
  /// Reads it unless it is as of this revision.
  void look(store::Session& session, long long access);

 private:
  mutable std::shared_mutex mutex_;
  long long access_ = -1;
  std::string name_{store::kNoZone};
};

}  // namespace takt::access
