-- One meeting carries a team from one cycle into the next: topics are collected in the days before, put together, then voted on; what
-- finds no time is parked and comes back. What the room looks at, and who is ready with a step, is fleeting, therefore outside of the
-- change log. Minutes are kept as data beside their texts, so that they are worded for each reader. A topic is revealed by itself, since
-- one that came back is known already while new ones are still secret.
alter table meeting add column votes_open integer not null default 0 check (votes_open in (0, 1));
update meeting set votes_open = topics_revealed;
alter table meeting add column topics_until text;
alter table meeting add column focus_kind text check (focus_kind in ('objective', 'key_result', 'proposal'));
alter table meeting add column focus text;
-- Whether the topics voted for have become the focus of a cycle, which happens once there is one to take them.
alter table meeting add column focus_kept integer not null default 0 check (focus_kept in (0, 1));
update meeting set focus_kept = votes_revealed;
alter table proposal add column revealed integer not null default 0 check (revealed in (0, 1));
update proposal set revealed = 1 where meeting in (select id from meeting where topics_revealed = 1);
alter table proposal add column parked_at text;
alter table proposal add column came_from text references meeting (id);
create index proposal_came_from on proposal (came_from);
create index proposal_parked on proposal (account, parked_at);
create table ready (
  meeting text not null references meeting (id),
  person text not null references "user" (id),
  primary key (meeting, person)
);
create index ready_person on ready (person);
create table minutes_data (
  meeting text primary key references meeting (id),
  data text not null
);
