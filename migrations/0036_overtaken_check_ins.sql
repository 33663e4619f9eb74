-- A check-in is overtaken by a later one of the same day and site that says at least as much: no figure needs it. What is a
-- correction, or was corrected, never is: see store/check_in_store.hpp.
alter table check_in add column overtaken integer not null default 0;
update check_in
set overtaken = 1
where id in (
  with
    plain as (
      select
        id, account, key_result, effective_on, site,
        value is not null or stage is not null as tells,
        confidence is not null as sure,
        row_number() over (partition by account, key_result, effective_on, site order by created_at, id) as place
      from check_in c
      where archived_at is null and supersedes is null
        and not exists (select 1 from check_in other where other.supersedes = c.id)),
    compared as (
      select
        id, place, tells, sure,
        max(place) over same as last_any,
        max(place) filter (where tells) over same as last_telling,
        max(place) filter (where sure) over same as last_sure,
        max(place) filter (where tells and sure) over same as last_both
      from plain
      window same as (partition by account, key_result, effective_on, site))
  select id
  from compared
  where place < case
    when tells and sure then last_both
    when tells then last_telling
    when sure then last_sure
    else last_any
  end);
create index check_in_told on check_in (key_result, overtaken, effective_on) where overtaken = 0;
-- A key result's check-ins by pages, newest first.
drop index check_in_key_result;
create index check_in_key_result on check_in (key_result, effective_on, created_at, id);
