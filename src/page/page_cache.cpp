#include "page/page_cache.hpp"

namespace takt::page {

namespace {
constexpr std::size_t kMostBytes = 64 * 1024 * 1024;
}

std::optional<PageCache::Page> PageCache::kept(Context& context, const Caller& caller,
                                               const Id& account, const std::string& name) {
  return find(account.text + name, revisions_for(context, caller, account), day_of(context));
}

PageCache::Page PageCache::page_of(Context& context, const Caller& caller, const Id& account,
                                   const std::string& name, const Build& build) {
  const auto key = account.text + name;
  for (;;) {
    const auto revisions = revisions_for(context, caller, account);
    const auto day = day_of(context);
    if (auto kept = find(key, revisions, day)) return *kept;
    std::promise<std::shared_ptr<const Kept>> promise;
    Coming coming;
    {
      const std::lock_guard lock(coming_mutex_);
      if (const auto found = coming_.find(key); found != coming_.end())
        coming = found->second;
      else
        coming_.emplace(key, promise.get_future().share());
    }
    if (!coming.valid()) return build_for_all(key, revisions, day, build, std::move(promise));
    const auto built = coming.get();
    // It may have begun before what this reader has to see.
    if (built->day == day && built->revisions.account >= revisions.account &&
        built->revisions.organisation >= revisions.organisation)
      return built->page;
  }
}

PageCache::Page PageCache::build_for_all(const std::string& key, store::Revisions revisions,
                                         const std::string& day, const Build& build,
                                         std::promise<std::shared_ptr<const Kept>> promise) {
  const auto over = [&] {
    const std::lock_guard lock(coming_mutex_);
    coming_.erase(key);
  };
  try {
    ++built_;
    auto [revision, json] = build();
    // The organisation's is the one from before: settings that came meanwhile build it once more.
    revisions.account = revision;
    Page page{"\"" + std::to_string(revisions.account) + "-" +
                  std::to_string(revisions.organisation) + "-" + day + "-" + version_ + "\"",
              std::make_shared<const std::string>(std::move(json))};
    const auto built = std::make_shared<const Kept>(Kept{revisions, day, std::move(page)});
    keep(key, *built);
    over();
    promise.set_value(built);
    return built->page;
  } catch (...) {
    over();
    promise.set_exception(std::current_exception());
    throw;
  }
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

void PageCache::keep(const std::string& key, const Kept& built) {
  const std::unique_lock lock(mutex_);
  if (bytes_ > kMostBytes) {
    kept_.clear();
    bytes_ = 0;
  }
  auto& kept = kept_[key];
  if (kept.page.json) bytes_ -= kept.page.json->size();
  bytes_ += built.page.json->size();
  kept = built;
}

}  // namespace takt::page
