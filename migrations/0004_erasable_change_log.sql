-- What a change says (title, reason, before, after) has a salted hash of its own, which the chain covers in its place, so that it
-- can be erased. Changes from before have none: their hash covers all of them. Erasing is an action of its own.
create table changed (
  ledger text not null references ledger (id),
  revision bigint not null,
  at text not null,
  by_user text,
  entity text not null,
  entity_id text not null,
  parent_id text,
  action text not null check (action in ('created', 'changed', 'archived', 'restored', 'erased')),
  reason text not null,
  title text not null,
  before text not null,
  after text not null,
  hash text not null,
  payload_hash text,
  salt text check (salt is null or payload_hash is not null),
  primary key (ledger, revision)
);
insert into changed (ledger, revision, at, by_user, entity, entity_id, parent_id, action, reason, title, before, after, hash)
select ledger, revision, at, by_user, entity, entity_id, parent_id, action, reason, title, before, after, hash from "change";
drop table "change";
alter table changed rename to "change";
create index change_entity on "change" (entity_id);
create index change_parent on "change" (parent_id);
create index change_by_user on "change" (ledger, by_user);
create index outgoing_mail_recipient on outgoing_mail (recipient);
create index session_end on session (expires_at);
