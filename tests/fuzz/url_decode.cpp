// Any text as an address: decoding never lengthens it, and an encoded text comes back.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "http/message.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text{reinterpret_cast<const char*>(data), size};
  if (takt::http::url_decode(text).size() > size) std::abort();
  std::string encoded;
  for (const unsigned char c : text) {
    constexpr auto kDigits = "0123456789abcdef";
    encoded += {'%', kDigits[c >> 4], kDigits[c & 15]};
  }
  if (takt::http::url_decode(encoded) != text) std::abort();
  takt::http::Request request;
  request.query = text;
  request.parameter("search");
  return 0;
}
