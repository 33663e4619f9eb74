#include "store/id_list.hpp"

#include <bit>

namespace takt::store {

IdList id_list(std::span<const domain::Id> ids) {
  // Binds refer to their names.
  static const auto names = [] {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < kListed; ++i) out.push_back("id" + std::to_string(i));
    return out;
  }();
  IdList out;
  const auto length = std::bit_ceil(ids.size());
  for (std::size_t i = 0; i < length; ++i) {
    out.names += (i == 0 ? ":" : ", :") + names[i];
    out.binds.push_back(bound(names[i], ids[std::min(i, ids.size() - 1)]));
  }
  return out;
}

}  // namespace takt::store
