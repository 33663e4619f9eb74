#include "access/throttle.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <cmath>
#include <utility>

#include "access/proxies.hpp"
#include "domain/problem.hpp"
#include "domain/text.hpp"

namespace takt::access {

using namespace domain;
using namespace std::chrono_literals;

namespace {

constexpr FreeTries kOfPair{.count = 5};
constexpr FreeTries kOfPlace{};
constexpr std::chrono::milliseconds kHalfLife = 15min;
constexpr auto kKnownFor = std::chrono::hours{24 * 30};
constexpr std::size_t kTidyFrom = 50'000;

/// The place of an address: of IPv6 the network, in which one machine has 2^64 addresses to choose
/// from. What is no IP address stands for itself.
std::string place_of(const std::string& forwarded) {
  namespace ip = boost::asio::ip;
  const auto address = without_port(forwarded);
  boost::system::error_code none;
  const auto parsed = ip::make_address(address, none);
  if (none || parsed.is_v4()) return address;
  const auto v6 = parsed.to_v6();
  if (v6.is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, v6).to_string();
  return ip::network_v6(v6, 64).canonical().to_string();
}

/// What is counted; no place has a line break in it.
struct Keys {
  Keys(const std::string& address, const std::string& email)
      : place(place_of(address) + '\n'),
        email('\n' + email_key(email)),
        pair(place + this->email) {}
  std::string place, email, pair;
};

}  // namespace

void Throttle::Failures::settle(Instant now) {
  if (now > counted)
    count *= std::exp2(-(now.time - counted.time) /
                       std::chrono::duration<double, std::milli>(kHalfLife));
  counted = now;
  // The clock was set back: the wait begins anew, instead of lasting until it has caught up.
  last = std::min(last, now);
}

bool Throttle::Failures::knows(Instant now) const {
  return known && now.time - known->time < kKnownFor;
}

/// How long a key has to wait still.
std::chrono::milliseconds Throttle::left(const std::string& key, FreeTries free, Instant now) {
  const auto found = failures_.find(key);
  if (found == failures_.end()) return 0ms;
  auto& failures = found->second;
  failures.settle(now);
  const auto over = std::lround(failures.count) - free.count;
  if (over < 0) return 0ms;
  const std::chrono::milliseconds wait =
      std::min(std::chrono::seconds(1 << std::min(over, 6L)), free.longest_wait);
  return std::max<std::chrono::milliseconds>(0ms, failures.last.time + wait - now.time);
}

void Throttle::admit(const std::string& address, const std::string& email, Instant now) {
  const std::lock_guard lock(mutex_);
  const Keys keys(address, email);
  auto wait = left(keys.pair, kOfPair, now);
  const auto pair = failures_.find(keys.pair);
  if (pair == failures_.end() || !pair->second.knows(now))
    wait = std::max({wait, left(keys.place, kOfPlace, now), left(keys.email, of_email_, now)});
  if (wait == 0ms) return;
  Problem problem(Problem::Kind::too_many, "wait", "Too many attempts. Please wait a minute.");
  problem.wait = std::chrono::ceil<std::chrono::seconds>(wait);
  throw problem;
}

void Throttle::failed(const std::string& address, const std::string& email, Instant now) {
  const std::lock_guard lock(mutex_);
  if (failures_.size() > kTidyFrom) {
    for (auto& [key, failures] : failures_) failures.settle(now);
    std::erase_if(failures_, [&](const auto& entry) {
      return entry.second.count < 0.5 && !entry.second.knows(now);
    });
  }
  const Keys keys(address, email);
  for (const auto* key : {&keys.pair, &keys.place, &keys.email}) {
    auto& failures = failures_[*key];
    failures.settle(now);
    ++failures.count;
    failures.last = now;
  }
}

void Throttle::succeeded(const std::string& address, const std::string& email, Instant now) {
  const std::lock_guard lock(mutex_);
  const Keys keys(address, email);
  auto& pair = failures_[keys.pair];
  pair.settle(now);
  const auto mistyped = std::exchange(pair.count, 0);
  pair.known = now;
  for (const auto* key : {&keys.place, &keys.email}) {
    const auto found = failures_.find(*key);
    if (found == failures_.end()) continue;
    found->second.settle(now);
    found->second.count = std::max(0.0, found->second.count - mistyped);
  }
}

}  // namespace takt::access
