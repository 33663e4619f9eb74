#pragma once
// Slows down guessing.

#include <mutex>
#include <string>
#include <unordered_map>

#include "access/caller.hpp"

namespace takt::access {

/// Slows down guessing. Failures count per address and per pair of address and e-mail, never per
/// e-mail alone, so that nobody can lock somebody else out.
class Throttle {
 public:
  /// Throws Problem(too_many) while the address has to wait.
  void admit(const std::string& address, const std::string& email, domain::Instant now);
  void failed(const std::string& address, const std::string& email, domain::Instant now);
  void succeeded(const std::string& address, const std::string& email);

 private:
  struct Failures {
    int count = 0;
    domain::Instant last;
  };
  std::mutex mutex_;
  std::unordered_map<std::string, Failures> failures_;
};

}  // namespace takt::access
