#include "access/proxies.hpp"

#include <algorithm>
#include <boost/algorithm/string/trim.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <stdexcept>

namespace takt::access {
namespace {

namespace ip = boost::asio::ip;

constexpr unsigned short kMapped = 96;  ///< bits before an address of IPv4

ip::network_v6 network(const std::string& said) {
  const auto text = boost::algorithm::trim_copy(said);
  boost::system::error_code wrong;
  const auto whole = text.find('/') == text.npos;
  if (text.find(':') == text.npos) {
    const auto v4 = ip::make_network_v4(whole ? text + "/32" : text, wrong);
    if (!wrong)
      return {ip::make_address_v6(ip::v4_mapped, v4.network()),
              static_cast<unsigned short>(kMapped + v4.prefix_length())};
  } else {
    const auto v6 = ip::make_network_v6(whole ? text + "/128" : text, wrong);
    if (!wrong) return v6.canonical();
  }
  throw std::runtime_error("\"" + text + "\" is no address or network such as 10.0.0.0/8 or ::1");
}

}  // namespace

std::string without_port(const std::string& address) {
  if (address.starts_with('[')) return address.substr(1, address.find(']') - 1);
  const auto colon = address.find(':');
  return colon == address.rfind(':') ? address.substr(0, colon) : address;
}

TrustedProxies::TrustedProxies(const std::vector<std::string>& networks) {
  std::ranges::transform(networks, std::back_inserter(networks_), network);
}

bool TrustedProxies::trusts(const std::string& address) const {
  boost::system::error_code none;
  const auto parsed = ip::make_address(without_port(address), none);
  if (none) return false;
  const auto v6 =
      parsed.is_v6() ? parsed.to_v6() : ip::make_address_v6(ip::v4_mapped, parsed.to_v4());
  return std::ranges::any_of(networks_, [&](const ip::network_v6& network) {
    return ip::network_v6(v6, network.prefix_length()).canonical() == network;
  });
}

std::string TrustedProxies::client(const std::string& peer, std::string forwarded) const {
  auto client = peer;
  while (trusts(client) && !forwarded.empty()) {
    const auto comma = forwarded.rfind(',');
    const auto value = boost::algorithm::trim_copy(
        comma == forwarded.npos ? forwarded : forwarded.substr(comma + 1));
    forwarded.resize(comma == forwarded.npos ? 0 : comma);
    if (!value.empty()) client = value;
  }
  return client;
}

}  // namespace takt::access
