#pragma once

#include <sodium.h>

#include <span>
#include <string>

namespace takt::store {

/// Bytes in hexadecimal, in lower case.
inline std::string hex(std::span<const unsigned char> bytes) {
  std::string out(2 * bytes.size() + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), bytes.data(), bytes.size());
  out.pop_back();
  return out;
}

}  // namespace takt::store
