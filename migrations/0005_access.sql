-- When a meeting's minutes were mailed last and what they were, so that they don't go out without end.
create table minutes_mailing (
  meeting text primary key references meeting (id),
  mailed_at text not null,
  fingerprint text not null
);
