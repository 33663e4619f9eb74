#pragma once
// Slows down guessing. The rule, which SECURITY.md tells as well:
//
// - Failures are counted three times: of the pair of address and e-mail, of the address, and of the
//   e-mail from wherever. Each count halves every 15 minutes. An IPv6 address counts as its network
//   of 64 bits, one of IPv4 within IPv6 as that of IPv4.
// - A pair has 5 failures free, an address and an e-mail 100 each. From then on the next try waits
//   1 s after the last failure, with each further one twice as long, 64 s at most.
// - A share link's id stands for its e-mail, with 10 free from wherever and 8 s at most: a crowd
//   has eight tries a minute, and a guest, whom mostly nobody knows there, waits for seconds.
// - A success forgets what the pair failed, and takes that off the address and the e-mail: who
//   mistypes and then gets in bars nobody, and who signs in as themselves clears only their own.
// - Where a pair has signed in within 30 days, only the pair counts. So a crowd elsewhere
//   keeps nobody out of where they usually sign in; a colleague behind the same address can slow
//   them down by a minute. From anywhere else a crowd can keep them out, for as long as it goes
//   on, but a one-time link always works.
//
// All of it is in memory, of this server alone, and gone with it. A clock that is set back bars
// nobody for longer.

#include <mutex>
#include <string>
#include <unordered_map>

#include "access/caller.hpp"

namespace takt::access {

/// How many failures are free, and how long the next try waits at most.
struct FreeTries {
  int count = 100;
  std::chrono::seconds longest_wait{64};
};

/// Of a share link's password.
inline constexpr FreeTries kOfLink{.count = 10, .longest_wait = std::chrono::seconds{8}};

class Throttle {
 public:
  Throttle() = default;
  /// `of_email`: what is free of an e-mail from wherever.
  explicit Throttle(FreeTries of_email) : of_email_(of_email) {}

  /// Throws Problem(too_many), which says how long, while the pair has to wait.
  void admit(const std::string& address, const std::string& email, domain::Instant now);
  void failed(const std::string& address, const std::string& email, domain::Instant now);
  void succeeded(const std::string& address, const std::string& email, domain::Instant now);

 private:
  struct Failures {
    double count = 0;  ///< as of `counted`
    domain::Instant counted{};
    domain::Instant last{};                  ///< failure
    std::optional<domain::Instant> known{};  ///< of a pair: its last success
    void settle(domain::Instant now);
    bool knows(domain::Instant now) const;
  };
  std::chrono::milliseconds left(const std::string& key, FreeTries free, domain::Instant now);
  FreeTries of_email_{};
  std::mutex mutex_;
  std::unordered_map<std::string, Failures> failures_;
};

}  // namespace takt::access
