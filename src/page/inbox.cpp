#include "page/inbox.hpp"

#include <algorithm>
#include <map>

#include "domain/access.hpp"
#include "domain/signal.hpp"
#include "figure/people.hpp"
#include "figure/signal.hpp"
#include "page/page.hpp"
#include "store/account_store.hpp"
#include "store/signal_store.hpp"
#include "store/zone.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

namespace {
constexpr std::size_t kLines = 200;
}

Inbox inbox(Context& context, const Caller& caller) {
  require(context, caller, Permission::signed_in);
  const auto today = context.today();
  return context.database.read([&](store::Session& session) {
    Inbox out;
    out.today = today;
    std::vector<SignalView> views;
    const auto zone = context.zone.name();
    for (auto& signal : store::waiting_for(session, caller.user, today)) {
      const auto recorded = store::day_in(zone, signal.created_at);
      views.push_back(signal_view(std::move(signal), recorded, today));
    }
    out.waiting = static_cast<int>(views.size());
    out.overdue = static_cast<int>(std::ranges::count(views, true, &SignalView::overdue));
    put_in_order(views);
    if (views.size() > kLines) views.resize(kLines);
    add_responses(session, views);
    std::map<Id, std::string> names;
    for (const auto& account : store::account_names(session, caller.user))
      names[account.id] = account.name;
    for (auto& view : views) {
      auto name = names[view.signal.account];
      out.lines.push_back({std::move(view), std::move(name)});
    }
    return out;
  });
}

}  // namespace takt::page
