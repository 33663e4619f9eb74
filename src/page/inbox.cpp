#include "page/inbox.hpp"

#include <map>

#include "domain/access.hpp"
#include "domain/signal.hpp"
#include "figure/people.hpp"
#include "figure/signal.hpp"
#include "page/page.hpp"
#include "store/account_store.hpp"
#include "store/signal_store.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

namespace {
constexpr int kLines = 200;
}

Inbox inbox(Context& context, const Caller& caller) {
  require(context, caller, Permission::signed_in);
  const auto today = context.today();
  return context.database.read([&](store::Session& session) {
    Inbox out;
    out.today = today;
    out.waiting = store::count_waiting_for(session, caller.user, today);
    auto signals = store::waiting_for(session, caller.user, today, kLines);
    std::map<Id, std::string> names;
    for (const auto& account : store::account_names(session, caller.user))
      names[account.id] = account.name;
    for (auto& view : signal_views(session, std::move(signals), today)) {
      out.overdue += view.overdue;
      auto name = names[view.signal.account];
      out.lines.push_back({std::move(view), std::move(name)});
    }
    return out;
  });
}

}  // namespace takt::page
