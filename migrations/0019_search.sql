-- What is searched: a folded text for each entry that is there, and one for each tag of a signal. The program makes them (ICU), for the
-- rows that there are when it starts next, and again when it folds otherwise than they were made.
create table search_text (
  entry text primary key,
  account text not null references account (id),
  kind text not null check (kind in ('account', 'site', 'contact', 'objective', 'key_result', 'signal', 'meeting', 'lesson', 'question')),
  cycle text not null,
  objective text not null,
  at text not null,
  text text not null
);
create index search_text_account on search_text (account);
create table search_tag (
  signal text not null references signal (id),
  account text not null references account (id),
  tag text not null,
  text text not null,
  primary key (signal, tag)
);
create index search_tag_account on search_tag (account, text);
create table search_edition (edition text not null);
