#include "mapping/schema.hpp"

#include <boost/core/demangle.hpp>
#include <stdexcept>

namespace takt::mapping {

std::string Schemas::demangle(const char* name) { return boost::core::demangle(name); }

void Schemas::claim(const std::string& name, const std::string& owner) {
  const auto& known = owners_.try_emplace(name, owner).first->second;
  if (known != owner)
    throw std::logic_error("two schemas are called " + name + ": " + known + " and " + owner);
}

}  // namespace takt::mapping
