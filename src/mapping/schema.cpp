#include "mapping/schema.hpp"

#include <boost/core/demangle.hpp>

namespace takt::mapping {

std::string Schemas::demangle(const char* name) { return boost::core::demangle(name); }

}  // namespace takt::mapping
