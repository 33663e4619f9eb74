#include "page/share_links.hpp"

#include <algorithm>

#include "access/share_link.hpp"
#include "domain/access.hpp"
#include "domain/for_customer.hpp"
#include "mapping/stored.hpp"
#include "store/share_link_store.hpp"

namespace takt::page {

using namespace domain;

std::vector<ShareLinkView> share_links(Context& context, const Caller& caller, const Id& account) {
  require(context, caller, Permission::see, account);
  const bool steers =
      allowed(Permission::manage, caller.role, access::team_role(context, caller, account));
  return context.database.read([&](store::Session& session) {
    std::vector<ShareLinkView> out;
    const auto openings = store::share_openings(session, account);
    for (auto& link : store::share_links_of(session, account)) {
      ShareLinkView view{.creator = store::must_find<User>(session, link.created_by).name,
                         .state = access::share_state(context, session, link)};
      const auto of = std::ranges::find(openings, link.id, &store::ShareOpenings::id);
      view.opened = of->opened;
      view.opened_at = of->opened_at;
      view.may_withdraw = !link.archived_at && (steers || link.created_by == caller.user);
      view.link = std::move(link);
      out.push_back(std::move(view));
    }
    return out;
  });
}

namespace {

/// What the customer was shown once is not theirs to keep where its release was taken back, or
/// where it is said in other words by now. Meetings were on older pages.
void withdraw(store::Session& session, const Id& account, OnePager& page) {
  const auto present = store::present_of<Testimonial>(session, account);
  std::erase_if(page.testimonials, [&](const OnePagerTestimonial& kept) {
    return std::ranges::none_of(
        present, [&](auto& one) { return is_for_customer(one) && one.text == kept.text; });
  });
  page.meetings.clear();
}

OnePager page_of(Context& context, const ShareLink& link, const std::optional<std::string>& kept) {
  if (!kept) return one_pager(context, link.account, link.audience, link.cycle);
  auto page = mapping::from_stored_json<OnePager>(*kept);
  if (link.audience == Audience::customer)
    context.database.read([&](store::Session& session) { withdraw(session, link.account, page); });
  return page;
}

}  // namespace

SharedPage shared_page(Context& context, const ShareLink& link, std::string from,
                       const std::optional<std::string>& kept) {
  return {.language = link.language,
          .frozen = link.frozen,
          .as_of = link.frozen ? link.created_at : context.now(),
          .time_zone = context.zone.name(),
          .from = std::move(from),
          .expires_on = link.expires_on,
          .page = page_of(context, link, kept)};
}

}  // namespace takt::page
