// Any JSON as any entity that people write: refused by field, or read; what was read is the same
// after it was written and read again.

#include <cstdint>
#include <cstdlib>

#include "fuzz/entities.hpp"
#include "mapping/json_read.hpp"
#include "mapping/json_write.hpp"
#include "mapping/stored.hpp"

namespace {

template <class T>
void try_as(const boost::json::value& in) {
  using namespace takt::mapping;
  T value{};
  Errors errors;
  read_object<T, OwnMembers>(in, value, "", errors, Missing::keep);
  if (!errors.empty()) return;
  T again{};
  std::string written = "{";
  for_each_member<T, OwnMembers>([&](std::string_view name, auto member) {
    written += (written.size() > 1 ? ",\"" : "\"") + json_name(name) + "\":";
    write_json(written, value.*member);
  });
  read_stored(parse_stored_json(written + '}'), again);
  if (to_json(again) != to_json(value)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  try {
    const auto in = takt::mapping::parse_json({reinterpret_cast<const char*>(data) + 1, size - 1});
    takt::fuzz::with_entity(data[0], [&]<class T>(T*) { try_as<T>(in); });
  } catch (const takt::domain::Problem&) {
  }
  return 0;
}
