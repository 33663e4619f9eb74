-- Links that show an account's one-pager to somebody without an account here. Only hashes of token and password rest here. `page` is the
-- page as it was made. How often each was opened is counted apart from its versions; nobody's address is kept.
create table share_link (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  created_by text not null references "user" (id),
  has_password integer not null check (has_password in (0, 1)),
  audience text not null check (audience in ('management', 'team', 'customer')),
  recipient text not null,
  language text not null check (language in ('de', 'en')),
  frozen integer not null check (frozen in (0, 1)),
  cycle text references cycle (id),
  expires_on text not null,
  token_hash text unique,
  password_hash text,
  page text,
  opened integer not null default 0,
  opened_at text
);
create index share_link_account on share_link (account);
create index share_link_created_by on share_link (created_by);
create index share_link_cycle on share_link (cycle);
