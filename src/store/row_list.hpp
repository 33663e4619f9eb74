#pragma once
// Many rows as the values of one insert.

#include <algorithm>
#include <bit>
#include <span>

#include "store/database.hpp"

namespace takt::store {

/// `(:account0, :name0), (:account1, :name1), …`: the members of described structs in their order,
/// and what is bound to these names.
struct RowList {
  std::string names;
  Binds binds;
};

/// Calls `f(RowList)` for the rows in portions, of few sizes, so that there are few texts to
/// prepare.
template <class T, class F>
void for_each_row_list(std::span<const T> rows, F&& f) {
  constexpr std::size_t kMost = 32;
  // Binds refer to their names.
  static const auto names = [] {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < kMost; ++i)
      mapping::for_each_member<T>([&](std::string_view name, auto) {
        out.push_back(std::string(name) + std::to_string(i));
      });
    return out;
  }();
  while (!rows.empty()) {
    const auto size = std::min(kMost, std::bit_floor(rows.size()));
    RowList out;
    auto name = names.begin();
    for (const auto& row : rows.first(size)) {
      const char* between = out.names.empty() ? "(:" : ", (:";
      mapping::for_each_member<T>([&](std::string_view, auto pointer) {
        out.names += between + *name;
        out.binds.push_back(bound(*name++, row.*pointer));
        between = ", :";
      });
      out.names += ')';
    }
    rows = rows.subspan(size);
    f(std::move(out));
  }
}

}  // namespace takt::store
