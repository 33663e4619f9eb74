-- Tables that were brought in from files: who, when, from what, and which changes of the account's log they made and took back.
create table "import" (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  kind text not null check (kind in ('sites', 'areas', 'contacts', 'supply', 'kpi_values', 'signals', 'actions')),
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
create index import_account on "import" (account);
create index import_imported_by on "import" (imported_by);
create index import_undone_by on "import" (undone_by);
