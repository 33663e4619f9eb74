#pragma once
// Anything that the caller sees, by some of its words.

#include "domain/meeting.hpp"
#include "page/page.hpp"
#include "store/search_store.hpp"

namespace takt::page {

using store::FoundKind;

struct Found {
  FoundKind kind = FoundKind::account;
  std::optional<Id> id;  ///< no value of a tag
  Id account;
  std::string account_name;
  std::string account_code;
  std::string title;   ///< empty of a meeting, which is called by its kind and its day
  std::string detail;  ///< what tells it from others, or the passage in which it was found
  std::optional<Id> cycle;
  std::optional<Id> objective;              ///< of a lesson
  std::optional<domain::Instant> at;        ///< of a meeting, for when it is planned
  std::optional<domain::MeetingKind> held;  ///< as which a meeting is held
  int signals = 0;                          ///< that carry the tag
  bool checks_in = false;  ///< a key result of the caller's own, in a running cycle
};
BOOST_DESCRIBE_STRUCT(Found, (),
                      (kind, id, account, account_name, account_code, title, detail, cycle,
                       objective, at, held, signals, checks_in))

struct FoundGroup {
  FoundKind kind = FoundKind::account;
  std::vector<Found> found;  ///< the best first
};
BOOST_DESCRIBE_STRUCT(FoundGroup, (), (kind, found))

struct SearchPage {
  std::vector<FoundGroup> groups;  ///< the one with the best hit first
  bool more = false;               ///< there were others
};
BOOST_DESCRIBE_STRUCT(SearchPage, (), (groups, more))

/// Up to `most` hits of the accounts that the caller sees, by the order of store::search(); no kind
/// takes more than a quarter of the room from others that have something, too.
SearchPage search(Context& context, const Caller& caller, const std::string& wanted, int most);

}  // namespace takt::page
