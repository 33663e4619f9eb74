#include "store/portfolio_detail.hpp"

#include "store/id_list.hpp"

namespace takt::store {

using domain::Date;
using domain::Instant;

void put_portfolio_detail(Session& session, const Id& account, long long revision,
                          const PortfolioDetail& detail) {
  session.execute(
      R"(
      insert into portfolio_detail (account, revision, detail)
      values (:account, :revision, :detail)
      on conflict (account) do update set
        revision = excluded.revision, detail = excluded.detail
      where portfolio_detail.revision <= excluded.revision)",
      {bound("account", account), bound("revision", revision), bound("detail", detail)});
}

std::vector<KeptDetail> portfolio_details(Session& session, std::span<const Id> accounts) {
  std::vector<KeptDetail> out;
  for_each_list(accounts, [&](const IdList& list) {
    auto rows = session.rows<KeptDetail>(R"(
      select account, detail
      from portfolio_detail
      where account in ()" + list.names + ")",
                                         list.binds);
    out.insert(out.end(), std::make_move_iterator(rows.begin()),
               std::make_move_iterator(rows.end()));
  });
  return out;
}

std::vector<Date> check_in_days(Session& session, const Id& account, Date from) {
  return session.values<Date>(R"(
      select effective_on
      from check_in c
      where account = :account and archived_at is null and effective_on >= :from
        and not exists (
          select 1
          from check_in other
          where other.supersedes = c.id and other.archived_at is null))",
                              {bound("account", account), bound("from", from)});
}

std::optional<domain::MeetingState> last_meeting_state(Session& session, const Id& account,
                                                       Instant by) {
  return session.value<domain::MeetingState>(R"(
      select state
      from meeting
      where account = :account and archived_at is null and planned_at < :by
      order by planned_at desc, id
      limit 1)",
                                             {bound("account", account), bound("by", by)});
}

}  // namespace takt::store
