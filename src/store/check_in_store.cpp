#include "store/check_in_store.hpp"

namespace takt::store {

using domain::CheckIn;
using domain::Cycle;
using domain::KeyResult;

namespace {

/// The account's own, whatever else refers to its key result. Not "account =": SQLite would read
/// all of the account's by the index of it.
constexpr const char* kOwn = " and coalesce(account, '') = :account";

}  // namespace

// SQLite is to take the index check_in_told, which has one row or two of a day: by "supersedes is
// null" or "created_at <" it would take another, that of thousands.
void mark_overtaken(Session& session, const CheckIn& added) {
  if (added.supersedes) {
    if (const auto corrected = find<CheckIn>(session, *added.supersedes))
      mark_overtaken_anew(session, *corrected);
    return;
  }
  std::string sql = R"(
      update check_in
      set overtaken = 1
      where key_result = :key_result and effective_on = :day and overtaken = 0
        and archived_at is null and coalesce(supersedes, '') = ''
        and created_at || id < :place
        and not exists (select 1 from check_in other where other.supersedes = check_in.id))";
  sql += kOwn;
  Binds binds{bound("key_result", added.key_result), bound("day", added.effective_on),
              bound("account", added.account),
              bound("place", to_string(added.created_at) + added.id.text)};
  if (added.site) binds.push_back(bound("site", added.site));
  sql += added.site ? " and site = :site" : " and site is null";
  if (!added.value && !added.stage) sql += " and value is null and stage is null";
  if (!added.confidence) sql += " and confidence is null";
  session.execute(sql, binds);
}

void mark_overtaken_anew(Session& session, const CheckIn& one) {
  session.execute(R"(
      with
        plain as (
          select
            id, account, site,
            value is not null or stage is not null as tells,
            confidence is not null as sure,
            row_number() over (partition by account, site order by created_at, id) as place
          from check_in c
          where key_result = :key_result and effective_on = :day
            and archived_at is null and coalesce(supersedes, '') = ''
            and not exists (select 1 from check_in other where other.supersedes = c.id)),
        compared as (
          select
            id, place, tells, sure,
            max(place) over same as last_any,
            max(place) filter (where tells) over same as last_telling,
            max(place) filter (where sure) over same as last_sure,
            max(place) filter (where tells and sure) over same as last_both
          from plain
          window same as (partition by account, site)),
        gone as (
          select id
          from compared
          where place < case
            when tells and sure then last_both
            when tells then last_telling
            when sure then last_sure
            else last_any
          end)
      update check_in
      set overtaken = case when id in (select id from gone) then 1 else 0 end
      where key_result = :key_result and effective_on = :day)",
                  {bound("key_result", one.key_result), bound("day", one.effective_on)});
}

std::vector<CheckIn> told_check_ins(Session& session, const KeyResult& key_result) {
  static const auto sql =
      select_all<CheckIn>() +
      " where key_result = :key_result and overtaken = 0 and archived_at is null" + kOwn +
      " order by created_at, id";
  return session.rows<CheckIn>(
      sql, {bound("key_result", key_result.id), bound("account", key_result.account)});
}

std::vector<CheckIn> check_ins_before(Session& session, const KeyResult& key_result,
                                      const CheckIn* after, int most) {
  auto sql =
      select_all<CheckIn>() + " where key_result = :key_result and archived_at is null" + kOwn;
  Binds binds{bound("key_result", key_result.id), bound("account", key_result.account),
              bound("most", most)};
  if (after) {
    sql += " and (effective_on, created_at, id) < (:day, :at, :id)";
    binds.push_back(bound("day", after->effective_on));
    binds.push_back(bound("at", after->created_at));
    binds.push_back(bound("id", after->id));
  }
  sql += " order by effective_on desc, created_at desc, id desc limit :most";
  return session.rows<CheckIn>(sql, binds);
}

bool has_check_ins(Session& session, const KeyResult& key_result) {
  return !check_ins_before(session, key_result, nullptr, 1).empty();
}

int count_check_ins(Session& session, const Cycle& cycle) {
  return session
      .value<int>(R"(
      select count(*)
      from objective o
      join key_result k on k.objective = o.id
      join check_in c on c.key_result = k.id
      where o.cycle = :cycle)",
                  {bound("cycle", cycle.id)})
      .value_or(0);
}

std::optional<Superseded> superseded(Session& session, const Id& check_in) {
  return session.row<Superseded>(R"(
      select c.key_result, other.id as correction
      from check_in c
      left join check_in other on other.supersedes = c.id
      where c.id = :id)",
                                 {bound("id", check_in)});
}

}  // namespace takt::store
