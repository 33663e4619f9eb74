#pragma once
// Pages as JSON, built once per revision of their account, revision and day of the organisation,
// and shared by all readers.

#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

#include "mapping/json_write.hpp"
#include "page/page.hpp"

namespace takt::page {

class PageCache {
 public:
  struct Page {
    std::string etag;
    std::shared_ptr<const std::string> json;  ///< shared: sending may outlast the keeping
  };

  /// `version`: of the program, so that after an upgrade nobody takes an old page for unchanged.
  explicit PageCache(std::string version = "") : version_(std::move(version)) {}

  /// The page `name` of the account for a caller who may see it; `build()` makes the struct behind
  /// it, whose `revision` says what it shows. Of those who want it at once one builds it, and the
  /// others take what it built, if that is no older than what each of them came for.
  template <class F>
  Page page(Context& context, const Caller& caller, const Id& account, const std::string& name,
            F&& build) {
    return page_of(context, caller, account, name, [&] {
      const auto built = build();
      return std::pair(built.revision, mapping::to_json(built));
    });
  }

  /// The same, or no value where it would have to be built.
  std::optional<Page> kept(Context& context, const Caller& caller, const Id& account,
                           const std::string& name);

  struct Figures {
    long long kept = 0;   ///< pages answered from memory
    long long built = 0;  ///< pages that had to be built
    std::size_t bytes = 0;
  };
  Figures figures();

 private:
  struct Kept {
    store::Revisions revisions;
    std::string day;
    Page page;
  };
  using Build = std::function<std::pair<long long, std::string>()>;
  using Coming = std::shared_future<std::shared_ptr<const Kept>>;
  Page page_of(Context& context, const Caller& caller, const Id& account, const std::string& name,
               const Build& build);
  /// Builds the page and keeps it; whoever waits for it hears what failed, too.
  Page build_for_all(const std::string& key, store::Revisions revisions, const std::string& day,
                     const Build& build, std::promise<std::shared_ptr<const Kept>> promise);
  /// The organisation's, with its zone: in another one what was recorded has another day, too.
  static std::string day_of(const Context& context);
  /// As they are now. Throws where the caller may not see the account.
  static store::Revisions revisions_for(Context& context, const Caller& caller, const Id& account);
  std::optional<Page> find(const std::string& key, const store::Revisions& revisions,
                           const std::string& day);
  void keep(const std::string& key, const Kept& built);

  const std::string version_;
  std::shared_mutex mutex_;
  std::unordered_map<std::string, Kept> kept_;
  std::size_t bytes_ = 0;
  std::mutex coming_mutex_;
  std::unordered_map<std::string, Coming> coming_;  ///< pages that somebody is building
  std::atomic<long long> found_ = 0;
  std::atomic<long long> built_ = 0;
};

}  // namespace takt::page
