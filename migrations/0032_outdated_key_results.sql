-- An account that is outdated says how many of its key results are.
alter table portfolio_line add column outdated integer not null default 0;
-- Kept lines don't know it yet: they are to be made again.
update portfolio_line set day = '1970-01-01';
