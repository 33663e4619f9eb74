// Who asks, where proxies stand between.

#include "access/proxies.hpp"

#include <gtest/gtest.h>

namespace takt::tests {
namespace {

const access::TrustedProxies kProxies({"10.0.0.0/8", "192.0.2.7", "::1", "fd00::/8"});

TEST(TrustedProxies, AreThoseOfTheNetworksInEachWayOfWritingThem) {
  for (const auto* trusted : {"10.255.0.1", "::ffff:10.1.2.3", "10.1.2.3:4000", "192.0.2.7", "::1",
                              "[fd12::9]:443", "fd00::"})
    EXPECT_TRUE(kProxies.trusts(trusted)) << trusted;
  for (const auto* stranger :
       {"11.0.0.1", "192.0.2.8", "::2", "fe80::1", "::10.0.0.1", "unknown", ""})
    EXPECT_FALSE(kProxies.trusts(stranger)) << stranger;
  EXPECT_TRUE(access::TrustedProxies({"10.1.2.3/8"}).trusts("10.9.9.9")) << "a host of the network";
  EXPECT_TRUE(access::TrustedProxies({"0.0.0.0/0"}).trusts("203.0.113.9"));
  EXPECT_FALSE(access::TrustedProxies({"0.0.0.0/0"}).trusts("2001:db8::1"));
  EXPECT_FALSE(access::TrustedProxies({}).trusts("127.0.0.1"));
}

TEST(TrustedProxies, AreRefusedWhereTheyAreNoNetworks) {
  for (const auto* wrong : {"", "all", "10.0.0", "10.0.0.0/33", "10.0.0.0/", "::/129", "localhost"})
    EXPECT_THROW(access::TrustedProxies({wrong}), std::runtime_error) << wrong;
}

TEST(TrustedProxies, TellOfTheClientOneAfterTheOther) {
  const auto client = [](const std::string& peer, const std::string& forwarded) {
    return kProxies.client(peer, forwarded);
  };
  EXPECT_EQ("198.51.100.1", client("198.51.100.1", "203.0.113.9")) << "nobody's proxy";
  EXPECT_EQ("203.0.113.9", client("10.0.0.1", "203.0.113.9"));
  EXPECT_EQ("203.0.113.9", client("10.0.0.1", "1.2.3.4, 203.0.113.9")) << "what the client made up";
  EXPECT_EQ("203.0.113.9", client("10.0.0.1", "1.2.3.4,203.0.113.9 , 192.0.2.7,10.9.9.9"));
  EXPECT_EQ("10.0.0.9", client("10.0.0.1", "10.0.0.9")) << "a client among the proxies";
  EXPECT_EQ("10.0.0.1", client("10.0.0.1", ""));
  EXPECT_EQ("10.0.0.1", client("10.0.0.1", " , ,"));
  EXPECT_EQ("unknown", client("10.0.0.1", "1.2.3.4, unknown")) << "no address stands for itself";
}

}  // namespace
}  // namespace takt::tests
