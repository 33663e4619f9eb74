-- How many objectives of the running cycle are in each quadrant of result and effect, as a list.
alter table portfolio_line add column quadrants text not null default '[]';
-- Kept lines know none yet: they are to be made again.
update portfolio_line set day = '1970-01-01';
