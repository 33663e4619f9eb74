-- Whether an account drifts and whether its plan rests are filters; what unfolds under its line (course of the share, rhythm, objectives,
-- themes) is kept beside the line, so that lists without it stay as small as they are.
alter table portfolio_line add column drifting integer not null default 0;
alter table portfolio_line add column resting integer not null default 0;
create table portfolio_detail (
  account text primary key references account (id),
  revision bigint not null,
  detail text not null
);
-- Kept lines know none of it yet: they are to be made again.
update portfolio_line set day = '1970-01-01';
