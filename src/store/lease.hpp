#pragma once
// Which of the servers that share a PostgreSQL does what one has to do for all.

#include <memory>
#include <mutex>
#include <string>

#include "store/database.hpp"

namespace takt::store {

/// Numbers of leases; of migrations' lock it is another one.
inline constexpr long long kPortfolioLease = 7254686;

/// For one thread, except cut(). Held by one server at a time, as long as it and its connection
/// live: whoever dies, or is cut off, loses it at once. What is done under it must bear being done
/// twice all the same, since who was cut off notices only at its next hold().
class Lease {
 public:
  /// On SQLite, whose file has one server, it is always held.
  Lease(std::string location, long long number);

  /// Takes it where nobody has it; whether it is held now. Asks PostgreSQL, and throws where that
  /// does not answer.
  bool hold();

  /// Ends the lease for good, and a hold() that waits for a PostgreSQL that stands still.
  void cut();

 private:
  const std::string location_;
  const long long number_;
  std::mutex mutex_;  ///< of which session it is
  std::unique_ptr<Session> session_;
  bool cut_ = false;
  bool held_ = false;
};

}  // namespace takt::store
