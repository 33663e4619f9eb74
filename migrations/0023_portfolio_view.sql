-- Ways of looking at the portfolio that somebody keeps under a name: theirs alone, a dozen at most. `place` is their order and holds the
-- number down, whoever keeps two at once.
create table portfolio_view (
  id text primary key,
  "user" text not null references "user" (id),
  place integer not null check (place between 0 and 11),
  name text not null,
  name_key text not null,
  choice text not null,
  unique ("user", place),
  unique ("user", name_key)
);
