#include "store/share_link_store.hpp"

#include "mapping/json_write.hpp"
#include "store/change_log.hpp"

namespace takt::store {

using domain::ShareLink;

void put_share_secrets(Session& session, const Id& link, const ShareSecrets& secrets) {
  session.execute(
      R"(
      update share_link
      set token_hash = :token, password_hash = :password, page = :page
      where id = :id)",
      {bound("token", secrets.token_hash), bound("password", secrets.password_hash),
       bound("page", secrets.page), bound("id", link)});
}

std::optional<ShareDoor> share_door(Session& session, const std::string& token_hash) {
  return session.row<ShareDoor>(R"(
      select id, password_hash, page
      from share_link
      where token_hash = :hash)",
                                {bound("hash", token_hash)});
}

std::vector<ShareLink> share_links_of(Session& session, const Id& account) {
  static const auto sql = select_all<ShareLink>() + R"(
      where account = :account
      order by created_at desc, id desc)";
  return session.rows<ShareLink>(sql, {bound("account", account)});
}

std::vector<ShareOpenings> share_openings(Session& session, const Id& account) {
  return session.rows<ShareOpenings>(R"(
      select id, opened, opened_at
      from share_link
      where account = :account)",
                                     {bound("account", account)});
}

void count_share_opening(Session& session, const Id& link, domain::Instant now) {
  session.execute(
      R"(
      update share_link
      set opened = opened + 1, opened_at = :now
      where id = :id)",
      {bound("now", now), bound("id", link)});
}

void forget_shared_pages(Session& session, domain::Date today) {
  session.execute(
      R"(
      update share_link
      set page = null
      where page is not null and (archived_at is not null or expires_on < :today))",
      {bound("today", today)});
}

void erase_from_shared_pages(Session& session, const Id& account, const std::string& name) {
  // A whole JSON string: names are values of their own there.
  session.execute(
      R"(
      update share_link
      set page = replace(page, :name, :nobody)
      where account = :account and page is not null)",
      {bound("name", mapping::to_json(name)),
       bound("nobody", mapping::to_json(std::string(kErased))), bound("account", account)});
}

}  // namespace takt::store
