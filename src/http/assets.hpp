#pragma once
#include <span>
#include <string_view>

namespace takt::http {

/// A file of the web interface inside the binary, with its compressed forms (empty where they
/// would not be smaller).
struct Asset {
  std::string_view path;  ///< `/assets/index-4f2a.js`
  std::string_view plain;
  std::string_view gzip;
  std::string_view brotli;
};

/// All of them; made by the build from web/dist.
std::span<const Asset> assets();

}  // namespace takt::http
