// Any cells as the row of any entity: what a database edited by hand holds is read or refused.

#include <cstdint>
#include <cstring>
#include <stdexcept>

#include "fuzz/entities.hpp"
#include "mapping/cells.hpp"

namespace {

/// A cell from the next bytes: its kind's bits, then a text up to a zero byte.
takt::mapping::Cell next_cell(std::string_view& bytes) {
  takt::mapping::Cell cell;
  if (bytes.empty()) return cell;
  cell.null = bytes[0] & 1;
  bytes.remove_prefix(1);
  cell.text = bytes.substr(0, bytes.find('\0'));
  bytes.remove_prefix(std::min(bytes.size(), cell.text.size() + 1));
  std::memcpy(&cell.integer, cell.text.data(), std::min(cell.text.size(), sizeof cell.integer));
  std::memcpy(&cell.real, cell.text.data(), std::min(cell.text.size(), sizeof cell.real));
  return cell;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string_view bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
  takt::fuzz::with_entity(data[0], [&]<class T>(T*) {
    T value{};
    try {
      takt::mapping::for_each_member<T>([&](std::string_view, auto member) {
        auto cell = next_cell(bytes);
        takt::mapping::from_cell(cell, value.*member);
      });
    } catch (const std::exception&) {
    }
  });
  return 0;
}
