-- Files bring plans and check-ins, too.
create table imported (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  kind text not null check (kind in ('sites', 'areas', 'contacts', 'supply', 'kpi_values', 'signals', 'actions', 'plan', 'check_ins')),
  file text not null,
  hash text not null,
  imported_by text not null references "user" (id),
  added integer not null,
  changed integer not null,
  unchanged integer not null,
  left_out integer not null,
  first_revision bigint not null,
  last_revision bigint not null,
  undone_at text,
  undone_by text references "user" (id),
  undo_first_revision bigint not null default 0,
  undo_last_revision bigint not null default 0,
  check (first_revision <= last_revision and undo_first_revision <= undo_last_revision)
);
insert into imported (id, account, version, position, created_at, archived_at, kind, file, hash, imported_by, added, changed, unchanged, left_out, first_revision, last_revision, undone_at, undone_by, undo_first_revision, undo_last_revision)
select id, account, version, position, created_at, archived_at, kind, file, hash, imported_by, added, changed, unchanged, left_out, first_revision, last_revision, undone_at, undone_by, undo_first_revision, undo_last_revision from "import";
drop table "import";
alter table imported rename to "import";
create index import_account on "import" (account);
create index import_imported_by on "import" (imported_by);
create index import_undone_by on "import" (undone_by);
