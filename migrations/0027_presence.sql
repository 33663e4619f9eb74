-- Who is in which account right now: whoever was seen within the last minute is shown to the others there. No history.
create table presence (
  account text not null references account (id),
  person text not null references "user" (id),
  seen_at text not null,
  primary key (account, person)
);
create index presence_person on presence (person);
