#include "store/calendar_store.hpp"

#include "store/account_store.hpp"

namespace takt::store {

std::vector<CalendarDay> calendar_days(Session& session, const Id& user, domain::Date from) {
  static const auto sql = std::string(R"(
      with days as (
        select 'cycle_end' as kind, id, account, name as title, ends_on as day, version
        from cycle
        where state <> 'closed' and archived_at is null
        union all
        select 'goal', id, account, title, due, version
        from long_term_goal
        where state = 'open' and archived_at is null
        union all
        select 'milestone', id, account, title, due, version
        from milestone
        where reached_on is null and archived_at is null
        union all
        select 'act_by', id, account, title, act_by, version
        from signal
        where act_by is not null and archived_at is null
          and state in ('new', 'assessed', 'watched'))
      select days.kind, days.id, days.account, account.name as account_name, days.title, days.day,
             days.version
      from days
      join account on account.id = days.account
      where days.day >= :from and account.archived_at is null and days.account in )") +
                          kAccountsOfUser + R"(
      order by days.day, days.id)";
  return session.rows<CalendarDay>(sql, {bound("from", from), bound("user", user)});
}

}  // namespace takt::store
