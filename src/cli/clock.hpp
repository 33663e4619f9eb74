#pragma once

#include "domain/values.hpp"

namespace takt::cli {

inline domain::Instant system_now() {
  return {std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())};
}

}  // namespace takt::cli
