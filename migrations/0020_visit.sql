-- When each person was last in each account and when before that, so that they are told what is new since then. Nobody else is.
create table visit (
  account text not null references account (id),
  visitor text not null references "user" (id),
  seen_at text not null,
  seen_revision bigint not null,
  before_at text,
  before_revision bigint,
  primary key (account, visitor),
  check ((before_at is null) = (before_revision is null))
);
create index visit_visitor on visit (visitor);
