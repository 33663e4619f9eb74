#pragma once

#include <sodium.h>

#include <array>
#include <string>
#include <string_view>

#include "store/hex.hpp"

namespace takt::store {

/// SHA-256 of what is added piece by piece.
class Sha256 {
 public:
  Sha256() { crypto_hash_sha256_init(&state_); }
  void add(std::string_view text) {
    crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(text.data()),
                              text.size());
  }
  /// In hexadecimal; asked for once.
  std::string digits() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256_final(&state_, hash.data());
    return hex(hash);
  }

 private:
  crypto_hash_sha256_state state_{};
};

inline std::string sha256(std::string_view text) {
  Sha256 hash;
  hash.add(text);
  return hash.digits();
}

}  // namespace takt::store
