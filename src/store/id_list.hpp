#pragma once
// Many ids as the values of one `in (…)`.

#include <algorithm>
#include <span>

#include "store/database.hpp"

namespace takt::store {

/// `:id0, :id1, …` and what is bound to these names.
struct IdList {
  std::string names;
  Binds binds;
};

/// At most so many ids make one list.
inline constexpr std::size_t kListed = 256;

/// A list of `ids`, of which there is one at least. Its length is rounded up by repeating the last
/// one, so that there are few texts to prepare.
IdList id_list(std::span<const domain::Id> ids);

/// Calls `f(IdList)` for the ids in portions.
template <class F>
void for_each_list(std::span<const domain::Id> ids, F&& f) {
  while (!ids.empty()) {
    const auto size = std::min(kListed, ids.size());
    f(id_list(ids.first(size)));
    ids = ids.subspan(size);
  }
}

}  // namespace takt::store
