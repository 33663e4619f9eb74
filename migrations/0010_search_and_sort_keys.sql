-- What accounts are found by, and what accounts and people are put in order and compared by. The program makes these keys (ICU), for
-- the rows that there are when it starts next, and again whenever it makes others.
alter table account add column search_key text not null default '';
alter table account add column sort_key text not null default '';
alter table "user" add column sort_key text not null default '';
alter table "user" add column email_key text not null default '';
create index user_email_key on "user" (email_key);
