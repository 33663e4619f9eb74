#pragma once
// What every command and page needs: the database, the clock, who wants to know.

#include <functional>

#include "access/caller.hpp"
#include "store/entity_store.hpp"

namespace takt::access {

struct Context {
  store::Database& database;
  std::function<domain::Instant()> now;
  /// Told after each commit: this ledger has this revision now.
  std::function<void(const Id& ledger, long long revision)> announce = [](auto&, auto) {};
  AccessCache access{};
  bool has_mail = false;  ///< a mail server is set up

  domain::Date today() const { return domain::date_of(now()); }
};

}  // namespace takt::access
