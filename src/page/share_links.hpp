#pragma once
// The share links of an account, and what one shows.

#include "domain/share_link.hpp"
#include "page/one_pager.hpp"

namespace takt::page {

struct ShareLinkView {
  domain::ShareLink link;
  std::string creator;  ///< by name
  domain::ShareState state = domain::ShareState::open;
  int opened = 0;
  std::optional<domain::Instant> opened_at;  ///< the last time
  bool may_withdraw = false;                 ///< the caller
};
BOOST_DESCRIBE_STRUCT(ShareLinkView, (), (link, creator, state, opened, opened_at, may_withdraw))

/// The newest first.
std::vector<ShareLinkView> share_links(Context& context, const Caller& caller, const Id& account);

/// What somebody sees who opens a link.
struct SharedPage {
  domain::Language language = domain::Language::de;
  bool frozen = false;
  domain::Instant as_of;  ///< the moment that the page shows
  std::string time_zone;  ///< the organisation's, by whose clock it tells
  std::string from;       ///< who made the link
  domain::Date expires_on;
  OnePager page;
};
BOOST_DESCRIBE_STRUCT(SharedPage, (), (language, frozen, as_of, time_zone, from, expires_on, page))

/// `kept`: the page of a frozen link, as JSON; of a customer's, without what may not be shown any
/// more. For a link that opened.
SharedPage shared_page(Context& context, const domain::ShareLink& link, std::string from,
                       const std::optional<std::string>& kept);

}  // namespace takt::page
