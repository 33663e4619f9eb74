// Any text where stored JSON should be: read into the lists and structs that columns hold, or
// refused with an exception that says so; never more than that.

#include <cstdint>
#include <stdexcept>

#include "fuzz/entities.hpp"
#include "mapping/stored.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text{reinterpret_cast<const char*>(data) + 1, size - 1};
  takt::fuzz::with_entity(data[0], [&]<class T>(T*) {
    try {
      takt::mapping::from_stored_json<T>(text);
    } catch (const std::logic_error&) {
    }
  });
  return 0;
}
