#include "store/portfolio_detail.hpp"

#include "store/row_list.hpp"

namespace takt::store {

using domain::Date;
using domain::Instant;

void put_portfolio_details(Session& session, std::span<const KeptDetail> details) {
  for_each_row_list(details,
                    [&](const RowList& list) {
                      session.execute(R"(
      insert into portfolio_detail (account, revision, detail)
      values )" + list.names + R"(
      on conflict (account) do update set
        revision = excluded.revision, detail = excluded.detail
      where portfolio_detail.revision <= excluded.revision)",
                                      list.binds);
                    });
}

std::vector<KeptDetail> portfolio_details(Session& session, std::span<const Id> accounts) {
  std::vector<KeptDetail> out;
  for_each_list(accounts, [&](const IdList& list) {
    auto rows = session.rows<KeptDetail>(R"(
      select account, revision, detail
      from portfolio_detail
      where account in ()" + list.names + ")",
                                         list.binds);
    out.insert(out.end(), std::make_move_iterator(rows.begin()),
               std::make_move_iterator(rows.end()));
  });
  return out;
}

namespace {

struct CheckInDay {
  Id account;
  Date effective_on;
};
BOOST_DESCRIBE_STRUCT(CheckInDay, (), (account, effective_on))

struct LastMeeting {
  Id account;
  domain::MeetingState state = domain::MeetingState::planned;
};
BOOST_DESCRIBE_STRUCT(LastMeeting, (), (account, state))

}  // namespace

std::vector<Date> check_in_days(Session& session, const Id& account, Date from) {
  static const ListedSelect select{R"(
      select account, effective_on
      from check_in c
      where account in ()",
                                   R"()
        and archived_at is null and effective_on >= :from
        and not exists (
          select 1
          from check_in other
          where other.supersedes = c.id and other.archived_at is null))"};
  std::vector<Date> out;
  for (const auto& one :
       rows_of<CheckInDay>(session, account, select, &CheckInDay::account, {bound("from", from)}))
    out.push_back(one.effective_on);
  return out;
}

std::optional<domain::MeetingState> last_meeting_state(Session& session, const Id& account,
                                                       Instant by) {
  static const ListedSelect select{R"(
      select account, state
      from (
        select
          account, state,
          row_number() over (partition by account order by planned_at desc, id) as place
        from meeting
        where account in ()",
                                   R"()
          and archived_at is null and planned_at < :by) latest
      where place = 1)"};
  const auto found =
      rows_of<LastMeeting>(session, account, select, &LastMeeting::account, {bound("by", by)});
  if (found.empty()) return {};
  return found.front().state;
}

}  // namespace takt::store
