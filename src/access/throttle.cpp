#include "access/throttle.hpp"

#include <mutex>

#include "access/session.hpp"
#include "domain/problem.hpp"
#include "domain/signal.hpp"

namespace takt::access {

using namespace domain;
using namespace std::chrono_literals;

void Throttle::admit(const std::string& address, const std::string& email, Instant now) {
  const std::lock_guard lock(mutex_);
  const auto waits = [&](const std::string& key, int free) {
    const auto found = failures_.find(key);
    if (found == failures_.end() || found->second.count < free) return false;
    const auto wait = std::chrono::seconds(1 << std::min(found->second.count - free, 6));
    return now.time - found->second.last.time < wait;
  };
  if (waits(address + '\n' + folded_email(email), 5) || waits(address, 50))
    throw Problem(Problem::Kind::too_many, "wait", "Too many attempts. Please wait a minute.");
}

void Throttle::failed(const std::string& address, const std::string& email, Instant now) {
  const std::lock_guard lock(mutex_);
  if (failures_.size() > 50'000)
    std::erase_if(failures_,
                  [&](const auto& entry) { return now.time - entry.second.last.time > 15min; });
  for (const auto& key : {address + '\n' + folded_email(email), address}) {
    auto& failures = failures_[key];
    if (now.time - failures.last.time > 15min) failures.count = 0;
    ++failures.count;
    failures.last = now;
  }
}

void Throttle::succeeded(const std::string& address, const std::string& email) {
  const std::lock_guard lock(mutex_);
  failures_.erase(address + '\n' + folded_email(email));
}

}  // namespace takt::access
