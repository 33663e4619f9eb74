// Any text: parse_json answers with a value or says that it is malformed; a value survives the way
// out and back.

#include <boost/json/serialize.hpp>
#include <cstdint>
#include <cstdlib>

#include "mapping/json_read.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using takt::mapping::parse_json;
  try {
    const auto value = parse_json({reinterpret_cast<const char*>(data), size});
    if (parse_json(boost::json::serialize(value)) != value) std::abort();
  } catch (const takt::domain::Problem&) {
  }
  return 0;
}
