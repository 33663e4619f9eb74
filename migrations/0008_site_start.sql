-- A site of a roll-out has a start of its own; an objective that was never measured closes as not judged; what a closed cycle's
-- figures were read from.
alter table site_target add column start double precision;
alter table review add column not_judged integer not null default 0 check (not_judged in (0, 1));
alter table objective add column judged text not null default 'draft' check (judged in ('draft', 'active', 'achieved', 'partly', 'missed', 'not_judged', 'dropped'));
update objective set judged = state;
alter table objective drop column state;
alter table objective rename column judged to state;
create table closing (
  cycle text primary key references cycle (id),
  readings text not null
);
-- The portfolio's kept lines are made again by the rules of this release.
delete from portfolio_line;
