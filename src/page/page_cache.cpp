#include "page/page_cache.hpp"

#include <mutex>

namespace takt::page {

namespace {
constexpr std::size_t kMostBytes = 64 * 1024 * 1024;
}

std::optional<PageCache::Page> PageCache::kept(Context& context, const Caller& caller,
                                               const Id& account, const std::string& name) {
  return find(account.text + name, revisions_for(context, caller, account), day_of(context));
}

store::Revisions PageCache::revisions_for(Context& context, const Caller& caller,
                                          const Id& account) {
  require(context, caller, Permission::see, account);
  const auto now = store::revisions(context.database, account);
  if (now.account == 0) throw Problem::not_found();
  return now;
}

std::string PageCache::day_of(const Context& context) {
  const auto zone = context.zone.name();
  return to_string(store::day_in(zone, context.now())) + "-" + zone;
}

std::optional<PageCache::Page> PageCache::find(const std::string& key,
                                               const store::Revisions& revisions,
                                               const std::string& day) {
  const std::shared_lock lock(mutex_);
  const auto found = kept_.find(key);
  if (found == kept_.end() || found->second.revisions != revisions || found->second.day != day)
    return {};
  ++found_;
  return found->second.page;
}

PageCache::Figures PageCache::figures() {
  const std::shared_lock lock(mutex_);
  return {found_, built_, bytes_};
}

void PageCache::keep(const std::string& key, const store::Revisions& revisions,
                     const std::string& day, const Page& page) {
  const std::unique_lock lock(mutex_);
  if (bytes_ > kMostBytes) {
    kept_.clear();
    bytes_ = 0;
  }
  auto& kept = kept_[key];
  if (kept.page.json) bytes_ -= kept.page.json->size();
  bytes_ += page.json->size();
  kept = {revisions, day, page};
}

}  // namespace takt::page
