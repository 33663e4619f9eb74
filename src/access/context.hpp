#pragma once
// What every command and page needs: the database, the clock, who wants to know.

#include <functional>

#include "access/caller.hpp"
#include "access/own_zone.hpp"
#include "store/entity_store.hpp"

namespace takt::access {

struct Context {
  store::Database& database;
  std::function<domain::Instant()> now;
  /// Told after each commit: this ledger has this revision now.
  std::function<void(const Id& ledger, long long revision)> announce = [](auto&, auto) {};
  AccessCache access{};
  bool has_mail = false;  ///< a mail server is set up
  /// What links in mails begin with, never taken from a request: whoever asks could name another
  /// server, and be sent what lets somebody in. Empty: no links by mail.
  std::string link_address{};

  OwnZone zone{};

  /// The organisation's day: figures, slots and ages count by it.
  domain::Date today() const { return store::day_in(zone.name(), now()); }

  /// The zone of whoever asks: their profile's, else their browser's, else the organisation's.
  std::string zone_of(const Caller& caller) const {
    return caller.time_zone.empty() ? zone.name() : std::string(caller.time_zone);
  }
  /// The day where the caller is, up to which they enter what happened. No zone is ahead of UTC+14.
  domain::Date today_of(const Caller& caller) const {
    return store::day_in(zone_of(caller), now());
  }
};

}  // namespace takt::access
