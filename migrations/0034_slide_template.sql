-- The organisation's own .pptx for slides: one row, beside it the file as base64, which both databases keep and copy as a text.
create table slide_template (
  id text primary key,
  account text not null references ledger (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  stored_by text not null references "user" (id),
  stored_at text not null,
  bytes integer not null,
  hash text not null,
  name text not null,
  content text not null default ''
);
create index slide_template_account on slide_template (account);
create index slide_template_stored_by on slide_template (stored_by);
