-- The period whose newest one is an account's share of supply; for those there are, the one in which
-- their newest record is kept.
alter table account add column share_period text not null default 'quarter'
  check (share_period in ('month', 'quarter', 'year'));
update account
set share_period = coalesce((
  select period
  from supply_record
  where supply_record.account = account.id and supply_record.archived_at is null
  order by
    supply_record.starts_on desc,
    case supply_record.period when 'month' then 0 when 'quarter' then 1 else 2 end
  limit 1), 'quarter');
alter table portfolio_line add column share_unit text;
alter table portfolio_line add column share_period text;
alter table portfolio_line add column share_starts_on text;
alter table portfolio_line add column share_running integer not null default 0;
alter table portfolio_line add column year_volume double precision;
alter table portfolio_line add column year_demand double precision;
-- Kept by the former rules: to be made again.
update portfolio_line set day = '1970-01-01';
