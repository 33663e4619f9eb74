#pragma once
// Share links: what rests beside them, and how often they were opened.

#include "domain/share_link.hpp"
#include "store/entity_store.hpp"

namespace takt::store {

/// What a link is kept by.
struct ShareSecrets {
  std::string token_hash;
  std::optional<std::string> password_hash;
  std::optional<std::string> page;  ///< as it was made, as JSON
};
void put_share_secrets(Session& session, const Id& link, const ShareSecrets& secrets);

/// What the token's hash belongs to.
struct ShareDoor {
  Id id;
  std::optional<std::string> password_hash;
  std::optional<std::string> page;
};
BOOST_DESCRIBE_STRUCT(ShareDoor, (), (id, password_hash, page))
std::optional<ShareDoor> share_door(Session& session, const std::string& token_hash);

/// Of an account, the newest first.
std::vector<domain::ShareLink> share_links_of(Session& session, const Id& account);

struct ShareOpenings {
  Id id;
  int opened = 0;
  std::optional<domain::Instant> opened_at;  ///< the last time
};
BOOST_DESCRIBE_STRUCT(ShareOpenings, (), (id, opened, opened_at))
std::vector<ShareOpenings> share_openings(Session& session, const Id& account);

void count_share_opening(Session& session, const Id& link, domain::Instant now);

/// Forgets the kept pages of links that were withdrawn or expired before `today`.
void forget_shared_pages(Session& session, domain::Date today);

/// Puts the name of nobody in place of a person's in the account's kept pages.
void erase_from_shared_pages(Session& session, const Id& account, const std::string& name);

}  // namespace takt::store
