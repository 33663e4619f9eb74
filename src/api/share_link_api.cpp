#include "api/routes.hpp"
#include "command/entity.hpp"
#include "command/share_link.hpp"
#include "page/share_links.hpp"

namespace takt::api {

using namespace domain;

struct SharePassword {
  Password password;
};
BOOST_DESCRIBE_STRUCT(SharePassword, (), (password))

namespace {

http::Response share(access::Context& context, Call& call) {
  command::require_create<ShareLink>(context, call.caller, call.id());
  const auto wish = read_body<command::ShareLinkWish>(call.request);
  std::optional<std::string> page;
  if (wish.frozen)
    page = mapping::to_json(page::one_pager(context, call.id(), wish.audience, wish.cycle));
  return answer(command::share(context, call.caller, call.id(), wish, page), 201);
}

http::Response open(access::Context& context, Parts& parts, Call& call,
                    const std::optional<std::string>& password) {
  const auto opened = command::open_share_link(context, parts.shared, call.request.address,
                                               call.captured[0], password);
  return answer(page::shared_page(context, opened.link, opened.from, opened.page));
}

void declare_links(Router& router) {
  auto& context = router.context();
  router
      .add<void, std::vector<page::ShareLinkView>>(
          "GET", "/api/v1/accounts/{account}/share-links", Permission::see,
          "The account's share links, the newest first, without what opens them.",
          [&](Call& call) { return answer(page::share_links(context, call.caller, call.id())); })
      .named("listShareLinks");
  router
      .add<command::ShareLinkWish, command::NewShareLink>(
          "POST", "/api/v1/accounts/{account}/share-links", Permission::contribute,
          "Makes a link that shows the one-pager to one audience; its path is told this once.",
          [&](Call& call) { return share(context, call); })
      .named("createShareLink")
      .creates()
      .refuses(409);
  router
      .add<void, ShareLink>(
          "DELETE", "/api/v1/share-links/{id}", Permission::see,
          "Withdraws a share link for good: its maker, or who steers the account.",
          [&](Call& call) {
            return entity_answer(
                command::withdraw_share_link(context, call.caller, call.id(), call.version()));
          })
      .named("withdrawShareLink")
      .names_version()
      .refuses(403);
}

}  // namespace

void declare_share_link_routes(Router& router, Parts& parts) {
  auto& context = router.context();
  declare_links(router);
  router
      .add<void, page::SharedPage>("GET", "/api/v1/shared/{token}", Permission::anyone,
                                   "What a share link shows. 401 where it has a password.",
                                   [&](Call& call) { return open(context, parts, call, {}); })
      .named("getSharedPage")
      .refuses(401);
  router
      .add<SharePassword, page::SharedPage>(
          "POST", "/api/v1/shared/{token}", Permission::anyone,
          "The same, with the link's password.",
          [&](Call& call) {
            return open(context, parts, call, read_body<SharePassword>(call.request).password);
          })
      .named("openSharedPage")
      .refuses(401)
      .refuses(429);
}

}  // namespace takt::api
