#pragma once
// Who asks, where proxies stand between.

#include <boost/asio/ip/network_v6.hpp>
#include <string>
#include <vector>

namespace takt::access {

/// Without the port that some proxies forward: `203.0.113.9:4000`, `[2001:db8::1]:4000`.
std::string without_port(const std::string& address);

/// Machines that are believed when they say for whom they ask.
class TrustedProxies {
 public:
  /// Of addresses and networks: `::1`, `10.0.0.0/8`. Throws std::runtime_error that names what is
  /// neither.
  explicit TrustedProxies(const std::vector<std::string>& networks);
  bool empty() const { return networks_.empty(); }
  bool trusts(const std::string& address) const;
  /// The address of whoever asks: from the connection's other end along X-Forwarded-For, from its
  /// last value to its first, as far as one trusted proxy tells of the next.
  std::string client(const std::string& peer, std::string forwarded) const;

 private:
  std::vector<boost::asio::ip::network_v6> networks_;  ///< those of IPv4 mapped
};

}  // namespace takt::access
