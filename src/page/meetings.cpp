#include "page/meetings.hpp"

#include <algorithm>

#include "domain/access.hpp"
#include "domain/account.hpp"
#include "domain/meeting.hpp"
#include "figure/people.hpp"
#include "page/page.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

MeetingsPage meetings_page(Context& context, const Caller& caller, const Id& account) {
  require(context, caller, Permission::see, account);
  return context.database.read([&](store::Session& session) {
    MeetingsPage page;
    page.today = context.today();
    page.account = store::must_find<Account>(session, account);
    page.meetings = store::present_of<Meeting>(session, account);
    std::ranges::sort(page.meetings, [](const Meeting& left, const Meeting& right) {
      const bool left_closed = left.state == MeetingState::closed;
      const bool right_closed = right.state == MeetingState::closed;
      if (left_closed != right_closed) return right_closed;
      return left_closed ? moment_of(left) > moment_of(right) : moment_of(left) < moment_of(right);
    });
    // Minutes are read in the room; a list of years of them would be nothing but minutes.
    for (auto& meeting : page.meetings) meeting.minutes.clear();
    page.people = people_of(session, account);
    return page;
  });
}

}  // namespace takt::page
